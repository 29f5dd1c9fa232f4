// The scorecard as one self-contained page: article left, score, findings, sources, claims and questions beside it. It
// makes no request, needs no script, and prints.
#pragma once

#include <span>
#include <string>

#include "report/report.h"
#include "report/table/page_place.h"

namespace hearsay {

/// Valid HTML in UTF-8. A strict content security policy allows just the page's own style and script, by their hash.
[[nodiscard]] std::string write_html(const Report& report);

/// The same page in parts, as markup, for one that is served: nothing in them is written otherwise.
struct HtmlParts {
  std::string title;  // "B 78 · Bridge fees to rise"
  std::string state;  // class of the body
  std::string body;   // all that is shown
  std::string story;  // the article with its marks and their legend: the inside of <main>
  std::string panel;  // the scorecard beside it: the inside of <aside>
};
/// `beside` are pages that the article's head leads to.
[[nodiscard]] HtmlParts write_html_parts(const Report& report, std::span<const PageLink> beside = {});

}  // namespace hearsay
