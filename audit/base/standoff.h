// brat standoff as it stands in a file: marked spans and the events over them. Offsets count code points of the text
// beside it. What a type or a role means is the caller's; nothing here knows the text.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

/// Code points [begin, end) of a text.
struct CodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  auto operator<=>(const CodeRange&) const = default;
};

/// `T1<TAB>Cue 12 18;20 24<TAB>words`
struct StandoffSpan {
  std::string id;                 // "T1"
  std::string type;               // "Cue"
  std::vector<CodeRange> ranges;  // as written
};

/// `E1<TAB>Attribution:T4 Source:T1 Cue:T2`: roles (less the number of "Content2") with the indices of their spans.
struct StandoffEvent {
  std::vector<std::pair<std::string, std::size_t>> roles;
};

struct Standoff {
  std::vector<StandoffSpan> spans;    // in order of the file
  std::vector<StandoffEvent> events;  // likewise
};

/// `points`: code points of the text. All lines but T and E are passed over. A span that is malformed or lies outside
/// the text, an event that names a span that is not there: a warning for `file` with its line (the first twenty), and
/// the rest is read.
[[nodiscard]] Standoff parse_standoff(std::string_view bytes, std::string_view file, std::uint32_t points,
                                      Diagnostics& diagnostics);

}  // namespace hearsay
