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
#include "report/table/call_sheet.h"

namespace hearsay {
namespace {

struct SheetColumn {
  const char* title;
  double width;  // in characters
};
constexpr std::array<SheetColumn, 11> kSheetColumns = {{{"Article", 28},
                                                        {"Source", 26},
                                                        {"Kind", 20},
                                                        {"Role", 26},
                                                        {"Organisation", 22},
                                                        {"Quotations", 11},
                                                        {"Words", 70},
                                                        {"Contact", 24},
                                                        {"Verified", 11},
                                                        {"By", 12},
                                                        {"Date", 12}}};

// What no XML can hold would spoil the file.
std::string sheet_cell(const std::string& words) {
  std::string out = xml_characters(words);
  if (out.size() > kMostCellBytes) out = cut_to(out, kMostCellBytes / 4);
  return out;
}

// Points for as many lines as the widest cell wraps to; left to themselves, not all programs fit the row.
double height_of(const CallRow& row) {
  constexpr double kLine = 15;
  constexpr double kHighest = 405;  // Excel takes 409
  double lines = 1;
  const std::array<const std::string*, 7> words = {&row.article,      &row.source, &row.kind, &row.role,
                                                   &row.organisation, nullptr,     &row.words};
  for (std::size_t c = 0; c < words.size(); ++c) {
    if (words[c] != nullptr)
      lines = std::max(lines, std::ceil(static_cast<double>(display_width(*words[c])) * 1.1 / kSheetColumns[c].width));
  }
  return std::min(kHighest, kLine * lines);
}

bool write_sheet(const std::string& path, const std::vector<CallRow>& rows) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return false;
  lxw_doc_properties properties{};
  std::string title = "Call sheet";
  std::string author = "hearsay";
  properties.title = title.data();  // the library copies them
  properties.author = author.data();
  properties.created = 315532800;  // 1980-01-01: reports have no clock
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Call sheet");
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  lxw_format* wrapped = workbook_add_format(book);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  for (lxw_col_t c = 0; c < kSheetColumns.size(); ++c) {
    worksheet_set_column(sheet, c, c, kSheetColumns[c].width, nullptr);
    worksheet_write_string(sheet, 0, c, kSheetColumns[c].title, head);
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  const std::size_t count = std::min(rows.size(), kMostCallRows);
  for (std::size_t i = 0; i < count; ++i) {
    const CallRow& row = rows[i];
    const auto at = static_cast<lxw_row_t>(i + 1);
    worksheet_set_row(sheet, at, height_of(row), nullptr);
    const std::array<const std::string*, 5> words = {&row.article, &row.source, &row.kind, &row.role,
                                                     &row.organisation};
    for (lxw_col_t c = 0; c < words.size(); ++c) {
      worksheet_write_string(sheet, at, c, sheet_cell(*words[c]).c_str(), wrapped);
    }
    worksheet_write_number(sheet, at, 5, static_cast<double>(row.quotations), wrapped);
    worksheet_write_string(sheet, at, 6, sheet_cell(row.words).c_str(), wrapped);
    for (lxw_col_t c = 7; c < kSheetColumns.size(); ++c) worksheet_write_blank(sheet, at, c, wrapped);
  }
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(count), static_cast<lxw_col_t>(kSheetColumns.size() - 1));
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

std::string write_xlsx(const std::vector<CallRow>& rows) {
  const int file = memfd_create("call sheet", MFD_CLOEXEC);
  if (file < 0) return "";
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  std::string bytes;
  // The library opens the name anew and writes to the same file.
  if (write_sheet(path, rows)) bytes = take_file(file);
  close(file);
  // Packed again: the library's archive says when it was made.
  const ZipParts zip = read_zip(bytes, {.part_bytes = 1ULL << 30U, .total_bytes = 2ULL << 30U, .parts = 100});
  return zip.problem.empty() ? write_zip(zip.parts) : std::string();
}

}  // namespace hearsay
