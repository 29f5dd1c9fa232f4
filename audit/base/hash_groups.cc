#include "base/hash_groups.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace hearsay {

/// A sorted run, read through a small window.
class HashGroups::Run {
 public:
  Run(const Spool& file, std::uint64_t begin, std::uint64_t end) : file_(&file), next_(begin), end_(end) { refill(); }

  [[nodiscard]] bool over() const { return at_ == window_.size(); }
  [[nodiscard]] const Hashed& front() const { return window_[at_]; }
  void advance() {
    if (++at_ == window_.size()) refill();
  }

 private:
  static constexpr std::size_t kWindow = 4096;  // 48 kB

  void refill() {
    window_.resize(std::min<std::uint64_t>(kWindow, (end_ - next_) / sizeof(Hashed)));
    at_ = 0;
    const std::size_t bytes = window_.size() * sizeof(Hashed);
    window_.resize(file_->read_at(next_, reinterpret_cast<char*>(window_.data()), bytes) / sizeof(Hashed));
    next_ += bytes;
  }

  const Spool* file_;
  std::uint64_t next_, end_;
  std::vector<Hashed> window_;
  std::size_t at_ = 0;
};

void HashGroups::add(std::uint64_t hash, std::uint32_t thing) {
  if (waiting_.size() == held_) put_away();
  waiting_.push_back({static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(hash), thing});
}

void HashGroups::put_away() {
  std::sort(waiting_.begin(), waiting_.end());
  runs_.write({reinterpret_cast<const char*>(waiting_.data()), waiting_.size() * sizeof(Hashed)});
  ends_.push_back(runs_.size());
  waiting_.clear();
}

void HashGroups::for_each(const std::function<void(std::span<const std::uint32_t>)>& take) {
  std::vector<std::uint32_t> group;
  Hashed of;
  const auto end_group = [&] {
    if (group.size() > 1) take(group);
    group.clear();
  };
  const auto next = [&](const Hashed& one) {
    if (one.high != of.high || one.low != of.low) end_group();
    of = one;
    if (group.empty() || group.back() != one.thing) group.push_back(one.thing);
  };

  if (!ends_.empty()) put_away();
  std::sort(waiting_.begin(), waiting_.end());
  for (const Hashed& one : waiting_) next(one);

  waiting_ = {};
  std::vector<Run> runs;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends_) {
    if (Run run(runs_, begin, end); !run.over()) runs.push_back(std::move(run));
    begin = end;
  }
  const auto later = [](const Run& a, const Run& b) { return a.front() > b.front(); };
  std::make_heap(runs.begin(), runs.end(), later);
  while (!runs.empty()) {
    std::pop_heap(runs.begin(), runs.end(), later);
    next(runs.back().front());
    runs.back().advance();
    if (runs.back().over()) {
      runs.pop_back();
    } else {
      std::push_heap(runs.begin(), runs.end(), later);
    }
  }
  end_group();
}

}  // namespace hearsay
