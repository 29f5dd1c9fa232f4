#include "service/hold_draft.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/transcript/find_turns.h"
#include "report/text_index.h"
#include "report/verification/make_verifications.h"
#include "score/suppress.h"
#include "service/read_article.h"

namespace hearsay {
namespace {

constexpr double kSureEnough = 0.6;  // that words in an article are this source's

/// Who an article says is speaking: its own attribution around the words.
ToldSpeaker speaker_in_article(const std::string& text, Span words, const Session& session) {
  Document document = read_whole_article(text, "excerpt", *session.engine);
  const std::size_t at = document.text.find(text.substr(words.begin, words.size()));
  if (document.text.empty() || at == std::string::npos) return {};
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  const Analysis analysis = analyse(std::move(document), session);
  ToldSpeaker speaker;
  std::uint32_t most = 0;
  for (std::size_t a = 0; a < analysis.attributions.size(); ++a) {
    const Attribution& said = analysis.attributions[a];
    const std::uint32_t source = analysis.sources.of_attribution[a];
    if (said.confidence < kSureEnough || source == kNone) continue;
    if (a < analysis.sources.certainty.size() && analysis.sources.certainty[a] < kSureEnough) continue;
    if (analysis.sources.all[source].kind != SourceKind::named_person) continue;
    std::uint32_t shared = 0;
    for (const TokenRange& content : said.content) {
      const Span held = span_of(analysis.text, content);
      const std::uint32_t begin = std::max(held.begin, span.begin), end = std::min(held.end, span.end);
      shared += begin < end ? end - begin : 0U;
    }
    if (shared <= most || shared * 2 < span.size()) continue;
    most = shared;
    speaker = {.name = analysis.sources.all[source].name, .by_name = names_itself(analysis.article(), said)};
  }
  return speaker;
}

}  // namespace

Document prepared_original(Document document) {
  find_turns(document);
  document.package = {};
  document.runs = {};
  document.links = {};
  return document;
}

void add_held(const Document& draft, std::vector<ReportVerification> verifications, Report& report) {
  add_verifications(draft, std::move(verifications), report);
  if (draft.suppressions.empty()) return;
  const TextIndex index(report.text);
  for (ReportFinding& finding : report.findings) {
    if (finding.check != kQuotationDiffers || finding.span.empty() || !finding.suppressed.empty()) continue;
    finding.suppressed = suppressed_at(draft, finding.check, index.byte(finding.span.front().first));
  }
}

std::vector<Verification> finish_held(const Verifier& verifier, const Session& session) {
  return verifier.finish([&](const std::string& text, Span words) { return speaker_in_article(text, words, session); });
}

HeldDraft hold_draft(const Analysis& draft, const Session& session, std::span<const Document* const> originals,
                     bool missing) {
  Verifier verifier(draft.article(), gather_quotations(draft.article(), draft.attributions, draft.sources));
  Seeker::Room room = verifier.room();
  for (std::uint32_t i = 0; i < originals.size(); ++i) {
    const Document& original = *originals[i];
    if (original.sha256 != draft.document.sha256 || original.sha256.empty())
      verifier.take(verifier.scan(original, i, room));
  }
  if (missing) verifier.miss_original();
  const std::vector<Verification> found = finish_held(verifier, session);
  HeldDraft held{.verifications = make_verifications(draft.document, found, session.engine->policy.quotations),
                 .places = {}};
  for (const Verification& one : found) {
    std::vector<HeldAt>& places = held.places.emplace_back();
    for (const OriginalPassage& passage : one.passages)
      places.push_back({passage.original, {passage.at, passage.at + passage.found.size()}});
  }
  return held;
}

}  // namespace hearsay
