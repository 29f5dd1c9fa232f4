// Corrections as JSON, for the web and for exchange: {"corrections": [ … ]}, as docs/corrections.md has it. Strict:
// whoever sends them is told what is wrong rather than half obeyed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corrections/correction.h"

namespace hearsay {

/// What is wrong with JSON that was given: "corrections[3].value must be one of: …".
struct JsonFault {
  std::string message;
};

/// A list. `corrections` are in order; nothing is taken where anything is wrong. CR LF counts as LF.
[[nodiscard]] std::optional<JsonFault> read_correction_list(std::string_view json, Corrections& corrections);
/// One, as an item of a list is. `at` stands in for a time that is not given, `by` for whoever is not.
[[nodiscard]] std::optional<JsonFault> read_correction(std::string_view json, const std::string& by,
                                                       const std::string& at, Correction& correction);

/// Ends with a newline.
[[nodiscard]] std::string write_correction_list(const Corrections& corrections);
[[nodiscard]] std::string write_correction(const Correction& correction);

}  // namespace hearsay
