// Which of many things have a hash in common: an external merge sort. Memory is bounded, time is n log n, and the order
// is that of the hashes, whatever the order in which they came.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/spool.h"

namespace hearsay {

class HashGroups {
 public:
  static constexpr std::size_t kHeld = 1U << 22U;  // 48 MB

  /// So many hashes are held in memory before they are sorted and go to a temporary file.
  explicit HashGroups(std::size_t held = kHeld) : held_(held) {}

  /// Throws Fatal as Spool::write.
  void add(std::uint64_t hash, std::uint32_t thing);

  /// Calls `take` with the things of each hash that two or more have, ascending by hash; within a group ascending, each
  /// once. To be called once, after all were added. Throws Fatal as Spool::read.
  void for_each(const std::function<void(std::span<const std::uint32_t>)>& take);

 private:
  /// A hash in halves, so that no byte of it is padding.
  struct Hashed {
    std::uint32_t high = 0, low = 0;
    std::uint32_t thing = 0;
    auto operator<=>(const Hashed&) const = default;
  };
  class Run;
  void put_away();

  std::size_t held_;
  std::vector<Hashed> waiting_;
  std::vector<std::uint64_t> ends_;  // of the sorted runs in the file, in bytes
  Spool runs_;
};

}  // namespace hearsay
