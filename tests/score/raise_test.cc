// The weights of what an editor would raise: read, written, asked.
#include "score/raise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

class RaiseTest : public testing::Test {
 protected:
  RaiseModel read(const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "raised.tsv";
    std::ofstream(path) << text;
    diagnostics.clear();
    return load_raise_model(path, diagnostics);
  }
  Diagnostics diagnostics;
  std::array<std::size_t, kSubjectCount> counts{1, 1, 1, 1, 1, 1};
  FactSheet facts{counts};
  FactRows rows{};
};

constexpr std::string_view kText =
    "# hearsay: what a careful editor would raise\n# learned from 3 articles\n"
    "kind\tfact\tvalue\tcount\tweight\n"
    "unsourced\toffset\t\t0\t-1.000\n"
    "unsourced\tclaim.charge\t1\t7\t0.500\n"
    "unsourced\tword\tallegedly\t9\t1.500\n"
    "unsourced\tword\tsaid\t12\t-0.250\n";

TEST_F(RaiseTest, WhatIsWrittenIsRead) {
  const RaiseModel model = read(std::string(kText));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_TRUE(model.learned);
  EXPECT_EQ(raise_model_text(model, "3 articles"), kText);
}

TEST_F(RaiseTest, FactsAndWordsAddUp) {
  const RaiseModel model = read(std::string(kText));
  const auto odds = [&](std::vector<std::uint32_t> words) {
    const double p = model.likelihood(FindingKind::unsourced, facts, rows, words);
    return std::log(p / (1 - p));
  };
  EXPECT_NEAR(odds({}), -1, 1e-9);
  EXPECT_NEAR(odds({word_hash("allegedly"), word_hash("harbour")}), 0.5, 1e-9);
  facts.set(Fact::claim_charge, 0, 2);
  EXPECT_NEAR(odds({word_hash("allegedly"), word_hash("said")}), 0.75, 1e-9);
  EXPECT_EQ(model.likelihood(FindingKind::document, facts, rows, {}), 1) << "nothing was learned of the kind";
}

TEST_F(RaiseTest, BrokenLinesAreSaidAndLeftOut) {
  const RaiseModel model = read(std::string(kText) +
                                "unsourced\tword\t\t9\t1\n"
                                "unsourced\tno.such-fact\t1\t9\t1\n"
                                "weather\tword\train\t9\t1\n"
                                "unsourced\tword\train\tmany\t1\n");
  ASSERT_EQ(diagnostics.size(), 4U);
  EXPECT_EQ(diagnostics[0].line, 8U);
  EXPECT_FALSE(diagnostics[0].remedy.empty());
  EXPECT_EQ(model.kinds[static_cast<std::size_t>(FindingKind::unsourced)].words.size(), 2U);
}

TEST_F(RaiseTest, NoFileIsNoModel) {
  const RaiseModel model = load_raise_model("/nowhere/raised.tsv", diagnostics);
  EXPECT_FALSE(model.learned);
  EXPECT_EQ(model.likelihood(FindingKind::unsourced, facts, rows, {}), 1);
}

}  // namespace
}  // namespace hearsay
