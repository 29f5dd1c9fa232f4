// The names that rule files may use are those of the enums, in their order.
#include "rules/names.h"

#include <gtest/gtest.h>

#include "attributions/attribution.h"
#include "mentions/mention.h"

namespace hearsay {
namespace {

TEST(Names, OfMediaStancesAndKindsAreTheEnums) {
  ASSERT_EQ(kMediumNames.size(), kMediumCount);
  ASSERT_EQ(kStanceNames.size(), kStanceCount);
  ASSERT_EQ(kSourceKindNames.size(), kSourceKindCount);
  for (std::size_t i = 0; i < kMediumCount; ++i) EXPECT_EQ(kMediumNames[i], medium_name(static_cast<Medium>(i)));
  for (std::size_t i = 0; i < kStanceCount; ++i) EXPECT_EQ(kStanceNames[i], stance_name(static_cast<Stance>(i)));
  for (std::size_t i = 0; i < kSourceKindCount; ++i)
    EXPECT_EQ(kSourceKindNames[i], source_kind_name(static_cast<SourceKind>(i)));
}

}  // namespace
}  // namespace hearsay
