// Each trait is a look at the attribution or at its neighbours in the sentence; the sum is the calibration's.
#include "attributions/confidence.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kBrief = 4;  // tokens of content
constexpr std::uint32_t kLengthy = 40;
constexpr std::uint32_t kFar = 3;    // tokens between source and cue
constexpr std::uint32_t kLate = 20;  // tokens of the sentence before the cue

/// Traits that tell of the attributions around.
constexpr Traits kOfPlace = bit_of(Trait::quotation) | bit_of(Trait::other_left) | bit_of(Trait::other_right);

Traits form_trait(Form form) {
  switch (form) {
    case Form::base:
    case Form::plural:
      return bit_of(Trait::base_form);
    case Form::third:
      return bit_of(Trait::third_form);
    case Form::ing:
      return bit_of(Trait::ing_form);
    case Form::past:
    case Form::participle:
      return bit_of(Trait::past_form);
  }
  return 0;
}

std::uint32_t distance(TokenRange a, TokenRange b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

Traits source_traits(const Reading& r, const Attribution& a) {
  if (a.source.empty()) return bit_of(Trait::no_source);
  Traits traits = 0;
  const std::uint32_t last = a.source.end - 1;
  const std::uint32_t m = last < r.mentions.of_token.size() ? r.mentions.of_token[last] : kNone;
  if (m != kNone && r.mentions.all[m].pronoun) traits |= bit_of(Trait::pronoun);
  if (distance(a.source, a.cue) > kFar) traits |= bit_of(Trait::far);
  return traits;
}

Traits traits_around(const Reading& r, const Attribution& a) {
  Traits traits = source_traits(r, a);
  const BlockKind block = r.paragraph(a.cue_head).kind;
  std::uint32_t size = 0;
  for (const TokenRange& span : a.content) size += span.size();
  if (block == BlockKind::headline || block == BlockKind::standfirst) traits |= bit_of(Trait::headline);
  if (r.outer_quotation(a.cue_head) != kNone) traits |= bit_of(Trait::quotation);
  if (a.type == AttributionType::direct) traits |= bit_of(Trait::direct);
  if (a.type == AttributionType::mixed) traits |= bit_of(Trait::mixed);
  if (!a.content.empty() && a.content.front().begin < a.cue.begin) traits |= bit_of(Trait::before);
  if (size < kBrief) traits |= bit_of(Trait::brief);
  if (size > kLengthy) traits |= bit_of(Trait::lengthy);
  if (a.cue.begin - r.sentence(a.cue_head).begin > kLate) traits |= bit_of(Trait::late);
  return traits;
}

}  // namespace

Traits traits_of(const Match& match) {
  Traits traits = form_trait(match.form);
  if (match.passive) traits |= bit_of(Trait::passive);
  if (match.negated) traits |= bit_of(Trait::negated);
  return traits;
}

void rate(const Reading& reading, Rating rating, Attributions& all) {
  const auto sentence = [&](const Attribution& a) { return reading.text.sentence_of[a.cue_head]; };
  for (std::size_t i = 0; i < all.size(); ++i) {
    Attribution& a = all[i];
    a.traits |= traits_around(reading, a);
    if (i > 0 && sentence(all[i - 1]) == sentence(a)) a.traits |= bit_of(Trait::other_left);
    if (i + 1 < all.size() && sentence(all[i + 1]) == sentence(a)) a.traits |= bit_of(Trait::other_right);
    if (a.within != kNone) a.traits &= ~kOfPlace;
    if (rating == Rating::given || a.rule == kNone) continue;
    const Rule& rule = reading.program.rules[a.rule];
    const double share = rule.precision >= 0 ? rule.precision : rule.confidence;
    a.confidence = reading.program.confidence(share, a.rule, a.entry, a.traits);
  }
}

}  // namespace hearsay
