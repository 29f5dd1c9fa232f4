// Entry: TimeLimit::start.
#include "store/time_limit.h"

#include <sqlite3.h>

namespace hearsay {
namespace {

using MonotonicClock = std::chrono::steady_clock;

constexpr int kStepsBetween = 4000;  // of SQLite's machine between two looks at the clock: well below a millisecond

}  // namespace

struct TimeLimit::Clock {
  std::chrono::milliseconds most{};
  MonotonicClock::time_point until;

  static int is_over(void* self) { return MonotonicClock::now() > static_cast<Clock*>(self)->until ? 1 : 0; }
};

TimeLimit::TimeLimit(SQLite::Database& database, std::chrono::milliseconds most) : database_(database) {
  if (most.count() <= 0) return;
  clock_ = std::make_unique<Clock>(Clock{.most = most, .until = MonotonicClock::now() + most});
  sqlite3_progress_handler(database_.getHandle(), kStepsBetween, &Clock::is_over, clock_.get());
}

TimeLimit::~TimeLimit() {
  if (clock_) sqlite3_progress_handler(database_.getHandle(), 0, nullptr, nullptr);
}

void TimeLimit::start() {
  if (clock_) clock_->until = MonotonicClock::now() + clock_->most;
}

}  // namespace hearsay
