// What went wrong, where, and what to do about it. Stages return diagnostics; only the command line prints them.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class Severity : std::uint8_t { note, warning, error };

/// One message to the user. Printed as `file:line:col: severity: message` and, indented below, the source line with a
/// caret and the remedy, whichever of them is there.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;          // as the user named it; "" where no file is concerned
  std::uint32_t line = 0;    // from 1; 0 = unknown
  std::uint32_t column = 0;  // from 1, in code points; 0 = unknown
  std::string message;       // what is wrong, in one clause, no full stop
  std::string remedy;        // what to do, or ""
  std::string source_line;   // the offending line of the file, or ""
};

using Diagnostics = std::vector<Diagnostic>;

/// "note", "warning", "error".
[[nodiscard]] constexpr std::string_view severity_name(Severity severity) {
  return severity == Severity::note ? "note" : severity == Severity::warning ? "warning" : "error";
}

/// The one exception that ends a run; caught in main, printed, exit 2.
class Fatal : public std::runtime_error {
 public:
  explicit Fatal(Diagnostic diagnostic) : std::runtime_error(diagnostic.message), diagnostic_(std::move(diagnostic)) {}
  [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace hearsay
