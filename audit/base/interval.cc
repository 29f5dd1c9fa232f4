#include "base/interval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearsay {
namespace {

constexpr double kZ = 1.959964;  // 95 %

/// Student's 97.5 % quantile: from a table for 1 to 4 degrees of freedom, then by the Cornish-Fisher expansion, which
/// is good to two digits from 5 on.
double student(std::uint64_t freedom) {
  constexpr std::array<double, 4> kFew = {12.706, 4.303, 3.182, 2.776};
  if (freedom <= kFew.size()) return kFew[freedom - 1];
  const auto n = static_cast<double>(freedom);
  const double z3 = kZ * kZ * kZ;
  return kZ + (z3 + kZ) / (4 * n) + (5 * z3 * kZ * kZ + 16 * z3 + 3 * kZ) / (96 * n * n);
}

Interval wilson_of(double right, double all) {
  if (all <= 0) return {};
  const double p = right / all;
  const double centre = p + kZ * kZ / (2 * all);
  const double spread = kZ * std::sqrt(p * (1 - p) / all + kZ * kZ / (4 * all * all));
  const double scale = 1 + kZ * kZ / all;
  return {std::fmax(0, (centre - spread) / scale), std::fmin(1, (centre + spread) / scale)};
}

}  // namespace

Interval wilson(std::uint64_t right, std::uint64_t all) {
  return wilson_of(static_cast<double>(right), static_cast<double>(all));
}

void GroupedShare::add(std::uint64_t part, std::uint64_t base) {
  if (base == 0) return;
  ++groups_;
  part_ += part;
  base_ += base;
  const auto x = static_cast<double>(part);
  const auto n = static_cast<double>(base);
  part_squares_ += x * x;
  base_squares_ += n * n;
  products_ += x * n;
}

Interval GroupedShare::interval() const {
  const auto all = static_cast<double>(base_);
  const auto right = static_cast<double>(part_);
  if (base_ == 0) return {};
  const double p = right / all;
  // Where all or none are counted there is no variance to go by: every group counts as one thing.
  const auto groups = static_cast<double>(groups_);
  if (part_ == 0 || part_ == base_) return wilson_of(p * groups, groups);
  if (groups_ < 2) return wilson_of(p, 1);
  const double deviations = part_squares_ - 2 * p * products_ + p * p * base_squares_;
  const double variance = std::max(0.0, deviations) / (all * all) * groups / (groups - 1);
  const double equal = variance > 0 ? p * (1 - p) / variance : all;
  const double number = std::clamp(equal, 1.0, all);
  return wilson_of(p * number, number);
}

void Mean::add(double value) {
  ++count_;
  const double before = value - mean_;
  mean_ += before / static_cast<double>(count_);
  squares_ += before * (value - mean_);
}

Interval Mean::interval(double least, double most) const {
  if (count_ < 2) return {least, most};
  const auto n = static_cast<double>(count_);
  const double spread = student(count_ - 1) * std::sqrt(squares_ / (n - 1) / n);
  return {std::max(least, mean_ - spread), std::min(most, mean_ + spread)};
}

}  // namespace hearsay
