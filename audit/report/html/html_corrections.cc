// Entry: html_corrections. What people said, the latest of each thing; what is not met stands first, for somebody has
// to look at it.
#include <fmt/format.h>

#include <algorithm>

#include "report/html/html_panel.h"
#include "report/html/references.h"
#include "report/markup.h"
#include "report/plain.h"

namespace hearsay {
namespace {

std::string_view said_of(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::reading:
      return "The reading is";
    case CorrectionKind::source:
      return "Said by";
    case CorrectionKind::named:
      return "The source is";
    case CorrectionKind::source_kind:
      return "The source is a";
    case CorrectionKind::finding:
      return "The finding is";
    case CorrectionKind::claim:
      return "The claim:";
  }
  return "";
}

std::string correction_item(const ReportCorrection& one, const ReportIndex& index) {
  const Correction& said = one.said;
  std::string out = fmt::format("<li>{} <b dir=\"auto\">{}</b>", said_of(said.kind),
                                escaped_line(said.value.empty() ? said.source_kind : said.value));
  if (!said.words.empty()) out += ": <q>" + escaped_line(said.words) + "</q>";
  if (!said.reason.empty()) out += "<br>" + escaped_line(said.reason);
  if (!said.evidence.empty()) out += "<br>" + escaped_line(said.evidence);
  out += fmt::format("<div class=\"small\"><bdi>{}</bdi>, {}", escaped_line(said.by),
                     escaped_line(day_words(std::string_view(said.at).substr(0, 10))));
  if (!one.why.empty()) out += " · " + escaped_line(one.why);
  const std::string references = one.of.empty() ? std::string() : html_references({one.of}, index);
  if (!references.empty()) out += " · " + references;
  return out + "</div></li>\n";
}

}  // namespace

std::string html_corrections(const Report& report, const ReportIndex& index) {
  if (report.corrections.empty()) return {};
  std::string unmet, met;
  std::size_t unmet_count = 0, met_count = 0;
  for (const ReportCorrection& one : report.corrections) {
    if (one.state == "not-met") {
      unmet += correction_item(one, index);
      ++unmet_count;
    } else if (one.state == "met") {
      met += correction_item(one, index);
      ++met_count;
    }
  }
  std::string out =
      "<section id=\"corrections\" aria-labelledby=\"corrections-title\">\n"
      "<h2 id=\"corrections-title\">Corrected by people</h2>\n";
  if (unmet_count != 0)
    out +=
        fmt::format("<h3>Not met: what they speak of is not here <span class=\"count\">{}</span></h3>\n<ul>\n{}</ul>\n",
                    unmet_count, unmet);
  if (met_count != 0)
    out += fmt::format("<h3>Met <span class=\"count\">{}</span></h3>\n<ul>\n{}</ul>\n", met_count, met);
  return out + "</section>\n";
}

}  // namespace hearsay
