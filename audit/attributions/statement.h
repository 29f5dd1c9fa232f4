// Which attributions are statements: somebody said, wrote or showed something. The others are what people believe,
// want, know or do; readers of attributions mark them too, but nobody need have said a word.
#pragma once

#include "attributions/attribution.h"
#include "attributions/reading.h"

namespace hearsay {

/// Sets `statement` of each. Told by the quotation in its content, the words of its cue (lexicons/statements.xml) and
/// its source; `all` is nested and rated.
void tell_statements(const Reading& reading, Attributions& all);

}  // namespace hearsay
