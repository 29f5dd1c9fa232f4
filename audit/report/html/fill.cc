#include "report/html/fill.h"

#include <algorithm>
#include <string>

namespace hearsay {

std::string fill_places(std::string_view page, const std::function<std::string(std::string_view place)>& value) {
  std::string out;
  while (true) {
    const std::size_t open = page.find("{{");
    out += page.substr(0, open);
    if (open == std::string_view::npos) return out;
    page.remove_prefix(open + 2);
    const std::size_t close = std::min(page.find("}}"), page.size());
    out += value(page.substr(0, close));
    page.remove_prefix(std::min(close + 2, page.size()));
  }
}

std::string_view inside(std::string_view page, std::string_view element) {
  const std::size_t open = page.find("<" + std::string(element));
  if (open == std::string_view::npos) return {};
  page.remove_prefix(std::min(page.find('>', open) + 1, page.size()));
  page = page.substr(0, page.find("</" + std::string(element) + ">"));
  return page.substr(0, page.find("<script"));
}

}  // namespace hearsay
