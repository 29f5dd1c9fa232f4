// Work on a stream of items by several threads, with results handed over in the order of the items and a bound on what
// waits, by number and by weight. With one thread nothing is started: the caller does the work.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

struct OrderLimits {
  unsigned threads = 1;
  std::size_t waiting = 0;  // most items begun and not handed over; 0: 4 × threads
  /// No item is begun while those before it weigh more than this together, in whatever unit `weigh` counts, unless it
  /// is the next to be handed over.
  std::uint64_t weight = std::numeric_limits<std::uint64_t>::max();
};

/// `Item pull()` as an optional, nothing at the end: called by one thread at a time. `make_work()` gives each thread
/// its own `Result work(Item&&)`. `take(Result&&)` is called on the calling thread, in the order of the items, `idle()`
/// there before it has to wait. `weigh` takes an Item or a Result. Where one of them throws, no new item is begun and
/// the exception of the lowest item comes out here once all threads have ended.
template <class Pull, class MakeWork, class Take, class Weigh, class Idle>
void pull_in_order(const OrderLimits& limits, const Pull& pull, const MakeWork& make_work, const Take& take,
                   const Weigh& weigh, const Idle& idle) {
  using Item = typename decltype(pull())::value_type;
  using Result = decltype(make_work()(std::declval<Item&&>()));
  if (limits.threads <= 1) {
    auto work = make_work();
    while (std::optional<Item> item = pull()) take(work(std::move(*item)));
    return;
  }

  struct RingCell {
    std::optional<Result> result;
    std::exception_ptr error;
    bool ready = false;
  };
  std::mutex mutex;
  std::condition_variable filled, emptied;
  std::vector<RingCell> ring(limits.waiting != 0 ? limits.waiting : std::size_t{4} * limits.threads);
  std::size_t next = 0;        // the next item to begin
  std::size_t taken = 0;       // items handed over
  std::uint64_t weight = 0;    // of those between
  bool pulling = false;        // a thread is at it
  bool stop = false;           // begin nothing more
  std::exception_ptr unready;  // a thread could not make its work

  const auto work_on = [&](auto& work) {
    for (;;) {
      std::optional<Item> item;
      RingCell cell;
      std::size_t at = 0;
      std::uint64_t heavy = 0;
      std::unique_lock lock(mutex);
      emptied.wait(lock, [&] {
        return stop || (!pulling && next < taken + ring.size() && (weight <= limits.weight || next == taken));
      });
      if (stop) return;
      pulling = true;
      lock.unlock();
      try {
        item = pull();
        if (item) heavy = weigh(*item);
      } catch (...) {
        cell.error = std::current_exception();
      }
      lock.lock();
      pulling = false;
      stop = stop || (!item && cell.error == nullptr);
      if (item || cell.error != nullptr) {
        at = next++;
        weight += heavy;
      }
      lock.unlock();
      emptied.notify_all();
      if (item) {
        try {
          cell.result.emplace(work(std::move(*item)));
        } catch (...) {
          cell.error = std::current_exception();
        }
      } else if (cell.error == nullptr) {
        filled.notify_one();
        return;
      }
      cell.ready = true;
      lock.lock();
      if (cell.result) weight += weigh(*cell.result);
      weight -= heavy;
      ring[at % ring.size()] = std::move(cell);
      lock.unlock();
      filled.notify_one();
    }
  };
  const auto run = [&] {
    try {
      auto work = make_work();
      work_on(work);
    } catch (...) {  // of make_work: no memory; nothing that work_on calls leaves it
      {
        const std::lock_guard lock(mutex);
        unready = std::current_exception();
        stop = true;
      }
      emptied.notify_all();
      filled.notify_one();
    }
  };
  std::vector<std::thread> pool;
  pool.reserve(limits.threads);
  std::exception_ptr error;
  try {
    for (unsigned i = 0; i < limits.threads; ++i) pool.emplace_back(run);
  } catch (...) {  // the system gives no more threads: go on with those there are
    if (pool.empty()) error = std::current_exception();
  }
  while (error == nullptr) {
    RingCell cell;
    std::uint64_t heavy = 0;
    {
      std::unique_lock lock(mutex);
      const auto ready = [&] { return ring[taken % ring.size()].ready; };
      if (!ready()) {
        lock.unlock();
        try {
          idle();
        } catch (...) {
          error = std::current_exception();
          break;
        }
        lock.lock();
      }
      filled.wait(lock, [&] { return ready() || (stop && !pulling && taken == next); });
      if (!ready()) break;
      cell = std::exchange(ring[taken % ring.size()], RingCell{});
    }
    if (cell.error != nullptr) {
      error = cell.error;
      break;
    }
    try {
      heavy = weigh(*cell.result);
      take(std::move(*cell.result));
    } catch (...) {
      error = std::current_exception();
      break;
    }
    {
      const std::lock_guard lock(mutex);
      weight -= heavy;
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
  if (error == nullptr) error = unready;
  if (error != nullptr) std::rethrow_exception(error);
}

/// The same for items that are known beforehand: `work(i)` for i in [0, count), `take(i, result)` in order of i.
template <class Work, class Take>
void in_order(std::size_t count, unsigned threads, const Work& work, const Take& take) {
  std::size_t next = 0;
  std::size_t taken = 0;
  const auto limits = OrderLimits{.threads = static_cast<unsigned>(std::min<std::size_t>(threads, count))};
  pull_in_order(
      limits, [&] { return next < count ? std::optional<std::size_t>(next++) : std::nullopt; },
      [&] { return [&work](std::size_t i) { return work(i); }; },
      [&](auto&& result) { take(taken++, std::forward<decltype(result)>(result)); },
      [](const auto&) { return std::uint64_t{0}; }, [] {});
}

}  // namespace hearsay
