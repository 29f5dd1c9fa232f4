// Appositions: between commas, what somebody is, or who.
#include "mentions/extender.h"

namespace hearsay {

bool Extender::apposition(Mention& mention) {
  std::uint32_t end = mention.range.end;
  if (!comma(end)) return false;
  // "In Holm v. Ruiz, the Harbour Court ruled": a party to a case ends its name.
  if (mention.core.begin > 0 && language_.is(mention.core.begin - 1, Role::versus)) return false;
  // ", 52,"
  if (end + 2 < language_.size() && tags_[end + 1] == Tag::CD && comma(end + 2) &&
      mention.kind == SourceKind::named_person) {
    mention.range.end = end + 2;
    mention.comma_after = true;
    end += 2;
  }
  const Mention* next = starting(end + 1);
  if (next == nullptr || next->pronoun || next->compound) return false;
  const bool named = !mention.name.empty();
  const bool described = named && next->name.empty() && describes(mention, *next);
  const bool identified = !named && !next->name.empty() && identifies(mention, *next);
  if (!described && !identified) return false;
  // "Ana Ruiz, a dreamer who calls it a dam and …": what he does goes on, to no comma.
  const bool goes_on = described && mention.kind == SourceKind::named_person &&
                       language_.is(next->core.begin, Role::indefinite_article) && same_sentence(next->core.end) &&
                       tags_[next->core.end] == Tag::WP;
  const std::uint32_t last = goes_on ? next->core.end : described ? second_role(*next) : next->range.end;
  if (!goes_on && !closes(last) && !(described && runs_into_verb(*next, last))) return false;
  if (described) {
    if (mention.role.empty() || language_.in(mention.role.begin, language_.ids().honorific)) mention.role = next->core;
    if (mention.affiliation.empty()) mention.affiliation = next->affiliation;
    if (mention.kind == SourceKind::named_person && mention.gender == Gender::unknown) mention.gender = next->gender;
    if (mention.kind != SourceKind::named_person && is_person(*next) && mention.register_entry == kNone)
      mention.kind = SourceKind::named_person;
  } else {
    mention.role = {mention.core.begin, mention.range.end};
    mention.name = next->name;
    mention.kind = next->kind;
    mention.gender = next->gender;
    mention.register_entry = next->register_entry;
  }
  mention.range.end = last;
  mention.comma_after = comma(mention.range.end);
  return true;
}

/// "Ana Ruiz, a Harbour Office employee and president of the Oland Guild in Varn, said": whatever stands between the
/// commas, where it tells a role and no verb stands in it, and one stands behind it.
bool Extender::loose_apposition(Mention& mention) const {
  constexpr std::uint32_t kLongest = 30;
  const std::uint32_t open = mention.range.end;
  const std::uint32_t first = open + 1;
  if (!comma(open) || !same_sentence(first)) return false;
  // "The chairman, no friend of the mayor, said": what somebody is not.
  const bool denied =
      mention.kind == SourceKind::unnamed_person && mention.definite && language_.is(first, Role::determiner_no);
  const bool named = mention.kind == SourceKind::named_person && !mention.name.empty();
  if (!denied && (!named || !tells_role(first))) return false;
  bool role = denied;
  const std::uint32_t limit = std::min(language_.size(), first + kLongest);
  for (std::uint32_t t = first; t + 1 < limit; ++t) {
    const Token& token = language_.token(t);
    if (token.has(kSentenceStart) || token.has(kOpenQuote) || token.has(kCloseQuote)) return false;
    if (comma(t)) {
      if (!same_sentence(t + 1) || language_.given_name(t + 1)) return false;
      if (!is_finite(tags_[t + 1]) && tags_[t + 1] != Tag::MD) continue;
      if (!role) return false;
      mention.range.end = t;
      mention.comma_after = true;
      if (mention.role.empty()) mention.role = {first, first + 1};
      return true;
    }
    if (is_finite(tags_[t]) || tags_[t] == Tag::MD || tags_[t] == Tag::WP) return false;
    role |= is_role(t);
  }
  return false;
}

/// "Harbour member the Netherlands warned", "member and close ally the Netherlands warned": two phrases side by side
/// before a verb are one, where the first has no article and the second is a known body's.
bool Extender::close_apposition(Mention& mention) const {
  if (mention.kind != SourceKind::unnamed_person || !mention.name.empty() || tags_[mention.core.begin] == Tag::DT ||
      mention.number == GrammaticalNumber::plural)
    return false;
  constexpr std::uint32_t kSecond = 4;  // words of "and close ally"
  std::uint32_t at = mention.range.end;
  if (at < language_.size() && language_.is(at, Role::coordinator_and)) {
    const std::uint32_t limit = std::min(language_.size(), at + kSecond);
    while (++at < limit && !language_.is(at, Role::definite_article)) {
    }
    if (at >= limit || !is_role(at - 1)) return false;
  }
  if (titled_behind(mention)) return true;
  const Mention* next = starting(at);
  if (next == nullptr || next->kind != SourceKind::named_organisation || next->register_entry == kNone ||
      !language_.is(at, Role::definite_article))
    return false;
  const std::uint32_t behind = next->range.end;
  if (!same_sentence(behind) || !(is_finite(tags_[behind]) || tags_[behind] == Tag::MD)) return false;
  mention.role = {mention.core.begin, at};
  mention.name = next->name;
  mention.kind = next->kind;
  mention.register_entry = next->register_entry;
  mention.range.end = behind;
  return true;
}

/// "Harbour Television analyst retired Col. Ana Ruiz": a role and, side by side with it, a rank with the full name.
bool Extender::titled_behind(Mention& mention) const {
  const std::uint32_t adjective = mention.range.end;
  if (!same_sentence(adjective) || !is_role(mention.head) || language_.token(mention.head).has(kCapital)) return false;
  const bool between = tags_[adjective] == Tag::VBN || tags_[adjective] == Tag::VBD || is_adjective(tags_[adjective]);
  const Mention* next = starting(between ? adjective + 1 : adjective);
  if (next == nullptr || next->kind != SourceKind::named_person || next->compound || next->role.empty() ||
      language_.length_at(next->core.begin, next->name.begin, language_.ids().title) == 0 || next->name.size() < 2 ||
      !same_sentence(next->core.begin))
    return false;
  mention.role = {mention.core.begin, next->name.begin};
  mention.name = next->name;
  mention.kind = next->kind;
  mention.gender = next->gender;
  mention.register_entry = next->register_entry;
  mention.range.end = next->range.end;
  mention.comma_after = next->comma_after;
  return true;
}

/// A phrase in small letters, or an office in capitals: no second name.
bool Extender::tells_role(std::uint32_t i) const {
  if (tags_[i] == Tag::DT) return language_.is(i, Role::indefinite_article) || language_.is(i, Role::definite_article);
  if (tags_[i] == Tag::PRPS) return true;
  return is_role(i) || (!language_.token(i).has(kCapital) && (is_noun(tags_[i]) || is_adjective(tags_[i])));
}

/// "Ana Ruiz, president and head of the Kesh Guild said": the comma that should close it is left out. With an article
/// it may be the next clause's subject: "According to Ruiz, the mayor said".
bool Extender::runs_into_verb(const Mention& role, std::uint32_t end) const {
  const Tag opening = tags_[role.core.begin];
  return end > role.core.begin + 1 && same_sentence(end) && is_finite(tags_[end]) && opening != Tag::DT &&
         opening != Tag::PRPS;
}

/// The end of "a professor of law and former attorney", which is one person: of the first where there is no second.
std::uint32_t Extender::second_role(const Mention& first) const {
  const std::uint32_t end = first.range.end;
  if (first.kind != SourceKind::unnamed_person || !same_sentence(end) || !language_.is(end, Role::coordinator_and))
    return end;
  const Mention* second = starting(end + 1);
  const bool one = second != nullptr && second->kind == SourceKind::unnamed_person && second->name.empty() &&
                   !second->pronoun && second->number != GrammaticalNumber::plural;
  return one && (closes(second->range.end) || runs_into_verb(first, second->range.end)) ? second->range.end : end;
}

/// Is `next` what `mention` is? "Asif Rana, a doctor,"
bool Extender::describes(const Mention& mention, const Mention& next) const {
  if (mention.kind == SourceKind::named_person || mention.kind == SourceKind::other)
    return next.kind == SourceKind::unnamed_person && next.number != GrammaticalNumber::plural;
  if (mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media) {
    if (next.kind == SourceKind::unnamed_person && mention.register_entry == kNone) return mention.name.size() >= 2;
    return language_.in(next.head, language_.ids().organisation_head) ||
           language_.in(next.head, language_.ids().media_head);
  }
  return false;
}

/// Is `next` the name of `mention`? "the envoy, Asif Rana,"
bool Extender::identifies(const Mention& mention, const Mention& next) const {
  if (mention.kind == SourceKind::unnamed_person) {
    // "A spokeswoman, Ana Ruiz, said", "according to a spokeswoman, Ana Ruiz.": not the first of a list.
    const std::uint32_t behind = next.range.end + 1;
    const bool before_verb =
        comma(next.range.end) && same_sentence(behind) && (is_finite(tags_[behind]) || is_adverb(tags_[behind]));
    const bool last = mention.number != GrammaticalNumber::plural &&
                      (behind >= language_.size() || language_.token(behind).has(kSentenceStart));
    const bool alone = next.name.size() >= 2 && (before_verb || last);
    // A rank before the name is its own ("the spokesman, Colonel Rana"), another office is another person.
    const bool plain = next.role.empty() || (next.role.size() == 1 && next.role.end <= next.name.begin);
    return next.kind == SourceKind::named_person && plain &&
           (alone || mention.definite || !mention.affiliation.empty() || language_.token(mention.head).has(kCapital) ||
            mention.range.end > mention.core.end);
  }
  if (mention.kind == SourceKind::named_organisation)
    return next.kind == SourceKind::named_organisation && mention.definite;
  if (mention.kind == SourceKind::media) return next.kind == SourceKind::media && mention.definite;
  return false;
}

}  // namespace hearsay
