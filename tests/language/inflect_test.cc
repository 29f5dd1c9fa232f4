// Regular inflection and its spelling, by table.
#include "language/english/inflect.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct VerbRow {
  std::string_view base, third, ing, past;
};

TEST(Inflect, VerbsFollowTheUsualSpelling) {
  const VerbRow rows[] = {
      {"report", "reports", "reporting", "reported"},
      {"stop", "stops", "stopping", "stopped"},
      {"deny", "denies", "denying", "denied"},
      {"convey", "conveys", "conveying", "conveyed"},
      {"focus", "focuses", "focusing", "focused"},
      {"state", "states", "stating", "stated"},
      {"agree", "agrees", "agreeing", "agreed"},
      {"admit", "admits", "admitting", "admitted"},
      {"limit", "limits", "limiting", "limited"},
      {"visit", "visits", "visiting", "visited"},
      {"refer", "refers", "referring", "referred"},
      {"offer", "offers", "offering", "offered"},
      {"concur", "concurs", "concurring", "concurred"},
      {"quip", "quips", "quipping", "quipped"},
      {"tweet", "tweets", "tweeting", "tweeted"},
      {"vow", "vows", "vowing", "vowed"},
      {"guess", "guesses", "guessing", "guessed"},
      {"preach", "preaches", "preaching", "preached"},
      {"veto", "vetoes", "vetoing", "vetoed"},
      {"echo", "echoes", "echoing", "echoed"},
      {"lie", "lies", "lying", "lied"},
      {"panic", "panics", "panicking", "panicked"},
      {"fax", "faxes", "faxing", "faxed"},
      {"question", "questions", "questioning", "questioned"},
      {"argue", "argues", "arguing", "argued"},
      {"blog", "blogs", "blogging", "blogged"},
      {"answer", "answers", "answering", "answered"},
      {"reveal", "reveals", "revealing", "revealed"},
      {"control", "controls", "controlling", "controlled"},
      {"fact-check", "fact-checks", "fact-checking", "fact-checked"},
      {"repeat", "repeats", "repeating", "repeated"},
      {"equip", "equips", "equipping", "equipped"},
      {"develop", "develops", "developing", "developed"},
      {"emphasise", "emphasises", "emphasising", "emphasised"},
  };
  for (const VerbRow& row : rows) {
    EXPECT_EQ(inflect_english(row.base, Form::third).first, row.third);
    EXPECT_EQ(inflect_english(row.base, Form::ing).first, row.ing);
    EXPECT_EQ(inflect_english(row.base, Form::past).first, row.past);
    EXPECT_EQ(inflect_english(row.base, Form::participle).first, row.past);
  }
}

TEST(Inflect, BothSpellingsWhereBothAreInUse) {
  EXPECT_EQ(inflect_english("signal", Form::past).first, "signaled");
  EXPECT_EQ(inflect_english("signal", Form::past).second, "signalled");
  EXPECT_EQ(inflect_english("focus", Form::past).second, "focussed");
  EXPECT_EQ(inflect_english("report", Form::past).second, "");
}

TEST(Inflect, Plurals) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"official", "officials"},
      {"ministry", "ministries"},
      {"survey", "surveys"},
      {"witness", "witnesses"},
      {"coach", "coaches"},
      {"spokesman", "spokesmen"},
      {"policewoman", "policewomen"},
      {"spokesperson", "spokespeople"},
      {"human", "humans"},
      {"memo", "memos"},
      {"hero", "heroes"},
      {"studio", "studios"},
      {"analysis-x", "analysis-xes"},
  };
  for (const auto& [singular, plural] : rows) EXPECT_EQ(inflect_english(singular, Form::plural).first, plural);
}

TEST(Inflect, ShortAndEmptyWordsAreSafe) {
  for (const std::string_view word : {"", "a", "e", "y", "ie", "o", "-", "--", "\xC3\xA9"}) {
    for (int form = 0; form < 6; ++form) EXPECT_NO_THROW((void)inflect_english(word, static_cast<Form>(form)));
  }
}

}  // namespace
}  // namespace hearsay
