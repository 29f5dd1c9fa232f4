// The interface under /api/v1: formats, what is refused, batches, the store, jobs, and the document that describes it.
#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>
#include <thread>

#include "asked.h"
#include "report/checksheet/checksheet.h"
#include "report/formats.h"
#include "server/archive_routes.h"
#include "server/article_formats.h"
#include "server/ask_store.h"
#include "server/drafts_routes.h"
#include "server/jobs.h"
#include "server/openapi.h"
#include "store/question.h"
#include "store/stored.h"

namespace hearsay {
namespace {

using testing::get;
using testing::Json;
using testing::json_of;
using testing::post;
using testing::problem_of;

const Routes& plain_routes() {
  static const Routes routes = api_routes(testing::shared_desk());
  return routes;
}

const std::string kText =
    "The bridge at Tarnmouth will stay shut until spring, officials said on Monday.\n\n"
    "“Nobody has looked at the bolts,” said Ana Ruiz, the mayor.\n";

TEST(ApiAudit, AnswersInEveryFormat) {
  for (const OfferedFormat& format : article_formats()) {
    const Response response = post(plain_routes(), "/api/v1/audit", kText, {{"format", format.id}});
    EXPECT_EQ(response.status, 200) << format.id << response.body;
    EXPECT_TRUE(response.type.starts_with(format.media_type)) << format.id << ' ' << response.type;
    EXPECT_FALSE(response.body.empty()) << format.id;
  }
  for (const ReportFormat& format : report_formats())
    EXPECT_EQ(post(plain_routes(), "/api/v1/audit", kText, {}, {{"Accept", std::string(format.media_type)}}).status,
              200)
        << format.id;
}

TEST(ApiAudit, IsTheScorecardThatTheCommandLineWrites) {
  const Response response = post(plain_routes(), "/api/v1/audit", kText, {{"name", "bridge.txt"}});
  const Desk::Audited audited = testing::shared_desk().audit(kText, "bridge.txt");
  EXPECT_EQ(response.body, format_named(report_formats(), "json")->write(audited.report, {}, {}));
  EXPECT_EQ(json_of(response)["article"]["id"], "bridge");
}

TEST(ApiAudit, TellsFormatsByBytesAndName) {
  const auto format_of = [](const std::string& body, Fields query, Fields headers) {
    return json_of(post(plain_routes(), "/api/v1/audit", body, std::move(query), std::move(headers)))["article"].value(
        "format", "");
  };
  EXPECT_EQ(format_of(kText, {}, {}), "text");
  EXPECT_EQ(format_of(kText, {}, {{"Content-Type", "application/x-www-form-urlencoded"}}), "text");
  EXPECT_EQ(format_of("# Bridge\n\n" + kText, {{"name", "a.md"}}, {}), "markdown");
  EXPECT_EQ(format_of("# Bridge\n\n" + kText, {}, {{"Content-Type", "text/markdown"}}), "markdown");
  EXPECT_EQ(format_of("<!doctype html><html><body><article><h1>Bridge</h1><p>" + kText + "</p></article></body></html>",
                      {}, {}),
            "html");
}

TEST(ApiAudit, RefusesWhatIsNoArticle) {
  problem_of(post(plain_routes(), "/api/v1/audit", "x", {}, {{"Content-Type", "image/png"}}), 415);
  problem_of(post(plain_routes(), "/api/v1/audit", "x", {}, {{"Content-Type", "multipart/form-data; boundary=a"}}),
             415);
  problem_of(post(plain_routes(), "/api/v1/audit", "x", {}, {{"Content-Encoding", "br"}}), 415);
  problem_of(post(plain_routes(), "/api/v1/audit", ""), 422);
  const Json binary = problem_of(post(plain_routes(), "/api/v1/audit",
                                      std::string("\x7f"
                                                  "ELF\0\1\2\3\0\0\0\0",
                                                  12)),
                                 422);
  EXPECT_FALSE(binary["diagnostics"].empty());
  const Json none = problem_of(post(plain_routes(), "/api/v1/audit", kText, {}, {{"Accept", "image/png"}}), 406);
  EXPECT_EQ(none["formats"].size(), article_formats().size());
}

TEST(ApiAudit, ParametersNameNoFiles) {
  for (const char* policy : {"/etc/passwd", "../../rules/policies/ap.xml", "ap.xml", "./ap", "AP", ""}) {
    const Response response = post(plain_routes(), "/api/v1/audit", kText, {{"policy", policy}});
    EXPECT_EQ(response.status, 400) << policy;
  }
  for (const auto& [name, value] : Fields{{"language", "../en"},
                                          {"language", "fr"},
                                          {"min_confidence", "7"},
                                          {"min_confidence", "nan"},
                                          {"min_certainty", "-1"},
                                          {"evidence", "maybe"},
                                          {"rules", "/tmp"},
                                          {"settings", "none"},
                                          {"format", "exe"}})
    EXPECT_EQ(post(plain_routes(), "/api/v1/audit", kText, {{name, value}}).status, 400) << name << '=' << value;
  EXPECT_EQ(json_of(post(plain_routes(), "/api/v1/audit", kText, {{"name", "../../etc/passwd"}}))["article"]["path"],
            "passwd");
}

TEST(ApiAudit, SettingsChangeWhatIsFound) {
  const Json ap =
      json_of(post(plain_routes(), "/api/v1/audit", kText, {{"policy", "ap"}, {"outlet", "The Tarn Post"}}));
  EXPECT_EQ(ap["score"]["policy"], "ap") << ap["score"].dump();
  EXPECT_EQ(ap["article"]["outlet"], "The Tarn Post");
  const Json all = json_of(post(plain_routes(), "/api/v1/audit", kText, {{"min_confidence", "0"}}));
  const Json none = json_of(post(plain_routes(), "/api/v1/audit", kText, {{"min_confidence", "1"}}));
  EXPECT_GT(all["attributions"].size(), none["attributions"].size());
  EXPECT_EQ(post(plain_routes(), "/api/v1/audit", kText, {{"language", "auto"}, {"evidence", "off"}}).status, 200);
}

TEST(ApiAudit, NothingBecomesMarkup) {
  const std::string hostile = "“<script>alert(1)</script> is what I said,” said Ana Ruiz <img src=x onerror=y>.\n";
  const Response page = post(plain_routes(), "/api/v1/audit", hostile, {{"format", "html"}});
  EXPECT_EQ(page.body.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.body.find("<img src=x"), std::string::npos);
  EXPECT_TRUE(value_of(page.headers, "Content-Security-Policy").starts_with("sandbox "));
}

std::string record(int i) {
  return Json{{"id", "r" + std::to_string(i)}, {"title", "Bridge"}, {"text", kText}}.dump() + "\n";
}

TEST(ApiBatch, KeepsTheOrderWhateverComesHow) {
  std::string body;
  for (int i = 0; i < 60; ++i) body += i % 7 == 3 ? "{broken\n" : record(i);
  for (const std::size_t size : {std::size_t{7}, std::size_t{1000}, body.size()}) {
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < body.size(); at += size) pieces.push_back(body.substr(at, size));
    testing::PiecesSource source(pieces);
    Request request{.method = "POST", .path = "/api/v1/batch"};
    request.stream = &source;
    const Response response = testing::ask(plain_routes(), request);
    EXPECT_EQ(response.type, "application/x-ndjson");
    std::istringstream lines(response.body);
    int i = 0;
    for (std::string line; std::getline(lines, line); ++i) {
      const Json json = Json::parse(line);
      if (i % 7 == 3) {
        EXPECT_EQ(json["schema"], "hearsay.error/1");
        EXPECT_EQ(json["error"]["line"], i + 1);
      } else {
        EXPECT_EQ(json["article"]["id"], "r" + std::to_string(i));
      }
    }
    EXPECT_EQ(i, 60);
  }
}

TEST(ApiBatch, EndsWhereNobodyReads) {
  std::string body;
  for (int i = 0; i < 2000; ++i) body += record(i);
  testing::PiecesSource source({body});
  Request request{.method = "POST", .path = "/api/v1/batch"};
  request.stream = &source;
  for (const Route& route : plain_routes()) {
    if (route.path != "/api/v1/batch") continue;
    testing::KeptBody kept(10'000);
    route.answer(request).write(kept);
    EXPECT_LT(kept.bytes.size(), 4'000'000U);
  }
  EXPECT_EQ(testing::shared_desk().batches(), 0U);
  problem_of(post(plain_routes(), "/api/v1/batch", body, {}, {{"Accept", "text/html"}}), 406);
}

TEST(ApiKnowledge, ListsWhatThereIs) {
  const Json rules = json_of(get(plain_routes(), "/api/v1/rules"));
  ASSERT_GT(rules.size(), 50U);
  const std::string id = rules[0]["id"];
  const Json rule = json_of(get(plain_routes(), "/api/v1/rules/" + id));
  EXPECT_EQ(rule["id"], id);
  EXPECT_FALSE(rule["examples"].empty());
  EXPECT_EQ(rule["file"].get<std::string>().find('/'), std::string::npos);
  EXPECT_GT(json_of(get(plain_routes(), "/api/v1/rules", {{"language", "de"}})).size(), 5U);
  problem_of(get(plain_routes(), "/api/v1/rules/no.such"), 404);
  for (const Json& policy : json_of(get(plain_routes(), "/api/v1/policies"))) {
    const Json whole = json_of(get(plain_routes(), "/api/v1/policies/" + policy["id"].get<std::string>()));
    EXPECT_EQ(whole["checks"].size(), policy["checks"].get<std::size_t>());
  }
  problem_of(get(plain_routes(), "/api/v1/policies/ap.xml"), 404);
  problem_of(get(plain_routes(), "/api/v1/policies/..%2Fap"), 404);
  bool english = false;
  for (const Json& one : json_of(get(plain_routes(), "/api/v1/languages")))
    english = english || (one["code"] == "en" && one["audited"] == true);
  EXPECT_TRUE(english);
  EXPECT_EQ(json_of(get(plain_routes(), "/api/v1/formats"))["articles"].size(), article_formats().size());
  EXPECT_EQ(json_of(get(plain_routes(), "/api/v1/questions")).size(), question_names().size());
}

TEST(ApiStore, IsNotThereWhereNoneWasGiven) {
  problem_of(get(plain_routes(), "/api/v1/store/outlets"), 404);
  problem_of(get(plain_routes(), "/api/v1/articles"), 404);
  problem_of(get(plain_routes(), "/api/v1/articles/x"), 404);
  problem_of(post(plain_routes(), "/api/v1/jobs", "x"), 409);
}

class ApiStored : public ::testing::Test {
 protected:
  ApiStored() {
    testing::store_all(folder_.file("a.sqlite"), testing::fixture_reports());
    desk_.emplace(testing::plain_settings(), folder_.file("a.sqlite"), diagnostics_);
    routes_ = api_routes(*desk_);
  }
  testing::ScratchFolder folder_;
  Diagnostics diagnostics_;
  std::optional<Desk> desk_;
  Routes routes_;
};

TEST_F(ApiStored, AnswersEachQuestionInEachFormat) {
  for (const QuestionName& name : question_names()) {
    const std::string path = "/api/v1/store/" + std::string(name.id);
    Fields query;
    if (name.kind == QuestionKind::dossier) continue;  // below: it needs a name that is there
    if (name.kind == QuestionKind::call_sheet) query = {{"operand", "border-talks"}};
    if (name.kind == QuestionKind::search) query = {{"operand", "officials"}};
    for (const AnswerFormat& format : answer_formats()) {
      const Response by_ending = get(routes_, path + std::string(format.extension), query);
      EXPECT_EQ(by_ending.status, 200) << path << format.extension << by_ending.body;
      EXPECT_TRUE(by_ending.type.starts_with(format.media_type));
      const Response by_accept = get(routes_, path, query, {{"Accept", std::string(format.media_type)}});
      EXPECT_EQ(by_accept.body, by_ending.body) << path;
    }
  }
  const Json sources = json_of(get(routes_, "/api/v1/store/sources", {{"limit", "1"}}));
  EXPECT_EQ(sources["rows"].size(), 1U);
  problem_of(get(routes_, "/api/v1/store/dossier"), 400);
  problem_of(get(routes_, "/api/v1/store/dossier", {{"operand", "Nobody Whatsoever"}}), 400);
  problem_of(get(routes_, "/api/v1/store/nothing"), 404);
  problem_of(get(routes_, "/api/v1/store/outlets.exe"), 404);
  problem_of(get(routes_, "/api/v1/store/outlets", {{"limit", "0"}}), 400);
  problem_of(get(routes_, "/api/v1/store/outlets", {{"limit", "10001"}}), 400);
  problem_of(get(routes_, "/api/v1/store/outlets", {{"sort", "'; DROP TABLE article"}}), 400);
  problem_of(get(routes_, "/api/v1/store/outlets", {}, {{"Accept", "image/png"}}), 406);
}

TEST_F(ApiStored, GivesUpAQuestionThatTakesTooLong) {
  for (const QuestionKind kind : {QuestionKind::threads, QuestionKind::sources}) {
    testing::store_all(folder_.file("a.sqlite"), testing::many(300));
    const StoreAnswer answer = ask_store(*desk_, {.kind = kind}, {.time = std::chrono::milliseconds(0)});
    ASSERT_TRUE(std::holds_alternative<Response>(answer));
    problem_of(std::get<Response>(answer), 504);
  }
  StoreAnswer few = ask_store(*desk_, {.kind = QuestionKind::articles}, {.rows = 2});
  EXPECT_EQ(std::get<Table>(few).rows.size(), 2U);
  EXPECT_GT(std::get<Table>(few).left_out, 0U);
}

TEST_F(ApiStored, ShowsAnArticleInEachFormat) {
  for (const OfferedFormat& format : article_formats(true)) {
    const Response response = get(routes_, "/api/v1/articles/border-talks", {{"format", format.id}});
    EXPECT_EQ(response.status, 200) << format.id;
    EXPECT_TRUE(response.type.starts_with(format.media_type)) << format.id;
  }
  EXPECT_TRUE(get(routes_, "/api/v1/articles/border-talks.html").type.starts_with("text/html"));
  problem_of(get(routes_, "/api/v1/articles/border-talks", {{"format", "docx"}}), 400);
  problem_of(get(routes_, "/api/v1/articles/no/such"), 404);
  EXPECT_EQ(json_of(get(routes_, "/api/v1/articles", {{"limit", "3"}}))["rows"].size(), 3U);
}

Json wait_for_end(const Routes& routes, const std::string& id) {
  Json job;
  for (int i = 0; i < 600; ++i) {
    job = json_of(get(routes, "/api/v1/jobs/" + id));
    if (job["state"] != "waiting" && job["state"] != "running") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return job;
}

TEST_F(ApiStored, AJobFillsTheStoreAndTellsHowFarItIs) {
  std::string body;
  for (int i = 0; i < 40; ++i) body += i == 7 ? "{broken\n" : record(i);
  testing::PiecesSource source({body.substr(0, 100), body.substr(100)});
  Request request{.method = "POST", .path = "/api/v1/jobs", .query = {{"name", "dump"}}};
  request.stream = &source;
  const Response added = testing::ask(routes_, request);
  EXPECT_EQ(added.status, 202) << added.body;
  const std::string id = json_of(added)["id"];
  EXPECT_EQ(value_of(added.headers, "Location"), "/api/v1/jobs/" + id);

  const Response events = get(routes_, "/api/v1/jobs/" + id + "/events");
  EXPECT_EQ(events.type, "text/event-stream");
  EXPECT_TRUE(events.body.starts_with("retry: ")) << events.body;
  EXPECT_NE(events.body.find("event: done\n"), std::string::npos) << events.body;
  EXPECT_TRUE(events.body.ends_with("\n\n"));

  const Json job = wait_for_end(routes_, id);
  EXPECT_EQ(job["state"], "done") << job.dump();
  EXPECT_EQ(job["stored"], 39);
  EXPECT_EQ(job["failures"], 1);
  EXPECT_EQ(job["bytes"], body.size());
  EXPECT_EQ(job["bytes_read"], body.size());
  EXPECT_EQ(job["messages"].size(), 1U);
  EXPECT_EQ(get(routes_, "/api/v1/articles/r3").status, 200);

  const std::string again = json_of(post(routes_, "/api/v1/jobs", body, {{"name", "dump"}}))["id"];
  EXPECT_EQ(wait_for_end(routes_, again)["unchanged"], 39);
  EXPECT_EQ(json_of(get(routes_, "/api/v1/jobs"))[0]["id"], again) << "the newest first";
  EXPECT_EQ(testing::ask(routes_, {.method = "DELETE", .path = "/api/v1/jobs/" + id}).status, 204);
  problem_of(get(routes_, "/api/v1/jobs/" + id), 404);
  problem_of(get(routes_, "/api/v1/jobs/" + id + "/events"), 404);
  problem_of(testing::ask(routes_, {.method = "DELETE", .path = "/api/v1/jobs/" + id}), 404);
}

TEST_F(ApiStored, JobsAreBoundedAndCanBeStopped) {
  std::string body;
  for (int i = 0; i < 20'000; ++i) body += record(i);
  std::vector<std::string> ids;
  std::size_t refused = 0;
  for (int i = 0; i < 8; ++i) {
    const Response response = post(routes_, "/api/v1/jobs", i == 0 ? body : record(i));
    if (response.status == 202) {
      ids.push_back(json_of(response)["id"]);
      continue;
    }
    // Not always the last: one is accepted again once the first has left the queue.
    ++refused;
    problem_of(response, 503);
    EXPECT_NE(value_of(response.headers, "Retry-After"), "");
  }
  EXPECT_GT(refused, 0U);
  EXPECT_LE(ids.size(), desk_->jobs().limits().waiting + 1);
  for (const std::string& id : ids)
    EXPECT_EQ(testing::ask(routes_, {.method = "DELETE", .path = "/api/v1/jobs/" + id}).status, 204);
  EXPECT_EQ(wait_for_end(routes_, ids.front())["state"], "cancelled");
  problem_of(post(routes_, "/api/v1/jobs", ""), 422);
}

const std::string kCouncilCaptions =
    "WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n<v Ana Ruiz>Nobody has looked at the old bolts since spring.\n";
const std::string kBoltsDraft = "“Nobody has looked at the new bolts since spring,” said Ana Ruiz, the mayor.\n";

std::string verify_order(const std::string& text, Json originals) {
  return Json{{"name", "bridge.txt"}, {"text", text}, {"originals", std::move(originals)}}.dump();
}

TEST(ApiVerify, SaysWhatOriginalsSay) {
  const Response response =
      post(plain_routes(), "/api/v1/verify",
           verify_order(kBoltsDraft, {{{"name", "../mail/council.vtt"}, {"text", kCouncilCaptions}}}));
  ASSERT_EQ(response.status, 200) << response.body;
  EXPECT_EQ(response.type, "application/json");
  const Json json = json_of(response);
  EXPECT_EQ(json["article"], "bridge");
  EXPECT_EQ(json["originals"], 1);
  ASSERT_EQ(json["quotations"].size(), 1U);
  const Json& held = json["quotations"][0];
  EXPECT_EQ(held["class"], "small-edit") << held.dump(1);
  EXPECT_EQ(held["document"], "council.vtt");
  EXPECT_EQ(held["place"], "00:00:05");
  EXPECT_EQ(held["speaker"], "Ana Ruiz");
  EXPECT_EQ(held["differences"][0]["is"], "new");
  EXPECT_EQ(held["differences"][0]["was"], "old");
  const Response page =
      post(plain_routes(), "/api/v1/verify", verify_order(kBoltsDraft, {{{"text", kCouncilCaptions + "\n<script>"}}}),
           {}, {{"Accept", "text/html"}});
  EXPECT_TRUE(page.type.starts_with("text/html"));
  EXPECT_FALSE(value_of(page.headers, "Content-Security-Policy").empty());
  EXPECT_EQ(page.body.find("<script>"), std::string::npos);
}

TEST(ApiVerify, WhatHasNoTextIsNoProofOfAbsence) {
  const Json json =
      json_of(post(plain_routes(), "/api/v1/verify",
                   verify_order(kBoltsDraft, {{{"text", "WEBVTT\n"}}, {{"text", "The lock is old.\n"}}})));
  EXPECT_EQ(json["without_text"], Json::array({"original-1"}));
  EXPECT_EQ(json["quotations"][0]["class"], "unverified");
}

TEST(ApiVerify, RefusesWhatIsNoOrder) {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("\xff"), std::string(200'000, '['),
        verify_order("", {{{"text", "x"}}}), verify_order(kBoltsDraft, Json::array()),
        verify_order(kBoltsDraft, {{{"name", "x"}}}), verify_order(kBoltsDraft, {7}), verify_order(kBoltsDraft, "x")})
    problem_of(post(plain_routes(), "/api/v1/verify", body), 400);
  Json many = Json::array();
  for (int i = 0; i < 1001; ++i) many.push_back({{"text", "x"}});
  problem_of(post(plain_routes(), "/api/v1/verify", verify_order(kBoltsDraft, many)), 413);
  problem_of(post(plain_routes(), "/api/v1/verify", "{}", {{"against", "/etc/passwd"}}), 400);
  problem_of(post(plain_routes(), "/api/v1/verify", "{}", {}, {{"Accept", "image/png"}}), 406);
  for (const Route& route : plain_routes()) {
    if (route.path == "/api/v1/verify") {
      EXPECT_EQ(route.most_body, 32ULL << 20U);
    }
  }
}

TEST(ApiCompare, SaysWhatChanged) {
  const std::string before = "The bridge stays shut, said Ana Ruiz, the mayor.\n\n" + kBoltsDraft;
  std::string after = before;
  after.replace(after.find("Ana Ruiz, the mayor"), 19, "an official");
  const auto order = [&](const std::string& older, const std::string& newer) {
    return Json{{"old", {{"text", older}}}, {"new", {{"name", "b.txt"}, {"text", newer}}}}.dump();
  };
  const Json json = json_of(post(plain_routes(), "/api/v1/compare", order(before, after)));
  ASSERT_FALSE(json["changes"].empty()) << json.dump(1);
  EXPECT_EQ(json["correction_noted"], false);
  EXPECT_TRUE(json_of(post(plain_routes(), "/api/v1/compare", order(before, before)))["changes"].empty());
  EXPECT_TRUE(post(plain_routes(), "/api/v1/compare", order(before, after), {{"format", "text"}})
                  .type.starts_with("text/plain"));
  problem_of(post(plain_routes(), "/api/v1/compare", R"({"old": {"text": "x"}})"), 400);
  problem_of(post(plain_routes(), "/api/v1/compare", R"({"old": "x", "new": "y"})"), 400);
}

TEST(ApiCheckSheet, ListsWhatIsToBeChecked) {
  const Json json = json_of(post(plain_routes(), "/api/v1/checksheet", kText, {{"name", "bridge.txt"}}));
  ASSERT_FALSE(json["items"].empty());
  EXPECT_EQ(json["left"], json["items"].size());
  bool quoted = false;
  for (const Json& item : json["items"]) {
    EXPECT_EQ(item.size(), kCheckSheetColumns);
    EXPECT_EQ(item["status"], "open");
    EXPECT_TRUE(item["line"].is_number());
    quoted = quoted || (item["kind"] == "quotation" && item["source"] == "Ana Ruiz");
  }
  EXPECT_TRUE(quoted);
  const Response csv = post(plain_routes(), "/api/v1/checksheet", kText, {}, {{"Accept", "text/csv"}});
  EXPECT_TRUE(csv.type.starts_with("text/csv"));
  EXPECT_TRUE(csv.body.starts_with("id,line,sentence,")) << csv.body;
  const Response book = post(plain_routes(), "/api/v1/checksheet", kText, {{"format", "xlsx"}});
  EXPECT_TRUE(book.body.starts_with("PK"));
  EXPECT_NE(value_of(book.headers, "Content-Disposition").find(".xlsx"), std::string::npos);
  problem_of(post(plain_routes(), "/api/v1/checksheet", ""), 422);
  problem_of(post(plain_routes(), "/api/v1/checksheet", kText, {{"format", "docx"}}), 400);
}

TEST(ApiCheckSheet, HoldsTheDraftAgainstOriginals) {
  const std::string order = verify_order(kBoltsDraft, {{{"name", "council.vtt"}, {"text", kCouncilCaptions}}});
  const Json changed = json_of(post(plain_routes(), "/api/v1/checksheet", order));
  std::string notes;
  for (const Json& item : changed["items"]) notes += item["note"].get<std::string>();
  EXPECT_NE(notes.find("council.vtt"), std::string::npos) << changed.dump(1);
  std::string verbatim = kBoltsDraft;
  verbatim.replace(verbatim.find("new bolts"), 3, "old");
  const Response csv = post(plain_routes(), "/api/v1/checksheet",
                            verify_order(verbatim, {{{"name", "council.vtt"}, {"text", kCouncilCaptions}}}),
                            {{"format", "csv"}}, {{"Content-Type", "application/json"}});
  EXPECT_NE(csv.body.find("verbatim: council.vtt, 00:00:05, Ana Ruiz"), std::string::npos) << csv.body;
  problem_of(post(plain_routes(), "/api/v1/checksheet", verify_order(kBoltsDraft, Json::array())), 400);
  problem_of(post(plain_routes(), "/api/v1/checksheet", verify_order(kBoltsDraft, {7})), 400);
}

TEST(ApiAudit, HoldsTheArticleAgainstOriginals) {
  const std::string order = verify_order(kBoltsDraft, {{{"name", "council.vtt"}, {"text", kCouncilCaptions}}});
  const Json held = json_of(post(plain_routes(), "/api/v1/audit", order));
  EXPECT_EQ(held["article"]["id"], "bridge");
  ASSERT_EQ(held["verifications"].size(), 1U) << held.dump(1);
  EXPECT_FALSE(json_of(post(plain_routes(), "/api/v1/audit", kBoltsDraft)).contains("verifications"));
}

TEST(OpenApi, DescribesEveryRouteAndNoOther) {
  const Json document = json_of(get(plain_routes(), "/openapi.json"));
  EXPECT_EQ(document["openapi"], "3.1.0");
  std::set<std::string> described, ids;
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      described.insert(method + ' ' + path);
      EXPECT_TRUE(ids.insert(operation["operationId"]).second) << operation["operationId"];
      EXPECT_TRUE(operation["responses"].contains("default"));
      for (const auto& [status, answer] : operation["responses"].items())
        EXPECT_NE(answer.value("description", ""), "");
      std::set<std::string> named;
      for (const Json& parameter : operation.value("parameters", Json::array())) {
        EXPECT_TRUE(named.insert(parameter["name"]).second);
        EXPECT_TRUE(parameter["schema"].is_object());
        const bool in_path = path.find("{" + parameter["name"].get<std::string>() + "}") != std::string::npos;
        EXPECT_EQ(parameter["in"] == "path", in_path) << path;
      }
    }
  }
  std::set<std::string> routed = {"get /healthz", "get /metrics"};
  Routes all = api_routes(testing::shared_desk());
  append(all, language_tool_routes(testing::shared_desk()));
  append(all, drafts_routes(testing::shared_desk()));
  append(all, archive_routes(testing::shared_desk()));
  for (const Route& route : all) {
    const bool data = route.path.ends_with(".json") || route.path.ends_with(".csv") || route.path.ends_with(".xlsx");
    EXPECT_TRUE(route.operation || !(data || route.path.starts_with("/api/"))) << route.path;
    if (!route.operation) continue;
    std::string path(route.path), method(route.method);
    if (const auto dots = path.find("..."); dots != std::string::npos) path.erase(dots, 3);
    for (char& c : method) c = static_cast<char>(c | 0x20);
    routed.insert(method + ' ' + path);
  }
  EXPECT_EQ(described, routed);
}

TEST(OpenApi, RefersToWhatIsThere) {
  const Json document = json_of(get(plain_routes(), "/openapi.json"));
  const std::string text = document.dump();
  constexpr std::string_view kReference = "#/components/schemas/";
  std::size_t references = 0;
  for (std::size_t at = text.find(kReference); at != std::string::npos; at = text.find(kReference, at + 1)) {
    const std::size_t begin = at + kReference.size();
    EXPECT_TRUE(document["components"]["schemas"].contains(text.substr(begin, text.find('"', begin) - begin)));
    ++references;
  }
  EXPECT_GT(references, 20U);
  EXPECT_TRUE(document["security"].is_array());
  EXPECT_TRUE(document["security"][0]["token"].is_array());
  EXPECT_TRUE(document["servers"][0]["url"].is_string());
  EXPECT_TRUE(
      document["paths"]["/v2/check"]["post"]["requestBody"]["content"].contains("application/x-www-form-urlencoded"));
}

}  // namespace
}  // namespace hearsay
