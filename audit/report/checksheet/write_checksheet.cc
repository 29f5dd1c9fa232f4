// Entry: write_checksheet_csv, write_checksheet_xlsx. The cells of a row are made in one place, in the order of the
// columns.
#include "report/checksheet/write_checksheet.h"

#include "report/checksheet/checksheet_cells.h"
#include "report/plain.h"
#include "report/table/sheet.h"

namespace hearsay {
namespace {

constexpr std::array<double, kCheckSheetColumns> kWidths = {14, 6, 60, 40, 12, 24, 36, 32, 32, 32, 14, 14, 12, 44, 9};
constexpr std::size_t kStatusColumn = 10;
constexpr std::size_t kLineColumn = 1, kRevisionColumn = 14;

void append_cell(std::string& out, std::string_view cell) {
  const bool runs = !cell.empty() && (std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos);
  const bool quoted = cell.find_first_of(",\"\r\n;") != std::string_view::npos || cell.starts_with(' ');
  if (quoted) out += '"';
  if (runs) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

/// As people entered it, lines and all; but nothing that steers a terminal.
std::string entered(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t') out += c;
  }
  return out;
}

}  // namespace

CheckSheetCells checksheet_cells(const CheckItem& item) {
  return {entered(item.id),
          item.line == 0 ? std::string() : std::to_string(item.line),
          one_line(item.sentence),
          one_line(item.item),
          std::string(check_item_kind_name(item.kind)),
          one_line(item.source),
          one_line(item.chain),
          one_line(item.documented),
          one_line(item.required),
          entered(item.evidence),
          std::string(check_item_status_name(item.status)),
          entered(item.checker),
          entered(item.date),
          entered(item.note),
          std::to_string(item.revision)};
}

std::string write_checksheet_csv(const CheckSheet& sheet) {
  std::string out;
  for (std::size_t c = 0; c < kCheckSheetColumns; ++c) {
    if (c != 0) out += ',';
    out += kCheckSheetColumnIds[c];
  }
  for (const std::string& heading : sheet.more_columns) {
    out += ',';
    append_cell(out, one_line(heading));
  }
  out += "\r\n";
  for (const CheckItem& item : sheet.items) {
    const CheckSheetCells cells = checksheet_cells(item);
    for (std::size_t c = 0; c < kCheckSheetColumns; ++c) {
      if (c != 0) out += ',';
      append_cell(out, cells[c]);
    }
    for (std::size_t c = 0; c < sheet.more_columns.size(); ++c) {
      out += ',';
      if (c < item.more.size()) append_cell(out, entered(item.more[c]));
    }
    out += "\r\n";
  }
  return out;
}

std::string write_checksheet_xlsx(const CheckSheet& sheet) {
  Sheet rows{.title = "Check sheet", .columns = {}, .rows = {}};
  for (std::size_t c = 0; c < kCheckSheetColumns; ++c)
    rows.columns.push_back(
        {std::string(kCheckSheetColumnIds[c]), std::string(kCheckSheetColumnIds[c]), kWidths[c], {}});
  for (const std::string& heading : sheet.more_columns) rows.columns.push_back({heading, heading, 24, {}});
  for (std::size_t s = 0; s < kCheckItemStatusCount; ++s)
    rows.columns[kStatusColumn].choices.emplace_back(check_item_status_name(static_cast<CheckItemStatus>(s)));
  for (const CheckItem& item : sheet.items) {
    CheckSheetCells cells = checksheet_cells(item);
    SheetRow row;
    for (std::size_t c = 0; c < kCheckSheetColumns; ++c) {
      if (c == kLineColumn || c == kRevisionColumn) {
        const std::uint32_t number = c == kLineColumn ? item.line : item.revision;
        if (number == 0) {
          row.emplace_back();
        } else {
          row.emplace_back(std::uint64_t{number});
        }
      } else {
        row.push_back(cells[c].empty() ? SheetCell() : SheetCell(std::move(cells[c])));
      }
    }
    for (const std::string& cell : item.more) row.push_back(cell.empty() ? SheetCell() : SheetCell(cell));
    row.resize(rows.columns.size());
    rows.rows.push_back(std::move(row));
  }
  return write_xlsx(rows);
}

}  // namespace hearsay
