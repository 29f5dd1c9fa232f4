#include "fuzz/mutate.h"

#include <algorithm>

namespace hearsay::fuzz {
namespace {

constexpr std::size_t kMostBytes = 6'000;

}  // namespace

std::string Mutator::next() {
  std::string bytes = inputs_[below(inputs_.size())].substr(0, kMostBytes);
  for (std::size_t count = 1 + below(4); count != 0; --count) change(bytes);
  return bytes;
}

void Mutator::change(std::string& bytes) {
  const std::size_t at = below(bytes.size() + 1);
  const std::size_t length = std::min(below(2) == 0 ? below(8) : below(200), bytes.size() - at);
  switch (below(6)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random_());
      break;
    case 1:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
      break;
    case 2:
      bytes.insert(at, 1, static_cast<char>(random_()));
      break;
    case 3:
      bytes.erase(at, length);
      break;
    case 4:
      bytes.insert(below(bytes.size() + 1), std::string(bytes, at, length));
      break;
    default: {
      const std::string& other = inputs_[below(inputs_.size())];
      bytes.insert(at, other, below(other.size() + 1), below(200));
      break;
    }
  }
}

}  // namespace hearsay::fuzz
