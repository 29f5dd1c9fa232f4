// Letters as somebody types them who has another keyboard: for comparing names, never for showing them.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// Lower case, without the marks of letters: "Erdoğan" is "erdogan", "Muñoz" is "munoz". A letter that is none with a
/// mark stays ("ø", "ł").
[[nodiscard]] std::string plain_letters(std::string_view text);

}  // namespace hearsay
