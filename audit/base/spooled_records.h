// Records one behind the other in a spool, read back in their order through a small window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/spool.h"

namespace hearsay {

/// Throws as Spool::write.
void append_record(Spool& spool, std::string_view record);

class RecordReader {
 public:
  /// Of the bytes from `begin` to `end`. The spool must outlive it; what is written behind `end` meanwhile does not
  /// matter.
  RecordReader(const Spool& spool, std::uint64_t begin, std::uint64_t end) : spool_(&spool), next_(begin), end_(end) {}

  /// It stands until the next one is asked for. None at the end. Throws as Spool::read.
  [[nodiscard]] std::optional<std::string_view> next();

 private:
  static constexpr std::size_t kWindow = 1U << 14U;
  [[nodiscard]] bool holds(std::size_t bytes);

  const Spool* spool_;
  std::uint64_t next_, end_;  // what the window does not have yet
  std::string window_;
  std::size_t at_ = 0;
};

}  // namespace hearsay
