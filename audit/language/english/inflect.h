// Regular inflection of English verbs and nouns with the usual spelling: stop → stopped, deny → denies, focus →
// focused. Irregular forms come from the lexicon file (`forms`), never from here.
#pragma once

#include <string_view>

#include "language/morphology.h"

namespace hearsay {

/// As Morphology::inflect.
[[nodiscard]] Spelling inflect_english(std::string_view word, Form form);

}  // namespace hearsay
