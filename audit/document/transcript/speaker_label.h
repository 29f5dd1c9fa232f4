// "MR. REYES:", "Q.", "Ana Ruiz: ": what stands at the beginning of a line of a transcript and says who speaks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

struct SpeakerLabel {
  std::size_t size = 0;   // bytes of the label with its colon and the blanks behind; 0: there is none
  std::string speaker;    // without colon, brackets and time
  std::string time;       // "00:01:02" where the line gives one; ""
  bool capitals = false;  // all its letters are, as in "REYES" or "Q."
};

/// Of a line without its break. A label is short and made of capitalised words; whether the text is a transcript at all
/// is for the caller to say.
[[nodiscard]] SpeakerLabel speaker_label(std::string_view line);

/// "1:02", "00:01:02.500", "[01:02]" at the beginning of a line: as "00:01:02", with the bytes it takes; 0: none.
[[nodiscard]] std::size_t leading_time(std::string_view line, std::string& time);

}  // namespace hearsay
