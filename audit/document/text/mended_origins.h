// Where the words of a mended text stand in its file.
#pragma once

#include <string_view>
#include <vector>

#include "base/mended.h"
#include "document/document.h"

namespace hearsay {

/// Line and column of `damaged` for each place of the mended text where they cannot be told from the text itself.
[[nodiscard]] std::vector<Origin> origins_of(std::string_view damaged, const Mended& mended);

}  // namespace hearsay
