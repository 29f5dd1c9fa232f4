// Entry: call_sheet.
#include "report/table/call_sheet.h"

#include <fmt/format.h>

#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

void add_words(const ReportAttribution& attribution, const TextIndex& text, std::string& out) {
  std::string said;
  for (const CodeSpan& piece : attribution.content) said += (said.empty() ? "" : " … ") + one_line(text.slice(piece));
  if (said.empty() || out.size() + said.size() > kMostCellBytes) return;
  out += (out.empty() ? "" : " | ") + said;
}

}  // namespace

Sheet call_sheet(const Report& report) {
  const ReportIndex index(report);
  const TextIndex text(report.text);
  Sheet sheet{.title = "Call sheet",
              .columns = {{"article", "Article", 28},
                          {"source", "Source", 26},
                          {"kind", "Kind", 20},
                          {"role", "Role", 26},
                          {"organisation", "Organisation", 22},
                          {"quotations", "Quotations", 11},
                          {"words", "Words", 70},
                          {"contact", "Contact", 24},
                          {"verified", "Verified", 11},
                          {"by", "By", 12},
                          {"date", "Date", 12}},
              .rows = {}};
  for (const ReportSource& source : report.sources) {
    if (source.kind == "author" || source.kind == "collective" || source.kind == "unstated") continue;
    if (is_own(source, report)) continue;
    std::uint64_t quotations = 0;  // outermost attributions
    std::string words;             // of all of them, " | " between
    for (const std::uint32_t i : index.said_by(source)) {
      const ReportAttribution& attribution = report.attributions[i];
      if (!attribution.within.empty()) continue;
      ++quotations;
      add_words(attribution, text, words);
    }
    const std::size_t relays = index.relayed_by(source).size();
    if (quotations == 0 && relays == 0) continue;
    std::string kind = capitalised(spoken(source.kind));
    if (source.anonymous) kind += fmt::format(" ({})", source.specificity.empty() ? "not named" : source.specificity);
    if (relays != 0) kind += fmt::format(", relays {}", relays);
    SheetRow row = row_of_cells(one_line(report.title.empty() ? report.id : report.title), one_line(source.name),
                                std::move(kind), one_line(source.description.value_or("")),
                                one_line(source.affiliation.value_or("")), quotations, std::move(words));
    row.resize(sheet.columns.size());
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace hearsay
