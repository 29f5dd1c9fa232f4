// What a page says about its article outside the body: title, names, date, outlet. Trust goes JSON-LD, then microdata
// and OpenGraph, then meta elements, then what a reader sees.
#pragma once

#include <string>
#include <vector>

#include "document/house_names.h"
#include "document/html/html_tree.h"
#include "document/html/json_ld.h"
#include "language/page_words.h"

namespace hearsay {

/// Plain text; "" = not given.
struct PageRecord {
  std::string title;
  std::string byline;     // names only, "A, B and C"
  std::string published;  // ISO 8601
  std::string outlet;
  std::string url;
  std::string language;
  std::string genre;
  std::string section;
  std::string description;
  Houses houses;     // all names of who prints it, and what else may be one
  std::string body;  // articleBody of the JSON-LD, where there is one
};

[[nodiscard]] PageRecord read_record(const HtmlTree& tree, const std::vector<std::string>& json_ld,
                                     const PageWords& page_words);

}  // namespace hearsay
