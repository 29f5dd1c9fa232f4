// Names for things of a report in linked data: made from the article's bytes alone, so that the same article always has
// the same ones and two never share one.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace hearsay {

/// "urn:uuid:…" (version 8: a digest) of an article and a thing in it: "a1", "f3", or "" for the article itself.
[[nodiscard]] std::string thing_urn(const Report& report, std::string_view thing);

/// The article's own address where it is of the web, else its path as a URI; always a valid reference.
[[nodiscard]] std::string article_uri(const Report& report);

/// "https://…" or "http://…" with what no URI may hold escaped; "" for anything else.
[[nodiscard]] std::string web_uri(std::string_view address);

/// The first to the last code point of spans in text order.
[[nodiscard]] CodeSpan whole_span(const CodeSpans& spans);

[[nodiscard]] bool is_person(const ReportSource& source);

}  // namespace hearsay
