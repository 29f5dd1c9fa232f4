// What nothing crosses: kinds, gender and number, an object and the subject of its verb, whoever is named further on in
// the clause of a pronoun, a speaker in his own quotation. And which names may turn out to be persons.
#include <algorithm>

#include "base/word_hash.h"
#include "sources/candidate_parts.h"
#include "sources/joint.h"

namespace hearsay {

/// "Prosecutors said", paragraphs behind "prosecutors in Varn": of which place they are the article tells nobody.
bool CandidateFinder::is_narrower(const Asked& asked, std::uint32_t k, const Entity& entity) const {
  if (asked.anaphor != Anaphor::body || asked.facts.definite != kBareDescription) return false;
  const Mention& phrase = *asked.mention;
  const Mention& whole = mention(entity.fullest);
  if (!whole.name.empty() || (whole.affiliation.empty() && whole.range.end == whole.core.end)) return false;
  if (!phrase.affiliation.empty() || phrase.range.end > phrase.core.end) return false;
  const auto& sentences = c_.language.text().sentences;
  return sentences[sentence(asked.i)].paragraph > sentences[sentence(k)].paragraph + 1;
}

/// "a remote city", of which no more is told.
bool CandidateFinder::is_place(const Entity& entity) const {
  const std::uint32_t head = mention(entity.fullest).head;
  return mention(entity.fullest).number == GrammaticalNumber::singular &&
         (c_.language.in(head, c_.language.ids().polity) || c_.language.in(head, c_.language.ids().place_head));
}

bool CandidateFinder::admits_pronoun(const Asked& asked, const Entity& entity) const {
  switch (asked.anaphor) {
    case Anaphor::he:
    case Anaphor::him:
    case Anaphor::his:
      if (by_capital_alone(entity) && opens_sentences_only(entity)) return false;
      return (is_person(entity.kind) || could_be_person(entity)) && entity.number != GrammaticalNumber::plural &&
             entity.parts.empty() &&
             (entity.gender == Gender::unknown || asked.gender == Gender::unknown || entity.gender == asked.gender ||
              !is_person(entity.kind));
    case Anaphor::it:
    case Anaphor::its:
      return is_body(entity.kind) || entity.kind == SourceKind::document;
    default:
      // "toured a remote city, where they said": a place is not they who speak.
      if (asked.facts.speaks != 0 && entity.kind == SourceKind::unnamed_group && is_place(entity)) return false;
      return is_many(entity.kind) || is_body(entity.kind) || !entity.parts.empty() ||
             (is_person(entity.kind) && entity.number == GrammaticalNumber::plural);
  }
}

bool CandidateFinder::admits_phrase(const Asked& asked, const Entity& entity) const {
  const Mention& phrase = *asked.mention;
  const auto of_gender = [&] {
    return asked.gender == Gender::unknown || entity.gender == Gender::unknown || entity.gender == asked.gender;
  };
  const auto same_number = [](const Mention& own, const Entity& other) {
    return own.number == GrammaticalNumber::unknown || other.number == GrammaticalNumber::unknown ||
           own.number == other.number;
  };
  switch (phrase.kind) {
    case SourceKind::unnamed_person:
      return is_person(entity.kind) && entity.number != GrammaticalNumber::plural && entity.parts.empty() &&
             of_gender() && !stands_behind(asked, entity) &&
             (sits_untold(asked, entity) ||
              match_seat(c_.language, asked.seat, entity, c_.mentions) == SeatMatch::state ||
              (!other_office(c_.language, phrase, entity, c_.mentions) &&
               !out_of_office(c_.language, phrase, entity, c_.mentions) &&
               !is_only_deputy(c_.language, phrase, entity, c_.mentions)));
    case SourceKind::unnamed_group:
    case SourceKind::collective:
      if (!entity.parts.empty())
        return phrase.number == GrammaticalNumber::plural && may_be_as_many(c_.language, phrase, entity.parts.size());
      return (is_many(entity.kind) || (is_body(entity.kind) && phrase.number != GrammaticalNumber::plural)) &&
             head_match(asked, entity) >= HeadMatch::same;
    case SourceKind::named_organisation:
      return is_body(entity.kind) && entity.parts.empty() && !mention(entity.first).compound;
    case SourceKind::media:
      return entity.kind == SourceKind::media;
    case SourceKind::document:
      return entity.kind == SourceKind::document && same_number(phrase, entity) &&
             head_match(asked, entity) != HeadMatch::none;
    default:
      return false;
  }
}

/// "the California Republican" behind a politician who is told of, and of whom no seat is told.
bool CandidateFinder::sits_untold(const Asked& asked, const Entity& entity) const {
  return in_focus(entity) && is_seat_alone(c_.language, asked.seat, *asked.mention) &&
         is_elected(c_.language, entity, c_.mentions);
}

/// "the California Republican" is whoever sits for it in that party: what both say of it goes before words of office.
/// False where it is somebody else's seat.
bool CandidateFinder::seated(const Asked& asked, const Entity& entity, HeadMatch& head, Belonging& house) const {
  const SeatMatch match = match_seat(c_.language, asked.seat, entity, c_.mentions);
  if (match == SeatMatch::other) return false;
  const bool of_party = c_.language.in(asked.mention->head, c_.language.ids().title);
  if (match == SeatMatch::untold) {
    // Behind a politician of whom no seat is told, it is he: the name is only not told twice.
    if (sits_untold(asked, entity)) {
      head = std::max(head, HeadMatch::related);
      house = Belonging::untold;
    }
    return true;
  }
  if (match == SeatMatch::state || of_party) house = Belonging::same;
  if (asked.seat.party != 0 && of_party) head = std::max(head, HeadMatch::same);
  return true;
}

/// "Holm's attorney" is no special counsel of the court: whose he is must be told of whoever is only called alike.
bool CandidateFinder::anothers(const Asked& asked, HeadMatch head, Belonging house) const {
  return asked.anaphor == Anaphor::person && asked.facts.definite == 2 && !asked.houses.empty() &&
         head == HeadMatch::related && house != Belonging::same;
}

/// "the former fixer for the president": whom the preposition behind a phrase brings is somebody else.
bool CandidateFinder::stands_behind(const Asked& asked, const Entity& entity) const {
  const std::uint32_t begin = asked.mention->core.end + 1;
  if (begin >= c_.language.size()) return false;
  const std::uint32_t k = c_.mentions.core_starts_at[begin];
  if (k == kNone || c_.clauses.of_mention[k] != Function::oblique || sentence(k) != sentence(asked.i)) return false;
  const Mention& behind = mention(k);
  if (!behind.name.empty()) return table_.of(k) != kNone && &table_.at(table_.of(k)) == &entity;
  const std::uint32_t head = c_.language.hash(behind.head);
  return behind.definite &&
         std::find(entity.role_words.begin(), entity.role_words.end(), head) != entity.role_words.end();
}

/// "Holm, President Ruiz's former lawyer, left. He …": the owner is named only to tell who the other is.
bool CandidateFinder::owns_in_apposition(std::uint32_t k) const {
  return mention(k).possessive && !mention(k).pronoun && apposed_[k] != kNone && table_.of(k) != table_.of(apposed_[k]);
}

/// "Holm was one of the drivers", "Holm, seen as a quiet leader": what somebody is said to be is nobody else.
bool CandidateFinder::tells_of_subject(std::uint32_t k) const {
  const std::uint32_t ahead = mention(k).core.begin;
  const std::uint32_t told = mention(k).relative && ahead > 0 ? c_.mentions.ends_at[ahead - 1] : kNone;
  const Mention& phrase = mention(told != kNone ? told : k);  // "as a mayor who …": "who" is no more than he
  const std::uint32_t begin = phrase.core.begin;
  if (phrase.kind != SourceKind::unnamed_person || phrase.pronoun || phrase.definite || begin == 0 ||
      c_.language.token(begin).has(kSentenceStart))
    return false;
  if (c_.language.is(begin - 1, Role::preposition_as)) return true;
  if (!c_.language.in(begin - 1, be_)) return false;
  const std::uint32_t subject = c_.mentions.ends_at[begin - 1];
  return subject != kNone && is_person(mention(subject).kind) && sentence(subject) == sentence(k);
}

/// "Ruiz told her": the object of a verb is not its subject.
bool CandidateFinder::bound(const Asked& asked, std::uint32_t k) const {
  if (asked.anaphor != Anaphor::him && asked.facts.function != static_cast<std::uint8_t>(Function::object))
    return false;
  if (asked.anaphor == Anaphor::his || asked.anaphor == Anaphor::its || asked.anaphor == Anaphor::their) return false;
  return sentence(k) == sentence(asked.i) && c_.clauses.of_mention[k] == Function::subject &&
         clauses_between(k, asked.i) == 1;
}

/// "She told Harris that Kagan had left", "The mayor said Kagan had left": whoever is named further on in the clause is
/// not she.
void CandidateFinder::exclude_commanded(Asked& asked) const {
  constexpr std::uint32_t kMost = 16;  // mentions
  if (asked.anaphor != Anaphor::he && asked.anaphor != Anaphor::him && asked.anaphor != Anaphor::person) return;
  std::uint32_t t = mention(asked.i).range.end;
  const auto end = std::min<std::size_t>(c_.mentions.all.size(), asked.i + kMost);
  for (std::uint32_t k = asked.i + 1; k < end && sentence(k) == sentence(asked.i); ++k) {
    const Mention& other = mention(k);
    for (; t < other.core.begin; ++t) {
      if (c_.language.hash(t) == word_hash(",") || c_.language.is(t, Role::links_clauses)) return;
      if (c_.language.token(t).has(kOpenQuote) || c_.language.token(t).has(kCloseQuote)) return;
    }
    if (!other.name.empty() && !other.compound && table_.of(k) != kNone) asked.commanded.push_back(table_.of(k));
  }
}

/// "The chairman, no friend of Holm's, said", "Holm's lawyer": whoever is named in a description is somebody else.
void CandidateFinder::exclude_told_within(Asked& asked) const {
  constexpr std::uint32_t kMost = 12;  // mentions
  const TokenRange range = asked.mention->range;
  const auto end = std::min<std::size_t>(c_.mentions.all.size(), asked.i + kMost);
  for (std::uint32_t k = asked.i + 1; k < end && mention(k).core.begin < range.end; ++k) {
    const Mention& other = mention(k);
    if (!other.name.empty() && !other.compound && table_.of(k) != kNone) asked.commanded.push_back(table_.of(k));
  }
}

/// "“He lied,” Ruiz said", "“He thinks that he won,” Ruiz said": nobody calls himself "he" in his own quotation.
bool CandidateFinder::own_words(const Asked& asked, std::uint32_t entity) const {
  constexpr int kDeepest = 4;
  if (asked.facts.quoted == 0 || !is_personal(asked.anaphor)) return false;
  // Quoted words only: in "Ruiz said he would “go”" the pronoun stands before the marks.
  std::uint32_t a = c_.content_of[mention(asked.i).core.begin];
  for (int depth = 0; a != kNone && depth < kDeepest; a = c_.quoted_in[a], ++depth) {
    if (c_.source_mention[a] != kNone && table_.of(c_.source_mention[a]) == entity) return true;
  }
  return false;
}

/// What mention i says with marks: "“It is over,” she said, adding: “We go.”" are two.
std::span<const Quoted> CandidateFinder::quoted_by(std::uint32_t i) const {
  // Not ranges::equal_range: clang 14 cannot compile its subrange.
  const auto begin = std::ranges::lower_bound(c_.quoted, i, {}, &Quoted::by);
  const auto end = std::ranges::upper_bound(begin, c_.quoted.end(), i, {}, &Quoted::by);
  return {begin, end};
}

/// "“Holm and his men lied,” they said", "Ruiz knew that Holm “lied,” she said": whom a speaker calls by name in his
/// own words is not he, wherever else that one is named, but for the subject that opens the words outside the marks.
void CandidateFinder::exclude_named_in(Asked& asked) const {
  constexpr std::uint32_t kMost = 200;  // tokens of what is said
  for (const Quoted& quoted : asked.quoted) {
    const std::uint32_t end = std::min(quoted.words.end, quoted.words.begin + kMost);
    for (std::uint32_t t = quoted.words.begin; t < end; ++t) {
      const std::uint32_t k = c_.mentions.core_starts_at[t];
      if (k == kNone || table_.of(k) == kNone || mention(k).name.empty() || !in_own_quotation(asked, k)) continue;
      // "Ruiz would go, the mayor said": told in the writer's words he may be called by name.
      if (!is_pronoun(asked.anaphor) && quotation(k) == kNone) continue;
      asked.commanded.push_back(table_.of(k));
    }
  }
}

bool CandidateFinder::in_own_quotation(const Asked& asked, std::uint32_t k) const {
  const std::uint32_t begin = mention(k).core.begin;
  return std::ranges::any_of(asked.quoted, [&](const Quoted& quoted) {
    return quoted.words.contains(begin) && (quotation(k) != kNone || begin > quoted.words.begin + 1);
  });
}

/// Not what holds it: "his" of "his wife", and the other way round.
bool CandidateFinder::nested(const Asked& asked, std::uint32_t k) const {
  const TokenRange other = mention(k).core;
  const TokenRange own = asked.mention->core;
  return (other.begin <= own.begin && own.end <= other.end) || (own.begin <= other.begin && other.end <= own.end);
}

bool CandidateFinder::admits(const Asked& asked, std::uint32_t e, const Entity& entity) const {
  if (!(is_pronoun(asked.anaphor) ? admits_pronoun(asked, entity) : admits_phrase(asked, entity))) return false;
  if (std::find(asked.commanded.begin(), asked.commanded.end(), e) != asked.commanded.end()) return false;
  return !own_words(asked, e);
}

/// "Tylenol": one word with a capital, and nothing else that tells a person.
bool CandidateFinder::by_capital_alone(const Entity& entity) const {
  const Mention& fullest = mention(entity.fullest);
  if (entity.kind != SourceKind::named_person || fullest.name.size() != 1 || !fullest.role.empty() ||
      entity.gender != Gender::unknown || entity.register_entry != kNone)
    return false;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  return std::none_of(entity.mentions.begin(), entity.mentions.begin() + static_cast<std::ptrdiff_t>(count),
                      [&](std::uint32_t one) { return c_.speaks[one] != 0; });
}

/// A word that is a name once, and only where any word has a capital: "Happiness is a harbour".
bool CandidateFinder::opens_sentences_only(const Entity& entity) const {
  const auto names = std::count_if(entity.mentions.begin(), entity.mentions.end(),
                                   [&](std::uint32_t one) { return !mention(one).pronoun; });
  if (names > 1 || !tells_quality(c_.language, mention(entity.first).head)) return false;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  return std::all_of(entity.mentions.begin(), entity.mentions.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](std::uint32_t one) {
                       return mention(one).pronoun || c_.language.token(mention(one).core.begin).has(kSentenceStart);
                     });
}

