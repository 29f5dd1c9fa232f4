// Which sources belong together: a ministry and its spokesman are one voice, whoever is quoted. Used to count
// independent sources; two that share an affiliation are never taken as independent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/closed_words.h"
#include "sources/source.h"

namespace hearsay {

/// `language` tells articles, which do not count. Per source the index of the first source of its voice (itself where
/// it stands alone).
[[nodiscard]] std::vector<std::uint32_t> find_voices(const Sources& sources, const LanguageWords& language);

/// A named person or organisation, a medium or a document.
[[nodiscard]] bool is_identified(const Source& source);

}  // namespace hearsay
