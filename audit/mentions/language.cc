// Look-ups only: single words by their lexicon sets, longer entries by the phrase trie.
#include "mentions/language.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/word_hash.h"

namespace hearsay {

LanguageIds::LanguageIds(const Lexicons& l)
    : title(l.named("title")),
      honorific(l.named("honorific")),
      name_suffix(l.named("name-suffix")),
      role(l.named("role")),
      group(l.named("group")),
      collective(l.named("collective")),
      vague_person(l.named("vague-person")),
      access(l.named("access")),
      family(l.named("family")),
      demonym(l.named("demonym")),
      demonym_plural(l.named("demonym-plural")),
      organisation_head(l.named("organisation-head")),
      organisation_name(l.named("organisation-name")),
      media_head(l.named("media-head")),
      media_name(l.named("media-name")),
      document_head(l.named("document-head")),
      place_head(l.named("place-head")),
      place_name(l.named("place-name")),
      thing_opener(l.named("thing-opener")),
      polity(l.named("polity")),
      male_name(l.named("male-name")),
      female_name(l.named("female-name")),
      either_name(l.named("either-name")),
      word_name(l.named("word-name")),
      name_particle(l.named("name-particle")),
      noun_common(l.named("noun-common")),
      adjective_common(l.named("adjective-common")),
      verb_common(l.named("verb-common")),
      calendar(l.named("calendar")),
      time(l.named("time")),
      time_noun(l.named("time-noun")),
      count(l.named("count")),
      quantifier(l.named("quantifier")),
      pronoun(l.named("pronoun")),
      possessive_pronoun(l.named("possessive-pronoun")),
      indefinite_pronoun(l.named("indefinite-pronoun")),
      preposition(l.named("preposition")),
      subordinator(l.named("subordinator")),
      relative(l.named("relative")),
      adverb(l.named("adverb")),
      say(l.named("say")),
      tell(l.named("tell")),
      takes_of(l.named("takes-of")),
      share(l.named("share")),
      portfolio(l.named("portfolio")),
      institution(l.named("institution")),
      organisation_opener(l.named("organisation-opener")),
      approximator(l.named("approximator")),
      party_plural(l.named("party-plural")),
      sole_office(l.named("sole-office")),
      lone_speaker(l.named("lone-speaker")) {}

Language::Language(const Document& document, const Text& text, const Lexicons& lexicons)
    : document_(document), text_(text), lexicons_(lexicons), ids_(lexicons) {
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (!is(i, Role::surname_month) || !token(i).has(kCapital) || token(i).has(kSentenceStart)) continue;
    const bool named = given_name(i - 1) || in(i - 1, ids_.honorific);
    if (named && !surname(i)) surnames_.push_back(token(i).closed);
  }
}

std::uint32_t Language::surname_of(TokenRange name) const {
  std::uint32_t last = name.end - 1;
  while (last > name.begin + 1 && in(last, ids_.name_suffix)) --last;
  return last;
}

bool Language::surname(std::uint32_t i) const {
  return std::find(surnames_.begin(), surnames_.end(), token(i).closed) != surnames_.end();
}

bool Language::calendar(std::uint32_t i) const {
  if (!in(i, ids_.calendar)) return false;
  if (!surname(i)) return true;
  if (i + 1 < size() && token(i + 1).has(kDigit)) return true;
  return i > 0 && is(i - 1, Role::before_month);
}

bool Language::party_tag(std::uint32_t i) const {
  if (i >= size() || !token(i).has(kCapital)) return false;
  const std::string_view text = word(i);
  if (text.size() <= 3 || text[0] < 'A' || text[0] > 'Z' || text[1] != '-' || text[2] < 'A' || text[2] > 'Z')
    return false;
  const char initial = static_cast<char>(text[0] - 'A' + 'a');
  const ClosedWords& closed = text_.language->closed;
  return closed.has(std::string_view(&initial, 1), Role::party_initial);
}

Form Language::form(std::uint32_t i, LexiconId lexicon) const {
  const auto sense = lexicon == kNoLexicon ? std::nullopt : lexicons_.sense(token(i).word, lexicon);
  return sense ? sense->form : Form::base;
}

std::string_view Language::attribute(std::uint32_t i, LexiconId lexicon, std::string_view name) const {
  const auto sense = lexicon == kNoLexicon ? std::nullopt : lexicons_.sense(token(i).word, lexicon);
  return sense ? lexicons_.entry(sense->entry).attribute(name) : std::string_view();
}

std::uint32_t Language::match(std::uint32_t i, std::uint32_t end, LexiconId lexicon, std::uint32_t& entry) const {
  if (lexicon == kNoLexicon || i >= end || token(i).word == kUnknownWord) return 0;
  constexpr std::uint32_t kLongest = 6;
  std::array<WordId, kLongest> words{};
  const std::uint32_t count = std::min(end - i, kLongest);
  for (std::uint32_t k = 0; k < count; ++k) words[k] = token(i + k).word;
  if (const auto phrase = lexicons_.phrase(std::span<const WordId>(words.data(), count), lexicon)) {
    entry = phrase->entry;
    return phrase->length;
  }
  if (const auto sense = lexicons_.sense(token(i).word, lexicon)) {
    entry = sense->entry;
    return 1;
  }
  return 0;
}

std::uint32_t Language::length_at(std::uint32_t i, std::uint32_t end, LexiconId lexicon) const {
  std::uint32_t entry = 0;
  return match(i, end, lexicon, entry);
}

std::string_view Language::attribute_at(std::uint32_t i, std::uint32_t end, LexiconId lexicon,
                                        std::string_view name) const {
  std::uint32_t entry = 0;
  return match(i, end, lexicon, entry) == 0 ? std::string_view() : lexicons_.entry(entry).attribute(name);
}

bool tells_age(const Language& language, std::uint32_t i) {
  return i < language.size() && language.token(i).has(kDigit) && language.ends(i, WordEnding::age, 0);
}

}  // namespace hearsay
