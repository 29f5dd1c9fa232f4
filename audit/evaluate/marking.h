// What was marked in one article, by people or by the program: source, cue and content as sets of code points.
// Measuring is done in code points because annotations are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/standoff.h"

namespace hearsay {

/// Sorted, disjoint, none empty.
using Points = std::vector<CodeRange>;

struct Marking {
  Points source;  // empty: no source is marked
  Points cue;
  Points content;
};

struct Markings {
  std::vector<Marking> all;  // in order of their events; each has a cue or a content
  Points discarded;          // what the annotators took out ("Discard"): nothing in it is counted
};

/// A text by code point.
struct PointText {
  explicit PointText(std::string_view utf8);
  std::string_view bytes;  // what it was made of; must outlive this
  std::u32string points;
  std::vector<std::uint32_t> byte_of;  // of each code point, and of the end
  [[nodiscard]] std::string_view slice(CodeRange range) const {
    return bytes.substr(byte_of[range.begin], byte_of[range.end] - byte_of[range.begin]);
  }
};

/// Of every event with a cue or a content; other roles are passed over.
[[nodiscard]] Markings markings_of(const Standoff& standoff);

[[nodiscard]] std::uint32_t size_of(const Points& points);
[[nodiscard]] std::uint32_t common(const Points& a, const Points& b);  // points in both
[[nodiscard]] bool holds(const Points& points, std::uint32_t point);
[[nodiscard]] Points joined(Points a, const Points& b);
/// Intersection over union; 0 where both are empty.
[[nodiscard]] double overlap(const Points& a, const Points& b);

}  // namespace hearsay
