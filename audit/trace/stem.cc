// Entry: stem_of. The word is folded into a small buffer, endings are cut while enough is left, the rest is hashed.
#include "trace/stem.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"
#include "tokens/word_set.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBytes = 24;  // of a word; what comes after hardly tells two words apart
constexpr std::size_t kStemBytes = 7;   // "defence" and "defenses", "regional" and "region" meet early enough
constexpr std::size_t kLeast = 3;       // bytes that an ending must leave

// Words that change with tense, person and the sentence around, and say little. "not" and its like are content.
constexpr WordSet<512> kGrammar(
    "a an the this that these those of to and or but in on for as so then than there here is are was were be been "
    "being "
    "am 's 're 'm 've 'll 'd s t do does did doing done have has had having will would shall should can could may "
    "might "
    "must i we you he she it they me us him her them my our your his its their mine ours yours myself ourselves "
    "himself herself itself themselves yourself who whom which what if when also just very too");

struct Folded {
  std::array<char, kMostBytes> bytes{};
  std::size_t size = 0;
  bool letters = false;
  bool digits = false;
  bool small = false;  // a lower-case letter

  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
  void add(char byte) {
    if (size < bytes.size()) bytes[size++] = byte;
  }
};

bool is_apostrophe(std::string_view word, std::size_t at) {
  return word.substr(at, 3) == "\xE2\x80\x99" || word.substr(at, 3) == "\xE2\x80\x98";
}

Folded fold(std::string_view word) {
  Folded out;
  for (std::size_t i = 0; i < word.size() && out.size < kMostBytes; ++i) {
    const char c = word[i];
    if (c >= 'A' && c <= 'Z') {
      out.add(static_cast<char>(c - 'A' + 'a'));
      out.letters = true;
    } else if (c >= 'a' && c <= 'z') {
      out.add(c);
      out.letters = true;
      out.small = true;
    } else if (c >= '0' && c <= '9') {
      out.add(c);
      out.digits = true;
    } else if (c == '\'') {
      out.add(c);
    } else if (c == '.' && out.digits && i + 1 < word.size()) {
      out.add(c);  // 3.5 is not 35
    } else if ((static_cast<unsigned char>(c) & 0x80U) != 0) {
      if (is_apostrophe(word, i)) {
        out.add('\'');
        i += 2;
        continue;
      }
      const CodePoint point = decode(word, i);
      if (point.length == 0) break;
      if (is_letter(point.value) || is_digit(point.value)) {
        std::string lowered;  // at most four bytes: no allocation
        append_lower(lowered, word.substr(i, point.length));
        for (const char byte : lowered) out.add(byte);
        out.letters = true;
        out.small = true;
      }
      i += point.length - 1;
    }
  }
  return out;
}

std::string_view without_ending(std::string_view word) {
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (word.size() < ending.size() + least || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (!cut("'s", 1)) cut("'", 1);
  if (!word.ends_with("ss") && !cut("ies", kLeast)) cut("s", kLeast);
  if (!cut("ing", kLeast)) cut("ed", kLeast);
  if (!cut("ly", kLeast + 1)) cut("al", kLeast + 2);
  while (word.size() > kLeast && (word.ends_with('e') || word.ends_with('y') || word.ends_with('i'))) {
    word.remove_suffix(1);
  }
  if (word == "use" || word == "used") return "us-";  // not "us"
  return word.substr(0, kStemBytes);
}

}  // namespace

std::string_view take_part(std::string_view& word) {
  const std::string_view part = word.substr(0, word.find('-'));
  word.remove_prefix(std::min(part.size() + 1, word.size()));
  return part;
}

Stem stem_of(std::string_view word) {
  const Folded folded = fold(word);
  if (!folded.letters && !folded.digits) return 0;
  if (folded.view() == "us" && !folded.small) return constant_hash("us") | kContentStem;  // the country
  if (kGrammar.has(folded.view())) return constant_hash(folded.view()) & ~kContentStem;
  if (folded.view() == "n't") return constant_hash("not") | kContentStem;
  return constant_hash(folded.digits ? folded.view() : without_ending(folded.view())) | kContentStem;
}

std::size_t count_content(const std::vector<Stem>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_content));
}

}  // namespace hearsay
