// The byline's names out of what a page or a record calls its authors: "By A. Ruiz and B. Cole | Staff", lists, mails,
// dates and the words that extractors take for names.
#pragma once

#include <string>
#include <vector>

#include "document/house_names.h"

namespace hearsay {

/// "A, B and C": each name once, at most 24; "" where none is left. Each of `raw` may hold several names. The house
/// that prints the article is no writer where somebody else is.
[[nodiscard]] std::string join_names(const std::vector<std::string>& raw, const Houses& houses = {});

/// For where join_names gives nothing: the desk that signs ("Web Desk", "Staff Reporter"), as it is written; "" if
/// none.
[[nodiscard]] std::string desk_name(const std::vector<std::string>& raw);

}  // namespace hearsay
