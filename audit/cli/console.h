// The two streams of the program: data to standard output, diagnostics and how far a run is to standard error. The only
// place that prints, and so the one door that words of an article or names of files go through to a terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "cli/progress.h"
#include "service/listener.h"

namespace hearsay {

enum class Colour { automatic, always, never };
/// What goes to standard output: for programs as it is, or for people.
enum class Printed { data, words };

/// Whether to colour what goes to file descriptor `fd`: asked for, or a terminal that can and no NO_COLOR.
[[nodiscard]] bool use_colour(Colour wish, int fd);

/// Columns of the terminal behind `fd`; 80 where there is none.
[[nodiscard]] std::size_t terminal_width(int fd);

/// `file:line:col: severity: message`, then, indented, the source line with a caret, and the remedy.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic, bool colour);

class Console : public Listener {
 public:
  /// `quiet` keeps notes and warnings back; errors are always printed.
  struct Options {
    Colour colour = Colour::automatic;
    bool quiet = false;
  };
  explicit Console(Options options);

  /// Data, as it is; only a terminal gets it as words. Throws Fatal where the stream cannot be written (disk full,
  /// closed).
  void out(std::string_view text);
  /// Words for people, which may hold those of an article or the name of a file: no control reaches the terminal, nor
  /// whatever it is piped through. Our own colours do, where they are on. Throws as `out`.
  void print(std::string_view text);
  /// Writes out what is buffered; throws as `out`.
  void flush();
  using Listener::report;
  void report(const Diagnostic& diagnostic) override;
  /// A line for people on standard error; nothing with `quiet`.
  void say(std::string_view line) override;
  /// A line on the terminal that is written over by the next one and goes when anything else is printed; nothing where
  /// standard error is no terminal or none is wanted. At most a terminal line is shown of it; "" takes it away.
  void status(std::string_view line);

  void begins(const std::vector<std::string>& paths) override;
  void goes_on(const RunStep& step) override;
  void waits() override { flush(); }
  void ends() override;

  [[nodiscard]] bool colour_out() const { return colour_out_; }
  [[nodiscard]] bool failed() const { return failed_; }  // an error was reported

 private:
  void write(std::string_view text);

  bool quiet_ = false;
  bool colour_out_ = false;
  bool colour_err_ = false;
  bool terminal_out_ = false;
  bool failed_ = false;
  bool interactive_ = false;
  bool status_shown_ = false;
  std::optional<Progress> progress_;  // of a run, where `interactive_`
};

}  // namespace hearsay
