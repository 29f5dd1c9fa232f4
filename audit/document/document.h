// An article as read: its text as UTF-8 bytes, what each block of it is, its links and its record. Never edited
// after reading; everything later points into `text` by Span.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace hearsay {

/// What a block of text is. Only paragraph, heading, list_item and blockquote are body: claims and attributions of the
/// body lie there. A headline may hold an attribution too; all others hold none.
enum class BlockKind : std::uint8_t {
  headline,
  standfirst,  // the deck below a headline
  byline,
  dateline,  // "ISLAMABAD:" on its own or the "PARIS (AP) —" that opens a paragraph
  date,      // a line that only says when (and which agency)
  paragraph,
  heading,  // inside the body: "‘Source of terror’"
  list_item,
  blockquote,
  caption,      // of a picture, with its credit
  pull_quote,   // repeats the body
  embed,        // a post from a platform
  read_more,    // "Read more: …", "Also read", related boxes
  note,         // footnotes, corrections, author's note
  comments,     // the comment section and its notices
  boilerplate,  // navigation, newsletter, copyright and repeated headline lines
};

/// Body text: where claims are looked for.
[[nodiscard]] constexpr bool is_body(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::list_item ||
         kind == BlockKind::blockquote;
}

/// Where attributions are looked for: the body, the headline and the standfirst.
[[nodiscard]] constexpr bool is_read(BlockKind kind) {
  return is_body(kind) || kind == BlockKind::headline || kind == BlockKind::standfirst;
}

/// A run of text of one kind. Blocks are in text order and do not overlap; whatever lies between two is white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

/// A link and the words it stands on.
struct Link {
  Span span;         // anchor text
  std::string href;  // as written, resolved against the page's own address where that is known
};

/// The writer's word to let findings of a check stand: "[hearsay:ignore CHECK reason]". No part of the article.
struct Suppression {
  Span span;  // where the text holds it (a block of its own, boilerplate); empty, before what follows it, where it was
              // a comment that the text leaves out
  std::string check;     // id
  std::string reason;    // "" = not given
  bool article = false;  // for the whole article ("hearsay:ignore-article"), else for the block that follows
};

struct Document {
  std::string id;         // file name without its last extension; unique names are the caller's care
  std::string path;       // as the user gave it; "-" for standard input
  std::string format;     // "text", "html", …
  std::string encoding;   // what the bytes were read as, e.g. "utf-8", "windows-1252"
  std::string text;       // UTF-8, valid. A plain text file as it stands, less a byte-order mark.
  std::string title;      // "" = not given
  std::string outlet;     // "" = not given
  std::string byline;     // names only, "A and B"; "" = not given
  std::string published;  // ISO 8601 date or date-time; "" = not given
  std::string url;        // canonical address; "" = not given
  std::string language;   // "en"; "" = not given
  std::string genre;      // schema.org type where it is not plain news: "OpinionNewsArticle" …; "" otherwise
  std::string sha256;     // of the original bytes, hex
  std::vector<Block> blocks;
  std::vector<Link> links;                // in text order
  std::vector<Suppression> suppressions;  // in text order
  Diagnostics diagnostics;                // of the reading
};

}  // namespace hearsay
