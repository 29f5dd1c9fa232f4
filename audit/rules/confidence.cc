#include "rules/confidence.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kTraitCount> kTraitNames = {
    "headline",  "quotation", "direct", "mixed",      "before",     "brief",    "lengthy",
    "no-source", "pronoun",   "far",    "base-form",  "third-form", "ing-form", "past-form",
    "passive",   "negated",   "late",   "other-left", "other-right"};
constexpr double kLeast = 0.001;  // nothing is surer than this of being wrong, or right

std::uint64_t key_of(std::uint32_t rule, std::uint32_t entry) {
  return (static_cast<std::uint64_t>(rule) << 32U) | entry;
}

}  // namespace

std::string_view trait_name(Trait trait) {
  return kTraitNames[static_cast<std::size_t>(trait)];
}

double log_odds(double probability) {
  const double p = std::clamp(probability, kLeast, 1 - kLeast);
  return std::log(p / (1 - p));
}

double probability_of(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

double Confidence::base(double otherwise, std::uint32_t rule, std::uint32_t entry) const {
  const std::uint64_t key = key_of(rule, entry);
  const auto row =
      std::lower_bound(rows_.begin(), rows_.end(), key, [](const Row& r, std::uint64_t k) { return r.key < k; });
  return row != rows_.end() && row->key == key ? row->precision : otherwise;
}

double Confidence::operator()(double otherwise, std::uint32_t rule, std::uint32_t entry, Traits traits) const {
  const double share = base(otherwise, rule, entry);
  double moved = 0;
  for (std::size_t i = 0; i < kTraitCount; ++i) {
    if (((traits >> i) & 1U) != 0) moved += offsets_[i];
  }
  return moved == 0 ? share : probability_of(log_odds(share) + moved);
}

void Confidence::set(std::uint32_t rule, std::uint32_t entry, double precision) {
  rows_.push_back({.key = key_of(rule, entry), .precision = precision});
}

void Confidence::sort() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
}

}  // namespace hearsay
