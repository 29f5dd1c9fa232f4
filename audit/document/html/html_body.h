// Which of a page's units are the article: standfirst and body, in order, with the kind of block each is.
#pragma once

#include <vector>

#include "document/article_text.h"
#include "document/html/html_record.h"
#include "document/html/html_units.h"
#include "language/page_words.h"

namespace hearsay {

[[nodiscard]] std::vector<BodyBlock> choose_body(const PageUnits& page, const PageRecord& record,
                                                 const PageWords& page_words);

}  // namespace hearsay
