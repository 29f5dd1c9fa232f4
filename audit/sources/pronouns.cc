// Entry: pronouns_of.
#include "sources/pronouns.h"

#include <algorithm>

#include "rules/lexicon.h"

namespace hearsay {
namespace {

/// A wrong word about a person is worse than none.
constexpr float kSurelyMeant = 0.8F;

/// "she" for "her": the first word of the pack's pronouns that says the same; "" where there is none.
std::string as_subject(const Language& language, const Mention& word) {
  const bool plural = word.number == GrammaticalNumber::plural;
  const LexiconId pronoun = language.ids().pronoun;
  if (pronoun == kNoLexicon) return {};
  std::uint32_t first = kNone;  // entry
  for (const WordId one : language.lexicons().starts(pronoun)) {
    const auto sense = language.lexicons().sense(one, pronoun);
    if (!sense || sense->entry >= first) continue;
    const Entry& entry = language.lexicons().entry(sense->entry);
    if (entry.attribute("kind") == "third" && gender_named(entry.attribute("gender")) == word.gender &&
        (entry.attribute("number") == "plural") == plural)
      first = sense->entry;
  }
  return first == kNone ? std::string() : language.lexicons().entry(first).lemma;
}

bool tells_of_person(const Mention& word) {
  if (!word.pronoun || word.relative || word.compound || word.person != 3) return false;
  if (word.gender == Gender::male || word.gender == Gender::female) return true;
  return word.gender == Gender::unknown && word.number == GrammaticalNumber::plural;  // they
}

}  // namespace

std::vector<std::string> pronouns_of(const Language& language, const Mentions& mentions,
                                     std::span<const std::uint32_t> of_it, std::span<const float> certainty) {
  std::vector<std::uint32_t> order(of_it.begin(), of_it.end());
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> told;  // the first mention of each gender
  for (const std::uint32_t m : order) {
    const Mention& word = mentions.all[m];
    if (!tells_of_person(word) || m >= certainty.size() || certainty[m] < kSurelyMeant) continue;
    const auto same = [&](std::uint32_t other) { return mentions.all[other].gender == word.gender; };
    if (std::none_of(told.begin(), told.end(), same)) told.push_back(m);
  }
  const auto any = [&](Gender gender) {
    return std::any_of(told.begin(), told.end(), [&](std::uint32_t m) { return mentions.all[m].gender == gender; });
  };
  std::vector<std::string> words;
  if (any(Gender::male) && any(Gender::female)) return words;
  for (const std::uint32_t m : told) {
    std::string subject = as_subject(language, mentions.all[m]);
    if (!subject.empty()) words.push_back(std::move(subject));
  }
  return words;
}

}  // namespace hearsay
