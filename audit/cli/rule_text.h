// Rules and lexicons in words, for `rules list`, `expand` and `explain`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/program.h"

namespace hearsay {

/// One line per rule: id, type, how sure, name.
[[nodiscard]] std::string rule_line(const Rule& rule);

/// A rule whole: what it says of itself, its patterns and its examples with their tags as [slot words].
[[nodiscard]] std::string rule_page(const Rule& rule);

/// The plain sequences a pattern stands for, one a line, `<opt>` and `<alt>` multiplied out; at most kMaxVariants of
/// them.
inline constexpr std::size_t kMaxVariants = 64;
[[nodiscard]] std::vector<std::string> variants(const Pattern& pattern);

/// The entries of a lexicon with their forms and attributes, one a line.
[[nodiscard]] std::string lexicon_page(const Program& program, LexiconId lexicon);

}  // namespace hearsay
