// How long one question may keep a connection busy. SQLite asks while a statement runs, so that one that would scan a
// million articles ends when its time is up. Of this folder alone, for it shows SQLite.
#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <memory>

namespace hearsay {

/// While it lives, statements of the connection end with SQLITE_INTERRUPT once `most` has passed since start().
class TimeLimit {
 public:
  /// `most` 0: as long as it takes.
  TimeLimit(SQLite::Database& database, std::chrono::milliseconds most);
  ~TimeLimit();
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;

  /// From now on.
  void start();

 private:
  struct Clock;
  SQLite::Database& database_;
  std::unique_ptr<Clock> clock_;  // none: no limit
};

}  // namespace hearsay
