// The shipped pack, loaded once for all tests of this folder, and a text made ready for them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "document/read.h"
#include "mentions/article.h"
#include "mentions/find.h"
#include "mentions/guess_tags.h"
#include "rules/load.h"
#include "tokens/tokenize.h"

namespace hearsay {

inline const Pack& shipped_pack() {
  static const Pack pack = [] {
    Diagnostics diagnostics;
    LoadOptions options;
    options.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules";
    return load_pack(options, diagnostics);
  }();
  return pack;
}

struct Prepared {
  Document document;
  Text text;
  Tags tags;
  Mentions mentions;
  [[nodiscard]] Article article() const { return {document, text, tags, mentions}; }
  [[nodiscard]] std::string words(TokenRange range) const { return std::string(text_of(document, text, range)); }
};

/// `headline`: bytes at the beginning that are one.
inline Prepared prepare(std::string_view words, std::uint32_t headline = 0) {
  const Pack& pack = shipped_pack();
  Prepared out;
  out.document.text = std::string(words);
  if (headline != 0) out.document.blocks.push_back({{0, headline}, BlockKind::headline});
  out.document.blocks.push_back({{headline, static_cast<std::uint32_t>(words.size())}, BlockKind::paragraph});
  out.text = tokenize(out.document, pack.program.vocabulary);
  out.tags = guess_tags(out.document, out.text, pack.program.lexicons);
  out.mentions = find_mentions(out.document, out.text, out.tags, pack.program.lexicons, pack.registers);
  return out;
}

}  // namespace hearsay
