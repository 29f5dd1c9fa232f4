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
  X(preposition_in) \
  X(preposition_on) \
  X(preposition_at) \
  X(preposition_for) \
  X(preposition_with) \
  X(preposition_as) \
  X(preposition_about) \
  X(negation_not) \
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
  X(surname_month) \
  X(before_month) \
  X(versus) \
  X(party_initial) \
  X(always_determiner) \
  X(always_preposition) \
  X(always_coordinator) \
  X(always_adverb) \
  X(always_adjective) \
  X(always_modal) \
  X(modal_or_name) \
  X(comparative) \
  X(superlative) \
  X(correlative) \
  X(existential_there) \
  X(question_pronoun) \
  X(possessive_determiner) \
  X(percent) \
  X(verb_base) \
  X(verb_present) \
  X(verb_present_or_base) \
  X(verb_third) \
  X(verb_past) \
  X(verb_past_or_participle) \
  X(verb_participle) \
  X(verb_ing) \
  X(before_preposition_to) \
  X(auxiliary_have) \
  X(passive_auxiliary) \
  X(participle_been) \
  X(auxiliary_do) \
  X(possessive_or_object) \
  X(object_pronoun) \
  X(opens_circumstance) \
  X(source_preposition) \
  X(deputy) \
  X(numeral_one) \
  X(preposition_or_verb_like) \
  X(demonstrative_singular) \
  X(auxiliary_of_group) \
  X(opens_clause) \
  X(phrase_of_topic) \
  X(phrase_of_origin) \
  X(phrase_of_circumstance) \
  X(one_of_several) \
  X(ratio_out) \
  X(personal_relative) \
  X(speaks_for_itself) \
  X(led_by) \
  X(such_as) \
  X(including) \
  X(each_of_two) \
  X(social_media) \
  X(social_media_kind) \
  X(determiner_no) \
  X(somebody) \
  X(polled) \
  X(several) \
  X(definite_determiner) \
  X(any_of_kind) \
  X(at_least) \
  X(stands_not_alone) \
  X(before_determiner) \
  X(time_adjective) \
  X(surname_prefix) \
  X(saint) \
  X(place_preposition) \
  X(first_to_report) \
  X(paper_reports) \
  X(state_in_name) \
  X(broadcaster_opener) \
  X(formerly) \
  X(best_known) \
  X(known) \
  X(called) \
  X(office_preposition) \
  X(demonstrative_those) \
  X(surname_opener) \
  X(compound_modifier) \
  X(formerly_prefix) \
  X(opens_question) \
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
  X(opens_content_clause) \
  X(opens_reported_clause) \
  X(opens_indirect_question) \
  X(leads_in_clause) \
  X(opens_leading_clause) \
  X(opens_concession) \
  X(opens_time_clause) \
  X(after_span) \
  X(opens_source_phrase) \
  X(links_clauses) \
  X(opens_described_aside) \
  X(opens_trailing_aside) \
  X(opens_interrupted_clause) \
  X(opens_parenthesis_clause) \
  X(before_day) \
  X(before_time) \
  X(within_time) \
  X(leads_to_time) \
  X(time_comparative) \
  X(before_occasion) \
  X(behind_undergone) \
  X(takes_said_object) \
  X(names_nobody) \
  X(pronoun_one) \
  X(negates_verb) \
  X(passive_get) \
  X(auxiliary_goes_on) \
  /* sources */ \
  X(subject_pronoun) \
  X(standing_possessive) \
  X(addressee_pronoun) \
  X(opens_source_clause) \
  X(stands_for_anybody) \
  X(demonstrative) \
  X(indefinite_opener) \
  X(opens_full_phrase) \
  X(bare_determiner) \
  X(coordinator) \
  X(no_longer_in_office) \
  X(diplomatic_office) \
  X(press_in_general) \
  /* trace, score, training */ \
  X(press_release_immediate) \
  X(press_release_ends) \
  X(opens_issuer_note) \
  X(page_debris_end) \
  X(not_in_source_name) \
  X(not_in_initials) \
  /* versions of one article compared */ \
  X(cue_plain) \
  X(cue_doubting) \
  X(cue_conceding) \
  X(cue_affirming) \
  X(hedge_possibility) \
  X(hedge_hearsay) \
  X(hedge_quantity) \
  X(booster) \
  X(number_word) \
  X(accusing) \
  X(answers_accusation) \
  /* quotations held against their origin */ \
  X(hesitation) \
  X(filler) \
  X(filler_phrase) \
  X(denies) \
  X(opens_condition) \
  X(percent_phrase) \
  X(currency_dollar) \
  X(currency_euro) \
  X(currency_pound) \
  X(names_a_day) \
  X(quantity) \
  X(labels_a_role) \
  /* end */

// Word endings by what they make of a word.
#define HEARSAY_ENDINGS(X) \
  X(adjective) \
  X(adverb) \
  X(present_participle) \
  X(past_participle) \
  X(plural) \
  X(no_plural) \
  X(ordinal_number) \
  X(decade) \
  X(age) \
  X(calls_many) \
  X(calls_somebody) \
  X(calls_a_people) \
  X(quality) \
  X(clitic) \
  X(plural_mark) \
  X(bare_possessive) \
  X(dropped_letter) \
  /* end */
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

/// Asked of words held against other words (LanguageWords::compared), not of tokens: whether a token is a closed word
/// tells its part of speech, and these are of all kinds.
[[nodiscard]] constexpr bool is_of_compared_words(Role role) {
  return role >= Role::hesitation && role <= Role::labels_a_role;
}

/// As in the files: "before-month".
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::string_view ending_name(WordEnding ending);
[[nodiscard]] std::optional<WordEnding> ending_named(std::string_view name);

}  // namespace hearsay
