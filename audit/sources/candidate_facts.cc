// The facts of a mention and one candidate: how near, in what functions, who speaks, what both are called.
#include <algorithm>
#include <array>

#include "base/word_hash.h"
#include "sources/candidate_parts.h"

namespace hearsay {
namespace {

/// Sentences apart, by steps.
std::uint8_t grade(std::uint32_t sentences) {
  if (sentences <= 3) return static_cast<std::uint8_t>(sentences);
  return sentences <= 5 ? 4 : sentences <= 8 ? 5 : 6;
}
std::uint8_t grade_count(std::size_t mentions) {
  return mentions <= 3 ? static_cast<std::uint8_t>(mentions) : mentions <= 6 ? 4 : 5;
}

/// Where a role begins behind its owner: "former lawyer" of "President Ruiz's former lawyer", who is no president.
std::uint32_t own_role(const Language& language, TokenRange role, std::uint32_t end) {
  std::uint32_t begin = role.begin;
  for (std::uint32_t t = role.begin; t < end; ++t) {
    if (language.token(t).has(kClitic)) begin = t + 1;
  }
  return begin;
}

/// An attorney general is no inspector general, and no general of an army: a title of two offices is one whole.
bool other_title(const Language& language, std::uint32_t one, std::uint32_t other) {
  const LanguageIds& ids = language.ids();
  const auto whole = [&](std::uint32_t head) {
    if (head == 0 || !language.in(head - 1, ids.role)) return false;
    if (language.attribute(head - 1, ids.role, "kind") == language.attribute(head, ids.role, "kind")) return false;
    const std::array<WordId, 2> title{language.token(head - 1).word, language.token(head).word};
    return language.lexicons().phrase(title, ids.title).has_value();
  };
  if (!whole(one) && !whole(other)) return false;
  return one == 0 || other == 0 || language.hash(one - 1) != language.hash(other - 1);
}

}  // namespace

void CandidateFinder::add(const Asked& asked, std::uint32_t k, bool ahead, HeadMatch head, Belonging house) {
  const std::uint32_t e = table_.of(k);
  const Entity& entity = table_.at(e);
  const Mention& other = mention(k);
  const std::uint32_t first = ahead ? asked.i : k;
  const std::uint32_t second = ahead ? k : asked.i;
  const std::uint32_t apart = sentence(second) - sentence(first);
  LinkOption option{.entity = e, .nearest = k, .facts = asked.facts};
  LinkFacts& f = option.facts;
  f.kind = static_cast<std::uint8_t>(entity.kind);
  f.gender = asked.gender != Gender::unknown && entity.gender == asked.gender ? 1 : 0;
  f.number = !entity.parts.empty() || is_many(entity.kind) ? 1 : is_body(entity.kind) ? 2 : 0;
  f.mentions = grade_count(entity.mentions.size());
  f.role_known = entity.role_words.empty() ? 0 : 1;
  f.weak = is_body(entity.kind) ? 3 : entity.kind == SourceKind::other ? 2 : by_capital_alone(entity) ? 1 : 0;
  f.form = other.pronoun ? 2 : other.possessive ? 4 : other.name.empty() ? 3 : other.name.size() == 1 ? 1 : 0;
  f.its_function = static_cast<std::uint8_t>(c_.clauses.of_mention[k]);
  f.its_speaks = up_to(c_.speaks[k], 1);
  f.opens = opens(k);
  f.its_clause = up_to(c_.clauses.verbs_to[other.core.begin] -
                           c_.clauses.verbs_to[c_.language.text().sentences[sentence(k)].tokens.begin],
                       2);
  f.sentences = grade(apart);
  f.rank = up_to(options_.size(), 5);
  f.clauses = apart == 0 ? up_to(clauses_between(first, second), 3) : 0;
  f.subjects = apart == 0 ? up_to(subjects_between(first, second), 2) : 0;
  const Text& text = c_.language.text();
  const std::uint32_t paragraphs =
      text.sentences[sentence(second)].paragraph - text.sentences[sentence(first)].paragraph;
  f.paragraph = up_to(paragraphs, 2);
  f.quotes = quotes(asked.i, k);
  f.voice = static_cast<std::uint8_t>(voice(asked.i, k, e));
  const std::uint32_t held_by = c_.content_of[other.core.begin];
  f.told_of = held_by != kNone && held_by != c_.content_of[asked.mention->core.begin] &&
                      c_.source_mention[held_by] != kNone && table_.of(c_.source_mention[held_by]) != e
                  ? 1
                  : 0;
  f.last_speaker = e == last_speaker_ ? 1 : 0;
  const std::uint32_t here = sentence(asked.i);
  f.last_subject = (subject_sentence_ + 1 == here && e == subject_) ||
                           (subject_sentence_ == here && before_sentence_ + 1 == here && e == subject_before_)
                       ? 1
                       : 0;
  f.ahead = ahead ? 1 : 0;
  if (ahead && other.core.begin > 0) f.comma = c_.language.hash(other.core.begin - 1) == word_hash(",") ? 1 : 0;
  const auto& main = main_[is_person(entity.kind) ? 0 : 1];
  f.main = e == main[0] ? 2 : e == main[1] ? 1 : 0;
  f.pronouns = other.pronoun && other.gender == asked.mention->gender && asked.mention->pronoun ? 1 : 0;
  add_history(asked, e, f);
  f.part = k > 0 && mention(k - 1).compound && mention(k - 1).core.begin == other.core.begin ? 1 : 0;
  if (f.part == 0 && other.core.begin > 0 && c_.language.is(other.core.begin - 1, Role::coordinator_and)) f.part = 2;
  if (!is_pronoun(asked.anaphor)) {
    f.head = static_cast<std::uint8_t>(head);
    f.shared = up_to(shared_words(asked, entity), 3);
    f.clash = static_cast<std::uint8_t>(house);
  }
  options_.push_back(option);
}

/// The mentions of the last sentences, read once for all that a mention could stand for.
void CandidateFinder::look_back(const Asked& asked) {
  constexpr std::uint32_t kSentences = 2;  // back, beside the own one
  constexpr std::size_t kLook = 40;        // mentions
  recent_.clear();
  const std::uint32_t here = sentence(asked.i);
  for (std::size_t at = told_.size(), steps = 0; at-- > 0 && steps < kLook; ++steps) {
    const std::uint32_t k = told_[at];
    const std::uint32_t apart = here - sentence(k);
    if (apart > kSentences) break;
    const bool subject = c_.clauses.of_mention[k] == Function::subject && apart <= 1;
    recent_.push_back({.entity = table_.of(k), .subject = static_cast<std::uint8_t>(subject ? apart + 1 : 0)});
  }
}

/// What the last sentences tell of an entity, beyond its nearest mention.
void CandidateFinder::add_history(const Asked& asked, std::uint32_t entity, LinkFacts& facts) const {
  std::uint32_t recent = 0;
  for (const Recent& one : recent_) {
    if (one.entity != entity) continue;
    ++recent;
    facts.subject_near |= one.subject;
  }
  facts.recent = up_to(recent, 4);
  const std::uint32_t here = sentence(asked.i);
  const std::uint32_t pronoun = last_pronoun_[static_cast<std::size_t>(asked.mention->gender)];
  if (asked.mention->pronoun && pronoun != kNone && table_.of(pronoun) == entity)
    facts.last_pronoun = up_to(here - sentence(pronoun) + 1, 3);
  facts.topic = entity == topic_[0] || entity == topic_[1] ? 1 : 0;
}

/// Whether anything told is called so; who speaks is asked for in any case.
bool CandidateFinder::is_heard_of(const Asked& asked) const {
  return asked.facts.speaks != 0 || asked.facts.office == 1 || !asked.family.empty() ||
         asked.mention->kind == SourceKind::document || heard_[c_.language.hash(asked.mention->head) % kHeard];
}

void CandidateFinder::hear(std::uint32_t i) {
  const Mention& called = mention(i);
  const auto word = [&](std::uint32_t t) { heard_[c_.language.hash(t) % kHeard] = true; };
  word(called.name.empty() ? called.head : called.name.end - 1);
  const std::uint32_t end = std::min(called.role.end, called.role.begin + kLongestRole);
  for (std::uint32_t t = called.role.begin; t < end; ++t) word(t);
}

/// False where head_match finds nothing: most are called by nothing of the kind.
bool CandidateFinder::may_be_called(const Asked& asked, const Entity& entity) const {
  const bool heard = ((entity.called >> (asked.head & 63U)) & 1U) != 0;
  const bool related = !asked.family.empty() && entity.has_family;
  return heard || related || asked.facts.office == 1 || asked.mention->kind == SourceKind::document;
}

HeadMatch CandidateFinder::head_match(const Asked& asked, const Entity& entity) const {
  if (!may_be_called(asked, entity)) return HeadMatch::none;
  const Language& language = c_.language;
  const Mention& phrase = *asked.mention;
  const std::uint32_t head = asked.head;
  const std::uint32_t modifier =
      phrase.head > phrase.core.begin && phrase.role.size() > 1 ? language.hash(phrase.head - 1) : 0;
  HeadMatch best = HeadMatch::none;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count && best != HeadMatch::same_modified; ++m) {
    const Mention& called = mention(entity.mentions[m]);
    if (called.pronoun) continue;
    const bool unnamed = called.name.empty();
    const auto meets = [&](std::uint32_t t) {
      if (language.hash(t) == head) {
        if (other_title(language, phrase.head, t)) return;
        const bool more = modifier != 0 && t > 0 && language.hash(t - 1) == modifier;
        best = std::max(best, more ? HeadMatch::same_modified : HeadMatch::same);
      } else if (is_person(phrase.kind) && !asked.family.empty() &&
                 are_related(language, asked.family, language.attribute(t, language.ids().role, "kind"), called)) {
        best = std::max(best, HeadMatch::related);
      }
    };
    if (unnamed) meets(told_head(called));
    const std::uint32_t role_end = std::min(called.role.end, called.role.begin + kLongestRole);
    for (std::uint32_t t = own_role(language, called.role, role_end); t < role_end; ++t) meets(t);
    if (unnamed || is_person(phrase.kind)) continue;
    meets(called.name.end - 1);  // "the ministry" of "the Water Ministry"
    if (best == HeadMatch::none && asked.facts.office == 1 &&
        name_has(language, called.name, language.attribute(phrase.head, general_body_, "kind")))
      best = HeadMatch::related;
  }
  if (best == HeadMatch::none && phrase.kind == SourceKind::document) {
    const LexiconId documents = language.ids().document_head;
    const std::string_view kind = language.attribute(phrase.head, documents, "kind");
    const Mention& called = mention(entity.fullest);
    if (!kind.empty() && language.attribute(called.head, documents, "kind") == kind) best = HeadMatch::related;
  }
  return best;
}

