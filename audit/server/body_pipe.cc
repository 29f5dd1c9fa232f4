#include "server/body_pipe.h"

#include <algorithm>
#include <utility>

namespace hearsay {

bool InPipe::next(std::string& piece) {
  piece.clear();
  bool wake = false;
  {
    std::unique_lock lock(mutex_);
    come_.wait(lock, [&] { return !bytes_.empty() || ended_ || failed_; });
    if (failed_) throw ClientGone();
    if (bytes_.empty()) return false;
    std::swap(piece, bytes_);
    wake = std::exchange(full_, false);
  }
  if (wake) wake_();
  return true;
}

bool InPipe::put(std::string_view piece) {
  const std::scoped_lock lock(mutex_);
  bytes_ += piece;
  full_ = bytes_.size() >= most_;
  come_.notify_one();
  return !full_;
}

void InPipe::end() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  come_.notify_one();
}

void InPipe::fail() {
  const std::scoped_lock lock(mutex_);
  failed_ = !ended_;
  come_.notify_one();
}

bool OutPipe::write(std::string_view piece) {
  do {
    bool wake = false;
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return bytes_.size() < most_ || closed_; });
      if (closed_) return false;
      const std::size_t size = std::min(piece.size(), most_ - bytes_.size());
      bytes_ += piece.substr(0, size);
      piece.remove_prefix(size);
      wake = !bytes_.empty() && !std::exchange(woken_, true);
    }
    if (wake) wake_();
  } while (!piece.empty());
  return true;
}

bool OutPipe::open() const {
  const std::scoped_lock lock(mutex_);
  return !closed_ && !wished_;
}

std::string OutPipe::take() {
  const std::scoped_lock lock(mutex_);
  woken_ = false;
  room_.notify_one();
  return std::exchange(bytes_, {});
}

void OutPipe::wish_end() {
  const std::scoped_lock lock(mutex_);
  wished_ = true;
}

void OutPipe::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  bytes_.clear();
  room_.notify_one();
}

}  // namespace hearsay
