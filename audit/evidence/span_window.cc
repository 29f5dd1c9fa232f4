// span_window: units are made to the left, then turned round, then to the right.
#include "evidence/span_window.h"

#include <algorithm>

namespace hearsay {
namespace {

class Builder {
 public:
  Builder(const Text& text, const Frames& frames, std::uint32_t head, SpanWindow& window)
      : text_(text), frames_(frames), head_(head), window_(window), own_(frames[head].quotation) {}

  void build() {
    window_.units.clear();
    left();
    std::reverse(window_.units.begin(), window_.units.end());
    window_.head = static_cast<std::uint32_t>(window_.units.size());
    add({head_, head_ + 1}, kNone);
    right();
  }

 private:
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const {
    return text_.sentences[text_.sentence_of[token]].paragraph;
  }

  void add(TokenRange tokens, std::uint32_t quotation) {
    const std::uint32_t sentence = text_.sentence_of[tokens.begin];
    const std::uint32_t head_sentence = text_.sentence_of[head_];
    window_.units.push_back(
        {.tokens = tokens,
         .quotation = quotation,
         .sentence = sentence,
         .sentences_away = static_cast<std::int32_t>(sentence) - static_cast<std::int32_t>(head_sentence),
         .paragraphs_away =
             static_cast<std::int32_t>(paragraph_of(tokens.begin)) - static_cast<std::int32_t>(paragraph_of(head_)),
         .starts_sentence = text_.sentences[sentence].tokens.begin == tokens.begin,
         .clause = {}});
  }

  /// The quotation that is a unit at this token, or kNone.
  [[nodiscard]] std::uint32_t unit_at(std::uint32_t token) const {
    const std::uint32_t q = frames_[token].quotation;
    return q != own_ && q != kNone && text_.quotations[q].tokens.contains(token) ? q : kNone;
  }

  void left() {
    const std::uint32_t paragraph = paragraph_of(head_);
    const std::uint32_t first = text_.paragraphs[paragraph].tokens.begin;
    std::uint32_t sentence = text_.sentence_of[head_];
    std::uint32_t extensions = 0;
    std::uint32_t t = head_;
    while (window_.units.size() < kMaxUnits) {
      if (t == first) {
        if (!enter_paragraph_before(paragraph, t)) return;
        add_quotation_before(t);
        return;
      }
      if (text_.sentence_of[t - 1] < sentence) {
        // The sentence before is read too where a quotation ends it.
        const bool quoted = unit_at(t - 1) != kNone;
        if (!quoted || extensions >= 2) return;
        ++extensions;
      }
      if (const std::uint32_t q = unit_at(t - 1); q != kNone) {
        const std::uint32_t begin = std::max(first, text_.quotations[q].tokens.begin);
        add({begin, t}, q);
        t = begin;
      } else {
        add({t - 1, t}, kNone);
        --t;
      }
      sentence = text_.sentence_of[t];
    }
  }

  /// Only where the paragraph before ends with a quotation and the head stands in the first sentence.
  [[nodiscard]] bool enter_paragraph_before(std::uint32_t paragraph, std::uint32_t t) const {
    return t > 0 && paragraph > 0 && text_.sentence_of[head_] == text_.sentence_of[t] && unit_at(t - 1) != kNone;
  }
  void add_quotation_before(std::uint32_t t) {
    const std::uint32_t q = unit_at(t - 1);
    const TokenRange tokens = text_.quotations[q].tokens;
    if (tokens.begin < t) add({tokens.begin, t}, q);
  }

  void right() {
    const std::uint32_t paragraph = paragraph_of(head_);
    std::uint32_t last = text_.paragraphs[paragraph].tokens.end;
    std::uint32_t sentence = text_.sentence_of[head_];
    std::uint32_t extensions = 0;
    std::uint32_t paragraphs = 0;
    std::uint32_t t = head_ + 1;
    const std::size_t limit = window_.units.size() + kMaxUnits;
    while (window_.units.size() < limit && t < text_.tokens.size()) {
      if (t >= last) {
        if (paragraphs >= 2 || unit_at(t) == kNone || !goes_on(t)) return;
        ++paragraphs;
        last = text_.paragraphs[paragraph_of(t)].tokens.end;
        sentence = text_.sentence_of[t];
      } else if (text_.sentence_of[t] > sentence) {
        if (unit_at(t) == kNone || extensions >= 4) return;
        ++extensions;
        sentence = text_.sentence_of[t];
      }
      if (const std::uint32_t q = unit_at(t); q != kNone) {
        const std::uint32_t end = std::min(last, text_.quotations[q].tokens.end);
        add({t, end}, q);
        t = end;
        if (t < text_.tokens.size() && text_.sentence_of[t - 1] > sentence) sentence = text_.sentence_of[t - 1];
      } else {
        add({t, t + 1}, kNone);
        ++t;
      }
    }
  }

  /// Whether the paragraph that begins at t goes on with the one before: its quotation continues, or a colon ended it.
  [[nodiscard]] bool goes_on(std::uint32_t t) const {
    return text_.quotations[unit_at(t)].continues != kNone || frames_[t - 1].kind == Kind::colon ||
           text_.sentence_of[t - 1] == text_.sentence_of[head_];
  }

  const Text& text_;
  const Frames& frames_;
  std::uint32_t head_;
  SpanWindow& window_;
  std::uint32_t own_;
};

}  // namespace

void span_window(const Text& text, const Frames& frames, std::uint32_t head, SpanWindow& window) {
  Builder(text, frames, head, window).build();
  find_clauses(frames, window);
}

}  // namespace hearsay
