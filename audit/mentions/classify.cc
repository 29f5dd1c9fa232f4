// classify: titles and lower-case roles split a phrase into what comes before a name and the name; a phrase without a
// name is judged by its head noun. The register outranks the shape of a name.
#include "mentions/classify.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {
namespace {

SourceKind kind_of_entry(RegisterKind kind) {
  switch (kind) {
    case RegisterKind::person:
      return SourceKind::named_person;
    case RegisterKind::media:
    case RegisterKind::agency:
      return SourceKind::media;
    case RegisterKind::document:
      return SourceKind::document;
    case RegisterKind::place:
    case RegisterKind::platform:
      return SourceKind::other;
    case RegisterKind::organisation:
    case RegisterKind::government:
      break;
  }
  return SourceKind::named_organisation;
}

}  // namespace

Classifier::Classifier(const Language& language, const Tags& tags, const Register& registers,
                       const std::vector<KnownName>& names)
    : language_(language), tags_(tags), registers_(registers), names_(names), known_of_(language.size(), kNone) {
  for (std::uint32_t k = 0; k < names.size(); ++k) {
    for (std::uint32_t i = names[k].range.begin; i < names[k].range.end; ++i) known_of_[i] = k;
  }
}

const KnownName* Classifier::known_at(std::uint32_t token) const {
  return known_of_[token] != kNone && names_[known_of_[token]].range.begin == token ? &names_[known_of_[token]]
                                                                                    : nullptr;
}

const KnownName* Classifier::known_ending(std::uint32_t end) const {
  return end > 0 && known_of_[end - 1] != kNone && names_[known_of_[end - 1]].range.end == end
             ? &names_[known_of_[end - 1]]
             : nullptr;
}

bool Classifier::relational(std::uint32_t head) const {
  const LanguageIds& ids = language_.ids();
  return language_.in(head, ids.role) || language_.in(head, ids.title) || language_.in(head, ids.group) ||
         language_.in(head, ids.organisation_head) || language_.in(head, ids.document_head) ||
         language_.in(head, ids.family) || language_.in(head, ids.collective) || language_.in(head, ids.media_head);
}

bool Classifier::time(std::uint32_t head) const {
  const LanguageIds& ids = language_.ids();
  const bool capital = language_.token(head).has(kCapital);
  return capital ? language_.calendar(head) : language_.in(head, ids.time_noun);
}

void Classifier::take_entry(const KnownName& known, Mention& mention) const {
  mention.register_entry = known.entry;
  mention.name = known.range;
  mention.kind = kind_of_entry(registers_.entry(known.entry).kind);
  mention.gender = mention.kind == SourceKind::named_person ? Gender::unknown : Gender::neuter;
}

void Classifier::pronoun(Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t i = mention.head;
  mention.pronoun = true;
  mention.definite = true;
  mention.relative = tags_[i] == Tag::WP || tags_[i] == Tag::WDT;
  const LexiconId lexicon = tags_[i] == Tag::PRPS ? ids.possessive_pronoun : ids.pronoun;
  mention.gender = gender_named(language_.attribute(i, lexicon, "gender"));
  const std::string_view number = language_.attribute(i, lexicon, "number");
  if (number == "singular") mention.number = GrammaticalNumber::singular;
  if (number == "plural") mention.number = GrammaticalNumber::plural;
  const std::string_view person = language_.attribute(i, lexicon, "kind");
  mention.person = person == "first" ? 1 : (person == "second" ? 2 : 3);
  if (mention.relative) {
    mention.kind = language_.is(i, Role::who) ? SourceKind::unnamed_person : SourceKind::other;
  } else if (language_.in(i, ids.possessive_pronoun) && !language_.in(i, ids.pronoun)) {
    mention.kind = SourceKind::other;
  } else if (mention.gender == Gender::neuter) {
    mention.kind = SourceKind::named_organisation;
  } else {
    mention.kind = mention.number == GrammaticalNumber::plural ? SourceKind::unnamed_group : SourceKind::unnamed_person;
  }
}

