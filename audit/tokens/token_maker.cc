// append: nearly all tokens are short and ASCII, and of those few mix their letter cases: one tight loop serves them.
// All others take append_any.
#include "tokens/token_maker.h"

#include <array>

#include "base/utf8.h"
#include "tokens/characters.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestKnownWord = 64;  // bytes; a longer one is in no vocabulary

/// One character beyond ASCII in lower case; moves `at` past it and gives its ByteClass, 0 for one that is not seen.
template <typename Put>
std::uint8_t long_character(std::string_view text, std::size_t& at, bool opening_mark, const Put& put) {
  const Character c = character_at(text, at);
  const std::string_view raw = text.substr(at, c.bytes);
  at += c.bytes;
  if (is_unseen(c.code)) return 0;
  if (!opening_mark && is_apostrophe(c.code)) {
    put('\'');
    return kJoinByte;
  }
  if (c.kind == CharacterKind::upper) {
    std::array<char, 4> bytes{};
    const std::size_t size = lower_case(c.code, bytes.data());
    for (std::size_t i = 0; i < size; ++i) put(bytes[i]);
    return kUpperByte;
  }
  for (const char b : raw) put(b);
  if (c.is_letter()) return kLowerByte;
  return c.kind == CharacterKind::digit ? kDigitByte : kJoinByte;
}

}  // namespace

void TokenMaker::append(std::size_t begin, std::size_t end, std::uint16_t flags) {
  if (end - begin > kLongestKnownWord) return append_any(begin, end, flags);
  std::array<char, kLongestKnownWord> lower;
  std::uint32_t hash = 2166136261U;
  std::uint8_t seen = 0;
  const std::uint8_t first = byte_class(text_[begin]);
  for (std::size_t at = begin; at < end; ++at) {
    const auto c = static_cast<unsigned char>(text_[at]);
    const char small = kLowerByteOf[c];
    lower[at - begin] = small;
    hash = (hash ^ static_cast<unsigned char>(small)) * 16777619U;
    seen |= kByteClass[c];
  }
  if ((seen & kHighByte) != 0) return append_any(begin, end, flags);
  if ((seen & kUpperByte) != 0) {
    if ((first & kUpperByte) == 0 || ((seen & kLowerByte) == 0 && end - begin > 1) || upper_in(begin + 1, end)) {
      return append_any(begin, end, flags);
    }
    flags |= kCapital;
  }
  if ((first & kLetterByte) != 0) flags |= kAlpha;
  if ((seen & kDigitByte) != 0) flags |= kDigit;
  if ((seen & kWordByte) == 0) flags |= kPunct;
  push(begin, end, {lower.data(), end - begin}, hash, flags);
}

/// Any token: longer characters, mixed letter cases, unbounded length.
void TokenMaker::append_any(std::size_t begin, std::size_t end, std::uint16_t flags) {
  std::array<char, kLongestKnownWord> lower;
  std::uint32_t hash = 2166136261U;
  std::size_t length = 0;
  std::uint8_t seen = 0;
  std::uint8_t last = 0;
  std::uint32_t letters = 0;
  const auto put = [&](char c) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    if (length < kLongestKnownWord) lower[length] = c;
    ++length;
  };
  // A ‘ alone is a mark and keeps its name; inside a word it stands for an apostrophe.
  const bool mark = text_.substr(begin, end - begin) == "\u2018";
  for (std::size_t at = begin; at < end;) {
    std::uint8_t bits = byte_class(text_[at]);
    if ((bits & kHighByte) == 0) {
      put(kLowerByteOf[static_cast<unsigned char>(text_[at])]);
      ++at;
    } else {
      bits = long_character(text_, at, mark, put);
      if (bits == 0) continue;
    }
    letters += (bits & kLetterByte) != 0 ? 1U : 0U;
    if ((bits & kUpperByte) != 0 && (last & kLowerByte) != 0) flags |= kMixedCase;
    if (seen == 0 && letters == 1) flags |= kAlpha;
    if (letters == 1 && (seen & kLetterByte) == 0 && (bits & kUpperByte) != 0) flags |= kCapital;
    seen |= bits;
    last = bits;
  }
  if (letters >= 2 && (seen & kLowerByte) == 0 && (seen & kUpperByte) != 0) flags |= kAllCaps;
  if ((seen & kDigitByte) != 0) flags |= kDigit;
  if ((seen & kWordByte) == 0) flags |= kPunct;
  // A longer word is in no vocabulary; the empty string is kUnknownWord.
  push(begin, end, {lower.data(), length <= kLongestKnownWord ? length : 0}, hash, flags);
}

bool TokenMaker::upper_in(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    if ((byte_class(text_[at]) & kUpperByte) != 0) return true;
  }
  return false;
}

void TokenMaker::push(std::size_t begin, std::size_t end, std::string_view lower, std::uint32_t hash,
                      std::uint16_t flags) {
  tokens_.push_back({.begin = static_cast<std::uint32_t>(begin),
                     .end = static_cast<std::uint32_t>(end),
                     .word = vocabulary_.find(lower, hash),
                     .hash = hash,
                     .flags = flags,
                     .closed = vocabulary_.language.closed.row(hash)});
}

}  // namespace hearsay
