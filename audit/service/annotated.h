// Annotated articles: texts with what people marked in them, and the program's own findings judged against that.
#pragma once

#include <string>
#include <vector>

#include "evaluate/run.h"
#include "service/listener.h"
#include "service/session.h"

namespace hearsay {

struct AnnotatedRun {
  Run run;
  std::string fingerprint;  // of all texts and annotations that took part
};

/// Runs the program over two folders: TEXT_DIR and GOLD_DIR. GOLD_DIR/STEM.ann (or STEM_XXXX.ann, XXXX four
/// hexadecimal digits that tell the annotator; the first counts) goes with TEXT_DIR/STEM.txt; a text without
/// annotation, or the other way round, is left out, which is a note. Throws Fatal where not one pair is found.
[[nodiscard]] AnnotatedRun run_annotated(const std::vector<std::string>& folders, const Session& session,
                                         Listener& listener);

}  // namespace hearsay
