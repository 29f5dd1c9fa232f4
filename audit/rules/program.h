// The rules compiled: an immutable automaton over tokens, shared by all threads. A pattern is tried only where its
// anchor (the cue's word) stands; nothing else in the text costs anything. Written by compile, read by
// attributions/match.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rules/confidence.h"
#include "rules/genre_weights.h"
#include "rules/lexicon.h"
#include "rules/rule.h"
#include "tokens/vocabulary.h"

namespace hearsay {

/// Limits on a pack; a rule beyond them is refused with its place.
inline constexpr std::size_t kMaxStates = 200'000;
inline constexpr std::size_t kMaxPatternCode = 4096;  // instructions of one compiled pattern
inline constexpr std::size_t kMaxPatternTokens = 48;  // how far from its anchor a pattern may reach

enum class Op : std::uint8_t {
  word,    // one token: word == a
  lexeme,  // one token or phrase: in lexicon a; b: form in its low byte (a bit per Form, 0 = any), class + 1 above (0 =
           // any)
  punct,   // one mark of class a (rules/marks.h)
  number,
  name,
  verb,    // a finite verb by its tag; constraints[b] bars lexicons
  phrase,  // a noun phrase, for slot a; constraints[b]
  gap,     // any one token inside sentence and quotation
  open,    // slot a begins here
  close,   // slot a ends here
  split,   // both next and other; next is preferred
  line_start,
  line_end,
  accept,
  skip,    // what may stand between a phrase and its cue: time words, adverbs, a parenthesis, an apposition
  group,   // auxiliaries, negation and adverbs left of a cue that is spelt out
  clause,  // all up to the next mark: a reason
};

struct Instruction {
  Op op = Op::accept;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t next = 0;
  std::uint32_t other = 0;  // split
};

/// What the head of a phrase slot must be.
struct PhraseConstraint {
  std::vector<LexiconId> lexicons;  // any of them; none = no matter
  std::vector<LexiconId> barred;    // none of them
  std::uint32_t kinds = 0;          // bit per SourceKind (mentions/mention.h); 0 = no matter
  bool pronouns = true;
  bool house = false;  // no phrase of a kind, but a house (mentions/mention.h)
};

/// A pattern, split at its anchor: `left` reads towards the text's start, `right` towards its end, the anchor not
/// included.
enum class VerbGroup : std::uint8_t {
  none,     // the anchor stands alone
  adverbs,  // the pattern spells the auxiliaries out; adverbs between them and the head are taken in
  full,     // auxiliaries, negation and adverbs left of the head are taken in, the voice is told from them
};

struct CompiledPattern {
  std::uint32_t rule = 0;     // index into Program::rules
  std::uint32_t pattern = 0;  // index into Rule::patterns
  bool inverted = false;      // the form made by invert="true"
  std::uint32_t left = 0;     // entry instructions
  std::uint32_t right = 0;
  std::uint32_t anchor_slot = 0;   // slots open at the anchor, a bit per Slot
  std::uint8_t anchor_voice = 0;   // 0 active, 1 passive, 2 any
  std::uint32_t anchor_forms = 0;  // bit per Form; 0 = any
  std::uint32_t anchor = 0;        // the instruction (word, lexeme or punct) that the anchor itself must match
  std::uint32_t base = 0;          // its instructions are code[base, base + size)
  std::uint32_t size = 0;
  VerbGroup group = VerbGroup::none;
  bool takes_prep = false;      // a `prep` of the anchor's entry right after it belongs to the cue
  bool needs_prep = false;      // … and must be there
  bool content_before = false;  // explicit <content/> ends where the match begins
  bool content_after = false;   // explicit <content/> begins where the match ends
};

struct PackInfo {
  std::string name;
  std::string version;
  std::string sha256;  // over the bytes of its files in order of path
  std::string title;   // of its language, for people: "English"
  bool graded = true;  // false: its rules are too young for a grade
};

class Program {
 public:
  std::vector<Rule> rules;
  std::vector<CompiledPattern> patterns;
  std::vector<Instruction> code;
  std::vector<PhraseConstraint> constraints;
  Lexicons lexicons;
  Vocabulary vocabulary;
  Confidence confidence;  // as measured on annotated text
  GenreWeights genre;     // likewise: what the way of writing says
  std::vector<PackInfo> packs;
  std::vector<std::uint8_t> marks;  // by WordId: MarkClass of a punctuation mark; words beyond its end are none

  /// Whether a grade may rest on its rules (PackInfo::graded).
  [[nodiscard]] bool graded() const { return packs.empty() || packs.front().graded; }
  /// Patterns anchored at a word, in rule order. Empty for most words.
  [[nodiscard]] std::span<const std::uint32_t> anchored(WordId word) const {
    if (word + 1 >= anchor_begin.size()) return {};
    return std::span<const std::uint32_t>(anchors).subspan(anchor_begin[word],
                                                           anchor_begin[word + 1] - anchor_begin[word]);
  }
  std::vector<std::uint32_t> anchor_begin;   // by WordId, into anchors
  std::vector<std::uint32_t> anchors;        // indices into patterns
  std::vector<std::uint32_t> verb_anchored;  // indices of patterns whose cue is any verb behind a quotation
};

}  // namespace hearsay
