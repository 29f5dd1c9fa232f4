// The article's own column of the page: its blocks, with every claim marked. Marks nest and overlap in an article but
// may not in HTML, so the text is cut at every boundary and each piece carries what covers it.
#pragma once

#include <string>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// HTML of the article's head and body. Each passage gets an anchor (`in-aN`, `in-cN`) where it begins and its label,
/// linking to its card; findings a flag `in-fN` (from 1), those that are not sure an anchor `in-pN`.
[[nodiscard]] std::string html_article(const Report& report, const ReportIndex& index);

}  // namespace hearsay
