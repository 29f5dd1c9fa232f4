// Words in place of words within two sentences that are one. Of this folder alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/versions.h"

namespace hearsay {

/// A run of either version between words that both have.
struct Exchange {
  std::vector<std::uint32_t> was, is;
};

/// Those of two sentences that were aligned, in the newer one's order; then what only the older has at its end.
[[nodiscard]] std::vector<Exchange> exchanges_of(const VersionPair& pair, std::uint32_t older, std::uint32_t newer);

/// The text from the first word of a run to its last; "" of none.
[[nodiscard]] std::string run_text(const Version& version, const std::vector<std::uint32_t>& run);

}  // namespace hearsay
