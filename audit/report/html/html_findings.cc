// Entry: html_findings. One order for all, the worst first; each leads to its words. Why a check asks stands once.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "report/html/html_panel.h"
#include "report/html/references.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/worst_first.h"

namespace hearsay {

namespace {

constexpr std::size_t kAtOnce = 3;  // findings shown; the others are folded below

std::string place_shortly(const ReportFinding& finding) {
  if (finding.line != 0) return fmt::format("line {}", finding.line);
  if (finding.paragraph != 0) return fmt::format("paragraph {}", finding.paragraph);
  return finding.span.empty() ? "the whole article" : "";
}

std::string title_of_finding(const ReportFinding& finding) {
  return escaped_line(finding.title.empty() ? finding.check : finding.title);
}

/// The message, leading to its words in the text where it has some. `place`: "f3".
std::string linked(const ReportFinding& finding, std::string_view place) {
  const std::string words = escaped_line(finding.message);
  return finding.span.empty() ? words : fmt::format("<a href=\"#in-{}\">{}</a>", place, words);
}

struct FindingRow {
  std::string first_cell, id, words;
};

std::string let_stand(const ReportFinding& finding) {
  const std::string by = finding.settled_by.empty() ? "Let stand" : "Settled by " + escaped_line(finding.settled_by);
  return by + ": " + escaped_line(finding.suppressed);
}

std::string row_of(const ReportFinding& finding, const ReportIndex& index, const FindingRow& row) {
  std::string out =
      fmt::format("<tr class=\"finding {}\"{}><td>{}</td><td><p><b>{}</b> <span class=\"kind\">{}</span></p><p>{}</p>",
                  escaped(finding.severity), row.id, row.first_cell, title_of_finding(finding),
                  escaped(finding.severity), row.words);
  if (!finding.suppressed.empty()) out += "<p class=\"small\">" + let_stand(finding) + "</p>";
  const std::string references = html_references(finding.attributions, index, {.most = 4});
  out += "</td><td class=\"small\">" + escaped(place_shortly(finding));
  return out + (references.empty() ? "" : " <br>" + references) + "</td></tr>\n";
}

std::string table_of(std::string_view caption, std::string_view rows) {
  return fmt::format(
      "<table class=\"findings\"><caption class=\"unseen\">{}</caption>\n<thead class=\"unseen\"><tr><th "
      "scope=\"col\">No</th><th scope=\"col\">What to answer</th><th scope=\"col\">Where</th></tr></thead>\n"
      "<tbody>\n{}</tbody></table>\n",
      caption, rows);
}

std::string finding_rows(std::span<const std::uint32_t> list, const Report& report, const ReportIndex& index) {
  std::string rows;
  for (const std::uint32_t i : list) {
    const ReportFinding& finding = report.findings[i];
    const std::uint32_t number = index.finding_number(i);
    rows += row_of(finding, index,
                   {.first_cell = fmt::format("<span class=\"flag {}\">{}</span>", escaped(finding.severity), number),
                    .id = fmt::format(" id=\"f{}\"", number),
                    .words = linked(finding, fmt::format("f{}", number))});
  }
  return rows;
}

/// Findings whose readings are not sure: shown apart.
std::string html_perhaps(const Report& report, const ReportIndex& index) {
  if (report.perhaps.empty()) return {};
  std::string rows;
  for (const std::uint32_t i : worst_first(report.perhaps))
    rows += row_of(report.perhaps[i], index,
                   {.first_cell = "<span class=\"flag\">?</span>",
                    .id = {},
                    .words = linked(report.perhaps[i], fmt::format("p{}", i + 1))});
  return fmt::format(
      "<details class=\"perhaps\"><summary>Perhaps {}</summary>\n<p class=\"small\">The readings these rest on "
      "are not sure. They cost no points and fail no gate.</p>\n{}</details>\n",
      report.perhaps.size(), table_of("Perhaps to answer", rows));
}

/// A page of a policy is written as people write addresses: with or without its scheme, several by ";".
std::string pages(std::string_view list) {
  std::string out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    const std::string page = one_line(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    if (page.empty()) continue;
    const std::string address = page.find("://") == std::string::npos ? "https://" + page : page;
    const bool looks_it = page.find(' ') == std::string::npos && page.find('.') != std::string::npos;
    if (!out.empty()) out += "; ";
    out += looks_it ? outer_link(address, page) : escaped(page);
  }
  return out;
}

/// What a policy says of its checks, each once, in the order of the findings.
std::string html_reasons(const std::vector<std::uint32_t>& order, const Report& report) {
  std::vector<const ReportFinding*> told;
  for (const std::uint32_t i : order) {
    const ReportFinding& finding = report.findings[i];
    const bool known = std::any_of(told.begin(), told.end(), [&](const ReportFinding* other) {
      return other->check == finding.check && other->why == finding.why;
    });
    if (!finding.why.empty() && !known) told.push_back(&finding);
  }
  if (told.empty()) return {};
  std::string out = "<details class=\"reasons\"><summary>Why this is asked</summary>\n";
  for (const ReportFinding* finding : told) {
    out += fmt::format("<p><b>{}</b> <code>{}</code><br>{}", title_of_finding(*finding), escaped_line(finding->check),
                       escaped_line(finding->why));
    const std::string page = pages(finding->page);
    out += (page.empty() ? "" : " <cite>" + page + "</cite>") + "</p>\n";
  }
  return out + "</details>\n";
}

}  // namespace

std::string html_findings(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  if (report.findings.empty())
    return "<p>Nothing to answer: none of what is asked for is missing.</p>\n" + html_perhaps(report, index);
  const std::vector<std::uint32_t> order = worst_first(report.findings);
  const std::span<const std::uint32_t> all(order), open = all.first(findings_to_answer(report));
  const std::span<const std::uint32_t> at_once = open.first(std::min(open.size(), kAtOnce));
  std::string out = open.empty() ? "<p>Nothing is left to answer.</p>\n"
                                 : table_of("What to answer, the worst first", finding_rows(at_once, report, index));
  const auto fold = [&](std::string_view caption, std::string_view which, std::span<const std::uint32_t> rows) {
    if (rows.empty()) return;
    out += fmt::format("<details class=\"later\"><summary>{} {}</summary>\n{}</details>\n", rows.size(), which,
                       table_of(caption, finding_rows(rows, report, index)));
  };
  fold("The others", "more", open.subspan(at_once.size()));
  fold("What is settled", "settled", all.subspan(open.size()));
  return out + html_perhaps(report, index) + html_reasons(order, report);
}

}  // namespace hearsay
