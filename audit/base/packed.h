// Values as bytes that the same run reads back (a spool). For one machine: the order of bytes is the machine's.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace hearsay {

template <class Number>
void pack_number(std::string& bytes, Number number) {
  static_assert(std::is_integral_v<Number>);
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// A size in 32 bits.
inline void pack_size(std::string& bytes, std::size_t size) {
  pack_number(bytes, static_cast<std::uint32_t>(size));
}

/// Their number, then they.
inline void pack_letters(std::string& bytes, std::string_view letters) {
  pack_size(bytes, letters.size());
  bytes += letters;
}

/// Takes off the front what was packed; zeros and nothing at the end.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : left_(packed) {}

  template <class Number>
  [[nodiscard]] Number number() {
    static_assert(std::is_integral_v<Number>);
    Number made = 0;
    const std::string_view bytes = take(sizeof made);
    if (bytes.size() == sizeof made) std::memcpy(&made, bytes.data(), sizeof made);
    return made;
  }
  std::uint32_t size() { return number<std::uint32_t>(); }
  [[nodiscard]] std::string_view letters() { return take(size()); }
  [[nodiscard]] std::string_view take(std::size_t bytes) {
    const std::string_view taken = left_.substr(0, bytes);
    left_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view left_;
};

}  // namespace hearsay
