// hearsay lsp: the language server on standard input and output. One thread: all that has arrived is read before the
// next message is answered, so that a request which was cancelled meanwhile costs nothing and of what somebody types
// only the last version is audited, once they pause.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "cli/commands.h"
#include "lsp/server.h"
#include "service/locate.h"

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPause{100};           // of typing, before an audit
constexpr std::chrono::milliseconds kLongest{1000};        // that typing without a pause puts it off
constexpr std::uint64_t kMostMessage = 64U << 20U;         // bytes
constexpr std::size_t kMostWaitingMessages = 1000;         // messages that are read ahead
constexpr std::uint64_t kMostWaitingBytes = kMostMessage;  // of them

class Loop {
 public:
  Loop(const SettingsChoice& choice, Console& console)
      : console_(console), server_(choice, console, output_of(console)), frames_(kMostMessage) {}

  /// As the protocol asks: clean after a shutdown, else 1.
  ExitCode run() {
    while (!server_.ended()) {
      const bool room = server_.waiting() < kMostWaitingMessages && server_.waiting_bytes() < kMostWaitingBytes;
      if (room && !at_end_ && read_some(server_.waiting() != 0 ? Clock::duration::zero() : until_audit())) continue;
      if (server_.waiting() != 0) {
        answer_next();
      } else if (at_end_) {
        break;
      } else if (until_audit() <= Clock::duration::zero()) {
        server_.audit_next();
        changing_since_ = Clock::now();
      }
      console_.flush();
    }
    console_.flush();
    return server_.shut_down() ? ExitCode::clean : ExitCode::findings;
  }

 private:
  static constexpr Clock::duration kForEver = std::chrono::hours(1);

  void answer_next() {
    last_message_ = Clock::now();
    if (server_.wish() == LspServer::Wish::none) changing_since_ = last_message_;
    server_.answer_next();
  }

  [[nodiscard]] Clock::duration until_audit() const {
    switch (server_.wish()) {
      case LspServer::Wish::none:
        return kForEver;
      case LspServer::Wish::now:
        return Clock::duration::zero();
      case LspServer::Wish::soon:
        break;
    }
    return std::min(last_message_ + kPause, changing_since_ + kLongest) - Clock::now();
  }

  /// Waits for input at most so long; whether there was any.
  bool read_some(Clock::duration longest) {
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(std::max(longest, Clock::duration::zero()));
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    const int ready = poll(&input, 1, static_cast<int>(wait.count()));
    if (ready <= 0) return false;
    std::array<char, 65536> buffer;  // NOLINT: read() fills it
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) return true;
    if (size < 0) console_.report({.message = std::string("standard input cannot be read: ") + std::strerror(errno)});
    if (size <= 0) {
      at_end_ = true;
      return false;
    }
    frames_.feed({buffer.data(), static_cast<std::size_t>(size)});
    while (auto frame = frames_.next()) server_.receive(std::move(*frame));
    return true;
  }

  Console& console_;
  LspServer server_;
  LspFrames frames_;
  bool at_end_ = false;
  Clock::time_point last_message_ = Clock::now();
  Clock::time_point changing_since_ = Clock::now();  // when the oldest change that is not audited came
};

}  // namespace

ExitCode run_lsp(const CommandLine& line, Console& console) {
  if (!line.operands.empty())
    throw Fatal(
        {.message = "lsp takes no PATH", .remedy = "an editor starts it and names documents as they are opened"});
  static_cast<void>(locate_rules(line.settings.rules));  // fails now rather than at the first document
  return Loop(line.settings, console).run();
}

}  // namespace hearsay
