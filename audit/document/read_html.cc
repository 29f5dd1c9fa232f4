// read_html(): make the page harmless, parse it, read its record, choose its body, and write headline and blocks as one
// text with blank lines between. Only what is kept stands in the text.
#include "document/read_html.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/html_body.h"
#include "document/html_clean.h"
#include "document/html_record.h"
#include "document/html_tree.h"
#include "document/html_units.h"

namespace hearsay {
namespace {

// An address as written, made absolute where the page's own is known. "" for what leads nowhere else.
std::string resolved(std::string_view href, std::string_view page_url) {
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

class Writer {
 public:
  explicit Writer(Document& document) : document_(document) {}

  void add(BlockKind kind, std::string_view text, const std::vector<UnitLink>& links) {
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
      std::string href = resolved(link.href, document_.url);
      if (!href.empty()) document_.links.push_back({{begin + link.begin, begin + link.end}, std::move(href)});
    }
  }

 private:
  // The dateline that opens the first paragraphs is a block of its own; gives its bytes and the blank behind it.
  std::uint32_t dateline(std::string_view text, std::uint32_t begin) {
    const Dateline found = dateline_prefix(text);
    const bool wanted = found.form == DatelineForm::agency || found.form == DatelineForm::dash ||
                        (found.form == DatelineForm::colon && paragraphs_ == 0);
    if (!wanted || found.size >= text.size()) return 0;
    document_.blocks.push_back({{begin, static_cast<std::uint32_t>(begin + found.size)}, BlockKind::dateline});
    return static_cast<std::uint32_t>(trim(text.substr(found.size)).data() - text.data());
  }

  Document& document_;
  std::size_t paragraphs_ = 0;
};

std::size_t prose_bytes(const std::vector<BodyBlock>& blocks) {
  std::size_t sum = 0;
  for (const BodyBlock& block : blocks) sum += is_body(block.kind) ? block.text.size() : 0;
  return sum;
}

// The record's own text, a paragraph per line.
std::vector<BodyBlock> from_record(std::string_view body) {
  std::vector<BodyBlock> blocks;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find_first_of("\r\n"), body.size());
    std::string text = plain(body.substr(0, end));
    if (!text.empty()) blocks.push_back({BlockKind::paragraph, std::move(text), {}});
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return blocks;
}

}  // namespace

void read_html(std::string_view page, const ReadLimits& limits, Document& document) {
  const CleanPage clean = clean_html(page, limits.max_depth);
  const HtmlTree tree(clean.html);
  const PageRecord record = read_record(tree, clean.json_ld);
  document.title = record.title;
  document.byline = record.byline;
  document.published = record.published;
  document.outlet = record.outlet;
  document.url = record.url;
  document.language = record.language;
  document.genre = record.genre;
  std::vector<BodyBlock> body = choose_body(collect_units(tree), record);
  if (prose_bytes(body) * 2 < record.body.size()) {
    std::vector<BodyBlock> told = from_record(record.body);
    if (prose_bytes(told) > 2 * prose_bytes(body)) body = std::move(told);
  }
  if (body.empty()) return;
  Writer writer(document);
  writer.add(BlockKind::headline, record.title, {});
  for (const BodyBlock& block : body) writer.add(block.kind, block.text, block.links);
}

}  // namespace hearsay
