#include "base/zip.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/nameless_file.h"

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

std::string long_part() {
  std::string bytes;
  for (unsigned i = 0; i < 60'000; ++i) bytes += std::to_string(i * 2654435761U) + ' ';
  return bytes;
}

TEST(Zip, IsRepackedPieceByPiece) {
  const std::string bytes = write_zip({{"a/b.xml", "one"}, {"empty", ""}, {"long", long_part()}});
  const NamelessFile file;
  ASSERT_EQ(pwrite(file.descriptor(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  std::string again, seen, longest;
  EXPECT_TRUE(repack_zip(
      file.descriptor(),
      [&](std::string_view piece) {
        again += piece;
        if (piece.size() > longest.size()) longest = piece;
      },
      [&](std::string_view name, std::string_view piece) {
        if (name == "long") seen += piece;
      }));
  EXPECT_EQ(again, bytes);
  EXPECT_EQ(seen, long_part());
  EXPECT_LT(longest.size(), bytes.size() / 2);
}

TEST(Zip, WhatIsTornIsNotRepacked) {
  const std::string bytes = write_zip({{"a", "one"}, {"long", long_part()}});
  const auto nothing = [](std::string_view, std::string_view) {};
  for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() / 10 * 9}) {
    const NamelessFile file;
    ASSERT_EQ(pwrite(file.descriptor(), bytes.data(), size, 0), static_cast<ssize_t>(size));
    EXPECT_FALSE(repack_zip(
        file.descriptor(), [](std::string_view) {}, nothing))
        << size;
  }
  const NamelessFile whole;
  ASSERT_EQ(pwrite(whole.descriptor(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  const auto full = [](std::string_view) { throw std::runtime_error("full"); };
  EXPECT_THROW(static_cast<void>(repack_zip(whole.descriptor(), full, nothing)), std::runtime_error);
}

TEST(Zip, NamesAreOnlyNames) {
  const ZipParts zip = read_zip(write_zip({{"../../etc/x", "one"}, {"a", "1"}, {"a", "2"}}));
  ASSERT_NE(zip.find("../../etc/x"), nullptr);
  EXPECT_EQ(zip.parts.size(), 2U);
}

}  // namespace
}  // namespace hearsay