std::uint32_t Classifier::name_run_begin(const Chunk& chunk) const {
  std::uint32_t begin = chunk.core.end;
  while (begin > chunk.inner) {
    const std::uint32_t i = begin - 1;
    if (known_of_[i] != kNone && names_[known_of_[i]].range.begin >= chunk.inner) {
      begin = names_[known_of_[i]].range.begin;
      continue;
    }
    const bool joint = begin < chunk.core.end && i > chunk.inner && is_noun(tags_[i - 1]) &&
                       language_.token(i - 1).has(kCapital) &&
                       (language_.in(i, language_.ids().name_particle) || language_.joins_two(i));
    // Ana “Nan” Ruiz, Ana (Nan) Ruiz
    const bool nickname = begin < chunk.core.end && i > chunk.inner + 2 && is_name(tags_[i - 3]) &&
                          ((language_.token(i).has(kCloseQuote) && language_.token(i - 2).has(kOpenQuote)) ||
                           (language_.hash(i) == word_hash(")") && language_.hash(i - 2) == word_hash("(")));
    if (nickname) {
      begin = i - 2;
      continue;
    }
    if (!is_name(tags_[i]) && !joint) break;
    begin = i;
  }
  // "the Oland Embassy", "the Oland Covian Alliance", where nations are adjectives: part of the name.
  const bool body = begin < chunk.core.end && language_.in(chunk.core.end - 1, language_.ids().organisation_head);
  while (body && begin > chunk.inner && language_.in(begin - 1, language_.ids().demonym) &&
         language_.token(begin - 1).has(kCapital))
    --begin;
  return begin;
}

/// "prosecutors", "the intelligence agencies": a public body, unless somebody counts them.
bool Classifier::is_institution(const Chunk& chunk) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t head = chunk.head;
  const bool two = head > chunk.inner && language_.length_at(head - 1, head + 1, ids.institution) == 2;
  if (!two && !language_.in(head, ids.institution)) return false;
  for (std::uint32_t i = chunk.core.begin; i < head; ++i) {
    if (tags_[i] == Tag::CD || language_.in(i, ids.quantifier) || language_.in(i, ids.count)) return false;
  }
  return true;
}

Mention Classifier::classify(const Chunk& chunk) const {
  Mention mention;
  mention.range = mention.core = chunk.core;
  mention.head = chunk.head;
  mention.possessive = chunk.possessor;
  const bool each = chunk.core.size() == 1 && language_.is(chunk.head, Role::each_of_two);
  if (chunk.pronoun || each) {
    pronoun(mention);
    if (each) {
      mention.relative = false;
      mention.number = GrammaticalNumber::plural;
      mention.kind = SourceKind::unnamed_group;
    }
    return mention;
  }
  const std::uint32_t names_begin = name_run_begin(chunk);
  if (chunk.inner > chunk.core.begin) mention.affiliation = {chunk.core.begin, chunk.inner - 1};
  if (names_begin < chunk.core.end) {
    named(chunk, names_begin, mention);
  } else {
    common(chunk, mention);
  }
  details(chunk, mention);
  if (mention.kind == SourceKind::named_person && mention.gender == Gender::unknown && mention.name.size() > 1)
    mention.gender =  // "Omar Reed III"
        gender_named(language_.attribute(mention.name.end - 1, language_.ids().name_suffix, "gender"));
  return mention;
}

