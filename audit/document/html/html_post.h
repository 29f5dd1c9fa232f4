// A post of a platform as pages embed it: the words, who posted them and where they are to be found, told apart. The
// platforms' own embed codes say all this in a few fixed forms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/html/html_units.h"
#include "language/page_words.h"

namespace hearsay {

/// `units` are those of one embedding element, `address` what its attributes say about where the post is ("" =
/// nothing). Gives the words, then the account as "— Name (@handle) date" with the link on name and handle; units of
/// other kinds are gone. Where no words or no account can be told, the units come back as they are.
[[nodiscard]] std::vector<HtmlUnit> post_units(std::vector<HtmlUnit> units, std::string_view address,
                                               const PageWords& page_words);

/// Does an address lead to one post of an account: ".../aruiz/status/1", ".../@aruiz/1"?
[[nodiscard]] bool is_post_address(std::string_view url);

}  // namespace hearsay
