// An external sort: what goes to the disk comes back as what was held in memory would.
#include "base/record_sort.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using Records = std::vector<std::pair<std::string, std::string>>;

Records sorted(const Records& records, RecordSort::Held held) {
  RecordSort sort(held);
  for (const auto& [key, value] : records) sort.add(key, value);
  EXPECT_EQ(sort.size(), records.size());
  sort.finish();
  Records out;
  for (RecordSort::Cursor cursor(sort); cursor.next();) out.emplace_back(cursor.key(), cursor.value());
  return out;
}

Records many() {
  Records records;
  for (unsigned i = 0; i < 600; ++i) {
    const unsigned at = i * 7919 % 101;
    // Some longer than the window through which they are read.
    records.emplace_back("key" + std::to_string(at), std::to_string(i) + std::string(at == 3 ? 20'000 : at, 'x'));
  }
  return records;
}

TEST(RecordSort, ByKeyAndThenAsTheyCame) {
  EXPECT_THAT(sorted({{"b", "1"}, {"a", "2"}, {"b", "0"}, {"", "3"}, {"a", ""}}, {}),
              ElementsAre(Pair("", "3"), Pair("a", "2"), Pair("a", ""), Pair("b", "1"), Pair("b", "0")));
  EXPECT_THAT(sorted({}, {}), IsEmpty());
}

TEST(RecordSort, KeysAreBytes) {
  EXPECT_THAT(sorted({{"é", "1"}, {"z", "2"}, {std::string("a\0b", 3), "3"}, {"a", "4"}}, {.bytes = 1}),
              ElementsAre(Pair("a", "4"), Pair(std::string("a\0b", 3), "3"), Pair("z", "2"), Pair("é", "1")));
}

TEST(RecordSort, NothingDependsOnWhatIsHeld) {
  const Records records = many();
  Records expected = records;
  std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const RecordSort::Held& held :
       {RecordSort::Held{}, RecordSort::Held{.bytes = 1}, RecordSort::Held{.bytes = 1, .runs = 2},
        RecordSort::Held{.bytes = 5000}, RecordSort::Held{.bytes = 5000, .runs = 3}})
    EXPECT_TRUE(sorted(records, held) == expected) << held.bytes << ' ' << held.runs;
}

TEST(RecordSort, TwoCursorsDoNotDisturbEachOther) {
  RecordSort sort({.bytes = 64});
  for (const char* key : {"c", "a", "d", "b"}) sort.add(key, "");
  sort.finish();
  RecordSort::Cursor ahead(sort), behind(sort);
  std::string met;
  while (ahead.next()) {
    met += ahead.key();
    if (ahead.key() == "b") continue;
    ASSERT_TRUE(behind.next());
    met += behind.key();
  }
  EXPECT_EQ(met, "aabcbdc");
  EXPECT_FALSE(ahead.next());
}

}  // namespace
}  // namespace hearsay
