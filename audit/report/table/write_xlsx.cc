// Entry: write_xlsx. Words are written as strings, so that nothing an article holds becomes a formula or a link. The
// library writes files only, so it gets one that lies in memory.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/zip.h"
#include "report/plain.h"
#include "report/table/sheet.h"

namespace hearsay {
namespace {

// What no XML can hold would spoil the file.
std::string sheet_cell(const std::string& words) {
  std::string out = xml_characters(words);
  if (out.size() > kMostCellBytes) out = cut_to(out, kMostCellBytes / 4);
  return out;
}

// Points for as many lines as the widest cell wraps to; left to themselves, not all programs fit the row.
double height_of(const SheetRow& row, const Sheet& sheet) {
  constexpr double kLine = 15;
  constexpr double kHighest = 405;  // Excel takes 409
  double lines = 1;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (const auto* words = std::get_if<std::string>(&row[c]))
      lines = std::max(lines, std::ceil(static_cast<double>(display_width(*words)) * 1.1 / sheet.columns[c].width));
  }
  return std::min(kHighest, kLine * lines);
}

// A list to choose from below the heading. What is typed beside it is refused by the office program, not by us.
void offer_choices(lxw_worksheet* sheet, lxw_col_t column, const std::vector<std::string>& choices, std::size_t rows) {
  if (choices.empty() || rows == 0) return;
  std::vector<std::string> words = choices;  // the library wants to be able to write to them
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (std::string& one : words) list.push_back(one.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  worksheet_data_validation_range(sheet, 1, column, static_cast<lxw_row_t>(rows), column, &validation);
}

bool write_book(const std::string& path, const Sheet& rows) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return false;
  lxw_doc_properties properties{};
  std::string title = rows.title;
  std::string author = "hearsay";
  properties.title = title.data();  // the library copies them
  properties.author = author.data();
  properties.created = 315532800;  // 1980-01-01: reports have no clock
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, title.c_str());
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  lxw_format* wrapped = workbook_add_format(book);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  const auto columns = static_cast<lxw_col_t>(std::min(rows.columns.size(), kMostSheetColumns));
  for (lxw_col_t c = 0; c < columns; ++c) {
    worksheet_set_column(sheet, c, c, rows.columns[c].width, nullptr);
    worksheet_write_string(sheet, 0, c, sheet_cell(rows.columns[c].title).c_str(), head);
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  const std::size_t count = std::min(rows.rows.size(), kMostSheetRows);
  for (std::size_t i = 0; i < count; ++i) {
    const SheetRow& row = rows.rows[i];
    const auto at = static_cast<lxw_row_t>(i + 1);
    worksheet_set_row(sheet, at, height_of(row, rows), nullptr);
    for (lxw_col_t c = 0; c < columns; ++c) {
      const SheetCell cell = c < row.size() ? row[c] : SheetCell();
      if (const auto* words = std::get_if<std::string>(&cell)) {
        worksheet_write_string(sheet, at, c, sheet_cell(*words).c_str(), wrapped);
      } else if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
        worksheet_write_number(sheet, at, c, static_cast<double>(*number), wrapped);
      } else {
        worksheet_write_blank(sheet, at, c, wrapped);
      }
    }
  }
  for (lxw_col_t c = 0; c < columns; ++c) offer_choices(sheet, c, rows.columns[c].choices, count);
  if (columns != 0)
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(count), static_cast<lxw_col_t>(columns - 1));
  return workbook_close(book) == LXW_NO_ERROR;
}

std::string take_file(int file) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  for (off_t at = 0;;) {
    const ssize_t count = pread(file, buffer.data(), buffer.size(), at);
    if (count <= 0) return count == 0 ? bytes : std::string();
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    at += count;
  }
}

}  // namespace

std::string write_xlsx(const Sheet& sheet) {
  const int file = memfd_create("sheet", MFD_CLOEXEC);
  if (file < 0) return "";
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  std::string bytes;
  // The library opens the name anew and writes to the same file.
  if (write_book(path, sheet)) bytes = take_file(file);
  close(file);
  // Packed again: the library's archive says when it was made.
  const ZipParts zip = read_zip(bytes, {.part_bytes = 1ULL << 30U, .total_bytes = 2ULL << 30U, .parts = 100});
  return zip.problem.empty() ? write_zip(zip.parts) : std::string();
}

}  // namespace hearsay
