// A text put right where its bytes were damaged on their way, and where each piece of it stood before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// From byte `at` of the mended text on it is the text before from byte `was` on, up to the next seam.
struct Seam {
  std::uint32_t at = 0;
  std::uint32_t was = 0;
};

struct Mended {
  std::string text;
  std::vector<Seam> seams;  // in text order; empty: nothing was mended
};

/// A text made piece by piece out of another.
class Mender {
 public:
  explicit Mender(std::string_view damaged) : damaged_(damaged) { mended_.text.reserve(damaged.size()); }

  /// What stands in place of the damaged bytes [from, to); all before them is taken over. In order.
  void put(std::size_t from, std::size_t to, std::string_view words);
  [[nodiscard]] Mended done();

 private:
  std::string_view damaged_;
  std::size_t taken_ = 0;  // bytes of it
  Mended mended_;
};

/// Mended a second time: seams that lead over both to the first text.
[[nodiscard]] std::vector<Seam> over_both(const std::vector<Seam>& first, const std::vector<Seam>& second);

/// Where a byte of a mended text stood in the text before.
[[nodiscard]] std::uint32_t traced(const std::vector<Seam>& seams, std::uint32_t byte);

}  // namespace hearsay
