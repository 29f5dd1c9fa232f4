#include "sources/joint.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "sources/candidate_parts.h"
#include "sources/offices.h"

namespace hearsay {
namespace {

/// "two", "both"; 0 where no number is told.
std::size_t number_told(const Language& language, const Mention& phrase) {
  std::size_t number = 0;
  const std::uint32_t end = std::min(phrase.head, phrase.core.begin + kLongestRole);
  for (std::uint32_t t = phrase.core.begin; t < end && number == 0; ++t) {
    const std::string_view value = language.attribute(t, language.ids().count, "kind");
    std::from_chars(value.data(), value.data() + value.size(), number);
  }
  return number;
}

bool is_anybody(const Language& language, const Mention& phrase) {
  return language.attribute(phrase.head, language.ids().collective, "kind") == "any-person";
}

bool is_called(const Language& language, const Mentions& mentions, const Mention& phrase, const Entity& entity) {
  const LanguageIds& ids = language.ids();
  const Lexicons& lexicons = language.lexicons();
  if (is_person(entity.kind) && is_anybody(language, phrase)) {
    const Gender gender = gender_named(language.attribute(phrase.head, ids.collective, "gender"));
    return gender == Gender::unknown || gender == entity.gender;
  }
  const LexiconId general = lexicons.named("general-body");
  if (is_body(entity.kind) && language.in(phrase.head, general)) {
    const std::string_view kind = language.attribute(phrase.head, general, "kind");
    return kind.empty() || name_has(language, mentions.all[entity.fullest].name, kind);
  }
  const LexiconId heads = is_body(entity.kind) ? ids.organisation_head : ids.role;
  const std::optional<Sense> own = lexicons.sense(language.token(phrase.head).word, heads);
  if (!own) return false;
  const std::string_view family = language.attribute(phrase.head, heads, "kind");
  const auto meets = [&](std::uint32_t t, const Mention& called) {
    const std::optional<Sense> its = lexicons.sense(language.token(t).word, heads);
    if (!its) return false;
    return its->entry == own->entry ||
           (!family.empty() && is_person(entity.kind) &&
            are_related(language, family, lexicons.entry(its->entry).attribute("kind"), called));
  };
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count; ++m) {
    const Mention& called = mentions.all[entity.mentions[m]];
    if (called.pronoun || called.compound) continue;
    if (is_body(entity.kind) && !called.name.empty() && meets(called.name.end - 1, called)) return true;
    const std::uint32_t end = std::min(called.role.end, called.role.begin + kLongestRole);
    for (std::uint32_t t = called.role.begin; t < end; ++t) {
      if (meets(t, called)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> parts_of(const Language& language, const Mentions& mentions, const EntityTable& table,
                                    std::uint32_t compound) {
  constexpr std::uint32_t kMostMentions = 24;  // that a compound holds
  std::vector<std::uint32_t> parts;
  const Mention& whole = mentions.all[compound];
  std::uint32_t end = whole.core.begin;
  for (std::uint32_t k = compound + 1;
       k < mentions.all.size() && k < compound + kMostMentions && mentions.all[k].core.begin < whole.core.end; ++k) {
    const Mention& part = mentions.all[k];
    if (part.compound || part.core.begin < end) continue;
    end = part.range.end;
    if (table.of(k) != kNone) {
      parts.push_back(table.of(k));
      continue;
    }
    // "The two rivals, Holm and Ruiz" are named; "lawyers for Holm and Ruiz", "Holm and four members" is no list of
    // names.
    const bool names_somebody = k + 1 < mentions.all.size() && mentions.all[k + 1].core.begin < end;
    if (names_somebody || language.hash(end) != word_hash(",")) return {};
  }
  return parts;
}

bool may_mean_several(const Language& language, const Mention& phrase) {
  if (phrase.number != GrammaticalNumber::plural || phrase.pronoun || phrase.compound || !phrase.name.empty())
    return false;
  if (phrase.kind != SourceKind::unnamed_group && phrase.kind != SourceKind::collective) return false;
  return phrase.definite || number_told(language, phrase) != 0;
}

bool may_be_as_many(const Language& language, const Mention& phrase, std::size_t parts) {
  const std::size_t number = number_told(language, phrase);
  return number == 0 || number == parts;
}

bool is_said_of_any(const Language& language, const Mention& phrase) {
  return is_anybody(language, phrase) || language.in(phrase.head, language.lexicons().named("general-body"));
}

bool are_called(const HouseWords& words, const Mention& phrase, std::span<const std::uint32_t> parts,
                const EntityTable& table) {
  if (parts.size() < 2 || !may_be_as_many(words.language, phrase, parts.size())) return false;
  const NamedHouses houses = houses_of(words, phrase);
  return std::ranges::all_of(parts, [&](std::uint32_t part) {
    const Entity& entity = table.at(part);
    const Belonging house = belonging(words, houses, entity);
    return entity.parts.empty() && !words.mentions.all[entity.fullest].name.empty() &&
           (house == Belonging::untold || house == Belonging::same) &&
           is_called(words.language, words.mentions, phrase, entity);
  });
}

}  // namespace hearsay
