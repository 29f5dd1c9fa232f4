// Reads a <lexicons> file into a LexiconBuilder.
#pragma once

#include "base/diagnostic.h"
#include "rules/compile_lexicons.h"
#include "rules/source_file.h"

namespace hearsay {

/// Adds all lexicons of `file`. A broken entry is reported and left out. The id of a lexicon is given once in a pack;
/// another file adds to it with extend="true".
void load_lexicons(const SourceFile& file, LexiconBuilder& builder, Diagnostics& diagnostics);

}  // namespace hearsay
