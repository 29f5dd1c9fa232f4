// What a run says while it goes on to whoever started it, besides its results: a console, an editor, a log. Called on
// the thread that started the run.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

struct RunStep {
  std::uint64_t bytes = 0;     // of input since the step before, compressed as it is
  std::uint64_t articles = 0;  // since the step before
  std::uint64_t failures = 0;  // in all
};

class Listener {
 public:
  Listener() = default;
  virtual ~Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  virtual void report(const Diagnostic& diagnostic) = 0;
  void report(const Diagnostics& diagnostics) {
    for (const Diagnostic& one : diagnostics) report(one);
  }
  /// A line for people: what was made, what was left out.
  virtual void say(std::string_view /* line */) {}

  /// A run over articles begins, with the files and folders it was given …
  virtual void begins(const std::vector<std::string>& /* paths */) {}
  /// … has come further …
  virtual void goes_on(const RunStep& /* step */) {}
  /// … has nothing to hand over at the moment …
  virtual void waits() {}
  /// … and is over, however it ended.
  virtual void ends() {}
};

/// Takes data piece by piece; a piece may be empty.
using Output = std::function<void(std::string_view)>;

}  // namespace hearsay
