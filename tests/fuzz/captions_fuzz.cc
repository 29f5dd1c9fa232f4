// Any bytes are subtitles or none: what comes out lies in the text and in order.
#include <string>
#include <string_view>

#include "document/transcript/find_turns.h"
#include "document/transcript/read_captions.h"
#include "fuzz/holds.h"
#include "read_english.h"

namespace hearsay::fuzz {

void fuzz_captions(std::string_view bytes) {
  std::string text = "WEBVTT\n\n";
  text += bytes;
  Document document = read_english(text, "fuzz.vtt");
  find_turns(document);
  require_whole(document);
  std::uint32_t last = 0;
  for (const SpeakerTurn& turn : document.turns) {
    require(last <= turn.span.begin && turn.span.begin <= turn.span.end && turn.span.end <= document.text.size());
    last = turn.span.end;
  }
}

}  // namespace hearsay::fuzz
