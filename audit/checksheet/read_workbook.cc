// Entry: read_workbook. XLSX: shared and inline strings, numbers, and dates, which are numbers in a style. ODS: rows
// and cells that say how often they repeat. Neither is believed on sizes: rows, columns and bytes are counted.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>

#include "base/office_xml.h"
#include "base/zip.h"
#include "checksheet/read.h"

namespace hearsay {
namespace {

constexpr ZipLimits kBookLimits = {.part_bytes = 16ULL << 20U, .total_bytes = 48ULL << 20U, .parts = 2'000};
constexpr std::size_t kDeepest = 4;  // groups of rows in an ODS

class BookError {
 public:
  std::string message, remedy;
};

/// Text of a string item: its <t>, those of its runs, not those of its phonetic hints.
void append_runs(pugi::xml_node item, std::string& out) {
  for (const pugi::xml_node child : item.children()) {
    if (is_element(child, "t")) {
      out += child.text().get();
    } else if (is_element(child, "r")) {
      out += child_of(child, "t").text().get();
    }
  }
}

/// "2026-11-02" of days since 30 December 1899 (or 1 January 1904), with the time of day where there is one.
std::string date_of(double serial, bool from_1904) {
  if (!(serial >= 0) || serial > 2'958'465) return {};
  constexpr double kMinutes = 24 * 60;
  const double days = std::floor(serial);
  const auto origin = from_1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                                : std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
  const std::chrono::year_month_day day(origin + std::chrono::days(static_cast<int>(days)));
  std::string out = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                static_cast<unsigned>(day.day()));
  const int minutes = static_cast<int>(std::lround((serial - days) * kMinutes));
  if (minutes > 0 && minutes < 24 * 60) out += fmt::format(" {:02}:{:02}", minutes / 60, minutes % 60);
  return out;
}

bool is_date_format(int id, std::string_view code) {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return true;
  bool quoted = false, bracket = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      bracket = c == '[';
    } else if (!quoted && !bracket && std::string_view("yYdD").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// Column of "BC12", from 0.
std::size_t column_of(std::string_view reference, std::size_t otherwise) {
  std::size_t column = 0, letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || ++letters > 3) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return letters == 0 ? otherwise : column - 1;
}

class Book {
 public:
  explicit Book(const ZipParts& zip) : zip_(zip) {}

  SheetTable read() {
    if (zip_.find("content.xml") != nullptr) {
      read_ods();
    } else if (zip_.find("xl/workbook.xml") != nullptr) {
      read_xlsx();
    } else {
      throw BookError{"it is an archive and no spreadsheet", "save the sheet as XLSX, ODS or CSV"};
    }
    return std::move(table_);
  }

 private:
  pugi::xml_document part(std::string_view name) const {
    pugi::xml_document xml;
    const std::string* bytes = zip_.find(name);
    if (bytes == nullptr || !load_part(*bytes, xml))
      throw BookError{fmt::format("its part {} is missing or broken", name),
                      "open it in a spreadsheet and save it anew"};
    return xml;
  }

  void put(SheetTable::Row& row, std::size_t column, std::string words) {
    if (words.empty()) return;
    if (column >= kMostTableColumns)
      throw BookError{fmt::format("row {} has more than 64 columns", row.number), "is it a check sheet?"};
    bytes_ += words.size();
    if (bytes_ > kMostTableBytes) throw BookError{"the sheet holds more than 64 MB", "is it a check sheet?"};
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = std::move(words);
  }

  void add(SheetTable::Row&& row) {
    if (row.cells.empty()) return;
    if (table_.rows.size() >= kMostTableRows) throw BookError{"more than 100,000 rows", "split it"};
    table_.rows.push_back(std::move(row));
  }

  // XLSX

  void read_xlsx() {
    const pugi::xml_document book = part("xl/workbook.xml");
    const pugi::xml_node root = book.document_element();
    const std::string_view mode = attribute_of(child_of(root, "workbookPr"), "date1904");
    from_1904_ = mode == "1" || mode == "true";
    std::string target;
    const std::string_view id = attribute_of(child_of(child_of(root, "sheets"), "sheet"), "id");
    for (const Relationship& one : relationships_of(zip_, "xl/workbook.xml")) {
      if (one.id == id && !one.external) target = one.target;
      if (one.type.ends_with("/sharedStrings")) read_strings(one.target);
      if (one.type.ends_with("/styles")) read_styles(one.target);
    }
    if (target.empty()) throw BookError{"the workbook names no sheet", "open it in a spreadsheet and save it anew"};
    const pugi::xml_document xml = part(target);
    std::uint32_t number = 0;
    for (const pugi::xml_node node : child_of(xml.document_element(), "sheetData").children()) {
      if (!is_element(node, "row")) continue;
      const std::string_view given = attribute_of(node, "r");
      std::uint32_t told = 0;
      const auto [end, failed] = std::from_chars(given.data(), given.data() + given.size(), told);
      number = failed == std::errc() && told != 0 ? told : number + 1;
      SheetTable::Row row{.number = number, .cells = {}};
      std::size_t column = 0;
      for (const pugi::xml_node cell : node.children()) {
        if (!is_element(cell, "c")) continue;
        column = column_of(attribute_of(cell, "r"), column);
        put(row, column, cell_words(cell));
        ++column;
      }
      add(std::move(row));
    }
  }

  void read_strings(const std::string& name) {
    if (zip_.find(name) == nullptr) return;
    const pugi::xml_document xml = part(name);
    for (const pugi::xml_node node : xml.document_element().children()) {
      if (is_element(node, "si")) append_runs(node, strings_.emplace_back());
    }
  }

