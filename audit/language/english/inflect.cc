// Endings by the last letters. Whether a last consonant doubles depends on stress, which spelling does not show: words
// of one syllable double, longer ones only if their ending is in the list of those stressed there.
#include "language/english/inflect.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Verbs of two syllables and more that end in a stressed consonant-vowel-consonant, and all that end in these.
constexpr auto kStressed = std::to_array<std::string_view>(
    {"mit",      "quit",    "equip",  "befit",    "outwit",  "rebut",  "abut",   "abet",    "beset",    "upset",
     "reset",    "offset",  "forget", "regret",   "prefer",  "confer", "infer",  "refer",   "defer",    "deter",
     "inter",    "occur",   "concur", "incur",    "recur",   "aver",   "demur",  "debar",   "disbar",   "patrol",
     "control",  "enrol",   "extol",  "annul",    "compel",  "expel",  "propel", "impel",   "repel",    "dispel",
     "excel",    "rebel",   "begin",  "overrun",  "unplug",  "debug",  "allot",  "embed",   "transfer", "kidnap",
     "handicap", "program", "format", "leapfrog", "overlap", "output", "input",  "wiretap", "sidestep", "acquit",
     "recap",    "rerun",   "unwrap", "entrap",   "humbug",  "zigzag"});

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool after_q = i > 0 && word[i - 1] == 'q';
    const bool vowel = (is_vowel(word[i]) && !(word[i] == 'u' && after_q)) || (word[i] == 'y' && i > 0);
    if (vowel && !in_vowels) ++count;
    in_vowels = vowel;
  }
  return count;
}

/// Ends in one consonant after one vowel: the only words whose consonant can double.
bool ends_short(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3) return false;
  const char last = word[n - 1];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || last == 'h' || last == 'c') return false;
  if (!is_vowel(word[n - 2])) return false;
  const bool quit = word[n - 2] == 'i' && word[n - 3] == 'u' && n >= 4 && word[n - 4] == 'q';
  return quit || !is_vowel(word[n - 3]);
}

enum class Doubling { no, yes, either };

Doubling doubling(std::string_view word) {
  if (!ends_short(word)) return Doubling::no;
  if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos)
    return doubling(word.substr(hyphen + 1));
  if (syllables(word) <= 1) return Doubling::yes;
  for (const std::string_view ending : kStressed) {
    if (word.ends_with(ending)) {
      // "mit" stands for admit, commit …, but limit and vomit are stressed on their first syllable.
      return word == "limit" || word == "vomit" || word.ends_with("delimit") ? Doubling::no : Doubling::yes;
    }
  }
  return word.back() == 'l' || word == "focus" || word == "worship" || word == "bias" ? Doubling::either : Doubling::no;
}

bool ends_consonant_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string join(std::string_view stem, std::string_view ending) {
  std::string out(stem);
  out += ending;
  return out;
}

/// Third person and plural share their spelling.
std::string with_s(std::string_view word) {
  if (ends_consonant_y(word)) return join(word.substr(0, word.size() - 1), "ies");
  const bool hisses =
      word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") || word.ends_with("sh");
  const bool after_o = word.size() >= 2 && word.back() == 'o' && !is_vowel(word[word.size() - 2]);
  return join(word, hisses || after_o ? "es" : "s");
}

std::string plural(std::string_view word) {
  if (word.ends_with("woman") || word == "man" ||
      (word.size() > 4 && word.ends_with("man") && !word.ends_with("human") && !word.ends_with("german") &&
       !word.ends_with("roman"))) {
    return join(word.substr(0, word.size() - 2), "en");
  }
  if (word.ends_with("person") && word.size() > 6) return join(word.substr(0, word.size() - 6), "people");
  const bool short_o = word.ends_with("photo") || word.ends_with("memo") || word.ends_with("euro") ||
                       word.ends_with("logo") || word.ends_with("info") || word.ends_with("demo") ||
                       word.ends_with("piano") || word.ends_with("pro");
  return short_o ? join(word, "s") : with_s(word);
}

/// stop + "ing" and "ed".
Spelling with_ending(std::string_view word, std::string_view ending) {
  const std::string plain = join(word, ending);
  switch (doubling(word)) {
    case Doubling::no:
      return {plain, {}};
    case Doubling::yes:
      return {join(join(word, word.substr(word.size() - 1)), ending), {}};
    case Doubling::either:
      return {plain, join(join(word, word.substr(word.size() - 1)), ending)};
  }
  return {plain, {}};
}

Spelling ing(std::string_view word) {
  if (word.ends_with("ie")) return {join(word.substr(0, word.size() - 2), "ying"), {}};
  const bool silent_e =
      word.size() > 2 && word.back() == 'e' && !word.ends_with("ee") && !word.ends_with("oe") && !word.ends_with("ye");
  if (silent_e) return {join(word.substr(0, word.size() - 1), "ing"), {}};
  if (word.ends_with("ic")) return {join(word, "king"), {}};
  return with_ending(word, "ing");
}

Spelling past(std::string_view word) {
  if (word.ends_with("e")) return {join(word, "d"), {}};
  if (ends_consonant_y(word)) return {join(word.substr(0, word.size() - 1), "ied"), {}};
  if (word.ends_with("ic")) return {join(word, "ked"), {}};
  return with_ending(word, "ed");
}

}  // namespace

Spelling inflect_english(std::string_view word, Form form) {
  if (word.empty()) return {};
  switch (form) {
    case Form::base:
      return {std::string(word), {}};
    case Form::third:
      return {with_s(word), {}};
    case Form::ing:
      return ing(word);
    case Form::past:
    case Form::participle:
      return past(word);
    case Form::plural:
      return {plural(word), {}};
  }
  return {std::string(word), {}};
}

}  // namespace hearsay
