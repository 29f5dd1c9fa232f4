// specificity_of: each mention is read from its begin to where a clause about something else starts; what stands there
// (a count, a name, a house, knowledge of the matter) is a step.
#include "sources/specificity.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::uint32_t kLongest = 40;  // tokens of a mention

/// Where a relative clause begins, or the mention's end.
std::uint32_t phrase_end(const Language& language, TokenRange range) {
  const std::uint32_t end = std::min(range.end, range.begin + kLongest);
  for (std::uint32_t t = range.begin + 1; t < end; ++t) {
    if (language.is(t, Role::opens_source_clause)) return t;
  }
  return end;
}

/// "Twitter spokesman", "aides to Ruiz", "her lawyers", "law enforcement officials": whose the source is.
bool belongs(const Language& language, const Mention& mention) {
  const LanguageIds& ids = language.ids();
  const std::uint32_t end = phrase_end(language, mention.range);
  const LexiconId house = language.lexicons().named("house-kind");
  for (std::uint32_t t = mention.range.begin; t < end; ++t) {
    if (language.in(t, ids.possessive_pronoun) && t < mention.head &&
        language.attribute(t, ids.possessive_pronoun, "kind") == "third")
      return true;
    if (t == mention.head) continue;
    const bool opens = t == mention.range.begin &&
                       (language.token(t).has(kSentenceStart) || mention.definite || language.in(t, ids.quantifier));
    if (language.token(t).has(kCapital) && !opens && !language.calendar(t)) return true;
    if (t < mention.head && language.length_at(t, mention.head, house) > 0) return true;
  }
  return false;
}

Specificity step_of(const Language& language, const Mention& mention) {
  const LanguageIds& ids = language.ids();
  const std::uint32_t end = std::min(mention.range.end, mention.range.begin + kLongest);
  for (std::uint32_t t = mention.head + 1; t < end; ++t) {
    if (language.in(t, ids.access)) return Specificity::access;
  }
  if (!mention.affiliation.empty() || belongs(language, mention)) return Specificity::affiliated;
  if (mention.range.size() > 1 && (language.in(mention.range.begin, ids.count) || !mention.count.empty()))
    return Specificity::counted;
  return Specificity::bare;
}

}  // namespace

Specificity specificity_of(const Language& language, const std::vector<const Mention*>& mentions,
                           const std::vector<const Attribution*>& says) {
  if (std::any_of(says.begin(), says.end(), [](const Attribution* a) { return !a->reason.empty(); }))
    return Specificity::reasoned;
  Specificity best = Specificity::bare;
  for (const Mention* mention : mentions) {
    if (!mention->pronoun) best = std::max(best, step_of(language, *mention));
  }
  return best;
}

bool is_generic(const Language& language, const Mention& mention) {
  return mention.core.size() == 1 && language.is(mention.core.begin, Role::stands_for_anybody);
}

}  // namespace hearsay