/// Words beside the head ("harbour" of "the head of the harbour union") that the entity is called by too.
std::uint32_t CandidateFinder::shared_words(const Asked& asked, const Entity& entity) const {
  const Language& language = c_.language;
  const Mention& phrase = *asked.mention;
  const auto tells = [&](std::uint32_t t) {
    return t != phrase.head && language.token(t).has(kAlpha) && language.token(t).end - language.token(t).begin > 3;
  };
  std::uint32_t found = 0;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  const std::uint32_t end = std::min(phrase.range.end, phrase.core.begin + kLongestRole);
  for (std::uint32_t t = phrase.core.begin; t < end; ++t) {
    if (!tells(t)) continue;
    bool met = false;
    for (std::size_t m = 0; m < count && !met; ++m) {
      const Mention& called = mention(entity.mentions[m]);
      if (called.pronoun || entity.mentions[m] == asked.i) continue;
      for (const TokenRange words :
           {called.role, called.affiliation, called.name.empty() ? called.core : called.name}) {
        const std::uint32_t stop = std::min(words.end, words.begin + kLongestRole);
        for (std::uint32_t w = words.begin; w < stop && !met; ++w) met = language.hash(w) == language.hash(t);
      }
    }
    found += met ? 1U : 0U;
  }
  return found;
}

