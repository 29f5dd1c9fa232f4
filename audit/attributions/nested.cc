// Nobody marked what lies in others' words, so that the evidence, which learned to leave it alone, hardly has a say
// where somebody says something: the rule decides. What only goes on in somebody, may be said one day or is nobody's
// must be likely by both.
#include "attributions/nested.h"

#include <algorithm>

#include "rules/confidence.h"

namespace hearsay {
namespace {

constexpr double kSays = 0.5;        // least confidence of the rule for one who says so
constexpr double kByThing = 0.85;    // … where that is a thing: "depth explains the pattern"
constexpr double kUnlikeVerb = 0.9;  // … where its tag makes no verb of the cue: "I heard him say"
constexpr double kDoubted =
    0.005;                       // no rule is heard where the evidence says less, unless in a quotation, which it skips
constexpr double kThinks = 0.2;  // least probability, joined, for what nobody need have said …
constexpr double kThingThinks = 0.7;   // … where the source is a thing
constexpr double kQuotedThinks = 0.6;  // … least confidence of the rule in a quotation

bool of_thing(const Reading& r, const Attribution& a) {
  const std::uint32_t m = a.source.empty() ? kNone : r.mentions.of_token[a.source.end - 1];
  return m != kNone && r.mentions.all[m].kind == SourceKind::other && !r.mentions.all[m].pronoun;
}

/// Whether the source is a phrase that nobody speaks by, and the verb one of those that things have too: "depth
/// explains the pattern", "the move suggests".
bool by_thing(const Reading& r, const Attribution& a) {
  return of_thing(r, a) && r.in(a.cue_head, r.show);
}

bool may_share_source(const Reading& r, const Attribution& a) {
  return r.program.rules[a.rule].patterns[a.pattern].shared_source;
}

/// "what Ruiz wants", "they support it", "he would say": nobody need have said anything.
bool is_inward(const Reading& r, const Attribution& a) {
  if (a.stance == Stance::belief || r.in(a.cue_head, r.inward) || r.in(a.cue_head, r.inward_noun)) return true;
  if (a.mode == SourceMode::none && !may_share_source(r, a)) return true;
  return r.tag(a.cue.begin) == Tag::MD;
}

/// "his alleged crimes", "[the charges] reported to the police", "[proposals] back and forth", "clear and repeated
/// breaches": no verb of that subject.
bool is_no_verb(const Reading& r, const Attribution& a) {
  const Tag tag = r.tag(a.cue_head);
  if (a.cue.begin != a.cue_head || a.source.end > a.cue.begin || is_noun(tag)) return false;
  if (a.mode == SourceMode::none && !may_share_source(r, a)) return false;
  if (!a.source.empty() && r.tag(a.source.end - 1) == Tag::PRPS) return true;
  if (may_share_source(r, a)) return is_noun(r.tag(a.cue.end));
  if (tag == Tag::VBN) return r.in(a.cue_head, r.undergone) || of_thing(r, a);
  return tag == Tag::VB || is_adjective(tag) || is_adverb(tag);
}

bool stands(const Reading& r, const Attribution& a, const InnerReading& reading) {
  const bool quoted = r.outer_quotation(a.cue_head) != kNone;
  const bool thing = by_thing(r, a);
  if (is_no_verb(r, a) && (thing || a.confidence < kUnlikeVerb)) return false;
  if (is_inward(r, a))
    return quoted ? a.confidence >= kQuotedThinks : reading.joined >= (thing ? kThingThinks : kThinks);
  return (quoted || reading.evidence >= kDoubted) && a.confidence >= (thing ? kByThing : kSays);
}

}  // namespace

std::vector<Candidate> nested(const Reading& r, const std::vector<Candidate>& candidates,
                              const std::vector<InnerReading>& inner, const std::vector<Candidate>& kept) {
  std::vector<char> taken(r.size(), 0);
  const auto take = [&](TokenRange range) { std::fill(taken.begin() + range.begin, taken.begin() + range.end, 1); };
  for (const Candidate& c : kept) {
    take(c.attribution.source);
    take(c.attribution.cue);
  }
  std::vector<InnerReading> order = inner;
  std::sort(order.begin(), order.end(),
            [](const InnerReading& a, const InnerReading& b) { return a.candidate < b.candidate; });
  std::vector<Candidate> found;
  for (const InnerReading& one : order) {
    const Candidate& c = candidates[one.candidate];
    const Attribution& a = c.attribution;
    if (!stands(r, a, one)) continue;
    if (std::any_of(taken.begin() + a.cue.begin, taken.begin() + a.cue.end, [](char t) { return t != 0; })) continue;
    take(a.cue);
    found.push_back(c);
  }
  return found;
}

bool is_echo(const Reading& r, const Attribution& a) {
  if (r.outer_quotation(a.cue_head) == kNone) return false;
  const std::uint32_t m = a.source.empty() ? kNone : r.mentions.of_token[a.source.begin];
  if (m == kNone || r.mentions.all[m].person == 3) return false;
  // "I told him" is told of what was said elsewhere; "I say" and "I believe" are saying it.
  return r.mentions.all[m].person != 1 || is_inward(r, a) || (a.traits & bit_of(Trait::past_form)) == 0;
}

}  // namespace hearsay
