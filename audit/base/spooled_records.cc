#include "base/spooled_records.h"

#include <algorithm>

#include "base/packed.h"

namespace hearsay {

void append_record(Spool& spool, std::string_view record) {
  std::string size;
  pack_size(size, record.size());
  spool.write(size);
  spool.write(record);
}

std::optional<std::string_view> RecordReader::next() {
  constexpr std::size_t kSize = sizeof(std::uint32_t);
  if (!holds(kSize)) return std::nullopt;
  const std::size_t size = Unpacker(std::string_view(window_).substr(at_)).size();
  if (!holds(kSize + size)) return std::nullopt;
  const std::string_view record = std::string_view(window_).substr(at_ + kSize, size);
  at_ += kSize + size;
  return record;
}

bool RecordReader::holds(std::size_t bytes) {
  const std::size_t left = window_.size() - at_;
  if (left >= bytes) return true;
  window_.erase(0, at_);
  at_ = 0;
  const auto more = static_cast<std::size_t>(std::min<std::uint64_t>(end_ - next_, std::max(kWindow, bytes) - left));
  window_.resize(left + more);
  const std::size_t count = spool_->read_at(next_, window_.data() + left, more);
  window_.resize(left + count);
  next_ += more;
  return window_.size() >= bytes;
}

}  // namespace hearsay
