// What the program asks of closed words: a name per question. A pack's language files (rules/en/language/*.xml) say
// which words have which role; no word of a language stands in the stages. Lists that differ subtly are roles of their
// own, whose names say how. Words of the open classes (nouns, verbs, names) belong into lexicons, not here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

// A role per line, in sections by the room that asks. `before_month` is written before-month in the files.
// clang-format off
#define HEARSAY_ROLES(X) \
  /* words that are a question of their own, asked in many rooms */ \
  X(genitive_of) \
  X(infinitive_to) \
  X(complementiser_that) \
  X(agent_by) \
  X(definite_article) \
  X(indefinite_article) \
  X(possessive_clitic) \
  X(coordinator_and) \
  X(coordinator_or) \
  X(coordinator_but) \
  X(preposition_in) \
  X(preposition_on) \
  X(preposition_at) \
  X(preposition_for) \
  X(preposition_from) \
  X(preposition_with) \
  X(preposition_as) \
  X(preposition_about) \
  X(negation_not) \
  X(negation_clitic) \
  X(pronoun_i) \
  X(pronoun_it) \
  X(who) \
  X(whose) \
  X(which) \
  /* tokens: sentences and quotations */ \
  X(reporting_verb) \
  X(sentence_starter) \
  X(title_opener) \
  X(title_filler) \
  X(clause_hint) \
  X(follows_said_tag) \
  X(abbreviation_of_title) \
  X(abbreviation_never_last) \
  X(abbreviation_anywhere) \
  X(abbreviation_capitalised) \
  X(abbreviation_of_state) \
  X(abbreviation_before_figure) \
  X(acronym_part) \
  X(fused_negation) \
  X(decade_plural) \
  X(clipped_word) \
  X(clipped_word_capitalised) \
  X(clipped_both_ends) \
  /* mentions */ \
  X(reflexive) \
  /* rules */ \
  X(known_word) \
  X(pattern_auxiliary) \
  X(poor_anchor) \
  X(ends_noun_head) \
  /* evidence */ \
  X(kind_who) \
  X(kind_negation) \
  X(kind_subordinator) \
  X(kind_auxiliary) \
  X(kind_time) \
  X(perfect_have) \
  X(finite_have) \
  X(helping_do) \
  X(speech_participant) \
  X(never_head_of_cue) \
  X(never_a_name) \
  /* utterances compared across articles */ \
  X(says_little) \
  X(name_in_capitals) \
  /* attributions */ \
  /* sources */ \
  /* trace, score, training */ \
  /* end */

// Word endings by what they make of a word.
#define HEARSAY_ENDINGS(X) \
  X(adjective) \
  X(clitic) \
  X(plural_mark) \
  X(bare_possessive) \
  X(dropped_letter)
// clang-format on

enum class Role : std::uint16_t {
#define HEARSAY_ONE(name) name,
  HEARSAY_ROLES(HEARSAY_ONE)
#undef HEARSAY_ONE
      count
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::count);

enum class WordEnding : std::uint16_t {
#define HEARSAY_ONE(name) name,
  HEARSAY_ENDINGS(HEARSAY_ONE)
#undef HEARSAY_ONE
      count
};
inline constexpr std::size_t kEndingCount = static_cast<std::size_t>(WordEnding::count);

/// As in the files: "before-month".
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::string_view ending_name(WordEnding ending);
[[nodiscard]] std::optional<WordEnding> ending_named(std::string_view name);

}  // namespace hearsay
