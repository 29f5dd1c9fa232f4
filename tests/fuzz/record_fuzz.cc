// Any line is a record or one error, also with the parser that read the line before it.
#include <string_view>

#include "base/utf8.h"
#include "document/wire/read_record.h"
#include "english_words.h"
#include "fuzz/holds.h"

namespace hearsay::fuzz {

void fuzz_record(std::string_view bytes) {
  RecordParser parser;
  for (int round = 0; round < 2; ++round) {
    const Document document = read_record(bytes, {.file = "fuzz", .line = 1}, parser, english_page_words());
    require_whole(document);
    require(!document.id.empty() && !document.path.empty() && document.sha256.size() == 64);
    require(!document.text.empty() || !document.diagnostics.empty());
    require(is_valid_utf8(document.id) && is_valid_utf8(document.path));
    require(is_valid_utf8(document.outlet) && is_valid_utf8(document.url));
  }
}

}  // namespace hearsay::fuzz
