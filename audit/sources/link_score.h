// Which of those a mention could stand for, and how surely: log-odds of each by learned weights, or, without a model,
// by a few stated ones; the probability is a choice among all options.
#pragma once

#include <span>

#include "evidence/weights.h"
#include "sources/link.h"

namespace hearsay {

/// What is stated of an option, for where nothing is learned.
[[nodiscard]] float stated_score(const LinkFacts& facts);
/// What of it counts beside learned weights: they correct what is stated, and where little was seen it holds.
[[nodiscard]] float stated_share(const LinkFacts& facts);

/// Log-odds of one option but for a constant that all of a mention's share. By `model`, else (empty) as stated.
[[nodiscard]] float link_score(const LinkFacts& facts, const Model& model);

/// The best of the options, which are not empty.
[[nodiscard]] LinkChoice best_link(std::span<const LinkOption> options, const Model& model);

/// Takes the best each time, for resolve_sources; `model` must outlive it.
[[nodiscard]] ChooseLink best_links(const Model& model);

}  // namespace hearsay
