// Entry: csv_register. Cells go into a pugixml tree, so that nothing in them can become markup.
#include "rules/csv_register.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "base/csv.h"
#include "base/utf8.h"
#include "base/xml_fault.h"

namespace hearsay {
namespace {

constexpr std::array<const char*, 7> kAttributes = {"kind",   "country", "reliability", "affiliation",
                                                    "medium", "from",    "to"};

// "Ana Ruiz" → "ana-ruiz".
std::string id_of(std::string_view name) {
  std::string id;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    if (is_letter(point.value) || is_digit(point.value)) {
      id += lower(name.substr(at, point.length));
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
    at += point.length;
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

class Table {
 public:
  Table(const std::vector<CsvRow>& rows, const std::string& path, Diagnostics& diagnostics)
      : rows_(rows), path_(path), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < rows.front().cells.size(); ++i) columns_.emplace(lower(rows.front().cells[i]), i);
  }

  std::string entries() {
    if (columns_.count("name") == 0) {
      wrong(rows_.front(), "there is no column “name”",
            "the first row names the columns: name, kind, aliases, affiliation, reliability …");
      return {};
    }
    for (const CsvRow& row : rows_) {
      if (&row != &rows_.front()) ids_.emplace(cell(row, "name"), own_id(row));
    }
    std::string out;
    std::uint32_t line = 1;
    for (const CsvRow& row : rows_) {
      if (&row == &rows_.front()) continue;
      const std::string entry = entry_of(row);
      if (entry.empty()) continue;
      out.append(row.line - line, '\n');
      line = row.line;
      out += entry;
    }
    return out;
  }

 private:
  void wrong(const CsvRow& row, std::string message, std::string remedy) {
    diagnostics_.push_back(
        {.file = path_, .line = row.line, .message = std::move(message), .remedy = std::move(remedy)});
  }

  [[nodiscard]] std::string cell(const CsvRow& row, const char* column) const {
    const auto at = columns_.find(column);
    return at == columns_.end() || at->second >= row.cells.size() ? std::string() : row.cells[at->second];
  }

  [[nodiscard]] std::string own_id(const CsvRow& row) const {
    const std::string id = cell(row, "id");
    return id.empty() ? id_of(cell(row, "name")) : id;
  }

  static void add_list(pugi::xml_node entry, const char* element, const std::string& list) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find_first_of(";|\n", begin), list.size());
      const std::string one(trim(std::string_view(list).substr(begin, end - begin)));
      if (!one.empty()) entry.append_child(element).text().set(one.c_str());
      begin = end + 1;
    }
  }

  std::string entry_of(const CsvRow& row) {
    if (row.cells.size() > rows_.front().cells.size() &&
        std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(rows_.front().cells.size()), row.cells.end(),
                    [](const std::string& one) { return !one.empty(); })) {
      wrong(row, "the row has more cells than there are columns",
            "put cells that hold the separator in quotation marks");
      return {};
    }
    const std::string name = cell(row, "name");
    if (name.empty()) {
      wrong(row, "the row has no name", "fill the column “name”, or empty the row");
      return {};
    }
    pugi::xml_document document;
    pugi::xml_node entry = document.append_child("entry");
    entry.append_attribute("id").set_value(own_id(row).c_str());
    for (const char* attribute : kAttributes) {
      std::string value = cell(row, attribute);
      if (std::string_view(attribute) == "kind") value = value.empty() ? "person" : lower(value);
      // The affiliation may be told by the name of another row.
      if (std::string_view(attribute) == "affiliation") {
        if (const auto other = ids_.find(value); other != ids_.end()) value = other->second;
      }
      if (!value.empty()) entry.append_attribute(attribute).set_value(value.c_str());
    }
    entry.append_child("name").text().set(name.c_str());
    add_list(entry, "alias", cell(row, "aliases"));
    add_list(entry, "account", cell(row, "accounts"));
    add_list(entry, "domain", cell(row, "domains"));
    for (std::size_t i = 0; i < std::min(row.cells.size(), rows_.front().cells.size()); ++i) {
      const std::string& title = rows_.front().cells[i];
      const std::string_view own =
          title.starts_with('#') ? trim(std::string_view(title).substr(1)) : std::string_view();
      if (own.empty() || row.cells[i].empty()) continue;
      pugi::xml_node column = entry.append_child("column");
      column.append_attribute("name").set_value(std::string(own).c_str());
      column.text().set(row.cells[i].c_str());
    }
    std::ostringstream out;
    document.print(out, "", pugi::format_raw, pugi::encoding_utf8);
    std::string text = out.str();
    std::replace(text.begin(), text.end(), '\n', ' ');  // one line, whatever a cell held
    std::replace(text.begin(), text.end(), '\r', ' ');
    return text;
  }

  const std::vector<CsvRow>& rows_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> columns_;
  std::map<std::string, std::string> ids_;  // by name
};

}  // namespace

std::string csv_register(std::string_view bytes, const std::string& path, const std::string& id,
                         Diagnostics& diagnostics) {
  if (const auto fault = xml_character_fault(bytes)) {
    const auto line = static_cast<std::uint32_t>(
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(fault->at), '\n'));
    const bool utf8 = is_valid_utf8(bytes);
    diagnostics.push_back({.file = path,
                           .line = line,
                           .message = utf8 ? "a control character" : std::string(fault->message),
                           .remedy = utf8 ? "take it out" : "save it as “CSV UTF-8”"});
    return {};
  }
  const std::vector<CsvRow> rows = read_csv(bytes, path, diagnostics);
  if (rows.empty()) {
    diagnostics.push_back({.file = path, .message = "an empty register", .remedy = "the first row names the columns"});
    return {};
  }
  const std::string entries = Table(rows, path, diagnostics).entries();
  if (entries.empty()) return {};
  return "<register id=\"" + id_of(id) + "\">" + entries + "</register>\n";
}

}  // namespace hearsay
