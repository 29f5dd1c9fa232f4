// Corrections as a file beside the article: XML with rules/corrections.xsd, sorted, the same bytes for the same
// corrections. Reading it believes nothing: every member has its limits, no document type is followed.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "corrections/correction.h"

namespace hearsay {

/// In order. What is wrong is an error with its place in `file` and is left out, all else is taken. An id that is not
/// that of its correction (somebody edited the file) is a warning and made anew.
[[nodiscard]] Corrections read_correction_xml(std::string_view bytes, const std::string& file,
                                              Diagnostics& diagnostics);
[[nodiscard]] std::string write_correction_xml(const Corrections& corrections);

}  // namespace hearsay
