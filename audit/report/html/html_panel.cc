// Entry: html_score, html_findings, html_sources, html_questions, html_colophon. Bars are SVG with plain attributes,
// for the page's policy allows no inline styles.
#include "report/html/html_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "report/html/html_article.h"
#include "report/index.h"
#include "report/markup.h"
#include "report/place.h"
#include "report/plain.h"
#include "report/withheld.h"
#include "report/worst_first.h"

namespace hearsay {

namespace {

std::string bar(double share) {
  const long percent = std::lround(std::clamp(share, 0.0, 1.0) * 100);
  return fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rail\" width=\"100\" height=\"4\"/><rect class=\"fill\" width=\"{}\" height=\"4\"/></svg>",
      percent);
}

/// Five dots, as many filled as the source climbed steps.
std::string ladder(int step) {
  std::string out = "<svg class=\"ladder\" viewBox=\"0 0 58 10\" aria-hidden=\"true\">";
  for (int i = 0; i < 5; ++i) {
    fmt::format_to(std::back_inserter(out), "<circle class=\"{}\" cx=\"{}\" cy=\"5\" r=\"4\"/>",
                   i < step ? "on" : "off", 5 + i * 12);
  }
  return out + "</svg>";
}

std::vector<std::string> ids_of(const std::vector<std::uint32_t>& attributions, const Report& report) {
  std::vector<std::string> ids;
  ids.reserve(attributions.size());
  for (const std::uint32_t i : attributions) ids.push_back(report.attributions[i].id);
  return ids;
}

/// Whose judgement it is stands first, and under which terms it may be passed on.
std::string judgement_line(const ReportJudgement& judgement) {
  std::string out = "<p class=\"small judgement\">As an outlet judged " + escaped_line(judgement_words(judgement));
  if (!judgement.page.empty()) out += " · " + outer_link(judgement.page, "their page");
  return out + "</p>";
}

std::string source_item(const ReportSource& source, const Report& report, const ReportIndex& index) {
  const Tone tone = index.tone(source);
  std::string out = fmt::format("<li class=\"source {}\" id=\"{}\"><h4><bdi>{}</bdi>", tone_class(tone), source.id,
                                escaped_line(source.name));
  fmt::format_to(std::back_inserter(out), " <span class=\"kind\">{}</span></h4>", escaped(spoken(source.kind)));
  std::string about;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) about += (about.empty() ? "" : " · ") + escaped_line(part);
  };
  add(source.description.value_or(""));
  add(source.affiliation.value_or(""));
  if (!about.empty()) out += "<p><bdi>" + about + "</bdi></p>";
  if (source.anonymous) {
    const int step = ladder_step(source.specificity);
    fmt::format_to(std::back_inserter(out), "<p class=\"step\">{}Step {} of 5{}</p>", ladder(step), step,
                   step == 0 ? std::string() : fmt::format(": {}", ladder_words(step)));
  }
  if (!source.aliases.empty()) {
    std::string aliases;
    for (const std::string& alias : source.aliases) {
      aliases += (aliases.empty() ? "<bdi>" : ", <bdi>") + escaped_line(alias) + "</bdi>";
    }
    out += "<p class=\"small\">Also: " + aliases + "</p>";
  }
  out += "<p class=\"small\">";
  const auto& said = index.said_by(source);
  const auto& relayed = index.relayed_by(source);
  if (!said.empty()) {
    out += counted(said.size(), "claim", "claims") + " " + html_references(ids_of(said, report), index);
  }
  if (!relayed.empty())
    out += (said.empty() ? "Relays " : " · relays ") + html_references(ids_of(relayed, report), index);
  if (said.empty() && relayed.empty()) out += "No claim of its own";
  if (!source.reliability.empty())
    fmt::format_to(std::back_inserter(out), " · reliability <abbr title=\"{}\">{}</abbr>, given by {}",
                   reliability_words(source.reliability), escaped(source.reliability),
                   escaped_line(source.reliability_by));
  out += "</p>";
  if (source.judgement) out += judgement_line(*source.judgement);
  return out + "</li>\n";
}

std::string source_group(std::string_view title, bool (*wanted)(const ReportSource&), const Report& report,
                         const ReportIndex& index) {
  const std::vector<const ReportSource*> group = index.sources_of(wanted);
  if (group.empty()) return {};
  std::string out =
      fmt::format("<h3>{} <span class=\"count\">{}</span></h3>\n<ul class=\"sources\">\n", title, group.size());
  for (const ReportSource* source : group) out += source_item(*source, report, index);
  return out + "</ul>\n";
}

std::string_view severity_sign(std::string_view severity) {
  return severity == "error" ? "✕" : severity == "warning" ? "!" : "i";
}

