// A page made harmless before it is parsed: bounded nesting, attributes and number of tags, nothing of scripts, styles,
// pictures and formatting. The parser's cost is quadratic in just these. Not a sanitiser for output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Views are of the page that was given.
struct CleanPage {
  std::string html;                      // what the parser gets
  std::vector<std::string> json_ld;      // contents of <script type="application/ld+json">
  std::vector<std::string_view> states;  // of scripts that may hold the article as data: the longer ones
};

/// One pass over the page. Elements nested deeper than `max_depth` become line breaks.
[[nodiscard]] CleanPage clean_html(std::string_view page, std::uint32_t max_depth);

}  // namespace hearsay