/// "Another said", "some say", "the third said": somebody in particular, though the word tells not who.
bool Classifier::speaks_alone(const Chunk& chunk, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  if (chunk.core.size() > 2 || !language_.in(chunk.head, ids.lone_speaker)) return false;
  if (chunk.core.size() == 2 && tags_[chunk.core.begin] != Tag::DT) return false;
  std::uint32_t verb = chunk.core.end;
  if (verb + 1 < language_.size() && is_adverb(tags_[verb])) ++verb;
  if (verb >= language_.size() || language_.token(verb).has(kSentenceStart)) return false;
  if (!is_finite(tags_[verb]) && tags_[verb] != Tag::VBN) return false;
  if (!language_.in(verb, ids.say) && !language_.in(verb, ids.tell)) return false;
  const bool one = language_.attribute(chunk.head, ids.lone_speaker, "number") == "singular";
  mention.kind = one ? SourceKind::unnamed_person : SourceKind::unnamed_group;
  return true;
}

void Classifier::common(const Chunk& chunk, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t head = chunk.head;
  const Tag tag = tags_[head];
  const bool plural = tag == Tag::NNS || tag == Tag::NNPS;
  // A name among the modifiers is whom the head belongs to.
  if (mention.affiliation.empty()) {
    std::uint32_t from = kNone;
    std::uint32_t to = kNone;
    // "Security agencies": the first word's capital is the sentence's.
    const bool two = head > chunk.inner && language_.length_at(head - 1, head + 1, ids.institution) == 2;
    const std::uint32_t stop = std::min(two ? head - 1 : head, chunk.inner + 24);
    for (std::uint32_t i = chunk.inner; i < stop; ++i) {
      const bool nation = language_.in(i, ids.demonym) && language_.token(i).has(kCapital);
      if (is_name(tags_[i]) || known_of_[i] != kNone || nation) {
        if (from == kNone) from = i;
        to = i + 1;
      } else if (from != kNone) {
        break;
      }
    }
    if (from != kNone) mention.affiliation = {from, to};
  }
  const bool definite = tags_[chunk.core.begin] == Tag::PRPS || !mention.affiliation.empty() ||
                        language_.is(chunk.core.begin, Role::definite_article) ||
                        language_.is(chunk.core.begin, Role::demonstrative_singular);
  mention.role = {std::max(chunk.inner, mention.affiliation.end <= head ? mention.affiliation.end : chunk.inner),
                  head + 1};
  while (mention.role.begin < head && (tags_[mention.role.begin] == Tag::DT || tags_[mention.role.begin] == Tag::PRPS ||
                                       tags_[mention.role.begin] == Tag::CD))
    ++mention.role.begin;
  if (time(head)) return;
  if (language_.is(head, Role::social_media) && head > chunk.inner && language_.is(head - 1, Role::social_media_kind))
    return;
  if (language_.is(head, Role::pronoun_one) && head > chunk.core.begin && language_.is(head - 1, Role::determiner_no)) {
    mention.kind = SourceKind::collective;
    return;
  }
  if (language_.in(head, ids.indefinite_pronoun)) {
    const bool somebody = language_.is(head, Role::somebody);
    const bool happened = head + 1 < language_.size() && tags_[head + 1] != Tag::VBZ && tags_[head + 1] != Tag::MD;
    mention.kind = somebody && happened                                                  ? SourceKind::unnamed_person
                   : language_.attribute(head, ids.indefinite_pronoun, "number").empty() ? SourceKind::other
                                                                                         : SourceKind::collective;
    return;
  }
  if (speaks_alone(chunk, mention)) return;
  if (is_institution(chunk)) {
    // "security agencies", of whatever state: which, nobody says; "prosecutors" are those of the place.
    const std::uint32_t opens = head > chunk.inner ? head - 1 : head;
    const bool two = language_.length_at(opens, head + 1, ids.institution) == 2;
    const bool several = two && language_.attribute_at(opens, head + 1, ids.institution, "number") == "plural";
    mention.kind = several || (two && !definite) ? SourceKind::unnamed_group : SourceKind::named_organisation;
    return;
  }
  if (plural) {
    const bool people =
        language_.in(head, ids.group) || (!language_.in(head, ids.collective) && language_.in(head, ids.role) &&
                                          language_.form(head, ids.role) == Form::plural);
    const bool body = language_.in(head, ids.organisation_head) || language_.in(head, ids.media_head);
    // "court papers" are no newspapers.
    const bool written = head > chunk.inner && language_.length_at(head - 1, head + 1, ids.document_head) == 2;
    if (written)
      mention.kind = SourceKind::document;
    else if (language_.in(head, ids.media_head))
      mention.kind = SourceKind::media;
    else if (people || (body && !mention.affiliation.empty()))
      mention.kind = SourceKind::unnamed_group;
    else if (language_.in(head, ids.collective) || language_.in(head, ids.demonym_plural))
      mention.kind = SourceKind::collective;
    else if (language_.in(head, ids.document_head))
      mention.kind = SourceKind::document;
    else if (language_.in(head, ids.family))
      mention.kind = SourceKind::unnamed_group;
    else if (body)
      mention.kind = SourceKind::unnamed_group;
    return;
  }
  const bool fraction = language_.attribute(head, ids.share, "kind") == "fraction" || language_.is(head, Role::percent);
  if (language_.in(head, ids.share) &&
      (fraction || (head > chunk.core.begin && tags_[head - 1] == Tag::CD)))  // "60 percent", "half"
    mention.kind = SourceKind::collective;
  else if (tells_age(language_, head) || language_.in(head, ids.vague_person) || language_.in(head, ids.role) ||
           language_.in(head, ids.family) || language_.in(head, ids.title))
    mention.kind = SourceKind::unnamed_person;
  else if (language_.in(head, ids.document_head) && !language_.in(head, ids.organisation_head))
    mention.kind = SourceKind::document;
  else if (language_.in(head, ids.media_head))
    mention.kind = SourceKind::media;
  else if (language_.in(head, ids.polity) && !definite)
    mention.kind = SourceKind::other;
  else if (language_.in(head, ids.organisation_head) || language_.in(head, ids.polity))
    mention.kind = definite ? SourceKind::named_organisation : SourceKind::unnamed_group;
  else if (language_.in(head, ids.group))
    mention.kind = SourceKind::unnamed_group;
  else if (language_.in(head, ids.collective) || language_.in(head, ids.quantifier))
    mention.kind = SourceKind::collective;
  else if (language_.in(head, ids.document_head))
    mention.kind = SourceKind::document;
  else if (is_somebody(chunk))
    mention.kind = SourceKind::unnamed_person;
}

