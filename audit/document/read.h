// From the bytes of a file to a Document. The format is told from the content; the name tells
// only Markdown and ArchieML that look like any plain text.
// Not here: opening files (cli/), anything about who says what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/changes.h"
#include "document/document.h"
#include "document/text/mend.h"
#include "language/page_words.h"

namespace hearsay {

/// Bounds on hostile input.
struct ReadLimits {
  std::uint64_t max_bytes = 64ULL << 20U;  // a larger file is refused
  std::uint32_t max_depth = 512;           // of nested markup; deeper is flattened
};

/// What the reader of each format is given besides the text.
struct ReadContext {
  const PageWords& words;
  ReadLimits limits;
};

/// What is known of the bytes besides.
struct ReadHints {
  std::string_view charset = {};      // the label that came with them, stronger than one within
  Changes changes = Changes::accept;  // of a draft
  Damage damage = Damage::mend;       // of characters
};

/// Reads one article. `path` names it in messages and gives its id; `page_words` are those of all languages, as its own
/// is not known yet. Never throws on content: an unreadable one yields a Document with empty text and an error in
/// `diagnostics` (empty, binary, too large, …).
[[nodiscard]] Document read(std::string_view bytes, std::string_view path, const PageWords& page_words,
                            const ReadLimits& limits = {}, const ReadHints& hints = {});

}  // namespace hearsay
