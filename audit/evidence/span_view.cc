// SpanView::fill: one pass over the window for what each unit is, one from the head outwards to each side for what lies
// between.
#include <algorithm>
#include <cstdlib>

#include "evidence/span_features.h"
#include "evidence/span_states.h"

namespace hearsay {
namespace {

constexpr Tag kQuotationTag = Tag::SYM;  // a quotation unit's; no word of news text has it

std::uint32_t bucket(std::uint32_t distance) {
  if (distance < 7) return distance;
  if (distance < 9) return 7;
  if (distance < 12) return 8;
  if (distance < 16) return 9;
  if (distance < 22) return 10;
  if (distance < 32) return 11;
  return distance < 46 ? 12 : 13;
}

std::uint32_t clamped(std::int32_t away, std::int32_t limit) {
  return static_cast<std::uint32_t>(std::clamp(away, -limit, limit) + limit);
}

/// Marks that a clause or phrase may end or begin at; 0 for others, which leave the last marker standing.
std::uint32_t marker_of(Kind kind) {
  switch (kind) {
    case Kind::comma:
      return 1;
    case Kind::that:
      return 2;
    case Kind::who:
    case Kind::wh:
      return 3;
    case Kind::conjunction:
      return 4;
    case Kind::dash:
      return 5;
    case Kind::quotation:
    case Kind::open_quote:
    case Kind::close_quote:
      return 6;
    case Kind::subordinator:
      return 7;
    case Kind::colon:
      return 8;
    case Kind::parenthesis:
      return 9;
    case Kind::stop:
      return 10;
    default:
      return 0;
  }
}

}  // namespace

void SpanView::fill_place(const Text& text, const Frames& frames, const Unit& unit, Place& place) const {
  const Frame& frame = frames[unit.tokens.begin];
  place = {};
  place.word = frame.word;
  place.tag = frame.tag;
  place.kind = frame.kind;
  place.starts = unit.starts_sentence;
  place.sentence = clamped(unit.sentences_away, 3);
  place.quote = frame.quotation != kNone ? 3 : frame.scare ? 2 : 0;
  place.who = static_cast<std::uint32_t>(frame.nominal.who);
  place.phrase = frame.nominal.place;
  place.join = static_cast<std::uint32_t>(unit.clause.join);
  place.outside = unit.clause.outside;
  place.ahead = unit.clause.ahead;
  if (frame.tag == Tag::NN || frame.tag == Tag::NNS)
    place.object = text.tokens[unit.tokens.begin].word != kUnknownWord ? frame.stem : 1;
  if (unit.quotation == kNone) return;
  place.word = hash_of("\"");
  place.tag = kQuotationTag;
  place.kind = Kind::quotation;
  place.quote = 1;
  place.who = place.phrase = place.object = 0;
}

void SpanView::fill_between(const SpanWindow& window) {
  const auto head = static_cast<std::int64_t>(window.head);
  for (const std::int64_t step : {1, -1}) {
    std::uint32_t commas = 0;
    std::uint32_t marker = 0;
    for (std::int64_t i = head + step; i >= 0 && i < static_cast<std::int64_t>(places_.size()); i += step) {
      Place& place = places_[static_cast<std::size_t>(i)];
      const Place& nearer = places_[static_cast<std::size_t>(i - step)];
      place.side = step > 0 ? 2 : 0;
      place.distance = bucket(static_cast<std::uint32_t>(std::abs(i - head))) + (step > 0 ? 0 : 16);
      if (place.sentence != nearer.sentence) marker = 0;
      place.commas = commas;
      place.marker = marker;
      if (place.kind == Kind::comma) commas = std::min(2U, commas + 1);
      if (const std::uint32_t mark = marker_of(place.kind); mark != 0) marker = mark;
    }
  }
}

/// Segments lie between commas, dashes, quotations and sentence borders; the head's has number 8.
void SpanView::fill_segments(const SpanWindow& window) {
  const auto bounds = [](const Place& place) {
    return place.kind == Kind::comma || place.kind == Kind::dash || place.kind == Kind::quotation ||
           place.kind == Kind::colon || place.kind == Kind::parenthesis;
  };
  std::uint32_t number = 0;
  std::vector<Place>& places = places_;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && (bounds(places[i - 1]) || places[i].starts || places[i].kind == Kind::quotation)) ++number;
    places[i].segment = number;
  }
  const std::uint32_t own = places[window.head].segment;
  for (Place& place : places) {
    place.segment = place.segment < own ? 8 - std::min(3U, own - place.segment) : 8 + std::min(3U, place.segment - own);
  }
}

