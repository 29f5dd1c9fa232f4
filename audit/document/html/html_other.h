// What is prose on a page, and what is surely no part of the article whatever element it stands in: cards of other
// articles, parts that readers are told to skip, headings of related matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/html/html_units.h"
#include "language/page_words.h"

namespace hearsay {

constexpr std::size_t kShortProse = 12;        // bytes from which a unit may be prose where none is longer
constexpr std::size_t kSureProse = 120;        // bytes from which it need not end in punctuation
constexpr std::size_t kShortestHeadline = 25;  // bytes of a link that may be the headline of another article

[[nodiscard]] bool ends_like_sentence(std::string_view text);
[[nodiscard]] bool mostly_links(const HtmlUnit& unit);
/// A paragraph of at least `shortest` bytes: sentences, not links.
[[nodiscard]] bool is_prose(const HtmlUnit& unit, std::size_t shortest);

/// Sentences that are links from end to end, between paragraphs of the same element: pages link what they quote from.
[[nodiscard]] bool is_linked_prose(const PageUnits& page, std::size_t i, const PageWords& page_words);

/// Headings of what stands beside an article ("Read next").
[[nodiscard]] bool heads_other_matter(std::string_view text, const PageWords& page_words);
/// Of these, the ones that head links; what is told below them may also be the article's own ("Related deaths").
[[nodiscard]] bool heads_links(std::string_view text, const PageWords& page_words);

/// Is `container` the same as `outer` or inside it?
[[nodiscard]] bool is_below(const PageUnits& page, std::uint32_t container, std::uint32_t outer);

/// By unit: from "skip past newsletter promotion" to "after newsletter promotion", as pages tell those who hear them.
[[nodiscard]] std::vector<bool> skipped_units(const PageUnits& page, const PageWords& page_words);

/// Marks cards of other articles: a linked headline and a line of summary, each in a container of its own, three or
/// more in a row. Where the page is nothing but cards they are its text, and none is marked.
void leave_out_cards(const PageUnits& page, std::size_t shortest, std::vector<bool>& left_out);

}  // namespace hearsay
