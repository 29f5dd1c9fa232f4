#include "cli/progress.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <system_error>

#include "archive/inputs.h"

namespace hearsay {
namespace {

constexpr std::chrono::milliseconds kBetween(100);
constexpr double kFirstEstimate = 1;  // seconds before which a time left would be a guess

std::uint64_t size_of(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  Diagnostics ignored;
  InputWalk walk(paths);
  while (const auto path = walk.next(ignored)) {
    std::error_code error;
    if (*path == "-" || !std::filesystem::is_regular_file(*path, error)) return 0;
    const std::uintmax_t size = std::filesystem::file_size(*path, error);
    if (!error) total += size;
  }
  return total;
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_line(const ProgressState& state) {
  const double megabytes = static_cast<double>(state.bytes) / 1e6;
  std::string line = grouped(state.articles) + (state.articles == 1 ? " article" : " articles");
  if (state.total != 0) {
    line += fmt::format(" · {:.1f} of {:.1f} MB", megabytes, static_cast<double>(state.total) / 1e6);
  } else {
    line += fmt::format(" · {:.1f} MB", megabytes);
  }
  if (state.seconds > 0) {
    line += fmt::format(" · {:.0f}/s · {:.1f} MB/s", static_cast<double>(state.articles) / state.seconds,
                        megabytes / state.seconds);
  }
  if (state.failures != 0) line += fmt::format(" · {} failed", grouped(state.failures));
  if (state.total > state.bytes && state.bytes != 0 && state.seconds >= kFirstEstimate) {
    const double rate = static_cast<double>(state.bytes) / state.seconds;
    line += " · " + duration(static_cast<double>(state.total - state.bytes) / rate) + " left";
  }
  return line;
}

Progress::Progress(const std::vector<std::string>& paths) : begun_(Clock::now()), shown_(begun_) {
  state_.total = size_of(paths);
}

std::optional<std::string> Progress::line(const RunStep& step) {
  state_.bytes += step.bytes;
  state_.articles += step.articles;
  state_.failures = step.failures;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < kBetween) return std::nullopt;
  shown_ = now;
  state_.seconds = std::chrono::duration<double>(now - begun_).count();
  return progress_line(state_);
}

}  // namespace hearsay