/// A preposition or article takes the noun after it for its object, if no mark or verb stands between.
void SpanView::fill_objects() {
  std::uint32_t object = 0;
  for (std::size_t i = places_.size(); i-- > 0;) {
    Place& place = places_[i];
    if (i + 1 == places_.size() || places_[i + 1].starts) object = 0;
    const Kind kind = place.kind;
    if (place.object != 0 && object == 0 && (kind == Kind::noun || kind == Kind::time)) object = place.object;
    if (is_verbal(kind) || kind == Kind::name || kind == Kind::pronoun) object = 0;
    if (place.object == 0 && (kind == Kind::preposition || kind == Kind::determiner || kind == Kind::to ||
                              kind == Kind::of || kind == Kind::by || kind == Kind::noun))
      place.object = object;
    if (kind == Kind::preposition || kind == Kind::to || kind == Kind::of || kind == Kind::by || kind == Kind::comma ||
        kind == Kind::conjunction || kind == Kind::dash || kind == Kind::parenthesis || kind == Kind::stop ||
        kind == Kind::colon)
      object = 0;
  }
}

void SpanView::fill_head(const Frames& frames, const SpanWindow& window) {
  const Frame& head = frames[window.units[window.head].tokens.begin];
  const auto kind_at = [&](std::size_t unit) {
    if (unit >= places_.size() || places_[unit].sentence != 3) return Kind::boundary;
    return places_[unit].kind;
  };
  stem_ = head.stem;
  tag_ = head.tag;
  next_ = kind_at(window.head + 1);
  previous_ = window.head == 0 ? Kind::boundary : kind_at(window.head - 1);
  quoted_ = 0;
  tail_ = 5;
  before_quote_ = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    if (place.sentence == 3 && place.quote == 1) quoted_ |= i < window.head ? 1U : 2U;
    if (place.quote == 1 && i < window.head && i + 8 >= window.head)
      before_quote_ = i + 4 >= window.head ? 2 : std::max(before_quote_, 1U);
  }
  // Units up to the first mark or the end: short behind "…, she said."
  for (std::uint32_t k = 1; k <= 4; ++k) {
    const Kind kind = kind_at(window.head + k);
    if (kind == Kind::stop || kind == Kind::boundary || kind == Kind::comma) {
      tail_ = (k - 1) + (kind == Kind::comma ? 6 : 0);
      break;
    }
  }
}

/// The rule's reading as labels of units: a unit belongs to the range that holds its first token.
void SpanView::fill_hint(const SpanWindow& window, const Hint* hint) {
  hint_family_ = hint == nullptr ? 0 : hint->family;
  if (hint == nullptr) return;
  for (Place& place : places_) place.hint = kOutside + 1U;
  const auto label = [&](TokenRange range, SpanLabel begin) {
    auto unit = std::lower_bound(window.units.begin(), window.units.end(), range.begin,
                                 [](const Unit& one, std::uint32_t token) { return one.tokens.end <= token; });
    bool first = true;
    for (; unit != window.units.end() && unit->tokens.begin < range.end; ++unit) {
      Place& place = places_[static_cast<std::size_t>(unit - window.units.begin())];
      place.hint = begin + (first ? 1U : 2U);
      first = false;
    }
  };
  for (const TokenRange range : hint->content) label(range, kContentBegin);
  if (!hint->source.empty()) label(hint->source, kSourceBegin);
  if (!hint->cue.empty()) label(hint->cue, kCueBegin);
}

void SpanView::fill(const Text& text, const Frames& frames, const SpanWindow& window, const Hint* hint) {
  edge_ = {};
  edge_.word = kEdgeWord;
  edge_.kind = Kind::boundary;
  places_.resize(window.units.size());
  for (std::size_t i = 0; i < places_.size(); ++i) fill_place(text, frames, window.units[i], places_[i]);
  places_[window.head].side = 1;
  fill_hint(window, hint);
  fill_between(window);
  fill_segments(window);
  fill_objects();
  std::uint32_t rest = 0;
  for (std::size_t i = places_.size(); i-- > 0;) {
    if (i + 1 == places_.size() || places_[i + 1].starts) rest = 0;
    places_[i].rest = std::min(6U, rest++);
  }
  bool inside = false;
  for (Place& place : places_) {
    const bool nominal = place.kind == Kind::noun || place.kind == Kind::name || place.kind == Kind::determiner ||
                         place.kind == Kind::pronoun || place.kind == Kind::possessive || place.kind == Kind::time;
    place.chunk = !nominal ? 0 : inside ? 2 : 1;
    inside = nominal;
  }
  fill_head(frames, window);
}

}  // namespace hearsay
