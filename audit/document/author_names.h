// The byline's names out of what a page or a record calls its authors: "By A. Ruiz and B. Cole | Staff", lists, mails,
// dates and the words that extractors take for names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/house_names.h"
#include "language/page_words.h"

namespace hearsay {

/// Stands before the last of several names in a byline as join_names writes it: a form of the value, whatever the
/// language of the page.
inline constexpr std::string_view kBeforeLastName = " and ";

/// "A, B and C": each name once, at most 24; "" where none is left. Each of `raw` may hold several names. The house
/// that prints the article is no writer where somebody else is.
[[nodiscard]] std::string join_names(const std::vector<std::string>& raw, const PageWords& page_words,
                                     const Houses& houses = {});

/// For where join_names gives nothing: the desk that signs ("Web Desk", "Staff Reporter"), as it is written; "" if
/// none.
[[nodiscard]] std::string desk_name(const std::vector<std::string>& raw, const PageWords& page_words);

}  // namespace hearsay
