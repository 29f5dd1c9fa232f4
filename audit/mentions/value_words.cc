// A number is read from its first token: figures by themselves, words by the lexicons, then scales behind either.
#include "mentions/value_words.h"

#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostPercentWords = 2;
constexpr std::size_t kLongestNumberWord = 24;  // bytes
constexpr double kLeastScale = 100;             // from here on a number word multiplies (number-scale)

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int kind_number(std::string_view kind) {
  int value = 0;
  for (const char c : kind) {
    if (c < '0' || c > '9' || value > 1000) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

double kind_value(std::string_view kind) {
  double value = 0;
  for (const char c : kind) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<NumberAt> figure_of(std::string_view written) {
  constexpr std::size_t kMostDigits = 15;  // a double holds these whole
  NumberAt number;
  std::size_t digits = 0, group = 0, at = 0;
  bool grouped = false;
  for (; at < written.size() && (written[at] == ',' || (written[at] >= '0' && written[at] <= '9')); ++at) {
    if (written[at] == ',') {
      if (digits == 0 || (grouped && group != 3) || (!grouped && digits > 3)) return std::nullopt;
      grouped = true;
      group = 0;
      continue;
    }
    if (++digits > kMostDigits) return std::nullopt;
    ++group;
    number.value = number.value * 10 + (written[at] - '0');
  }
  if (digits == 0 || (grouped && group != 3)) return std::nullopt;
  if (at == written.size()) return number;
  const std::string_view decimals = written.substr(at + 1);
  if (written[at] != '.' || !all_digits(decimals) || decimals.size() > 6) return std::nullopt;
  number.exact = false;
  double unit = 0.1;
  for (const char c : decimals) {
    number.value += unit * (c - '0');
    unit /= 10;
  }
  return number;
}

ValueWords::ValueWords(const Article& article, const Lexicons& lexicons)
    : remainder(lexicons.named("remainder")),
      share_compared(lexicons.named("share-compared")),
      share_whole(lexicons.named("share-whole")),
      people_part(lexicons.named("people-part")),
      list_of_some(lexicons.named("list-of-some")),
      seat_noun(lexicons.named("seat-noun")),
      vote_verb(lexicons.named("vote-verb")),
      rank(lexicons.named("rank")),
      promoted(lexicons.named("promoted")),
      article_(article),
      lexicons_(lexicons),
      weekday_(lexicons.named("weekday")),
      month_(lexicons.named("month")),
      scale_(lexicons.named("number-scale")),
      percent_(lexicons.named("percent-unit")),
      number_words_(article.text.tokens.size(), -1) {
  read_number_words();
}

// Most tokens are told to be none by their hash or, where numbers are joined ("twenty-one"), by their first byte.
void ValueWords::read_number_words() {
  for (char digit = '0'; digit <= '9'; ++digit) opens_.set(static_cast<unsigned char>(digit));
  std::bitset<4096> hashes;
  for (const auto& [word, value] : article_.text.language->numbers) {
    hashes.set(word_hash(word) % hashes.size());
    const auto first = static_cast<unsigned char>(word.empty() ? '\0' : word.front());
    opens_.set(first);
    if (first >= 'a' && first <= 'z') opens_.set(first - 'a' + 'A');
    if (first < 0x80) continue;  // else its capital may be of other bytes
    for (std::size_t byte = 0x80; byte < opens_.size(); ++byte) opens_.set(byte);
  }
  std::string lowered;
  for (std::uint32_t t = 0; t < number_words_.size(); ++t) {
    const Token& token = article_.text.tokens[t];
    if (!token.has(kAlpha) || token.has(kDigit)) continue;
    const std::string_view written = words(t);
    if (written.size() >= kLongestNumberWord || !opens_[static_cast<unsigned char>(written.front())]) continue;
    if (!hashes[token.hash % hashes.size()] && written.find('-') == std::string_view::npos) continue;
    lowered.clear();
    append_lower(lowered, written);
    number_words_[t] = word_value(lowered);
  }
}

std::string_view ValueWords::words(std::uint32_t token) const {
  return token < article_.text.tokens.size() ? token_text(article_.document, article_.text.tokens[token])
                                             : std::string_view();
}

bool ValueWords::in(std::uint32_t token, LexiconId lexicon) const {
  return lexicon != kNoLexicon && token < article_.text.tokens.size() &&
         lexicons_.has(article_.text.tokens[token].word, lexicon);
}

bool ValueWords::any(TokenRange range, LexiconId lexicon) const {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (in(t, lexicon)) return true;
  }
  return false;
}

std::string_view ValueWords::kind(std::uint32_t token, LexiconId lexicon) const {
  if (!in(token, lexicon)) return {};
  const auto sense = lexicons_.sense(article_.text.tokens[token].word, lexicon);
  return sense ? lexicons_.entry(sense->entry).attribute("kind") : std::string_view();
}

int ValueWords::small(std::uint32_t token, LexiconId lexicon) const {
  if (token >= article_.text.tokens.size() || !article_.text.tokens[token].has(kCapital)) return 0;
  return kind_number(kind(token, lexicon));
}

std::string ValueWords::weekday_name(int day) const {
  for (const Entry& entry : lexicons_.entries()) {
    if (entry.lexicon != weekday_ || kind_number(entry.attribute("kind")) != day || entry.lemma.empty()) continue;
    std::string name = entry.lemma;
    if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
  }
  return {};
}

std::uint32_t ValueWords::percent(std::uint32_t token) const {
  if (percent_ == kNoLexicon || token >= article_.text.tokens.size()) return 0;
  if (words(token) == "%" || in(token, percent_)) return 1;
  WordId ahead[kMostPercentWords];
  std::uint32_t count = 0;
  for (; count < kMostPercentWords && token + count < article_.text.tokens.size(); ++count)
    ahead[count] = article_.text.tokens[token + count].word;
  if (ahead[0] == kUnknownWord || !lexicons_.starts_phrase(ahead[0])) return 0;
  const auto phrase = lexicons_.phrase(std::span(ahead, count), percent_);
  return phrase ? phrase->length : 0;
}

double ValueWords::word_value(std::string_view lower) const {
  const auto value_of = [&](std::string_view word) {
    const auto& numbers = article_.text.language->numbers;
    const auto known = numbers.find(word);
    return known == numbers.end() || known->second >= kLeastScale ? -1 : known->second;
  };
  if (const double whole = value_of(lower); whole >= 0) return whole;
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string_view::npos) return -1;
  const double tens = value_of(lower.substr(0, hyphen)), ones = value_of(lower.substr(hyphen + 1));
  return tens >= 20 && ones >= 1 && ones <= 9 ? tens + ones : -1;
}

std::optional<NumberAt> ValueWords::number_at(std::uint32_t token) const {
  std::optional<NumberAt> number;
  const Token& first = article_.text.tokens[token];
  if (first.has(kDigit)) {
    number = figure_of(words(token));
  } else if (number_words_[token] >= 0) {
    number = NumberAt{.value = number_words_[token]};
  }
  if (!number) return std::nullopt;
  number->end = token + 1;
  while (number->end < token + 3 && in(number->end, scale_)) {
    number->value *= kind_value(kind(number->end, scale_));
    number->exact = false;
    ++number->end;
  }
  return number;
}

std::optional<ValueWords::Joined> ValueWords::joined(std::uint32_t token) const {
  const std::string_view written = words(token);
  if (written.empty() || !opens_[static_cast<unsigned char>(written.front())]) return std::nullopt;
  const std::size_t hyphen = written.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == written.size() || written.size() > 40)
    return std::nullopt;
  const std::string_view before = written.substr(0, hyphen);
  const auto figure = figure_of(before);
  const double value = figure ? figure->value : word_value(lower(before));
  if (value < 0) return std::nullopt;
  return Joined{.value = value, .word = lower(written.substr(hyphen + 1))};
}

}  // namespace hearsay
