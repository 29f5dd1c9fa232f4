// Each kind of change in small edits of one invented story, and edits that change nothing.
#include <gtest/gtest.h>

#include <ostream>

#include "compare/compared.h"

namespace hearsay {
namespace {

constexpr const char* kStory = R"(Harbour wall at Orlo to be rebuilt after winter storms

By Marta Quill
March 3, 2025

ORLO — The harbour wall at Orlo will be rebuilt before autumn, the town council said on Monday.

“We lost forty metres of stone in one night,” said Ana Ruiz, the mayor of Orlo. “The sea did not ask us for permission.”

Ruiz said the council had set aside 4 million crowns for the work.

A senior official at the ministry, who spoke on condition of anonymity because the budget has not been approved, said the state would pay half of the cost.

Two fishermen accused the contractor, Teller Marine, of using cheap stone when the wall was raised in 2009.

The storm may have damaged about 30 boats, according to Pavel Dorn, who heads the port's insurance fund.

“Nobody warned us,” Dorn told Radio Kest. He said that the fund would answer every claim by June.

Ida Holm, an engineer at Kest University, said in a statement that the old wall had been sound until last year.

The ferry to the outer islands will not sail until the end of the week.
)";

struct Edit {
  const char* name;
  const char* was;
  const char* is;
  const char* kinds;
};

std::ostream& operator<<(std::ostream& out, const Edit& edit) {
  return out << edit.name;
}

class Kinds : public ::testing::TestWithParam<Edit> {};

TEST_P(Kinds, AreFoundOnce) {
  const Edit& edit = GetParam();
  const std::string newer = replaced(kStory, edit.was, edit.is);
  const VersionChanges changes = compare_texts(kStory, newer);
  EXPECT_EQ(kinds_of(changes), edit.kinds) << edit.was << " → " << edit.is;
  for (const Change& change : changes.changes) EXPECT_FALSE(change.why.empty());
}

constexpr const char* kHolm =
    "Ida Holm, an engineer at Kest University, said in a statement that the old wall had been sound until last "
    "year.\n\n";
constexpr const char* kDornClaim = " He said that the fund would answer every claim by June.";

INSTANTIATE_TEST_SUITE_P(
    Sources, Kinds,
    ::testing::Values(
        Edit{"added", "The ferry to the outer",
             "“It was a matter of time,” said Jonas Abeyta, a retired pilot.\n\nThe ferry to the outer",
             "source-added"},
        Edit{"added_indirect", "The ferry to the outer",
             "Lena Ostrow, who runs the fish market, said trade had fallen by a third.\n\nThe ferry to the outer",
             "source-added"},
        Edit{"added_anonymous", "The ferry to the outer",
             "A person familiar with the contract said that the stone came from abroad.\n\nThe ferry to the outer",
             "source-added"},
        Edit{"dropped", kHolm, "", "source-dropped"},
        Edit{"dropped_both_of_one",
             "“Nobody warned us,” Dorn told Radio Kest. He said that the fund would answer every claim by June.", "",
             "claim-dropped"},
        Edit{"dropped_anonymous",
             "A senior official at the ministry, who spoke on condition of anonymity because the budget has not been "
             "approved, said the state would pay half of the cost.\n\n",
             "", "source-dropped"},
        Edit{"named",
             "A senior official at the ministry, who spoke on condition of anonymity because the budget has not been "
             "approved, said",
             "Petra Lund, the deputy minister, said", "source-named"},
        Edit{"named_shorter",
             "A senior official at the ministry, who spoke on condition of anonymity because the budget "
             "has not been approved,",
             "Idris Vale of the ministry", "source-named"},
        Edit{"unnamed", "Ida Holm, an engineer at Kest University, said", "An engineer said", "source-unnamed"},
        Edit{"unnamed_according", "according to Pavel Dorn, who heads the port's insurance fund",
             "according to a person familiar with the insurance fund", "source-unnamed"}));

INSTANTIATE_TEST_SUITE_P(
    Words, Kinds,
    ::testing::Values(Edit{"number", "lost forty metres", "lost sixty metres", "quotation-changed"},
                      Edit{"negation", "did not ask us", "did ask us", "quotation-changed"},
                      Edit{"word", "Nobody warned us", "Nobody told us", "quotation-changed"},
                      Edit{"two_words", "lost forty metres of stone in one night",
                           "lost fifty metres of rock in one night", "quotation-changed"},
                      Edit{"cut_short", "of stone in one night,”", "of stone,”", "quotation-changed"},
                      Edit{"headline", "Harbour wall at Orlo to be rebuilt after winter storms",
                           "Orlo mayor blames sea for broken wall", "headline-changed"},
                      Edit{"headline_word", "to be rebuilt after", "to be removed after", "headline-changed"},
                      Edit{"headline_number", "after winter storms", "after 3 winter storms", "headline-changed"}));

INSTANTIATE_TEST_SUITE_P(
    Paraphrases, Kinds,
    ::testing::Values(
        Edit{"number", "set aside 4 million crowns", "set aside 5 million crowns", "paraphrase-changed"},
        Edit{"in_words", "set aside 4 million crowns", "set aside four million crowns", ""},
        Edit{"in_figures", "set aside 4 million crowns", "set aside 4,000,000 crowns", ""},
        Edit{"day", "answer every claim by June", "answer every claim by July", "paraphrase-changed"},
        Edit{"negation", "would pay half of the cost", "would not pay half of the cost", "paraphrase-changed"},
        Edit{"negation_left_out", "will not sail until the end of the week", "will sail until the end of the week",
             ""},  // the paper's own words
        Edit{"quantity", "answer every claim", "answer most claims", "paraphrase-changed"},
        Edit{"part", "pay half of the cost", "pay the cost", "paraphrase-changed"},
        Edit{"words", "set aside 4 million crowns for the work", "put by 4 million crowns for the repairs", ""},
        Edit{"number_added", "set aside 4 million crowns", "set aside 4 million crowns in two budgets", ""}));

constexpr const char* kHeadline = "Harbour wall at Orlo to be rebuilt after winter storms";

INSTANTIATE_TEST_SUITE_P(
    Headlines, Kinds,
    ::testing::Values(Edit{"body_says_the_reverse", "at Orlo will be rebuilt", "at Orlo will not be rebuilt",
                           "headline-stale paraphrase-changed"},
                      Edit{"body_has_it_no_longer",
                           "The harbour wall at Orlo will be rebuilt before autumn, the town council said on Monday.",
                           "Gulls nest on the cliffs, Ruiz said on Monday.",
                           "headline-stale claim-added source-dropped"},
                      Edit{"body_hedges", "will be rebuilt before autumn, the town council said on Monday.",
                           "may be rebuilt before autumn, the town council said on Monday.", "hedge-changed"}));

INSTANTIATE_TEST_SUITE_P(
    Claims, Kinds,
    ::testing::Values(
        Edit{"lost", "Ruiz said the council had set", "The council had set", "source-lost"},
        Edit{"lost_according", ", according to Pavel Dorn, who heads the port's insurance fund.", ".", "source-lost"},
        Edit{"lost_statement", "Ida Holm, an engineer at Kest University, said in a statement that the old wall",
             "The old wall", "source-lost"},
        Edit{"gained", "The ferry to the outer islands will not sail until the end of the week.",
             "The ferry to the outer islands will not sail until the end of the week, Ruiz said.", "source-gained"},
        Edit{"gained_before", "The ferry to the outer islands will", "Ruiz said the ferry to the outer islands will",
             "source-gained"},
        Edit{"gained_according", "until the end of the week.", "until the end of the week, according to Ana Ruiz.",
             "source-gained"},
        Edit{"added", kDornClaim,
             " He said that the fund would answer every claim by June. Dorn said most of the boats were insured "
             "against storms.",
             "claim-added"},
        Edit{"added_apart", "Two fishermen", "Ruiz said the town had asked for help in writing.\n\nTwo fishermen",
             "claim-added"},
        Edit{"added_quote", "Two fishermen", "“I will not sign it,” Ruiz said.\n\nTwo fishermen", "claim-added"},
        Edit{"dropped", kDornClaim, "", "claim-dropped"},
        Edit{"dropped_paragraph", "Ruiz said the council had set aside 4 million crowns for the work.\n\n", "",
             "claim-dropped"}));

INSTANTIATE_TEST_SUITE_P(
    Strength, Kinds,
    ::testing::Values(Edit{"admitted", "Ruiz said the council", "Ruiz admitted the council", "cue-changed"},
                      Edit{"claimed", "He said that the fund", "He claimed that the fund", "cue-changed"},
                      Edit{"revealed", "approved, said the state", "approved, revealed the state", "cue-changed"},
                      Edit{"conceded", "statement that the old", "statement that the old", ""},
                      Edit{"may", "The storm may have damaged", "The storm damaged", "hedge-changed"},
                      Edit{"about", "about 30 boats", "30 boats", "hedge-changed"},
                      Edit{"weaker", "had been sound until", "may have been sound until", "hedge-changed"},
                      Edit{"relay", "Dorn told Radio Kest.", "Dorn said.", "relay-changed"},
                      Edit{"statement", "said in a statement that", "said that", "relay-changed"},
                      Edit{"relay_added", "Ruiz said the council", "Ruiz told Radio Kest the council", "relay-changed"},
                      Edit{"reason_dropped",
                           ", who spoke on condition of anonymity because the budget has not been approved,", "",
                           "reason-dropped"}));

INSTANTIATE_TEST_SUITE_P(
    Accused, Kinds,
    ::testing::Values(Edit{"declined", "raised in 2009.", "raised in 2009. Teller Marine declined to comment.",
                           "accused-heard"},
                      Edit{"no_answer", "raised in 2009.",
                           "raised in 2009. Teller Marine did not respond to a request for comment.", "accused-heard"},
                      Edit{"answered", "raised in 2009.",
                           "raised in 2009. “Every block was tested,” Teller Marine said.", "accused-heard"}));

INSTANTIATE_TEST_SUITE_P(
    Nothing, Kinds,
    ::testing::Values(Edit{"nothing", "ORLO", "ORLO", ""}, Edit{"double_blank", "the work.", "the  work.", ""},
                      Edit{"straight_quotes", "“Nobody warned us,” Dorn", "\"Nobody warned us,\" Dorn", ""},
                      Edit{"single_quotes", "“Nobody warned us,” Dorn", "‘Nobody warned us,’ Dorn", ""},
                      Edit{"apostrophe", "port's", "port’s", ""}, Edit{"dash", "ORLO —", "ORLO –", ""},
                      Edit{"says", "Ruiz said the council", "Ruiz says the council", ""},
                      Edit{"plain_cue", "Ruiz said the council", "Ruiz stated the council", ""},
                      Edit{"own_voice", "until the end of the week", "until the weekend", ""},
                      Edit{"own_voice_added", "The ferry to the outer",
                           "The wall was raised in 2009.\n\nThe ferry to the outer", ""},
                      Edit{"title_dot", "Ruiz said the council", "Ruiz said the council", ""},
                      Edit{"one_paragraph", "of the cost.\n\nTwo fishermen", "of the cost. Two fishermen", ""},
                      Edit{"two_paragraphs", "Radio Kest. He said", "Radio Kest.\n\nHe said", ""}));

/// "number apart", of the one change of this kind.
std::string traits_of(const std::string& older, const std::string& newer, ChangeKind kind) {
  std::string traits;
  for (const Change& change : compare_texts(older, newer).changes) {
    if (change.kind != kind) continue;
    for (const std::string& trait : change.traits) traits.append(traits.empty() ? "" : " ").append(trait);
  }
  return traits;
}

TEST(Compare, HeadlinesAreHeldAgainstTheirBody) {
  const std::string plain = kStory;
  const std::string loss = "Forty metres of harbour wall lost at Orlo in one night";
  const std::string counted = replaced(kStory, kHeadline, loss);
  const auto headline = [&](const std::string& text, const std::string& was, const std::string& is) {
    return traits_of(text, replaced(text, was, is), ChangeKind::headline_changed);
  };
  const auto stale = [&](const std::string& text, const std::string& was, const std::string& is) {
    return traits_of(text, replaced(text, was, is), ChangeKind::headline_stale);
  };
  EXPECT_EQ(headline(plain, "after winter storms", "after 3 winter storms"), "number apart");
  EXPECT_EQ(headline(counted, "Forty metres of harbour", "Sixty metres of harbour"), "number apart");
  EXPECT_EQ(headline(counted, "Forty metres of harbour", "40 metres of harbour"), "");
  EXPECT_EQ(headline(plain, "to be rebuilt after", "not to be rebuilt after"), "negation apart");
  EXPECT_EQ(stale(counted, "lost forty metres", "lost sixty metres"), "number");
  EXPECT_EQ(stale(counted, "lost forty metres", "lost 40 metres"), "");
  EXPECT_EQ(stale(plain, "at Orlo will be rebuilt", "at Orlo will not be rebuilt"), "negation");
  // Both were changed, and alike.
  const std::string both = replaced(replaced(counted, "Forty metres of harbour", "Sixty metres of harbour"),
                                    "lost forty metres", "lost sixty metres");
  EXPECT_EQ(traits_of(counted, both, ChangeKind::headline_changed), "number");
  EXPECT_EQ(traits_of(counted, both, ChangeKind::headline_stale), "");
  // How surely: a headline that was as sure as its body and is surer now.
  const std::string own = replaced(kStory, ", the town council said on Monday", "");
  EXPECT_EQ(stale(own, "at Orlo will be rebuilt", "at Orlo may be rebuilt"), "stronger");
  const std::string hedged =
      replaced(replaced(own, "at Orlo will be rebuilt", "at Orlo may be rebuilt"), "Orlo to be", "Orlo may be");
  EXPECT_EQ(headline(hedged, "Orlo may be", "Orlo to be"), "stronger apart");
  EXPECT_EQ(headline(own, "Orlo to be", "Orlo may be"), "weaker apart");
  const std::string said = replaced(kStory, "after winter storms", "after winter storms, council says");
  EXPECT_EQ(headline(said, ", council says", ""), "stronger apart");
}

TEST(Compare, TheParaphraseSaysWhatWasTurned) {
  const auto traits = [](const std::string& was, const std::string& is) {
    return traits_of(kStory, replaced(kStory, was, is), ChangeKind::paraphrase_changed);
  };
  EXPECT_EQ(traits("aside 4 million crowns", "aside 5 million crowns"), "number");
  EXPECT_EQ(traits("would pay half", "would not pay half"), "negation");
  EXPECT_EQ(traits("answer every claim", "answer most claims"), "quantity");
  const VersionChanges changes =
      compare_texts(kStory, replaced(kStory, "aside 4 million crowns", "aside 5 million crowns"));
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(changes.changes[0].differences, (std::vector<WordDifference>{{"5", "4"}}));
  EXPECT_EQ(changes.changes[0].source, "Ana Ruiz");
  EXPECT_EQ(changes.changes[0].severity, Severity::warning);
}

TEST(Compare, ReasonsAreFoundBothWays) {
  const std::string without =
      replaced(kStory, ", who spoke on condition of anonymity because the budget has not been approved,", "");
  EXPECT_EQ(kinds_of(compare_texts(without, kStory)), "reason-added");
}

TEST(Compare, OrderOfParagraphsDoesNotCount) {
  const std::string story = kStory;
  const std::string holm = kHolm;
  std::string moved = replaced(story, holm, "");
  moved = replaced(moved, "Ruiz said the council", holm + "Ruiz said the council");
  const VersionChanges changes = compare_texts(story, moved);
  EXPECT_EQ(kinds_of(changes), "");
  EXPECT_TRUE(std::any_of(changes.passages.begin(), changes.passages.end(),
                          [](const ComparedPassage& row) { return row.moved; }));
}

TEST(Compare, ItselfIsTheSame) {
  const Report report = report_of_text(kStory);
  const VersionChanges changes = compare_reports(report, report);
  EXPECT_EQ(kinds_of(changes), "");
  EXPECT_FALSE(changes.correction_noted);
  EXPECT_EQ(changes.kept, 1);
  for (const ComparedPassage& row : changes.passages) {
    EXPECT_TRUE(row.older_changed.empty() && row.newer_changed.empty());
    EXPECT_EQ(row.older, row.newer);
  }
}

TEST(Compare, DifferencesAreWordByWord) {
  const VersionChanges changes =
      compare_texts(kStory, replaced(kStory, "lost forty metres of stone", "lost sixty metres of rock"));
  ASSERT_EQ(changes.changes.size(), 1U);
  const Change& change = changes.changes[0];
  EXPECT_EQ(change.differences, (std::vector<WordDifference>{{"sixty", "forty"}, {"rock", "stone"}}));
  EXPECT_TRUE(change.has("number"));
  EXPECT_EQ(change.severity, Severity::error);
  EXPECT_EQ(change.source, "Ana Ruiz");
}

TEST(Compare, NotesOfCorrectionsAreSeen) {
  const std::string newer = replaced(kStory, "lost forty", "lost sixty");
  EXPECT_FALSE(compare_texts(kStory, newer).correction_noted);
  for (const char* note :
       {"Correction: An earlier version of this article gave another figure for the wall.",
        "This article was amended on 4 March 2025 to correct a figure.",
        "An earlier version of this article misquoted the mayor.", "Update: The figure given by the mayor was changed.",
        "Clarification: The mayor spoke of the outer wall."}) {
    const VersionChanges changes = compare_texts(kStory, newer + "\n" + note + "\n");
    EXPECT_TRUE(changes.correction_noted) << note;
    EXPECT_EQ(kinds_of(changes), "quotation-changed") << note;
  }
  // One that was there before speaks of another thing.
  const std::string note = "\nCorrection: An earlier version of this article misspelt a name.\n";
  EXPECT_FALSE(compare_texts(kStory + note, newer + note).correction_noted);
  EXPECT_FALSE(compare_texts(kStory, newer + "\nUpdates on the ferry are on the port’s page.\n").correction_noted);
}

TEST(Compare, GateReadsItsLanguage) {
  Diagnostic problem;
  const auto gate = read_gate("source-unnamed,source-added:anonymous", problem);
  ASSERT_TRUE(gate.has_value());
  VersionChanges none;
  Change change{.kind = ChangeKind::source_added};
  EXPECT_FALSE(gate->fails(change, none));
  change.traits = {"anonymous"};
  EXPECT_TRUE(gate->fails(change, none));
  const auto silent = read_gate("warning!", problem);
  ASSERT_TRUE(silent.has_value());
  change.severity = Severity::error;
  EXPECT_TRUE(silent->fails(change, none));
  none.correction_noted = true;
  EXPECT_FALSE(silent->fails(change, none));
  EXPECT_TRUE(read_gate("never", problem)->rules.empty());
  EXPECT_FALSE(read_gate("source-add", problem).has_value());
  EXPECT_NE(problem.remedy.find("did you mean 'source-added'"), std::string::npos) << problem.remedy;
  EXPECT_FALSE(read_gate("source-lost:anonymous", problem).has_value());
  EXPECT_FALSE(read_gate("", problem).has_value());
}

}  // namespace
}  // namespace hearsay
