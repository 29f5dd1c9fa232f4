// Sources without a name that ask nothing, as the program reads them: whom the reader knows, and who refuses a deed.
#include <gtest/gtest.h>

#include <string>

#include "read_english.h"
#include "score/find_facts.h"
#include "score/gather.h"
#include "score/positions.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

/// The value of a fact of the source that speaks first in the text; −1 where none does.
double of_first_source(const std::string& text, Fact fact) {
  const Analysis analysis = analyse(read_english("Harbour\n\n" + text + "\n", "draft.txt"), shipped_engine());
  const ScoreMarks marks;
  const ScoreInput input = score_input(analysis, shipped_engine(), marks);
  const GatheredFacts gathered = gather_facts(input);
  for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
    const std::uint32_t source = source_index(input.sources, a);
    if (source != kNone) return gathered.facts.value(fact, source);
  }
  return -1;
}

struct SourceRow {
  const char* name;
  const char* text;
  double value;
};

void PrintTo(const SourceRow& row, std::ostream* out) {
  *out << row.name;
}

class DefiniteTest : public testing::TestWithParam<SourceRow> {};

TEST_P(DefiniteTest, TellsWhomTheReaderKnows) {
  EXPECT_EQ(of_first_source(GetParam().text, Fact::source_definite), GetParam().value) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    All, DefiniteTest,
    testing::Values(
        SourceRow{"some", "Two officials said on Monday that the lock at Brema would stay closed.", 0},
        SourceRow{"both", "Both officials said on Monday that the lock at Brema would stay closed.", 1},
        SourceRow{"one of them named", "According to scholars, including Jo Kirby, the lock would stay closed.", 1},
        SourceRow{"borne out in the next words", "Some experts said the lock was old. “It leaks,” Jo Kirby said.", 1},
        SourceRow{"next words in their own way", "Some experts said the lock was old. Jo Kirby said it leaked.", 0},
        SourceRow{"insiders", "Some officials said the lock was old. “It leaks,” Jo Kirby said.", 0},
        SourceRow{"one whose name comes next",
                  "A lawyer for the port said the lock was old. “It was,” attorney Jo Kirby said.", 1},
        SourceRow{"one beside another's", "A lawyer for the port said the lock was old. Teacher Jo Kirby said no.", 0},
        SourceRow{"a name they met", "Legal scholars who have met Jo Kirby said that the lock would stay closed.", 0},
        SourceRow{"told by who", "An official who said that the lock at Brema would stay closed left on Monday.", 0},
        SourceRow{"either", "Either official said on Monday that the lock at Brema would stay closed.", 1}));

class UnpublishedTest : public testing::TestWithParam<SourceRow> {};

TEST_P(UnpublishedTest, IsADocumentThatWasNotMeantForReaders) {
  EXPECT_EQ(of_first_source(GetParam().text, Fact::source_unpublished), GetParam().value) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, UnpublishedTest,
                         testing::Values(SourceRow{"internal",
                                                   "An internal report of the port said that the lock was old.", 1},
                                         SourceRow{"leaked", "A leaked memo said that the lock was old.", 1},
                                         SourceRow{"printed", "A report of the port said that the lock was old.", 0}));

class AssertsTest : public testing::TestWithParam<SourceRow> {};

TEST_P(AssertsTest, IsWhoSaysWhatCouldBeUntrue) {
  EXPECT_EQ(of_first_source(GetParam().text, Fact::source_asserts), GetParam().value) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    All, AssertsTest,
    testing::Values(SourceRow{"a clause", "Two officials said that the lock was old.", 1},
                    SourceRow{"a clause before", "The lock of Brema is old, two officials said.", 1},
                    SourceRow{"words", "“The old lock of Brema,” two officials said.", 1},
                    SourceRow{"blame", "Two officials criticized the port for its lock.", 1},
                    SourceRow{"an act", "Two officials unveiled a package of bills for the port.", 0}));

TEST(OpenText, IsWhatEverybodyCanReadToldByWhoStandsForItToo) {
  EXPECT_EQ(of_first_source("Guidelines of the port say that the lock is old.", Fact::source_open_text), 1);
  EXPECT_EQ(of_first_source("The town has a new policy that says the lock is closed at night.", Fact::source_open_text),
            1);
  EXPECT_EQ(of_first_source("A memo of the port says that the lock is old.", Fact::source_open_text), 0);
}

class DeclinedTest : public testing::TestWithParam<SourceRow> {};

TEST_P(DeclinedTest, IsOfWhoSpeaksElsewhereAndWouldNotComment) {
  EXPECT_EQ(of_first_source(GetParam().text, Fact::source_declined), GetParam().value) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    All, DeclinedTest,
    testing::Values(
        SourceRow{"comment",
                  "Harbour officials said the pumps were old. Harbour officials declined to comment on the lock.", 1},
        SourceRow{"a deed", "Harbour officials said the pumps were old. Harbour officials refused to open the lock.",
                  0},
        SourceRow{"nothing else", "Harbour officials declined to comment on the lock.", 0}));

}  // namespace
}  // namespace hearsay
