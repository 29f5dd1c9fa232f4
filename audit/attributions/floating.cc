// One walk over the quotations; each looks at the sentence that ends where it begins. What is added there counts for
// the next: a row of quotations is all one speaker's.
#include "attributions/floating.h"

#include <algorithm>

#include "attributions/content.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFewest = 4;         // words that make a saying
constexpr std::uint32_t kSentencesBack = 2;  // of the writer's own between a saying and what goes on with it

class Floating {
 public:
  Floating(const Reading& reading, std::vector<Candidate>& kept)
      : r_(reading), kept_(kept), owner_(reading.size(), kNone), in_sentence_(reading.text.sentences.size(), kNone) {
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
      std::uint32_t left = kMostPainted;
      for (const TokenRange span : kept[i].attribution.content) {
        const std::uint32_t size = std::min(left, span.size());
        paint({span.begin, span.begin + size}, i);
        left -= size;
      }
    }
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
      const std::uint32_t head = kept[i].attribution.cue_head;
      if (r_.quotation(head) == kNone && owner_[head] == kNone) in_sentence_[r_.text.sentence_of[head]] = i;
    }
  }

  void run() {
    for (std::uint32_t q = 0; q < r_.text.quotations.size(); ++q) {
      const TokenRange tokens = r_.text.quotations[q].tokens;
      if (!floats(q)) continue;
      const std::uint32_t speaker = speaker_before(tokens);
      if (speaker == kNone) continue;
      Attribution& a = kept_[speaker].attribution;
      a.content.push_back(tokens);
      add_continuations(r_, a.content);
      a.type = type_of(r_, a.content);
      paint(tokens, speaker);
    }
  }

 private:
  void paint(TokenRange span, std::uint32_t owner) {
    // Contents of nested readings are painted over and over; the outermost one stays.
    for (std::uint32_t t = span.begin; t < span.end; ++t)
      owner_[t] = owner_[t] == kNone ? owner : std::min(owner_[t], owner);
  }

  /// Whether it stands for itself: whole sentences that nobody tells of.
  [[nodiscard]] bool floats(std::uint32_t q) const {
    const Quotation& quotation = r_.text.quotations[q];
    const TokenRange tokens = quotation.tokens;
    if (quotation.parent != kNone || quotation.scare || quotation.continues != kNone || !quotation.closed) return false;
    const Paragraph& paragraph = r_.paragraph(tokens.begin);
    if (!is_body(paragraph.kind) || r_.sentence(tokens.begin).begin != tokens.begin) return false;
    if (r_.sentence(tokens.end - 1).end != tokens.end || r_.mark(tokens.end - 2) != Mark::stop) return false;
    std::uint32_t words = 0;
    bool clause = false;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (owner_[t] != kNone) return false;
      words += r_.mark(t) == Mark::none ? 1 : 0;
      clause = clause || is_finite(r_.tag(t)) || r_.tag(t) == Tag::PRP;
    }
    return clause && words >= kFewest;
  }

  /// Who speaks in the sentence before; kNone where nobody does or somebody else may answer.
  [[nodiscard]] std::uint32_t speaker_before(TokenRange tokens) const {
    const Paragraph& paragraph = r_.paragraph(tokens.begin);
    if (tokens.begin == 0) return kNone;
    const std::uint32_t last = tokens.begin - 1;
    const bool next_paragraph = tokens.begin == paragraph.tokens.begin;
    if (next_paragraph && (tokens.end != paragraph.tokens.end || !is_body(r_.paragraph(last).kind))) return kNone;
    std::uint32_t speaker = in_sentence_[r_.text.sentence_of[last]];
    if (speaker == kNone) speaker = owner_[last];
    if (speaker == kNone && !next_paragraph) speaker = speaker_above(last);
    if (speaker == kNone) return kNone;
    const Attribution& a = kept_[speaker].attribution;
    if (a.mode != SourceMode::phrase || a.stance == Stance::ask || a.stance == Stance::belief) return kNone;
    if (!next_paragraph) return speaker;
    const std::uint32_t m = a.source.empty() ? kNone : r_.mentions.of_token[a.source.end - 1];
    const SourceKind kind = m == kNone ? SourceKind::other : r_.mentions.all[m].kind;
    const bool person = kind == SourceKind::named_person || kind == SourceKind::unnamed_person ||
                        (m != kNone && r_.mentions.all[m].pronoun);
    const bool asked = r_.closed_at(last) != kNone && last > 0 && r_.word(last - 1) == "?";
    return person && !asked ? speaker : kNone;
  }

  /// Who spoke before the writer's own sentences that end with token `last`, if these name nobody else.
  [[nodiscard]] std::uint32_t speaker_above(std::uint32_t last) const {
    const std::uint32_t first = r_.paragraph(last).sentences.begin;
    std::uint32_t s = r_.text.sentence_of[last];
    for (std::uint32_t back = 0; back < kSentencesBack && s > first; ++back, --s) {
      const TokenRange tokens = r_.text.sentences[s].tokens;
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const std::uint32_t m = r_.mentions.core_starts_at[t];
        if (m == kNone) continue;
        const SourceKind kind = r_.mentions.all[m].kind;
        if (kind == SourceKind::named_person || kind == SourceKind::unnamed_person) return kNone;
      }
      const std::uint32_t above = r_.text.sentences[s - 1].tokens.end - 1;
      if (in_sentence_[s - 1] != kNone) return in_sentence_[s - 1];
      if (owner_[above] != kNone) return owner_[above];
    }
    return kNone;
  }

  const Reading& r_;
  std::vector<Candidate>& kept_;
  std::vector<std::uint32_t> owner_;        // per token: the reading in whose content it lies, or kNone
  std::vector<std::uint32_t> in_sentence_;  // per sentence: the last reading in the open whose cue it holds, or kNone
};

}  // namespace

void add_floating(const Reading& reading, std::vector<Candidate>& kept) {
  Floating(reading, kept).run();
}

}  // namespace hearsay
