#include "server/workers.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace hearsay {

Workers::Workers(std::size_t most_threads, std::size_t most_waiting)
    : most_threads_(std::max<std::size_t>(most_threads, 1)), most_waiting_(most_waiting) {}

Workers::~Workers() {
  join();
}

bool Workers::submit(std::function<void()> job) {
  const std::scoped_lock lock(mutex_);
  if (ending_) return false;
  if (idle_ <= jobs_.size() && threads_.size() < most_threads_) {
    try {
      threads_.emplace_back([this] { work(); });
      ++idle_;  // as good as: it looks for a job next
    } catch (const std::system_error&) {
      if (threads_.empty()) return false;  // else those that are there do it
    }
  }
  if (jobs_.size() >= idle_ + most_waiting_) return false;
  jobs_.push_back(std::move(job));
  wake_.notify_one();
  return true;
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [&] { return ending_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    --idle_;
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    job = nullptr;  // what it holds goes outside the lock
    lock.lock();
    ++idle_;
  }
}

void Workers::join() {
  std::vector<std::thread> threads;
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    threads.swap(threads_);
  }
  wake_.notify_all();
  for (std::thread& thread : threads) thread.join();
}

std::size_t Workers::waiting() const {
  const std::scoped_lock lock(mutex_);
  return jobs_.size();
}

}  // namespace hearsay
