// The files of a pack that say what is closed in its language: rules/LANGUAGE/language/*.xml.
#pragma once

#include "base/diagnostic.h"
#include "language/closed_words.h"
#include "rules/source_file.h"

namespace hearsay {

/// Adds a file's words, endings and irregular forms, and takes the morphology of the language it names; a role that the
/// program does not ask for is an error with its place.
void load_language(const SourceFile& file, LanguageWords& into, Diagnostics& diagnostics);

}  // namespace hearsay
