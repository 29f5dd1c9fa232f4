// What the formats of agencies and newsrooms have in common, NITF, NewsML, ninjs and ANS: each reader fills one item,
// and one function makes the article of it. Not for web pages, whose record and body have to be guessed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/article_text.h"
#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// As the file has it, white space collapsed; "" or empty = not given.
struct WireItem {
  std::string headline;
  std::string standfirst;
  std::vector<std::string> bylines;  // "By Ana Ruiz", each may name several
  std::string dateline;
  std::string published;             // any date to_iso_date reads, or 20240301T101500Z
  std::string language;              // "en-GB"
  std::string genre;                 // schema.org type where it is not plain news
  std::string section;               // what it calls its section or genre, "/" between several
  std::string url;                   // of the item itself, not of its schema
  std::string provider;              // who sends it: the outlet
  std::vector<std::string> sources;  // whom the provider has it from, from the provider outwards
  std::string status;                // "usable", "withheld", "stat:canceled"
  std::string embargoed;             // a date, or any other sign that it is
  std::vector<BodyBlock> body;
};

/// Fills the document. Headline, standfirst, byline and dateline come before the body, each once: one that the body
/// opens with is not written again. A status that forbids printing is a warning.
void write_wire_item(WireItem item, const PageWords& page_words, Document& document);

/// Adds a name to those of sections and genres, "/" between; "" adds nothing. Bounded.
void name_section(std::string_view name, std::string& section);

/// "20240301T101500+0100" as "2024-03-01T10:15:00+01:00"; any other date as to_iso_date. "" if it is none.
[[nodiscard]] std::string wire_date(std::string_view text, const PageWords& page_words);

}  // namespace hearsay
