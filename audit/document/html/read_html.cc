// read_html(): make the page harmless, parse it, read its record, choose its body, and write headline and blocks as one
// text with blank lines between. Only what is kept stands in the text.
#include "document/html/read_html.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/article_text.h"
#include "document/html/html_body.h"
#include "document/html/html_clean.h"
#include "document/html/html_lines.h"
#include "document/html/html_record.h"
#include "document/html/html_state.h"
#include "document/html/html_tree.h"
#include "document/html/html_units.h"

namespace hearsay {
namespace {

constexpr std::size_t kPoor = 600;  // bytes of prose below which a page may have its article elsewhere

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

void read_html(std::string_view page, const ReadContext& reading, Document& document) {
  const CleanPage clean = clean_html(page, reading.limits.max_depth);
  const HtmlTree tree(clean.html);
  PageRecord record = read_record(tree, clean.json_ld, reading.words);
  PageUnits units = collect_units(tree, reading.words);
  complete_record(units, reading.words, record);
  document.title = record.title;
  document.byline = record.byline;
  document.published = record.published;
  document.outlet = record.outlet;
  document.url = record.url;
  document.language = record.language;
  document.genre = record.genre;
  document.section = record.section;
  std::vector<BodyBlock> body = choose_body(units, record, reading.words);
  if (prose_bytes(body) * 2 < record.body.size()) {
    std::vector<BodyBlock> told = from_record(record.body);
    if (prose_bytes(told) > 2 * prose_bytes(body)) body = std::move(told);
  }
  if (prose_bytes(body) < kPoor) {
    std::vector<BodyBlock> held = state_blocks(clean.states, reading);
    if (prose_bytes(held) > 2 * prose_bytes(body)) body = std::move(held);
  }
  if (body.empty()) return;
  ArticleText text(document, reading.words);
  text.add(BlockKind::headline, record.title);
  text.add(body);
}

}  // namespace hearsay
