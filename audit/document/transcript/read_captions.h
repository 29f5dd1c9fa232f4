// Subtitles of a recording, WebVTT or SRT: the words as running text, with who says them and when.
#pragma once

#include <string_view>

#include "document/document.h"

namespace hearsay {

/// By how the file begins.
[[nodiscard]] bool is_captions(std::string_view text);

/// Fills text, blocks, turns and marks from valid UTF-8. Styles, notes and settings are left out; captions that roll (a
/// cue repeats the line before) are written once; voices (<v Ana>) and labels ("REYES:") make turns. Linear.
void read_captions(std::string_view text, Document& document);

}  // namespace hearsay
