// Numbers that name a thing by its words, wherever it stands: what a person said of it is known again by them in the
// next version of the text. Equal ones are told apart by how many stand before. Not for secrets: FNV-1a and a mixer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay {

/// Of the bytes and hashes that are added, in their order.
class WordFingerprint {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) mix(static_cast<unsigned char>(c));
  }
  void add(std::uint32_t word_hash) {
    for (unsigned shift = 0; shift < 32; shift += 8) mix((word_hash >> shift) & 0xFFU);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3ULL; }
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

/// Makes each of one article's different: asked in text order.
class Ordinals {
 public:
  [[nodiscard]] std::uint64_t next(std::uint64_t words) {
    std::uint64_t value = words + 0x9e3779b97f4a7c15ULL * seen_[words]++;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    return value ^ (value >> 27U);
  }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;
};

/// 16 hexadecimal digits, lower case; and back: nothing where it is anything else.
[[nodiscard]] std::string fingerprint_text(std::uint64_t fingerprint);
[[nodiscard]] std::optional<std::uint64_t> read_fingerprint(std::string_view text);

}  // namespace hearsay
