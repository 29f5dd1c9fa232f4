#include "base/zip.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Zip, GivesBackWhatItGot) {
  const std::string bytes = write_zip({{"a/b.xml", "one"}, {"empty", ""}, {"big", std::string(300'000, 'x')}});
  EXPECT_TRUE(is_zip(bytes));
  EXPECT_LT(bytes.size(), 5'000U);
  const ZipParts zip = read_zip(bytes);
  EXPECT_EQ(zip.problem, "");
  ASSERT_NE(zip.find("A/B.XML"), nullptr);
  EXPECT_EQ(*zip.find("a/b.xml"), "one");
  EXPECT_EQ(zip.find("b.xml"), nullptr);
  EXPECT_EQ(bytes, write_zip(zip.parts));
}

TEST(Zip, IsBounded) {
  const std::string bytes = write_zip({{"a", std::string(1000, 'x')}, {"b", std::string(1000, 'y')}});
  EXPECT_EQ(read_zip(bytes, {.part_bytes = 999}).problem, "the archive unpacks to more than an article can be");
  EXPECT_EQ(read_zip(bytes, {.total_bytes = 1500}).problem, "the archive unpacks to more than an article can be");
  EXPECT_EQ(read_zip(bytes, {.parts = 1}).problem, "the archive has more than 1 parts");
  for (std::size_t size = 0; size < bytes.size() / 2; size += 7) {
    const ZipParts torn = read_zip(std::string_view(bytes).substr(0, size));
    EXPECT_TRUE(!torn.problem.empty() || torn.endless) << size;  // either way it is told
  }
}

TEST(Zip, NamesAreOnlyNames) {
  const ZipParts zip = read_zip(write_zip({{"../../etc/x", "one"}, {"a", "1"}, {"a", "2"}}));
  ASSERT_NE(zip.find("../../etc/x"), nullptr);
  EXPECT_EQ(zip.parts.size(), 2U);
}

}  // namespace
}  // namespace hearsay
