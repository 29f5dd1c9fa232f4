#include "sources/offices.h"

#include <algorithm>

namespace hearsay {
namespace {

/// Which of the offices that share a head: "finance" minister. A rank ("chief diplomat") and a quality ("young mayor")
/// do not tell.
bool tells_office(const Language& language, std::uint32_t t, LexiconId portfolio) {
  if (language.in(t, portfolio)) return true;
  if (language.in(t, language.ids().role)) return false;
  return language.in(t, language.ids().noun_common) || language.in(t, language.ids().organisation_head) ||
         language.token(t).has(kCapital);
}

}  // namespace

bool are_related(const Language& language, std::string_view family, std::string_view other, const Mention& mention) {
  if (family == other) return true;
  if (family == "leader")
    return other == "politician" || other == "head-of-state" || other == "local-politician" || other == "executive" ||
           other == "soldier" || other == "cleric";
  if (family != "diplomat") return false;
  for (std::uint32_t t = mention.role.begin; t < mention.role.end; ++t) {
    if (language.is(t, Role::diplomatic_office)) return true;
  }
  return false;
}

bool tells_quality(const Language& language, std::uint32_t i) {
  return language.ends(i, WordEnding::quality, 4);
}

bool is_elevated(std::string_view family) {
  return family == "candidate" || family == "politician" || family == "head-of-state" || family == "executive" ||
         family == "legislator" || family == "leader" || family == "author";
}

Gender gender_after(const Language& language, const Mentions& mentions, const Mention& phrase) {
  constexpr std::uint32_t kWithin = 10;  // tokens
  const LanguageIds& ids = language.ids();
  const std::uint32_t from = phrase.range.end;
  for (std::uint32_t t = from; t < from + kWithin && t < language.size(); ++t) {
    if (language.token(t).has(kSentenceStart) || language.token(t).has(kOpenQuote)) break;
    const std::uint32_t m = mentions.of_token[t];
    if (m == kNone) continue;
    const Mention& next = mentions.all[m];
    const bool owned = language.in(t, ids.possessive_pronoun);
    if (next.pronoun || owned) {
      const Gender gender = gender_named(language.attribute(t, owned ? ids.possessive_pronoun : ids.pronoun, "gender"));
      return gender == Gender::neuter ? Gender::unknown : gender;  // "it" is somebody else
    }
    if (next.kind == SourceKind::named_person || next.kind == SourceKind::unnamed_person) break;
  }
  return Gender::unknown;
}

bool tells_of_known(const Language& language, const Mention& phrase) {
  constexpr std::uint32_t kFirstWords = 5;
  const std::uint32_t begin = phrase.core.begin;
  if (!language.is(begin, Role::definite_article)) return false;
  for (std::uint32_t t = begin + 1; t <= phrase.head && t < begin + kFirstWords; ++t) {
    if (language.is(t, Role::no_longer_in_office) || tells_age(language, t)) return true;
    const bool compatriot =
        language.attribute(t, language.ids().role, "kind") == "compatriot" || language.in(t, language.ids().demonym);
    if (t == phrase.head && t == begin + 1 && compatriot) return true;
  }
  return false;
}

bool other_office(const Language& language, const Mention& phrase, const Entity& entity, const Mentions& mentions) {
  const LexiconId portfolio = language.ids().portfolio;
  const auto tells = [&](std::uint32_t t) { return tells_office(language, t, portfolio); };
  bool told = false;
  for (std::uint32_t t = phrase.role.begin; t < phrase.head; ++t) told = told || tells(t);
  if (!told) return false;
  const auto shared = [&](std::uint32_t word) {
    for (std::uint32_t k = phrase.role.begin; k < phrase.head; ++k) {
      if (tells(k) && language.hash(k) == language.hash(word)) return true;
    }
    return false;
  };
  bool other = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& called = mentions.all[m];
    for (std::uint32_t t = called.role.begin; t < called.role.end; ++t) {
      if (!tells(t)) continue;
      if (shared(t)) return false;
      other = true;
    }
    // "Interior Minister Holm": what stands before the title may be a house, or what the office is for.
    for (std::uint32_t t = called.affiliation.begin; t < called.affiliation.end; ++t) {
      if (shared(t)) return false;
      other = other || (called.affiliation.end == called.role.begin && language.in(t, portfolio));
    }
  }
  return other;
}

bool out_of_office(const Language& language, const Mention& phrase, const Entity& entity, const Mentions& mentions) {
  const auto is_past = [&](const Mention& mention) {
    for (std::uint32_t t = mention.core.begin; t < mention.core.end; ++t) {
      if (language.is(t, Role::no_longer_in_office)) return true;
    }
    return false;
  };
  if (phrase.affiliation.empty() || is_past(phrase)) return false;
  bool past = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& called = mentions.all[m];
    if (called.role.empty()) continue;
    if (!is_past(called)) return false;
    past = true;
  }
  return past;
}

bool is_only_deputy(const Language& language, const Mention& phrase, const Entity& entity, const Mentions& mentions) {
  const std::uint32_t office = language.hash(phrase.head);
  if (phrase.head > phrase.core.begin && language.is(phrase.head - 1, Role::deputy)) return false;
  bool deputy = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& called = mentions.all[m];
    if (called.name.empty()) continue;  // only what a name is told with
    for (std::uint32_t t = called.range.begin; t < called.range.end; ++t) {
      if (language.hash(t) != office) continue;
      if (t == called.range.begin || !language.is(t - 1, Role::deputy)) return false;
      deputy = true;
    }
  }
  return deputy;
}

bool name_has(const Language& language, TokenRange name, std::string_view list) {
  constexpr std::uint32_t kFirstWords = 12;
  for (std::uint32_t t = name.begin; t < name.end && t < name.begin + kFirstWords; ++t) {
    const std::string_view word = language.word(t);
    for (std::size_t at = 0; at + word.size() <= list.size(); at = list.find(' ', at) + 1) {
      const std::string_view one = list.substr(at, list.find(' ', at) - at);
      const bool same = std::equal(one.begin(), one.end(), word.begin(), word.end(),
                                   [](char x, char y) { return x == (y >= 'A' && y <= 'Z' ? y + ('a' - 'A') : y); });
      if (same) return true;
      if (list.find(' ', at) == std::string_view::npos) break;
    }
  }
  return false;
}

}  // namespace hearsay
