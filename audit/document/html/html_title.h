// The headline out of all the titles that a page gives itself, without the outlet's name and the section around it.
#pragma once

#include <string>
#include <vector>

#include "language/page_words.h"

namespace hearsay {

/// What a page says its title is, in plain text; "" = not given.
struct ToldTitles {
  std::string shared;                 // to other sites: og:title or what stands for it
  std::string card;                   // twitter:title
  std::string linked;                 // headline of the JSON-LD
  std::string item;                   // headline of the microdata
  std::string page;                   // <title>
  std::vector<std::string> headings;  // <h1>, in order
  std::vector<std::string> outlets;   // names of who publishes it
  std::string url;
};

[[nodiscard]] std::string choose_title(const ToldTitles& told, const PageWords& page_words);

}  // namespace hearsay
