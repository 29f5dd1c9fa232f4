// Entry: html_documentation. What the writer hung on the draft, and above all what nothing is hung on.
#include <fmt/format.h>

#include <algorithm>

#include "report/html/html_panel.h"
#include "report/html/references.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kShownNoteColumns = 160;  // of a claim or a note

std::string shown(std::string_view from) {
  return escaped(cut_to(one_line(from), kShownNoteColumns));
}

// A claim leads to the cards that tell of it: its attributions', or its own.
std::string claim_item(const ReportClaim& claim, const TextIndex& text, const ReportIndex& index) {
  std::string out = "<li>";
  const CodeSpan first = claim.span.empty() ? CodeSpan() : claim.span.front();
  const std::uint32_t end = std::min(first.second, first.first + static_cast<std::uint32_t>(kShownNoteColumns) + 1);
  out += "<q>" + shown(text.slice({first.first, end})) + "</q>";
  const std::vector<std::string> own = {claim.id};
  const std::string references = html_references(claim.attributions.empty() ? own : claim.attributions, index);
  if (!references.empty()) out += " " + references;
  return out + "</li>\n";
}

std::string note_item(const ReportNote& note, const Report& report, const ReportIndex& index) {
  std::string out = fmt::format("<li id=\"{}\"><strong>{}</strong>", note.id, escaped(note.kind));
  if (!note.author.empty()) out += " by <bdi>" + shown(note.author) + "</bdi>";
  out += ": " + (note.text.empty() ? "(empty)" : "<q>" + shown(note.text) + "</q>");
  for (const std::string& link : note.links) out += "<br>" + outer_link(link, cut_to(one_line(link), 70));
  std::vector<std::string> documented;
  for (const ReportClaim& claim : report.claims) {
    if (std::find(claim.notes.begin(), claim.notes.end(), note.id) == claim.notes.end()) continue;
    documented.insert(documented.end(), claim.attributions.begin(), claim.attributions.end());
    if (claim.attributions.empty()) documented.push_back(claim.id);
  }
  out += "<div class=\"small\">";
  if (note.evidence.empty()) {
    out += "gives no link, conversation or date";
  } else {
    out += note.evidence == "checked" ? std::string("says that it was checked")
                                      : "gives a " + escaped(note.evidence == "call" ? "conversation" : note.evidence);
    const std::string references = html_references(documented, index);
    out += references.empty() ? ", of no claim" : " for " + references;
  }
  return out + "</div></li>\n";
}

}  // namespace

std::string html_documentation(const Report& report, const ReportIndex& index) {
  if (report.notes.empty()) return "";
  const TextIndex text(report.text);
  const auto without = static_cast<std::size_t>(std::count_if(
      report.claims.begin(), report.claims.end(), [](const ReportClaim& claim) { return claim.notes.empty(); }));
  std::string out =
      "<section id=\"documentation\" aria-labelledby=\"documentation-title\">\n"
      "<h2 id=\"documentation-title\">Documented by the writer</h2>\n";
  fmt::format_to(std::back_inserter(out),
                 "<p>{} of {} {} a comment or note that gives a link, a conversation or a date.</p>\n",
                 report.claims.size() - without, counted(report.claims.size(), "claim", "claims"),
                 report.claims.size() == 1 ? "has" : "have");
  if (without != 0) {
    fmt::format_to(std::back_inserter(out), "<h3>Without <span class=\"count\">{}</span></h3>\n<ul>\n", without);
    for (const ReportClaim& claim : report.claims) {
      if (claim.notes.empty()) out += claim_item(claim, text, index);
    }
    out += "</ul>\n";
  }
  fmt::format_to(std::back_inserter(out), "<h3>Notes <span class=\"count\">{}</span></h3>\n<ul>\n",
                 report.notes.size());
  for (const ReportNote& note : report.notes) out += note_item(note, report, index);
  return out + "</ul>\n</section>\n";
}

}  // namespace hearsay
