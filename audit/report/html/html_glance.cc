// Entry: html_voices, html_total. What can be known of an article in five seconds.
#include <fmt/format.h>

#include <algorithm>

#include "report/html/html_panel.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/score_told.h"

namespace hearsay {

namespace {

constexpr std::size_t kMostHeard = 3;  // names at once
constexpr std::size_t kHeardColumns = 40;

/// A figure with what it counts, as a link to the list of it.
std::string figure(Tone tone, std::size_t count, std::string_view of, std::string_view list) {
  const std::string words = fmt::format("<b>{}</b> {}", count, of);
  return fmt::format("<li class=\"{}\">{}</li>\n", tone_class(tone),
                     count == 0 ? "<span>" + words + "</span>" : fmt::format("<a href=\"#{}\">{}</a>", list, words));
}

}  // namespace

std::string html_voices(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  const std::vector<const ReportSource*> named = index.sources_of(is_named);
  const std::size_t nobody = index.passages_of(Tone::none);
  std::string out = "<ul class=\"voices\">\n";
  out += figure(Tone::named, named.size(), "named", "sources-named");
  out += figure(Tone::anonymous, index.sources_of(is_anonymous).size(), "not named", "sources-unnamed");
  out += figure(Tone::none, nobody, nobody == 1 ? "claim without a source" : "claims without a source", "claims-none");
  out += "</ul>\n";
  std::string heard;
  for (std::size_t i = 0; i < std::min(kMostHeard, named.size()); ++i) {
    const std::size_t said = index.said_by(*named[i]).size();
    if (said == 0) break;
    heard += fmt::format("{}<a href=\"#{}\"><bdi>{}</bdi></a> {}", heard.empty() ? "" : ", ", named[i]->id,
                         escaped(cut_to(one_line(named[i]->name), kHeardColumns)), said);
  }
  return heard.empty() ? out : out + "<p class=\"small\">Most heard: " + heard + "</p>\n";
}

std::string html_total(const Report& report) {
  const std::string told = escaped_line(score_told(report));
  if (!report.total) {
    return fmt::format("<p class=\"withheld\"><b>{}.</b> {}</p>\n", is_audited(report) ? "No grade" : "Not audited",
                       told);
  }
  return fmt::format(
      "<p class=\"total\"><span class=\"grade\">{}</span> <span class=\"points\"><b>{}</b> of 100{}</span></p>\n"
      "<p class=\"small\">How well a reader can see where the claims come from; not whether they are true.</p>\n"
      "<p class=\"verdict\">{} <a href=\"#measures\">What it is made of</a></p>\n",
      escaped(report.grade), *report.total, report.margin != 0 ? fmt::format(", give or take {}", report.margin) : "",
      told);
}

}  // namespace hearsay
