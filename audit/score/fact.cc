#include "score/fact.h"

#include <array>

#include "attributions/attribution.h"
#include "mentions/mention.h"
#include "score/contradictions/contradiction.h"
#include "score/scorecard.h"

namespace hearsay {
namespace {

constexpr FactInfo kFacts[] = {
#define HEARSAY_FACT_INFO(subject, id, name, type, meaning) \
  FactInfo{Subject::subject, #subject "." name, FactType::type, meaning},
    HEARSAY_FACTS(HEARSAY_FACT_INFO)
#undef HEARSAY_FACT_INFO
};

constexpr std::string_view kSubjects[kSubjectCount] = {"attribution", "source",        "claim",     "quotation",
                                                       "article",     "contradiction", "accusation"};
constexpr std::string_view kModes[] = {"phrase", "author", "none"};
constexpr std::string_view kClaimKinds[] = {"statement", "figure", "event", "accusation", "comparison", "cause"};

template <std::size_t count, typename Value, std::string_view (*name)(Value)>
std::span<const std::string_view> names() {
  static const std::array<std::string_view, count> all = [] {
    std::array<std::string_view, count> made;
    for (std::size_t i = 0; i < count; ++i) made[i] = name(static_cast<Value>(i));
    return made;
  }();
  return all;
}

}  // namespace

std::string_view subject_name(Subject subject) {
  return kSubjects[static_cast<std::size_t>(subject)];
}

std::optional<Subject> subject_named(std::string_view name) {
  for (std::size_t i = 0; i < kSubjectCount; ++i) {
    if (kSubjects[i] == name) return static_cast<Subject>(i);
  }
  return std::nullopt;
}

std::span<const FactInfo> facts() {
  return kFacts;
}

std::optional<Fact> fact_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFacts); ++i) {
    if (kFacts[i].name == name) return static_cast<Fact>(i);
  }
  return std::nullopt;
}

std::span<const std::string_view> fact_words(Fact fact) {
  switch (fact) {
    case Fact::attribution_mode:
      return kModes;
    case Fact::attribution_type:
      return names<3, AttributionType, attribution_type_name>();
    case Fact::attribution_stance:
      return names<kStanceCount, Stance, stance_name>();
    case Fact::source_kind:
    case Fact::accusation_accused:
      return names<kSourceKindCount, SourceKind, source_kind_name>();
    case Fact::claim_status:
      return names<4, ClaimStatus, claim_status_name>();
    case Fact::claim_kind:
      return kClaimKinds;
    case Fact::contradiction_kind:
      return names<kContradictionKindCount, ContradictionKind, contradiction_kind_name>();
    default:
      return {};
  }
}

}  // namespace hearsay
