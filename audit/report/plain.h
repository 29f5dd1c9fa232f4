// Words of an article made safe for where they are shown: XML, a terminal, one line of output. Every function puts one
// character in the place of one, but for those that say otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// For XML 1.0: characters it cannot hold, and bytes that are no UTF-8, become U+FFFD.
[[nodiscard]] std::string xml_characters(std::string_view words);

/// For a terminal or a log: controls (ESC too), bidirectional overrides and line separators become a space or vanish,
/// so that an article can neither colour, hide nor reorder a line. Runs of white space become one space; ends are
/// trimmed.
[[nodiscard]] std::string one_line(std::string_view words);

/// Text of several lines for a terminal: line ends and tabs stay; other controls (ESC and BEL, C1) become "?", bytes
/// that are no UTF-8 become U+FFFD, and what reorders or hides vanishes. With Escapes::colours the sequences that only
/// colour (ESC [ … m) stay: for text whose words went through one_line already.
enum class Escapes : std::uint8_t { none, colours };
[[nodiscard]] std::string terminal_text(std::string_view text, Escapes kept = Escapes::none);

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