/// "a deckhand said", "said one parishioner": a word that ends like a trade, and says something.
bool Classifier::is_somebody(const Chunk& chunk) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t head = chunk.head;
  if (tags_[head] != Tag::NN || chunk.core.size() < 2 || language_.in(head, ids.noun_common) ||
      language_.in(head, ids.place_head) || language_.token(head).has(kCapital))
    return false;
  const auto says = [&](std::uint32_t t) {
    return t < language_.size() && is_finite(tags_[t]) && (language_.in(t, ids.say) || language_.in(t, ids.tell));
  };
  if (!says(chunk.core.end) && (chunk.core.begin == 0 || !says(chunk.core.begin - 1))) return false;
  return language_.ends(head, WordEnding::calls_somebody, 3);
}

/// "the women said": who said it on one occasion are those women, not all.
bool Classifier::said_something(const Chunk& chunk) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t verb = chunk.core.end;
  if (verb >= language_.size() || tags_[verb] != Tag::VBD || tags_[chunk.head] != Tag::NNS) return false;
  if (language_.token(chunk.head).has(kCapital) || language_.in(chunk.head, ids.share)) return false;
  if (language_.in(chunk.head, ids.organisation_head) || language_.in(chunk.head, ids.place_head)) return false;
  return !language_.is(chunk.head, Role::polled) && (language_.in(verb, ids.say) || language_.in(verb, ids.tell));
}

