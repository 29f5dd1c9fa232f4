// Who speaks where, in a text whose lines begin with labels.
#pragma once

#include "document/document.h"

namespace hearsay {

/// Fills `turns`, and `marks` where lines begin with a time, if the text is a transcript by its labels: several, one of
/// them again and again. What stands before the first label is a turn of nobody. A document that has turns is left as
/// it is. Linear in the text.
void find_turns(Document& document);

}  // namespace hearsay
