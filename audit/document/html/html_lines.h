// What a reader sees between a page's headline and its first paragraph: who signs, and when. For pages whose record
// does not say. Works on the text of units alone, so that it does not matter how a site names its elements.
#pragma once

#include "document/html/html_record.h"
#include "document/html/html_units.h"
#include "language/page_words.h"

namespace hearsay {

/// Fills byline and published of `record` where they are empty; a byline that only repeats the outlet gives way to
/// names that are printed with the article.
void complete_record(PageUnits& page, const PageWords& page_words, PageRecord& record);

}  // namespace hearsay
