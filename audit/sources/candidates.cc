// options: looks back over the last mentions, each entity once by its nearest mention; then ahead over names that come
// first there. Bounds are in mentions and sentences, so that a long article costs no more per mention than a short one.
#include "sources/candidates.h"

#include <algorithm>

#include "mentions/word_literal.h"
#include "sources/headline.h"

namespace hearsay {
namespace {

constexpr std::size_t kPronounLook = 40;  // mentions
constexpr std::size_t kPhraseLook = 100;  // mentions
constexpr std::uint32_t kPronounSentences = 8;
constexpr std::size_t kMostBehind = 12;  // options
constexpr std::uint32_t kAheadMentions = 80;
constexpr std::uint32_t kAheadSentences = 8;
constexpr std::size_t kMostAhead = 4;          // options
constexpr std::size_t kMostCalled = 10;        // mentions of an entity whose words are read
constexpr std::uint32_t kLongestCalling = 12;  // tokens

bool is_person(SourceKind kind) {
  return kind == SourceKind::named_person || kind == SourceKind::unnamed_person;
}
bool is_body(SourceKind kind) {
  return kind == SourceKind::named_organisation || kind == SourceKind::media;
}
bool is_many(SourceKind kind) {
  return kind == SourceKind::unnamed_group || kind == SourceKind::collective;
}
template <class Number>
std::uint8_t most(Number number, std::uint8_t limit) {
  return static_cast<std::uint8_t>(number < limit ? number : limit);
}
std::uint8_t grade(std::uint32_t sentences) {
  if (sentences <= 3) return static_cast<std::uint8_t>(sentences);
  return sentences <= 5 ? 4 : sentences <= 8 ? 5 : 6;
}
std::uint8_t grade_count(std::size_t mentions) {
  return mentions <= 3 ? static_cast<std::uint8_t>(mentions) : mentions <= 6 ? 4 : 5;
}

}  // namespace

struct CandidateFinder::Asked {
  std::uint32_t i = 0;
  Anaphor anaphor = Anaphor::he;
  const Mention* mention = nullptr;
  Gender gender = Gender::unknown;
  std::string_view family;               // of its role
  LinkFacts facts;                       // what is of the mention alone
  std::vector<std::uint32_t> commanded;  // entities named in what the pronoun governs
};

CandidateFinder::CandidateFinder(const LinkContext& context, const EntityTable& table)
    : c_(context), table_(table), general_body_(context.language.lexicons().named("general-body")) {}

void CandidateFinder::begin() {
  std::size_t counts[2][2] = {{0, 0}, {0, 0}};
  for (std::uint32_t e = 0; e < table_.size(); ++e) {
    const Entity& entity = table_.at(e);
    if (entity.kind != SourceKind::named_person && !is_body(entity.kind)) continue;
    const std::size_t row = entity.kind == SourceKind::named_person ? 0 : 1;
    const std::size_t count = entity.mentions.size();
    if (count > counts[row][0]) {
      counts[row][1] = counts[row][0];
      main_[row][1] = main_[row][0];
      counts[row][0] = count;
      main_[row][0] = e;
    } else if (count > counts[row][1]) {
      counts[row][1] = count;
      main_[row][1] = e;
    }
  }
  for (auto& row : counts) {
    const std::size_t at = static_cast<std::size_t>(&row - counts);
    if (row[0] < 2) main_[at][0] = kNone;
    if (row[1] < 2) main_[at][1] = kNone;
  }
  for (std::uint32_t i = 0; i < c_.mentions.all.size(); ++i) {
    if (!mention(i).name.empty()) hear(i);
  }
  headlines_end_ = headlines_end(c_.language.document());
  const Text& text = c_.language.text();
  while (first_body_sentence_ < text.sentences.size() &&
         text.tokens[text.sentences[first_body_sentence_].tokens.begin].begin < headlines_end_)
    ++first_body_sentence_;
}

void CandidateFinder::passed(std::uint32_t i) {
  const std::uint32_t entity = table_.of(i);
  if (entity == kNone || mention(i).person != 3) return;
  told_.push_back(i);
  if (!mention(i).pronoun && mention(i).name.empty()) hear(i);
  if (c_.speaks[i] != 0) last_speaker_ = entity;
  if (mention(i).pronoun && !mention(i).relative) last_pronoun_[static_cast<std::size_t>(mention(i).gender)] = i;
  std::uint32_t& topic = topic_[is_person(table_.at(entity).kind) ? 0 : 1];
  if (topic == kNone && !mention(i).name.empty()) topic = entity;
  if (c_.clauses.of_mention[i] != Function::subject || mention(i).relative) return;
  if (subject_sentence_ == sentence(i)) return;
  subject_before_ = subject_;
  before_sentence_ = subject_sentence_;
  subject_ = entity;
  subject_sentence_ = sentence(i);
}

CandidateFinder::Asked CandidateFinder::ask(std::uint32_t i, Anaphor anaphor) const {
  const Mention& phrase = mention(i);
  Asked asked{.i = i, .anaphor = anaphor, .mention = &phrase, .gender = phrase.gender, .family = {}, .facts = {}};
  LinkFacts& f = asked.facts;
  f.anaphor = static_cast<std::uint8_t>(anaphor);
  f.function = static_cast<std::uint8_t>(c_.clauses.of_mention[i]);
  f.speaks = c_.speaks[i];
  f.quoted = quotation(i) != kNone ? 1 : 0;
  f.early = early(i);
  if (is_pronoun(anaphor)) {
    f.joint = joint(i);
    f.holder = holder(i);
    exclude_commanded(asked);
    return asked;
  }
  asked.family = c_.language.attribute(phrase.head, c_.language.ids().role, "kind");
  const std::uint32_t opener = c_.language.hash(phrase.core.begin);
  const bool owned = !phrase.affiliation.empty() && phrase.affiliation.begin == phrase.core.begin;
  f.definite = owned                                                                                    ? 2
               : opener == "the"_w                                                                      ? 1
               : opener == "this"_w || opener == "that"_w || opener == "these"_w || opener == "those"_w ? 3
               : opener == "a"_w || opener == "an"_w                                                    ? 0
                                                                                                        : 4;
  if (anaphor == Anaphor::person || anaphor == Anaphor::bare) {
    for (std::uint32_t t = phrase.core.begin; t <= phrase.head && t < phrase.core.begin + kLongestCalling; ++t) {
      if (tells_age(c_.language, t)) f.office = 2;
      if (c_.language.hash(t) == "former"_w) f.office = 3;
    }
    if (f.office == 0 && is_elevated(asked.family)) f.office = 1;
    if (f.office == 0 && tells_of_known(c_.language, phrase)) f.office = 2;
    if (asked.gender == Gender::unknown) asked.gender = gender_after(c_.language, c_.mentions, phrase);
  } else if (c_.language.in(phrase.head, general_body_)) {
    f.office = 1;
  }
  return asked;
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
      return is_many(entity.kind) || is_body(entity.kind) || !entity.parts.empty() ||
             (is_person(entity.kind) && entity.number == GrammaticalNumber::plural);
  }
}

