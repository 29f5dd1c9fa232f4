// The key of a person's name (names.h) taken apart: what stands first, between and last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct KeyedName {
  std::string first;                // "" of a surname alone
  std::vector<std::string> middle;  // names and initials, an initial each: "h.", "w."
  std::string last;
  std::string suffix;  // "jr." …
  std::string called;  // in quotation marks or brackets: "skip" of “lorenzo ‘skip’ ruiz”; ""
};

[[nodiscard]] KeyedName person_name(std::string_view key);

/// "h.w." of "herbert walker" and of "h. w."
[[nodiscard]] std::string initials_of(const std::vector<std::string>& middle);

/// Whether the middle of one can be that of the other: one has none, or the initials are the same and names that both
/// give in full are, too.
[[nodiscard]] bool same_middle(const KeyedName& one, const KeyedName& other);

/// Whether one is short for the other or both for a third: "chuck" and "charles", "bob" and
/// "rob". Names are never taken to be one for looking alike: Paul is not Paula.
[[nodiscard]] bool same_first(std::string_view one, std::string_view other);
/// The same of first names and what the two are called besides.
[[nodiscard]] bool same_given(const KeyedName& one, const KeyedName& other);

}  // namespace hearsay
