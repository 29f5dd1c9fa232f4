// Where a name stands in several pieces: titles shared, nicknames, parties and other names behind it.
#include "mentions/extender.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestParenthesis = 8;

}  // namespace

/// "A glazier, who …": whatever the word, it is somebody.
void Extender::tell_by_who(Mention& mention) const {
  const Tag head = tags_[mention.head];
  std::uint32_t next = mention.core.end;
  if (!mention.name.empty() || (head != Tag::NN && head != Tag::NNS) || !same_sentence(next)) return;
  if (language_.hash(next) == word_hash(",")) ++next;
  if (!same_sentence(next) || !language_.is(next, Role::who) || classifier_.time(mention.head)) return;
  // "a former model who said", but "the paper, who reported"
  if (mention.kind == SourceKind::document && head == Tag::NN && next != mention.core.end) return;
  mention.kind = head == Tag::NNS ? SourceKind::unnamed_group : SourceKind::unnamed_person;
  if (mention.role.empty()) mention.role = {mention.head, mention.head + 1};
}

/// "An avid walker, Ana Ruiz, said": whatever the word, a person's name is set beside it.
void Extender::tell_by_name(Mention& mention) const {
  if (!mention.name.empty() || tags_[mention.head] != Tag::NN || !comma(mention.range.end)) return;
  if (classifier_.time(mention.head) || mention.core.begin == mention.core.end) return;
  if (mention.core.begin > 0 && same_sentence(mention.core.begin) && tags_[mention.core.begin - 1] == Tag::IN) return;
  const Mention* next = starting(mention.range.end + 1);
  if (next == nullptr || next->kind != SourceKind::named_person || next->name.size() < 2) return;
  const bool full = language_.given_name(next->name.begin) && next->name.begin == mention.range.end + 1;
  if (full && comma(next->core.end) && is_finite(tags_[std::min(next->core.end + 1, language_.size() - 1)]))
    mention.kind = SourceKind::unnamed_person;
}

/// "Company founder and chief executive Ana Ruiz", "Actor, singer and author Ana Ruiz": several roles of one person,
/// where the first has no determiner or the next is told in small letters.
bool Extender::shared_title(Mention& mention) const {
  const std::uint32_t end = mention.range.end;
  if (mention.kind != SourceKind::unnamed_person || !mention.name.empty() || !same_sentence(end)) return false;
  if (mention.number == GrammaticalNumber::plural || mention.part_of_group()) return false;
  const bool conjunction = language_.joins_two(end);
  // "Deputy Commissioner of Police (Central) Ana Ruiz", "member for water Ana Ruiz"
  const bool beside = !conjunction && end > mention.core.end && is_name(tags_[end]);
  if (!conjunction && !beside && !comma(end)) return false;
  // "former teacher and retired Captain Scott Holm"
  const bool modified = conjunction &&
                        (tags_[end + 1] == Tag::VBN || tags_[end + 1] == Tag::VBD || is_adjective(tags_[end + 1])) &&
                        starting(end + 1) == nullptr;
  const Mention* next = starting(beside ? end : modified ? end + 2 : end + 1);
  if (next == nullptr || next->kind != SourceKind::named_person || next->name.empty()) return false;
  const bool bare = classifier_.is_bare(mention.core.end);
  const std::uint32_t first = next->core.begin;
  if (beside) {
    if (next->name.begin != first || next->name.size() < 2) return false;
    if (!bare && !language_.given_name(first)) return false;
  } else {
    // "lawyer and Cove Institute scholar Scott Holm": what he is may be told with its house.
    const bool housed = next->affiliation.begin == first && next->affiliation.end == next->role.begin;
    if (next->name.begin <= first || (next->role.begin != first && !housed) || tags_[first] == Tag::DT) return false;
    if (!bare && !housed && language_.token(first).has(kCapital)) return false;
    if (!conjunction && !has_and({first, next->name.begin})) return false;
  }
  mention.role = {bare ? mention.core.begin : mention.core.begin + 1, next->name.begin};
  if (!mention.affiliation.empty() && mention.affiliation.begin == mention.role.begin)
    mention.role.begin = mention.affiliation.end;
  if (mention.affiliation.empty()) mention.affiliation = next->affiliation;
  mention.name = next->name;
  mention.gender = next->gender;
  mention.kind = SourceKind::named_person;
  mention.register_entry = next->register_entry;
  mention.core.end = next->core.end;
  mention.range.end = next->range.end;
  mention.comma_after = next->comma_after;
  return true;
}

bool Extender::has_and(TokenRange range) const {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (language_.is(t, Role::coordinator_and)) return true;
  }
  return false;
}

/// "the Harbour Trade Office, or HTO,"
bool Extender::short_form(Mention& mention) const {
  const std::uint32_t end = mention.range.end;
  if (mention.name.size() < 2 || !comma(end) || !language_.is(end + 1, Role::coordinator_or) || !same_sentence(end + 2))
    return false;
  if (!language_.token(end + 2).has(kAllCaps) || !closes(end + 3)) return false;
  mention.range.end = end + 3;
  mention.comma_after = comma(end + 3);
  if (mention.kind == SourceKind::named_person) mention.kind = SourceKind::named_organisation;
  return true;
}

/// "(R-Ohio)", "(HTA)".
/// "Sen. Ana Ruiz, R-Ohio,": an American's party and state.
void Extender::party(Mention& mention) {
  const std::uint32_t tag = mention.range.end + 1;
  if (mention.kind != SourceKind::named_person || !comma(mention.range.end) || !same_sentence(tag)) return;
  if (!language_.party_tag(tag) || !closes(tag + 1)) return;
  mention.range.end = tag + 1;
  mention.comma_after = comma(tag + 1);
}

void Extender::parenthesis(Mention& mention) {
  const std::uint32_t open = mention.range.end;
  if (!same_sentence(open) || language_.hash(open) != word_hash("(")) return;
  for (std::uint32_t i = open + 1; i <= open + kLongestParenthesis && same_sentence(i); ++i) {
    if (language_.hash(i) != word_hash(")")) continue;
    mention.range.end = i + 1;
    return;
  }
}

/// "the post on X, formerly known as Twitter,", "the Harbour Office, known as HO,": another name of what the phrase
/// ends with; "Ana Ruiz, best known to readers for her column,": what somebody is known as.
bool Extender::former_name(Mention& mention) {
  std::uint32_t at = mention.range.end;
  if (!comma(at) || !language_.token(at - 1).has(kCapital)) return false;
  const bool former = language_.is(++at, Role::formerly);
  const bool other =
      former || is_adverb(tags_[std::min(at, language_.size() - 1)]) || language_.is(at, Role::best_known);
  if (other) ++at;
  const bool known = language_.is(at, Role::known);
  if (!former && !known) return false;
  if (known || language_.is(at, Role::called)) ++at;
  const std::uint32_t link = at;
  if (language_.is(link, Role::preposition_as)) ++at;
  const Mention* name = starting(at);
  if (name != nullptr && !name->name.empty() && closes(name->core.end)) {
    mention.range.end = name->core.end;
  } else {
    const bool of_person =
        known && (language_.is(link, Role::preposition_as) || language_.is(link, Role::preposition_for) ||
                  language_.is(link, Role::infinitive_to) || language_.is(link, Role::agent_by));
    const std::uint32_t end = of_person && mention.kind == SourceKind::named_person ? next_mark(at) : kNone;
    if (end == kNone) return false;
    mention.range.end = end;
  }
  mention.comma_after = comma(mention.range.end);
  return true;
}

}  // namespace hearsay
