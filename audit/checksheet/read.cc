// Entry: read_checksheet. A table of cells first (read_workbook.cc, base/csv), then columns by their headings.
#include "checksheet/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/csv.h"
#include "base/utf8.h"
#include "base/zip.h"

namespace hearsay {
namespace {

constexpr std::size_t kMissing = static_cast<std::size_t>(-1);
constexpr std::size_t kMostErrors = 20;  // of rows; a sheet of another kind has one in each
enum Columns : std::size_t {
  kId,
  kLine,
  kSentence,
  kItem,
  kKind,
  kSource,
  kChain,
  kDocumented,
  kRequired,
  kEvidence,
  kStatus,
  kChecker,
  kDate,
  kNote,
  kRevision
};

std::optional<SheetTable> read_csv_table(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  if (bytes.size() > kMostTableBytes) {
    diagnostics.push_back(
        {.file = path, .message = "the sheet is larger than 64 MB", .remedy = "is it a check sheet?"});
    return std::nullopt;
  }
  if (!is_valid_utf8(bytes)) {
    diagnostics.push_back(
        {.file = path, .message = "the sheet is not UTF-8", .remedy = "save it as “CSV UTF-8”, or as a workbook"});
    return std::nullopt;
  }
  Diagnostics problems;
  std::vector<CsvRow> rows = read_csv(bytes, path, problems);
  diagnostics.insert(diagnostics.end(), problems.begin(), problems.end());
  if (!problems.empty()) return std::nullopt;
  SheetTable table;
  for (CsvRow& row : rows) {
    for (std::string& cell : row.cells) {
      // Put in front of what a spreadsheet would run.
      if (cell.size() > 1 && cell.front() == '\'' &&
          std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
    }
    table.rows.push_back({.number = row.line, .cells = std::move(row.cells)});
  }
  return table;
}

class SheetReader {
 public:
  SheetReader(SheetTable table, const std::string& path, Diagnostics& diagnostics)
      : table_(std::move(table)), path_(path), diagnostics_(diagnostics) {
    at_.fill(kMissing);
  }

  std::optional<CheckSheet> run() {
    if (table_.rows.empty()) {
      wrong(1, "the sheet is empty", "its first row names the columns: id, sentence, item, status …");
      return std::nullopt;
    }
    if (!read_heading()) return std::nullopt;
    for (std::size_t i = 1; i < table_.rows.size(); ++i) read_row(table_.rows[i]);
    if (errors_ > kMostErrors)
      diagnostics_.push_back(
          {.file = path_, .message = fmt::format("{} more rows are not understood", errors_ - kMostErrors)});
    if (errors_ != 0) return std::nullopt;
    return std::move(sheet_);
  }

 private:
  void wrong(std::uint32_t row, std::string message, std::string remedy) {
    if (++errors_ <= kMostErrors)
      diagnostics_.push_back({.file = path_, .line = row, .message = std::move(message), .remedy = std::move(remedy)});
  }

  bool read_heading() {
    const SheetTable::Row& heading = table_.rows.front();
    if (heading.cells.size() > kMostTableColumns) {
      wrong(heading.number, fmt::format("{} columns", heading.cells.size()),
            "a check sheet has 15, and 49 of your own");
      return false;
    }
    for (std::size_t c = 0; c < heading.cells.size(); ++c) {
      const std::string name = lower(trim(heading.cells[c]));
      const auto known = std::find(kCheckSheetColumnIds.begin(), kCheckSheetColumnIds.end(), name);
      if (known != kCheckSheetColumnIds.end()) {
        std::size_t& at = at_[static_cast<std::size_t>(known - kCheckSheetColumnIds.begin())];
        if (at != kMissing) {
          wrong(heading.number, fmt::format("there are two columns “{}”", name), "rename one of them");
          return false;
        }
        at = c;
      } else {
        more_.push_back(c);
      }
    }
    for (const Columns needed : {kId, kSentence, kItem, kKind, kStatus}) {
      if (at_[needed] != kMissing) continue;
      wrong(heading.number, fmt::format("there is no column “{}”", kCheckSheetColumnIds[needed]),
            "is it a check sheet? its first row names the columns: id, line, sentence, item, kind …");
      return false;
    }
    // Columns without a heading count where something stands in them.
    std::erase_if(more_, [&](std::size_t c) {
      return heading.cells[c].empty() && std::none_of(table_.rows.begin(), table_.rows.end(), [&](const auto& row) {
               return c < row.cells.size() && !row.cells[c].empty();
             });
    });
    for (const std::size_t c : more_) sheet_.more_columns.push_back(heading.cells[c]);
    return true;
  }

  [[nodiscard]] std::string take(SheetTable::Row& row, Columns column) const {
    const std::size_t at = at_[column];
    return at < row.cells.size() ? std::move(row.cells[at]) : std::string();
  }

  /// "3", and "3.0" as a program may save it; 0 where it is no number.
  [[nodiscard]] static std::uint32_t number_of(std::string_view written) {
    std::uint32_t value = 0;
    for (const char c : written.substr(0, written.find('.'))) {
      if (c < '0' || c > '9' || value > 100'000'000) return 0;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
  }

  void read_row(SheetTable::Row& row) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].size() > kMostTableCellBytes)
        return wrong(row.number, fmt::format("column {} holds {} bytes", c + 1, row.cells[c].size()),
                     "a cell holds at most 32,000; put the rest into a file and name that");
    }
    CheckItem item;
    for (const std::size_t c : more_) item.more.push_back(c < row.cells.size() ? row.cells[c] : std::string());
    item.id = take(row, kId);
    item.line = number_of(take(row, kLine));
    item.sentence = take(row, kSentence);
    item.item = take(row, kItem);
    item.source = take(row, kSource);
    item.chain = take(row, kChain);
    item.documented = take(row, kDocumented);
    item.required = take(row, kRequired);
    item.evidence = take(row, kEvidence);
    item.checker = take(row, kChecker);
    item.date = take(row, kDate);
    item.note = take(row, kNote);
    item.revision = std::max(number_of(take(row, kRevision)), 1U);
    const std::string kind = take(row, kKind), status = take(row, kStatus);
    const auto known_kind = check_item_kind_named(kind);
    // What people add by hand may be of no kind of ours; then it is nothing a new version could change.
    if (!known_kind && !item.id.empty())
      return wrong(row.number, fmt::format("“{}” is no kind of item", kind),
                   "quotation, paraphrase, name, number, date, place, superlative, accusation or document");
    item.kind = known_kind.value_or(CheckItemKind::quotation);
    const auto known_status = status.empty() ? CheckItemStatus::open : check_item_status_named(status);
    if (!known_status)
      return wrong(row.number, fmt::format("“{}” is no status", status),
                   "open, confirmed, changed, query, cannot-verify or cut");
    item.status = *known_status;
    sheet_.items.push_back(std::move(item));
  }

  SheetTable table_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  std::array<std::size_t, kCheckSheetColumns> at_{};
  std::vector<std::size_t> more_;
  std::size_t errors_ = 0;
  CheckSheet sheet_;
};

}  // namespace

std::optional<CheckSheet> read_checksheet(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  std::optional<SheetTable> table =
      is_zip(bytes) ? read_workbook(bytes, path, diagnostics) : read_csv_table(bytes, path, diagnostics);
  if (!table) return std::nullopt;
  return SheetReader(std::move(*table), path, diagnostics).run();
}

}  // namespace hearsay
