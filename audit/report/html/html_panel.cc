// Entry: html_measures, html_questions, html_colophon. Bars are SVG with plain attributes, for the page's policy allows
// no inline styles.
#include "report/html/html_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/html/references.h"
#include "report/index.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/score_told.h"
#include "report/withheld.h"

namespace hearsay {

namespace {

std::string bar(double share) {
  const long percent = std::lround(std::clamp(share, 0.0, 1.0) * 100);
  return fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rail\" width=\"100\" height=\"4\"/><rect class=\"fill\" width=\"{}\" height=\"4\"/></svg>",
      percent);
}

}  // namespace

std::string html_measures(const Report& report, const ReportIndex& index) {
  if (!report.total && !any_value(report)) return "<p>Nothing was measured.</p>\n";
  std::string out = "<ul class=\"measures\">\n";
  for (const ReportMeasure& measure : report.measures) {
    const double points = measure.weight * 100;
    fmt::format_to(std::back_inserter(out), "<li><p><span>{}</span> <span class=\"value\">{}</span></p>{}",
                   escaped_line(measure.label.empty() ? measure.id : measure.label),
                   measure.value ? fmt::format("{} %", std::lround(*measure.value * 100)) : "n/a",
                   bar(measure.value.value_or(0)));
    const double lost = points_lost(measure);
    out += "<div class=\"small\">";
    if (!measure.value) {
      out += "does not apply here";
    } else if (!report.total) {
      out += "no points are given";
    } else if (lost < 0.05) {
      fmt::format_to(std::back_inserter(out), "all {:.0f} points", points);
    } else {
      fmt::format_to(std::back_inserter(out), "{:.1f} of {:.0f} points lost", lost, points);
    }
    const std::string references = html_references(measure.evidence, index);
    if (!references.empty()) out += " · " + references;
    out += "</div></li>\n";
  }
  return out + "</ul>\n";
}

std::string html_questions(const Report& report) {
  if (report.questions.empty()) return "<p>None.</p>\n";
  std::string out = "<ul class=\"questions\">\n";
  for (const std::string& question : report.questions) out += "<li>" + escaped_line(question) + "</li>\n";
  return out + "</ul>\n";
}

std::string html_colophon(const Report& report) {
  std::string out = "<dl>";
  const auto row = [&](std::string_view term, std::string_view value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), "<dt>{}</dt><dd>{}</dd>\n", term, escaped_line(value));
  };
  row("Policy", report.policy_name.empty() ? report.policy : report.policy_name);
  for (const ReportPack& pack : report.rules) {
    row("Rules", fmt::format("{} {} ({})", pack.pack, pack.version, pack.sha256.substr(0, 12)));
  }
  row("File", report.path);
  for (const std::string& remark : report.remarks) row("Of the reading", remark);
  row("Checksum", report.sha256.substr(0, 16));
  if (!safe_address(report.url).empty()) out += "<dt>Address</dt><dd>" + outer_link(report.url, report.url) + "</dd>\n";
  return out + "</dl>\n";
}

}  // namespace hearsay
