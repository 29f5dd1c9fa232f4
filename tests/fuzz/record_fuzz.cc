// Any line is a record or one error, also with the parser that read the line before it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/wire/read_record.h"
#include "english_words.h"
#include "fuzz/document_holds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::RecordParser parser;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  for (int round = 0; round < 2; ++round) {
    const hearsay::Document document =
        hearsay::read_record(line, {.file = "fuzz", .line = 1}, parser, hearsay::english_page_words());
    require_whole(document);
    require(!document.id.empty() && !document.path.empty() && document.sha256.size() == 64);
    require(!document.text.empty() || !document.diagnostics.empty());
    require(hearsay::is_valid_utf8(document.id) && hearsay::is_valid_utf8(document.path));
    require(hearsay::is_valid_utf8(document.outlet) && hearsay::is_valid_utf8(document.url));
  }
  return 0;
}
