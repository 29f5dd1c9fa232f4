// Names of terms for make_test, as long as the folders that own them are not built; weak, so that theirs win.
#include "attributions/attribution.h"
#include "mentions/mention.h"
#include "score/scorecard.h"
#include "sources/source.h"

namespace hearsay {

[[gnu::weak]] std::string_view attribution_type_name(AttributionType type) {
  return type == AttributionType::direct ? "direct" : "indirect";
}

[[gnu::weak]] std::string_view medium_name(Medium medium) {
  return medium == Medium::statement ? "statement" : "";
}

[[gnu::weak]] std::string_view stance_name(Stance stance) {
  return stance == Stance::neutral ? "neutral" : "doubt";
}

[[gnu::weak]] std::string_view source_kind_name(SourceKind kind) {
  return kind == SourceKind::named_person ? "named-person" : "unnamed-group";
}

[[gnu::weak]] std::string_view specificity_name(Specificity step) {
  return step == Specificity::counted ? "counted" : "";
}

[[gnu::weak]] std::string_view claim_status_name(ClaimStatus status) {
  return status == ClaimStatus::named ? "named" : status == ClaimStatus::anonymous ? "anonymous" : "unattributed";
}

}  // namespace hearsay
