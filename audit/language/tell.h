// What language an article is in: by what its record says and by its writing, of which the writing wins where there is
// enough of it. Pure; no language is named here.
#pragma once

#include <span>
#include <string_view>

#include "language/languages.h"

namespace hearsay {

/// `texts`: the article's words, in order; a bounded part of them is looked at. `record`: the tag or name that the
/// record gives, in any form ("en-GB", "eng", "EN", "English"), or "". `pack`: the code of the pack that is to read it.
/// Where neither the text nor the record is enough, it is the pack's.
[[nodiscard]] ToldLanguage tell_language(std::span<const std::string_view> texts, std::string_view record,
                                         std::string_view pack, const Languages& languages);

}  // namespace hearsay
