// Work on many items by several threads, with results handed over in the order of the items and a bound on how many
// wait. With one thread or one item nothing is started: the caller does the work.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

/// Calls `work(i)` for i in [0, count) on up to `threads` threads and `take(i, result)` on the calling thread, in order
/// of i. At most 4 × threads results wait. Where `work` or `take` throws, no new item is begun and the exception of the
/// lowest item comes out here once all threads have ended.
template <class Work, class Take>
void in_order(std::size_t count, unsigned threads, const Work& work, const Take& take) {
  using Result = decltype(work(std::size_t{0}));
  const std::size_t workers = std::min<std::size_t>(std::max(threads, 1U), count);
  if (workers <= 1) {
    for (std::size_t i = 0; i < count; ++i) take(i, work(i));
    return;
  }

  struct Cell {
    std::optional<Result> result;
    std::exception_ptr error;
    bool ready = false;
  };
  std::mutex mutex;
  std::condition_variable filled, emptied;
  std::vector<Cell> ring(4 * workers);
  std::size_t next = 0;   // the next item to begin
  std::size_t taken = 0;  // items handed over
  bool stop = false;

  const auto run = [&] {
    for (;;) {
      std::size_t item = 0;
      {
        std::unique_lock lock(mutex);
        emptied.wait(lock, [&] { return stop || next >= count || next < taken + ring.size(); });
        if (stop || next >= count) return;
        item = next++;
      }
      Cell cell;
      try {
        cell.result.emplace(work(item));
      } catch (...) {
        cell.error = std::current_exception();
      }
      cell.ready = true;
      {
        const std::lock_guard lock(mutex);
        ring[item % ring.size()] = std::move(cell);
      }
      filled.notify_one();
    }
  };
  std::vector<std::thread> pool;
  pool.reserve(workers);
  std::exception_ptr error;
  try {
    for (std::size_t i = 0; i < workers; ++i) pool.emplace_back(run);
  } catch (...) {  // the system gives no more threads: go on with those there are
    if (pool.empty()) error = std::current_exception();
  }
  while (error == nullptr && taken < count) {
    Cell cell;
    {
      std::unique_lock lock(mutex);
      filled.wait(lock, [&] { return ring[taken % ring.size()].ready; });
      cell = std::exchange(ring[taken % ring.size()], Cell{});
    }
    if (cell.error != nullptr) {
      error = cell.error;
      break;
    }
    try {
      take(taken, std::move(*cell.result));
    } catch (...) {
      error = std::current_exception();
      break;
    }
    {
      const std::lock_guard lock(mutex);
      ++taken;
    }
    emptied.notify_all();
  }
  {
    const std::lock_guard lock(mutex);
    stop = true;
  }
  emptied.notify_all();
  for (std::thread& thread : pool) thread.join();
  if (error != nullptr) std::rethrow_exception(error);
}

}  // namespace hearsay
