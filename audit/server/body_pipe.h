// Bytes between the server's own thread, which must never wait, and a route's thread, which may: a body that comes
// (InPipe) and an answer that goes (OutPipe). Each holds so many bytes and no more.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "server/exchange.h"

namespace hearsay {

/// `wake` is called on the route's thread where there is room again, at most once until put() is called.
class InPipe : public BodySource {
 public:
  InPipe(std::size_t most, std::function<void()> wake) : most_(most), wake_(std::move(wake)) {}

  bool next(std::string& piece) override;

  /// Of the server's thread. Whether there is room for more; if not, `wake` tells.
  bool put(std::string_view piece);
  void end();
  void fail();

 private:
  const std::size_t most_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable come_;
  std::string bytes_;
  bool ended_ = false, failed_ = false, full_ = false;
};

/// `wake` is called on the route's thread where there are bytes to send, at most once until take() is called.
class OutPipe : public BodySink {
 public:
  OutPipe(std::size_t most, std::function<void()> wake) : most_(most), wake_(std::move(wake)) {}

  bool write(std::string_view piece) override;
  [[nodiscard]] bool open() const override;

  /// Of the server's thread: all that waits, "" where nothing does; `wake` tells of more.
  [[nodiscard]] std::string take();
  /// open() says no from now on; what is written still goes.
  void wish_end();
  /// No more is wanted: write() and open() say so.
  void close();

 private:
  const std::size_t most_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::string bytes_;
  bool closed_ = false, wished_ = false, woken_ = false;
};

}  // namespace hearsay
