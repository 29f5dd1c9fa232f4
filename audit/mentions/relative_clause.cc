// A clause owns one finite verb, one more for each conjunction in it that opens another, and those that have a personal
// pronoun as their subject.
#include "mentions/relative_clause.h"

#include <algorithm>
#include <iterator>

#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestParticiple = 12;  // tokens

/// Words that open a clause with a verb of its own and nothing else.
bool opens_clause(const Language& language, const Tags& tags, std::uint32_t i) {
  return language.is(i, Role::opens_clause) || (language.is(i, Role::complementiser_that) && tags[i] == Tag::IN);
}

/// "said" and "told" need no tagger: nothing is "a dam said".
bool is_past(const Language& language, const Tags& tags, std::uint32_t i) {
  return is_finite(tags[i]) ||
         (tags[i] == Tag::VBN && (language.in(i, language.ids().say) || language.in(i, language.ids().tell)));
}

/// "with him": a preposition that opens no clause.
bool takes_object(const Language& language, std::uint32_t i) {
  constexpr Role kThose[] = {Role::genitive_of,    Role::preposition_with,  Role::preposition_in, Role::preposition_on,
                             Role::preposition_at, Role::preposition_about, Role::infinitive_to};
  return std::any_of(std::begin(kThose), std::end(kThose), [&](Role role) { return language.is(i, role); });
}

}  // namespace

std::uint32_t relative_clause_end(const Language& language, const Tags& tags, std::uint32_t who) {
  std::uint32_t own = 1;            // finite verbs of the clause still to come
  std::uint32_t open_verb = kNone;  // the last verb of the group at hand
  const std::uint32_t limit = std::min(language.size(), who + kLongestClause);
  for (std::uint32_t i = who + 1; i < limit; ++i) {
    const Token& token = language.token(i);
    if (token.has(kSentenceStart) || token.has(kOpenQuote) || token.has(kCloseQuote)) return kNone;
    if (closes_phrase(language, i)) return i;
    if (opens_clause(language, tags, i)) ++own;
    const Tag tag = tags[i];
    // A participle right behind a group that is whole ("not to be named | said") is a past tense.
    const bool another = open_verb == kNone
                             ? is_past(language, tags, i)
                             : (is_finite(tag) || tag == Tag::VBN) && !language.is(open_verb, Role::auxiliary_of_group);
    if (another) {
      // "Who said he was …", but "who met him was …", "who spoke of it was …".
      const bool object = language.is(i - 1, Role::object_pronoun) && is_verb(tags[i - 2]);
      const bool pronoun = tags[i - 1] == Tag::PRP && !object && !takes_object(language, i - 2);
      if (own == 0 && !pronoun) return i;
      own -= std::min(own, 1U);
    }
    if (is_verb(tag) || tag == Tag::MD) {
      open_verb = i;
    } else if (!is_adverb(tag) && tag != Tag::TO) {
      open_verb = kNone;
    }
  }
  return kNone;
}

std::uint32_t participle_clause_end(const Language& language, const Tags& tags, std::uint32_t verb) {
  const std::uint32_t limit = std::min(language.size(), verb + kLongestParticiple);
  for (std::uint32_t i = verb + 1; i < limit; ++i) {
    if (language.token(i).has(kSentenceStart) || language.token(i).has(kOpenQuote) || closes_phrase(language, i))
      return kNone;
    if (is_past(language, tags, i)) return tags[i - 1] == Tag::PRP || i == verb + 1 ? kNone : i;
    if (opens_clause(language, tags, i)) return kNone;
  }
  return kNone;
}

bool closes_phrase(const Language& language, std::uint32_t i) {
  if (i >= language.size() || language.token(i).has(kSentenceStart)) return true;
  switch (language.hash(i)) {
    case word_hash(","):
    case word_hash("."):
    case word_hash(";"):
    case word_hash(":"):
    case word_hash(")"):
    case word_hash("—"):
    case word_hash("–"):
    case word_hash("--"):
      return true;
    default:
      return language.token(i).has(kCloseQuote);
  }
}

}  // namespace hearsay
