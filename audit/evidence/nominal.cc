// nominals_of: the longest phrases first claim their tokens; a token is named by the core that holds it.
#include "evidence/nominal.h"

#include <algorithm>

namespace hearsay {
namespace {

Who who_of(const Mention& m) {
  if (m.relative) return Who::relative;
  if (m.pronoun && m.possessive) return Who::possessive;
  if (m.pronoun && m.person != 3) return Who::speaker;
  if (m.pronoun) return m.gender == Gender::neuter ? Who::it : Who::pronoun;
  switch (m.kind) {
    case SourceKind::named_person:
      return Who::named_person;
    case SourceKind::named_organisation:
      return Who::named_organisation;
    case SourceKind::document:
      return Who::document;
    case SourceKind::media:
      return Who::media;
    case SourceKind::unnamed_person:
      return Who::unnamed_person;
    case SourceKind::unnamed_group:
    case SourceKind::collective:
      return Who::group;
    case SourceKind::author:
      return Who::speaker;
    default:
      return Who::thing;
  }
}

}  // namespace

Nominals nominals_of(const Mentions& mentions) {
  Nominals nominals(mentions.of_token.size());
  for (std::uint32_t t = 0; t < nominals.size(); ++t) {
    if (mentions.of_token[t] != kNone) nominals[t].who = who_of(mentions.all[mentions.of_token[t]]);
  }
  constexpr std::uint32_t kMostTokens = 256;  // of one phrase; keeps hostile text linear
  std::uint32_t covered = 0;                  // end of the phrase laid last
  for (std::uint32_t t = 0; t < nominals.size(); ++t) {
    const std::uint32_t m = t < mentions.starts_at.size() ? mentions.starts_at[t] : kNone;
    if (t < covered || m == kNone) continue;
    const Mention& mention = mentions.all[m];
    covered = std::min<std::uint32_t>(
        {mention.range.end, mention.range.begin + kMostTokens, static_cast<std::uint32_t>(nominals.size())});
    for (std::uint32_t k = t; k < covered; ++k) {
      nominals[k].place = static_cast<std::uint8_t>((k == t                     ? 1
                                                     : mention.core.contains(k) ? 2
                                                                                : 3) +
                                                    (k + 1 == covered ? 4 : 0));
    }
  }
  return nominals;
}

}  // namespace hearsay
