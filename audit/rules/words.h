// How the words of lexicons, registers and patterns are cut and lowered, so that they meet the tokens of a text: at
// white space, the language's clitics off ("'s", "n't" …), commas and brackets off, hyphenated words and "U.S." whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/closed_words.h"

namespace hearsay {

/// Lower case by Unicode's simple mapping, ’ as '. Invalid UTF-8 is kept byte by byte.
void append_lowered(std::string_view text, std::string& out);
[[nodiscard]] std::string lower_words(std::string_view text);

/// The words of a plain phrase in lower case. Replaces `out` (its strings' storage is reused).
void cut_words(std::string_view text, const LanguageWords& language, std::vector<std::string>& out);
[[nodiscard]] std::vector<std::string> cut_words(std::string_view text, const LanguageWords& language);

/// The words of an attribute that lists several: "media agency". Views into `text`.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text);

}  // namespace hearsay
