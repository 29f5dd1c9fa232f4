// What holding a quotation against originals gives: its class, the passage it rests on, and each difference. Told of
// words alone: nothing here says that anybody did or did not say them, and "not found" is never more than that.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

/// How a quotation stands to the originals. Where several hold, the one that stands first here is given: it is what a
/// reader is misled by most. Case, typography, white space and line-end hyphens never count, nor does whether a number
/// is in words or figures.
enum class QuotationClass : std::uint8_t {
  unverified,         // not found, and an original has no text or could not be read
  not_found,          // no original has enough of its words
  too_short,          // too few words to say
  spliced,            // of parts that stand apart: reversed, in other documents or turns, or far from each other
  other_speaker,      // the words are there, said by somebody else
  negation_changed,   // a negation added, dropped, or cut off with the beginning of its sentence
  number_changed,     // a number, day or month is another
  name_changed,       // a name is another
  unmarked_omission,  // words left out without a mark, or a condition cut off with its clause
  paraphrase,         // the sense may be there, the words are not
  small_edit,         // a few words differ: grammar, contractions, an article
  disfluency,         // only hesitations, fillers or repetitions are left out
  marked_change,      // words left out at an ellipsis, or put in brackets
  verbatim,           // word for word
};
inline constexpr std::size_t kQuotationClassCount = 14;

/// "verbatim", "marked-change" …
[[nodiscard]] std::string_view quotation_class_name(QuotationClass value);
/// kQuotationClassCount entries, in the order of the enumeration.
[[nodiscard]] const std::array<std::string_view, kQuotationClassCount>& quotation_class_names();
/// A few words for people: "words left out without a mark".
[[nodiscard]] std::string_view quotation_class_words(QuotationClass value);

/// Words of the draft and what stands for them in the passage; one of the two may be empty.
struct QuotedDifference {
  enum class Kind : std::uint8_t { edit, number, name, negation, omission, disfluency, marked, condition, added };
  Kind kind = Kind::edit;
  Span is;   // bytes of the draft's text; empty: at this place
  Span was;  // bytes of OriginalPassage::text; empty: at this place
};

/// A stretch of an original with some words around what was found.
struct OriginalPassage {
  std::uint32_t original = kNone;  // number of the original, from 0 in the order in which they were given; kNone: none
  std::string document;            // path of the original
  std::string place;               // "line 12", "page 3", "00:01:02"
  std::string speaker;             // in force there; "" = not told
  std::string text;                // UTF-8
  Span found;                      // bytes of `text` that the quotation rests on
  std::uint32_t at = 0;            // byte of `found.begin` in the original's text
};

/// Of one quotation or, with `quoted` false, of indirect words.
struct Verification {
  std::uint32_t attribution = kNone;  // index into Attributions
  std::vector<Span> spans;            // bytes of the draft's text, without the marks; several: a cue stands between
  bool quoted = true;
  QuotationClass result = QuotationClass::not_found;
  std::vector<OriginalPassage> passages;      // best first; more than one where it is spliced
  std::vector<QuotedDifference> differences;  // against the first passage, in text order
  double shared = 0;                          // of its words, those that the passage has in this order, 0…1
};

}  // namespace hearsay
