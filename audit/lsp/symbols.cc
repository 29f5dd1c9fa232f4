// Attributions as an outline: whoever jumps to one lands on its cue.
#include <fmt/format.h>

#include <algorithm>

#include "lsp/answers.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostName = 80;  // columns
constexpr int kString = 15;            // SymbolKind: the one that is near to words

std::string words_of(const LspAudit& audit, const CodeSpans& spans) {
  std::string words;
  for (const CodeSpan& span : spans) words.append(words.empty() ? "" : " … ").append(audit.words(span));
  return words;
}

/// `Ana Ruiz: “It failed”`; marks of the article itself stand as they are.
std::string name_of(const LspAudit& audit, const ReportAttribution& attribution) {
  const auto& sources = audit.report().sources;
  const auto source = std::find_if(sources.begin(), sources.end(),
                                   [&](const ReportSource& one) { return one.id == attribution.source; });
  const std::string who = source == sources.end() ? "not stated" : source->name;
  std::string said = words_of(audit, attribution.content);
  if (attribution.type != "direct" && !said.empty()) said = "“" + said + "”";
  return cut_to(one_line(who + ": " + said), kMostName);
}

}  // namespace

Json symbols_of(const LspDocument& document, const LspClient& client) {
  Json symbols = Json::array();
  if (!document.audit) return symbols;
  const LspAudit& audit = *document.audit;
  for (const ReportAttribution& attribution : audit.report().attributions) {
    if (!attribution.statement) continue;
    const Span cue = audit.hull(attribution.cue);
    CodeSpans all = attribution.source_span;
    all.insert(all.end(), attribution.cue.begin(), attribution.cue.end());
    all.insert(all.end(), attribution.content.begin(), attribution.content.end());
    const Span hull = audit.hull(all);
    if (cue.empty()) continue;  // its words do not stand in the file
    Json symbol{{"name", name_of(audit, attribution)}, {"kind", kString}};
    if (client.hierarchy) {
      symbol["detail"] = fmt::format("{}, {:.2f}", attribution.rule, attribution.confidence);
      symbol["range"] = range_json(audit.positions(), hull);
      symbol["selectionRange"] = range_json(audit.positions(), cue);
    } else {
      symbol["location"] = {{"uri", document.uri}, {"range", range_json(audit.positions(), hull)}};
    }
    symbols.push_back(std::move(symbol));
  }
  return symbols;
}

}  // namespace hearsay
