// Ctrl-C and SIGTERM as a wish that a run may see: the first one asks to finish what is begun, a second one ends the
// program at once. A signal handler needs state that outlives every object; it lies in interrupt.cc alone.
#pragma once

namespace hearsay {

/// Listens while it lives; one at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] bool requested() const;
  /// Becomes readable with the first signal, so that poll() can wait for input and for it; -1: there is none.
  [[nodiscard]] int descriptor() const;
};

/// Whether a signal has asked the run that listens to end; false where none listens.
[[nodiscard]] bool stop_is_asked();

}  // namespace hearsay
