// What every reader of a structured format ends in: blocks written as one text with blank lines between, each with its
// links. A plain text file and a record's plain body stand as they are instead (read_text.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// A link inside a unit of text; bytes of it.
struct UnitLink {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string href;  // as written
};

/// A block before it is written: white space collapsed.
struct BodyBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  std::vector<UnitLink> links;
};

/// Appends blocks to a document whose `url` is set, where it has one: links are made absolute by it.
class ArticleText {
 public:
  ArticleText(Document& document, const PageWords& page_words) : document_(document), page_words_(page_words) {}

  /// An empty text adds nothing. The dateline that opens one of the first paragraphs is a block of its own.
  void add(BlockKind kind, std::string_view text, const std::vector<UnitLink>& links = {});
  void add(const std::vector<BodyBlock>& blocks);

 private:
  std::uint32_t dateline(std::string_view text, std::uint32_t begin);

  Document& document_;
  const PageWords& page_words_;
  std::size_t paragraphs_ = 0;
};

/// A paragraph per line that holds words; a hard-wrapped text has its paragraphs between blank lines.
[[nodiscard]] std::vector<BodyBlock> line_blocks(std::string_view text);

/// An address as written, made absolute where the page's own is known. "" for what leads nowhere else.
[[nodiscard]] std::string resolved_link(std::string_view href, std::string_view page_url);

}  // namespace hearsay
