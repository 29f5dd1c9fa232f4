// Which agencies an outlet took its story from, by what the article says: "(Reuters)" in a dateline, a byline that is
// an agency's, "AP contributed to this report". What a record says of it is added by its reader.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// The full name of a well-known agency, whatever form it is given in ("AP", "Reuters Staff"); "" for all others.
[[nodiscard]] std::string agency_name(std::string_view words, const PageWords& page_words);

/// Adds a party that stands on its own in a record, well known or not. The outlet, an empty name and one that is there
/// already add nothing; a source is more than a contributor.
void add_agency(Document& document, std::string_view name, AgencyRole role, const PageWords& page_words);

/// Looks into the blocks of a document that was read.
void find_agencies(Document& document, const PageWords& page_words);

}  // namespace hearsay
