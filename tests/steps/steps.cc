// What -fsanitize-coverage=trace-pc calls at each basic block.
#include "steps/steps.h"

namespace {
thread_local std::uint64_t steps = 0;
}

// NOLINTNEXTLINE: the compiler's name
extern "C" void __sanitizer_cov_trace_pc() {
  ++steps;
}

std::uint64_t hearsay::test::steps_taken() {
  return steps;
}
