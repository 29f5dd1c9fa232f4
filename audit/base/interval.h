// How sure a figure is: intervals of 95 % for shares and means. Plain arithmetic over counts.
#pragma once

#include <cstdint>

namespace hearsay {

/// A figure and what it may be in truth.
struct Interval {
  double low = 0;
  double high = 1;
};

/// Wilson's interval of 95 % for `right` of `all`. Nothing is known of 0 of 0: 0 to 1.
[[nodiscard]] Interval wilson(std::uint64_t right, std::uint64_t all);

/// Counts things that come in groups which are alike in themselves, as the attributions of one article are: a share
/// over them is less sure than over as many that lie apart.
class GroupedShare {
 public:
  /// One group: `part` of its `base` things. An empty group says nothing.
  void add(std::uint64_t part, std::uint64_t base);
  [[nodiscard]] std::uint64_t part() const { return part_; }
  [[nodiscard]] std::uint64_t base() const { return base_; }
  /// Wilson's interval over as many single things as would be equally sure (the ratio estimator's variance over
  /// groups); never narrower than wilson(part, base).
  [[nodiscard]] Interval interval() const;

 private:
  std::uint64_t groups_ = 0, part_ = 0, base_ = 0;
  double part_squares_ = 0, base_squares_ = 0, products_ = 0;
};

/// A mean with Student's interval.
class Mean {
 public:
  void add(double value);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] double value() const { return mean_; }  // 0 where nothing was added
  /// Kept within [least, most]; the whole of it where fewer than two values were added.
  [[nodiscard]] Interval interval(double least, double most) const;

 private:
  std::uint64_t count_ = 0;
  double mean_ = 0, squares_ = 0;  // Welford's
};

}  // namespace hearsay
