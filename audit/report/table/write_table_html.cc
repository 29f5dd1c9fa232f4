// Entry: write_table_html, write_index_html. The template's places are filled front to back; what is filled in is never
// read again. On a phone rows become cards, whose cells carry their column's title; the roles are then said anew, for
// what is no longer laid out as a table is no longer read as one.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/findings/run.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/table/table_words.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRoomy = 7;  // columns; more are set closer

std::string_view class_of(ColumnKind kind) {
  return kind == ColumnKind::article ? "text article" : column_kind_name(kind);
}

bool is_number(ColumnKind kind) {
  return kind == ColumnKind::number || kind == ColumnKind::share || kind == ColumnKind::mean ||
         kind == ColumnKind::score;
}

/// Sorted from its large values at the first click.
bool falls_first(ColumnKind kind) {
  return is_number(kind) && kind != ColumnKind::score;
}

/// What the script sorts by; "" for cells without a value.
std::string sort_key(const Cell& cell) {
  if (const auto* share = std::get_if<Share>(&cell))
    return share->base == 0 ? "" : fmt::format("{:.6f}", fraction(*share));
  if (const auto* mean = std::get_if<MeanValue>(&cell))
    return mean->count == 0 ? "" : fmt::format("{:.6f}", mean->value);
  if (const auto* score = std::get_if<ScoreCell>(&cell)) return score->value ? std::to_string(*score->value) : "";
  if (const auto* finding = std::get_if<FindingCell>(&cell))
    return finding->severity.empty()
               ? ""
               : escaped_line(fmt::format("{}{}", 2 - severity_rank(finding->severity), cut_to(finding->words, 40)));
  return escaped_line(cut_to(plain_cell(cell), 60));
}

/// The share as a bar, its interval as a line upon it. The words beside it say the same.
std::string bar(const Share& share) {
  const double low = 100 * share.interval.low;
  const double high = 100 * share.interval.high;
  return fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 9\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rail\" y=\"2\" width=\"100\" height=\"5\"/>"
      "<rect class=\"fill\" y=\"2\" width=\"{:.1f}\" height=\"5\"/>"
      "<path class=\"whisker\" d=\"M{:.1f} 4.5H{:.1f}M{:.1f} 1V8M{:.1f} 1V8\"/></svg>",
      100 * fraction(share), low, high, low, high);
}

/// To the page that lies beside, and of an article besides to where it stands on the web.
std::string link(const LinkCell& cell, const PagePlace& place) {
  std::string out = page_link(place, cell.refers, cell.id, cell.place, cell.words);
  if (out.empty()) return outer_link(cell.address, one_line(cell.words));
  if (!safe_address(cell.address).empty())
    out = fmt::format(
        "<span>{}&#160;<a class=\"outer\" href=\"{}\" rel=\"noopener noreferrer\" title=\"On the web\" "
        "aria-label=\"On the web: {}\">↗</a></span>",
        out, escaped(safe_address(cell.address)), escaped_line(cell.words));
  return out;
}

std::string score(const ScoreCell& cell) {
  if (!cell.value)
    return cell.why.empty() ? std::string("n/a")
                            : fmt::format("<span>n/a <span class=\"of\">{}</span></span>", escaped_line(cell.why));
  return fmt::format(
      "<span>{} <span class=\"of\">{}</span><svg class=\"bar\" viewBox=\"0 0 100 9\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect class=\"rail\" y=\"2\" width=\"100\" height=\"5\"/><rect class=\"fill\" y=\"2\" "
      "width=\"{}\" height=\"5\"/></svg></span>",
      *cell.value, escaped_line(cell.grade), *cell.value);
}

std::string finding(const FindingCell& cell, const PagePlace& place) {
  if (cell.severity.empty()) return "";
  std::string words = page_link(place, Refers::check, cell.check, "", cell.words);
  if (words.empty()) words = escaped_line(cell.words);
  return fmt::format("<span><b class=\"severity {0}\">{0}</b> {1}</span>", escaped(cell.severity), words);
}

