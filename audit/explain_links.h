// Why a pronoun or a description stands for whom it does: those it could stand for, how likely each is, and the
// features that speak most for and against the likeliest. Made on demand, outside the way of an audit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evidence/explain.h"
#include "pipeline.h"

namespace hearsay {

struct LinkReason {
  std::string who;                      // in words, "nobody told of" for none
  double probability = 0;               // among all options
  std::vector<Contribution> strongest;  // by absolute weight, at most six
};

/// Per mention of `wanted` (indices into Mentions::all) the options, the likeliest first; none where nothing was
/// chosen.
[[nodiscard]] std::vector<std::vector<LinkReason>> explain_links(const Analysis& analysis, const Engine& engine,
                                                                 const std::vector<std::uint32_t>& wanted);

}  // namespace hearsay
