// Any two texts can be laid beside each other: every sought word once, in order; differences lie in their texts; what
// is verbatim rests on a passage.
#include <string>
#include <string_view>
#include <vector>

#include "english_words.h"
#include "fuzz/holds.h"
#include "verify/verify.h"

namespace hearsay::fuzz {

void fuzz_align(std::string_view bytes) {
  if (bytes.size() > 20'000) return;
  const std::string all(bytes);
  const std::size_t half = std::min(all.find('|'), all.size());
  Document draft, original;
  draft.text = all.substr(0, half);
  original.text = half < all.size() ? all.substr(half + 1) : all;
  Text text;
  text.language = &english_vocabulary().language;
  const Tags tags;
  const Mentions mentions;
  const DraftQuotation quotation{.spans = {{0, static_cast<std::uint32_t>(draft.text.size())}}};
  Verifier verifier({draft, text, tags, mentions}, {quotation});
  Seeker::Room room = verifier.room();
  verifier.take(verifier.scan(original, 0, room));
  const Verification found = verifier.finish().front();
  for (const QuotedDifference& one : found.differences) {
    require(one.is.end >= one.is.begin && one.is.end <= draft.text.size());
    require(!found.passages.empty() && one.was.end >= one.was.begin &&
            one.was.end <= found.passages.front().text.size());
  }
  if (found.result == QuotationClass::verbatim) require(!found.passages.empty());
  WordCutter cutter(*text.language);
  std::vector<ComparedWord> left, right;
  cutter.cut(draft.text, {0, static_cast<std::uint32_t>(draft.text.size())}, CutFor::draft, left);
  cutter.cut(original.text, {0, static_cast<std::uint32_t>(original.text.size())}, CutFor::original, right);
  const AlignedWords aligned = align_words(left, right);
  std::uint32_t next = 0;
  for (const AlignedStep& step : aligned.steps) {
    if (step.kind == AlignedStep::Kind::gone) continue;
    require(step.sought == next++);
  }
  require(aligned.steps.empty() || next == std::min<std::size_t>(left.size(), 600));
}

}  // namespace hearsay::fuzz