std::string inner(const Column& column, const Cell& cell, const PagePlace& place) {
  if (const auto* share = std::get_if<Share>(&cell)) {
    if (share->base == 0) return "–";
    return fmt::format("<span>{} <span class=\"of\">{} of {} · {} %</span>{}</span>", percent(*share), share->part,
                       share->base, percent_range(*share), bar(*share));
  }
  if (const auto* mean = std::get_if<MeanValue>(&cell)) {
    const std::string range = mean_range(*mean);
    return range.empty() ? mean_words(*mean)
                         : fmt::format("<span>{} <span class=\"of\">{}</span></span>", mean_words(*mean), range);
  }
  if (const auto* to = std::get_if<LinkCell>(&cell)) return link(*to, place);
  if (const auto* value = std::get_if<ScoreCell>(&cell)) return score(*value);
  if (const auto* found = std::get_if<FindingCell>(&cell)) return finding(*found, place);
  return escaped_line(shown_cell(column, cell));
}

/// Columns that say something in some row. Those to be filled in by hand stay.
std::vector<std::size_t> used_columns(const Table& table) {
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool says = std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
      const auto* words = std::get_if<std::string>(&row.cells[i]);
      const auto* link = std::get_if<LinkCell>(&row.cells[i]);
      if (link != nullptr) return !link->words.empty();
      return words == nullptr || !words->empty();
    });
    if (i == 0 || says) used.push_back(i);
  }
  return used;
}

/// Where rows are left out the script would sort those alone that are here: the heading leads to the page that has all
/// of them in that order.
std::string sorting(const Table& table, const Column& column, const PagePlace& place) {
  std::string title = escaped_line(column.title);
  if (table.left_out == 0 || !place.sorted) return title;
  const std::string other = place.sort == column.id ? "-" + column.id : column.id;
  return fmt::format("<a href=\"{}\" rel=\"nofollow\">{}</a>", escaped(place.sorted(other)), title);
}

std::string sorted_by(const Column& column, const PagePlace& place) {
  const bool turned = place.sort == "-" + column.id;
  if (!turned && place.sort != column.id) return {};
  const bool falls = (falls_first(column.kind) || column.kind == ColumnKind::date) != turned;
  return falls ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"";
}

std::string head_of(const Table& table, std::span<const std::size_t> used, const PagePlace& place) {
  std::string out = "<thead role=\"rowgroup\"><tr role=\"row\">";
  for (const std::size_t i : used) {
    const Column& column = table.columns[i];
    out += fmt::format("<th scope=\"col\" role=\"columnheader\" class=\"{}\" data-id=\"{}\"{}{}{}{}>{}</th>",
                       class_of(column.kind), escaped(column.id), is_number(column.kind) ? " data-numbers" : "",
                       falls_first(column.kind) ? " data-falls" : "", column.facet ? " data-facet" : "",
                       sorted_by(column, place), sorting(table, column, place));
  }
  return out + "</tr></thead>\n";
}

void append_row(std::string& out, const Table& table, std::span<const std::size_t> used, const Row& row,
                const PagePlace& place) {
  out += row.few ? "<tr role=\"row\" class=\"few\">" : "<tr role=\"row\">";
  for (const std::size_t i : used) {
    const Column& column = table.columns[i];
    std::string content = inner(column, row.cells[i], place);
    const std::string key = sort_key(row.cells[i]);
    if (i == 0) {
      // A row whose heading is empty would be read out without one.
      if (content.empty()) content = column.kind == ColumnKind::date ? "no date" : "–";
      if (row.few) content += fmt::format("<span class=\"hint\" title=\"{}\">few</span>", escaped_line(kFewNote));
      out += fmt::format("<th scope=\"row\" role=\"rowheader\" class=\"{}\" data-key=\"{}\" dir=\"auto\">{}</th>",
                         class_of(column.kind), key, content);
      continue;
    }
    out += fmt::format("<td role=\"cell\" class=\"{}{}\" data-key=\"{}\" data-label=\"{}\"{}>{}</td>",
                       class_of(column.kind), content.empty() ? " blank" : "", key, escaped_line(column.title),
                       is_number(column.kind) ? "" : " dir=\"auto\"", content);
  }
  out += "</tr>\n";
}

