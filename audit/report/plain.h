// Words of an article made safe for where they are shown: XML, a terminal, one line of output. Every function puts one
// character in the place of one, but for those that say otherwise.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// For XML 1.0: characters it cannot hold, and bytes that are no UTF-8, become U+FFFD.
[[nodiscard]] std::string xml_characters(std::string_view words);

/// For a terminal or a log: controls (ESC too), bidirectional overrides and line separators become a space or vanish,
/// so that an article can neither colour, hide nor reorder a line. Runs of white space become one space; ends are
/// trimmed.
[[nodiscard]] std::string one_line(std::string_view words);

/// Columns a terminal gives the words; `words` holds no controls. East Asian wide characters and emoji count two.
[[nodiscard]] std::size_t display_width(std::string_view words);

/// The longest beginning of at most `columns` columns, with "…" where something was cut (the "…" counts). Never cuts
/// between a letter and its combining marks.
[[nodiscard]] std::string cut_to(std::string_view words, std::size_t columns);

/// The day of an ISO 8601 date or date-time for people, "5 November 2022"; what is none, as it stands on one line.
[[nodiscard]] std::string day_words(std::string_view date);

/// With an upper-case letter at the beginning, where that is one of ASCII: "what it holds" to "What it holds".
[[nodiscard]] std::string capitalised(std::string words);

/// How many, with the noun: "1 source", "3 sources".
[[nodiscard]] std::string counted(std::size_t number, std::string_view singular, std::string_view plural);

}  // namespace hearsay
