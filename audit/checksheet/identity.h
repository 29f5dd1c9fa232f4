// By what an item is known again in another version of the draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/checksheet/checksheet.h"

namespace hearsay {

/// Letters and digits in lower case, one blank between; typography, order and markup are none of it.
[[nodiscard]] std::string plain_words(std::string_view words);

/// Sets ids from kind, item and sentence; of equal ones each has its own, by how many stand before it.
void set_ids(std::vector<CheckItem>& items);

}  // namespace hearsay
