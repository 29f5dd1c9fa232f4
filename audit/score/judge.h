// From facts and a policy to findings.
#pragma once

#include <vector>

#include "score/find_facts.h"
#include "score/gather.h"
#include "score/policy.h"
#include "score/raise.h"
#include "score/scorecard.h"

namespace hearsay {

/// Whether a condition holds for these rows. Thresholds are the check's.
[[nodiscard]] bool holds(const Condition& condition, const Check& check, const FactSheet& facts, const FactRows& rows);

/// What a finding could be about: a check of the policy holds for it.
struct Thing {
  FindingKind kind = FindingKind::other;   // whose likelihoods weigh it
  FindingKind about = FindingKind::other;  // what a finding would say it is about
  FactRows rows{};
  std::vector<TokenRange> words;    // its own, and of all its attributions source and content; empty: the whole article
  std::vector<std::uint32_t> told;  // tokens: the words of the sentences it is told in, each once, without names
};

/// Of all checks of the policy, in their order.
[[nodiscard]] std::vector<Thing> things_of(const ScoreInput& input, const GatheredFacts& gathered,
                                           const Policy& policy);

struct EditorQuestion {
  double likelihood = 0;  // that a careful editor asks it
  std::vector<std::uint32_t> attributions;
  std::uint32_t claim = kNone;
};

struct JudgedFindings {
  /// One per thing, by place then check; a finding on the whole article comes first. Fingerprints are set.
  std::vector<Finding> findings;
  /// Everything that the checks hold for, however unlikely it is to be asked; empty where no likelihoods are known.
  std::vector<EditorQuestion> questions;
};
[[nodiscard]] JudgedFindings judge(const ScoreInput& input, const GatheredFacts& gathered, const Policy& policy,
                                   const RaiseModel& raise);

}  // namespace hearsay
