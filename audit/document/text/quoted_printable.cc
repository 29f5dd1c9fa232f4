// mend_quoted_printable(): count what each "=" begins, decide, then replace runs of escapes and broken line ends.
#include "document/text/quoted_printable.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "document/text/encoding.h"

namespace hearsay {
namespace {

constexpr std::size_t kFewestBreaks = 2;  // of lines, where no character beyond ASCII is written
constexpr std::size_t kFewestBytes = 2;   // above 127 that are no UTF-8, where no line is broken
constexpr std::size_t kFewestEquals = 2;  // of markup
constexpr std::size_t kMostOthers = 4;    // "=" of other kinds: at most one in so many

// Capitals only, as the standard has it: "lang=de" is markup.
int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The byte that is written at `at`, -1 if none is.
int escaped(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '=') return -1;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  const int byte = high < 0 || low < 0 ? -1 : high * 16 + low;
  const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
  return control ? -1 : byte;
}

// The bytes of a broken line end at `at`, 0 if none stands there.
std::size_t soft_break(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') return end + 1 - at;
  return end >= text.size() && end > at + 1 ? end - at : 0;
}

// A row of escapes and broken lines: a character may be cut by the end of a line.
struct Row {
  std::string bytes;
  std::size_t end = 0;  // behind it in the text
  std::size_t breaks = 0;
  bool high = false;  // holds bytes above 127
};

Row row_at(std::string_view text, std::size_t at) {
  Row row;
  row.end = at;
  while (row.end < text.size()) {
    if (const int byte = escaped(text, row.end); byte >= 0) {
      row.bytes.push_back(static_cast<char>(byte));
      row.high = row.high || byte >= 0x80;
      row.end += 3;
    } else if (const std::size_t size = text[row.end] == '=' ? soft_break(text, row.end) : 0; size != 0) {
      ++row.breaks;
      row.end += size;
    } else {
      break;
    }
  }
  return row;
}

struct EqualSigns {
  std::size_t characters = 0;  // rows of bytes above 127 that read as UTF-8
  std::size_t bytes = 0;       // rows of those that do not
  std::size_t breaks = 0;      // broken lines
  std::size_t equals = 0;      // "=3D", for "=" itself
  std::size_t others = 0;      // "=" that are neither
};

EqualSigns count_signs(std::string_view text) {
  EqualSigns signs;
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at)) {
    const Row row = row_at(text, at);
    if (row.high) ++(is_valid_utf8(row.bytes) ? signs.characters : signs.bytes);
    signs.breaks += row.breaks;
    signs.equals += row.bytes == "=" ? 1U : 0U;
    signs.others += row.end == at ? 1U : 0U;
    at = std::max(row.end, at + 1);
  }
  return signs;
}

}  // namespace

std::optional<Mended> mend_quoted_printable(std::string_view text) {
  const EqualSigns signs = count_signs(text);
  const bool strict = signs.others == 0;
  // An attribute may look like a byte (width=90): markup writes its own signs of equality otherwise.
  const bool markup = trim(text.substr(0, 64)).starts_with("<");
  const bool bytes = (signs.bytes > 0 && signs.breaks > 0) || signs.bytes >= kFewestBytes;
  const bool written = markup ? signs.equals >= kFewestEquals : signs.characters > 0 || bytes;
  if (markup && (!written || !strict)) return std::nullopt;
  if (strict ? !written && signs.breaks < kFewestBreaks : signs.others * kMostOthers > signs.characters)
    return std::nullopt;
  Mender mender(text);
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at)) {
    Row row = row_at(text, at);
    const bool utf8 = is_valid_utf8(row.bytes);
    if (row.end > at && (strict || (row.high && utf8)))
      mender.put(at, row.end, utf8 ? row.bytes : to_utf8(row.bytes, "windows-1252", "").text);
    at = std::max(row.end, at + 1);
  }
  return mender.done();
}

}  // namespace hearsay
