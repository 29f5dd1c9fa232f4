// A draft held against originals that are read already: what each quotation rests on, and where in them that stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "pipeline.h"
#include "report/report.h"
#include "service/session.h"
#include "verify/verify.h"

namespace hearsay {

/// Words of an original.
struct HeldAt {
  std::uint32_t original = kNone;  // index into the originals; kNone: not told
  Span words;                      // bytes of its text
};

struct HeldDraft {
  std::vector<ReportVerification> verifications;  // in text order
  std::vector<std::vector<HeldAt>> places;        // of the passages of each
};

/// `originals` as prepared_original() makes them; the draft's own file is none. `missing`: some more have no text, so
/// that what is not found is unverified. Pure; time is linear in the originals.
[[nodiscard]] HeldDraft hold_draft(const Analysis& draft, const Session& session,
                                   std::span<const Document* const> originals, bool missing);

/// Adds the verifications and their findings to the draft's scorecard; the text, a sheet (service/settle.h) and
/// corrections may let these stand.
void add_held(const Document& draft, std::vector<ReportVerification> verifications, Report& report);

/// What a verifier that took all originals found; who speaks in an original that has no turns is told by its own
/// attributions.
[[nodiscard]] std::vector<Verification> finish_held(const Verifier& verifier, const Session& session);

/// An original as verification reads it: with the turns that its lines tell.
[[nodiscard]] Document prepared_original(Document document);

}  // namespace hearsay
