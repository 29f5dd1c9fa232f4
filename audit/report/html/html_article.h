// The article's own column of the page: its blocks, with every claim marked. Marks nest and overlap in an article but
// may not in HTML, so the text is cut at every boundary and each piece carries what covers it.
#pragma once

#include <string>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// HTML of the article's head and body. Each attribution aN gets an anchor `in-aN` where it begins and a tag linking to
/// its card `aN`; unattributed claims `in-cN` likewise; findings `in-fN` (from 1) a flag.
[[nodiscard]] std::string html_article(const Report& report, const ReportIndex& index);

/// The short label of an attribution, "A3": its tone and its number.
[[nodiscard]] std::string mark_label(const ReportIndex& index, const ReportAttribution& attribution);
/// … of an unattributed claim, "U2*": claims count apart from attributions.
[[nodiscard]] std::string mark_label(const ReportClaim& claim);

}  // namespace hearsay
