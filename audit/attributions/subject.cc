// Left to right: the first finite verb outside relative clauses, then the phrase that ends right before it, adverbs and
// a closing comma aside.
#include "attributions/subject.h"

namespace hearsay {

TokenRange shared_subject(const Reading& r, std::uint32_t t) {
  const TokenRange sentence = r.sentence(t);
  const std::uint32_t inside = r.quotation(t);
  for (std::uint32_t v = sentence.begin; v < t; ++v) {
    if (r.quotation(v) != inside || !is_finite(r.tag(v))) continue;
    for (std::uint32_t end = v; end > sentence.begin && end + 6 > v; --end) {
      const std::uint32_t m = end < r.mentions.ends_at.size() ? r.mentions.ends_at[end] : kNone;
      if (m != kNone && r.mentions.all[m].range.begin >= sentence.begin) {
        const Mention& mention = r.mentions.all[m];
        if (mention.relative) break;  // "who left": go on to the main verb
        return mention.range;
      }
      const bool loose = is_adverb(r.tag(end - 1)) || r.mark(end - 1) == Mark::comma || r.in(end - 1, r.time) ||
                         r.tag(end - 1) == Tag::MD;
      if (!loose) break;
    }
  }
  return {};
}

}  // namespace hearsay
