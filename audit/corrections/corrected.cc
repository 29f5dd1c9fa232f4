#include "corrections/corrected.h"

namespace hearsay {

std::string_view correction_state_name(CorrectionState state) {
  switch (state) {
    case CorrectionState::met:
      return "met";
    case CorrectionState::superseded:
      return "superseded";
    case CorrectionState::not_met:
      break;
  }
  return "not-met";
}

Corrected unmet(const Corrections& corrections) {
  Corrected corrected;
  corrected.all = corrections;
  corrected.outcomes.assign(corrections.size(), {.why = "the article is in a language that no rules read"});
  return corrected;
}

}  // namespace hearsay
