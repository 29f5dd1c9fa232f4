// stdio and no iostream: the program starts in a few milliseconds and most of that is reading rules.
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::size_t kShownLine = 200;  // code points of a source line that are shown

struct Style {
  std::string_view on, off;
};

Style style_of(Severity severity, bool colour) {
  if (!colour) return {"", ""};
  switch (severity) {
    case Severity::error:
      return {"\x1b[1;31m", "\x1b[0m"};
    case Severity::warning:
      return {"\x1b[1;33m", "\x1b[0m"};
    case Severity::note:
      return {"\x1b[1;36m", "\x1b[0m"};
  }
  return {"", ""};
}

// One line for the terminal: control characters as spaces (an article is hostile input), bounded, the column kept
// inside.
std::string shown(std::string_view line, std::uint32_t& column) {
  std::string result;
  std::size_t at = 0;
  std::uint32_t index = 0;
  std::uint32_t skipped = 0;
  if (column > kShownLine) {
    skipped = column - static_cast<std::uint32_t>(kShownLine) / 2;
    column -= skipped;
  }
  while (at < line.size() && index < skipped + kShownLine) {
    const CodePoint point = decode(line, at);
    if (index >= skipped) {
      std::string one;
      append_utf8(one, point.value);
      one = point.value == '\n' || point.value == '\t' ? "" : terminal_text(one);
      // Whatever a character becomes is one column, so that the caret stands right.
      result += one.empty() || (one == "?" && point.value != '?') ? " " : one;
    }
    at += point.length;
    ++index;
  }
  return result;
}

bool can_rewrite(int fd) {
  const char* terminal = std::getenv("TERM");
  return isatty(fd) == 1 && terminal != nullptr && std::strcmp(terminal, "dumb") != 0;
}

// Whoever read our output went away: end as a program does that leaves SIGPIPE alone, also where it was ignored when we
// were started.
void end_quietly() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}

[[noreturn]] void cannot_write() {
  if (errno == EPIPE) end_quietly();
  throw Fatal({.message = std::string("standard output cannot be written: ") + std::strerror(errno),
               .remedy = "free some space or send the output elsewhere"});
}

}  // namespace

std::size_t terminal_width(int fd) {
  winsize size{};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : 80;
}

bool use_colour(Colour wish, int fd) {
  if (wish != Colour::automatic) return wish == Colour::always;
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  return can_rewrite(fd);
}

std::string format_diagnostic(const Diagnostic& diagnostic, bool colour) {
  std::string text;
  if (diagnostic.file.empty()) {
    text = "hearsay: ";
  } else {
    text = terminal_text(diagnostic.file);
    if (diagnostic.line != 0) {
      text += ':' + std::to_string(diagnostic.line);
      if (diagnostic.column != 0) text += ':' + std::to_string(diagnostic.column);
    }
    text += ": ";
  }
  const Style style = style_of(diagnostic.severity, colour);
  text.append(style.on).append(severity_name(diagnostic.severity)).append(":").append(style.off).append(" ");
  text += terminal_text(diagnostic.message);
  text += '\n';
  if (!diagnostic.source_line.empty()) {
    std::uint32_t column = diagnostic.column;
    text.append("  ").append(shown(diagnostic.source_line, column)).append("\n");
    if (column != 0)
      text.append(std::size_t{1} + column, ' ').append(style.on).append("^").append(style.off).append("\n");
  }
  if (!diagnostic.remedy.empty()) text.append("  ").append(terminal_text(diagnostic.remedy)).append("\n");
  return text;
}

Console::Console(Options options)
    : quiet_(options.quiet),
      colour_out_(use_colour(options.colour, STDOUT_FILENO)),
      colour_err_(use_colour(options.colour, STDERR_FILENO)),
      terminal_out_(isatty(STDOUT_FILENO) == 1),
      interactive_(!options.quiet && can_rewrite(STDERR_FILENO)) {}

void Console::status(std::string_view line) {
  if (!interactive_ || (line.empty() && !status_shown_)) return;
  std::string text = "\r\x1b[K";
  text += terminal_text(line.substr(0, terminal_width(STDERR_FILENO) - 1));
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
  status_shown_ = !line.empty();
}

void Console::out(std::string_view text) {
  if (terminal_out_) return print(text);
  write(text);
}

void Console::print(std::string_view text) {
  write(terminal_text(text, colour_out_ ? Escapes::colours : Escapes::none));
}

void Console::write(std::string_view text) {
  if (text.empty()) return;
  if (status_shown_ && isatty(STDOUT_FILENO) == 1) status("");
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) cannot_write();
}

void Console::flush() {
  if (std::fflush(stdout) != 0) cannot_write();
}

void Console::report(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Severity::error) failed_ = true;
  if (quiet_ && diagnostic.severity != Severity::error) return;
  status("");
  const std::string text = format_diagnostic(diagnostic, colour_err_);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Console::say(std::string_view line) {
  if (quiet_) return;
  status("");
  const std::string text = terminal_text(line) + '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Console::begins(const std::vector<std::string>& paths) {
  if (interactive_) progress_.emplace(paths);
}

void Console::goes_on(const RunStep& step) {
  if (!progress_) return;
  if (const auto line = progress_->line(step)) status(*line);
}

void Console::ends() {
  status("");
  progress_.reset();
}

}  // namespace hearsay
