// Entry: call_rows.
#include "report/table/call_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

std::string titled(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

void add_words(const ReportAttribution& attribution, const TextIndex& text, std::string& out) {
  std::string said;
  for (const CodeSpan& piece : attribution.content) said += (said.empty() ? "" : " … ") + one_line(text.slice(piece));
  if (said.empty() || out.size() + said.size() > kMostCellBytes) return;
  out += (out.empty() ? "" : " | ") + said;
}

}  // namespace

std::vector<CallRow> call_rows(const Report& report) {
  const ReportIndex index(report);
  const TextIndex text(report.text);
  std::vector<CallRow> rows;
  for (const ReportSource& source : report.sources) {
    if (source.kind == "author" || source.kind == "collective" || source.kind == "unstated") continue;
    if (!report.outlet.empty() && source.name == report.outlet) continue;
    CallRow row{.article = one_line(report.title.empty() ? report.id : report.title), .source = one_line(source.name)};
    for (const std::uint32_t i : index.said_by(source)) {
      const ReportAttribution& attribution = report.attributions[i];
      if (!attribution.within.empty()) continue;
      ++row.quotations;
      add_words(attribution, text, row.words);
    }
    const std::size_t relays = index.relayed_by(source).size();
    if (row.quotations == 0 && relays == 0) continue;
    row.kind = titled(std::string(spoken(source.kind)));
    if (source.anonymous)
      row.kind += fmt::format(" ({})", source.specificity.empty() ? "not named" : source.specificity);
    if (relays != 0) row.kind += fmt::format(", relays {}", relays);
    row.role = one_line(source.description.value_or(""));
    row.organisation = one_line(source.affiliation.value_or(""));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace hearsay
