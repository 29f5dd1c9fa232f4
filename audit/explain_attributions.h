// Why an attribution was found: the rule and the words it read, the source's chain, the confidence, and what the
// evidence weighed. For people; the same analysis gives the same text.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline.h"

namespace hearsay {

struct ExplainArticleOptions {
  std::uint32_t line = 0;  // only attributions whose cue lies on this line of Document::text; 0: all
};

/// A paragraph per attribution; "" where there is none. Without a model, what the rules say alone.
[[nodiscard]] std::string explain_attributions(const Analysis& analysis, const Engine& engine,
                                               const ExplainArticleOptions& options = {});

}  // namespace hearsay
