// Sets of code points are kept as sorted ranges; each operation is one merge.
#include "evaluate/marking.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

Points normal(std::vector<CodeRange> ranges) {
  std::erase_if(ranges, [](CodeRange range) { return range.empty(); });
  std::sort(ranges.begin(), ranges.end());
  Points points;
  for (const CodeRange range : ranges) {
    if (!points.empty() && range.begin <= points.back().end) {
      points.back().end = std::max(points.back().end, range.end);
    } else {
      points.push_back(range);
    }
  }
  return points;
}

std::string lower_ascii(std::string word) {
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

}  // namespace

PointText::PointText(std::string_view utf8) : bytes(utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode(utf8, at);
    points.push_back(point.value);
    byte_of.push_back(static_cast<std::uint32_t>(at));
    at += point.length;
  }
  byte_of.push_back(static_cast<std::uint32_t>(utf8.size()));
}

Markings markings_of(const Standoff& standoff) {
  Markings markings;
  for (const StandoffEvent& event : standoff.events) {
    Marking marking;
    for (const auto& [role, span] : event.roles) {
      const std::string name = lower_ascii(role);
      Points* points = name == "source"    ? &marking.source
                       : name == "cue"     ? &marking.cue
                       : name == "content" ? &marking.content
                                           : nullptr;
      if (points == nullptr) continue;
      points->insert(points->end(), standoff.spans[span].ranges.begin(), standoff.spans[span].ranges.end());
    }
    for (Points* points : {&marking.source, &marking.cue, &marking.content}) *points = normal(std::move(*points));
    if (!marking.cue.empty() || !marking.content.empty()) markings.all.push_back(std::move(marking));
  }
  std::vector<CodeRange> discarded;
  for (const StandoffSpan& span : standoff.spans) {
    if (span.type == "Discard") discarded.insert(discarded.end(), span.ranges.begin(), span.ranges.end());
  }
  markings.discarded = normal(std::move(discarded));
  return markings;
}

std::uint32_t size_of(const Points& points) {
  std::uint32_t size = 0;
  for (const CodeRange range : points) size += range.size();
  return size;
}

std::uint32_t common(const Points& a, const Points& b) {
  std::uint32_t size = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t begin = std::max(a[i].begin, b[j].begin);
    const std::uint32_t end = std::min(a[i].end, b[j].end);
    if (begin < end) size += end - begin;
    a[i].end < b[j].end ? ++i : ++j;
  }
  return size;
}

bool holds(const Points& points, std::uint32_t point) {
  const auto after = std::partition_point(points.begin(), points.end(), [&](CodeRange r) { return r.end <= point; });
  return after != points.end() && after->begin <= point;
}

Points joined(Points a, const Points& b) {
  a.insert(a.end(), b.begin(), b.end());
  return normal(std::move(a));
}

double overlap(const Points& a, const Points& b) {
  const std::uint32_t both = common(a, b);
  const std::uint32_t either = size_of(a) + size_of(b) - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace hearsay
