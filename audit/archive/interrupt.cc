// The handler sets a flag, wakes whoever polls, and gives both signals back their own effect. It may run on any thread:
// the listener does not end while it does.
#include "archive/interrupt.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <thread>

namespace hearsay {
namespace {

// Read by every thread and written by a handler: atomics without a lock are both.
std::atomic<bool> requested_flag = false;
std::atomic<int> wake_descriptor = -1;
std::atomic<int> handlers_running = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int) {
  const int saved = errno;
  ++handlers_running;
  requested_flag = true;
  const std::uint64_t one = 1;
  if (const int descriptor = wake_descriptor; descriptor >= 0) [[maybe_unused]]
    const ssize_t written = ::write(descriptor, &one, sizeof one);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  --handlers_running;
  errno = saved;
}

void listen(int number) {
  struct sigaction before {};
  // What was ignored on purpose (nohup, a shell's background job) stays ignored.
  if (sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, nullptr);
}

void stop_listening(int number) {
  struct sigaction now {};
  if (sigaction(number, nullptr, &now) == 0 && now.sa_handler == on_signal) signal(number, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
  requested_flag = false;
  wake_descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  listen(SIGINT);
  listen(SIGTERM);
}

Interrupt::~Interrupt() {
  stop_listening(SIGINT);
  stop_listening(SIGTERM);
  const int descriptor = wake_descriptor.exchange(-1);
  while (handlers_running != 0) std::this_thread::yield();  // on another thread: on this one it would be over
  if (descriptor >= 0) close(descriptor);
}

bool Interrupt::requested() const {
  return requested_flag;
}

bool stop_is_asked() {
  return wake_descriptor >= 0 && requested_flag;
}

int Interrupt::descriptor() const {
  return wake_descriptor;
}

}  // namespace hearsay