  void read_styles(const std::string& name) {
    if (zip_.find(name) == nullptr) return;
    const pugi::xml_document xml = part(name);
    std::set<int> dates;
    for (const pugi::xml_node node : child_of(xml.document_element(), "numFmts").children()) {
      const int id = pugi::xml_node(node).attribute("numFmtId").as_int();
      if (is_date_format(0, attribute_of(node, "formatCode"))) dates.insert(id);
    }
    for (const pugi::xml_node node : child_of(xml.document_element(), "cellXfs").children()) {
      if (!is_element(node, "xf")) continue;
      const int id = node.attribute("numFmtId").as_int();
      date_styles_.push_back(is_date_format(id, "") || dates.contains(id) ? 1 : 0);
    }
  }

  std::string cell_words(pugi::xml_node cell) const {
    const std::string_view type = attribute_of(cell, "t");
    if (type == "inlineStr") {
      std::string words;
      append_runs(child_of(cell, "is"), words);
      return words;
    }
    std::string value = child_of(cell, "v").text().get();
    if (value.empty()) return value;
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), index);
      if (failed != std::errc() || index >= strings_.size())
        throw BookError{fmt::format("it has no string {}", value.substr(0, 20)),
                        "open it in a spreadsheet and save it anew"};
      return strings_[index];
    }
    if (type == "e") return {};
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;  // "str", "d": the words as they are
    std::size_t style = 0;
    const std::string_view given = attribute_of(cell, "s");
    std::from_chars(given.data(), given.data() + given.size(), style);
    double number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failed != std::errc()) return value;
    if (style < date_styles_.size() && date_styles_[style] != 0) {
      if (std::string date = date_of(number, from_1904_); !date.empty()) return date;
    }
    return value;
  }

  // ODS

  void read_ods() {
    const pugi::xml_document xml = part("content.xml");
    const pugi::xml_node sheet = child_of(child_of(xml.document_element(), "body"), "spreadsheet");
    const pugi::xml_node table = child_of(sheet, "table");
    if (!table) throw BookError{"it holds no sheet", "save the check sheet as XLSX, ODS or CSV"};
    std::uint32_t number = 0;
    read_rows(table, number, 0);
  }

  void read_rows(pugi::xml_node parent, std::uint32_t& number, std::size_t depth) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      if (is_element(node, "table-row")) {
        read_ods_row(node, number);
      } else if (is_element(node, "table-header-rows") || is_element(node, "table-rows") ||
                 is_element(node, "table-row-group")) {
        read_rows(node, number, depth + 1);
      }
    }
  }

  static std::uint32_t repeated(pugi::xml_node node, std::string_view name) {
    std::uint32_t times = 1;
    const std::string_view given = attribute_of(node, name);
    std::from_chars(given.data(), given.data() + given.size(), times);
    return std::clamp(times, 1U, 2'000'000U);
  }

  void read_ods_row(pugi::xml_node node, std::uint32_t& number) {
    SheetTable::Row row{.number = number + 1, .cells = {}};
    std::size_t column = 0;
    for (const pugi::xml_node cell : node.children()) {
      if (!is_element(cell, "table-cell") && !is_element(cell, "covered-table-cell")) continue;
      const std::uint32_t times = repeated(cell, "number-columns-repeated");
      const std::string words = ods_words(cell);
      if (!words.empty()) {
        for (std::uint32_t i = 0; i < times; ++i) put(row, column + i, words);
      }
      column = std::min<std::size_t>(column + times, 1'000'000);
    }
    const std::uint32_t times = repeated(node, "number-rows-repeated");
    for (std::uint32_t i = 0; i < times && !row.cells.empty(); ++i) {
      SheetTable::Row copy = row;
      copy.number = number + 1 + i;
      for (const std::string& words : copy.cells) bytes_ += words.size();
      if (bytes_ > kMostTableBytes) throw BookError{"the sheet holds more than 64 MB", "is it a check sheet?"};
      add(std::move(copy));
    }
    number += times;
  }

  static void append_text(pugi::xml_node node, std::string& out, std::size_t depth) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        out += child.value();
      } else if (is_element(child, "s")) {
        out += ' ';
      } else if (is_element(child, "tab") || is_element(child, "line-break")) {
        out += is_element(child, "tab") ? '\t' : '\n';
      } else if (depth < kDeepest && !is_element(child, "annotation")) {
        append_text(child, out, depth + 1);
      }
    }
  }

  static std::string ods_words(pugi::xml_node cell) {
    if (attribute_of(cell, "value-type") == "date") return std::string(attribute_of(cell, "date-value"));
    std::string words;
    for (const pugi::xml_node child : cell.children()) {
      if (!is_element(child, "p")) continue;
      if (!words.empty()) words += '\n';
      append_text(child, words, 0);
    }
    return words;
  }

  const ZipParts& zip_;
  SheetTable table_;
  std::vector<std::string> strings_;
  std::vector<char> date_styles_;
  bool from_1904_ = false;
  std::size_t bytes_ = 0;
};

}  // namespace

std::optional<SheetTable> read_workbook(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  const ZipParts zip = read_zip(bytes, kBookLimits);
  if (!zip.problem.empty()) {
    diagnostics.push_back({.file = path,
                           .message = "the workbook cannot be read: " + zip.problem,
                           .remedy = "open it in a spreadsheet and save it anew, without a password"});
    return std::nullopt;
  }
  try {
    return Book(zip).read();
  } catch (const BookError& error) {
    diagnostics.push_back(
        {.file = path, .message = "the workbook cannot be read: " + error.message, .remedy = error.remedy});
    return std::nullopt;
  }
}

}  // namespace hearsay
