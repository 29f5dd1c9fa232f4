// What tests need to know of English where they load no whole pack: its closed words, as the shipped files give them.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "rules/load_language.h"
#include "rules/pack_files.h"
#include "tokens/vocabulary.h"

namespace hearsay {

/// The folder of the language files; LoadOptions::extra of a partial pack.
inline std::filesystem::path english_language() {
  return std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules" / "en" / "language";
}

/// No ids, only closed words; outlives every text.
inline const Vocabulary& english_vocabulary() {
  static const Vocabulary vocabulary = [] {
    Vocabulary made;
    Diagnostics diagnostics;
    PackFiles files;
    files.read(english_language(), diagnostics);
    for (const auto& file : files.all()) load_language(*file, made.language, diagnostics);
    return made;
  }();
  return vocabulary;
}

}  // namespace hearsay
