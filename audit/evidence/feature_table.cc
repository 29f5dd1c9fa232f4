// Open addressing that grows at half full; an empty slot has count 0.
#include "evidence/feature_table.h"

#include <algorithm>

namespace hearsay {

FeatureTable::Entry& FeatureTable::slot(FeatureKey key) {
  if (2 * (used_ + 1) > slots_.size()) {
    std::vector<Entry> old(std::max<std::size_t>(1024, slots_.size() * 2));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.count == 0) continue;
      std::size_t at = begin_of(entry.key) & mask;
      while (slots_[at].count != 0) at = (at + 1) & mask;
      slots_[at] = entry;
    }
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = begin_of(key) & mask;
  while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & mask;
  if (slots_[at].count == 0) {
    slots_[at].key = key;
    ++used_;
  }
  return slots_[at];
}

void FeatureTable::keep(std::uint32_t least_count, std::uint32_t least_publishers) {
  kept_.clear();
  for (const Entry& entry : slots_) {
    const bool seen = entry.count >= std::max(1U, least_count);
    if (seen && static_cast<std::uint32_t>(std::popcount(entry.publishers)) >= least_publishers) kept_.push_back(entry);
  }
  slots_ = {};
  used_ = 0;
  std::sort(kept_.begin(), kept_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  kept_slots_.assign(std::bit_ceil(kept_.size() * 2 + 16), kUnseen);
  const std::size_t mask = kept_slots_.size() - 1;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    std::size_t at = begin_of(kept_[i].key) & mask;
    while (kept_slots_[at] != kUnseen) at = (at + 1) & mask;
    kept_slots_[at] = static_cast<std::uint32_t>(i);
    kept_[i].id = static_cast<std::uint32_t>(i);
  }
}

}  // namespace hearsay
