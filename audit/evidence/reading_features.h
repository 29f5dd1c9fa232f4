// The features of a whole reading, source, cue and content together, by which one of the few likeliest labellings of a
// window is chosen: what a chain of labels cannot see. Written once for the learner and the chooser.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "evidence/feature.h"
#include "evidence/frame.h"
#include "evidence/span_states.h"
#include "evidence/span_window.h"

namespace hearsay {

/// Index of reading_templates.
enum ReadingTemplate : std::uint32_t {
  kReadingRank,
  kReadingOrder,
  kReadingOrderGroup,
  kReadingOrderStem,
  kReadingOrderStemGroup,
  kReadingOrderRule,
  kReadingOrderForm,
  kReadingOrderQuotes,
  kReadingOrderQuotesStem,
  kReadingOrderQuotesNext,
  kReadingOrderWho,
  kReadingWhoStem,
  kReadingWhoRule,
  kReadingSourceGap,
  kReadingSourceSize,
  kReadingSourceAfter,
  kReadingSourceMarks,
  kReadingSourceEdge,
  kReadingContentStart,
  kReadingContentStartStem,
  kReadingContentStartGroup,
  kReadingContentWho,
  kReadingEnd,
  kReadingEndStem,
  kReadingEndSize,
  kReadingEndWord,
  kReadingEndStart,
  kReadingSizeStem,
  kReadingSizeOrder,
  kReadingSizeStart,
  kReadingOthers,
  kReadingOthersStem,
  kReadingVerbs,
  kReadingVerbsStem,
  kReadingCommas,
  kReadingCommasStart,
  kReadingPieces,
  kReadingAgrees,
  kReadingAgreesRule,
  kReadingAgreesStem,
  kReadingCueEnd,
  kReadingCueEndStem,
  kReadingCueStart,
  kReadingTagOrder,
  kReadingHearer,
  kReadingPhrase,
  kReadingFar,
  kReadingFarQuotes,
  kReadingFarOrder,
  kReadingFarStem,
  kReadingOuter,
  kReadingOuterStem,
  kReadingTail,
  kReadingTailStem,
  kReadingTailWord,
  kReadingTailTags,
  kReadingEndWordStem,
  kReadingEndWordSize,
  kReadingInside,
  kReadingInsideTail,
  kReadingLeft,
  kReadingLeftStart,
  // Asked only of the reading chosen, with what others were chosen around it.
  kReadingProbability,
  kReadingCovered,
  kReadingCoveredStem,
  kReadingCoveredOrder,
  kReadingCovers,
  kReadingCoversStem,
  kReadingSpanProbability,
  kReadingTemplateCount,
};
inline constexpr std::size_t kChoiceTemplateCount = kReadingProbability;

/// One window, asked about one labelling after another.
class ReadingView {
 public:
  /// All must outlive it. `hint`: what a rule reads at the head, or null.
  ReadingView(const Frames& frames, const std::vector<float>& cues, const SpanWindow& window, const Hint* hint);

  /// kChoiceTemplateCount calls, always in the same order. `rank` among the few, `behind` the best by so much log
  /// probability.
  template <class Sink>
  void features(std::span<const std::uint8_t> labels, std::uint32_t rank, float behind, Sink& sink) const;

 private:
  struct Facts {
    std::uint32_t order = 0;   // roles in order, two bits each, at most six
    std::uint32_t pieces = 0;  // of content
    std::uint32_t quotes = 0;  // to each side: 1 a quotation taken, 2 one left out; left + 4 * right
    std::uint32_t who = 0;     // of the source; kWhoCount: a source that is no noun phrase
    std::uint32_t size = 0;    // bucket of the content's units
    std::uint32_t others = 0;  // likely cues in the content
    std::uint32_t verbs = 0, commas = 0;
    std::uint32_t outer = 0;   // 1: the content has a verb of an outer clause
    std::uint32_t inside = 0;  // bits: Join::same … bare of the content's finite verbs
    std::uint32_t source_first = kNone, source_last = kNone, source_marks = 0;  // units
    std::uint32_t cue_first = kNone, cue_last = kNone;
    std::uint32_t content_first = kNone, content_last = kNone;  // of the piece nearest the head
    std::uint32_t far = 0;     // how the outermost content is parted from the head, a code per side: left + 32 * right
    std::uint32_t agrees = 0;  // with the rule: source, cue, content's begin, its end
  };

