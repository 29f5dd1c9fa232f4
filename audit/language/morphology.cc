// The plain morphology, and the table of languages that have rules of their own.
#include "language/morphology.h"

#include "language/english/morphology.h"

namespace hearsay {
namespace {

struct KnownMorphology {
  std::string_view language;
  const Morphology& (*morphology)();
};
constexpr KnownMorphology kMorphologies[] = {{"en", &english_morphology}};

}  // namespace

Spelling Morphology::inflect(std::string_view word, Form form) const {
  return form == Form::base ? Spelling{std::string(word), {}} : Spelling{};
}

std::string_view Morphology::cue_stem(std::string_view lower, CueStemBuffer& /*buffer*/) const {
  return lower.substr(0, kCueStemBytes);
}

std::string_view Morphology::comparison_stem(std::string_view folded) const {
  return folded;
}

const Morphology& plain_morphology() {
  static const Morphology plain;
  return plain;
}

const Morphology& morphology_of(std::string_view language) {
  for (const KnownMorphology& known : kMorphologies) {
    if (known.language == language) return known.morphology();
  }
  return plain_morphology();
}

}  // namespace hearsay