bool CandidateFinder::admits_phrase(const Asked& asked, const Entity& entity) const {
  const Mention& phrase = *asked.mention;
  const auto of_gender = [&] {
    return asked.gender == Gender::unknown || entity.gender == Gender::unknown || entity.gender == asked.gender;
  };
  switch (phrase.kind) {
    case SourceKind::unnamed_person:
      return is_person(entity.kind) && entity.number != GrammaticalNumber::plural && entity.parts.empty() &&
             of_gender() && !other_office(c_.language, phrase, entity, c_.mentions);
    case SourceKind::unnamed_group:
    case SourceKind::collective:
      if (!entity.parts.empty()) return phrase.number == GrammaticalNumber::plural;
      return (is_many(entity.kind) || (is_body(entity.kind) && phrase.number != GrammaticalNumber::plural)) &&
             head_match(asked, entity) >= HeadMatch::same;
    case SourceKind::named_organisation:
      return is_body(entity.kind) && entity.parts.empty();
    case SourceKind::media:
      return entity.kind == SourceKind::media;
    case SourceKind::document:
      return entity.kind == SourceKind::document && head_match(asked, entity) != HeadMatch::none;
    default:
      return false;
  }
}

/// "Ruiz told her": the object of a verb is not its subject.
bool CandidateFinder::bound(const Asked& asked, std::uint32_t k) const {
  if (asked.anaphor != Anaphor::him && asked.facts.function != static_cast<std::uint8_t>(Function::object))
    return false;
  if (asked.anaphor == Anaphor::his || asked.anaphor == Anaphor::its || asked.anaphor == Anaphor::their) return false;
  return sentence(k) == sentence(asked.i) && c_.clauses.of_mention[k] == Function::subject &&
         clauses_between(k, asked.i) == 1;
}

