// A bounded pool: threads are started as work comes, up to a number, and what waits for them is bounded too.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hearsay {

class Workers {
 public:
  /// At least one thread; `most_waiting` jobs may wait besides those that are worked on.
  Workers(std::size_t most_threads, std::size_t most_waiting);
  /// As join().
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False where as much waits as may, or after join(): the job is then not done. Jobs must not throw.
  [[nodiscard]] bool submit(std::function<void()> job);
  /// Ends after what has been submitted is done.
  void join();

  [[nodiscard]] std::size_t waiting() const;

 private:
  void work();

  const std::size_t most_threads_, most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;  // threads that wait for a job
  bool ending_ = false;
};

}  // namespace hearsay
