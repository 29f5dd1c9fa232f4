// What became of an article's corrections: which were met and by what, which were not, what was struck out; and by
// which fingerprints the things of the article are known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attributions/attribution.h"
#include "base/span.h"
#include "corrections/correction.h"

namespace hearsay {

enum class CorrectionState : std::uint8_t { not_met, met, superseded };
/// "not-met", "met", "superseded".
[[nodiscard]] std::string_view correction_state_name(CorrectionState state);

struct CorrectionOutcome {
  CorrectionState state = CorrectionState::not_met;
  std::string why;              // of one that is not met, a clause; or what it did not change, though it was met
  std::uint32_t thing = kNone;  // index of the attribution, source, claim or finding it was met by; kNone: none, or one
                                // that was struck out
};

/// An attribution that a person took out.
struct StruckReading {
  Attribution reading;  // `within` means nothing any more
  std::uint64_t fingerprint = 0;
  std::uint32_t correction = kNone;  // index into Corrected::all
};

struct Corrected {
  Corrections all;                          // in their order; empty: nobody corrected anything
  std::vector<CorrectionOutcome> outcomes;  // per correction
  std::vector<StruckReading> struck;        // in text order

  // Of what is there now, by index: the fingerprint that it had before anything was corrected.
  std::vector<std::uint64_t> attributions, sources;
};

/// Of an article that is not read at all: nothing is met.
[[nodiscard]] Corrected unmet(const Corrections& corrections);

}  // namespace hearsay