/// A name of one to three words that nothing tells to be a body's or a place's: "she" may tell that it is a person's.
bool CandidateFinder::could_be_person(const Entity& entity) const {
  if (entity.kind != SourceKind::other && entity.kind != SourceKind::named_organisation) return false;
  const Mention& fullest = mention(entity.fullest);
  const TokenRange name = fullest.name;
  if (name.empty() || name.size() > 3 || entity.register_entry != kNone || fullest.compound) return false;
  const Language& language = c_.language;
  const LanguageIds& ids = language.ids();
  if (name.begin > 0 && language.is(name.begin - 1, Role::definite_article)) return false;
  // "Happiness is a harbour": a capital that any word has where a sentence begins tells nothing.
  const bool word = language.in(name.end - 1, ids.noun_common) || language.in(name.begin, ids.adjective_common) ||
                    language.in(name.begin, ids.adverb) || language.in(name.begin, ids.verb_common);
  if (word || (name.size() == 1 && opens_sentences_only(entity))) return false;
  const std::uint32_t last = name.end - 1;
  if (language.in(last, ids.organisation_head) || language.in(last, ids.organisation_name) ||
      language.in(last, ids.place_head) || language.in(last, ids.demonym) || language.calendar(last))
    return false;
  return !language.token(name.begin).has(kAllCaps) || name.size() > 1;
}

}  // namespace hearsay
