#include "report/table/page_place.h"

#include <fmt/format.h>

#include "report/markup.h"

namespace hearsay {

std::string navigation(const PagePlace& place, const std::string& target, const std::string& skip) {
  std::string out = fmt::format("<a class=\"skip\" href=\"#{}\">{}</a>\n", escaped(target), escaped(skip));
  if (place.beside.empty()) return out;
  out += "<nav aria-label=\"Questions\"><ul>\n";
  for (const PageLink& link : place.beside) {
    const std::string_view here = link.href != place.here ? ""
                                  : place.within          ? " aria-current=\"true\""
                                                          : " aria-current=\"page\"";
    out += fmt::format("<li><a href=\"{}{}\"{}>{}</a></li>\n", escaped(place.up), escaped(link.href), here,
                       escaped_line(link.words));
  }
  return out + "</ul></nav>\n";
}

std::string page_link(const PagePlace& place, Refers refers, const std::string& id, const std::string& at,
                      const std::string& words) {
  if (refers == Refers::nothing || !place.page_of) return "";
  const std::string page = place.page_of(refers, id);
  if (page.empty()) return "";
  return fmt::format("<a href=\"{}{}{}{}\">{}</a>", escaped(place.up), escaped(page), at.empty() ? "" : "#",
                     escaped(at), escaped_line(words));
}

}  // namespace hearsay
