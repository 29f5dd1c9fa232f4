// What the evidence stage knows of each token before it scores anything: its word (masked where it would tell the
// topic), stem, tag, kind and place. Built once per article, one table look-up per token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "evidence/feature.h"
#include "evidence/hint.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// A token by what it does in a clause.
enum class Kind : std::uint8_t {
  other,
  boundary /* outside the sentence */,
  open_quote,
  comma,
  colon,
  that,
  to,
  stop,
  close_quote,
  who,
  by,
  preposition,
  verb,
  adverb,
  pronoun,
  name,
  noun,
  wh,
  conjunction,
  dash,
  parenthesis,
  possessive,
  auxiliary,
  time,
  modal,
  of,
  negation,
  subordinator,
  quotation,
  determiner,
};
inline constexpr std::size_t kKindCount = 30;
[[nodiscard]] std::string_view kind_name(Kind kind);
/// Kind::other where there is no such kind.
[[nodiscard]] Kind kind_named(std::string_view name);

[[nodiscard]] constexpr bool is_verbal(Kind kind) {
  return kind == Kind::verb || kind == Kind::modal || kind == Kind::auxiliary;
}

/// The kind that a word has whatever its tag; Kind::other where the tag decides.
[[nodiscard]] Kind kind_of_word(const Token& token, const LanguageWords& language);

/// Bits of Frame::words: what a feature asks of words that are no kind of their own.
enum FrameWord : std::uint8_t {
  kPerfectHave = 1U << 0U,        // of a perfect
  kFiniteHave = 1U << 1U,         // … that is finite
  kHelpingDo = 1U << 2U,          // helps another verb as "do" does
  kSpeechParticipant = 1U << 3U,  // who speaks and who is spoken to: I, you
  kPronounIt = 1U << 4U,
};

/// 40 bytes per token.
struct Frame {
  std::uint32_t word = 0;           // hash of a known word; below 64: a masked word's tag; 0 a rare one
  std::uint32_t stem = 0;           // hash of the stem
  std::uint32_t quotation = kNone;  // the outermost quotation that is no scare quote
  std::uint16_t rate = 0;           // how often the stem heads a cue, in 1/1000
  Tag tag = Tag::none;
  Kind kind = Kind::other;
  std::uint8_t shape = 0;   // 0 lower 1 Capital 2 CAPS 3 digits 4 mIxed 5 mark; +6 at the sentence's start
  bool scare = false;       // inside a scare quote
  std::uint8_t surety = 0;  // of the rule that reads a cue here; 0: none does
  std::uint8_t form = 0;    // of that reading: HintOrder * 2, +1 where content is quoted
  std::uint8_t covered =
      0;                   // surety of the surest other reading that has this token in its content; +8 in source or cue
  std::uint8_t words = 0;  // bits of FrameWord; 0 where `word` is masked or rare
  [[nodiscard]] bool is(FrameWord word_bit) const { return (words & word_bit) != 0; }
  Nominal nominal;
  std::uint32_t rule = 0, family = 0;  // of the reading here, as Hint has them
};

using Frames = std::vector<Frame>;

/// One per token. `tags` as tag() or guess_tags() gives them.
[[nodiscard]] Frames frames_of(const Document& document, const Text& text, const Tags& tags, const Model& model,
                               const UpstreamHints& upstream = {});

/// Writes what rules read into frames made without it.
void add_hints(const Hints& hints, Frames& frames);

/// The last three letters of a word in lower case, packed; 0 where it is shorter or not ASCII.
[[nodiscard]] std::uint32_t ending_of(std::string_view word);
[[nodiscard]] std::uint8_t shape_of(const Token& token);

}  // namespace hearsay
