// The phrase that ends right before a finite verb, adverbs and a closing comma aside.
#include "attributions/subject.h"

namespace hearsay {
namespace {

/// The subject of the finite verb v; empty where none ends before it, or "who".
TokenRange subject_of(const Reading& r, std::uint32_t v, std::uint32_t begin) {
  for (std::uint32_t end = v; end > begin && end + 6 > v; --end) {
    const std::uint32_t m = end < r.mentions.ends_at.size() ? r.mentions.ends_at[end] : kNone;
    if (m != kNone && r.mentions.all[m].range.begin >= begin) {
      const Mention& mention = r.mentions.all[m];
      return mention.relative ? TokenRange{} : mention.range;
    }
    const bool loose = is_adverb(r.tag(end - 1)) || r.mark(end - 1) == Mark::comma || r.in(end - 1, r.time) ||
                       r.tag(end - 1) == Tag::MD;
    if (!loose) break;
  }
  return {};
}

}  // namespace

TokenRange shared_subject(const Reading& r, std::uint32_t t) {
  const TokenRange sentence = r.sentence(t);
  const std::uint32_t inside = r.quotation(t);
  for (std::uint32_t v = sentence.begin; v < t; ++v) {
    if (r.quotation(v) != inside || !is_finite(r.tag(v))) continue;
    if (const TokenRange subject = subject_of(r, v, sentence.begin); !subject.empty()) return subject;
  }
  return {};
}

TokenRange nearest_subject(const Reading& r, std::uint32_t t) {
  const TokenRange sentence = r.sentence(t);
  const std::uint32_t inside = r.quotation(t);
  for (std::uint32_t v = t; v-- > sentence.begin;) {
    if (r.quotation(v) == inside && is_finite(r.tag(v))) return subject_of(r, v, sentence.begin);
  }
  return {};
}

}  // namespace hearsay