/// "She told Harris that Kagan had left": whoever is named further on in the clause is not she.
void CandidateFinder::exclude_commanded(Asked& asked) const {
  constexpr std::uint32_t kMost = 16;  // mentions
  if (asked.anaphor != Anaphor::he && asked.anaphor != Anaphor::him) return;
  const std::uint32_t begin = mention(asked.i).core.begin;
  std::uint32_t t = begin;
  const auto end = std::min<std::size_t>(c_.mentions.all.size(), asked.i + kMost);
  for (std::uint32_t k = asked.i + 1; k < end && sentence(k) == sentence(asked.i); ++k) {
    const Mention& other = mention(k);
    for (; t < other.core.begin; ++t) {
      if (c_.language.hash(t) == ","_w || c_.language.hash(t) == "and"_w || c_.language.hash(t) == "but"_w) return;
      if (c_.language.token(t).has(kOpenQuote) || c_.language.token(t).has(kCloseQuote)) return;
    }
    if (!other.name.empty() && !other.compound && table_.of(k) != kNone) asked.commanded.push_back(table_.of(k));
  }
}

/// "“He lied,” Ruiz said": nobody calls himself "he" in his own quotation.
bool CandidateFinder::own_words(const Asked& asked, std::uint32_t entity) const {
  if (asked.facts.quoted == 0 || !is_personal(asked.anaphor)) return false;
  const std::uint32_t a = c_.content_of[mention(asked.i).core.begin];
  if (a == kNone || c_.source_mention[a] == kNone) return false;
  // Quoted words only: in "Ruiz said he would “go”" the pronoun stands before the marks.
  return table_.of(c_.source_mention[a]) == entity;
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

void CandidateFinder::behind(const Asked& asked) {
  const bool pronoun = is_pronoun(asked.anaphor);
  const std::size_t look = pronoun ? kPronounLook : kPhraseLook;
  const std::size_t stop = told_.size() > look ? told_.size() - look : 0;
  const std::uint32_t here = sentence(asked.i);
  std::size_t plain = 0;  // options of a description that no word of it speaks for
  for (std::size_t at = told_.size(); at-- > stop && options_.size() < kMostBehind;) {
    const std::uint32_t k = told_[at];
    if (pronoun && here - sentence(k) > kPronounSentences) break;
    const std::uint32_t e = table_.of(k);
    if (seen_[e] == asked.i) continue;
    const Entity& entity = table_.at(e);
    if (nested(asked, k)) continue;
    seen_[e] = asked.i;
    if (!admits(asked, e, entity) || bound(asked, k)) continue;
    const HeadMatch head = pronoun ? HeadMatch::none : head_match(asked, entity);
    const Belonging house = pronoun ? Belonging::untold : belonging(c_.language, *asked.mention, entity, c_.mentions);
    if (house == Belonging::other && head != HeadMatch::same_modified) continue;
    if (!pronoun && head == HeadMatch::none) {
      // Nobody is asked who a description is that says nothing and that no word speaks for.
      constexpr std::size_t kMostPlain = 4;
      if (asked.facts.definite == 0 || asked.facts.speaks == 0 || plain == kMostPlain) continue;
      ++plain;
    }
    add(asked, k, false, head, house);
  }
}

void CandidateFinder::before(const Asked& asked) {
  const bool pronoun = is_pronoun(asked.anaphor);
  if (pronoun && !is_personal(asked.anaphor)) return;
  if (asked.anaphor == Anaphor::group || asked.anaphor == Anaphor::document) return;
  const std::uint32_t here = sentence(asked.i);
  const auto end = std::min<std::size_t>(c_.mentions.all.size(), asked.i + (pronoun ? 12U : kAheadMentions));
  std::size_t added = 0;
  for (std::uint32_t k = asked.i + 1; k < end && added < kMostAhead; ++k) {
    const std::uint32_t apart = sentence(k) - here;
    if (apart > (pronoun ? 0U : kAheadSentences)) break;
    const std::uint32_t e = table_.of(k);
    const Mention& other = mention(k);
    if (e == kNone || other.name.empty() || other.compound) continue;
    if (pronoun && (c_.clauses.of_mention[k] != Function::subject || quotation(k) != quotation(asked.i))) continue;
    if (seen_[e] == asked.i) continue;
    seen_[e] = asked.i;
    const Entity& entity = table_.at(e);
    // Who was told of before is no delayed name; long ago he may be out of sight.
    if (!pronoun && mention(entity.first).core.begin < mention(asked.i).core.begin) continue;
    if (nested(asked, k) || !admits(asked, e, entity)) continue;
    const HeadMatch head = pronoun ? HeadMatch::none : head_match(asked, entity);
    if (!pronoun && head == HeadMatch::none && asked.facts.speaks == 0) continue;
    const Belonging house = pronoun ? Belonging::untold : belonging(c_.language, *asked.mention, entity, c_.mentions);
    if (house == Belonging::other) continue;
    add(asked, k, true, head, house);
    ++added;
  }
}

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
  f.its_speaks = c_.speaks[k];
  f.opens = opens(k);
  f.its_clause = most(c_.clauses.verbs_to[other.core.begin] -
                          c_.clauses.verbs_to[c_.language.text().sentences[sentence(k)].tokens.begin],
                      2);
  f.sentences = grade(apart);
  f.rank = most(options_.size(), 5);
  f.clauses = apart == 0 ? most(clauses_between(first, second), 3) : 0;
  f.subjects = apart == 0 ? most(subjects_between(first, second), 2) : 0;
  const Text& text = c_.language.text();
  const std::uint32_t paragraphs =
      text.sentences[sentence(second)].paragraph - text.sentences[sentence(first)].paragraph;
  f.paragraph = most(paragraphs, 2);
  f.quotes = quotes(asked.i, k);
  f.voice = static_cast<std::uint8_t>(voice(asked.i, k, e));
  f.last_speaker = e == last_speaker_ ? 1 : 0;
  const std::uint32_t here = sentence(asked.i);
  f.last_subject = (subject_sentence_ + 1 == here && e == subject_) ||
                           (subject_sentence_ == here && before_sentence_ + 1 == here && e == subject_before_)
                       ? 1
                       : 0;
  f.ahead = ahead ? 1 : 0;
  if (ahead && other.core.begin > 0) f.comma = c_.language.hash(other.core.begin - 1) == ","_w ? 1 : 0;
  const auto& main = main_[is_person(entity.kind) ? 0 : 1];
  f.main = e == main[0] ? 2 : e == main[1] ? 1 : 0;
  f.pronouns = other.pronoun && other.gender == asked.mention->gender && asked.mention->pronoun ? 1 : 0;
  add_history(asked, e, f);
  f.part = k > 0 && mention(k - 1).compound && mention(k - 1).core.begin == other.core.begin ? 1 : 0;
  if (f.part == 0 && other.core.begin > 0 && c_.language.hash(other.core.begin - 1) == "and"_w) f.part = 2;
  if (!is_pronoun(asked.anaphor)) {
    f.head = static_cast<std::uint8_t>(head);
    f.shared = most(shared_words(asked, entity), 3);
    f.clash = static_cast<std::uint8_t>(house);
  }
  options_.push_back(option);
}

