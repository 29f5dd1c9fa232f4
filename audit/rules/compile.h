// From rules as written to the Program the matcher runs.
#pragma once

#include "base/diagnostic.h"
#include "rules/program.h"

namespace hearsay {

/// Compiles program.rules with program.lexicons: fills patterns, code, constraints, marks and anchors, and adds the
/// words of the patterns to the vocabulary. A rule beyond the limits is reported and has no patterns.
void compile(Program& program, Diagnostics& diagnostics);

}  // namespace hearsay
