// Originals beside a draft at the desk: quotations held against them, where their words stand, what is forgotten and
// what is refused; nothing of an original becomes markup.
#include <gmock/gmock.h>

#include "asked_desk.h"
#include "report/text_index.h"
#include "server/desk_originals.h"
#include "server/desk_routes.h"

namespace hearsay {
namespace {

using testing::ask_routes;
using ::testing::HasSubstr;
using PageJson = nlohmann::json;

constexpr std::string_view kHeldDraft =
    "Ferry line to close\n\nThe ferry will stop in May, Mara Lind, the harbour master of Orle, said on Monday. “We "
    "have "
    "no pilots left for the winter,” she said. “The council gave us forty days to find a new crew,” Lind said.\n";
constexpr std::string_view kHeldRecording =
    "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Mara Lind>🚢 Good morning. We have no pilots left for the winter.\n\n"
    "00:01:02.000 --> 00:01:09.000\n<v Mara Lind>The council gave us fourteen days to find a new crew.\n";

class HeldAtDesk : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    desk_ = testing::shipped_desk();
    routes_ = desk_routes(*desk_);
  }
  static void TearDownTestSuite() {
    routes_.clear();
    desk_.reset();
  }
  static PageJson lay(const std::string& name, std::string_view bytes) {
    const Response answer = ask_routes(routes_, "PUT", "/desk/originals", {{"name", name}}, std::string(bytes));
    EXPECT_EQ(answer.status, 201) << answer.body;
    return PageJson::parse(answer.body);
  }
  static PageJson audit(std::string_view text, const PageJson& originals,
                        const PageJson& corrections = PageJson::array()) {
    const Response answer =
        ask_routes(routes_, "POST", "/desk/audit", {},
                   PageJson{{"text", text}, {"originals", originals}, {"corrections", corrections}}.dump());
    EXPECT_EQ(answer.status, 200) << answer.body;
    return PageJson::parse(answer.body);
  }
  static PageJson held_as(const PageJson& answer, std::string_view result) {
    for (const PageJson& one : answer.at("originals").at("held")) {
      if (one.at("result") == result) return one;
    }
    return nullptr;
  }

  inline static std::unique_ptr<Desk> desk_;
  inline static Routes routes_;
};

TEST_F(HeldAtDesk, EachQuotationHasItsClassAndThePlaceOfItsWords) {
  const std::string id = lay("../hearing.vtt", kHeldRecording).at("id");
  const PageJson answer = audit(kHeldDraft, {id});
  EXPECT_TRUE(answer.at("originals").at("unknown").empty());
  const PageJson verbatim = held_as(answer, "verbatim"), number = held_as(answer, "number-changed");
  ASSERT_FALSE(verbatim.is_null()) << answer.at("originals").dump();
  ASSERT_FALSE(number.is_null()) << answer.at("originals").dump();
  EXPECT_EQ(number.at("severity"), "error");
  EXPECT_THAT(number.at("html").get<std::string>(), HasSubstr("<ins class=\"m\">forty</ins>"));
  EXPECT_THAT(number.at("html").get<std::string>(), HasSubstr("<del class=\"m\">fourteen</del>"));
  // It belongs to a card of the page.
  EXPECT_THAT(answer.at("panel").get<std::string>(),
              HasSubstr("id=\"" + number.at("attribution").get<std::string>() + "\""));
  const PageJson& passage = number.at("passages")[0];
  EXPECT_EQ(passage.at("document"), "hearing.vtt");
  EXPECT_EQ(passage.at("place"), "00:01:02");
  EXPECT_EQ(passage.at("speaker"), "Mara Lind");
  // `at` counts the code points of the text that the page is given.
  const PageJson text = PageJson::parse(ask_routes(routes_, "GET", "/desk/originals/" + id).body);
  const std::string words = text.at("text");
  EXPECT_EQ(TextIndex(words).slice({passage.at("at")[0], passage.at("at")[1]}),
            "The council gave us fourteen days to find a new crew");
  EXPECT_EQ(text.at("size"), TextIndex(words).size());
  ASSERT_EQ(text.at("places").size(), 2U);
  EXPECT_EQ(text.at("places")[1].at("place"), "00:01:02");
}

TEST_F(HeldAtDesk, WhatDiffersIsAFindingThatPeopleSettle) {
  const std::string id = lay("hearing.vtt", kHeldRecording).at("id");
  const PageJson before = audit(kHeldDraft, {id});
  const auto finding = [](const PageJson& answer) -> PageJson {
    for (const PageJson& one : answer.at("targets").at("findings")) {
      if (one.at("check") == "quotation-differs") return one;
    }
    return nullptr;
  };
  ASSERT_FALSE(finding(before).is_null());
  EXPECT_TRUE(finding(audit(kHeldDraft, PageJson::array())).is_null());
  const PageJson settled = {{"kind", "finding"},  {"target", {{"fingerprint", finding(before).at("fingerprint")}}},
                            {"value", "settled"}, {"reason", "she corrected herself afterwards"},
                            {"by", "jh"},         {"at", "2026-05-04T09:12:00Z"}};
  const PageJson after = audit(kHeldDraft, {id}, PageJson::array({settled}));
  EXPECT_EQ(after.at("corrections")[0].at("state"), "met");
  EXPECT_THAT(after.at("panel").get<std::string>(), HasSubstr("she corrected herself afterwards"));
}

