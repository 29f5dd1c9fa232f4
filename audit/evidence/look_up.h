// Many features looked up at once. What row_of does for one key is done here step by step for all of them, so that the
// compiler takes several in one instruction and memory is waited for once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "evidence/weights.h"

namespace hearsay {

/// Keys are looked up in blocks of so many, and rows summed so.
inline constexpr std::size_t kBlock = 8;
inline constexpr std::size_t kMostKeys = 128;  // of one call; more than any score has templates
[[nodiscard]] constexpr std::size_t in_blocks(std::size_t count) {
  return (count + kBlock - 1) / kBlock * kBlock;
}

/// The features of something that is scored, and where its templates end, features that are none.
template <std::size_t Count>
struct Keys {
  static_assert(in_blocks(Count) <= kMostKeys);
  std::array<FeatureKey, in_blocks(Count)> keys;
  std::array<std::uint32_t, in_blocks(Count)> rows;  // by find_rows; those of no feature are 0
  Keys() { std::fill(keys.begin() + Count, keys.end(), kNoFeature); }
};

/// The rows of whole blocks of keys, at most kMostKeys: rows[i] is row_of(table, keys[i]).
void find_rows(const KeyTable& table, std::span<const FeatureKey> keys, std::uint32_t* rows);

/// The sums of the rows of each tag's weights.
using TagSums = std::array<std::int16_t, 40>;
void sum_rows(std::span<const TagRow> rows, std::span<const std::uint32_t> wanted, TagSums& sums);

}  // namespace hearsay