  /// What a unit counts for: asked once for a window, read for each of its labellings.
  enum Mark : std::uint32_t {
    kComma = 1,  // the first four as Facts::source_marks has them
    kRelative = 2,
    kVerbal = 4,
    kJoins = 8,
    kLikelyCue = 16,
    kQuoted = 32,      // a quotation; none of the marks of words
    kNearQuoted = 64,  // … in the head's sentence or a little before the head
  };
  [[nodiscard]] std::uint32_t marks_of(std::uint32_t unit, const std::vector<float>& cues) const;
  [[nodiscard]] Facts facts_of(std::span<const std::uint8_t> labels) const;
  [[nodiscard]] const Frame* frame(std::uint32_t unit) const {
    return unit >= window_.units.size() ? nullptr : &frames_[window_.units[unit].tokens.begin];
  }
  [[nodiscard]] Kind kind(std::uint32_t unit) const {
    if (unit >= window_.units.size()) return Kind::boundary;
    return window_.units[unit].quotation != kNone ? Kind::quotation : frame(unit)->kind;
  }
  [[nodiscard]] std::uint32_t word(std::uint32_t unit) const {
    if (unit >= window_.units.size()) return kEdgeWord;
    return window_.units[unit].quotation != kNone ? hash_of("\"") : frame(unit)->word;
  }
  [[nodiscard]] std::uint32_t who(std::uint32_t unit) const {
    return unit >= window_.units.size() || window_.units[unit].quotation != kNone
               ? 0U
               : static_cast<std::uint32_t>(frame(unit)->nominal.who);
  }
  [[nodiscard]] std::uint32_t group() const;
  [[nodiscard]] std::uint32_t parted(std::span<const std::uint8_t> labels, std::int64_t step) const;

