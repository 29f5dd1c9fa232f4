// What belongs to a phrase by a preposition: of-, for- and in-phrases, shares and ratios, access to a matter.
#include "mentions/extender.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostPhrases = 4;  // of-phrases in a row

}  // namespace

/// May the head take a phrase with the preposition that is this token?
bool Extender::rules(const Mention& mention, std::uint32_t preposition) const {
  const bool relational = classifier_.relational(mention.head);
  const bool named = mention.kind == SourceKind::named_person && !mention.name.empty();
  if (language_.is(preposition, Role::genitive_of)) return relational || named || is_noun(tags_[mention.head]);
  if (language_.is(preposition, Role::phrase_of_topic)) return relational && !named;
  if (language_.is(preposition, Role::phrase_of_origin))
    return is_person(mention) || mention.kind == SourceKind::unnamed_group;
  if (!language_.is(preposition, Role::phrase_of_circumstance)) return false;
  if (mention.kind == SourceKind::collective && language_.is(preposition, Role::preposition_in)) return false;
  if (language_.is(preposition, Role::infinitive_to) && language_.in(mention.head, language_.ids().family))
    return false;
  if (language_.attribute(mention.head, language_.ids().organisation_head, "kind") == "seat") return true;
  return relational && !named && (mention.kind != SourceKind::named_organisation || mention.name.empty()) &&
         mention.kind != SourceKind::document;
}

void Extender::phrases(Mention& mention) {
  if (one_of(mention) || share_of(mention)) return;
  for (std::uint32_t step = 0; step < kMostPhrases; ++step) {
    const std::uint32_t end = mention.range.end;
    if (!same_sentence(end) || tags_[end] == Tag::punct) return;
    if (!rules(mention, end)) return;
    const bool of = language_.is(end, Role::genitive_of);
    const bool on = language_.is(end, Role::preposition_on);
    const bool of_or_for = of || language_.is(end, Role::preposition_for);
    if (of && mention.core.begin > 0 && language_.in(mention.core.begin - 1, language_.ids().takes_of)) return;
    const Mention* inner = starting(end + 1);
    if (inner == nullptr || inner->pronoun || classifier_.time(inner->head)) return;
    const bool means = language_.in(inner->head, language_.ids().document_head) && inner->name.empty();
    const bool beside = inner->kind == SourceKind::named_person && inner->name.begin <= end + 1 &&
                        (language_.is(end, Role::preposition_with) || language_.is(end, Role::preposition_in));
    if (!of && (means || beside)) return;
    // "prosecutors in Varn", but not "the campaign in those talks"
    const bool nameless = mention.kind == SourceKind::named_organisation && mention.name.empty();
    if (nameless && !of_or_for && !on && !language_.token(inner->head).has(kCapital)) return;
    mention.range.end = inner->core.end;
    if (language_.is(end, Role::phrase_of_origin)) wider_place(mention);
    if (mention.kind == SourceKind::collective && on) unname(mention);
    if (mention.kind == SourceKind::unnamed_group && on) second_topic(mention);
    const bool office = classifier_.relational(mention.head);
    // "special envoy for Kesh Asif Rana": the name closes the phrase.
    const bool carried = mention.name.empty() && office && inner->kind == SourceKind::named_person &&
                         inner->name.begin > end + 1 && inner->role.empty();
    const bool carried_by_title = mention.kind != SourceKind::named_person && office &&
                                  inner->kind == SourceKind::named_person && !inner->name.empty() &&
                                  inner->name.begin > end + 1 &&
                                  (inner->role.empty() || is_body(inner->role.end - 1) ||
                                   (inner->role.begin == end + 1 && !is_role(end + 1) &&
                                    !is_role(inner->role.end - 1)));  // "of State for Transport"
    // "the top Democrat on the Harbour Committee Rep. Ana Ruiz": a title behind the body sets the name beside it.
    const bool carried_by_house =
        mention.kind == SourceKind::unnamed_person && inner->kind == SourceKind::named_person &&
        !inner->affiliation.empty() && is_body(inner->affiliation.end - 1) && inner->role.size() == 1 &&
        inner->role.begin == inner->affiliation.end && language_.token(inner->role.begin).has(kAbbreviation);
    if (carried || carried_by_title || carried_by_house) {
      mention.role = {mention.core.begin, mention.range.end - inner->name.size()};
      mention.name = inner->name;
      mention.gender = inner->gender;
      mention.kind = SourceKind::named_person;
      mention.core.end = mention.range.end;
      return;
    }
    // "Ministry of Fisheries spokesman Asif Rana": the body is whose spokesman he is.
    if (mention.kind != SourceKind::named_person && of_or_for && office && inner->kind == SourceKind::named_person &&
        !inner->affiliation.empty() && inner->affiliation.begin == end + 1 && is_body(mention.head) &&
        inner->affiliation.end == inner->role.begin && language_.token(mention.head).has(kCapital)) {
      mention.affiliation = {mention.core.begin, inner->affiliation.end};
      mention.role = inner->role;
      mention.name = inner->name;
      mention.gender = inner->gender;
      mention.kind = SourceKind::named_person;
      mention.core.end = mention.range.end;
      return;
    }
    // "a spokesman for the mayor, Representative Ana Ruiz,": whose title it is, is the one named.
    if (mention.kind == SourceKind::unnamed_person && inner->kind == SourceKind::named_person &&
        inner->name.begin > inner->core.end + 1 && language_.in(inner->name.begin - 1, language_.ids().title)) {
      mention.range.end = inner->range.end;
      mention.comma_after = inner->comma_after;
      if (step == 0) affiliate(mention, *inner);
      return;
    }
    if (step == 0 && names_ministry(mention, of_or_for, *inner)) {
      mention.kind = SourceKind::named_organisation;
      mention.name = {mention.core.begin, series_end(*inner)};
      mention.range.end = mention.core.end = mention.name.end;
      mention.number = GrammaticalNumber::singular;
      continue;
    }
    if (step == 0) affiliate(mention, *inner);
    // "the Committee for a Responsible Harbour", "Department of Motor Vehicles": the of-phrase is part of the name.
    const bool capital_head =
        language_.token(mention.head).has(kCapital) && mention.kind == SourceKind::named_organisation;
    if (capital_head && !mention.name.empty() && mention.register_entry == kNone &&
        language_.token(inner->head).has(kCapital)) {
      const bool place = !of_or_for;
      const bool seat = language_.attribute(mention.head, language_.ids().organisation_head, "kind") == "seat";
      if (place && !seat) return;
      mention.name.end = mention.range.end = place ? inner->core.end : series_end(*inner);
    }
  }
}

