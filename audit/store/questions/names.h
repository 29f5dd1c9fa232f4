// Names of sources across articles: which are one, which look like the one that was asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// What names of one person or thing share: lower case, no leading article or form of address, no possessive, straight
/// apostrophes. Deliberately no more: "Ruiz" and "Ana Ruiz" of two articles may be two people.
[[nodiscard]] std::string name_key(std::string_view name);

/// Whether it names somebody to a reader of another article: has a capital or a digit, and is no pronoun.
[[nodiscard]] bool is_name(std::string_view name);

/// At most five of `known` that look most like `wanted`: the same words first, then few different letters.
[[nodiscard]] std::vector<std::string> near_names(std::string_view wanted, const std::vector<std::string>& known);

/// "did you mean A, B or C?", or `otherwise` where nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known,
                                       std::string_view otherwise);

}  // namespace hearsay