/// "two farmers", "14 voters" were asked; "2 million voters" and "many voters" were not.
bool Classifier::few(TokenRange count, std::uint32_t head) const {
  const LanguageIds& ids = language_.ids();
  if (count.empty() || language_.in(head, ids.share) || tags_[head] != Tag::NNS) return false;
  if (language_.in(head, ids.organisation_head) || language_.in(head, ids.place_head) || language_.in(head, ids.polity))
    return false;  // "27 countries"
  for (std::uint32_t i = count.end; i < head; ++i) {
    if (tags_[i] == Tag::CD) return false;
  }
  const std::string_view word = language_.word(count.begin);
  if (language_.token(count.begin).has(kDigit)) return word.size() <= 2;
  return tags_[count.begin] == Tag::CD || language_.is(count.begin, Role::several);
}

/// "25,135 commenters": thousands are a figure, and nobody who could be asked for a name.
bool Classifier::is_crowd(TokenRange count) const {
  constexpr std::size_t kThousands = 4;  // digits
  if (count.empty() || !language_.token(count.begin).has(kDigit)) return false;
  const std::string_view word = language_.word(count.begin);
  const auto digits = std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
  return static_cast<std::size_t>(digits) >= kThousands && word.find('.') == std::string_view::npos;
}

void Classifier::details(const Chunk& chunk, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t begin = chunk.core.begin;
  if (language_.is(begin, Role::definite_determiner)) mention.definite = true;
  if (tags_[begin] == Tag::PRPS) {
    mention.definite = true;
    if (mention.affiliation.empty()) mention.affiliation = {begin, begin + 1};
  }
  if (chunk.inner > begin) mention.definite = true;
  const Tag tag = tags_[chunk.head];
  mention.number = tag == Tag::NNS || tag == Tag::NNPS ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  if ((mention.kind == SourceKind::unnamed_group && !language_.in(chunk.head, ids.organisation_head)) ||
      mention.kind == SourceKind::collective)
    mention.number = GrammaticalNumber::plural;
  const std::uint32_t stop = std::min(chunk.head, chunk.inner + 6);
  for (std::uint32_t i = chunk.inner; i < stop; ++i) {
    if (tags_[i] == Tag::CD || (language_.in(i, ids.count) && !language_.token(i).has(kCapital))) {
      mention.count = {i, i + 1};
      break;
    }
  }
  // "any agency that says so": none in particular.
  const bool unnamed = mention.kind == SourceKind::unnamed_person || mention.kind == SourceKind::unnamed_group;
  if (unnamed && chunk.core.size() > 1 && language_.is(begin, Role::any_of_kind)) mention.kind = SourceKind::collective;
  if (mention.kind == SourceKind::collective && mention.definite && said_something(chunk))
    mention.kind = SourceKind::unnamed_group;
  if (mention.kind == SourceKind::collective && few(mention.count, chunk.head))
    mention.kind = SourceKind::unnamed_group;
  if (mention.kind == SourceKind::unnamed_group && is_crowd(mention.count)) mention.kind = SourceKind::collective;
  if (mention.gender == Gender::unknown && mention.kind == SourceKind::named_person && !mention.name.empty()) {
    if (language_.in(mention.name.begin, ids.male_name)) mention.gender = Gender::male;
    if (language_.in(mention.name.begin, ids.female_name)) mention.gender = Gender::female;
  }
  if (mention.kind == SourceKind::unnamed_person && mention.gender == Gender::unknown) {
    mention.gender = gender_named(language_.attribute(chunk.head, ids.role, "gender"));
    if (mention.gender == Gender::unknown)
      mention.gender = gender_named(language_.attribute(chunk.head, ids.family, "gender"));
  }
  switch (mention.kind) {
    case SourceKind::named_organisation:
    case SourceKind::media:
    case SourceKind::document:
      mention.gender = Gender::neuter;
      break;
    default:
      break;
  }
}

}  // namespace hearsay
