// The features of the span model, written once for the learner, the decoder and `explain`.
#pragma once

#include <cstdint>
#include <vector>

#include "evidence/feature.h"
#include "evidence/frame.h"
#include "evidence/span_window.h"

namespace hearsay {

/// Index of span_templates.
enum SpanTemplate : std::uint32_t {
  kSpanBias,
  kSpanWordSide,
  kSpanWordBeforeSide,
  kSpanWordAfterSide,
  kSpanTag2Before,
  kSpanTag2After,
  kSpanTagsBefore,
  kSpanTagsAfter,
  kSpanTagDistance,
  kSpanTagPlace,
  kSpanFrameDistance,
  kSpanMarkerNext,
  kSpanNextPrevious,
  kSpanStemNext,
  kSpanStemWord,
  kSpanStemAround,
  kSpanTailQuote,
  kSpanRest,
  kSpanRestTag,
  kSpanQuoteUnitFrame,
  kSpanChunk,
  kSpanHintFamily,
  kSpanHintKind,
  kSpanHintKindBefore,
  kSpanHintQuote,
  kSpanWhoBefore,
  kSpanWhoDistance,
  kSpanPhraseEnds,
  kSpanAhead,
  kSpanAheadBefore,
  kSpanAheadSegment,
  kSpanObject,
  kSpanOutside,
  kSpanJoin,
  kSpanHintStem,
  kSpanTagsDistance,
  kSpanStemDistance,
  kSpanObjectStem,
  kSpanObjectObject,
  kSpanTemplateCount,
};

/// Everything about the window that its features ask for; filled once per head, reused for the next.
class SpanView {
 public:
  /// `hint`: what a rule reads at the head, or null.
  void fill(const Text& text, const Frames& frames, const SpanWindow& window, const Hint* hint);

  /// The features of a unit of the window: kSpanTemplateCount calls, always in the same order.
  template <class Sink>
  void features(std::uint32_t unit, Sink& sink) const;

 private:
  /// A unit with what lies between it and the head.
  struct Place {
    std::uint32_t word = 0;
    Tag tag = Tag::none;
    Kind kind = Kind::other;
    std::uint32_t side = 0;      // 0 left 1 head 2 right
    std::uint32_t distance = 0;  // bucket; +16 to the left
    std::uint32_t sentence = 0;  // sentences away, 3 = none
    std::uint32_t quote = 0;     // 0 none, 1 a quotation unit, 2 in a scare quote, 3 in the head's own quotation
    std::uint32_t commas = 0, marker = 0;  // between it and the head
    std::uint32_t segment = 0;             // comma-bounded segments between it and the head, capped
    std::uint32_t rest = 0;                // units to the end of its sentence, bucket
    std::uint32_t chunk = 0;               // 0 outside a noun phrase, 1 its first word, 2 inside
    std::uint32_t hint = 0;    // SpanLabel that the rule's reading gives it, +1; 0 where no rule reads the head
    std::uint32_t who = 0;     // Who, of the unit's first token
    std::uint32_t phrase = 0;  // Nominal::place
    std::uint32_t object =
        0;  // stem of the first common noun that rules know, of this phrase or the one after; 0: none
    std::uint32_t join = 0, outside = 0, ahead = 0;  // UnitClause
    bool starts = false;
  };

  void fill_place(const Text& text, const Frames& frames, const Unit& unit, Place& place) const;
  void fill_between(const SpanWindow& window);
  void fill_segments(const SpanWindow& window);
  void fill_objects();
  void fill_hint(const SpanWindow& window, const Hint* hint);
  void fill_head(const Frames& frames, const SpanWindow& window);
  [[nodiscard]] const Place& at(std::int64_t unit) const {
    return unit < 0 || unit >= static_cast<std::int64_t>(places_.size()) ? edge_
                                                                         : places_[static_cast<std::size_t>(unit)];
  }

