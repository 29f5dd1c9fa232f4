// Entry: write_changes_html. First what changed, in the order of the text; then both versions, a paragraph a row. All
// words of articles pass escaped or escaped_line.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <vector>

#include "report/changes/write_changes.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

/// The words of a passage, those of `changed` marked as taken out or put in.
std::string marked_passage(const TextIndex& index, CodeSpan passage, const CodeSpans& changed, std::string_view mark) {
  std::string out;
  std::uint32_t at = passage.first;
  const auto plain = [&](std::uint32_t end) {
    if (end > at) append_escaped(out, index.slice({at, end}));
    at = std::max(at, end);
  };
  for (const CodeSpan& span : changed) {
    plain(span.first);
    out += fmt::format("<{}>", mark);
    plain(span.second);
    out += fmt::format("</{}>", mark);
  }
  plain(passage.second);
  return out;
}

std::string version_name(const ComparedVersion& version) {
  std::string out = "<b dir=\"auto\">" + escaped_line(version.title.empty() ? version.id : version.title) + "</b>";
  if (!version.outlet.empty()) out += " · " + escaped_line(version.outlet);
  if (!version.published.empty()) out += " · " + escaped_line(day_words(version.published));
  if (!version.path.empty()) out += "<br><span class=\"path\">" + escaped_line(version.path) + "</span>";
  return out;
}

std::string difference_item(const WordDifference& one) {
  std::string out = "<li>";
  if (!one.was.empty()) out += "<del>" + escaped_line(one.was) + "</del>";
  if (!one.was.empty() && !one.is.empty()) out += " <span aria-hidden=\"true\">→</span> ";
  if (!one.is.empty()) out += "<ins>" + escaped_line(one.is) + "</ins>";
  return out + "</li>";
}

/// The number of the row in which each change stands, or 0.
std::vector<std::size_t> rows_of(const VersionChanges& changes) {
  std::map<std::uint32_t, std::size_t> newer, older;  // where a row's passage begins → its number
  for (std::size_t i = 0; i < changes.passages.size(); ++i) {
    if (changes.passages[i].newer.second != 0) newer.emplace(changes.passages[i].newer.first, i + 1);
    if (changes.passages[i].older.second != 0) older.emplace(changes.passages[i].older.first, i + 1);
  }
  const auto find = [](const std::map<std::uint32_t, std::size_t>& rows, const CodeSpans& spans) -> std::size_t {
    if (spans.empty()) return 0;
    auto at = rows.upper_bound(spans.front().first);
    return at == rows.begin() ? 0 : std::prev(at)->second;
  };
  std::vector<std::size_t> rows;
  for (const Change& change : changes.changes) {
    if (change.kind == ChangeKind::headline_changed || change.kind == ChangeKind::headline_stale) {
      rows.push_back(0);
    } else {
      rows.push_back(change.new_span.empty() ? find(older, change.old_span) : find(newer, change.new_span));
    }
  }
  return rows;
}

std::string change_item(const Change& change, std::size_t number, std::size_t row) {
  const std::string_view severity = severity_name(change.severity);
  std::string out = fmt::format("<li class=\"change {0}\" id=\"c{1}\">\n<h3><span class=\"severity\">{0}</span> {2}",
                                severity, number, escaped(name_of(change.kind).label));
  if (const std::string traits = change_traits(change); !traits.empty()) out += " (" + escaped(traits) + ")";
  if (const std::string subject = change_subject(change); !subject.empty())
    out += ": <span dir=\"auto\">" + escaped(subject) + "</span>";
  out += "</h3>\n";
  if (!change.differences.empty()) {
    out += "<ul class=\"differences\">";
    for (const WordDifference& one : change.differences) out += difference_item(one);
    out += "</ul>\n";
  }
  if (!change.was.empty())
    out += "<p class=\"was\"><span class=\"label\">before</span> <span dir=\"auto\">" + escaped_line(change.was) +
           "</span></p>\n";
  if (!change.is.empty())
    out += "<p class=\"is\"><span class=\"label\">now</span> <span dir=\"auto\">" + escaped_line(change.is) +
           "</span></p>\n";
  out += "<p class=\"why\">" + escaped(capitalised(change.why)) + ".";
  if (row != 0) out += fmt::format(" <a href=\"#r{0}\">In the text, paragraph {0}</a>", row);
  return out + "</p>\n</li>\n";
}

std::string change_list(const VersionChanges& changes, const std::vector<std::size_t>& rows) {
  if (changes.changes.empty()) return "<p class=\"none\">Nothing changed in who says what, and how surely.</p>\n";
  std::string out = "<ol class=\"changes\">\n";
  for (std::size_t i = 0; i < changes.changes.size(); ++i) out += change_item(changes.changes[i], i + 1, rows[i]);
  return out + "</ol>\n";
}

std::string passage_rows(const VersionChanges& changes, const std::vector<std::size_t>& rows) {
  const TextIndex older(changes.older_text), newer(changes.newer_text);
  std::vector<std::vector<std::size_t>> changes_in(changes.passages.size() + 1);
  for (std::size_t i = 0; i < rows.size(); ++i) changes_in[rows[i]].push_back(i + 1);
  std::string out;
  for (std::size_t i = 0; i < changes.passages.size(); ++i) {
    const ComparedPassage& row = changes.passages[i];
    const bool gone = row.newer.second == 0, fresh = row.older.second == 0;
    const bool same = !gone && !fresh && row.older_changed.empty() && row.newer_changed.empty();
    out += fmt::format("<tr id=\"r{}\" class=\"{}\"><th scope=\"row\">{}", i + 1,
                       gone    ? "gone"
                       : fresh ? "fresh"
                       : same  ? "same"
                               : "edited",
                       i + 1);
    if (row.moved) out += "<span class=\"moved\">moved</span>";
    for (const std::size_t change : changes_in[i + 1])
      out += fmt::format("<a href=\"#c{0}\" aria-label=\"Change {0}: {1}\">{0}</a>", change,
                         escaped(name_of(changes.changes[change - 1].kind).label));
    out += "</th><td dir=\"auto\">";
    out +=
        fresh ? "<span class=\"nothing\">not there</span>" : marked_passage(older, row.older, row.older_changed, "del");
    out += "</td><td dir=\"auto\">";
    out +=
        gone ? "<span class=\"nothing\">not there</span>" : marked_passage(newer, row.newer, row.newer_changed, "ins");
    out += "</td></tr>\n";
  }
  return out;
}

}  // namespace

std::string write_changes_body(const VersionChanges& changes) {
  const std::vector<std::size_t> rows = rows_of(changes);
  return fill_places(changes_body_html(), [&](std::string_view part) -> std::string {
    if (part == "title") return escaped(changes_counted(changes));
    if (part == "remark") return escaped(changes_remark(changes));
    if (part == "older") return version_name(changes.older);
    if (part == "newer") return version_name(changes.newer);
    if (part == "changes") return change_list(changes, rows);
    if (part == "rows") return passage_rows(changes, rows);
    return {};
  });
}

std::string write_changes_html(const VersionChanges& changes) {
  return fill_places(changes_html(), [&](std::string_view part) -> std::string {
    if (part == "style") return std::string(changes_css());
    if (part == "policy") return security_policy(changes_css());
    if (part == "title") return escaped(changes_counted(changes));
    if (part == "body") return write_changes_body(changes);
    return {};
  });
}

}  // namespace hearsay
