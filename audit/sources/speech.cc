// SpeechReader: look-ups of the cue's words and of the words around it.
#include "sources/speech.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/word_hash.h"

namespace hearsay {

SpeechReader::SpeechReader(const Language& language, const Lexicons& lexicons)
    : language_(language),
      elsewhen_(lexicons.named("elsewhen")),
      have_(lexicons.named("aux-have")),
      modal_(lexicons.named("modal")),
      weekday_(lexicons.named("weekday")),
      month_(lexicons.named("month")),
      speech_{lexicons.named("say"),      lexicons.named("say-quote"), lexicons.named("say-thing"),
              lexicons.named("say-prep"), lexicons.named("tell"),      lexicons.named("ask"),
              lexicons.named("deny"),     lexicons.named("promise"),   lexicons.named("judge"),
              lexicons.named("label"),    lexicons.named("go-on")} {}

bool SpeechReader::current(const Attribution& attribution) const {
  return attribution.stance != Stance::refuse && spoken(attribution) && of_this_time(attribution);
}

bool SpeechReader::in_passing(const Attribution& attribution) const {
  return attribution.stance != Stance::belief && attribution.stance != Stance::intention &&
         attribution.stance != Stance::evidence && of_this_time(attribution);
}

bool SpeechReader::spoken(const Attribution& attribution) const {
  if (attribution.type == AttributionType::direct || language_.hash(attribution.cue_head) == word_hash(":"))
    return true;
  return std::any_of(speech_.begin(), speech_.end(),
                     [&](LexiconId lexicon) { return language_.in(attribution.cue_head, lexicon); });
}

bool SpeechReader::of_this_time(const Attribution& attribution) const {
  for (std::uint32_t t = attribution.cue.begin; t < attribution.cue.end; ++t) {
    const bool has = language_.in(t, have_) && !(is_lead(t) && language_.attribute(t, have_, "kind") == "present");
    if (has || language_.in(t, modal_)) return false;
  }
  const TokenRange words = around(attribution);
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (!language_.in(t, elsewhen_) ||
        language_.text().quotation_of[t] != language_.text().quotation_of[attribution.cue_head])
      continue;
    const auto holds = [t](TokenRange content) { return content.contains(t); };
    if (std::none_of(attribution.content.begin(), attribution.content.end(), holds)) return false;
  }
  return true;
}

/// "A nurse has told of her years there": what is new is told so in a headline and a lead.
bool SpeechReader::is_lead(std::uint32_t token) const {
  constexpr std::uint32_t kOpening = 3;  // paragraphs, the headline counted
  return language_.text().sentences[language_.text().sentence_of[token]].paragraph < kOpening;
}

/// The words of the sentence near the cue; "As he has on earlier occasions," only compares.
TokenRange SpeechReader::around(const Attribution& attribution) const {
  const TokenRange sentence = language_.text().sentences[language_.text().sentence_of[attribution.cue_head]].tokens;
  TokenRange words = {std::max(sentence.begin, attribution.cue.begin > 24 ? attribution.cue.begin - 24 : 0),
                      std::min(sentence.end, attribution.cue.end + 24)};
  if (!language_.is(sentence.begin, Role::preposition_as)) return words;
  for (std::uint32_t t = sentence.begin; t < attribution.cue.begin; ++t) {
    if (language_.hash(t) == word_hash(",")) return {std::max(words.begin, t), words.end};
  }
  return words;
}

std::uint32_t SpeechReader::day(std::uint32_t token, const std::vector<TokenRange>& content) const {
  constexpr std::uint32_t kDate = 100;  // from here on dates
  const Text& text = language_.text();
  const TokenRange sentence = text.sentences[text.sentence_of[token]].tokens;
  std::uint32_t found = 0, nearest = kNone;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const bool weekday = language_.in(t, weekday_);
    if (!weekday && !language_.in(t, month_)) continue;
    if (text.quotation_of[t] != kNone ||
        std::any_of(content.begin(), content.end(), [t](TokenRange said) { return said.contains(t); }))
      continue;
    if (t > sentence.begin + 1 && language_.token(t - 1).has(kCapital)) continue;
    std::uint32_t day = static_cast<std::uint32_t>(
        std::strtoul(std::string(language_.attribute(t, weekday ? weekday_ : month_, "kind")).c_str(), nullptr, 10));
    if (!weekday) {  // "Dec. 16", "16 December"; a month alone is no day
      std::uint32_t number = 0;
      for (const std::uint32_t beside : {t + 1, t - 1}) {
        if (beside < sentence.begin || beside >= sentence.end || !language_.token(beside).has(kDigit)) continue;
        number = language_.hash(beside);
        break;
      }
      if (number == 0) continue;
      day = kDate + day + (number & 0xffffffU) * 16U;
    }
    const std::uint32_t away = t > token ? t - token : token - t;
    if (away >= nearest) continue;
    nearest = away;
    found = day;
  }
  return found;
}

bool SpeechReader::addresses(const Attribution& attribution) const {
  if (attribution.type == AttributionType::indirect) return false;
  for (const TokenRange& content : attribution.content) {
    for (std::uint32_t t = content.begin; t < content.end && t < content.begin + 60; ++t) {
      if (language_.is(t, Role::addressee_pronoun) && language_.text().quotation_of[t] != kNone) return true;
    }
  }
  return false;
}

}  // namespace hearsay
