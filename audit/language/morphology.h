// How the words of one language change: what a lexicon need not list, and what makes two words one. Behind an
// interface, for the rules of it are code and differ by language. What can be said in words is data (closed_words.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// Inflected form of a lexicon's entry. `base` is also the singular of a noun and the plain form of everything else.
enum class Form : std::uint8_t { base, third, ing, past, participle, plural };

/// A form as usually spelt, and a second spelling where both are in use ("signaled", "signalled"), or "".
struct Spelling {
  std::string first;  // "": no rule makes this form
  std::string second;
};

inline constexpr std::size_t kCueStemBytes = 32;
using CueStemBuffer = char[kCueStemBytes];

/// What holds of a language that has no rules here: forms stand in its lexicons as they are written, and a word is its
/// own stem.
class Morphology {
 public:
  Morphology() = default;
  Morphology(const Morphology&) = delete;
  Morphology& operator=(const Morphology&) = delete;
  virtual ~Morphology() = default;

  /// The regular form of a lower-case verb (third, ing, past, participle) or noun (plural); base gives the word itself.
  [[nodiscard]] virtual Spelling inflect(std::string_view word, Form form) const;

  /// The stem of a lower-case word by which weights of cues are kept: it joins the forms of a verb ("argued",
  /// "argues"). In `buffer` or in `lower`, at most kCueStemBytes.
  [[nodiscard]] virtual std::string_view cue_stem(std::string_view lower, CueStemBuffer& buffer) const;

  /// The stem of a folded word by which utterances of two articles are compared: it joins what reporters change, word
  /// classes too ("regional", "region"). A part of `folded` or a constant.
  [[nodiscard]] virtual std::string_view comparison_stem(std::string_view folded) const;
};

/// The morphology of a pack's language ("en"); the plain one where there is none.
[[nodiscard]] const Morphology& morphology_of(std::string_view language);
[[nodiscard]] const Morphology& plain_morphology();

}  // namespace hearsay
