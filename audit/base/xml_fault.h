// What keeps bytes from being XML 1.0 though a lenient parser takes them. Asked before each parse of a file that a
// house gives: what it lets through stands in reports, and would not be read back from them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hearsay {

struct XmlFault {
  std::size_t at = 0;  // byte
  std::string_view message, remedy;
};

/// The first byte that is no UTF-8, or else of the first character that XML has not; none where all is fine.
[[nodiscard]] std::optional<XmlFault> xml_character_fault(std::string_view bytes);

/// The first byte that is no UTF-8, or else the first character that XML has not, as itself or as "&#…;"; linear.
[[nodiscard]] std::optional<XmlFault> xml_fault(std::string_view bytes);

}  // namespace hearsay
