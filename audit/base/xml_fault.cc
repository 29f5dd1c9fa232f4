#include "base/xml_fault.h"

#include <charconv>
#include <cstdint>

#include "base/utf8.h"

namespace hearsay {
namespace {

/// XML 1.0, production 2, without surrogates, which are no UTF-8.
constexpr bool is_xml(std::uint32_t c) {
  return c >= 0x20U ? c != 0xFFFEU && c != 0xFFFFU && (c < 0xD800U || c > 0xDFFFU) && c <= 0x10FFFFU
                    : c == '\t' || c == '\n' || c == '\r';
}

/// Whether "&#21;" or "&#x15;", which begins `text`, names what is no character of XML. What is no such reference is
/// the parser's to say.
bool names_none(std::string_view text) {
  text.remove_prefix(2);
  const bool hexadecimal = text.starts_with('x');
  if (hexadecimal) text.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code, hexadecimal ? 16 : 10);
  if (error == std::errc::result_out_of_range) return true;
  return error == std::errc() && end != text.data() + text.size() && *end == ';' && !is_xml(code);
}

std::optional<XmlFault> fault_of(std::string_view bytes, bool references) {
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid != bytes.size()) return XmlFault{valid, "no UTF-8", "save the file as UTF-8"};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const std::string_view rest = bytes.substr(at);
    const bool none = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");  // U+FFFE, U+FFFF
    if ((byte < 0x20U && !is_xml(byte)) || none || (references && rest.starts_with("&#") && names_none(rest)))
      return XmlFault{at, "a character that XML has not", "take it out: it is a control character"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<XmlFault> xml_character_fault(std::string_view bytes) {
  return fault_of(bytes, false);
}

std::optional<XmlFault> xml_fault(std::string_view bytes) {
  return fault_of(bytes, true);
}

}  // namespace hearsay
