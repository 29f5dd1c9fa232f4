// Entry: write_checksheet_html. A table of cards: each item with its sentence above, what is known beside it, and
// fields for what people enter. The page reads without its script; with it, it counts, filters and gives the sheet
// back.
#include <fmt/format.h>

#include <algorithm>

#include "report/checksheet/checksheet_cells.h"
#include "report/checksheet/write_checksheet.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/markup.h"
#include "report/plain.h"

namespace hearsay {
namespace {

std::string sheet_style() {
  return std::string(table_css()) + std::string(checksheet_css());
}

const std::string& sheet_policy() {
  static const std::string policy = security_policy(sheet_style(), checksheet_js());
  return policy;
}

void append_known(std::string& out, std::string_view label, std::string_view words) {
  if (words.empty()) return;
  out += fmt::format("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>", label, escaped_line(words));
}

void append_field(std::string& out, std::string_view id, std::string_view name, std::string_view label,
                  std::string_view value) {
  out += fmt::format("<label>{}<input name=\"{}\" value=\"{}\" autocomplete=\"off\" data-of=\"{}\"></label>", label,
                     name, escaped(value), escaped(id));
}

/// The sentence with the item marked in it, where it stands there word for word.
std::string marked_sentence(const CheckItem& item) {
  const std::string sentence = one_line(item.sentence), words = one_line(item.item);
  const std::size_t at = words.empty() ? std::string::npos : sentence.find(words);
  if (at == std::string::npos) return escaped(sentence);
  return escaped(std::string_view(sentence).substr(0, at)) + "<mark>" + escaped(words) + "</mark>" +
         escaped(std::string_view(sentence).substr(at + words.size()));
}

void append_item(std::string& out, const CheckSheet& sheet, const CheckItem& item, std::size_t number) {
  const CheckSheetCells cells = checksheet_cells(item);
  const std::string_view status = check_item_status_name(item.status);
  out += fmt::format(
      "<li id=\"i{0}\" class=\"item\" data-kind=\"{1}\" data-status=\"{2}\"><h2><span class=\"kind\">{1}"
      "</span> <span class=\"of\">{3}</span></h2>\n<p class=\"passage\" dir=\"auto\">{4}</p>\n",
      number, check_item_kind_name(item.kind), status,
      item.line == 0 ? std::string() : fmt::format("line {}", item.line), marked_sentence(item));
  out += "<dl>";
  append_known(out, "Item", item.item);
  append_known(out, "Source", item.source);
  append_known(out, "Chain", item.chain);
  append_known(out, "Documented", item.documented);
  append_known(out, "Required", item.required);
  append_known(out, "Revision", item.revision > 1 ? cells[14] : std::string());
  for (std::size_t c = 0; c < std::min(item.more.size(), sheet.more_columns.size()); ++c)
    append_known(out, escaped_line(sheet.more_columns[c]), item.more[c]);
  out += "</dl>\n<fieldset><legend class=\"unseen\">Entries</legend><label>Status<select name=\"status\">";
  for (std::size_t s = 0; s < kCheckItemStatusCount; ++s) {
    const auto one = static_cast<CheckItemStatus>(s);
    out += fmt::format("<option{}>{}</option>", one == item.status ? " selected" : "", check_item_status_name(one));
  }
  out += "</select></label>";
  append_field(out, item.id, "evidence", "Evidence", item.evidence);
  append_field(out, item.id, "checker", "Checker", item.checker);
  append_field(out, item.id, "date", "Date", item.date);
  out +=
      fmt::format("<label class=\"note\">Note<textarea name=\"note\" rows=\"2\">\n{}</textarea></label></fieldset>\n",
                  escaped(item.note));
  // What the sheet is given back from: the cells as they are.
  out += "<p hidden class=\"cells\">";
  for (std::size_t c = 0; c < kCheckSheetColumns; ++c)
    out += fmt::format("<span data-column=\"{}\">{}</span>", kCheckSheetColumnIds[c], escaped(cells[c]));
  for (std::size_t c = 0; c < sheet.more_columns.size(); ++c)
    out += fmt::format("<span data-column=\"{}\">{}</span>", escaped(sheet.more_columns[c]),
                       c < item.more.size() ? escaped(item.more[c]) : std::string());
  out += "</p></li>\n";
}

}  // namespace

std::string write_checksheet_body(const CheckSheet& sheet) {
  std::string body = fmt::format("<p class=\"lead\" id=\"left\" role=\"status\">{} left of {}</p>\n", items_left(sheet),
                                 sheet.items.size());
  body += "<ol class=\"items\">\n";
  std::size_t number = 0;
  for (const CheckItem& item : sheet.items) append_item(body, sheet, item, ++number);
  return body + "</ol>\n";
}

std::string write_checksheet_html(const CheckSheet& sheet) {
  const std::string body =
      write_checksheet_body(sheet) +
      "<noscript><p class=\"notes\">Without its script this page cannot give back what is entered; the CSV "
      "and the workbook can.</p></noscript>\n";
  const std::string title = escaped_line("Check sheet" + (sheet.title.empty() ? "" : ": " + sheet.title));
  return fill_places(table_html(), [&](std::string_view place) {
    if (place == "style") return sheet_style();
    if (place == "script") return std::string(checksheet_js());
    if (place == "policy") return sheet_policy();
    if (place == "title") return std::string(title);
    if (place == "navigation") return std::string("<a class=\"skip\" href=\"#answer\">Skip to the items</a>\n");
    return place == "body" ? body : std::string();
  });
}

}  // namespace hearsay
