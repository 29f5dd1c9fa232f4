// English: regular inflection (inflect.h) and its stems. The one folder where endings and words of a language stand in
// the program: what they do to each other is code.
#pragma once

#include "language/morphology.h"

namespace hearsay {

[[nodiscard]] const Morphology& english_morphology();

}  // namespace hearsay
