// What fuzzers hold against whatever came of their bytes; each aborts where it does not hold.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hearsay::fuzz {

inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%d: does not hold\n", file, line);
  std::abort();
}

/// The text is valid UTF-8, blocks and links lie in it, blocks in order.
void require_whole(const Document& document);

/// One value of JSON and nothing else.
void require_json(std::string_view bytes);
/// Valid UTF-8 of the characters that XML 1.0 has, with one root; well-formed as far as pugixml looks.
[[nodiscard]] bool is_xml(std::string_view bytes);
inline void require_xml(std::string_view bytes) {
  require(is_xml(bytes));
}
/// Valid UTF-8 without controls of ASCII, and of elements only those that our pages have.
void require_html(std::string_view bytes);
/// Valid UTF-8 without controls, but for ends of lines, tabs and, with `colours`, sequences that colour.
void require_printable(std::string_view bytes, bool colours = false);
/// RFC 4180: rows of as many cells as the first.
void require_csv(std::string_view bytes);
/// An archive of an office program, each of its XML parts well-formed.
void require_office(std::string_view bytes);
/// As the media type of a table of formats says. Plain text is printable.
void require_type(std::string_view media_type, std::string_view bytes);

/// Pieces of an input between bytes 0x1e, at most so many: the last has the rest.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t most);

}  // namespace hearsay::fuzz
