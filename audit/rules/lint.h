// What is legal but should not be shipped: rules without examples, doubled examples and entries, values no stage knows.
#pragma once

#include "base/diagnostic.h"
#include "rules/load.h"

namespace hearsay {

/// Findings over a loaded pack, in order of file and line; `source_line` is filled by whoever has the file. An error:
/// the rule cannot ship. A warning: likely a slip. What load_pack reports is not repeated.
[[nodiscard]] Diagnostics lint(const Pack& pack);

}  // namespace hearsay
