// Words of a short line, for telling what kind of line it is. Not tokens: those come from tokens/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Runs of letters, digits and inner marks (' ’ - . &), without marks at their ends.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// Share of words of four letters or more that begin with a capital, 0 to 1; 0 without such words.
[[nodiscard]] double title_case_share(std::string_view text);

/// The same words in the same order, whatever their case, marks and quotation marks.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

/// Two letters or more, none of them small.
[[nodiscard]] bool in_capitals(std::string_view text);

/// Letters and digits only, in lower case: what two spellings of one paragraph share.
[[nodiscard]] std::string skeleton(std::string_view text);

}  // namespace hearsay
