// html_blocks(): the units of the page reader, every one of them kept.
#include "document/html/html_fragment.h"

#include "document/html/html_clean.h"
#include "document/html/html_tree.h"
#include "document/html/html_units.h"
#include "document/text/signature_line.h"

namespace hearsay {

std::vector<BodyBlock> html_blocks(std::string_view html, BlockKind given, const ReadContext& reading) {
  const CleanPage clean = clean_html(html, reading.limits.max_depth);
  const HtmlTree tree(clean.html);
  std::vector<BodyBlock> blocks;
  for (HtmlUnit& unit : collect_units(tree, reading.words).units) {
    BlockKind kind = given;
    if (given == BlockKind::paragraph) {
      if (unit.tag == UnitTag::heading || unit.tag == UnitTag::title) kind = BlockKind::heading;
      if (unit.tag == UnitTag::list_item) kind = BlockKind::list_item;
      if (unit.tag == UnitTag::blockquote) kind = BlockKind::blockquote;
    }
    if (unit.role == ElementRole::signer) {
      unit.text = signature_line(unit.text);
      unit.links.clear();
      if (unit.text.empty()) continue;
    }
    if (unit.role == ElementRole::embed) kind = BlockKind::embed;
    if (unit.role == ElementRole::post) kind = BlockKind::post;
    if (unit.role == ElementRole::post_by) kind = BlockKind::post_by;
    blocks.push_back({kind, std::move(unit.text), std::move(unit.links)});
  }
  return blocks;
}

bool is_markup(std::string_view text) {
  for (const std::string_view mark : {"</p>", "<p>", "<br"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace hearsay
