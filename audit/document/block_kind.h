// What a paragraph of plain text is by its own words: byline, caption, "Read more" … Each answers for one unit of text
// (trimmed, UTF-8) and knows nothing of its neighbours. When in doubt they say no: a body paragraph that is dropped
// hurts more than a caption that is kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/page_words.h"

namespace hearsay {

/// "By Ana Ruiz and B. Okoro" → "Ana Ruiz and B. Okoro"; "" if it is no byline.
[[nodiscard]] std::string byline_names(std::string_view text, const PageWords& page_words);

/// A line that only says when, perhaps with an agency: "Coast News Agency July 20, 2023". Gives the ISO date or "".
[[nodiscard]] std::string date_line(std::string_view text, const PageWords& page_words);

/// "date 2024-04-04 A day after …": bytes up to the end of a leading metadata date, 0 if there is none; `iso` is set.
[[nodiscard]] std::size_t date_prefix(std::string_view text, const PageWords& page_words, std::string& iso);

/// "Ana Ruiz/Pool Images Harbour workers said": bytes up to the end of a picture's credit that ran into what follows, 0
/// if there is none.
[[nodiscard]] std::size_t credit_prefix(std::string_view text, const PageWords& page_words);

/// "Facebook Twitter Pinterest Ana Ruiz at the quay": bytes of the words of buttons that ran into a caption, 0 if there
/// are none.
[[nodiscard]] std::size_t button_prefix(std::string_view text, const PageWords& page_words);

/// Is it a news agency's name or a credit that holds one ("AP", "Reuters", "via AP")?
[[nodiscard]] bool names_agency(std::string_view text, const PageWords& page_words);

enum class DatelineForm { none, agency, dash, colon };

/// "PARIS (AP) — The …": the bytes of the dateline with its dash or colon, and how sure its form makes it. `size` is
/// the whole text where nothing follows.
struct Dateline {
  std::size_t size = 0;
  DatelineForm form = DatelineForm::none;
};
[[nodiscard]] Dateline dateline_prefix(std::string_view text, const PageWords& page_words);

/// Ways to tell a caption: by how it opens or by a photographer's credit, and, only where captions usually stand, by
/// an agency's name in brackets at the end.
enum class CaptionSign { none, weak, strong };
[[nodiscard]] CaptionSign caption_sign(std::string_view text, const PageWords& page_words);

[[nodiscard]] bool is_read_more(std::string_view text, const PageWords& page_words);
[[nodiscard]] bool is_comments_heading(std::string_view text, const PageWords& page_words);
/// "Editor's note: …", "Reporting by …".
[[nodiscard]] bool is_note(std::string_view text, const PageWords& page_words);
/// Copyright, newsletter, advertisement, rules of dashes.
[[nodiscard]] bool is_boilerplate(std::string_view text, const PageWords& page_words);
[[nodiscard]] bool is_list_item(std::string_view text);
/// Where the signature of a post begins that a paragraph of plain text ends with, "— Ana Ruiz (@aruiz) May 3, 2021":
/// the byte of its dash; npos where there is none.
[[nodiscard]] std::size_t post_signature(std::string_view text, const PageWords& page_words);

/// Short, and without punctuation at its end: may head a section.
[[nodiscard]] bool is_heading(std::string_view text);

/// Ends in a full stop, with or without a quotation mark after it.
[[nodiscard]] bool ends_with_full_stop(std::string_view text);

}  // namespace hearsay
