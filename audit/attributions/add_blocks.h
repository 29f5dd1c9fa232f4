// Block quotations that no rule reads as anybody's words: they go on with who was told to speak just before.
#pragma once

#include "attributions/attribution.h"
#include "attributions/reading.h"

namespace hearsay {

/// Adds to the last attribution of the sentence before a block what the block holds, unless somebody has it already.
/// Call it before attributions are nested.
void add_blocks(const Reading& reading, Attributions& all);

}  // namespace hearsay
