// Rules in words, for `rules list` and `explain`.
#pragma once

#include <string>

#include "rules/rule.h"

namespace hearsay {

/// One line per rule: id, type, how sure, name.
[[nodiscard]] std::string rule_line(const Rule& rule);

/// A rule whole: what it says of itself, its patterns and its examples with their tags as [slot words].
[[nodiscard]] std::string rule_page(const Rule& rule);

}  // namespace hearsay
