#include "checksheet/required.h"

#include <algorithm>

namespace hearsay {
namespace {

const ReportSource* source_of(const Report& report, const ReportAttribution* attribution) {
  if (attribution == nullptr || attribution->source.empty()) return nullptr;
  const auto at = std::find_if(report.sources.begin(), report.sources.end(),
                               [&](const ReportSource& source) { return source.id == attribution->source; });
  return at == report.sources.end() ? nullptr : &*at;
}

}  // namespace

std::string required_for(CheckItemKind kind, const Report& report, const ReportAttribution* attribution) {
  const ReportSource* source = source_of(report, attribution);
  const bool relayed =
      attribution != nullptr && (!attribution->via.empty() || (source != nullptr && source->kind == "media"));
  switch (kind) {
    case CheckItemKind::quotation:
    case CheckItemKind::paraphrase:
      if (relayed) return "the origin's own words, or two independent reports of them";
      if (source != nullptr && source->anonymous) return "notes or recording, and a second source";
      if (source != nullptr && source->kind == "document") return "the document itself";
      return kind == CheckItemKind::quotation ? "recording, transcript, statement or notes"
                                              : "the source's own words, or the source's word that this is meant";
    case CheckItemKind::name:
      return "primary source for spelling and title";
    case CheckItemKind::document:
      return "the document itself";
    case CheckItemKind::accusation:
      return "primary source, and the answer of whom it is about";
    case CheckItemKind::superlative:
      return "primary source that knows all of them";
    case CheckItemKind::number:
    case CheckItemKind::date:
    case CheckItemKind::place:
      break;
  }
  return relayed ? "two independent reports, or the primary source" : "primary source";
}

std::string chain_words(const ReportAttribution& attribution) {
  std::string out;
  for (const ReportHop& hop : attribution.chain) {
    out += " ← ";
    out += hop.name.empty() ? "not stated" : hop.name;
    if (!hop.medium.empty()) out += " (" + hop.medium + ')';
  }
  return out.empty() ? out : "article" + out;
}

}  // namespace hearsay
