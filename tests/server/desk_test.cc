// What the desk's page is sent and asks: the page itself, a text that is typed, files of any format, corrections that
// the page holds; hostile names and texts stay words.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "asked_desk.h"
#include "server/desk_page.h"
#include "server/desk_routes.h"
#include "server/live_page.h"

namespace hearsay {
namespace {

using testing::ask_routes;
using ::testing::HasSubstr;
using ::testing::Not;
using AnyJson = nlohmann::json;

constexpr std::string_view kTyped =
    "Ferry line to close\n\nThe ferry will stop in May, Mara Lind, the harbour master of Orle, said on Monday. "
    "“We have no pilots left 🚢,” she said.\n\nA senior official said the ministry knew of it.\n";

class DeskRoutes : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    desk_ = testing::shipped_desk();
    routes_ = desk_routes(*desk_);
  }
  static void TearDownTestSuite() {
    routes_.clear();
    desk_.reset();
  }
  static Response post(const std::string& path, const AnyJson& body) {
    return ask_routes(routes_, "POST", path, {}, body.dump());
  }
  static AnyJson audit(std::string_view text, const AnyJson& corrections = AnyJson::array()) {
    const Response answer = post("/desk/audit", {{"text", text}, {"name", "ferry.md"}, {"corrections", corrections}});
    EXPECT_EQ(answer.status, 200) << answer.body;
    return AnyJson::parse(answer.body);
  }
  /// The id of the mark by a source of this name.
  static std::string mark_by(const AnyJson& answer, std::string_view who) {
    for (const AnyJson& mark : answer.at("marks")) {
      if (mark.at("who") == who) return mark.at("id");
    }
    return "";
  }

  inline static std::unique_ptr<Desk> desk_;
  inline static Routes routes_;
};