/// "Ana Ruiz of Tarn, Ohio said", "from Varn, Kesh,": the wider place is no speaker.
void Extender::wider_place(Mention& mention) const {
  const std::uint32_t end = mention.range.end;
  if (!comma(end)) return;
  const Mention* place = starting(end + 1);
  if (place == nullptr || place->kind != SourceKind::other || place->core.begin != end + 1) return;
  if (language_.length_at(end + 1, place->core.end, language_.ids().place_name) != place->core.size()) return;
  mention.range.end = place->core.end;
  mention.comma_after = comma(place->core.end);
}

/// "Ministry of Fisheries" without an article.
bool Extender::names_ministry(const Mention& mention, bool of_or_for, const Mention& inner) const {
  const bool body = language_.in(mention.head, language_.ids().organisation_opener) ||
                    (tags_[mention.head] != Tag::NNS && is_body(mention.head));
  return of_or_for && mention.core.size() == 1 && mention.name.empty() && language_.token(mention.head).has(kCapital) &&
         body && language_.token(inner.head).has(kCapital);
}

/// "Fisheries and Livestock", "Industry, Science and Resources" behind "Ministry of": one name, as far as its parts
/// are no bodies and no persons.
std::uint32_t Extender::series_end(const Mention& first) const {
  constexpr std::uint32_t kMost = 3;
  std::uint32_t end = first.core.end;
  std::uint32_t at = end;
  for (std::uint32_t step = 0; step < kMost; ++step) {
    const bool conjunction = same_sentence(at) && language_.joins_two(at);
    if (!conjunction && !comma(at)) return end;
    const Mention* next = starting(at + 1);
    if (next == nullptr || next->pronoun || !language_.token(at + 1).has(kCapital)) return end;
    if (language_.given_name(at + 1) || next->register_entry != kNone || !next->role.empty() == !next->name.empty() ||
        is_body(next->head))
      return end;
    at = next->core.end;
    if (conjunction) return at;
  }
  return end;
}

/// "one of the people", "two of her aides": somebody out of a group.
bool Extender::one_of(Mention& mention) const {
  const std::uint32_t of = mention.core.end;
  const Mention* group = same_sentence(of) && language_.is(of, Role::genitive_of) ? starting(of + 1) : nullptr;
  if (group == nullptr || group->pronoun || mention.core.size() != 1) return false;
  const Mention& inner = *group;
  const bool several = tags_[mention.head] == Tag::CD || language_.in(mention.head, language_.ids().quantifier);
  const bool single = language_.is(mention.head, Role::one_of_several);
  const bool people = inner.kind == SourceKind::unnamed_group || inner.kind == SourceKind::collective ||
                      inner.kind == SourceKind::unnamed_person;
  if ((!several && !single) || !people) return false;
  mention.kind = single ? SourceKind::unnamed_person : SourceKind::unnamed_group;
  mention.number = single ? GrammaticalNumber::singular : GrammaticalNumber::plural;
  mention.role = inner.role.empty() ? inner.core : inner.role;
  mention.affiliation = inner.affiliation;
  mention.range.end = inner.range.end;
  mention.comma_after = inner.comma_after;
  mention.count = mention.core;
  return true;
}

