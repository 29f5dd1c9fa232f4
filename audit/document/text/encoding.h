// From bytes of any encoding to valid UTF-8. Trust goes: byte-order mark, then valid UTF-8 with any multibyte
// character, then the declared label read as browsers do (iso-8859-1 means windows-1252), then a guess, then
// windows-1252.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace hearsay {

struct Decoded {
  std::string text;         // valid UTF-8 without byte-order mark or NUL
  std::string encoding;     // lower-case name of what the bytes were read as
  Diagnostics diagnostics;  // notes on labels that lied, warnings on bytes that were replaced by U+FFFD
};

/// `declared` is the label the file itself gives, "" where it gives none.
[[nodiscard]] Decoded to_utf8(std::string_view bytes, std::string_view declared, std::string_view path);

/// The encoding an HTML or XML file declares in its first 4096 bytes: `<meta charset>`, `<meta http-equiv>` or the XML
/// declaration. "" if none.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// Is it text at all? "" if so, otherwise what it is instead ("a ZIP archive", "binary data").
[[nodiscard]] std::string binary_kind(std::string_view bytes);

}  // namespace hearsay
