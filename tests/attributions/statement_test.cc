// What is a statement and what is only believed, meant or done; and what is no attribution at all.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

/// The cue of each attribution, "-" before it where it is no statement.
std::vector<std::string> cues(const std::string& text) {
  const Analysis a = analyse(read_english(text, "input"), shipped_engine());
  std::vector<std::string> found;
  for (const Attribution& one : a.attributions)
    found.push_back((one.statement ? "" : "-") + std::string(text_of(a.document, a.text, one.cue)));
  return found;
}

struct CuesRow {
  const char* text;
  std::vector<std::string> cues;
};

void expect_all(const std::vector<CuesRow>& rows) {
  for (const CuesRow& row : rows) EXPECT_EQ(cues(row.text), row.cues) << row.text;
}

TEST(Statement, WordsOfSpeechTellOfOne) {
  expect_all({
      {"The union said the pier was shut.", {"said"}},
      {"Two divers told the mayor that the hull was cracked.", {"told"}},
      {"The audit found that the pumps were old.", {"found"}},
      {"The mayor accused the owners of neglect.", {"accused"}},
      {"The captain declined to comment.", {"declined"}},
  });
}

TEST(Statement, AttitudesAndDeedsAreNone) {
  expect_all({
      {"The union hopes that the pier will open.", {"-hopes"}},
      {"The crew knew that the hull was cracked.", {"-knew"}},
      {"The mayor supports the new pier.", {"-supports"}},
      {"The union plans to close the pier.", {"-plans"}},
  });
}

TEST(Statement, ToldOfAsNotSo) {
  expect_all({
      {"She did not believe Omar Rend had asked him to go, Ana Ruiz said.", {"-did not believe", "-had asked", "said"}},
      {"Ana Ruiz said she had never heard Omar Rend say that the pier was shut.", {"said", "-say"}},
  });
}

TEST(Statement, ThingsAndNamesSayNothing) {
  expect_all({
      {"The town's situation underscored that the pumps are old.", {"-underscored"}},
      {"The mayor underscored that the pumps are old.", {"underscored"}},
      {"The town hall said that the pumps are old.", {"said"}},
      {"Ana Ruiz spoke to reporters on Friday after the board shut the pier.", {"-spoke"}},
  });
  for (const std::string& cue : cues("The pumps are old.\n\nLena Said is a Brema Chronicle staff writer."))
    EXPECT_TRUE(cue.starts_with('-')) << cue;
}

TEST(Statement, QuestionsStateNothing) {
  expect_all({
      {"The reporter asked about the ferry.", {"-asked about"}},
      {"The reporter asked whether the ferry ran.", {"-asked"}},
      {"The owners asked the court to stop the ferry.", {"asked"}},
      {"The mayor questioned the ferry's safety.", {"questioned"}},
  });
}

TEST(Statement, WhatPeopleShowTheyDo) {
  expect_all({
      {"Ana Ruiz has shown that she can win.", {"-has shown"}},
      {"The audit has shown that the pier was cracked.", {"has shown"}},
      {"The mayor signaled his disdain for the union.", {"-signaled", "-disdain for"}},
      {"The mayor signaled he would sign the bill.", {"signaled"}},
      {"The state did not defend the law in court.", {"-did not defend"}},
      {"The board shrugged off the threat.", {"-shrugged off"}},
  });
}

TEST(Statement, WhatMayStillCome) {
  expect_all({
      {"They will not agree unless the mayor publicly endorses the plan.", {"-will not agree", "-publicly endorses"}},
  });
}

TEST(Statement, SpeechWithoutWordsIsNone) {
  expect_all({
      {"Ana Ruiz pleaded guilty to a charge of fraud.", {"-pleaded"}},
      {"She said it again.", {"said"}},
      {"She tweets always.", {"-tweets"}},
      {"The mayor is lying about the pier.", {"-is lying about"}},
  });
}

TEST(Statement, QuotedWordsAreSomebodys) {
  expect_all({{"The union hopes that “no ferry will ever leave the islands again”.", {"hopes"}}});
}

TEST(Statement, NobodyNamed) {
  expect_all({
      {"The owner is believed to have fled.", {"is believed"}},
      {"The pier seems to be cracked.", {"-seems"}},
  });
}

TEST(Plausible, DeedsAreNoAttribution) {
  expect_all({
      {"The keeper made a late block and the crowd sang.", {}},
      {"The flood has claimed thousands of lives.", {}},
      {"The clerk was cited for speeding on the coast road.", {}},
      {"The recruits reported for duty at the harbour on Monday.", {}},
      {"The kiosk charges $5 for a map of the islands.", {}},
  });
}

TEST(Statement, AHeadlineMayOpenWithWordsThatAreNobody) {
  expect_all({
      {"Cabinet Shakeup: Embattled Ruiz out\n\nThe minister left on Monday, and the cabinet met.\n", {"-:"}},
      {"Ana Ruiz: The port is lost\n\nThe port was shut on Monday, and Ruiz left the town.\n", {":"}},
  });
}

TEST(Statement, ThingsSayNothingWithoutAClause) {
  expect_all({
      {"The deaths have highlighted the dangers of the route.", {"-have highlighted"}},
      {"The case underscores the risk of the port.", {"-underscores"}},
      {"The union highlighted the dangers of the route.", {"highlighted"}},
  });
}

TEST(Statement, WhatADocumentFindsStandsInIt) {
  expect_all({
      {"Preliminary results from a large study found shorter delays at the port.", {"found"}},
      {"The crew found shorter ropes at the port.", {}},
  });
}

TEST(Statement, WhatIsNotMentionedOrWantedIsNone) {
  expect_all({
      {"Lawmakers do not want to divide the town by openly criticizing Holm.", {"-do not want", "-openly criticizing"}},
      {"The oldest boat, the survey found, is the one that sank.", {"found"}},
  });
}

}  // namespace
}  // namespace hearsay