std::string finding_item(const Report& report, std::uint32_t number, const ReportIndex& index) {
  const ReportFinding& finding = report.findings[number];
  const std::string severity = escaped(finding.severity);
  std::string out = fmt::format(
      "<li class=\"finding {0}\" id=\"f{1}\"><span class=\"sign\" aria-hidden=\"true\">{2}</span>"
      "<p><strong>{0}</strong> {3}</p><p class=\"small\">",
      severity, number + 1, severity_sign(finding.severity), escaped_line(finding.message));
  if (const std::string place = place_words(finding); !place.empty()) {
    fmt::format_to(std::back_inserter(out), "<a href=\"#in-f{}\">Finding {} at {}</a>", number + 1, number + 1,
                   escaped_line(place));
  } else {
    fmt::format_to(std::back_inserter(out), "Finding {}, of the whole article", number + 1);
  }
  if (!finding.suppressed.empty()) out += ". Let stand by the text: " + escaped_line(finding.suppressed);
  const std::string references = html_references(finding.attributions, index);
  if (!references.empty()) out += " · " + references;
  return out + "</p></li>\n";
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

/// Findings whose readings are not sure: shown apart.
std::string html_perhaps(const Report& report) {
  if (report.perhaps.empty()) return {};
  std::string out = fmt::format(
      "<details class=\"perhaps\"><summary>Perhaps <span class=\"count\">{}</span></summary>\n"
      "<p class=\"small\">The readings these rest on are not sure. They cost no points and fail no gate.</p>\n"
      "<ul class=\"findings\">\n",
      report.perhaps.size());
  for (const std::uint32_t i : worst_first(report.perhaps)) {
    const ReportFinding& finding = report.perhaps[i];
    const std::string place = place_words(finding);
    fmt::format_to(std::back_inserter(out), "<li class=\"finding note\"><p>{}</p><p class=\"small\">{}{}{}</p></li>\n",
                   escaped_line(finding.message), escaped_line(finding.title.empty() ? finding.check : finding.title),
                   place.empty() ? "" : ", at ", escaped_line(place));
  }
  return out + "</ul></details>\n";
}

}  // namespace

std::string html_voices(const Report& report) {
  return is_audited(report) ? "<p class=\"voices\">" + escaped_line(voices_told(report)) + "</p>\n" : std::string();
}

std::string html_total(const Report& report) {
  if (!report.total) {
    return fmt::format("<p class=\"withheld\"><b>{}.</b> {}</p>\n", is_audited(report) ? "No grade" : "Not audited",
                       escaped_line(report.withheld));
  }
  return fmt::format(
      "<p class=\"total\"><span class=\"grade\">{}</span><span class=\"points\"><b>{}</b> of 100{}</span></p>\n",
      escaped(report.grade), *report.total, report.margin != 0 ? fmt::format(", give or take {}", report.margin) : "");
}

std::string html_score(const Report& report, const ReportIndex& index) {
  if (!report.total && !any_value(report)) return {};
  std::string out = "<ul class=\"measures\">\n";
  for (const ReportMeasure& measure : report.measures) {
    const double points = measure.weight * 100;
    fmt::format_to(std::back_inserter(out), "<li><p><span>{}</span> <span class=\"value\">{}</span></p>{}",
                   escaped_line(measure.label.empty() ? measure.id : measure.label),
                   measure.value ? fmt::format("{} %", std::lround(*measure.value * 100)) : "n/a",
                   bar(measure.value.value_or(0)));
    const double lost = points * (1 - std::clamp(measure.value.value_or(1), 0.0, 1.0));
    out += "<p class=\"small\">";
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
    out += "</p></li>\n";
  }
  return out + "</ul>\n";
}

std::string html_findings(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  if (report.findings.empty()) return "<p>Nothing that this policy asks for is missing.</p>\n" + html_perhaps(report);
  std::vector<std::string_view> order;  // checks, the gravest first
  std::map<std::string_view, std::vector<std::uint32_t>> groups;
  for (const std::uint32_t i : worst_first(report.findings)) {
    std::vector<std::uint32_t>& group = groups[report.findings[i].check];
    if (group.empty()) order.push_back(report.findings[i].check);
    group.push_back(i);
  }
  std::string out;
  for (const std::string_view check : order) {
    const std::vector<std::uint32_t>& group = groups[check];
    const ReportFinding& first = report.findings[group.front()];
    out += "<div class=\"check\"><h3>";
    if (!first.title.empty()) out += escaped_line(first.title) + " ";
    fmt::format_to(std::back_inserter(out), "<code>{}</code> <span class=\"count\">{}</span></h3>\n",
                   escaped_line(check), group.size());
    if (!first.why.empty()) {
      out += "<p class=\"why\"><span class=\"lead\">Why it is asked</span> " + escaped_line(first.why);
      const std::string page = pages(first.page);
      if (!page.empty()) out += " <cite>" + page + "</cite>";
      out += "</p>\n";
    }
    out += "<ul class=\"findings\">\n";
    for (const std::uint32_t number : group) out += finding_item(report, number, index);
    out += "</ul></div>\n";
  }
  return out + html_perhaps(report);
}

std::string html_sources(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  if (report.sources.empty()) return "<p>The article names no source.</p>\n";
  return source_group("Named", is_named, report, index) + source_group("Not named", is_anonymous, report, index) +
         source_group("Author and public", is_general, report, index);
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
