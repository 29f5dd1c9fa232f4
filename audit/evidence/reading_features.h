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
  kReadingOrderRule,
  kReadingOrderForm,
  kReadingOrderQuotes,
  kReadingOrderQuotesStem,
  kReadingOrderQuotesNext,
  kReadingOrderWho,
  kReadingWhoRule,
  kReadingSourceGap,
  kReadingSourceSize,
  kReadingSourceAfter,
  kReadingSourceMarks,
  kReadingSourceEdge,
  kReadingContentStart,
  kReadingContentStartGroup,
  kReadingEnd,
  kReadingEndSize,
  kReadingEndWord,
  kReadingEndStart,
  kReadingSizeStem,
  kReadingSizeOrder,
  kReadingSizeStart,
  kReadingOthers,
  kReadingVerbs,
  kReadingVerbsStem,
  kReadingCommas,
  kReadingPieces,
  kReadingAgrees,
  kReadingAgreesRule,
  kReadingAgreesStem,
  kReadingCueEnd,
  kReadingCueEndStem,
  kReadingCueStart,
  kReadingTagOrder,
  kReadingPhrase,
  kReadingFar,
  kReadingFarOrder,
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
  kReadingCueWord,
  kReadingCueAfter,
  kReadingSourceOthers,
  kReadingCueShape,
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
    std::uint32_t source_others = 0, source_verbs = 0;
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

  /// How many units of a stretch bear a mark, twelve bits for each kind of mark.
  using Counts = std::uint64_t;
  enum Counted : std::uint32_t { kVerbs = 0, kCommas = 12, kLikelyCues = 24, kQuotations = 36, kNearQuotations = 48 };
  [[nodiscard]] static Counts counts_of(std::uint32_t marks) {
    const auto one = [&](Mark mark, Counted counted) { return Counts{(marks & mark) != 0 ? 1U : 0U} << counted; };
    return one(kVerbal, kVerbs) + one(kComma, kCommas) + one(kLikelyCue, kLikelyCues) + one(kQuoted, kQuotations) +
           one(kNearQuoted, kNearQuotations);
  }
  /// How many units right of the head join their clause so, kJoinBits for each of Join::outer … bare.
  [[nodiscard]] static Counts joins_of(Join join) {
    return join < Join::outer ? 0 : Counts{1} << (kJoinBits * (index_of(join) - index_of(Join::outer)));
  }
  [[nodiscard]] static constexpr std::uint32_t index_of(Join join) { return static_cast<std::uint32_t>(join); }
  static constexpr std::uint32_t kJoinBits = 12;
  [[nodiscard]] static std::uint32_t count_of(Counts counts, Counted counted) {
    return static_cast<std::uint32_t>(counts >> counted) & 0xfffU;
  }
  /// Of the units from `first` up to `end`; none where there are none.
  [[nodiscard]] Counts counts(std::uint32_t first, std::uint32_t end) const {
    return first < end ? units_[end].before - units_[first].before : 0;
  }
  [[nodiscard]] Counts joins(std::uint32_t first, std::uint32_t end) const {
    return units_[end].joins_before - units_[first].joins_before;
  }
  /// What stands between the head and the outermost content on a side and belongs to neither: likely cues (0 … 2), +3
  /// for a quotation, +6 where a sentence ends, +12 where a paragraph does.
  [[nodiscard]] std::uint32_t parted(std::uint32_t outermost, Counts between) const {
    const Unit& unit = window_.units[outermost];
    return std::min(2U, count_of(between, kLikelyCues)) + (count_of(between, kQuotations) != 0 ? 3U : 0U) +
           (unit.sentences_away != 0 ? 6U : 0U) + (unit.paragraphs_away != 0 ? 12U : 0U);
  }

  const Frames& frames_;
  const SpanWindow& window_;
  const Hint* hint_;
  struct MarkedUnit {
    Counts before = 0;        // of all units before it
    Counts joins_before = 0;  // joins_of them
    std::uint32_t marks = 0;  // bits of Mark
  };
  std::vector<MarkedUnit> units_;  // and one more
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
    if (before == Kind::auxiliary && frame(window_.head - k)->is(kFiniteHave)) group = 0;
    break;
  }
  return frame(window_.head)->tag == Tag::VBN ? group + 4 : group;
}

