// Nobody marked what lies in others' words, so that the evidence, which learned to leave it alone, hardly has a say:
// the rule decides. It must be surer where somebody only thinks or wants, and where the source is a thing.
#include "attributions/nested.h"

#include <algorithm>
#include <array>

#include "rules/confidence.h"

namespace hearsay {
namespace {

// Least confidence of the rule for one who says so, and for one who thinks or wants so.
constexpr double kSays = 0.5;
constexpr double kThinks = 0.7;
// Least of the evidence for the same; in a quotation it reads nothing.
constexpr double kLeastSaid = 0.005;
constexpr double kLeastThought = 0.15;
constexpr double kByThing = 0.85;  // confidence of a rule by which a thing says something: "depth explains the pattern"

bool is_thought(Stance stance) {
  return stance == Stance::belief || stance == Stance::intention;
}

/// Whether the source is a phrase that nobody speaks by: "depth", "the move".
bool by_thing(const Reading& r, const Attribution& a) {
  const std::uint32_t m = a.source.empty() ? kNone : r.mentions.starts_at[a.source.begin];
  return m != kNone && r.mentions.all[m].kind == SourceKind::other && !r.mentions.all[m].pronoun;
}

bool stands(const Reading& r, const Attribution& a, double evidence) {
  const bool thought = is_thought(a.stance);
  if (r.outer_quotation(a.cue_head) == kNone && evidence < (thought ? kLeastThought : kLeastSaid)) return false;
  return a.confidence >= (thought ? kThinks : by_thing(r, a) ? kByThing : kSays);
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
    if (!stands(r, a, one.evidence)) continue;
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
  return r.mentions.all[m].person != 1 || is_thought(a.stance) || (a.traits & bit_of(Trait::past_form)) == 0;
}

}  // namespace hearsay
