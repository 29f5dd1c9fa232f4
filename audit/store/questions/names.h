// Names of sources across articles: which are one, which look like the one that was asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// What names of one person or thing share: lower case without marks, no leading article or form of address, no
/// possessive, straight apostrophes, single spaces. Deliberately no more: "Ruiz" and "Ana Ruiz" of two articles may be
/// two people.
[[nodiscard]] std::string name_key(std::string_view name);

/// Whether it names somebody to a reader of another article: has a capital or a digit that is not that of a leading
/// "The", and is no pronoun, nobody ("a poll", "other senators", "nobody") and no fragment (a letter, "Jan.").
[[nodiscard]] bool is_name(std::string_view name);

/// The same of a source, as a kind of source is named: what an article only describes ("the senator", "Democratic
/// leaders") is somebody else in the next one; a document needs a name of its own ("Exit polls" has none).
[[nodiscard]] bool is_name(std::string_view name, std::string_view kind);

/// A person's name without what stands before and behind it in small letters or after a comma: "Gao Feng" of "Ministry
/// of Commerce spokesman Gao Feng", "Tim Jost" of "Tim Jost, Washington University".
[[nodiscard]] std::string_view bare_person(std::string_view name);

/// "Ana Ruiz, Emil Tarn and his lawyers" as its three parts; of one part: the name itself.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view name);

/// "A Ruiz, B Tarn and C Orsk", a byline, as three names; what does not look like such a list stays whole.
[[nodiscard]] std::vector<std::string> bylines_of(const std::string& byline);

/// At most five of `known` that look most like `wanted`: the same words first, then few different letters.
[[nodiscard]] std::vector<std::string> near_names(std::string_view wanted, const std::vector<std::string>& known);

/// "did you mean A, B or C?", or `otherwise` where nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known,
                                       std::string_view otherwise);

}  // namespace hearsay
