// What the readers of drafts (DOCX, ODT, Markdown, ArchieML) gather, and the Document made of it: paragraphs as one
// text with blank lines between, blocks told as in a plain text where no style says what they are, notes at their
// place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// Places in its text are bytes.
struct DraftParagraph {
  std::string text;               // UTF-8; line breaks stay, a blank line is made one break
  std::optional<BlockKind> kind;  // where style or markup says so
  bool apart = false;             // in a text box: a pull-quote if the body says the same
  std::vector<Link> links;
  std::vector<Origin> origins;
  std::vector<RunText> runs;
};

/// A place: byte of a paragraph's text.
struct DraftPlace {
  std::uint32_t paragraph = 0;
  std::uint32_t byte = 0;
};

struct DraftNote {
  Annotation note;  // `span` is not set yet
  DraftPlace begin, end;
};

struct Draft {
  std::vector<DraftParagraph> paragraphs;
  std::vector<DraftNote> notes;

  /// The end of what has been gathered so far.
  [[nodiscard]] DraftPlace here() const;
};

/// Fills text, blocks, links, annotations, origins and runs, and of the record what is not there yet. Paragraphs of
/// white space are left out.
void lay_out(Draft draft, const PageWords& page_words, Document& document);

/// What in a note's words or links lets somebody else check what it hangs on: an address, a conversation that was had,
/// a date or a place in a recording. "Call Ruiz!" is none of these.
[[nodiscard]] Annotation::Evidence evidence_of(std::string_view text, const std::vector<std::string>& links,
                                               const PageWords& page_words);

/// The web addresses in `text`, without the punctuation behind them.
[[nodiscard]] std::vector<std::string> addresses_in(std::string_view text);

}  // namespace hearsay
