// What articles of an archive can be chosen by, with how many there are of each: beside a list of articles, so that a
// reader sees what is there before asking for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

struct FacetValue {
  std::string value;  // as a question takes it: "2024-03", "anon-bare"
  std::string words;  // for people
  std::uint64_t articles = 0;
};

struct Facet {
  std::string id;                  // "outlet", "month", "byline", "genre", "finding"
  std::string title;               // "Outlet"
  std::string chosen;              // the value that the question has, or ""
  std::vector<FacetValue> values;  // the most frequent first, months the latest first
  std::uint64_t left_out = 0;      // values beyond those
};

}  // namespace hearsay
