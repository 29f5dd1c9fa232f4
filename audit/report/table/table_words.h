// How the cells of a table are put into words, the same for every renderer.
#pragma once

#include <string>
#include <string_view>

#include "report/table/table.h"

namespace hearsay {

/// "text", as JSON names it.
[[nodiscard]] std::string_view column_kind_name(ColumnKind kind);
/// Part of base; 0 where there is no base.
[[nodiscard]] double fraction(const Share& share);

/// "42 %", "under 1 %" never: a share that is not 0 but rounds to it is "<1 %", one short of all ">99 %"; "–": no base.
[[nodiscard]] std::string percent(const Share& share);
/// "31–54": percent, or "" where there is no base.
[[nodiscard]] std::string percent_range(const Share& share);
/// "71.3"; "–" of nothing.
[[nodiscard]] std::string mean_words(const MeanValue& mean);
/// "68–75", or "" where it would say nothing.
[[nodiscard]] std::string mean_range(const MeanValue& mean);
/// "81"; "n/a" where there is none.
[[nodiscard]] std::string score_words(const ScoreCell& score);
/// Words and numbers as they are, without controls, on one line.
[[nodiscard]] std::string plain_cell(const Cell& cell);
/// As people are shown it: of a date the day.
[[nodiscard]] std::string shown_cell(const Column& column, const Cell& cell);
/// "3 more rows; --limit 0 shows all", or "".
[[nodiscard]] std::string left_out_words(const Table& table);

}  // namespace hearsay
