// VerifiedPlaces: parts by where they begin, each with how far all before it reach, so that going back from a place
// ends where nothing can meet it any more.
#include "checksheet/verified.h"

#include <algorithm>

namespace hearsay {

VerifiedPlaces::VerifiedPlaces(std::span<const VerifiedWords> all) : all_(all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const CodeSpan& span : all[i].span)
      parts_.push_back({.begin = span.first, .end = span.second, .reach = span.second, .of = i});
  }
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < parts_.size(); ++i) parts_[i].reach = std::max(parts_[i].reach, parts_[i - 1].reach);
}

std::vector<const VerifiedWords*> VerifiedPlaces::at(CodeSpan place, bool quoted) const {
  auto next = std::lower_bound(parts_.begin(), parts_.end(), place.second,
                               [](const Part& part, std::uint32_t end) { return part.begin < end; });
  std::vector<std::size_t> met;
  while (next != parts_.begin() && std::prev(next)->reach > place.first) {
    --next;
    if (next->end > place.first && all_[next->of].quoted == quoted) met.push_back(next->of);
  }
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  std::vector<const VerifiedWords*> out;
  out.reserve(met.size());
  for (const std::size_t i : met) out.push_back(&all_[i]);
  return out;
}

}  // namespace hearsay
