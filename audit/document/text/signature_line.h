// The line below a block quotation that says whose words it holds, as text shows it: "— Ana Ruiz, in a letter".
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// From the words of the element that holds it, with or without a dash of its own; "" where they are no such line.
[[nodiscard]] std::string signature_line(std::string_view words);

}  // namespace hearsay
