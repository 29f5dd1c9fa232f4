// Embedded posts as attributions to their accounts. The page's markup says who speaks, so no rule reads them.
#pragma once

#include "attributions/attribution.h"
#include "attributions/reading.h"

namespace hearsay {

/// Adds one attribution per post of the document, keeping `all` in the order of cues. A post that the body quotes for
/// the most part is not added: the attribution that quotes it points to it.
void add_posts(const Reading& reading, Attributions& all);

}  // namespace hearsay
