// Panels of links that a page lays behind a name, and that a record's text still holds: the name once more in full,
// headlines of other stories glued to it, and "MORE" or
// what stands for it. Seen in a twelfth of the records of one archive; read as prose,
// their headlines speak.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/mended.h"
#include "language/page_words.h"

namespace hearsay {

struct Unlinked {
  Mended mended;
  std::size_t panels = 0;
};

/// "Ana Ruiz Ana Maria RuizHarbour vote delayed Five facts about the dam MORE said" is "Ana Ruiz said". Only where the
/// name is there twice and what stands between is a name. Linear in the text.
[[nodiscard]] Unlinked cut_link_panels(std::string_view text, const PageWords& page_words);

}  // namespace hearsay