std::uint8_t CandidateFinder::quotes(std::uint32_t i, std::uint32_t k) const {
  const std::uint32_t own = quotation(i);
  const std::uint32_t its = quotation(k);
  if (own == kNone) return its == kNone ? 0 : 3;
  return its == kNone ? 4 : own == its ? 1 : 2;
}

Voice CandidateFinder::voice(std::uint32_t i, std::uint32_t k, std::uint32_t entity) const {
  const std::uint32_t own = c_.content_of[mention(i).core.begin];
  if (own != kNone && c_.source_mention[own] != kNone && table_.of(c_.source_mention[own]) == entity)
    return quotation(i) != kNone ? Voice::quoted_speaker : Voice::speaker;
  const std::uint32_t its = c_.content_of[mention(k).core.begin];
  if (its != kNone && c_.source_mention[its] == i) return quotation(k) != kNone ? Voice::quoted_of : Voice::spoken_of;
  return Voice::none;
}

std::uint32_t CandidateFinder::clauses_between(std::uint32_t first, std::uint32_t second) const {
  const std::uint32_t from = mention(first).core.end;
  const std::uint32_t to = mention(second).core.begin;
  return from < to ? c_.clauses.verbs_to[to] - c_.clauses.verbs_to[from] : 0;
}

std::uint32_t CandidateFinder::subjects_between(std::uint32_t first, std::uint32_t second) const {
  constexpr std::uint32_t kLook = 24;  // mentions
  std::uint32_t found = 0;
  const std::uint32_t from = second > first + kLook ? second - kLook : first + 1;
  for (std::uint32_t k = from; k < second && found < 2; ++k) {
    if (c_.clauses.of_mention[k] != Function::subject || mention(k).core.begin < mention(first).core.end) continue;
    // Parts of a compound are one subject with it.
    if (k > 0 && mention(k - 1).compound && mention(k).core.end <= mention(k - 1).core.end) continue;
    if (!mention(k).relative || table_.of(k) != table_.of(first)) ++found;
  }
  return found;
}

