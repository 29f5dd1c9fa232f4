// Any bytes are subtitles or none: what comes out lies in the text and in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document/transcript/find_turns.h"
#include "document/transcript/read_captions.h"
#include "fuzz/document_holds.h"
#include "read_english.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text = "WEBVTT\n\n";
  text.append(reinterpret_cast<const char*>(data), size);
  hearsay::Document document = hearsay::read_english(text, "fuzz.vtt");
  hearsay::find_turns(document);
  require_whole(document);
  std::uint32_t last = 0;
  for (const hearsay::SpeakerTurn& turn : document.turns) {
    if (turn.span.begin < last || turn.span.end < turn.span.begin || turn.span.end > document.text.size()) std::abort();
    last = turn.span.end;
  }
  return 0;
}
