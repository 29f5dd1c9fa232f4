// How sure a reading is, from what was counted on annotated text: the share of the rule, or of the rule with this very
// word as its cue, moved by what stands around. Read-only after load; looked up by numbers, no words at run time.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

/// What stands around or in an attribution and tells whether a careful reader would mark it. A bit each.
enum class Trait : std::uint8_t {
  headline,    // of a headline or standfirst
  quotation,   // its cue stands inside a quotation
  direct,      // all of its content is quoted
  mixed,       // some of it
  before,      // content begins before the cue
  brief,       // content of fewer than four tokens
  lengthy,     // … of more than forty
  no_source,   // nobody is named
  pronoun,     // the source is one
  far,         // more than three tokens between source and cue
  base_form,   // of the cue's head: "say", or a word without forms
  third_form,  // "says"
  ing_form,    // "saying"
  past_form,   // "said"
  passive,
  negated,
  late,         // the cue stands beyond the twentieth token of its sentence
  other_left,   // another attribution's cue stands before it in the sentence
  other_right,  // … after it
};
inline constexpr std::size_t kTraitCount = 19;
/// Sets of traits: bit `1 << trait`.
using Traits = std::uint32_t;
[[nodiscard]] constexpr Traits bit_of(Trait trait) {
  return 1U << static_cast<unsigned>(trait);
}
/// "headline", "no-source" …, as the table writes them.
[[nodiscard]] std::string_view trait_name(Trait trait);

/// log(p / (1 - p)), with p kept from 0 and 1.
[[nodiscard]] double log_odds(double probability);
[[nodiscard]] double probability_of(double log_odds);

class Confidence {
 public:
  /// The probability for `rule` (index) with the lexicon entry `entry` (or kNone) as its cue, among `traits`;
  /// `otherwise` is the rule's own share, used where the entry was not counted.
  [[nodiscard]] double operator()(double otherwise, std::uint32_t rule, std::uint32_t entry, Traits traits) const;
  /// Without the traits.
  [[nodiscard]] double base(double otherwise, std::uint32_t rule, std::uint32_t entry) const;

  void set(std::uint32_t rule, std::uint32_t entry, double precision);  // call sort() after the last
  void set(Trait trait, double offset) { offsets_[static_cast<std::size_t>(trait)] = offset; }
  void sort();

 private:
  friend struct PackFields;  // rules/pack_fields.h
  struct Row {
    std::uint64_t key = 0;  // rule in the high half, entry in the low one
    double precision = 0;
  };
  std::vector<Row> rows_;                      // sorted by key
  std::array<double, kTraitCount> offsets_{};  // added to the log odds
};

}  // namespace hearsay