/// What the last sentences tell of an entity, beyond its nearest mention.
void CandidateFinder::add_history(const Asked& asked, std::uint32_t entity, LinkFacts& facts) const {
  constexpr std::uint32_t kSentences = 2;  // back, beside the own one
  constexpr std::size_t kLook = 40;        // mentions
  const std::uint32_t here = sentence(asked.i);
  std::uint32_t recent = 0;
  for (std::size_t at = told_.size(), steps = 0; at-- > 0 && steps < kLook; ++steps) {
    const std::uint32_t k = told_[at];
    const std::uint32_t apart = here - sentence(k);
    if (apart > kSentences) break;
    if (table_.of(k) != entity) continue;
    ++recent;
    if (c_.clauses.of_mention[k] == Function::subject && apart <= 1)
      facts.subject_near |= static_cast<std::uint8_t>(apart + 1);
  }
  facts.recent = most(recent, 4);
  const std::uint32_t pronoun = last_pronoun_[static_cast<std::size_t>(asked.mention->gender)];
  if (asked.mention->pronoun && pronoun != kNone && table_.of(pronoun) == entity)
    facts.last_pronoun = most(here - sentence(pronoun) + 1, 3);
  facts.topic = entity == topic_[0] || entity == topic_[1] ? 1 : 0;
}

