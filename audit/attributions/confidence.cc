// Each trait is a look at the attribution or at its neighbours in the sentence; the sum is the calibration's.
#include "attributions/confidence.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kBrief = 4;  // tokens of content
constexpr std::uint32_t kLengthy = 40;
constexpr std::uint32_t kFar = 3;    // tokens between source and cue
constexpr std::uint32_t kLate = 20;  // tokens of the sentence before the cue

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

Traits traits_of(const Reading& r, const Match& match, const Attribution& a) {
  Traits traits = source_traits(r, a) | form_trait(match.form);
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
  if (match.passive) traits |= bit_of(Trait::passive);
  if (match.negated) traits |= bit_of(Trait::negated);
  if (a.cue.begin - r.sentence(a.cue_head).begin > kLate) traits |= bit_of(Trait::late);
  return traits;
}

}  // namespace

void rate(const Reading& reading, std::vector<Candidate>& kept) {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& a = kept[i].attribution;
    const Match& match = *kept[i].match;
    const Rule& rule = reading.program.rules[a.rule];
    a.entry = match.entry;
    a.traits = traits_of(reading, match, a);
    const auto in_sentence = [&](const Candidate& other) {
      return reading.text.sentence_of[other.attribution.cue_head] == reading.text.sentence_of[a.cue_head];
    };
    if (i > 0 && in_sentence(kept[i - 1])) a.traits |= bit_of(Trait::other_left);
    if (i + 1 < kept.size() && in_sentence(kept[i + 1])) a.traits |= bit_of(Trait::other_right);
    const double share = rule.precision >= 0 ? rule.precision : rule.confidence;
    a.confidence = reading.program.confidence(share, a.rule, a.entry, a.traits);
  }
}

}  // namespace hearsay
