// What the evidence says of cues: how likely each is one, and where its source and content lie. The rules hand in
// hints, find_attributions joins the answer with what the rules found.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "evidence/hint.h"
#include "evidence/proposal.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

struct ProposeOptions {
  float threshold = -1;    // least cue_probability; below 0: the model's own
  UpstreamHints upstream;  // the heads of its hints are read whatever their probability
};

/// In order of `head`. Linear in the text.
[[nodiscard]] std::vector<Proposal> propose(const Document& document, const Text& text, const Tags& tags,
                                            const Model& model, const ProposeOptions& options = {});

}  // namespace hearsay
