// A table that answers a question: columns, rows, what must be said beside them. Plain values of the archive's own
// words; no SQL, no markup. Renderers (write_table.h) escape everything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/interval.h"

namespace hearsay {

enum class ColumnKind : std::uint8_t {
  text,     // a name, an id
  passage,  // sentences: shown whole, below the rest of its row
  date,     // ISO 8601, as much of it as is known
  number,   // a count
  share,    // part of a base, with its interval
  mean,     // with its interval
};

struct Column {
  std::string id;     // "anonymous": the key in JSON and CSV and of --sort
  std::string title;  // "Not named"
  ColumnKind kind = ColumnKind::text;
  bool minor = false;  // a narrow terminal may do without; everything else has it
};

struct Share {
  std::uint64_t part = 0, base = 0;  // base 0: there is nothing to take a share of
  Interval interval;                 // of 95 %
};

struct MeanValue {
  double value = 0;
  std::uint64_t count = 0;  // of what it is the mean; from 2 on the interval says something
  Interval interval;
};

/// monostate: not known, or to be filled in by hand. Links are addresses of articles on the web.
struct LinkCell {
  std::string words, address;
};
using Cell = std::variant<std::monostate, std::string, std::uint64_t, Share, MeanValue, LinkCell>;

struct Row {
  std::vector<Cell> cells;  // one per column
  bool few = false;         // rests on too few articles to say anything of its subject
};

struct Table {
  std::string id;                  // "outlets": also the name of its file
  std::string title;               // "Scores by outlet"
  std::vector<std::string> notes;  // sentences: what was counted, what was left out
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::uint64_t left_out = 0;  // rows that a limit cut off
};

/// What the renderers say of rows that are `few`.
inline constexpr std::uint64_t kFewArticles = 10;
inline constexpr std::string_view kFewNote = "Rests on fewer than 10 articles: no evidence, at most a hint.";

/// The place of a column, or columns.size().
[[nodiscard]] std::size_t column_at(const Table& table, std::string_view id);

/// Numbers and dates the largest first, words from a to z; `id` with - in front turns that round. Rows without a value
/// come last; equal ones keep their order. An unknown id does nothing.
void sort_rows(Table& table, std::string_view id);

/// Keeps the first `limit` rows and counts the others. 0: keeps all.
void limit_rows(Table& table, std::uint64_t limit);

}  // namespace hearsay
