// add_blocks(): "Marn wrote to the board that he would go." and his letter below. Where the sentence before tells of
// nobody who speaks, the block is nobody's yet.
#include "attributions/add_blocks.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "attributions/candidate.h"
#include "attributions/content.h"

namespace hearsay {
namespace {

bool has_block(const Text& text) {
  return std::any_of(text.quotations.begin(), text.quotations.end(),
                     [](const Quotation& quotation) { return quotation.style == QuoteStyle::block; });
}

/// Whether a paragraph ends with a colon.
bool may_have_lost_block(const Reading& r) {
  return std::any_of(r.text.paragraphs.begin(), r.text.paragraphs.end(), [&](const auto& paragraph) {
    return !paragraph.tokens.empty() && r.mark(paragraph.tokens.end - 1) == Mark::colon;
  });
}

/// Per token: is it in any content?
std::vector<bool> said_tokens(const Reading& r, const Attributions& all) {
  std::vector<std::int32_t> change(r.size() + 1, 0);
  for (const Attribution& a : all) {
    for (const TokenRange& span : a.content) {
      ++change[span.begin];
      --change[span.end];
    }
  }
  std::vector<bool> said(r.size(), false);
  std::int32_t depth = 0;
  for (std::uint32_t t = 0; t < r.size(); ++t) {
    depth += change[t];
    said[t] = depth > 0;
  }
  return said;
}

/// The last attribution with its cue in the sentence: none that is told of within another's words. `all` is in order of
/// cues.
Attribution* last_in(const Reading& r, TokenRange sentence, Attributions& all) {
  Attribution* found = nullptr;
  auto at =
      std::partition_point(all.begin(), all.end(), [&](const Attribution& a) { return a.cue.begin < sentence.begin; });
  for (; at != all.end() && at->cue.begin < sentence.end; ++at) {
    if (at->mode != SourceMode::phrase || r.outer_quotation(at->cue_head) != kNone) continue;
    const bool within = found != nullptr && std::any_of(found->content.begin(), found->content.end(),
                                                        [&](TokenRange span) { return span.contains(at->cue_head); });
    if (!within) found = &*at;
  }
  return found;
}

/// "Holm explained:" and a paragraph of no quotation below: it is what he explained, where its page lost the block.
void add_lost_blocks(const Reading& r, const std::vector<bool>& said, Attributions& all) {
  const auto& paragraphs = r.text.paragraphs;
  for (std::size_t p = 0; p + 1 < paragraphs.size(); ++p) {
    const TokenRange before = paragraphs[p].tokens;
    const TokenRange block = paragraphs[p + 1].tokens;
    if (before.empty() || block.empty() || paragraphs[p].kind != BlockKind::paragraph ||
        paragraphs[p + 1].kind != BlockKind::paragraph || r.mark(before.end - 1) != Mark::colon)
      continue;
    bool free = true;
    for (std::uint32_t t = block.begin; t < block.end && free; ++t) free = r.quotation(t) == kNone && !said[t];
    if (!free) continue;
    Attribution* teller = last_in(r, r.sentence(before.end - 1), all);
    if (teller == nullptr || !r.in(teller->cue_head, r.say)) continue;
    teller->content.push_back(block);
    teller->type = type_of(r, teller->content);
  }
}

}  // namespace

void add_blocks(const Reading& r, Attributions& all) {
  const bool lost = may_have_lost_block(r);
  if (!lost && !has_block(r.text)) return;  // most articles
  const std::vector<bool> said = said_tokens(r, all);
  if (lost) add_lost_blocks(r, said, all);
  for (const Quotation& quotation : r.text.quotations) {
    const TokenRange block = quotation.tokens;
    if (quotation.style != QuoteStyle::block || quotation.continues != kNone || block.begin == 0) continue;
    if (said[block.begin] || said[block.end - 1]) continue;
    const std::uint32_t before = block.begin - 1;
    if (r.paragraph(before).kind != BlockKind::paragraph) continue;
    Attribution* teller = last_in(r, r.sentence(before), all);
    if (teller == nullptr) continue;
    teller->content.push_back(block);
    add_continuations(r, teller->content);
    teller->type = type_of(r, teller->content);
  }
}

}  // namespace hearsay