  const Frames& frames_;
  const SpanWindow& window_;
  const Hint* hint_;
  std::vector<std::uint32_t> marks_;  // per unit, bits of Mark
};

[[nodiscard]] inline std::uint32_t size_bucket(std::uint32_t size) {
  return size < 4 ? size : size < 6 ? 4 : size < 9 ? 5 : size < 14 ? 6 : size < 22 ? 7 : size < 35 ? 8 : 9;
}

/// 0 no auxiliary 1 have or another 2 modal 3 to; +4 for a past participle after "be" or nothing.
inline std::uint32_t ReadingView::group() const {
  std::uint32_t group = 0;
  for (std::uint32_t k = 1; k <= 3 && k <= window_.head; ++k) {
    const Kind before = kind(window_.head - k);
    if (before == Kind::adverb || before == Kind::negation) continue;
    group = before == Kind::auxiliary ? 1 : before == Kind::modal ? 2 : before == Kind::to ? 3 : 0;
    if (before == Kind::auxiliary) {
      const std::uint32_t hash = word(window_.head - k);
      if (hash == hash_of("has") || hash == hash_of("have") || hash == hash_of("had") || hash == hash_of("'ve"))
        group = 0;
    }
    break;
  }
  return frame(window_.head)->tag == Tag::VBN ? group + 4 : group;
}

/// What stands between the head and the outermost content on a side and belongs to neither: likely cues (0 … 2), +3
/// for a quotation, +6 where a sentence ends, +12 where a paragraph does; 0 also where that side has no content.
inline std::uint32_t ReadingView::parted(std::span<const std::uint8_t> labels, std::int64_t step) const {
  std::uint32_t code = 0;
  std::uint32_t cues = 0;
  std::uint32_t quotations = 0;
  const auto head = static_cast<std::int64_t>(window_.head);
  for (std::int64_t i = head + step; i >= 0 && i < static_cast<std::int64_t>(labels.size()); i += step) {
    const Unit& unit = window_.units[static_cast<std::size_t>(i)];
    const std::uint8_t label = labels[static_cast<std::size_t>(i)];
    if (label >= kContentBegin) {
      code = cues + quotations + (unit.sentences_away != 0 ? 6U : 0U) + (unit.paragraphs_away != 0 ? 12U : 0U);
    } else if (label == kOutside) {
      const std::uint32_t marks = marks_[static_cast<std::size_t>(i)];
      if ((marks & kQuoted) != 0) quotations = 3;
      if ((marks & kLikelyCue) != 0) cues = std::min(2U, cues + 1);
    }
  }
  return code;
}

inline ReadingView::Facts ReadingView::facts_of(std::span<const std::uint8_t> labels) const {
  Facts f;
  std::uint32_t roles = 0;
  std::uint32_t before = 0;
  std::uint32_t size = 0;
  std::uint32_t verbs = 0;
  std::uint32_t commas = 0;
  std::uint32_t others = 0;
  std::uint32_t nearest = kNone;
  std::uint32_t first = kNone;
  const auto piece_ends = [&](std::uint32_t end) {
    if (first == kNone) return;
    const std::uint32_t away = end <= window_.head ? window_.head - end : first - window_.head;
    if (away < nearest) {
      nearest = away;
      f.content_first = first;
      f.content_last = end - 1;
    }
    first = kNone;
  };
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    constexpr std::array<std::uint8_t, kSpanLabels> kRoles = {0, 1, 1, 2, 2, 3, 3, 3};
    const std::uint32_t role = kRoles[labels[i]];
    if (role != before || labels[i] == kContentBegin) {
      if (before == 3) piece_ends(i);
      if (role != 0 && ++roles <= 6) f.order = f.order * 4 + role;
      if (role == 3) {
        first = i;
        ++f.pieces;
      }
    }
    before = role;
    const std::uint32_t marks = marks_[i];
    if (role == 1) {
      f.source_first = std::min(f.source_first, i);
      f.source_last = i;
      f.source_marks |= marks & 15U;
      if (f.who == 0) f.who = who(i);
    } else if (role == 2) {
      f.cue_first = std::min(f.cue_first, i);
      f.cue_last = i;
    } else if (role == 3) {
      ++size;
      verbs += (marks & kVerbal) != 0 ? 1U : 0U;
      commas += (marks & kComma) != 0 ? 1U : 0U;
      others += (marks & kLikelyCue) != 0 ? 1U : 0U;
      if (i > window_.head) {
        const Join join = window_.units[i].clause.join;
        if (join == Join::outer) f.outer = 1;
        if (join > Join::outer)
          f.inside |= 1U << (static_cast<std::uint32_t>(join) - static_cast<std::uint32_t>(Join::same));
      }
    }
    if ((marks & kQuoted) != 0 && ((marks & kNearQuoted) != 0 || role == 3)) {
      const std::uint32_t shift = i < window_.head ? 0 : 2;
      const std::uint32_t seen = role == 3 ? 1U : 2U;
      f.quotes |= seen << shift;
    }
  }
  f.verbs = std::min(2U, verbs);
  f.commas = std::min(3U, commas);
  f.others = std::min(2U, others);
  piece_ends(static_cast<std::uint32_t>(labels.size()) + (first == kNone ? 1U : 0U));
  if (f.source_first != kNone && f.who == 0) f.who = kWhoCount;
  f.size = size_bucket(size);
  f.far = parted(labels, -1) + 32 * parted(labels, 1);
  if (hint_ != nullptr) {
    const auto tokens = [&](std::uint32_t from, std::uint32_t to) {
      return from == kNone ? TokenRange{} : TokenRange{window_.units[from].tokens.begin, window_.units[to].tokens.end};
    };
    if (tokens(f.source_first, f.source_last) == hint_->source) f.agrees |= 1U;
    if (tokens(f.cue_first, f.cue_last) == hint_->cue) f.agrees |= 2U;
    const TokenRange content = tokens(f.content_first, f.content_last);
    for (const TokenRange range : hint_->content) {
      if (range.begin == content.begin) f.agrees |= 4U;
      if (range.end == content.end) f.agrees |= 8U;
    }
    f.agrees |= 16U;
  }
  return f;
}

