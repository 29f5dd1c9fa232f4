// What each rule, and each word as its cue, reached on annotated text: a table beside the rules, written by
// `hearsay rules calibrate`.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "rules/program.h"

namespace hearsay {

/// Reads the table `path` into the rules' support and precision and into Program::confidence. Rows are tab-separated
/// and headed: rule, entry, support, precision. Entry "-" is the rule as a whole, else the lemma of its cue. Rule "*":
/// entry names a trait (rules/confidence.h), and precision is what it makes of an even chance. No file: nothing. A line
/// that does not say this is reported and left out; a rule, lemma or trait that is not there is passed over.
void load_calibration(const std::filesystem::path& path, Program& program, Diagnostics& diagnostics);

}  // namespace hearsay
