// A table that answers a question: columns, rows, what must be said beside them. Plain values of the archive's own
// words; no SQL, no markup. Renderers (write_table.h) escape everything.
#pragma once

#include <cstdint>
#include <optional>
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
  article,  // its title, with its id and address
  score,    // 0…100, or why there is none
  finding,  // its severity and what it is about
};

struct Column {
  std::string id;     // "anonymous": the key in JSON and CSV and of --sort
  std::string title;  // "Not named"
  ColumnKind kind = ColumnKind::text;
  bool minor = false;  // a narrow terminal may do without; everything else has it
  bool facet = false;  // few values, each in many rows: a page lets one choose among them
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

/// What a cell leads to where pages lie beside its own (write_table.h).
enum class Refers : std::uint8_t { nothing, article, outlet, source, check, byline, month };

/// `address` is that of an article on the web, or "".
struct LinkCell {
  std::string words, address;
  Refers refers = Refers::nothing;
  std::string id = {};     // of what it refers to
  std::string place = {};  // there: "a12", "f3", or ""
};

struct ScoreCell {
  std::optional<int> value;  // 0…100
  std::string grade;         // "B"; "" = none
  std::string why;           // there is no value, a few words: "opinion"
};

struct FindingCell {
  std::string severity;  // "error", "warning", "note"; "" = there is no finding
  std::string words;     // "A source without a name"
  std::string check;     // id
};

/// monostate: not known, or to be filled in by hand.
using Cell =
    std::variant<std::monostate, std::string, std::uint64_t, Share, MeanValue, LinkCell, ScoreCell, FindingCell>;

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
  std::string lead = {};       // a sentence before the rows, or ""
};

/// What the renderers say of rows that are `few`.
inline constexpr std::uint64_t kFewArticles = 10;
inline constexpr std::string_view kFewNote = "Rests on fewer than 10 articles: no evidence, at most a hint.";

/// The place of a column, or columns.size().
[[nodiscard]] std::size_t column_at(const Table& table, std::string_view id);

/// The words of a cell that links or of plain words; "" of all others.
[[nodiscard]] std::string cell_words(const Cell& cell);

/// Numbers and dates the largest first, scores the lowest, findings the gravest, words from a to z; `id` with - in
/// front turns that round. Rows without a value come last; equal ones keep their order. An unknown id does nothing.
void sort_rows(Table& table, std::string_view id);

/// Keeps the first `limit` rows and counts the others. 0: keeps all.
void limit_rows(Table& table, std::uint64_t limit);

}  // namespace hearsay