void CandidateFinder::finish(const Asked& asked) {
  const std::uint8_t count = most(options_.size(), 5);
  std::uint8_t best = 0;
  for (const LinkOption& one : options_) best = std::max(best, one.facts.head);
  LinkOption nobody{.entity = kNone, .nearest = kNone, .facts = asked.facts};
  nobody.facts.nobody = 1;
  options_.push_back(nobody);
  for (LinkOption& one : options_) {
    if (one.entity == kNone) break;
    const std::size_t own = table_.at(one.entity).mentions.size();
    const auto more = std::count_if(options_.begin(), options_.end() - 1, [&](const LinkOption& other) {
      return table_.at(other.entity).mentions.size() > own;
    });
    one.facts.salience = most(more, 3);
  }
  for (LinkOption& one : options_) {
    one.facts.count = count;
    one.facts.best_head = best;
  }
}

const std::vector<LinkOption>& CandidateFinder::options(std::uint32_t i, Anaphor anaphor) {
  options_.clear();
  seen_.resize(table_.size(), kNone);
  const Asked asked = ask(i, anaphor);
  if (is_pronoun(anaphor) || is_heard_of(asked)) {
    behind(asked);
    before(asked);
  }
  finish(asked);
  return options_;
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
  const std::uint32_t end = std::min(called.role.end, called.role.begin + kLongestCalling);
  for (std::uint32_t t = called.role.begin; t < end; ++t) word(t);
}

HeadMatch CandidateFinder::head_match(const Asked& asked, const Entity& entity) const {
  const Language& language = c_.language;
  const Mention& phrase = *asked.mention;
  const std::uint32_t head = language.hash(phrase.head);
  // Most are called by nothing of the kind.
  const bool heard = ((entity.called >> (head & 63U)) & 1U) != 0;
  const bool related = !asked.family.empty() && entity.has_family;
  if (!heard && !related && asked.facts.office != 1 && phrase.kind != SourceKind::document) return HeadMatch::none;
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
        const bool more = modifier != 0 && t > 0 && language.hash(t - 1) == modifier;
        best = std::max(best, more ? HeadMatch::same_modified : HeadMatch::same);
      } else if (is_person(phrase.kind) && !asked.family.empty() &&
                 are_related(language, asked.family, language.attribute(t, language.ids().role, "kind"), called)) {
        best = std::max(best, HeadMatch::related);
      }
    };
    if (unnamed) meets(called.head);
    const std::uint32_t role_end = std::min(called.role.end, called.role.begin + kLongestCalling);
    for (std::uint32_t t = called.role.begin; t < role_end; ++t) meets(t);
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
  const std::uint32_t end = std::min(phrase.range.end, phrase.core.begin + kLongestCalling);
  for (std::uint32_t t = phrase.core.begin; t < end; ++t) {
    if (!tells(t)) continue;
    bool met = false;
    for (std::size_t m = 0; m < count && !met; ++m) {
      const Mention& called = mention(entity.mentions[m]);
      if (called.pronoun || entity.mentions[m] == asked.i) continue;
      for (const TokenRange words :
           {called.role, called.affiliation, called.name.empty() ? called.core : called.name}) {
        const std::uint32_t stop = std::min(words.end, words.begin + kLongestCalling);
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
  switch (language.hash(before)) {
    case "and"_w:
    case "but"_w:
    case "or"_w:
      return 1;
    case "that"_w:
      return 2;
    case ","_w:
      return 5;
    default:
      break;
  }
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
  if (names > 1 || !tells_quality(c_.language.word(mention(entity.first).head))) return false;
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
  if (name.begin > 0 && language.hash(name.begin - 1) == "the"_w) return false;
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
