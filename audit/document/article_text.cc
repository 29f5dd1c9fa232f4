// ArticleText::add(): a blank line, the words, a block over them; links move with the words.
#include "document/article_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/html/html_tree.h"
#include "document/text/text_units.h"

namespace hearsay {

std::string resolved_link(std::string_view href, std::string_view page_url) {
  href = trim(href);
  if (href.empty() || href.front() == '#' || href.starts_with("javascript:") || href.starts_with("mailto:") ||
      href.starts_with("data:"))
    return "";
  const std::size_t scheme_end = page_url.find("://");
  if (href.find("://") != std::string_view::npos || scheme_end == std::string_view::npos) return std::string(href);
  if (href.starts_with("//")) return std::string(page_url.substr(0, scheme_end + 1)) + std::string(href);
  const std::size_t path = std::min(page_url.find('/', scheme_end + 3), page_url.size());
  if (href.front() == '/') return std::string(page_url.substr(0, path)) + std::string(href);
  const std::size_t last = page_url.substr(0, page_url.find_first_of("?#")).rfind('/');
  return std::string(page_url.substr(0, std::max(last, path))) + "/" + std::string(href);
}

std::vector<BodyBlock> line_blocks(std::string_view text) {
  std::vector<BodyBlock> blocks;
  for (const TextUnit& unit : split_units(text)) {
    std::string words = plain(text.substr(unit.span.begin, unit.span.size()));
    if (!words.empty()) blocks.push_back({BlockKind::paragraph, std::move(words), {}});
  }
  return blocks;
}

void ArticleText::add(BlockKind kind, std::string_view text, const std::vector<UnitLink>& links) {
  if (text.empty()) return;
  if (!document_.text.empty()) document_.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += text;
  const auto end = static_cast<std::uint32_t>(document_.text.size());
  std::uint32_t from = begin;
  if (kind == BlockKind::paragraph && paragraphs_ < 2) from += dateline(text, begin);
  if (kind == BlockKind::paragraph) ++paragraphs_;
  if (from < end) document_.blocks.push_back({{from, end}, kind});
  for (const UnitLink& link : links) {
    std::string href = resolved_link(link.href, document_.url);
    if (!href.empty()) document_.links.push_back({{begin + link.begin, begin + link.end}, std::move(href)});
  }
}

void ArticleText::add(const std::vector<BodyBlock>& blocks) {
  for (const BodyBlock& block : blocks) add(block.kind, block.text, block.links);
}

// Gives the bytes of the dateline and of the blank behind it.
std::uint32_t ArticleText::dateline(std::string_view text, std::uint32_t begin) {
  const Dateline found = dateline_prefix(text, page_words_);
  const bool wanted = found.form == DatelineForm::agency || found.form == DatelineForm::dash ||
                      (found.form == DatelineForm::colon && paragraphs_ == 0);
  if (!wanted || found.size >= text.size()) return 0;
  document_.blocks.push_back({{begin, static_cast<std::uint32_t>(begin + found.size)}, BlockKind::dateline});
  return static_cast<std::uint32_t>(trim(text.substr(found.size)).data() - text.data());
}

}  // namespace hearsay
