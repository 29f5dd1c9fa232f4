// The features of the cue score, written once for the learner, the scorer and `explain`.
#pragma once

#include <algorithm>
#include <cstdint>

#include "evidence/feature.h"
#include "evidence/frame.h"

namespace hearsay {

/// Index of cue_templates.
enum CueTemplate : std::uint32_t {
  kCueBias,
  kCueStem,
  kCueWord,
  kCueStemTag,
  kCueStemQuoted,
  kCueStemScare,
  kCueEnding,
  kCueWord3Before,
  kCueWord2Before,
  kCueWord1Before,
  kCueWord1After,
  kCueWord2After,
  kCueWord3After,
  kCueWordsAround,
  kCueWordsAfter,
  kCueWordsBefore,
  kCueWordBeforeStem,
  kCueWordAfterStem,
  kCueTag3Before,
  kCueTag2Before,
  kCueTag2After,
  kCueTag3After,
  kCueTagsAround,
  kCueTagsTwoRight,
  kCueTagsTwoLeft,
  kCueTagBeforeStem,
  kCueTagAfterStem,
  kCueTagQuote,
  kCueNeighbours,
  kCueQuoteNear,
  kCuePlace,
  kCueRest,
  kCueThatNear,
  kCueStemNext,
  kCueStemPrevious,
  kCueStemQuoteNear,
  kCueStemThat,
  kCueRate,
  kCueLeft,
  kCueRateRight,
  kCueRateNext,
  kCueRateQuote,
  kCueRateTagBefore,
  kCueRateTagAfter,
  kCueNest,
  kCueNestRate,
  kCueNestTag,
  kCueNestStem,
  kCueAfterTag,
  kCueVerbGroupStem,
  kCueVerbGroupRate,
  kCueSubjectRate,
  kCueSubjectStem,
  kCueSubjectGroup,
  kCueRateHeadline,
  kCueHint,
  kCueHintFamily,
  kCueHintSurety,
  kCueHintStem,
  kCueHintRate,
  kCueHintTag,
  kCueHintNest,
  kCueHintRuleNest,
  kCueHintQuote,
  kCueCovered,
  kCueHintHeadline,
  kCueWhoStem,
  kCueWhoRate,
  kCueWhoRule,
  kCueWhomStem,
  kCueWhomRate,
  kCueWhoWhom,
  kCueTemplateCount,
};

/// A sentence as the cue score reads it; `at` must lie in it.
class CueView {
 public:
  CueView(const Frames& frames, TokenRange sentence, bool headline)
      : frames_(frames), sentence_(sentence), headline_(headline ? 1U : 0U) {
    for (std::uint32_t t = sentence.begin; t < sentence.end && t < sentence.begin + kReach * 8; ++t) {
      if (frames[t].quotation != kNone) quoted_ = 1;
    }
  }

  template <class Sink>
  void features(std::uint32_t at, Sink& sink) const;

 private:
  static constexpr std::uint32_t kReach = 25;  // tokens to each side in which other cues are looked for

  /// What other strong cues stand near: the strongest to each side by fifths, and how the left one is joined.
  struct Nest {
    std::uint32_t left = 0, near = 0, right = 0, join = 0;
  };

