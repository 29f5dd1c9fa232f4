#include "server/exchange.h"

#include <algorithm>

#include "base/ascii.h"

namespace hearsay {

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view value_of(const Fields& fields, std::string_view name, bool any_case) {
  for (const auto& [key, value] : fields) {
    if (any_case ? same_name(key, name) : key == name) return value;
  }
  return {};
}

}  // namespace hearsay