/// How the clause of a pronoun is joined to what comes before.
std::uint8_t CandidateFinder::joint(std::uint32_t i) const {
  const std::uint32_t begin = mention(i).core.begin;
  const Language& language = c_.language;
  if (begin == 0 || language.token(begin).has(kSentenceStart)) return 0;
  const std::uint32_t before = begin - 1;
  if (language.is(before, Role::coordinator)) return 1;
  if (language.is(before, Role::complementiser_that)) return 2;
  if (language.hash(before) == word_hash(",")) return 5;
  if (language.in(before, language.ids().subordinator)) return 3;
  const std::uint32_t m = c_.mentions.of_token[before];
  if (m != kNone && mention(m).relative) return 4;
  return c_.clauses.verbs_to[begin] != c_.clauses.verbs_to[before] ? 6 : 7;
}

/// "her book": what the book does in its clause.
std::uint8_t CandidateFinder::holder(std::uint32_t i) const {
  if (!mention(i).possessive) return 0;
  for (std::uint32_t k = i; k-- > 0 && mention(k).core.begin == mention(i).core.begin;) {
    if (!mention(k).compound && mention(k).core.end > mention(i).core.end)
      return static_cast<std::uint8_t>(c_.clauses.of_mention[k]);
  }
  return 0;
}

std::uint8_t CandidateFinder::opens(std::uint32_t i) const {
  const Text& text = c_.language.text();
  const std::uint32_t begin = mention(i).core.begin;
  const Sentence& whole = text.sentences[sentence(i)];
  if (begin > whole.tokens.begin + 1) return 0;
  return begin <= text.paragraphs[whole.paragraph].tokens.begin + 1 ? 2 : 1;
}

std::uint8_t CandidateFinder::early(std::uint32_t i) const {
  constexpr std::uint32_t kFirst = 3;
  if (sentence(i) < first_body_sentence_) return 2;
  return sentence(i) < first_body_sentence_ + kFirst ? 1 : 0;
}

}  // namespace hearsay
