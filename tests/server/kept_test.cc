// Drafts that are kept: the check sheet that people tick, through new versions and beside each other, and two versions
// compared; the sheet of what is only typed.
#include <gmock/gmock.h>

#include "asked_desk.h"
#include "server/desk_routes.h"
#include "server/drafts_routes.h"

namespace hearsay {
namespace {

using testing::ask_routes;
using testing::expect_inert;
using ::testing::HasSubstr;
using ::testing::Not;
using SheetJson = nlohmann::json;

constexpr std::string_view kFirstVersion =
    "Ferry line to close\n\nThe ferry will stop in May, Mara Lind, the harbour master of Orle, said on Monday. “We "
    "have "
    "no pilots left,” she said.\n\nThe line carried 40,000 people last year. <b>Sheet</b> <img src=x>\n";
constexpr std::string_view kSecondVersion =
    "Ferry line to close\n\nThe ferry will stop in May, a senior official said on Monday. “We have no pilots left,” "
    "the "
    "official said.\n\nThe line carried 41,000 people last year. <b>Sheet</b> <img src=x>\n";

class KeptDrafts : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::make_unique<testing::ScratchFolder>();
    desk_ = testing::shipped_desk(folder_->file("drafts.sqlite"));
    routes_ = drafts_routes(*desk_);
  }
  void TearDown() override {
    routes_.clear();
    desk_.reset();
    folder_.reset();
  }
  Response get(const std::string& path, Fields query = {}) {
    return ask_routes(routes_, "GET", path, std::move(query));
  }
  Response post(const std::string& path, const SheetJson& body, Fields query = {}) {
    return ask_routes(routes_, "POST", path, std::move(query), body.dump());
  }
  std::string keep(std::string_view text) {
    const Response made =
        post("/drafts", {{"text", text}, {"name", "ferry.md"}, {"by", "jh"}, {"at", "2026-05-04T09:12:00Z"}});
    EXPECT_EQ(made.status, 201) << made.body;
    return SheetJson::parse(made.body).at("id");
  }
  void keep_next(const std::string& id, int base, std::string_view text) {
    const Response made = post("/drafts/" + id + "/versions",
                               {{"text", text}, {"by", "mk"}, {"at", "2026-05-04T10:00:00Z"}, {"base", base}});
    EXPECT_EQ(made.status, 201) << made.body;
  }
  SheetJson sheet(const std::string& id) {
    const Response answer = get("/drafts/" + id + "/checksheet.json");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return SheetJson::parse(answer.body);
  }
  static SheetJson item(const SheetJson& sheet, std::string_view kind, std::string_view words) {
    for (const SheetJson& one : sheet.at("entries")) {
      if (one.at("kind") == kind && one.at("item").get<std::string>().find(words) != std::string::npos) return one;
    }
    ADD_FAILURE() << "no " << kind << " " << words << " in " << sheet.dump();
    return SheetJson::object();
  }

  std::unique_ptr<testing::ScratchFolder> folder_;
  std::unique_ptr<Desk> desk_;
  Routes routes_;
};

TEST_F(KeptDrafts, WhatIsEnteredOnTheSheetSurvivesAVersion) {
  const std::string id = keep(kFirstVersion), path = "/drafts/" + id + "/checksheet";
  const SheetJson before = sheet(id);
  EXPECT_EQ(before.at("left"), before.at("items"));
  EXPECT_EQ(before.at("number"), 0);
  const SheetJson quotation = item(before, "quotation", "no pilots"), number = item(before, "number", "40,000");
  const Response entered = post(path, {{"item", quotation.at("id")}, {"status", "confirmed"}, {"checker", "jh"}});
  ASSERT_EQ(entered.status, 200) << entered.body;
  EXPECT_EQ(SheetJson::parse(entered.body).at("left").get<int>(), before.at("left").get<int>() - 1);
  // Only what is said is changed.
  ASSERT_EQ(post(path, {{"item", quotation.at("id")}, {"note", "=tape\n12:30"}}).status, 200);
  ASSERT_EQ(
      post(path, {{"item", number.at("id")}, {"status", "confirmed"}, {"evidence", "annual report, p. 4"}}).status,
      200);
  EXPECT_EQ(SheetJson::parse(get(path + "/state").body), (SheetJson{{"version", 1}, {"number", 3}}));
  const SheetJson kept = item(sheet(id), "quotation", "no pilots");
  EXPECT_EQ(kept.at("status"), "confirmed");
  EXPECT_EQ(kept.at("checker"), "jh");
  EXPECT_EQ(kept.at("note"), "=tape\n12:30");

  keep_next(id, 1, kSecondVersion);
  const SheetJson after = sheet(id);
  EXPECT_EQ(after.at("version"), 2);
  const SheetJson reopened = item(after, "number", "41,000");
  EXPECT_EQ(reopened.at("status"), "open");
  EXPECT_EQ(reopened.at("evidence"), "annual report, p. 4");
  EXPECT_EQ(reopened.at("revision"), 2);
  EXPECT_THAT(reopened.at("note").get<std::string>(), HasSubstr("was “40,000"));
  EXPECT_THAT(get(path).body, HasSubstr("changed since somebody last entered"));
  // An item of the version before is no item of this one.
  EXPECT_EQ(post(path, {{"item", number.at("id")}, {"status", "cut"}}).status, 409);
}