  [[nodiscard]] bool inside(std::uint32_t at) const { return at >= sentence_.begin && at < sentence_.end; }
  [[nodiscard]] std::uint32_t word(std::uint32_t at) const { return inside(at) ? frames_[at].word : kEdgeWord; }
  [[nodiscard]] Tag tag(std::uint32_t at) const { return inside(at) ? frames_[at].tag : Tag::none; }
  [[nodiscard]] Kind kind(std::uint32_t at) const { return inside(at) ? frames_[at].kind : Kind::boundary; }
  [[nodiscard]] static std::uint32_t fifth(std::uint32_t rate) { return std::min(4U, rate / 200); }
  [[nodiscard]] std::uint32_t quote_near(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t verb_group(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t subject(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t named(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t whom(std::uint32_t at) const;
  [[nodiscard]] Nest nest(std::uint32_t at) const;

  const Frames& frames_;
  TokenRange sentence_;
  std::uint32_t headline_;
  std::uint32_t quoted_ = 0;
};

template <class Sink>
void CueView::features(std::uint32_t at, Sink& sink) const {
  const Frame& frame = frames_[at];
  const std::uint32_t stem = frame.stem;
  const Tag here = frame.tag;
  const Tag before = tag(at - 1);
  const Tag after = tag(at + 1);
  const std::uint32_t word_before = word(at - 1);
  const std::uint32_t word_after = word(at + 1);
  const Kind next = kind(at + 1);
  const Kind previous = kind(at - 1);
  const std::uint32_t near = quote_near(at);
  const std::uint32_t rate = std::min(9U, frame.rate / 100U);
  const std::uint32_t group = verb_group(at);
  const std::uint32_t who = subject(at);
  const Nest nest_here = nest(at);
  std::uint32_t that = 0;
  for (std::uint32_t k = 1; k <= 5; ++k) that |= kind(at + k) == Kind::that ? 1U : 0U;
  const std::uint32_t place = std::min(20U, at - sentence_.begin) / 4;
  const std::uint32_t rest = std::min(20U, sentence_.end - at) / 4;

  sink(kCueBias);
  sink(kCueStem, stem);
  sink(kCueWord, frame.word);
  sink(kCueStemTag, stem, here);
  sink(kCueStemQuoted, stem, quoted_);
  sink(kCueStemScare, stem, frame.scare);
  sink(kCueEnding, here, frame.shape);
  sink(kCueWord3Before, word(at - 3));
  sink(kCueWord2Before, word(at - 2));
  sink(kCueWord1Before, word_before);
  sink(kCueWord1After, word_after);
  sink(kCueWord2After, word(at + 2));
  sink(kCueWord3After, word(at + 3));
  sink(kCueWordsAround, word_before, word_after);
  sink(kCueWordsAfter, word_after, word(at + 2));
  sink(kCueWordsBefore, word(at - 2), word_before);
  sink(kCueWordBeforeStem, word_before, stem);
  sink(kCueWordAfterStem, word_after, stem);
  sink(kCueTag3Before, tag(at - 3));
  sink(kCueTag2Before, tag(at - 2));
  sink(kCueTag2After, tag(at + 2));
  sink(kCueTag3After, tag(at + 3));
  sink(kCueTagsAround, before, here, after);
  sink(kCueTagsTwoRight, here, after, tag(at + 2));
  sink(kCueTagsTwoLeft, tag(at - 2), before, here);
  sink(kCueTagBeforeStem, before, stem);
  sink(kCueTagAfterStem, after, stem);
  sink(kCueTagQuote, here, near, quoted_);
  sink(kCueNeighbours, next, previous);
  sink(kCueQuoteNear, near);
  sink(kCuePlace, place);
  sink(kCueRest, rest);
  sink(kCueThatNear, that);
  sink(kCueStemNext, stem, next);
  sink(kCueStemPrevious, stem, previous);
  sink(kCueStemQuoteNear, stem, near);
  sink(kCueStemThat, stem, that);
  sink(kCueRate, rate);
  sink(kCueLeft, nest_here.left, nest_here.near);
  sink(kCueRateRight, rate, nest_here.right);
  sink(kCueRateNext, rate, next);
  sink(kCueRateQuote, rate, near);
  sink(kCueRateTagBefore, rate, before, here);
  sink(kCueRateTagAfter, rate, after);
  sink(kCueNest, nest_here.left, nest_here.join);
  sink(kCueNestRate, nest_here.left, nest_here.join, rate);
  sink(kCueNestTag, nest_here.left, nest_here.join, here);
  sink(kCueNestStem, nest_here.join, stem);
  sink(kCueAfterTag, nest_here.right, next, here);
  sink(kCueVerbGroupStem, group, stem);
  sink(kCueVerbGroupRate, group, rate, here);
  sink(kCueSubjectRate, who, rate);
  sink(kCueSubjectStem, who, stem);
  sink(kCueSubjectGroup, who, group, nest_here.join);
  sink(kCueRateHeadline, rate, headline_, here);
  sink(kCueHint, frame.rule, frame.form);
  sink(kCueHintFamily, frame.family, frame.surety, frame.form);
  sink(kCueHintSurety, frame.surety, frame.covered, frame.form);
  sink(kCueHintStem, frame.rule, stem);
  sink(kCueHintRate, frame.surety, rate, frame.form);
  sink(kCueHintTag, frame.rule, here, frame.covered > 0 ? 1U : 0U);
  sink(kCueHintNest, frame.surety, frame.covered, nest_here.left, nest_here.join);
  sink(kCueHintRuleNest, frame.rule, nest_here.left, nest_here.join);
  sink(kCueHintQuote, frame.rule, near, frame.form);
  sink(kCueCovered, frame.covered, stem, frame.surety);
  sink(kCueHintHeadline, frame.rule, headline_);
  const std::uint32_t speaker = named(at);
  const std::uint32_t object = whom(at);
  sink(kCueWhoStem, speaker, stem);
  sink(kCueWhoRate, speaker, rate, group);
  sink(kCueWhoRule, speaker, frame.rule);
  sink(kCueWhomStem, object, stem);
  sink(kCueWhomRate, object, rate, here);
  sink(kCueWhoWhom, speaker, object, rate);
}

/// 0 none; a quotation opens 1 right after, 2 a little after; one closes 3 right before, 4 a little before.
inline std::uint32_t CueView::quote_near(std::uint32_t at) const {
  for (std::uint32_t k = 1; k <= 6; ++k) {
    if (inside(at + k) && frames_[at + k].quotation != kNone) return k <= 2 ? 1 : 2;
    if (inside(at - k) && frames_[at - k].quotation != kNone) return k <= 4 ? 3 : 4;
  }
  return 0;
}

/// What stands before a verb: 0 nothing, 1 have, 2 be, 3 modal, 4 to, 5 another verb; +6 where it is negated.
inline std::uint32_t CueView::verb_group(std::uint32_t at) const {
  std::uint32_t negated = 0;
  for (std::uint32_t k = at - 1; inside(k) && k + 5 > at; --k) {
    const Frame& frame = frames_[k];
    if (frame.kind == Kind::negation) negated = 6;
    if (frame.kind == Kind::negation || is_adverb(frame.tag)) continue;
    if (frame.kind == Kind::modal) return negated + 3;
    if (frame.kind == Kind::to) return negated + 4;
    if (frame.kind == Kind::auxiliary || frame.kind == Kind::verb) {
      if (frame.is(kPerfectHave)) return negated + 1;
      if (frame.is(kHelpingDo)) return negated + 3;
      return frame.kind == Kind::auxiliary ? negated + 2 : negated + 5;
    }
    break;
  }
  return negated;
}

/// The nearest noun or pronoun to the left: 0 none near, 1 I we you, 2 he she they, 3 it this, 4 name, 5 noun, 6 who
/// which; +7 where a comma stands between.
inline std::uint32_t CueView::subject(std::uint32_t at) const {
  std::uint32_t comma = 0;
  for (std::uint32_t k = at - 1; inside(k) && k + 9 > at; --k) {
    const Frame& frame = frames_[k];
    if (frame.kind == Kind::comma) comma = 7;
    if (frame.kind == Kind::who) return 6 + comma;
    if (is_name(frame.tag)) return 4 + comma;
    if (is_noun(frame.tag)) return 5 + comma;
    if (frame.tag == Tag::PRP) {
      return comma + (frame.is(kSpeechParticipant) ? 1 : frame.is(kPronounIt) ? 3 : 2);
    }
  }
  return comma;
}

/// Who the noun phrase that ends nearest before names, +kWhoCount where a comma or a verb stands between; 0: none near.
inline std::uint32_t CueView::named(std::uint32_t at) const {
  std::uint32_t between = 0;
  for (std::uint32_t k = at - 1; inside(k) && k + 12 > at; --k) {
    const Frame& frame = frames_[k];
    if (frame.nominal.who != Who::none && frame.kind != Kind::time)
      return static_cast<std::uint32_t>(frame.nominal.who) + between;
    if (frame.kind == Kind::comma || frame.kind == Kind::verb) between = kWhoCount;
  }
  return 0;
}

/// Who or what the first noun phrase after names, +kWhoCount where a preposition stands between; 0: none near.
inline std::uint32_t CueView::whom(std::uint32_t at) const {
  std::uint32_t between = 0;
  for (std::uint32_t k = at + 1; inside(k) && k < at + 7; ++k) {
    const Frame& frame = frames_[k];
    if (frame.nominal.who != Who::none) return static_cast<std::uint32_t>(frame.nominal.who) + between;
    if (frame.kind == Kind::preposition || frame.kind == Kind::of || frame.kind == Kind::to) between = kWhoCount;
    if (frame.kind == Kind::comma || frame.kind == Kind::verb || frame.kind == Kind::that) return 2 * kWhoCount;
  }
  return 0;
}

inline CueView::Nest CueView::nest(std::uint32_t at) const {
  Nest nest;
  std::uint32_t best = 0;
  std::uint32_t found = at;
  for (std::uint32_t k = at - 1; inside(k) && k + kReach >= at; --k) {
    if (frames_[k].quotation == kNone && frames_[k].rate > best) {
      best = frames_[k].rate;
      found = k;
    }
  }
  nest.left = fifth(best);
  nest.near = at - found < 4 ? 0 : at - found < 10 ? 1 : 2;
  best = 0;
  for (std::uint32_t k = at + 1; inside(k) && k <= at + kReach; ++k) {
    if (frames_[k].quotation == kNone) best = std::max<std::uint32_t>(best, frames_[k].rate);
  }
  nest.right = fifth(best);
  std::uint32_t commas = 0;
  for (std::uint32_t k = found + 1; k < at; ++k) {
    const Kind kind = frames_[k].kind;
    if (kind == Kind::that || kind == Kind::wh) nest.join |= 1U;
    if (kind == Kind::comma || kind == Kind::dash) ++commas;
    if (frames_[k].quotation != kNone) nest.join |= 4U;
    if (kind == Kind::conjunction) nest.join |= 8U;
  }
  if (commas == 1) nest.join |= 2U;
  if (commas > 1) nest.join |= 16U;
  if (found == at) nest.join = 32;
  return nest;
}

}  // namespace hearsay
