// belonging: words with a capital before the head and in the house of a phrase; adjectives of countries are held
// against each other by country, all else by the word.
#include "sources/belonging.h"

#include <algorithm>

#include "sources/candidate_parts.h"

namespace hearsay {
namespace {

/// A capital that is no title's and no name's: "Army", not "General" or "Minister".
bool names_house(const Language& language, std::uint32_t t) {
  if (!language.token(t).has(kCapital)) return false;
  const LanguageIds& ids = language.ids();
  // What opens a sentence has a capital anyhow: "A judge", "Former officials".
  if (language.is(t, Role::indefinite_opener) || language.in(t, ids.count) || language.in(t, ids.quantifier) ||
      (language.token(t).has(kSentenceStart) && language.in(t, ids.adjective_common)))
    return false;
  return !language.in(t, ids.role) && !language.in(t, ids.title) && !language.in(t, ids.honorific) &&
         !language.in(t, ids.portfolio) && !language.is(t, Role::definite_article) &&
         !language.in(t, ids.possessive_pronoun) && !language.in(t, ids.preposition);
}

std::uint32_t key_of(std::string_view country) {
  std::uint32_t key = 0;
  for (const char letter : country) key = key * 31 + static_cast<unsigned char>(letter);
  return key;
}

/// The country that a word names: by its adjective, or as part of a name that the register has.
std::string_view country_of(const HouseWords& words, std::uint32_t t) {
  const std::string_view country = words.language.attribute(t, words.language.ids().demonym, "to");
  if (!country.empty()) return country;
  constexpr std::uint32_t kMost = 6;  // mentions that begin at one token: "Mexico's president, Ana Ruiz", "Mexico"
  const std::vector<Mention>& all = words.mentions.all;
  std::uint32_t m = words.mentions.core_starts_at[t];
  for (std::uint32_t step = 0; m < all.size() && step < kMost && all[m].core.begin == t; ++m, ++step) {
    if (all[m].register_entry == kNone) continue;
    const RegisterEntry& entry = words.registers.entry(all[m].register_entry);
    if (entry.kind == RegisterKind::government && !entry.country.empty()) return entry.country;
  }
  return {};
}

void put(std::uint32_t key, std::array<std::uint32_t, NamedHouses::kMost>& keys, std::size_t& count) {
  const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
  if (count < NamedHouses::kMost && std::find(keys.begin(), end, key) == end) keys[count++] = key;
}

void add(const HouseWords& words, TokenRange range, NamedHouses& houses) {
  const std::uint32_t end = std::min(range.end, range.begin + kLongestRole);
  for (std::uint32_t t = range.begin; t < end; ++t) {
    if (!names_house(words.language, t)) continue;
    if (const std::string_view country = country_of(words, t); !country.empty())
      put(key_of(country), houses.countries, houses.country_count);
    else
      put(words.language.hash(t), houses.words, houses.word_count);
  }
}

void add_mention(const HouseWords& words, const Mention& mention, NamedHouses& houses) {
  add(words, mention.affiliation, houses);
  if (mention.name.empty()) {
    const bool apart = mention.affiliation.begin >= mention.core.end || mention.affiliation.empty();
    add(words, {apart ? mention.core.begin : std::min(mention.head, mention.affiliation.end), mention.head}, houses);
  } else {
    add(words, mention.role, houses);
  }
}

bool share(const std::array<std::uint32_t, NamedHouses::kMost>& a, std::size_t count_a,
           const std::array<std::uint32_t, NamedHouses::kMost>& b, std::size_t count_b) {
  for (std::size_t k = 0; k < count_a; ++k) {
    if (std::find(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(count_b), a[k]) !=
        b.begin() + static_cast<std::ptrdiff_t>(count_b))
      return true;
  }
  return false;
}

}  // namespace

NamedHouses houses_of(const HouseWords& words, const Mention& phrase) {
  NamedHouses houses;
  add_mention(words, phrase, houses);
  return houses;
}

Belonging belonging(const HouseWords& words, const NamedHouses& own, const Entity& entity) {
  if (own.empty()) return Belonging::untold;
  NamedHouses its;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count; ++m) {
    const Mention& called = words.mentions.all[entity.mentions[m]];
    if (!called.pronoun) add_mention(words, called, its);
  }
  if (its.empty()) return Belonging::untold;
  if (share(own.countries, own.country_count, its.countries, its.country_count) ||
      share(own.words, own.word_count, its.words, its.word_count))
    return Belonging::same;
  const bool countries = own.country_count > 0 && its.country_count > 0;
  const bool houses = own.word_count > 0 && its.word_count > 0;
  return countries || houses ? Belonging::other : Belonging::unlike;
}

}  // namespace hearsay
