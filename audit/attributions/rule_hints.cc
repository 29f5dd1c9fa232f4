// hints_of: of each cue the best reading, with what only can stand in its places.
#include "attributions/rule_hints.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {
namespace {

/// "[It failed], [Ruiz] said": between what is said and the cue only who says it can stand.
bool is_tag(const Attribution& a) {
  return a.type != AttributionType::indirect && a.source.end == a.cue.begin && !a.content.empty() &&
         a.content.front().end == a.source.begin;
}

}  // namespace

Hints hints_of(const Reading& reading, const std::vector<Candidate>& candidates) {
  const Text& text = reading.text;
  Hints hints;
  std::vector<char> seen(text.tokens.size(), 0);
  for (const Candidate& c : candidates) {
    const Attribution& a = c.attribution;
    if (seen[a.cue_head] != 0) continue;  // the best reading comes first
    seen[a.cue_head] = 1;
    Hint& hint = hints.emplace_back();
    const Rule& rule = reading.program.rules[a.rule];
    hint.head = a.cue_head;
    hint.rule = word_hash(rule.id);
    hint.family = word_hash(std::string_view(rule.id).substr(0, rule.id.find('.')));
    hint.surety = static_cast<std::uint8_t>(std::clamp(static_cast<int>(rule.confidence * 5) + 1, 1, 5));
    hint.quoted = a.type != AttributionType::indirect;
    hint.source = a.source;
    hint.cue = a.cue;
    hint.content = a.content;
    const bool before = !a.content.empty() && a.content.front().begin < a.cue_head;
    const bool after = !a.content.empty() && a.content.back().begin > a.cue_head;
    // “It is old,” Ruiz said, “and nobody paid.”: a quotation that goes on is the same one's.
    if (a.type == AttributionType::direct && a.content.size() == 2 && a.content.front().end <= a.cue.begin &&
        a.content.back().begin >= a.cue.end)
      hint.masks.push_back({a.content.back(), kRoleContent});
    // What a rule reads as said is no cue beyond its first word: "warned of [action against the mill]".
    for (const TokenRange range : a.content) {
      if (range.begin == a.cue.end && range.size() > 1 && text.is(range.begin, Role::takes_said_object))
        hint.masks.push_back({{range.begin + 1, range.end}, static_cast<std::uint8_t>(kRoleAny & ~kRoleCue)});
    }
    if (!a.source.empty() && (rule.keeps_source || is_tag(a))) hint.masks.push_back({a.source, kRoleSource});
    hint.order = static_cast<HintOrder>((before ? 1U : 0U) + (after ? 2U : 0U));
  }
  std::sort(hints.begin(), hints.end(), [](const Hint& a, const Hint& b) { return a.head < b.head; });
  return hints;
}

}  // namespace hearsay
