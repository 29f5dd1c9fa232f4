// For the learner: features counted, kept where they are frequent enough, and numbered.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "evidence/feature.h"

namespace hearsay {

class FeatureTable {
 public:
  struct Entry {
    FeatureKey key = 0;
    std::array<std::uint32_t, kMaxFeatureValues> values{};
    std::uint32_t count = 0;
    std::uint32_t publishers = 0;  // a bit each, modulo 32
    std::uint32_t last_item = kUnseen;
    std::uint32_t id = kUnseen;  // after keep()
    std::uint8_t name = 0;
    std::uint8_t value_count = 0;
  };
  static constexpr std::uint32_t kUnseen = 0xffffffffU;

  /// Counts a feature once per item.
  template <class... Values>
  void count(std::uint32_t publisher, std::uint32_t item, std::uint32_t name, Values... values) {
    Entry& entry = slot(feature_key(name, values...));
    if (entry.last_item == item) return;
    if (entry.count == 0) {
      entry.name = static_cast<std::uint8_t>(name);
      std::uint8_t at = 0;
      ((entry.values[at++] = static_cast<std::uint32_t>(values)), ...);
      entry.value_count = at;
    }
    ++entry.count;
    entry.publishers |= 1U << (publisher % 32);
    entry.last_item = item;
  }

  /// Keeps and numbers what was seen often enough, in order of key so that the numbers do not depend on the table's
  /// size.
  void keep(std::uint32_t least_count, std::uint32_t least_publishers);

  /// The number of a kept feature, or kUnseen.
  [[nodiscard]] std::uint32_t find(FeatureKey key) const {
    if (kept_slots_.empty()) return kUnseen;
    const std::size_t mask = kept_slots_.size() - 1;
    for (std::size_t at = begin_of(key) & mask; kept_slots_[at] != kUnseen; at = (at + 1) & mask) {
      if (kept_[kept_slots_[at]].key == key) return kept_slots_[at];
    }
    return kUnseen;
  }
  [[nodiscard]] std::size_t size() const { return kept_.size(); }
  [[nodiscard]] const Entry& operator[](std::size_t id) const { return kept_[id]; }
  [[nodiscard]] NamedFeature named(std::size_t id) const {
    return {.name = kept_[id].name, .count = kept_[id].value_count, .values = kept_[id].values};
  }

 private:
  Entry& slot(FeatureKey key);
  /// Where the search for a key begins, before the mask: its lowest bits are poor.
  [[nodiscard]] static std::size_t begin_of(FeatureKey key) { return static_cast<std::size_t>(key >> 20U); }

  std::vector<Entry> slots_;
  std::size_t used_ = 0;
  std::vector<Entry> kept_;
  std::vector<std::uint32_t> kept_slots_;
};

/// Hands features to a table's count.
struct CountSink {
  FeatureTable& table;
  std::uint32_t publisher;
  std::uint32_t item;
  template <class... Values>
  void operator()(std::uint32_t name, Values... values) {
    table.count(publisher, item, name, values...);
  }
};

/// Appends the numbers of kept features.
struct FindSink {
  const FeatureTable& table;
  std::vector<std::uint32_t>& ids;
  template <class... Values>
  void operator()(std::uint32_t name, Values... values) {
    if (const std::uint32_t id = table.find(feature_key(name, values...)); id != FeatureTable::kUnseen)
      ids.push_back(id);
  }
};

/// SplitMix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  template <class Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[next() % i]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace hearsay