/// "Three in 10 voters", "one in five", "nine out of ten of those asked".
bool Extender::ratio_of(Mention& mention) const {
  std::uint32_t at = mention.core.end;
  if (mention.core.size() != 1 || tags_[mention.head] != Tag::CD || !same_sentence(at)) return false;
  if (language_.is(at, Role::ratio_out) && language_.is(at + 1, Role::genitive_of))
    ++at;
  else if (!language_.is(at, Role::preposition_in))
    return false;
  if (!same_sentence(at + 1) || tags_[at + 1] != Tag::CD || language_.word(at + 1).size() > 5) return false;
  if (language_.token(at + 1).has(kDigit) && language_.word(at + 1).size() == 4) return false;  // "one in 1987"
  const Mention* whole = starting(at + 1);
  if (whole == nullptr || whole->pronoun || !whole->name.empty()) return false;
  mention.kind = SourceKind::collective;
  mention.number = GrammaticalNumber::plural;
  mention.role = whole->role;
  mention.range.end = whole->range.end;
  approximate(mention);
  return true;
}

/// "More than half of the voters", "nearly two-thirds of residents": the words before the number are part of it.
void Extender::approximate(Mention& mention) const {
  constexpr std::uint32_t kLongest = 2;
  // "a story about some man" is no number.
  if (tags_[mention.core.begin] == Tag::DT && !language_.is(mention.core.begin, Role::indefinite_article)) return;
  for (std::uint32_t length = kLongest; length > 0; --length) {
    if (mention.core.begin < length) continue;
    const std::uint32_t begin = mention.core.begin - length;
    if (begin + 1 < mention.core.begin && language_.token(mention.core.begin - 1).has(kSentenceStart)) continue;
    if (language_.token(mention.core.begin).has(kSentenceStart)) return;
    if (language_.length_at(begin, mention.core.begin, language_.ids().approximator) != length) continue;
    mention.range.begin = begin;
    return;
  }
}

/// "60 percent of voters", "a lot of officials": they are what they are a part of.
bool Extender::share_of(Mention& mention) const {
  const std::uint32_t of = mention.core.end;
  if (!language_.in(mention.head, language_.ids().share) || !same_sentence(of) || !language_.is(of, Role::genitive_of))
    return false;
  const Mention* whole = starting(of + 1);
  if (whole == nullptr || whole->pronoun || whole->kind == SourceKind::named_person ||
      whole->kind == SourceKind::named_organisation)
    return false;
  const std::uint32_t before = mention.head > 0 ? mention.head - 1 : mention.head;
  const bool fraction = language_.attribute(mention.head, language_.ids().share, "kind") == "fraction";
  const bool counted = tags_[before] == Tag::CD || fraction;  // nobody was asked who they are
  const bool people = whole->kind != SourceKind::document && whole->kind != SourceKind::other;
  mention.kind = counted && people ? SourceKind::collective : whole->kind;
  mention.number = GrammaticalNumber::plural;
  mention.role = whole->role;
  mention.affiliation = whole->affiliation;
  mention.range.end = whole->range.end;
  mention.comma_after = whole->comma_after;
  approximate(mention);
  return true;
}

/// "experts on the harbour and deep-sea trade"
void Extender::second_topic(Mention& mention) const {
  const std::uint32_t end = mention.range.end;
  if (!same_sentence(end) || !language_.is(end, Role::coordinator_and)) return;
  const Mention* second = starting(end + 1);
  if (second != nullptr && second->kind == SourceKind::other && !second->pronoun) mention.range.end = second->core.end;
}

/// "sources privy to the talks", "people familiar with the matter".
void Extender::access(Mention& mention) {
  const std::uint32_t end = mention.range.end;
  if (!same_sentence(end) || !language_.in(end, language_.ids().access)) return;
  const bool phrase_next = end + 1 < language_.size() && (tags_[end + 1] == Tag::IN || tags_[end + 1] == Tag::TO);
  if (is_finite(tags_[end]) && !phrase_next) return;
  if (mention.kind == SourceKind::named_organisation && mention.name.empty() &&
      mention.number == GrammaticalNumber::plural)
    unname(mention);
  if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::unnamed_person &&
      mention.kind != SourceKind::collective)
    return;
  if (mention.kind == SourceKind::collective) unname(mention);
  mention.range.end = end + 1;
  for (std::uint32_t step = 0; step < 3; ++step) {
    const std::uint32_t at = mention.range.end;
    if (!same_sentence(at) || (tags_[at] != Tag::IN && tags_[at] != Tag::TO)) return;
    const Mention* inner = starting(at + 1);
    if (inner == nullptr || classifier_.time(inner->head)) return;
    mention.range.end = inner->core.end;
  }
}

}  // namespace hearsay
