// Archives that are audited into the store while nobody waits for the answer: a queue, one at a time on all threads,
// with how far each has come. Nothing of it outlives the server but what is in the store.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "archive/raw_article.h"
#include "base/diagnostic.h"
#include "base/spool.h"
#include "service/choices.h"

namespace hearsay {

class Desk;

struct JobLimits {
  std::size_t waiting = 4;          // jobs that are not begun
  std::size_t kept = 100;           // jobs that are over; older ones are forgotten
  std::uint64_t bytes = 1U << 30U;  // of an archive, as it comes
  std::size_t messages = 100;       // kept of each job
  unsigned followers = 8;           // streams of events at once, each of which holds a thread of the server
};

enum class JobState : std::uint8_t { waiting, running, done, cancelled, failed };
[[nodiscard]] std::string_view job_state_name(JobState state);
[[nodiscard]] inline bool is_over(JobState state) {
  return state != JobState::waiting && state != JobState::running;
}

/// How far a job has come.
struct JobStatus {
  std::string id, name;
  JobState state = JobState::waiting;
  std::uint64_t bytes = 0;                                // of the archive
  std::uint64_t bytes_read = 0;                           // of these
  std::uint64_t articles = 0;                             // audited, or passed over as unchanged or unreadable
  std::uint64_t failures = 0;                             // of these unreadable
  std::uint64_t stored = 0, replaced = 0, unchanged = 0;  // known at the end
  std::string created, ended;                             // ISO 8601, UTC; "" = not yet
  Diagnostics messages;
  std::uint64_t more_messages = 0;  // that were not kept
  std::uint64_t change = 0;         // grows with every change
};

/// What is to be done.
struct JobOrder {
  std::string name;
  From from = From::automatic;
  std::optional<SettingsChoice> settings;  // none: the desk's
};

class Jobs {
 public:
  /// `desk` must outlive it and is not used before the first job.
  Jobs(Desk& desk, JobLimits limits);
  ~Jobs();  // stops what is running and waits for it
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  [[nodiscard]] const JobLimits& limits() const { return limits_; }
  /// Whether one more may wait.
  [[nodiscard]] bool room() const;
  /// Its id; nothing where as many wait as may.
  [[nodiscard]] std::optional<std::string> add(JobOrder order, Spool archive);
  /// The newest first.
  [[nodiscard]] std::vector<JobStatus> all() const;
  [[nodiscard]] std::optional<JobStatus> status(std::string_view id) const;
  /// Stops it, or forgets one that is over. False where there is none of this id.
  bool cancel(std::string_view id);
  /// Waits until it has changed since `change`, at most so long.
  [[nodiscard]] std::optional<JobStatus> wait(std::string_view id, std::uint64_t change,
                                              std::chrono::milliseconds longest) const;
  [[nodiscard]] std::atomic<unsigned>& followers() { return followers_; }

 private:
  struct Job;
  class Progress;
  void run();
  void work(Job& job);
  [[nodiscard]] Job* find(std::string_view id) const;

  Desk& desk_;
  JobLimits limits_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> jobs_;  // in the order of their ids
  std::uint64_t last_ = 0;
  bool stop_ = false;
  std::atomic<unsigned> followers_ = 0;
  std::thread runner_;  // from the first job on
};

}  // namespace hearsay
