// The check sheet: everything of a draft that somebody has to check, an item a row, in the order of the text, with what
// the machine knows of it and what people enter. Plain values; how a draft becomes one is checksheet/make.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class CheckItemKind : std::uint8_t {
  quotation,    // words between quotation marks
  paraphrase,   // what somebody is said to have said
  name,         // of a person or an organisation, at its first mention, with its title
  number,       // with its unit
  date,         // days, times, years, ages
  place,        // at its first mention
  superlative,  // first, biggest, only
  accusation,   // what somebody is charged with
  document,     // a paper that is cited
};
inline constexpr std::size_t kCheckItemKindCount = 9;
[[nodiscard]] std::string_view check_item_kind_name(CheckItemKind kind);  // "quotation"
[[nodiscard]] std::optional<CheckItemKind> check_item_kind_named(std::string_view name);

enum class CheckItemStatus : std::uint8_t { open, confirmed, changed, query, cannot_verify, cut };
inline constexpr std::size_t kCheckItemStatusCount = 6;
[[nodiscard]] std::string_view check_item_status_name(CheckItemStatus status);  // "cannot-verify"
/// Letters' case does not count; "cannot verify" is taken for "cannot-verify".
[[nodiscard]] std::optional<CheckItemStatus> check_item_status_named(std::string_view name);

/// Begins each line of a note that the machine wrote; all others are people's.
inline constexpr std::string_view kMachineNote = "hearsay: ";

struct CheckItem {
  std::string id;          // 12 hex digits, of its kind, its words and its sentence's
  std::uint32_t line = 0;  // of the original, from 1; where it has no lines, the paragraph
  std::string sentence;    // that it stands in, on one line
  std::string item;        // its words
  CheckItemKind kind = CheckItemKind::quotation;
  std::string source;      // who says so; "" = the writer
  std::string chain;       // "article ← Cove Herald ← Ana Ruiz"; "" = nobody is given for it
  std::string documented;  // notes, links and verified passages that the draft has for it
  std::string required;    // what a desk asks for
  // What people enter:
  std::string evidence;  // what confirms it: page, time code, address, call
  CheckItemStatus status = CheckItemStatus::open;
  std::string checker;
  std::string date;
  std::string note;               // beside theirs stand lines that begin with kMachineNote
  std::uint32_t revision = 1;     // of the item: one more each time its words or its sentence changed
  std::vector<std::string> more;  // cells of columns that people added (CheckSheet::more_columns); may be shorter
};

struct CheckSheet {
  std::string title;                      // of the draft
  std::vector<std::string> more_columns;  // headings that people added, behind ours
  std::vector<CheckItem> items;           // in the order of the text; what a new version lacks comes last, as cut
};

/// Neither confirmed, changed, cut nor given up as not to be verified: open ones and queries.
[[nodiscard]] bool is_left(const CheckItem& item);
[[nodiscard]] std::size_t items_left(const CheckSheet& sheet);

/// In the order of the columns.
inline constexpr std::size_t kCheckSheetColumns = 15;
inline constexpr std::array<std::string_view, kCheckSheetColumns> kCheckSheetColumnIds = {
    "id",       "line",     "sentence", "item",    "kind", "source", "chain",   "documented",
    "required", "evidence", "status",   "checker", "date", "note",   "revision"};

}  // namespace hearsay