TEST_F(KeptDrafts, TheSheetIsAPageAndFiles) {
  const std::string id = keep(kFirstVersion), path = "/drafts/" + id + "/checksheet";
  const Response page = get(path);
  EXPECT_EQ(page.status, 200);
  expect_inert(page.body);
  EXPECT_THAT(page.body, Not(HasSubstr("<style")));
  EXPECT_THAT(page.body, Not(HasSubstr("<script>")));
  EXPECT_THAT(page.body, HasSubstr("<select name=\"status\">"));
  const Response csv = get(path + ".csv"), workbook = get(path + ".xlsx");
  EXPECT_THAT(csv.body, ::testing::StartsWith("id,line,sentence,item,kind"));
  EXPECT_THAT(std::string(value_of(csv.headers, "Content-Disposition")), HasSubstr("attachment"));
  EXPECT_THAT(workbook.body, ::testing::StartsWith("PK"));
  for (const char* end : {"", ".json", ".csv", ".xlsx", "/state"})
    EXPECT_EQ(get("/drafts/nobody/checksheet" + std::string(end)).status, 404) << end;
}

TEST_F(KeptDrafts, TheSheetNamesTheOriginalsThatPagesLaidBesideTheDraft) {
  append(routes_, desk_routes(*desk_));
  const std::string id = keep(kFirstVersion), path = "/drafts/" + id + "/checksheet";
  EXPECT_EQ(sheet(id).at("originals"), SheetJson::array());
  const Response laid =
      ask_routes(routes_, "PUT", "/desk/originals", {{"name", "tape.txt"}}, "LIND: We have no pilots left.\n");
  ASSERT_EQ(laid.status, 201) << laid.body;
  const std::string original = SheetJson::parse(laid.body).at("id");
  ASSERT_EQ(post("/desk/audit", {{"text", kFirstVersion}, {"draft", id}, {"originals", {original}}}).status, 200);
  const SheetJson held = sheet(id);
  EXPECT_EQ(held.at("originals"), SheetJson::array({"tape.txt"}));
  const SheetJson quotation = item(held, "quotation", "no pilots");
  EXPECT_THAT(quotation.at("documented").get<std::string>(), HasSubstr("verbatim: tape.txt"));
  EXPECT_THAT(get(path).body, HasSubstr("Held against 1 original: tape.txt."));
  EXPECT_THAT(get(path + ".csv").body, HasSubstr("verbatim: tape.txt"));
  // An entry leaves it, another draft has it not, and what is taken away is named no more.
  ASSERT_EQ(post(path, {{"item", quotation.at("id")}, {"status", "confirmed"}}).status, 200);
  EXPECT_EQ(item(sheet(id), "quotation", "no pilots").at("documented"), quotation.at("documented"));
  EXPECT_EQ(sheet(keep(kSecondVersion)).at("originals"), SheetJson::array());
  ASSERT_EQ(ask_routes(routes_, "DELETE", "/desk/originals/" + original).status, 200);
  EXPECT_EQ(sheet(id).at("originals"), SheetJson::array());
}

TEST_F(KeptDrafts, TheOutletIsKeptAndTheListIsData) {
  const Response made = post(
      "/drafts", {{"text", kFirstVersion}, {"outlet", "Cove Herald"}, {"by", "jh"}, {"at", "2026-05-04T09:12:00Z"}});
  const std::string id = SheetJson::parse(made.body).at("id");
  EXPECT_EQ(SheetJson::parse(get("/drafts/" + id + ".json").body).at("outlet"), "Cove Herald");
  const SheetJson all = SheetJson::parse(get("/drafts.json").body);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at("id"), id);
  EXPECT_EQ(all[0].at("outlet"), "Cove Herald");
  EXPECT_EQ(all[0].at("versions"), 1);
}

