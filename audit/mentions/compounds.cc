// find_compounds: from each phrase on, as long as commas and a conjunction lead to another; what is the end of a title
// or another form of the name is none.
#include "mentions/compounds.h"

#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostParts = 8;

/// A platform ("Chatter") is no speaker by itself, and one of several that are: "Tarn, Chatter and Facelink denied it".
bool can_join(const Mention& mention) {
  const bool known = mention.kind != SourceKind::other || mention.register_entry != kNone;
  return known && !mention.possessive && !mention.relative;
}

/// "Rana, founder of the Harbour Office" before "and": what no comma closes takes the conjunction in.
bool is_open(const Language& language, const Mention& mention) {
  if (mention.comma_after) return false;
  for (std::uint32_t t = mention.core.end; t < mention.range.end; ++t) {
    if (language.hash(t) == word_hash(",")) return true;
  }
  return false;
}

/// By token: whether it stands within a core, so that "and" there joins no two sources: "the Office for Ports and
/// Trade".
std::vector<bool> tokens_within(const Language& language, const std::vector<Mention>& mentions) {
  std::vector<bool> within(language.size() + 1, false);
  for (const Mention& mention : mentions) {
    if (mention.kind != SourceKind::named_organisation || mention.name.empty()) continue;
    for (std::uint32_t t = mention.core.end; t < mention.name.end; ++t) within[t] = true;
  }
  return within;
}

}  // namespace

std::vector<Mention> find_compounds(const Language& language, const std::vector<Mention>& mentions) {
  std::vector<Mention> compounds;
  std::vector<std::uint32_t> starts(language.size() + 1, kNone);
  for (std::size_t i = mentions.size(); i-- > 0;) {
    if (can_join(mentions[i])) starts[mentions[i].core.begin] = static_cast<std::uint32_t>(i);
  }
  const std::vector<bool> within = tokens_within(language, mentions);
  for (const Mention& first : mentions) {
    if (!can_join(first) || is_open(language, first)) continue;
    std::uint32_t end = first.range.end;
    std::size_t parts = 1;
    bool closed = false;
    while (parts < kMostParts && !closed && end < language.size() && !language.token(end).has(kSentenceStart)) {
      std::uint32_t next = end;
      if (language.hash(next) == word_hash(",")) ++next;
      closed = language.joins_two(next) || language.is(next, Role::coordinator_or);
      if (closed && within[next]) break;
      if (closed) ++next;
      if (next == end || next >= language.size() || language.token(next).has(kSentenceStart) || starts[next] == kNone)
        break;
      const Mention& part = mentions[starts[next]];
      // "Rana, a doctor, and Ruiz, a nurse,": two who are told of alike.
      const bool alike =
          closed && part.comma_after && first.kind == SourceKind::named_person && part.kind == SourceKind::named_person;
      if (first.comma_after && !alike) break;
      // "Rana, an old hand at the Harbour and Trade Office": told of him, not with him.
      const bool told = !closed && first.kind == SourceKind::named_person && part.kind == SourceKind::unnamed_person &&
                        part.name.empty() && !part.pronoun;
      if (told && parts == 1) break;
      if (part.pronoun && !first.pronoun && first.kind != SourceKind::named_person) break;
      if (part.pronoun && parts == 1 && next == end + 2) break;  // "out of Rana, and I suspect": a new clause
      end = part.range.end;
      ++parts;
      if (part.comma_after && !closed) break;
      if (closed) {
        Mention compound = first;
        compound.range.end = compound.core.end = end;
        compound.name = {};
        compound.compound = true;
        if (compound.kind == SourceKind::other) compound.kind = part.kind;
        compound.comma_after = part.comma_after;
        compound.pronoun = false;
        compound.number = GrammaticalNumber::plural;
        compound.gender = Gender::unknown;
        compound.register_entry = kNone;
        compounds.push_back(compound);
      }
    }
  }
  return compounds;
}

}  // namespace hearsay