template <class Sink>
void ReadingView::features(std::span<const std::uint8_t> labels, std::uint32_t rank, float behind, Sink& sink) const {
  const Facts f = facts_of(labels);
  const Frame& head = *frame(window_.head);
  const std::uint32_t stem = head.stem;
  const std::uint32_t verb = group();
  const Kind next = kind(window_.head + 1);
  const bool sourced = f.source_first != kNone;
  const bool right = f.content_first != kNone && f.content_first > window_.head;
  const bool left = f.content_first != kNone && !right;
  const std::uint32_t side = right ? 2 : left ? 1 : 0;
  // From source to cue, and from cue to the nearest content, in units left between.
  const std::uint32_t source_side = !sourced ? 0 : f.source_first < window_.head ? 1 : 2;
  const auto between = [](std::uint32_t from, std::uint32_t to) {
    return to > from ? std::min(5U, to - from - 1) : 6U;
  };
  const std::uint32_t source_gap = source_side == 0   ? 7
                                   : source_side == 1 ? between(f.source_last, f.cue_first)
                                                      : between(f.cue_last, f.source_first);
  const std::uint32_t gap = side == 0   ? 7
                            : side == 2 ? between(f.cue_last, f.content_first)
                                        : between(f.content_last, std::min(f.cue_first, f.source_first));
  const Kind starts = side == 0 ? Kind::boundary : kind(f.content_first);
  const std::uint32_t begin_who = side == 0 ? 0 : who(f.content_first);
  const Kind last = side == 0 ? Kind::boundary : kind(f.content_last);
  const Kind after = side == 0 ? Kind::boundary : kind(f.content_last + 1);
  const Kind after_two = side == 0 ? Kind::boundary : kind(f.content_last + 2);
  const std::uint32_t after_word =
      side == 0 ? kEdgeWord : word(after == Kind::comma ? f.content_last + 2 : f.content_last + 1);
  const Kind cue_end = kind(f.cue_last);
  const Kind source_after = sourced ? kind(f.source_last + 1) : Kind::boundary;
  const std::uint32_t rule = head.rule;
  const std::uint32_t rate = std::min(4U, head.rate / 200U);
  const std::uint32_t phrase = side == 0 ? 0 : frame(f.content_last)->nominal.place;
  const auto tag_at = [&](std::uint32_t unit) {
    return side == 0 || unit >= window_.units.size() ? Tag::none
           : window_.units[unit].quotation != kNone  ? Tag::SYM
                                                     : frame(unit)->tag;
  };
  const std::uint32_t end = side == 0 ? 0 : f.content_last + 1;
  // What the content leaves out of its sentence, if anything.
  const bool goes_on = side != 0 && end < window_.units.size() && !window_.units[end].starts_sentence;
  const UnitClause behind_end = goes_on ? window_.units[end].clause : UnitClause{};
  const std::uint32_t tail = goes_on ? 1U + behind_end.ahead : 0U;
  const std::uint32_t outside = right ? behind_end.outside : 0U;
  const std::uint32_t join = right ? static_cast<std::uint32_t>(behind_end.join) : 0U;
  const std::uint32_t end_word = side == 0 ? kEdgeWord : word(end);
  const auto gap_bucket = static_cast<std::uint32_t>(std::min(7.0F, behind));

  sink(kReadingRank, rank, gap_bucket);
  sink(kReadingOrder, f.order, rate);
  sink(kReadingOrderGroup, f.order, verb, head.tag);
  sink(kReadingOrderStem, f.order, stem);
  sink(kReadingOrderStemGroup, f.order, stem, verb);
  sink(kReadingOrderRule, f.order, rule);
  sink(kReadingOrderForm, f.order, head.family, head.form);
  sink(kReadingOrderQuotes, f.order, f.quotes);
  sink(kReadingOrderQuotesStem, f.order, f.quotes, stem);
  sink(kReadingOrderQuotesNext, f.order, f.quotes, next, begin_who);
  sink(kReadingOrderWho, f.order, f.who, verb);
  sink(kReadingWhoStem, f.who, stem, source_side);
  sink(kReadingWhoRule, f.who, rule, source_side);
  sink(kReadingSourceGap, source_gap, source_side, f.who);
  sink(kReadingSourceSize, sourced ? size_bucket(f.source_last - f.source_first + 1) : 0U, source_side, f.who,
       source_gap);
  sink(kReadingSourceAfter, source_after, source_side, f.source_marks, source_gap);
  sink(kReadingSourceMarks, f.source_marks, source_side, stem);
  sink(kReadingSourceEdge, sourced ? word(f.source_first - 1) : kEdgeWord, source_side, f.who);
  sink(kReadingContentStart, starts, gap, side, verb);
  sink(kReadingContentStartStem, starts, gap, stem);
  sink(kReadingContentStartGroup, starts, gap, f.order, rate);
  sink(kReadingContentWho, begin_who, side, stem, gap);
  sink(kReadingEnd, last, after, after_two, side);
  sink(kReadingEndStem, after, stem, starts);
  sink(kReadingEndSize, after, f.size, starts, side);
  sink(kReadingEndWord, after_word, side, after == Kind::comma, starts);
  sink(kReadingEndStart, after, after_two, starts, f.verbs, side);
  sink(kReadingSizeStem, f.size, stem);
  sink(kReadingSizeOrder, f.size, f.order);
  sink(kReadingSizeStart, f.size, starts, f.verbs, next);
  sink(kReadingOthers, f.others, f.order, rate);
  sink(kReadingOthersStem, f.others, stem, side);
  sink(kReadingVerbs, f.verbs, f.order, starts);
  sink(kReadingVerbsStem, f.verbs, stem, side);
  sink(kReadingCommas, f.commas, f.order, after);
  sink(kReadingCommasStart, f.commas, starts, after, stem);
  sink(kReadingPieces, f.pieces, f.quotes, f.order);
  sink(kReadingAgrees, f.agrees, head.surety, head.form);
  sink(kReadingAgreesRule, f.agrees, rule);
  sink(kReadingAgreesStem, f.agrees, head.family, stem);
  sink(kReadingCueEnd, cue_end, starts, gap, f.cue_last - window_.head);
  sink(kReadingCueEndStem, cue_end, stem, f.cue_last - window_.head);
  sink(kReadingCueStart, kind(f.cue_first), window_.head - f.cue_first, head.tag);
  sink(kReadingTagOrder, head.tag, f.order, next);
  sink(kReadingHearer, f.quotes, begin_who, gap, stem, side);
  sink(kReadingPhrase, phrase, after, starts, side);
  sink(kReadingFar, f.far, side);
  sink(kReadingFarQuotes, f.far, f.quotes, next);
  sink(kReadingFarOrder, f.far, f.order, f.pieces);
  sink(kReadingFarStem, f.far, stem);
  sink(kReadingOuter, f.outer, outside, join, head.tag, side);
  sink(kReadingOuterStem, f.outer, outside, stem);
  sink(kReadingTail, tail, after, starts, side);
  sink(kReadingTailStem, tail, after, stem);
  sink(kReadingTailWord, tail, after_word, side);
  sink(kReadingTailTags, tag_at(f.content_last), tag_at(end), tag_at(end + 1), side);
  sink(kReadingEndWordStem, end_word, stem, starts);
  sink(kReadingEndWordSize, end_word, f.size, f.verbs, side);
  sink(kReadingInside, f.inside, starts, f.verbs, side);
  sink(kReadingInsideTail, f.inside, tail, after, side);
  sink(kReadingLeft, side == 0 ? Kind::boundary : kind(f.content_first - 1), side, starts, gap);
  sink(kReadingLeftStart, side == 0 ? kEdgeWord : word(f.content_first - 1), side,
       side != 0 && window_.units[f.content_first].starts_sentence ? 1U : 0U, f.size);
}

}  // namespace hearsay