TEST_F(DeskRoutes, ThePageForbidsWhatStandsInItself) {
  const Response page = ask_routes(routes_, "GET", "/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, Not(HasSubstr("<style")));
  EXPECT_THAT(page.body, Not(HasSubstr(" style=")));
  EXPECT_FALSE(std::regex_search(page.body, std::regex("<script(?! src=\"/assets/| type=\"application/json\")")));
  EXPECT_THAT(page.body, HasSubstr("Nothing is kept"));
}

TEST_F(DeskRoutes, AssetsAreKeptForEverUnderTheirDigest) {
  const std::string body = ask_routes(routes_, "GET", "/").body;
  const std::regex link("\"(/assets/[a-z]+-[0-9a-f]{16}\\.(css|js))\"");
  std::size_t count = 0;
  for (std::sregex_iterator at(body.begin(), body.end(), link), end; at != end; ++at, ++count) {
    const Response asset = ask_routes(routes_, "GET", (*at)[1]);
    EXPECT_EQ(asset.status, 200) << (*at)[1];
    EXPECT_THAT(std::string(value_of(asset.headers, "Cache-Control")), HasSubstr("immutable"));
    EXPECT_FALSE(asset.body.empty());
  }
  EXPECT_EQ(count, 7U);
  EXPECT_EQ(ask_routes(routes_, "GET", "/assets/page-0000000000000000.css").status, 404);
  EXPECT_EQ(ask_routes(routes_, "GET", "/assets/page.css").status, 404);
}

TEST_F(DeskRoutes, MarksLieInCodePointsOverWhatWasTyped) {
  const AnyJson answer = audit(kTyped);
  EXPECT_FALSE(answer.contains("instead"));
  const std::string id = mark_by(answer, "Mara Lind");
  ASSERT_NE(id, "");
  EXPECT_THAT(answer.at("panel").get<std::string>(), HasSubstr("id=\"" + id + "\""));
  EXPECT_THAT(answer.at("story").get<std::string>(), HasSubstr("🚢"));
  EXPECT_TRUE(answer.at("targets").at("attributions").contains(id));
  bool quoted = false;
  for (const AnyJson& mark : answer.at("marks")) {
    for (const AnyJson& span : mark.at("content")) {
      EXPECT_LT(span[0].get<int>(), span[1].get<int>());
      // The ship is one code point.
      quoted = quoted || span[1].get<int>() - span[0].get<int>() == 27;
    }
  }
  EXPECT_TRUE(quoted) << answer.at("marks").dump();
}

TEST_F(DeskRoutes, AnOutletIsTheHouseUnlessTheTextSaysSo) {
  const std::string told = "The quay is shut, Mara Lind, the harbour master, told the Cove Herald on Monday.\n";
  EXPECT_EQ(desk_->audit(told, "a.txt").report.outlet, "");
  EXPECT_EQ(desk_->audit(told, "a.txt", nullptr, {}, {}, "Cove Herald").report.outlet, "Cove Herald");
  const std::string page =
      "<html><head><meta property=\"og:site_name\" content=\"The Far Bell\"></head><body><article>"
      "<h1>Quay shut</h1><p>" +
      told + "</p></article></body></html>";
  EXPECT_EQ(desk_->audit(page, "a.html", nullptr, {}, {}, "Cove Herald").report.outlet, "The Far Bell");
  // Its own ear is no relay.
  const auto panel = [&](const AnyJson& body) {
    return AnyJson::parse(post("/desk/audit", body).body).at("panel").get<std::string>();
  };
  EXPECT_THAT(panel({{"text", told}}), HasSubstr("<bdi>Cove Herald</bdi>"));
  EXPECT_THAT(panel({{"text", told}, {"outlet", "Cove Herald"}}), Not(HasSubstr("<bdi>Cove Herald</bdi>")));
}

TEST_F(DeskRoutes, PastedMarkupComesBackAsItsText) {
  const AnyJson answer = audit(
      "<!doctype html><title>x</title><article><h1>Quay shut</h1><p>The quay is shut, Mara Lind said.</p></article>");
  EXPECT_EQ(answer.at("instead"), "Quay shut\n\nThe quay is shut, Mara Lind said.");
}

TEST_F(DeskRoutes, WhatIsCorrectedCountsAtOnceAndComesBackWhenUndone) {
  const AnyJson before = audit(kTyped);
  const std::string id = mark_by(before, "A senior official");
  ASSERT_NE(id, "") << before.at("marks").dump();
  const AnyJson target = before.at("targets").at("attributions").at(id);
  const AnyJson wrong = {
      {"kind", "reading"}, {"target", target}, {"value", "wrong"}, {"by", "jh"}, {"at", "2026-05-04T09:12:00Z"}};
  const AnyJson after = audit(kTyped, AnyJson::array({wrong}));
  EXPECT_EQ(mark_by(after, "A senior official"), "");
  ASSERT_EQ(after.at("corrections").size(), 1U);
  EXPECT_EQ(after.at("corrections")[0].at("state"), "met");
  EXPECT_EQ(after.at("corrections")[0].at("id").get<std::string>().size(), 16U);
  const AnyJson given = {
      {"kind", "source"}, {"target", target}, {"value", "Mara Lind"}, {"by", "jh"}, {"at", "2026-05-04T09:12:00Z"}};
  const AnyJson hers = audit(kTyped, AnyJson::array({given}));
  EXPECT_EQ(hers.at("marks").size(), before.at("marks").size());
  EXPECT_EQ(mark_by(hers, "A senior official"), "");
  EXPECT_EQ(audit(kTyped).at("marks"), before.at("marks"));
}

TEST_F(DeskRoutes, ASettledFindingIsOneLess) {
  const AnyJson before = audit(kTyped);
  ASSERT_FALSE(before.at("targets").at("findings").empty());
  const AnyJson settled = {
      {"kind", "finding"},  {"target", {{"fingerprint", before["targets"]["findings"][0]["fingerprint"]}}},
      {"value", "settled"}, {"reason", "agreed with the desk"},
      {"by", "jh"},         {"at", "2026-05-04T09:12:00Z"}};
  const AnyJson after = audit(kTyped, AnyJson::array({settled}));
  EXPECT_EQ(after.at("corrections")[0].at("state"), "met") << after.at("corrections").dump();
  EXPECT_NE(after.at("panel"), before.at("panel"));
}

TEST_F(DeskRoutes, TheNumberOfAFlagIsItsPlaceAmongTheTargets) {
  const AnyJson answer = audit(kTyped);
  const AnyJson& targets = answer.at("targets").at("findings");
  ASSERT_FALSE(answer.at("flags").empty());
  for (const AnyJson& flag : answer.at("flags")) {
    const std::size_t number = std::stoul(flag.at("id").get<std::string>().substr(1));
    ASSERT_LE(number, targets.size());
    EXPECT_EQ(targets[number - 1].at("words"), flag.at("message"));
  }
}

TEST_F(DeskRoutes, CorrectionsThatAreNotSoundAreRefusedWithTheMember) {
  const Response answer =
      post("/desk/audit", {{"text", kTyped}, {"corrections", AnyJson::array({{{"kind", "rumour"}}})}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("corrections[0]"));
  for (const char* body :
       {"", "[]", "{}", "{\"text\":1}", "{\"text\":\"x\",\"corrections\":7}", "nonsense", "\xff\xfe"})
    EXPECT_EQ(ask_routes(routes_, "POST", "/desk/audit", {}, body).status, 400) << body;
}

TEST_F(DeskRoutes, CorrectionsOfThePageAreAFileBesideTheArticle) {
  const AnyJson said = {{"kind", "named"},
                        {"target", {{"fingerprint", "90b1c4d26e7f0a35"}, {"words", "<b>Lind</b>"}}},
                        {"value", "named"},
                        {"by", "jh"},
                        {"at", "2026-05-04T09:12:00Z"}};
  const AnyJson file =
      AnyJson::parse(post("/desk/sidecar", {{"name", "../../ferry.md"}, {"corrections", AnyJson::array({said})}}).body);
  EXPECT_EQ(file.at("name"), "ferry.hearsay.xml");
  EXPECT_THAT(file.at("xml").get<std::string>(), HasSubstr("90b1c4d26e7f0a35"));
  EXPECT_THAT(file.at("xml").get<std::string>(), Not(HasSubstr("<b>")));
}

TEST_F(DeskRoutes, FilesOfOtherFormatsAreShownAsTheirText) {
  const std::string page =
      "<!doctype html><html><head><meta property=\"og:site_name\" content=\"The Far Bell\"></head><body><nav>Home "
      "Sport</nav>"
      "<article><h1>Quay shut</h1><p>The quay is shut, Mara Lind, the harbour master, said on Monday to everyone who "
      "asked.</p>"
      "<p>It will open again in May.</p></article></body></html>";
  const Response html = ask_routes(routes_, "PUT", "/desk/read", {{"name", "quay.html"}}, page);
  ASSERT_EQ(html.status, 200) << html.body;
  const AnyJson read = AnyJson::parse(html.body);
  EXPECT_THAT(read.at("text").get<std::string>(), HasSubstr("Quay shut\n\nThe quay is shut, Mara Lind"));
  EXPECT_THAT(read.at("text").get<std::string>(), Not(HasSubstr("Sport")));
  EXPECT_THAT(read.at("told").get<std::string>(), HasSubstr("Shown as its text"));
  // Plain text stays byte for byte, so that marks lie over the file's own places.
  const AnyJson plain =
      AnyJson::parse(ask_routes(routes_, "POST", "/desk/read", {{"name", "ferry.txt"}}, std::string(kTyped)).body);
  EXPECT_EQ(plain.at("text"), kTyped);
  EXPECT_EQ(plain.at("told"), "");
  const Response picture =
      ask_routes(routes_, "POST", "/desk/read", {{"name", "x.png"}}, std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_EQ(picture.status, 422);
  EXPECT_EQ(picture.type, "application/problem+json");
}

TEST_F(DeskRoutes, HostileTextsAndNamesStayWords) {
  const std::string hostile =
      "\"><script>alert(1)</script> said \"<img src=x onerror=alert(1)>\" on Monday.\n\n<b>Ana</b> Ruiz said no.";
  const AnyJson answer = audit("x " + hostile);
  for (const char* part : {"panel", "story"}) testing::expect_inert(answer.at(part).get<std::string>());
  EXPECT_EQ(inert_json({{"text", "</script><!--&"}}), "{\"text\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
}

}  // namespace
}  // namespace hearsay
