// Entry: html_sources, html_filter. A table per group; a row says who it is, what is known of them and where they are
// heard.
#include <fmt/format.h>

#include <span>
#include <vector>

#include "report/html/html_panel.h"
#include "report/html/references.h"
#include "report/markup.h"
#include "report/plain.h"

namespace hearsay {

namespace {

constexpr std::size_t kSourcesAtOnce = 12;  // of a group; the others are folded below
constexpr std::size_t kOptionColumns = 36;  // of a name in the filter

/// Five dots, as many filled as the source climbed steps.
std::string ladder(int step) {
  std::string out = "<svg class=\"ladder\" viewBox=\"0 0 58 10\" aria-hidden=\"true\">";
  for (int i = 0; i < 5; ++i) {
    out += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"5\" r=\"4\"/>", i < step ? "on" : "off", 5 + i * 12);
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

/// Who it is, and what is known of them.
std::string known_of(const ReportSource& source) {
  std::string about;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) about += (about.empty() ? "" : " · ") + escaped_line(part);
  };
  add(source.description.value_or(""));
  add(source.affiliation.value_or(""));
  std::string out;
  if (!about.empty()) out += "<p class=\"small\"><bdi>" + about + "</bdi></p>";
  if (source.anonymous) {
    const int step = ladder_step(source.specificity);
    out += fmt::format("<p class=\"small step\">{}Step {} of 5{}</p>", ladder(step), step,
                       step == 0 ? std::string() : fmt::format(": {}", ladder_words(step)));
  }
  if (!source.aliases.empty()) {
    std::string aliases;
    for (const std::string& alias : source.aliases)
      aliases += (aliases.empty() ? "<bdi>" : ", <bdi>") + escaped_line(alias) + "</bdi>";
    out += "<p class=\"small\">Also: " + aliases + "</p>";
  }
  if (!source.reliability.empty()) {
    out += fmt::format("<p class=\"small\">Reliability {} ({}), given by {}</p>", escaped(source.reliability),
                       reliability_words(source.reliability), escaped_line(source.reliability_by));
  }
  return source.judgement ? out + judgement_line(*source.judgement) : out;
}

/// How many claims, which narrows the list of them to this source where the script runs, and their labels.
std::string heard_in(const ReportSource& source, const Report& report, const ReportIndex& index) {
  const auto& said = index.said_by(source);
  const auto& relayed = index.relayed_by(source);
  std::string out;
  if (!said.empty()) {
    out += fmt::format("<p><a href=\"#claims\" data-only=\"{}\">{}</a></p>", source.id,
                       counted(said.size(), "claim", "claims"));
    out += "<div class=\"labels\">" + html_references(ids_of(said, report), index, {.by_tab = false}) + "</div>";
  }
  if (!relayed.empty())
    out += "<p>relays</p><div class=\"labels\">" + html_references(ids_of(relayed, report), index) + "</div>";
  return out;
}

std::string source_row(const ReportSource& source, const Report& report, const ReportIndex& index) {
  const bool unsure = index.unsure(source);
  return fmt::format(
      "<tr class=\"source {0}{1}\" id=\"{2}\" data-l data-k=\"{0}\" data-s=\"{2}\"><th scope=\"row\"><p><bdi>{3}</bdi> "
      "<span class=\"kind\">{4}</span>{5}</p>{6}</th><td class=\"small\">{7}</td></tr>\n",
      tone_class(index.tone(source)), unsure ? " unsure" : "", source.id, escaped_line(source.name),
      escaped(spoken(source.kind)), unsure ? " <span class=\"maybe\">perhaps</span>" : "", known_of(source),
      heard_in(source, report, index));
}

std::string source_table(std::string_view caption, std::span<const ReportSource* const> sources, const Report& report,
                         const ReportIndex& index) {
  std::string out = fmt::format(
      "<table class=\"sources\"><caption class=\"unseen\">{}</caption>\n<thead class=\"unseen\"><tr><th "
      "scope=\"col\">Source</th><th scope=\"col\">Heard in</th></tr></thead>\n<tbody>\n",
      caption);
  for (const ReportSource* source : sources) out += source_row(*source, report, index);
  return out + "</tbody></table>\n";
}

std::string source_group(std::string_view title, std::string_view id, bool (*wanted)(const ReportSource&),
                         const Report& report, const ReportIndex& index) {
  const std::vector<const ReportSource*> group = index.sources_of(wanted);
  if (group.empty()) return {};
  const std::span<const ReportSource* const> all(group);
  const std::size_t at_once = group.size() <= kSourcesAtOnce + 2 ? group.size() : kSourcesAtOnce;
  std::string out =
      fmt::format("<div class=\"group\" id=\"sources-{}\">\n<h3>{} <span class=\"count\">{}</span></h3>\n", id, title,
                  group.size());
  out += source_table(title, all.first(at_once), report, index);
  if (at_once < group.size()) {
    out += fmt::format("<details class=\"later\"><summary>{} more</summary>\n{}</details>\n", group.size() - at_once,
                       source_table("The others", all.subspan(at_once), report, index));
  }
  return out + "</div>\n";
}

}  // namespace

std::string html_sources(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  const std::string groups = source_group("Named", "named", is_named, report, index) +
                             source_group("Not named", "unnamed", is_anonymous, report, index) +
                             source_group("Author and public", "general", is_general, report, index);
  return groups.empty() ? "<p>The article names no source.</p>\n" : groups;
}

std::string html_filter(const Report& report, const ReportIndex& index) {
  if (!is_audited(report) || index.passages().empty()) return {};
  std::string kinds, sources;
  for (std::size_t i = 0; i < kToneCount; ++i) {
    const auto tone = static_cast<Tone>(i);
    if (const std::size_t count = index.passages_of(tone); count != 0)
      kinds += fmt::format("<option value=\"{}\">{} ({})</option>", tone_class(tone), tone_label(tone), count);
  }
  for (const auto& wanted : {is_named, is_anonymous, is_general}) {
    for (const ReportSource* source : index.sources_of(wanted)) {
      sources += fmt::format("<option value=\"{}\">{}</option>", source->id,
                             escaped(cut_to(one_line(source->name), kOptionColumns)));
    }
  }
  return "<form class=\"filter\" id=\"filter\" role=\"search\" aria-label=\"Narrow sources and claims\" hidden>\n"
         "<label>Search <input type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n"
         "<label>Kind <select id=\"by-kind\"><option value=\"\">all kinds</option>" +
         kinds + "</select></label>\n<label>Source <select id=\"by-source\"><option value=\"\">all sources</option>" +
         sources +
         "</select></label>\n<label class=\"tick\"><input type=\"checkbox\" id=\"by-unsure\"> only what is "
         "unsure</label>\n"
         "<p><output id=\"shown\" aria-live=\"polite\"></output> <button type=\"button\" id=\"all\" hidden>Show "
         "all</button></p>\n</form>\n";
}

}  // namespace hearsay
