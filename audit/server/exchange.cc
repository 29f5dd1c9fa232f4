#include "server/exchange.h"

#include <algorithm>

namespace hearsay {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view value_of(const Fields& fields, std::string_view name, bool any_case) {
  for (const auto& [key, value] : fields) {
    const bool same = any_case ? std::equal(key.begin(), key.end(), name.begin(), name.end(),
                                            [](char a, char b) { return lower(a) == lower(b); })
                               : key == name;
    if (same) return value;
  }
  return {};
}

}  // namespace hearsay