std::string notes_of(const Table& table, const PagePlace& place = {}) {
  std::vector<std::string> notes = table.notes;
  const auto is_few = [](const Row& row) { return row.few; };
  if (std::any_of(table.rows.begin(), table.rows.end(), is_few))
    notes.insert(notes.begin(), "few: " + std::string(kFewNote));
  std::string out;
  if (!place.more.empty() && table.left_out != 0) {
    out = fmt::format("<p><a class=\"more\" href=\"{}\">{}</a></p>\n", escaped(place.more),
                      counted(table.left_out, "more row", "more rows"));
  } else if (const std::string more = left_out_words(table); !more.empty()) {
    notes.insert(notes.begin(), more);
  }
  for (const std::string& note : notes) out += "<p>" + escaped_line(note) + "</p>\n";
  return out.empty() ? out : "<div class=\"notes\">\n" + out + "</div>\n";
}

std::string table_of(const Table& table, const PagePlace& place = {}) {
  const std::string lead = table.lead.empty() ? "" : "<p class=\"lead\">" + escaped_line(table.lead) + "</p>\n";
  if (table.rows.empty()) return lead + "<p class=\"none\">Nothing to show.</p>\n";
  const std::vector<std::size_t> used = used_columns(table);
  std::string out =
      lead + fmt::format("<table role=\"table\"{}{}>\n<caption>{}</caption>\n{}<tbody role=\"rowgroup\">\n",
                         used.size() <= 2           ? " class=\"slim\""
                         : used.size() > kMostRoomy ? " class=\"wide\""
                                                    : "",
                         table.left_out == 0 ? "" : fmt::format(" data-left=\"{}\"", table.left_out),
                         escaped_line(table.title), head_of(table, used, place));
  for (const Row& row : table.rows) append_row(out, table, used, row, place);
  return out + "</tbody>\n</table>\n";
}

/// The same for every page, so hashed once.
const std::string& table_policy() {
  static const std::string kPolicy = security_policy(table_css(), table_js());
  return kPolicy;
}

struct Page {
  std::string title, navigation, body;  // markup
};

std::string fill(const Page& page) {
  return fill_places(table_html(), [&page](std::string_view place) {
    if (place == "style") return std::string(table_css());
    if (place == "script") return std::string(table_js());
    if (place == "policy") return table_policy();
    if (place == "title") return page.title;
    if (place == "navigation") return page.navigation;
    return place == "body" ? page.body : std::string();
  });
}

}  // namespace

std::string write_table_html(const Table& table, const PagePlace& place) {
  return fill({.title = escaped_line(table.title),
               .navigation = navigation(place, "answer", "Skip to the answer"),
               .body = write_table_body(table, place)});
}

std::string write_table_body(const Table& table, const PagePlace& place) {
  return table_of(table, place) + notes_of(table, place);
}

std::string write_entries(std::span<const IndexEntry> entries) {
  std::string list = "<ul class=\"answers\">\n";
  for (const IndexEntry& entry : entries) {
    std::string data;
    if (!entry.data.empty())
      data = fmt::format("{}<a href=\"{}\" aria-label=\"{} as CSV\">CSV</a>", entry.what.empty() ? "" : " · ",
                         escaped(entry.data), escaped_line(entry.title));
    list += fmt::format("<li><h2><a href=\"{}\">{}</a></h2><p>{}</p><p class=\"of\">{}{}</p></li>\n",
                        escaped(entry.page), escaped_line(entry.title), escaped_line(capitalised(entry.teaser) + '.'),
                        escaped_line(entry.what), data);
  }
  return list + "</ul>\n";
}

std::string write_index_html(const Table& overview, std::span<const IndexEntry> entries) {
  return fill({.title = escaped_line(overview.title),
               .navigation = "",
               .body = write_entries(entries) + table_of(overview) + notes_of(overview)});
}

}  // namespace hearsay
