// Which annotation goes with which text: STEM.txt with STEM.ann, or with STEM_1a2f.ann where annotators sign their
// files.
#pragma once

#include <string>
#include <vector>

#include "service/listener.h"

namespace hearsay {

struct AnnotatedPair {
  std::string id;    // STEM
  std::string text;  // paths
  std::string gold;
};

/// By the order of the texts; of several annotations for one text the first. `folders` are TEXT_DIR and GOLD_DIR; what
/// has no counterpart is counted in a note. Throws Fatal where nothing goes together.
[[nodiscard]] std::vector<AnnotatedPair> annotated_pairs(const std::vector<std::string>& folders, Listener& listener);

}  // namespace hearsay
