// Clauses that belong to a phrase: relative ones, participles, "led by", "such as".
#include "mentions/extender.h"

namespace hearsay {
void Extender::relative(Mention& mention) {
  std::uint32_t who = mention.range.end;
  const bool after_comma = comma(who);
  if (after_comma) ++who;
  if (!same_sentence(who)) return;
  const bool people = language_.is(who, Role::personal_relative);
  const bool which = language_.is(who, Role::which);
  if (which && after_comma && may_be_body(mention)) mention.kind = SourceKind::named_organisation;
  const bool things = which && after_comma && mention.kind == SourceKind::named_organisation;
  if (!people && !things) return;
  const bool institution = mention.kind == SourceKind::named_organisation && mention.name.empty() &&
                           mention.number == GrammaticalNumber::plural;
  if (people && institution && language_.is(who + 1, Role::speaks_for_itself)) unname(mention);
  if (people && (mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media ||
                 mention.kind == SourceKind::document))
    return;
  // "people who saw it" were there; "people who drive" are anybody.
  const bool happened = who + 1 < language_.size() && tags_[who + 1] == Tag::VBD;
  if (mention.kind == SourceKind::collective && people && !after_comma && happened) unname(mention);
  const std::uint32_t end = after_comma ? next_mark(who) : relative_clause_end(language_, tags_, who);
  if (end == kNone) return;
  mention.range.end = end;
  mention.comma_after = comma(end);
}

/// A name that nothing but its capitals makes a person's: "Hebra Ferries, which …".
bool Extender::may_be_body(const Mention& mention) const {
  if (mention.kind != SourceKind::named_person || mention.name.empty() || !mention.role.empty()) return false;
  return mention.gender == Gender::unknown && !language_.given_name(mention.name.begin) &&
         mention.register_entry == kNone;
}

/// Where a clause between commas closes; kNone where it does not within bounds.
std::uint32_t Extender::next_mark(std::uint32_t who) const {
  const std::uint32_t limit = std::min(language_.size(), who + kLongestClause);
  for (std::uint32_t i = who + 1; i < limit && same_sentence(i); ++i) {
    const Token& token = language_.token(i);
    if (token.has(kOpenQuote) || token.has(kCloseQuote)) return kNone;
    if (!closes(i)) continue;
    const std::uint32_t wider = wider_place_end(i);
    if (wider == kNone) return i;
    // "who was born in Varn, Ohio, said", "after the fire in Varn, Ohio, that killed two, said"
    const bool relative = wider + 1 < language_.size() &&
                          (tags_[wider + 1] == Tag::WDT || language_.is(wider + 1, Role::complementiser_that));
    const bool goes_on = comma(wider) && relative;
    if (!goes_on) return wider;
    i = wider + 1;
  }
  return kNone;
}

/// Where "Ohio" of "in Varn, Ohio," ends, whose comma is at i; kNone where nothing of the kind follows.
std::uint32_t Extender::wider_place_end(std::uint32_t i) const {
  constexpr std::uint32_t kLongest = 3;  // words of a name
  if (!comma(i)) return kNone;
  std::uint32_t town = i;
  while (town > 0 && i - town < kLongest && is_name(tags_[town - 1])) --town;
  if (town == i || town == 0 || !language_.is(town - 1, Role::place_preposition)) return kNone;
  std::uint32_t end = i + 1;
  while (end < language_.size() && end - i <= kLongest && is_name(tags_[end]) && same_sentence(end)) ++end;
  return end > i + 1 && comma(end) ? end : kNone;
}

/// "residents living near the dam", but not what they say: "residents saying the dam …".
void Extender::participle(Mention& mention) {
  const std::uint32_t verb = mention.range.end;
  if (!same_sentence(verb)) return;
  const bool participle = tags_[verb] == Tag::VBN || tags_[verb] == Tag::VBD;
  if (participle && verb == mention.head + 1 && language_.is(mention.head, Role::demonstrative_those)) {
    mention.range.end = verb + 1;  // "those surveyed"
    return;
  }
  if (tags_[verb] != Tag::VBG || language_.in(verb, language_.ids().say)) return;
  if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::unnamed_person) return;
  if (const std::uint32_t end = participle_clause_end(language_, tags_, verb); end != kNone) mention.range.end = end;
}

/// "researchers led by Ana Ruiz", "critics like Ana Ruiz", "unions, including the Harbour Guild,": one of them has a
/// name.
void Extender::led(Mention& mention) {
  const std::uint32_t verb = mention.range.end;
  if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::collective) return;
  if (!same_sentence(verb) || mention.number != GrammaticalNumber::plural) return;
  const std::uint32_t named = name_of_one(verb);
  const Mention* leader = named == kNone ? nullptr : starting(named);
  if (leader == nullptr || leader->name.empty() || leader->pronoun) return;
  const bool body = leader->kind == SourceKind::named_organisation;
  if (leader->kind != SourceKind::named_person && !body) return;
  const bool goes_on = leader->range.end < language_.size() && is_noun(tags_[leader->range.end]);
  if (body && (language_.is(verb + 1, Role::agent_by) || goes_on)) return;
  mention.lead = leader->name;
  mention.range.end = leader->range.end;
  mention.comma_after = leader->comma_after || comma(mention.range.end);
}

/// Where the name of one of a group begins behind "led by", "such as", "including"; kNone where nobody is named so.
std::uint32_t Extender::name_of_one(std::uint32_t at) const {
  const bool set_off = comma(at);
  if (set_off) ++at;
  if (language_.is(at, Role::led_by)) return language_.is(at + 1, Role::agent_by) ? at + 2 : kNone;
  if (language_.is(at, Role::preposition_or_verb_like)) return set_off ? kNone : at + 1;
  if (language_.is(at, Role::such_as)) return language_.is(at + 1, Role::preposition_as) ? at + 2 : kNone;
  return language_.is(at, Role::including) ? at + 1 : kNone;
}

}  // namespace hearsay
