// Entry: comparison_stem. The word is folded into a small buffer, its endings are cut, the rest is hashed.
#include "trace/stem.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBytes = 24;  // of a word; what comes after hardly tells two words apart

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

}  // namespace

std::string_view take_part(std::string_view& word) {
  const std::string_view part = word.substr(0, word.find('-'));
  word.remove_prefix(std::min(part.size() + 1, word.size()));
  return part;
}

Stem comparison_stem(std::string_view word, const LanguageWords& language) {
  const Folded folded = fold(word);
  if (!folded.letters && !folded.digits) return 0;
  const std::uint32_t hash = word_hash(folded.view());
  const ClosedWords::Row row = language.closed.row(hash);
  if (language.closed.has(row, Role::name_in_capitals) && !folded.small) return hash | kContentStem;
  if (language.closed.has(row, Role::says_little)) return hash & ~kContentStem;
  if (folded.digits) return hash | kContentStem;
  return word_hash(language.morphology->comparison_stem(folded.view())) | kContentStem;
}

std::size_t count_content(const std::vector<Stem>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_content));
}

}  // namespace hearsay
