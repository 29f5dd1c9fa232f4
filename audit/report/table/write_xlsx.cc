// Entry: write_xlsx. Words are written as strings, so that nothing an article holds becomes a formula or a link. The
// library writes files only, so it gets one without a name, which lies in memory where the sheet does. Rows go to a
// temporary file of the library's as they come (constant_memory), in order and with their words beside them.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/nameless_file.h"
#include "base/zip.h"
#include "report/plain.h"
#include "report/table/joined_sheet.h"
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
double height_of(const SheetRow& row, const std::vector<SheetColumn>& columns) {
  constexpr double kLine = 15;
  constexpr double kHighest = 405;  // Excel takes 409
  double lines = 1;
  for (std::size_t c = 0; c < std::min(row.size(), columns.size()); ++c) {
    if (const auto* words = std::get_if<std::string>(&row[c]))
      lines = std::max(lines, std::ceil(static_cast<double>(display_width(*words)) * 1.1 / columns[c].width));
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

struct FreeBook {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, FreeBook>;

/// The book, and what of the sheet's part must stand in it.
struct MadeBook {
  bool whole = false;
  std::uint64_t row_bytes = 0;
};

void write_row(lxw_worksheet* sheet, lxw_row_t at, const SheetRow& row, lxw_col_t columns, lxw_format* wrapped) {
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

MadeBook write_book(const std::string& path, const JoinedSheet& rows) {
  std::error_code none;
  std::string folder = std::filesystem::temp_directory_path(none).string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  if (!none) options.tmpdir = folder.data();
  Book book(workbook_new_opt(path.c_str(), &options));
  if (book == nullptr) return {};
  lxw_doc_properties properties{};
  std::string title = rows.title();
  std::string author = "hearsay";
  properties.title = title.data();  // the library copies them
  properties.author = author.data();
  properties.created = 315532800;  // 1980-01-01: reports have no clock
  workbook_set_properties(book.get(), &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book.get(), title.c_str());
  if (sheet == nullptr || sheet->optimize_tmpfile == nullptr) return {};
  lxw_format* head = workbook_add_format(book.get());
  format_set_bold(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  lxw_format* wrapped = workbook_add_format(book.get());
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  const auto columns = static_cast<lxw_col_t>(std::min(rows.columns().size(), kMostSheetColumns));
  for (lxw_col_t c = 0; c < columns; ++c) {
    worksheet_set_column(sheet, c, c, rows.columns()[c].width, nullptr);
    worksheet_write_string(sheet, 0, c, sheet_cell(rows.columns()[c].title).c_str(), head);
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  lxw_row_t at = 0;
  JoinedSheet::Rows all(rows);
  while (const SheetRow* row = all.next()) {
    worksheet_set_row(sheet, ++at, height_of(*row, rows.columns()), nullptr);
    write_row(sheet, at, *row, columns, wrapped);
  }
  for (lxw_col_t c = 0; c < columns; ++c) offer_choices(sheet, c, rows.columns()[c].choices, rows.size());
  if (columns != 0) worksheet_autofilter(sheet, 0, 0, at, static_cast<lxw_col_t>(columns - 1));
  lxw_worksheet_write_single_row(sheet);  // the last one, which the library would write when it closes
  const off_t bytes = ftello(sheet->optimize_tmpfile);
  if (bytes < 0 || fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile) != 0) return {};
  return {.whole = workbook_close(book.release()) == LXW_NO_ERROR, .row_bytes = static_cast<std::uint64_t>(bytes)};
}

/// Whether a sheet's part has all rows and its end: where the disk is full the library copies what there is and says
/// nothing.
class WholeSheet {
 public:
  void look(std::string_view bytes) {
    constexpr std::size_t kEnds = 1U << 16U;  // what stands before the rows, and behind them
    if (begin_.size() < kEnds) begin_.append(bytes.substr(0, kEnds - begin_.size()));
    end_.append(bytes);
    if (end_.size() > 2 * kEnds) end_.erase(0, end_.size() - kEnds);
    size_ += bytes.size();
  }
  [[nodiscard]] bool has(std::uint64_t row_bytes) const {
    constexpr std::string_view kBefore = "<sheetData>", kBehind = "</sheetData>", kLast = "</worksheet>";
    const std::size_t before = begin_.find(kBefore), behind = end_.rfind(kBehind);
    if (row_bytes == 0) return end_.ends_with(kLast);
    return before != std::string::npos && behind != std::string::npos && end_.ends_with(kLast) &&
           size_ - (end_.size() - behind) - (before + kBefore.size()) == row_bytes;
  }

 private:
  std::string begin_, end_;
  std::uint64_t size_ = 0;
};

/// Into an open file and out of it. Packed again: the library's archive says when it was made.
bool write_through(int file, const JoinedSheet& sheet, const TakeBytes& take) {
  // The library opens the name anew and writes to the same file.
  const MadeBook made = write_book("/proc/self/fd/" + std::to_string(file), sheet);
  if (!made.whole) return false;
  WholeSheet part;
  const auto look = [&](std::string_view name, std::string_view bytes) {
    if (name == "xl/worksheets/sheet1.xml") part.look(bytes);
  };
  return repack_zip(file, take, look) && part.has(made.row_bytes);
}

/// A file in memory.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("sheet", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

bool write_xlsx(const JoinedSheet& sheet, const TakeBytes& take) {
  if (!sheet.in_memory()) return write_through(NamelessFile().descriptor(), sheet, take);
  const MemoryFile file;
  return file.descriptor() >= 0 && write_through(file.descriptor(), sheet, take);
}

std::string write_xlsx(const Sheet& sheet) {
  JoinedSheet rows(JoinedSheet::kNoFile);
  rows.append(Sheet(sheet));
  std::string bytes;
  return write_xlsx(rows, [&](std::string_view piece) { bytes += piece; }) ? bytes : std::string();
}

}  // namespace hearsay
