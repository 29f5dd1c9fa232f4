// Who is charged in an article and who of them is heard: texts with a charge, by the rules that tell it, and texts in
// which the accused, or somebody who speaks for them, has a say.
#include "score/accusations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "read_english.h"
#include "score/positions.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

struct AccusationRow {
  const char* accused;  // those who are charged, " · " between: as named; behind "!" those who are heard; "": nobody
  const char* text;
};
void PrintTo(const AccusationRow& row, std::ostream* out) {
  *out << row.accused << ": " << row.text;
}

Analysis analysed(const std::string& text) {
  return analyse(read_english("The council of Brema met on Monday in the old hall.\n\n" + text + "\n", "draft.txt"),
                 shipped_engine());
}

std::string accused_in(const std::string& text) {
  const Analysis analysis = analysed(text);
  const ScoreMarks marks = score_marks(shipped_engine().pack.program, analysis.matches);
  std::string out;
  for (const Accusation& one : find_accusations(score_input(analysis, shipped_engine(), marks))) {
    out += (out.empty() ? "" : " · ") + std::string(one.answered ? "!" : "") +
           std::string(text_of(analysis.document, analysis.text, one.accused));
  }
  return out;
}

class Accused : public testing::TestWithParam<AccusationRow> {};

TEST_P(Accused, IsFoundWithWhetherTheyAreHeard) {
  EXPECT_EQ(accused_in(GetParam().text), GetParam().accused);
}

INSTANTIATE_TEST_SUITE_P(
    Charges, Accused,
    testing::Values(AccusationRow{"Tarn Lines",
                                  "Ana Ruiz accused the harbour company Tarn Lines of hiding the failure."},
                    AccusationRow{"Tarn Lines", "The spill was the fault of Tarn Lines, Ana Ruiz said."},
                    AccusationRow{"Erik Holm", "“Erik Holm lied to the council,” Ana Ruiz said."},
                    AccusationRow{"Erik Holm", "Erik Holm has been charged with fraud, prosecutors said."},
                    AccusationRow{"Erik Holm", "Ana Ruiz met Erik Holm in May. “He misled us,” she said."},
                    AccusationRow{"Erik Holm", "Erik Holm and Lena Moss may have been involved, the report said."},
                    AccusationRow{"Erik Holm", "Erik Holm has repeatedly misled the council about the pumps."},
                    AccusationRow{"", "Ana Ruiz said Erik Holm did not mislead the council."},
                    AccusationRow{"", "Ana Ruiz said the storm violated the peace of the harbour."},
                    AccusationRow{"", "The officials lied, Ana Ruiz said."},
                    AccusationRow{"", "Ana Ruiz blamed the old harbour company for the spill."},
                    AccusationRow{"", "Erik Holm said he had misled the council."},
                    AccusationRow{"", "Boats in Norvia violated the rules, Ana Ruiz said."}));

INSTANTIATE_TEST_SUITE_P(
    Answers, Accused,
    testing::Values(
        AccusationRow{"!Erik Holm", "“Erik Holm misled the council,” Ana Ruiz said. Holm said it was a mistake."},
        AccusationRow{"!Erik Holm", "“Erik Holm misled the council,” Ana Ruiz said. Holm declined to comment."},
        AccusationRow{"!Tarn Lines",
                      "Ana Ruiz accused Tarn Lines of fraud. A spokesman for Tarn Lines said the books were in order."},
        AccusationRow{"!Erik Holm",
                      "Ana Ruiz accused Erik Holm of fraud. Lena Moss, a lawyer for Holm, said he would fight it."},
        AccusationRow{"Erik Holm", "“Erik Holm misled the council,” Ana Ruiz said. Lena Moss said it was late."},
        AccusationRow{"Erik Holm", "Ana Ruiz accused Erik Holm of fraud. Lena Holm, a singer, said it was late."},
        AccusationRow{"Erik Holm",
                      "Ana Ruiz accused Erik Holm of fraud. Two men who have known Holm said it was late."},
        AccusationRow{"Erik Holm", "“Erik Holm raped me,” Ana Ruiz said."},
        AccusationRow{"Liberals",
                      "Ana Ruiz blamed Liberals for the spill.\n\nLiberals said the pumps would "
                      "be replaced."},
        AccusationRow{"!Liberals", "Ana Ruiz blamed Liberals for the spill.\n\nLiberals said Ruiz was wrong."},
        AccusationRow{"!Liberals", "Ana Ruiz blamed Liberals for the spill.\n\nLiberals denied it."}));

TEST(Accusations, OneFindingAskedWithTheNameOfTheAccused) {
  const Analysis analysis = analysed(
      "Ana Ruiz accused Erik Holm of fraud. Ruiz said Holm misled the council. Lena Moss said the pumps were old.");
  std::vector<const Finding*> found;
  for (const Finding& finding : analysis.scorecard.findings) {
    if (finding.kind == FindingKind::unanswered) found.push_back(&finding);
  }
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front()->severity, Severity::warning);
  EXPECT_NE(found.front()->message.find("“Erik Holm”"), std::string::npos) << found.front()->message;
  EXPECT_EQ(found.front()->message.find('{'), std::string::npos) << found.front()->message;
}

std::vector<std::string> asked(const std::string& text) {
  std::vector<std::string> checks;
  for (const Finding& finding : analysed(text).scorecard.findings) checks.push_back(finding.check);
  return checks;
}

TEST(Accusations, ChargesOfAnotherTimeAreNotAsked) {
  EXPECT_EQ(std::ranges::count(asked("Ana Ruiz accused Erik Holm of fraud."), "unanswered-accusation"), 1);
  EXPECT_EQ(std::ranges::count(asked("In 2008, Ana Ruiz accused Erik Holm of fraud."), "unanswered-accusation"), 0);
}

TEST(Accusations, MarksThatPointNowhereAreNone) {
  const Analysis analysis = analysed("Ana Ruiz said the pumps were old.");
  ScoreMarks marks;
  marks.accusations = {{{5, 99999}, 0}, {{99999, 100000}, 1}, {{3, 5}, kNone}, {{0, 1}, 99999}};
  for (const Accusation& one : find_accusations(score_input(analysis, shipped_engine(), marks)))
    EXPECT_LT(one.accused.begin, analysis.text.tokens.size());
}

TEST(Accusations, ManyMarksTakeBoundedTime) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "Ana Ruiz accused Erik Holm of fraud. ";
  EXPECT_EQ(accused_in(text), "Erik Holm");
}

}  // namespace
}  // namespace hearsay
