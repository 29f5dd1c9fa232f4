#include "base/quick_sum.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace hearsay {
namespace {

constexpr std::size_t kLanes = 4;
using Block = std::array<std::uint64_t, kLanes>;

void add(Block& lanes, const char* bytes, std::size_t size) {
  Block words{};
  std::memcpy(words.data(), bytes, size);
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    lanes[lane] = (lanes[lane] ^ words[lane]) * 0x9E3779B97F4A7C15ULL;
    lanes[lane] ^= lanes[lane] >> 29U;
  }
}

}  // namespace

std::uint64_t quick_sum(std::string_view bytes) {
  Block lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + sizeof(Block) <= bytes.size(); at += sizeof(Block)) add(lanes, bytes.data() + at, sizeof(Block));
  if (at != bytes.size()) add(lanes, bytes.data() + at, bytes.size() - at);
  return lanes[0] ^ std::rotl(lanes[1], 13) ^ std::rotl(lanes[2], 29) ^ std::rotl(lanes[3], 47) ^ bytes.size();
}

}  // namespace hearsay
