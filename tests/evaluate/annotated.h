// Annotated articles for the tests: ours under fixtures/evaluate, and ones marked at random.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "evaluate/compare.h"

namespace hearsay {

inline const std::filesystem::path kFixtures = std::filesystem::path(HEARSAY_SOURCE_DIR) / "fixtures" / "evaluate";

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline Markings markings_in(const std::string& ann, const PointText& text) {
  Diagnostics diagnostics;
  return markings_of(parse_standoff(ann, "x.ann", static_cast<std::uint32_t>(text.points.size()), diagnostics));
}

inline Comparison compare_files(const std::string& text, const std::string& gold, const std::string& predicted) {
  const PointText points(text);
  return compare(points, markings_in(gold, points), markings_in(predicted, points));
}

}  // namespace hearsay