  std::vector<Place> places_;
  Place edge_;
  // Of the head.
  std::uint32_t stem_ = 0, quoted_ = 0, tail_ = 0, before_quote_ = 0;
  std::uint32_t hint_family_ = 0;  // of the rule's reading
  Tag tag_ = Tag::none;
  Kind next_ = Kind::other, previous_ = Kind::other;
};

template <class Sink>
void SpanView::features(std::uint32_t unit, Sink& sink) const {
  const Place& here = places_[unit];
  const Place& left = at(static_cast<std::int64_t>(unit) - 1);
  const Place& right = at(static_cast<std::int64_t>(unit) + 1);
  const Place& left_two = at(static_cast<std::int64_t>(unit) - 2);
  const Place& right_two = at(static_cast<std::int64_t>(unit) + 2);
  const std::uint32_t side = here.side;
  const std::uint32_t sentence = here.sentence;
  const bool own = sentence == 3;

  sink(kSpanBias);
  sink(kSpanWordSide, here.word, side, own);
  sink(kSpanWordBeforeSide, left.word, side);
  sink(kSpanWordAfterSide, right.word, side);
  sink(kSpanTag2Before, left_two.tag, side);
  sink(kSpanTag2After, right_two.tag, side);
  sink(kSpanTagsBefore, left.tag, here.tag, side);
  sink(kSpanTagsAfter, here.tag, right.tag, side);
  sink(kSpanTagDistance, here.tag, here.distance);
  sink(kSpanTagPlace, here.tag, side, sentence, here.quote);
  sink(kSpanFrameDistance, next_, previous_, here.distance);
  sink(kSpanMarkerNext, side, here.marker, here.kind, right.kind, sentence);
  sink(kSpanNextPrevious, right.kind, here.kind, left.kind, side, own);
  sink(kSpanStemNext, stem_, side, right.kind);
  sink(kSpanStemWord, stem_, here.word);
  sink(kSpanStemAround, stem_, here.kind, left.kind);
  sink(kSpanTailQuote, tail_, before_quote_, here.quote, here.distance);
  sink(kSpanRest, here.rest, side, here.kind);
  sink(kSpanRestTag, here.rest, tail_, here.tag, side);
  sink(kSpanQuoteUnitFrame, here.quote, here.distance, tail_, next_);
  sink(kSpanChunk, here.chunk, right.chunk, here.distance);
  sink(kSpanHintFamily, hint_family_, left.hint, here.hint, right.hint);
  sink(kSpanHintKind, here.hint, right.hint, here.kind, right.kind, side);
  sink(kSpanHintKindBefore, left.hint, here.hint, left.kind, here.kind, side);
  sink(kSpanHintQuote, here.hint, here.quote, side, sentence, quoted_);
  sink(kSpanWhoBefore, left.who, left.phrase, here.phrase, side);
  sink(kSpanWhoDistance, here.who, here.phrase, here.distance);
  sink(kSpanPhraseEnds, left.phrase, here.phrase, here.kind, right.phrase, side);
  sink(kSpanAhead, here.ahead, here.kind, side, here.sentence);
  sink(kSpanAheadBefore, here.ahead, left.kind, here.kind, side);
  sink(kSpanAheadSegment, here.ahead, here.segment, here.kind, here.commas);
  sink(kSpanObject, here.word, here.object, side);
  const std::uint32_t outside = left.outside * 9 + here.outside * 3 + right.outside;
  sink(kSpanOutside, outside, here.kind, tag_, side);
  sink(kSpanJoin, left.join * 7 + here.join, left.kind, right.kind, side);
  sink(kSpanHintStem, stem_, left.hint, here.hint);
  sink(kSpanTagsDistance, left.tag, here.tag, here.distance);
  sink(kSpanStemDistance, stem_, here.distance);
  sink(kSpanObjectStem, here.object, stem_, side);
  sink(kSpanObjectObject, here.object, here.kind, here.distance, side);
}

}  // namespace hearsay
