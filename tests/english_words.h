// What tests need to know of English where they load no whole pack: its closed words and the words of pages, as the
// shipped files give them.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "rules/load_language.h"
#include "rules/load_page.h"
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

/// The words of pages, those of the other languages too, as the program's engine has them.
inline const PageWords& english_page_words() {
  static const PageWords words = [] {
    Diagnostics diagnostics;
    return load_page_words(std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules", diagnostics);
  }();
  return words;
}

}  // namespace hearsay
