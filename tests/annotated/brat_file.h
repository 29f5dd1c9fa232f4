// An annotated article of fixtures/annotated: STEM.txt with STEM.ann beside it (brat standoff). Read strictly: what is
// not as the format says is kept in `faults` with its line, nothing is passed over. Offsets count code points.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace hearsay::testing {

/// One event. `source` is empty where the words name nobody; spans are in text order and disjoint.
struct Marked {
  CodeSpans source, cue, content;
};

struct BratFile {
  std::vector<Marked> events;
  std::vector<std::string> faults;  // "line 7: …"
};

/// All files of `folder` that end in ".txt", sorted.
[[nodiscard]] std::vector<std::filesystem::path> annotated_texts(const std::filesystem::path& folder);

[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

/// `ann` over `text`, both whole files.
[[nodiscard]] BratFile read_brat(std::string_view ann, std::string_view text);

}  // namespace hearsay::testing