/// A labelling is read run by run: what a stretch of units counts for is the difference of two sums.
inline ReadingView::Facts ReadingView::facts_of(std::span<const std::uint8_t> labels) const {
  Facts f;
  const auto size = static_cast<std::uint32_t>(labels.size());
  const std::uint32_t head = window_.head;
  std::uint32_t roles = 0;
  std::uint32_t content_size = 0;
  std::uint32_t nearest = kNone;
  Counts content = 0;  // in all content
  Counts content_joins = 0;
  Counts source = 0;
  Counts taken_left = 0, taken_right = 0;             // in content on that side
  std::uint32_t leftmost = kNone, rightmost = kNone;  // of the units of content on that side
  // In source, cue and content between leftmost and the head, and between the head and the last such run.
  Counts labelled_left = 0, labelled_right = 0, labelled_to_rightmost = 0;
  for (std::uint32_t i = 0; i < size;) {
    constexpr std::array<std::uint8_t, kSpanLabels> kRoles = {0, 1, 1, 2, 2, 3, 3, 3};
    const std::uint32_t role = kRoles[labels[i]];
    const std::uint32_t first = i++;
    while (i < size && kRoles[labels[i]] == role && labels[i] != kContentBegin) ++i;
    if (role == 0) continue;
    if (++roles <= 6) f.order = f.order * 4 + role;
    const Counts left = counts(first, std::min(i, head));
    const Counts right = counts(std::max(first, head + 1), i);
    if (role == 1) {
      f.source_first = std::min(f.source_first, first);
      f.source_last = i - 1;
      source += counts(first, i);
      for (std::uint32_t unit = first; unit < i; ++unit) {
        f.source_marks |= units_[unit].marks & 15U;
        if (f.who == 0) f.who = who(unit);
      }
    } else if (role == 2) {
      f.cue_first = std::min(f.cue_first, first);
      f.cue_last = i - 1;
    } else {
      ++f.pieces;
      content_size += i - first;
      content += counts(first, i);
      content_joins += joins(first, i);
      taken_left += left;
      taken_right += counts(std::max(first, head), i);
      if (first < head && leftmost == kNone) leftmost = first;
      if (i > head + 1) rightmost = i - 1;
      const std::uint32_t away = i <= head ? head - i : first - head;
      if (away < nearest) {
        nearest = away;
        f.content_first = first;
        f.content_last = i - 1;
      }
    }
    if (leftmost != kNone) labelled_left += left;
    labelled_right += right;
    if (rightmost == i - 1) labelled_to_rightmost = labelled_right;
  }
  f.source_others = std::min(2U, count_of(source, kLikelyCues));
  f.source_verbs = std::min(2U, count_of(source, kVerbs));
  f.verbs = std::min(2U, count_of(content, kVerbs));
  f.commas = std::min(3U, count_of(content, kCommas));
  f.others = std::min(2U, count_of(content, kLikelyCues));
  const auto joined = [&](Join join) {
    return ((content_joins >> (kJoinBits * (index_of(join) - index_of(Join::outer)))) & 0xfffU) != 0;
  };
  f.outer = joined(Join::outer) ? 1 : 0;
  for (const Join join : {Join::same, Join::other, Join::comma, Join::bare})
    if (joined(join)) f.inside |= 1U << (index_of(join) - index_of(Join::same));
  const auto quotes = [](Counts taken, Counts all) {
    const bool left_out = count_of(all, kNearQuotations) > count_of(taken, kNearQuotations);
    return (count_of(taken, kQuotations) != 0 ? 1U : 0U) + (left_out ? 2U : 0U);
  };
  f.quotes = quotes(taken_left, counts(0, head)) + 4 * quotes(taken_right, counts(head, size));
  if (f.source_first != kNone && f.who == 0) f.who = kWhoCount;
  f.size = size_bucket(content_size);
  if (leftmost != kNone) f.far = parted(leftmost, counts(leftmost, head) - labelled_left);
  if (rightmost != kNone) f.far += 32 * parted(rightmost, counts(head + 1, rightmost + 1) - labelled_to_rightmost);
  if (hint_ != nullptr) {
    const auto tokens = [&](std::uint32_t from, std::uint32_t to) {
      return from == kNone ? TokenRange{} : TokenRange{window_.units[from].tokens.begin, window_.units[to].tokens.end};
    };
    if (tokens(f.source_first, f.source_last) == hint_->source) f.agrees |= 1U;
    if (tokens(f.cue_first, f.cue_last) == hint_->cue) f.agrees |= 2U;
    const TokenRange nearest_content = tokens(f.content_first, f.content_last);
    for (const TokenRange range : hint_->content) {
      if (range.begin == nearest_content.begin) f.agrees |= 4U;
      if (range.end == nearest_content.end) f.agrees |= 8U;
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
  const auto in_cue = [&](std::uint32_t behind_head) {
    return window_.head + behind_head <= f.cue_last ? kind(window_.head + behind_head) : Kind::boundary;
  };
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
  sink(kReadingOrderRule, f.order, rule);
  sink(kReadingOrderForm, f.order, head.family, head.form);
  sink(kReadingOrderQuotes, f.order, f.quotes);
  sink(kReadingOrderQuotesStem, f.order, f.quotes, stem);
  sink(kReadingOrderQuotesNext, f.order, f.quotes, next, begin_who);
  sink(kReadingOrderWho, f.order, f.who, verb);
  sink(kReadingWhoRule, f.who, rule, source_side);
  sink(kReadingSourceGap, source_gap, source_side, f.who);
  sink(kReadingSourceSize, sourced ? size_bucket(f.source_last - f.source_first + 1) : 0U, source_side, f.who,
       source_gap);
  sink(kReadingSourceAfter, source_after, source_side, f.source_marks, source_gap);
  sink(kReadingSourceMarks, f.source_marks, source_side, stem);
  sink(kReadingSourceEdge, sourced ? word(f.source_first - 1) : kEdgeWord, source_side, f.who);
  sink(kReadingContentStart, starts, gap, side, verb);
  sink(kReadingContentStartGroup, starts, gap, f.order, rate);
  sink(kReadingEnd, last, after, after_two, side);
  sink(kReadingEndSize, after, f.size, starts, side);
  sink(kReadingEndWord, after_word, side, after == Kind::comma, starts);
  sink(kReadingEndStart, after, after_two, starts, f.verbs, side);
  sink(kReadingSizeStem, f.size, stem);
  sink(kReadingSizeOrder, f.size, f.order);
  sink(kReadingSizeStart, f.size, starts, f.verbs, next);
  sink(kReadingOthers, f.others, f.order, rate);
  sink(kReadingVerbs, f.verbs, f.order, starts);
  sink(kReadingVerbsStem, f.verbs, stem, side);
  sink(kReadingCommas, f.commas, f.order, after);
  sink(kReadingPieces, f.pieces, f.quotes, f.order);
  sink(kReadingAgrees, f.agrees, head.surety, head.form);
  sink(kReadingAgreesRule, f.agrees, rule);
  sink(kReadingAgreesStem, f.agrees, head.family, stem);
  sink(kReadingCueEnd, cue_end, starts, gap, f.cue_last - window_.head);
  sink(kReadingCueEndStem, cue_end, stem, f.cue_last - window_.head);
  sink(kReadingCueStart, kind(f.cue_first), window_.head - f.cue_first, head.tag);
  sink(kReadingTagOrder, head.tag, f.order, next);
  sink(kReadingPhrase, phrase, after, starts, side);
  sink(kReadingFar, f.far, side);
  sink(kReadingFarOrder, f.far, f.order, f.pieces);
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
  sink(kReadingCueWord, word(f.cue_last), f.cue_last - window_.head, stem);
  sink(kReadingCueAfter, word(f.cue_last + 1), f.cue_last - window_.head, starts);
  sink(kReadingSourceOthers, f.source_others, f.source_verbs, source_side, f.who);
  sink(kReadingCueShape, in_cue(1), in_cue(2), cue_end, f.cue_last - window_.head, head.tag);
}

}  // namespace hearsay
