// Another program, run without a shell: its arguments are what they are, whatever they hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

struct Subprocess {
  int exit = -1;  // 127: there is no such program; 128 + signal where it was killed
  std::string out, err;
  bool cut = false;  // it wrote more than was wanted and was ended
};

/// Runs arguments[0], looked for in PATH, with nothing on its standard input, and waits for it.
[[nodiscard]] Subprocess run_subprocess(const std::vector<std::string>& arguments, std::uint64_t max_bytes);

}  // namespace hearsay
