// Time that the test itself used: what a busy machine takes besides does not count.
#pragma once

#include <ctime>

/// Seconds of the processor, of all threads.
inline double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}
