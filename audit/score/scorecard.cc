#include "score/scorecard.h"

namespace hearsay {

std::string_view claim_status_name(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::named:
      return "named";
    case ClaimStatus::anonymous:
      return "anonymous";
    case ClaimStatus::author:
      return "author";
    case ClaimStatus::unattributed:
      break;
  }
  return "unattributed";
}

}  // namespace hearsay
