// A record of a JSON Lines dump as a Document. The text that spans index is the headline and the body with a blank line
// between; blocks are told as in a plain text, or by the record where it types them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/read.h"
#include "document/wire/record.h"

namespace hearsay {

/// Where a record stands: for messages, and for the id and path of one that names itself in no way.
struct RecordPlace {
  std::string_view file;   // as the user gave it, "-" for standard input
  std::uint64_t line = 0;  // from 1
};

/// "FILE:LINE" with the file's name only: the id of a record that has none.
[[nodiscard]] std::string place_id(const RecordPlace& place);

/// What an archive knows of a page besides its bytes; "" = not given.
struct PartOrigin {
  std::string_view address;
  std::string_view charset;  // of the HTTP header
};

/// Reads an item of a feed or message, or a page of an archive: in any format, as read() does, but named as a record.
[[nodiscard]] Document read_part(std::string_view bytes, const RecordPlace& place, const PartOrigin& origin,
                                 const PageWords& page_words, const ReadLimits& limits = {});

/// Names a document out of many by its own id, else by its address; one that has neither keeps its name.
void name_record(std::string_view own_id, Document& document);

/// Reads one record; `parser` keeps its buffers from one to the next. Document::id is the record's own, else made of
/// its address, else FILE:LINE; Document::path is its address, else FILE:LINE. Never throws on content: a record that
/// cannot be read yields a Document with empty text and an error in `diagnostics`, an empty line one with a warning.
[[nodiscard]] Document read_record(std::string_view json, const RecordPlace& place, RecordParser& parser,
                                   const PageWords& page_words, const ReadLimits& limits = {});

}  // namespace hearsay
