// What keeps an article from becoming markup: every word of it goes through one of these on its way into the page.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// Text and attribute values alike: & < > " ' become references; characters that HTML must not hold become U+FFFD.
void append_escaped(std::string& out, std::string_view words);
[[nodiscard]] std::string escaped(std::string_view words);
/// The same of words that are to stand on one line (one_line).
[[nodiscard]] std::string escaped_line(std::string_view words);

/// The address where it is a whole http or https one, else "" : nothing else of an article may become a link.
[[nodiscard]] std::string_view safe_address(std::string_view href);

/// `<a href=… rel="noopener noreferrer">words</a>`, or the escaped words alone where the address is not safe.
[[nodiscard]] std::string outer_link(std::string_view href, std::string_view words);

/// A source of Content-Security-Policy: "'sha256-…'", for the bytes of an inline style or script.
[[nodiscard]] std::string content_hash(std::string_view bytes);

/// The policy of a page, escaped: nothing is loaded, and of styles and scripts only these inline ones run ("": none).
[[nodiscard]] std::string security_policy(std::string_view style, std::string_view script = {});

}  // namespace hearsay
