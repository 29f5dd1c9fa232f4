// The words by which pages are read, of every pack and of languages that no pack reads yet: rules/LANGUAGE/page.xml,
// rules/pages.xml.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "language/page_words.h"

namespace hearsay {

/// All page files below a rules folder, packs first, in order of their names. A broken entry is an error with its place
/// and left out. Throws Fatal where a role is given by no file: pages would then be read by half, without a word.
[[nodiscard]] PageWords load_page_words(const std::filesystem::path& root, Diagnostics& diagnostics);

}  // namespace hearsay