TEST_F(KeptDrafts, EntriesThatAreNoneAreRefused) {
  const std::string id = keep(kFirstVersion), path = "/drafts/" + id + "/checksheet";
  const std::string of = sheet(id).at("entries")[0].at("id");
  EXPECT_EQ(post(path, {{"item", of}, {"status", "certain"}}).status, 400);
  EXPECT_EQ(post(path, {{"item", of}, {"note", std::string(5'000, 'x')}}).status, 400);
  EXPECT_EQ(post(path, {{"status", "open"}}).status, 400);
  EXPECT_EQ(ask_routes(routes_, "POST", path, {}, "nonsense").status, 400);
  EXPECT_EQ(post(path, {{"item", "000000000000"}, {"status", "open"}}).status, 409);
  EXPECT_EQ(sheet(id).at("number"), 0);
}

TEST_F(KeptDrafts, TheSheetOfATypedTextKeepsWhatThePageHas) {
  const Response first = post("/desk/checksheet", {{"text", kFirstVersion}, {"name", "ferry.md"}});
  ASSERT_EQ(first.status, 200) << first.body;
  const SheetJson made = SheetJson::parse(first.body);
  expect_inert(made.at("html").get<std::string>());
  EXPECT_THAT(made.at("html").get<std::string>(), HasSubstr("40,000"));
  std::string csv = post("/desk/checksheet", {{"text", kFirstVersion}}, {{"format", "csv"}}).body;
  const std::size_t row = csv.find("no pilots left");
  const std::size_t open = csv.find(",open,", row);
  ASSERT_NE(open, std::string::npos) << csv;
  csv.replace(open, 6, ",confirmed,");
  const SheetJson next = SheetJson::parse(post("/desk/checksheet", {{"text", kSecondVersion}, {"sheet", csv}}).body);
  EXPECT_GT(next.at("reopened").get<int>(), 0);
  const std::string again =
      post("/desk/checksheet", {{"text", kFirstVersion}, {"sheet", csv}}, {{"format", "csv"}}).body;
  EXPECT_THAT(again, HasSubstr(",confirmed,"));
  EXPECT_EQ(post("/desk/checksheet", {{"text", kFirstVersion}, {"sheet", "a,b\n1,2\n"}}).status, 422);
  EXPECT_EQ(post("/desk/checksheet", {{"text", kFirstVersion}}, {{"format", "doc"}}).status, 400);
  EXPECT_EQ(post("/desk/checksheet", {{"name", "x"}}).status, 400);
}

TEST_F(KeptDrafts, TwoVersionsAreCompared) {
  const std::string id = keep(kFirstVersion), path = "/drafts/" + id + "/compare";
  EXPECT_EQ(get(path).status, 404);
  keep_next(id, 1, kSecondVersion);
  const Response page = get(path);
  ASSERT_EQ(page.status, 200) << page.body;
  expect_inert(page.body);
  EXPECT_THAT(page.body, HasSubstr("senior official"));
  EXPECT_THAT(page.body, HasSubstr("<del>"));
  EXPECT_THAT(page.body, Not(HasSubstr("<style")));
  EXPECT_THAT(page.body, Not(HasSubstr("http-equiv")));
  EXPECT_NE(get(path, {{"old", "2"}, {"new", "1"}}).body, page.body);
  EXPECT_EQ(get(path, {{"old", "1"}, {"new", "2"}}).body, page.body);
  for (const char* number : {"0", "3", "-1", "x", "99999999999999999999"})
    EXPECT_EQ(get(path, {{"old", number}}).status, 404) << number;
  EXPECT_THAT(get("/drafts/" + id + "/versions").body, HasSubstr("compare?old=1&amp;new=2"));
}

TEST(KeptDraftsWithout, AStoreThereIsNothing) {
  const std::unique_ptr<Desk> desk = testing::shipped_desk();
  const Routes routes = drafts_routes(*desk);
  for (const char* path : {"/drafts/a/checksheet", "/drafts/a/checksheet/state", "/drafts/a/compare"})
    EXPECT_EQ(ask_routes(routes, "GET", path).status, 404) << path;
}

}  // namespace
}  // namespace hearsay
