// A comment is found in the source and the words behind it in the blocks: both are compared by their letters and digits
// alone, so that no reader of markup has to carry comments along.
#include "document/suppressions.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "document/html/html_tree.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongest = 500;  // bytes of a line that may be one
constexpr std::size_t kMostComments = 1000;
constexpr std::size_t kBehind = 2000;  // bytes of markup behind a comment in which words are looked for
constexpr std::size_t kCompared = 24;  // letters and digits of a block's beginning
constexpr std::string_view kSign = "hearsay:ignore";

// `words` begins behind the bracket or comment sign.
std::optional<Suppression> parse_inside(std::string_view words) {
  words = trim(words);
  if (!words.starts_with(kSign)) return std::nullopt;
  words.remove_prefix(kSign.size());
  Suppression found;
  constexpr std::string_view kArticle = "-article";
  if (words.starts_with(kArticle)) {
    found.article = true;
    words.remove_prefix(kArticle.size());
  }
  if (!words.empty() && words.front() != ' ' && words.front() != '\t') return std::nullopt;
  words = trim(words);
  const std::size_t end = std::min(words.find_first_of(" \t\r\n"), words.size());
  found.check = words.substr(0, end);
  found.reason = trim(words.substr(end));
  return found;
}

}  // namespace

std::optional<Suppression> parse_suppression(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongest) return std::nullopt;
  if (line.starts_with('[') && line.ends_with(']')) return parse_inside(line.substr(1, line.size() - 2));
  if (line.starts_with("<!--") && line.ends_with("-->") && line.size() >= 7)
    return parse_inside(line.substr(4, line.size() - 7));
  return std::nullopt;
}

bool is_suppression(std::string_view line) {
  const bool opens = line.starts_with('[') || line.starts_with("<!--");
  return opens && parse_suppression(line).has_value();
}

void find_block_suppressions(Document& document) {
  for (Block& block : document.blocks) {
    const std::string_view words = std::string_view(document.text).substr(block.span.begin, block.span.size());
    if (!is_read(block.kind) || !is_suppression(words)) continue;
    Suppression found = *parse_suppression(words);
    found.span = block.span;
    block.kind = BlockKind::boilerplate;
    document.suppressions.push_back(std::move(found));
  }
  std::stable_sort(document.suppressions.begin(), document.suppressions.end(),
                   [](const Suppression& a, const Suppression& b) { return a.span.begin < b.span.begin; });
}

void find_comment_suppressions(std::string_view source, Document& document) {
  std::vector<std::string> openings;  // per block, made when the first comment is found
  std::size_t comments = 0;
  std::size_t next = 0;  // blocks before it stand before an earlier comment
  for (std::size_t at = source.find(kSign); at != std::string_view::npos && comments < kMostComments;
       at = source.find(kSign, at + 1), ++comments) {
    const std::size_t begin = source.substr(0, at).rfind("<!--");
    const std::size_t end = source.find("-->", at);
    if (begin == std::string_view::npos || end == std::string_view::npos || end - begin > kLongest) continue;
    std::optional<Suppression> found = parse_suppression(source.substr(begin, end + 3 - begin));
    if (!found) continue;
    if (openings.empty()) {
      for (const Block& block : document.blocks) {
        const std::string_view text =
            std::string_view(document.text).substr(block.span.begin, std::min<std::size_t>(block.span.size(), 200));
        openings.push_back(skeleton(text).substr(0, kCompared));
      }
    }
    // Of several blocks the one whose opening stands nearest behind the comment.
    const std::string behind = skeleton(plain(source.substr(end + 3, kBehind)));
    std::size_t nearest = std::string::npos;
    std::size_t block = document.blocks.size();
    for (std::size_t i = next; i < openings.size(); ++i) {
      if (openings[i].empty() || !is_read(document.blocks[i].kind)) continue;
      if (const std::size_t place = behind.find(openings[i]); place < nearest) {
        nearest = place;
        block = i;
      }
    }
    const auto where = block < document.blocks.size() ? document.blocks[block].span.begin
                                                      : static_cast<std::uint32_t>(document.text.size());
    if (block < document.blocks.size()) next = block;
    found->span = {where, where};
    document.suppressions.push_back(std::move(*found));
  }
}

}  // namespace hearsay
