// The walks of matching that need grammar: a cue's verb group, what may stand between a phrase and its cue. A view for
// one call.
#pragma once

#include <array>
#include <cstdint>

#include "rules/marks.h"
#include "rules/program.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// Tokens that a match may touch: one sentence around the anchor, one quotation (or none).
struct Bounds {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::uint32_t quotation = kNone;  // scare quotes do not count
  bool operator==(const Bounds&) const = default;
};

/// Auxiliaries, negation and adverbs left of a verb.
struct VerbGroupWords {
  std::array<std::uint32_t, 3> begins{};  // where the group may begin, the widest first
  std::uint32_t count = 0;
  bool passive = false;
  bool perfect = false;    // a form of have stands nearest
  bool auxiliary = false;  // there is any
  bool negated = false;
};

/// Ends (or begins) of a phrase at some distance from its cue, nearest first.
struct SkipPlaces {
  std::array<std::uint32_t, 6> places{};
  std::uint32_t count = 0;
  void add(std::uint32_t place);
};

inline constexpr std::uint32_t kMaxSkip = 12;  // tokens between a phrase and its cue
inline constexpr std::uint32_t kMaxGroup = 8;  // tokens of a verb group left of its head

class Grammar {
 public:
  Grammar(const Text& text, const Tags& tags, const Program& program);

  [[nodiscard]] Bounds bounds(std::uint32_t anchor) const;
  /// Whether the token lies in the bounds and in their quotation.
  [[nodiscard]] bool inside(std::uint32_t token, const Bounds& bounds) const;
  /// The same for a mark: a quotation's own marks count as outside it too.
  [[nodiscard]] bool mark_inside(std::uint32_t token, const Bounds& bounds) const;
  [[nodiscard]] std::uint32_t quotation(std::uint32_t token) const;

  [[nodiscard]] VerbGroupWords verb_group(std::uint32_t head, const Bounds& bounds, VerbGroup kind) const;
  /// Where a phrase left of `end` may end, `end` itself first.
  [[nodiscard]] SkipPlaces skips_left(std::uint32_t end, const Bounds& bounds) const;
  /// Where a phrase right of `begin` may begin, `begin` itself first.
  [[nodiscard]] SkipPlaces skips_right(std::uint32_t begin, const Bounds& bounds) const;

  [[nodiscard]] MarkClass mark(std::uint32_t token) const { return mark_of(program_, text_.tokens[token].word); }
  [[nodiscard]] Tag tag(std::uint32_t token) const { return token < tags_.size() ? tags_[token] : Tag::none; }

  /// A finite verb by its tag, or by what stands around it: “…,” jests Ruiz.
  [[nodiscard]] bool is_verb_form(std::uint32_t token) const;

  /// A weekday, a month, "yesterday" …
  [[nodiscard]] bool is_time(std::uint32_t token) const;

 private:
  /// A star or dagger that points to a note: "the party** said".
  [[nodiscard]] bool is_footnote_mark(std::uint32_t token) const;
  [[nodiscard]] bool in(std::uint32_t token, LexiconId lexicon) const {
    return program_.lexicons.has(text_.tokens[token].word, lexicon);  // kNoLexicon holds nothing
  }
  [[nodiscard]] bool is_tag(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_negation(std::uint32_t token) const;
  [[nodiscard]] bool is_adverbial(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t inner_phrase(std::uint32_t last, const Bounds& bounds) const;
  [[nodiscard]] std::uint32_t before_time(std::uint32_t end, const Bounds& bounds) const;
  [[nodiscard]] std::uint32_t after_time(std::uint32_t begin, const Bounds& bounds) const;
  [[nodiscard]] bool has_finite_verb(std::uint32_t begin, std::uint32_t end) const;

  const Text& text_;
  const Tags& tags_;
  const Program& program_;
  LexiconId be_, have_, do_, modal_, negation_, adverb_, time_, say_;
};

}  // namespace hearsay
