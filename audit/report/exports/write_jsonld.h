// An article's quotations and claims in the words of schema.org (JSON-LD), for a newsroom's own pages and for
// fact-checkers' forms. It says who is given for a claim, never whether it is true: that rating is a person's.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// A NewsArticle with hasPart Quotation (words in quotation marks) and mentions Claim (all that is checkable).
[[nodiscard]] std::string write_jsonld(const Report& report);

}  // namespace hearsay
