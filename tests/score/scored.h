// Scores a hand-built article with a shipped policy and the pack's lexicons.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hand_built.h"
#include "rules/load.h"
#include "score/load_policy.h"
#include "score/score.h"
#include "score/withhold.h"
#include "trace/build.h"

namespace hearsay {

inline const std::filesystem::path& rules_root() {
  static const std::filesystem::path root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules";
  return root;
}

/// The pack's lexicons and vocabulary, and one rule per kind of claim: rule i is of kind i of fact_words(claim_kind).
inline const Program& test_program() {
  static const Program program = [] {
    Diagnostics diagnostics;
    Pack pack = load_pack({.root = rules_root(), .language = "en", .extra = {}}, diagnostics);
    pack.program.rules.clear();
    for (const std::string_view kind : fact_words(Fact::claim_kind)) {
      Rule rule;
      rule.kind = kind;
      rule.type = RuleType::claim;
      pack.program.rules.push_back(rule);
    }
    return std::move(pack.program);
  }();
  return program;
}
enum TestRule : std::uint32_t { kStatementRule, kFigureRule, kEventRule, kAccusationRule, kComparisonRule, kCauseRule };

struct Scored : HandBuilt {
  Scored() : HandBuilt(test_program().vocabulary) {}
  /// Words in which nothing is said, so many that a grade is given.
  void long_enough() {
    std::string words = "Water";
    for (std::size_t i = 0; i < kLeastWords; ++i) words += " water";
    block(words + ".");
  }
  void mark(std::string_view words, TestRule rule) { marks.claims.push_back({rule, find(words)}); }
  [[nodiscard]] Scorecard card(std::string_view policy = "default") const {
    Diagnostics diagnostics;
    const Policy loaded = load_policy(rules_root(), policy, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
    return card(loaded);
  }
  [[nodiscard]] Scorecard card(const Policy& policy, const RaiseModel& raise = {}) const {
    const Trace trace = build_trace(article(), attributions, sources);
    return score({article(), attributions, sources, trace, marks, test_program(), genre}, policy, raise);
  }
  [[nodiscard]] std::string words(TokenRange range) const { return std::string(text_of(document, text, range)); }

  ScoreMarks marks;
  Genre genre;
};

/// The findings of one check.
inline std::vector<Finding> of_check(const Scorecard& card, std::string_view id) {
  std::vector<Finding> found;
  for (const Finding& finding : card.findings) {
    if (finding.check == id) found.push_back(finding);
  }
  return found;
}

}  // namespace hearsay
