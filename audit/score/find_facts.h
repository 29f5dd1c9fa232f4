// The values of all facts of one article, computed once; conditions look them up.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "score/accusations.h"
#include "score/claims.h"
#include "score/contradictions/contradiction.h"
#include "score/fact.h"
#include "score/input.h"

namespace hearsay {

/// Which row of each subject a check is about; kNone: there is none, and its facts are 0.
using FactRows = std::array<std::uint32_t, kSubjectCount>;

/// A flag as the value of a fact.
[[nodiscard]] constexpr double flag(bool value) {
  return value ? 1 : 0;
}

/// A table per subject: attributions, sources, claims, quotations, contradictions and accusations by their index, the
/// article as row 0.
class FactSheet {
 public:
  explicit FactSheet(const std::array<std::size_t, kSubjectCount>& rows);
  [[nodiscard]] double value(Fact fact, std::uint32_t row) const {
    const Column& column = columns_[static_cast<std::size_t>(fact)];
    const std::size_t at = static_cast<std::size_t>(row) * column.stride + column.offset;
    return row < column.rows ? tables_[column.table][at] : 0;
  }
  [[nodiscard]] double value(Fact fact, const FactRows& rows) const {
    return value(fact, rows[static_cast<std::size_t>(fact_info(fact).subject)]);
  }
  void set(Fact fact, std::size_t row, double value);

 private:
  struct Column {
    std::size_t table = 0, offset = 0, stride = 0, rows = 0;
  };
  std::vector<Column> columns_;                            // by Fact
  std::array<std::vector<double>, kSubjectCount> tables_;  // row by row
};

/// How each source speaks in this article.
struct SourceUse {
  std::vector<std::vector<std::uint32_t>> attributions;  // per source: those it is the source or a relay of, in order
  std::vector<double> voice_words;  // per voice (its first source): tokens said, nested ones left out
  double words = 0;                 // the same of everybody, unidentified ones included
};
[[nodiscard]] SourceUse find_use(const ScoreInput& input, const std::vector<std::uint32_t>& voices);

[[nodiscard]] FactSheet find_facts(const ScoreInput& input, const FoundClaims& claims,
                                   const std::vector<std::uint32_t>& voices, const SourceUse& use,
                                   const std::vector<Contradiction>& contradictions,
                                   const std::vector<Accusation>& accusations);

}  // namespace hearsay
