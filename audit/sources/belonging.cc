// belonging: words with a capital before the head and in the house of a phrase; adjectives of countries are held
// against each other by country, all else by the word.
#include "sources/belonging.h"

#include <algorithm>

#include "mentions/word_literal.h"
#include "sources/candidate_parts.h"

namespace hearsay {
namespace {

/// A capital that is no title's and no name's: "Army", not "General" or "Minister".
bool names_house(const Language& language, std::uint32_t t) {
  if (!language.token(t).has(kCapital)) return false;
  const LanguageIds& ids = language.ids();
  return !language.in(t, ids.role) && !language.in(t, ids.title) && !language.in(t, ids.honorific) &&
         !language.in(t, ids.portfolio) && language.hash(t) != "the"_w && !language.in(t, ids.possessive_pronoun) &&
         !language.in(t, ids.preposition);
}

void add(const Language& language, TokenRange range, Houses& houses) {
  const std::uint32_t end = std::min(range.end, range.begin + kLongestCalling);
  for (std::uint32_t t = range.begin; t < end; ++t) {
    if (!names_house(language, t)) continue;
    const std::string_view country = language.attribute(t, language.ids().demonym, "to");
    if (!country.empty()) {
      std::uint32_t key = 0;
      for (const char letter : country) key = key * 31 + static_cast<unsigned char>(letter);
      if (houses.country_count < Houses::kMost) houses.countries[houses.country_count++] = key;
    } else if (houses.word_count < Houses::kMost) {
      houses.words[houses.word_count++] = language.hash(t);
    }
  }
}

void add_mention(const Language& language, const Mention& mention, Houses& houses) {
  add(language, mention.affiliation, houses);
  if (mention.name.empty()) {
    const bool apart = mention.affiliation.begin >= mention.core.end || mention.affiliation.empty();
    add(language, {apart ? mention.core.begin : std::min(mention.head, mention.affiliation.end), mention.head}, houses);
  } else {
    add(language, mention.role, houses);
  }
}

bool share(const std::array<std::uint32_t, Houses::kMost>& a, std::size_t count_a,
           const std::array<std::uint32_t, Houses::kMost>& b, std::size_t count_b) {
  for (std::size_t k = 0; k < count_a; ++k) {
    if (std::find(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(count_b), a[k]) !=
        b.begin() + static_cast<std::ptrdiff_t>(count_b))
      return true;
  }
  return false;
}

}  // namespace

Houses houses_of(const Language& language, const Mention& phrase) {
  Houses houses;
  add_mention(language, phrase, houses);
  return houses;
}

Belonging belonging(const Language& language, const Houses& own, const Entity& entity, const Mentions& mentions) {
  if (own.empty()) return Belonging::untold;
  Houses its;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count; ++m) {
    const Mention& called = mentions.all[entity.mentions[m]];
    if (!called.pronoun) add_mention(language, called, its);
  }
  if (its.empty()) return Belonging::untold;
  if (share(own.countries, own.country_count, its.countries, its.country_count) ||
      share(own.words, own.word_count, its.words, its.word_count))
    return Belonging::same;
  const bool countries = own.country_count > 0 && its.country_count > 0;
  const bool words = own.word_count > 0 && its.word_count > 0;
  return countries || words ? Belonging::other : Belonging::unlike;
}

}  // namespace hearsay
