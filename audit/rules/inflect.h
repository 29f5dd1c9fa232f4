// Regular inflection of English verbs and nouns with the usual spelling: stop → stopped, deny → denies, focus →
// focused. Irregular forms come from the lexicon file (`forms`), never from here.
#pragma once

#include <string>
#include <string_view>

#include "rules/lexicon.h"

namespace hearsay {

/// A form as usually spelt, and a second spelling where both are in use ("signaled", "signalled"), or "".
struct Spelling {
  std::string first;
  std::string second;
};

/// The form of a lower-case verb (third, ing, past, participle) or noun (plural); base gives the word itself.
[[nodiscard]] Spelling inflect(std::string_view word, Form form);

}  // namespace hearsay
