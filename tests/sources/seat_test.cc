// Abbreviations of states by their letters.
#include "sources/seat.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct AbbreviationRow {
  const char* brief;
  const char* full;
  bool same;
};

class Abbreviation : public testing::TestWithParam<AbbreviationRow> {};

TEST_P(Abbreviation, OfName) {
  EXPECT_EQ(abbreviates(GetParam().brief, GetParam().full), GetParam().same)
      << GetParam().brief << " of " << GetParam().full;
}

INSTANTIATE_TEST_SUITE_P(
    States, Abbreviation,
    testing::Values(AbbreviationRow{"Calif.", "California", true}, AbbreviationRow{"Ky.", "Kentucky", true},
                    AbbreviationRow{"N.Y.", "New York", true}, AbbreviationRow{"Ohio", "Ohio", true},
                    AbbreviationRow{"Pa.", "Pennsylvania", true}, AbbreviationRow{"Ky.", "California", false},
                    AbbreviationRow{"Ore.", "Ohio", false}, AbbreviationRow{"Texas", "Tex", false},
                    AbbreviationRow{".", "Ohio", false}, AbbreviationRow{"", "Ohio", false},
                    AbbreviationRow{"Va.", "", false}));

}  // namespace
}  // namespace hearsay
