// Two versions of one article compared in their sourcing: who speaks, under what name, through whom, in which words,
// how surely. Typography, white space, markup and the order of paragraphs are no changes. Not here: where versions come
// from (service/compare_articles.h), how changes look (report/changes/).
#pragma once

#include "language/closed_words.h"
#include "language/page_words.h"
#include "report/changes/changes.h"
#include "report/report.h"

namespace hearsay {

/// Pure, and near linear in the texts. Both must be in the language of the words; `page` tells notes of corrections.
/// Never throws on content.
[[nodiscard]] VersionChanges compare(const Report& older, const Report& newer, const LanguageWords& language,
                                     const PageWords& page);

}  // namespace hearsay
