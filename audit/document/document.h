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
  embed,        // a post from a platform whose account is not told
  post,         // the words of an embedded post
  post_by,      // and the line below that says whose it is: "— Ana Ruiz (@aruiz) May 3, 2021"
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

/// Where claims may lie: the body, and what an embedded post says.
[[nodiscard]] constexpr bool holds_claims(BlockKind kind) {
  return is_body(kind) || kind == BlockKind::post;
}

/// Where attributions are looked for: the body, the headline, the standfirst, and embedded posts.
[[nodiscard]] constexpr bool is_read(BlockKind kind) {
  return holds_claims(kind) || kind == BlockKind::post_by || kind == BlockKind::headline ||
         kind == BlockKind::standfirst;
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

/// What an agency gave to the story.
enum class AgencyRole : std::uint8_t {
  source,       // all of it: "PARIS (AP) —", a creditline, the party before the outlet in a hop history
  contributed,  // some of it, and nobody says which: "AP contributed to this report"
};

/// Someone the outlet took the story or a part of it from, as the record or the text says.
struct Agency {
  std::string name;  // in full where it is a well-known one: "Associated Press" for "AP"
  AgencyRole role = AgencyRole::source;
};

/// A comment or note that hangs on words of a draft: what its writer or an editor says of them. No part of the text.
struct Annotation {
  enum class Kind : std::uint8_t { comment, footnote, endnote };
  /// What in the note lets somebody else check the words; the first that is there.
  enum class Evidence : std::uint8_t { none, link, call, date, checked /* on a check sheet */ };
  Kind kind = Kind::comment;
  Evidence evidence = Evidence::none;
  Span span;           // the words it hangs on; empty: it stands at this place, behind what it is about
  std::string author;  // "" = not given
  std::string date;    // when it was written, as the file has it; "" = not given
  std::string text;    // paragraphs with a line break between
  std::vector<std::string> links;
};

/// From byte `at` of the text on it stands in the original at this line and column (both from 1, code points), up to
/// the next origin or line break.
struct Origin {
  std::uint32_t at = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// From byte `at` of the text on its words are those of the `element`-th <w:t> or <w:delText> of a DOCX's main part
/// (counted from 0 through the whole part), from byte `from` of that on.
struct RunText {
  std::uint32_t at = 0;
  std::uint32_t size = 0;  // bytes of text and element alike
  std::uint32_t element = 0;
  std::uint32_t from = 0;
};

/// How people find a place of the text in the original file.
enum class PlaceForm : std::uint8_t {
  lines,       // the file has lines: those of `origins`, or of the text itself where there are none
  paragraphs,  // it has none that anybody sees: paragraphs are told by blank lines of the text and counted from 1
};

/// A post of a platform that the page embeds.
struct Post {
  Span words;
  Span dash;                   // the mark that opens the signature
  Span account;                // name and handle, as the signature gives them
  Span name;                   // of these the name; the handle where there is no name
  std::string handle;          // "@aruiz"; "" = not given
  std::string platform;        // "X", "Instagram" …; "" = not known
  std::uint32_t link = kNone;  // index into Document::links of the post's own address; kNone = not given
};

/// The writer's word to let findings of a check stand: "[hearsay:ignore CHECK reason]". No part of the article.
struct Suppression {
  Span span;  // where the text holds it (a block of its own, boilerplate); empty, before what follows it, where it
              // was a comment that the text leaves out
  std::string check;     // id
  std::string reason;    // "" = not given
  bool article = false;  // for the whole article ("hearsay:ignore-article"), else for the block that follows
  Span words = {};       // not empty: for what begins within these words alone, and not by the text's own word
};

/// Words that one speaker says, where the file tells who speaks. What lies between turns (labels, stage directions) is
/// nobody's words.
struct SpeakerTurn {
  Span span;
  std::string speaker;  // as the file labels it: "MR. REYES"; "" = not told
};

/// From byte `at` of the text on its words stand on this page or were said at this time: "page 3", "00:01:02".
struct PlaceMark {
  std::uint32_t at = 0;
  std::string place;
};

/// What a file is that holds no article and was hardly meant to: in a folder it is passed over.
enum class Alien : std::uint8_t { no, picture, binary, archive, empty, json };
inline constexpr std::size_t kAlienCount = 6;

struct Document {
  std::string id;                // file name without its last extension; unique names are the caller's care
  std::string path;              // as the user gave it; "-" for standard input
  std::string format;            // "text", "html", …
  std::string encoding;          // what the bytes were read as, e.g. "utf-8", "windows-1252"
  std::string text;              // UTF-8, valid. A plain text file as it stands, less a byte-order mark (mend.h).
  std::string title;             // "" = not given
  std::string outlet;            // "" = not given
  std::string byline;            // names only, "A and B"; "" = not given
  std::string published;         // ISO 8601 date or date-time; "" = not given
  std::string url;               // canonical address; "" = not given
  std::string language;          // "en"; "" = not given
  std::string genre;             // schema.org type where it is not plain news: "OpinionNewsArticle" …; "" otherwise
  std::string section;           // sections and genres that the record names, "/" between: "News/Opinion"; "" = none
  std::string sha256;            // of the original bytes, hex
  std::vector<Agency> agencies;  // from the outlet outwards, each once; never the outlet itself
  std::vector<Block> blocks;
  std::vector<Link> links;                // in text order
  std::vector<Post> posts;                // in text order
  std::vector<Annotation> annotations;    // in text order
  std::vector<Suppression> suppressions;  // in text order
  std::vector<SpeakerTurn> turns;         // in text order, disjoint; of transcripts and of mail
  std::vector<PlaceMark> marks;           // in text order; of recordings and of files with pages
  PlaceForm places = PlaceForm::lines;
  std::vector<Origin> origins;  // in text order; empty: the text is the file
  std::string package;          // DOCX: the file itself, so that comments can be put into it; "" otherwise
  std::vector<RunText> runs;    // of `package`, in text order
  Diagnostics diagnostics;      // of the reading
  Alien alien = Alien::no;      // then there is no text, and `diagnostics` say why
};

}  // namespace hearsay