TEST_F(HeldAtDesk, WhatIsNotHeldAnyLongerIsNamed) {
  const std::string id = lay("hearing.vtt", kHeldRecording).at("id");
  EXPECT_EQ(lay("hearing.vtt", kHeldRecording).at("id"), id);  // the same once
  EXPECT_EQ(ask_routes(routes_, "DELETE", "/desk/originals/" + id).status, 200);
  EXPECT_EQ(ask_routes(routes_, "DELETE", "/desk/originals/" + id).status, 404);
  EXPECT_EQ(ask_routes(routes_, "GET", "/desk/originals/" + id).status, 404);
  const PageJson answer = audit(kHeldDraft, {id});
  EXPECT_EQ(answer.at("originals").at("unknown"), PageJson::array({id}));
  EXPECT_TRUE(answer.at("originals").at("held").empty());
}

TEST_F(HeldAtDesk, AnOriginalWithoutTextLeavesQuotationsUnverified) {
  const PageJson picture = lay("scan.png", std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_NE(picture.at("problem"), "");
  const PageJson answer = audit(kHeldDraft, PageJson::array({picture.at("id")}));
  EXPECT_FALSE(held_as(answer, "unverified").is_null());
  EXPECT_TRUE(held_as(answer, "not-found").is_null());
  const PageJson other = lay("other.txt", "The weather was fine on all islands, and nobody spoke of anything else.\n");
  EXPECT_FALSE(held_as(audit(kHeldDraft, PageJson::array({other.at("id")})), "not-found").is_null());
}

TEST_F(HeldAtDesk, HostileOriginalsStayWords) {
  const std::string hostile =
      "SPEAKER <IMG>: We have no pilots left <script>alert(1)</script> for the winter <img src=x> and more of that.\n";
  const PageJson laid = lay("<b>Sheet</b>.txt", hostile);
  const PageJson answer = audit(kHeldDraft, PageJson::array({laid.at("id")}));
  ASSERT_FALSE(answer.at("originals").at("held").empty());
  for (const PageJson& one : answer.at("originals").at("held"))
    testing::expect_inert(one.at("html").get<std::string>());
  testing::expect_inert(answer.at("panel").get<std::string>());
}

TEST_F(HeldAtDesk, ListsThatAreNoneAreRefused) {
  for (const PageJson& originals :
       {PageJson(7), PageJson::array({1}), PageJson(std::vector<std::string>(kMostPageOriginals + 1, "x"))}) {
    const PageJson body = {{"text", kHeldDraft}, {"originals", originals}};
    EXPECT_EQ(ask_routes(routes_, "POST", "/desk/audit", {}, body.dump()).status, 400)
        << originals.dump().substr(0, 40);
  }
  EXPECT_EQ(ask_routes(routes_, "PUT", "/desk/originals", {{"name", "x"}}, std::string(kMostDeskBytes + 1, 'x')).status,
            413);
}

TEST_F(HeldAtDesk, MoreThanAnAuditGoesThroughIsSaid) {
  const std::string line = "Nobody spoke of pilots here.\n";
  std::string text;
  while (text.size() < (13U << 20U)) text += line;
  const std::string first = lay("one.txt", text).at("id"), second = lay("two.txt", text).at("id");
  const PageJson answer = audit(kHeldDraft, {first, second});
  EXPECT_EQ(answer.at("originals").at("unheld"), PageJson::array({second}));
  EXPECT_TRUE(held_as(answer, "not-found").is_null());  // it may stand in what was not looked through
  for (const std::string& id : {first, second}) ask_routes(routes_, "DELETE", "/desk/originals/" + id);
}

TEST_F(HeldAtDesk, ALongOriginalIsReadInParts) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "Line " + std::to_string(i) + " of the hearing — nothing.\n";
  const std::string id = lay("long.txt", text).at("id");
  const std::uint32_t size = TextIndex(text).size();
  const std::string path = "/desk/originals/" + id;
  const PageJson first = PageJson::parse(ask_routes(routes_, "GET", path).body);
  EXPECT_EQ(first.at("begin"), 0);
  EXPECT_EQ(first.at("size"), size);
  EXPECT_LT(first.at("end"), size);
  const std::uint32_t at = size - 1000;
  const PageJson last = PageJson::parse(ask_routes(routes_, "GET", path, {{"at", std::to_string(at)}}).body);
  EXPECT_LT(last.at("begin").get<std::uint32_t>(), at);
  EXPECT_EQ(last.at("end"), size);
  EXPECT_THAT(last.at("text").get<std::string>(), ::testing::StartsWith("Line "));
  EXPECT_EQ(TextIndex(last.at("text").get_ref<const std::string&>()).size(),
            size - last.at("begin").get<std::uint32_t>());
}

TEST(DeskOriginals, ThoseAskedForLongestAgoGoFirst) {
  DeskOriginals originals(40'000);
  const auto lay = [&](std::string id) {
    DeskOriginal one{.id = std::move(id), .document = {}, .problem = ""};
    one.document.text.assign(12'000, 'x');
    return originals.add(std::move(one));
  };
  for (const char* id : {"a", "b"}) EXPECT_TRUE(lay(id));
  const auto there = [&](const std::vector<std::string>& ids) {
    std::string found;
    originals.with(ids, [&](const std::vector<const DeskOriginal*>& all) {
      for (const DeskOriginal* one : all) found += one == nullptr ? "-" : one->id;
    });
    return found;
  };
  EXPECT_EQ(there({"a"}), "a");
  EXPECT_TRUE(lay("c"));
  EXPECT_TRUE(lay("d"));
  EXPECT_EQ(there({"a", "b", "c", "d"}), "a-cd");
  DeskOriginal large{.id = "e", .document = {}, .problem = ""};
  large.document.text.assign(50'000, 'x');
  EXPECT_FALSE(originals.add(std::move(large)));
}

}  // namespace
}  // namespace hearsay
