// Attributions and findings as W3C Web Annotations (JSON-LD), for readers that show notes beside a text.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// One AnnotationPage; places by their words with 32 code points around them and by code points of the text.
[[nodiscard]] std::string write_annotations(const Report& report);

}  // namespace hearsay
