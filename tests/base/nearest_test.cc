#include "base/nearest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 6> kKnown = {"audit", "check", "trace", "report", "rules", "--format"};

TEST(Nearest, WhatWasMeant) {
  struct Row {
    const char* typed;
    const char* meant;
  };
  for (const Row& row : {Row{"adit", "audit"}, Row{"auidt", "audit"}, Row{"chek", "check"}, Row{"ruels", "rules"},
                         Row{"--formt", "--format"}, Row{"reports", "report"}, Row{"audit", "audit"}, Row{"x", ""},
                         Row{"publish", ""}, Row{"", ""}}) {
    EXPECT_EQ(nearest(row.typed, kKnown), row.meant) << row.typed;
  }
}

TEST(Nearest, TwoEquallyNearAreNone) {
  constexpr std::array<std::string_view, 2> kTwo = {"since", "singe"};
  EXPECT_EQ(nearest("sinte", kTwo), "");
  EXPECT_EQ(nearest("since", kTwo), "since");
}

TEST(Nearest, ALongWordIsNoName) {
  EXPECT_EQ(nearest(std::string(1 << 20, 'a'), kKnown), "");
  EXPECT_EQ(did_you_mean(std::string(1 << 20, 'a'), kKnown), "");
  EXPECT_EQ(did_you_mean("adit", kKnown), "did you mean 'audit'? ");
}

}  // namespace
}  // namespace hearsay
