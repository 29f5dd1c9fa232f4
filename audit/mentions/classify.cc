// classify: titles and lower-case roles split a phrase into what comes before a name and the name; a phrase without a
// name is judged by its head noun. The register outranks the shape of a name.
#include "mentions/classify.h"

#include <algorithm>

#include "mentions/word_literal.h"

namespace hearsay {
namespace {

Gender gender_named(std::string_view name) {
  if (name == "male") return Gender::male;
  if (name == "female") return Gender::female;
  if (name == "neuter") return Gender::neuter;
  return Gender::unknown;
}

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
  return capital ? language_.in(head, ids.calendar) : language_.in(head, ids.time_noun);
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
    mention.kind = language_.hash(i) == "who"_w ? SourceKind::unnamed_person : SourceKind::other;
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
    const bool joint = begin < chunk.core.end && i > chunk.inner && is_name(tags_[i - 1]) &&
                       (language_.in(i, language_.ids().name_particle) || language_.hash(i) == "&"_w);
    if (!is_name(tags_[i]) && !joint) break;
    begin = i;
  }
  return begin;
}

Mention Classifier::classify(const Chunk& chunk) const {
  Mention mention;
  mention.range = mention.core = chunk.core;
  mention.head = chunk.head;
  mention.possessive = chunk.possessor;
  const bool each =
      chunk.core.size() == 1 && (language_.hash(chunk.head) == "each"_w || language_.hash(chunk.head) == "both"_w);
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
  return mention;
}

/// "the Importers’ Association", "the Women's Caucus": where a kind of people owns a body, the whole is its name. The
/// first word of that name, or kNone.
std::uint32_t Classifier::owner_in_name(const Chunk& chunk, std::uint32_t name_begin) const {
  const LanguageIds& ids = language_.ids();
  if (name_begin != chunk.inner || chunk.inner < chunk.core.begin + 2) return kNone;
  if (!language_.in(chunk.core.end - 1, ids.organisation_head)) return kNone;
  std::uint32_t owner = chunk.inner - 2;
  const bool plural_mark = language_.hash(chunk.inner - 1) != "'s"_w;
  const bool people = tags_[owner] == Tag::NNS || tags_[owner] == Tag::NNPS || language_.in(owner, ids.group) ||
                      language_.in(owner, ids.collective) || language_.in(owner, ids.family) ||
                      language_.in(owner, ids.role);
  if (!language_.token(owner).has(kCapital) || known_of_[owner] != kNone) return kNone;
  if (!plural_mark && (!people || language_.given_name(owner))) return kNone;
  while (owner > chunk.core.begin && is_name(tags_[owner - 1])) --owner;
  return owner;
}

void Classifier::named(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t end = chunk.core.end;
  if (time(chunk.head)) return;
  // "PfASk7vah" is no name.
  if (chunk.core.size() == 1 && language_.token(chunk.head).has(kMixedCase) && language_.token(chunk.head).has(kDigit))
    return;
  // "Ahead of the meeting", "Meanwhile": a capital is no name where a sentence begins.
  if (chunk.core.size() == 1 && language_.token(chunk.head).has(kSentenceStart) &&
      (language_.in(chunk.head, ids.adverb) || language_.in(chunk.head, ids.preposition)) &&
      !language_.given_name(chunk.head))
    return;
  if (const KnownName* known = known_ending(end); known != nullptr && known->range.begin <= names_begin) {
    take_entry(*known, mention);
    return;
  }
  // The last title in the run that leaves a name behind it.
  // "Secretary of State Ana Ruiz": the title begins before the run of capitals.
  for (std::uint32_t i = names_begin > chunk.inner + 3 ? names_begin - 3 : chunk.inner; i < names_begin; ++i) {
    if (i + language_.length_at(i, end, ids.title) > names_begin) names_begin = i;
  }
  std::uint32_t name_begin = names_begin;
  std::uint32_t title_begin = kNone;
  // "Refugee Processing Center", "Justice Department": what looks like a title is part of the name.
  const bool body_end = language_.in(end - 1, ids.organisation_head) || language_.in(end - 1, ids.organisation_name) ||
                        language_.in(end - 1, ids.document_head);
  const bool mine = body_end && !language_.in(names_begin, ids.honorific);
  const std::uint32_t run_end = mine ? names_begin : std::min(end, names_begin + 24);
  for (std::uint32_t i = names_begin; i + 1 < run_end;) {
    if (const KnownName* known = known_at(i); known != nullptr && known->range.end < end) {
      i = known->range.end;
      continue;
    }
    const bool after_given_name = i > name_begin && language_.given_name(i - 1) && title_begin == kNone;
    std::uint32_t length = after_given_name ? 0 : language_.length_at(i, end, ids.title);
    if (length == 0 && !after_given_name && language_.in(i, ids.role) && !language_.given_name(i)) length = 1;
    if (length > 0 && i + length < end) {
      if (title_begin == kNone) title_begin = i;
      name_begin = i + length;
      i += length;
      if (const Gender gender = gender_named(language_.attribute_at(i - length, end, ids.title, "gender"));
          gender != Gender::unknown)
        mention.gender = gender;
    } else {
      ++i;
    }
  }
  // Initials and the like after the title; "Jr." stays with the name.
  if (title_begin != kNone) {
    mention.name = {name_begin, end};
    mention.role = {title_begin, name_begin};
    if (title_begin > names_begin && mention.affiliation.empty()) mention.affiliation = {names_begin, title_begin};
    mention.kind = language_.in(end - 1, ids.organisation_head) && !language_.in(title_begin, ids.honorific)
                       ? SourceKind::named_organisation
                       : SourceKind::named_person;
    return;
  }
  // A lower-case role just before the name.
  const std::uint32_t before = names_begin;
  const bool people = end - names_begin == 1 && kind_of_name({names_begin, end}, false) == SourceKind::collective;
  if (before > chunk.inner && !language_.token(before - 1).has(kCapital) && !people) {
    const std::uint32_t role = before - 1;
    const bool person = language_.in(role, ids.role) || language_.in(role, ids.title) ||
                        language_.in(role, ids.family) || language_.in(role, ids.group);
    const bool body = language_.in(role, ids.organisation_head) || language_.in(role, ids.media_head);
    if (person || body) {
      mention.name = {names_begin, end};
      std::uint32_t role_begin = role;
      while (role_begin > chunk.inner && !is_name(tags_[role_begin - 1]) && known_of_[role_begin - 1] == kNone &&
             tags_[role_begin - 1] != Tag::DT && tags_[role_begin - 1] != Tag::PRPS) {
        --role_begin;
      }
      mention.role = {role_begin, before};
      if (mention.affiliation.empty() && role_begin > chunk.inner &&
          (is_name(tags_[role_begin - 1]) || known_of_[role_begin - 1] != kNone)) {
        std::uint32_t from = role_begin;
        while (from > chunk.inner && (is_name(tags_[from - 1]) || known_of_[from - 1] != kNone)) --from;
        mention.affiliation = {from, role_begin};
      }
      mention.kind = SourceKind::named_person;
      if (body && !person) {
        const bool given = end - names_begin >= 2 && language_.given_name(names_begin);
        mention.kind = given
                           ? SourceKind::named_person
                           : (language_.in(role, ids.media_head) ? SourceKind::media : SourceKind::named_organisation);
        if (given) mention.affiliation = {chunk.core.begin, before};
      }
      if (const Gender gender = gender_named(language_.attribute(role, ids.role, "gender")); gender != Gender::unknown)
        mention.gender = gender;
      return;
    }
  }
  // A known name before a person's: "Afghanistan Asif Rana" where a title's for-phrase ends.
  std::uint32_t begin = names_begin;
  if (const KnownName* known = known_at(names_begin);
      known != nullptr && known->range.end + 2 <= end && language_.given_name(known->range.end)) {
    mention.affiliation = known->range;
    begin = known->range.end;
  }
  // "envoy for Oland Asif Rana", where nobody knows Oland.
  if (begin == names_begin && end - begin >= 3 && begin > 0 && !language_.given_name(begin) &&
      language_.given_name(begin + 1)) {
    const std::uint32_t before_run = language_.hash(begin - 1);
    if (before_run == "for"_w || before_run == "to"_w || before_run == "in"_w || before_run == "on"_w) {
      mention.affiliation = {begin, begin + 1};
      ++begin;
    }
  }
  if (const std::uint32_t owner = owner_in_name(chunk, begin); owner != kNone) {
    begin = owner;
    mention.affiliation = {};
  }
  mention.name = {begin, end};
  const std::uint32_t opener = language_.hash(chunk.core.begin);  // "a weary Holm" is no body
  const bool article =
      chunk.core.begin < names_begin && tags_[chunk.core.begin] == Tag::DT && opener != "a"_w && opener != "an"_w;
  mention.kind = kind_of_name(mention.name, article);
  if (mention.kind == SourceKind::unnamed_person ||
      mention.kind == SourceKind::unnamed_group) {  // "Special Representative"
    mention.role = mention.name;
    mention.name = {};
    return;
  }
  // "in Kesh", "at Lenmark": a lone unknown name there is no person.
  if (mention.kind == SourceKind::named_person && mention.name.size() == 1 && begin > 0 &&
      !language_.given_name(begin)) {
    switch (language_.hash(begin - 1)) {
      case "in"_w:
      case "at"_w:
      case "near"_w:
      case "inside"_w:
      case "outside"_w:
      case "across"_w:
      case "around"_w:
        mention.kind = SourceKind::other;
        break;
      default:
        break;
    }
    const Token& token = language_.token(begin);
    const bool party =
        language_.hash(begin - 1) == "("_w && language_.word(begin).find('-') != std::string_view::npos;  // "(D-Ore.)"
    if (party || (token.has(kAllCaps) && token.has(kSentenceStart))) mention.kind = SourceKind::other;
  }
  if (tags_[chunk.head] == Tag::NNPS && mention.name.size() <= 2 && mention.kind != SourceKind::named_organisation) {
    mention.kind = SourceKind::collective;
  }
}

SourceKind Classifier::kind_of_name(TokenRange name, bool article) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t last = name.end - 1;
  const Token& first = language_.token(name.begin);
  if (name.size() == 1) {
    const bool plural_people = language_.in(last, ids.demonym_plural) || language_.in(last, ids.collective);
    if (plural_people) return SourceKind::collective;
    if (language_.given_name(last) && !article && !language_.in(last, ids.word_name)) return SourceKind::named_person;
    if (first.has(kAllCaps) && first.end - first.begin <= 6) return SourceKind::named_organisation;
    if (language_.in(last, ids.group)) return SourceKind::unnamed_group;
    if (language_.in(last, ids.role) || language_.in(last, ids.title)) return SourceKind::unnamed_person;
    if (language_.in(last, ids.organisation_head)) return SourceKind::named_organisation;
    if (language_.in(last, ids.document_head)) return SourceKind::document;
    if (language_.in(last, ids.place_head)) return SourceKind::other;
    if (article || first.has(kMixedCase)) return SourceKind::named_organisation;
    if (language_.in(last, ids.noun_common) || language_.in(last, ids.adjective_common) ||
        language_.in(last, ids.demonym))
      return SourceKind::other;
    return SourceKind::named_person;
  }
  if (language_.in(last, ids.group)) return SourceKind::unnamed_group;
  if (language_.in(last, ids.media_name) && !language_.given_name(name.begin)) return SourceKind::media;
  switch (language_.hash(name.begin)) {  // "Radio Cove"
    case "radio"_w:
    case "television"_w:
    case "tv"_w:
    case "channel"_w:
      return SourceKind::media;
    default:
      break;
  }
  if (language_.in(last, ids.organisation_head) && !(name.size() == 2 && language_.given_name(name.begin))) {
    return language_.form(last, ids.organisation_head) == Form::plural ? SourceKind::unnamed_group
                                                                       : SourceKind::named_organisation;
  }
  if (language_.in(last, ids.organisation_name)) return SourceKind::named_organisation;
  if (language_.given_name(name.begin) && !article) return SourceKind::named_person;
  if (language_.in(last, ids.role) || language_.in(last, ids.title)) {
    return language_.form(last, ids.role) == Form::plural ? SourceKind::unnamed_group : SourceKind::unnamed_person;
  }
  if (language_.in(last, ids.document_head)) return SourceKind::document;
  if (language_.in(last, ids.place_head)) return SourceKind::other;
  bool initial = false;
  bool common = false;
  for (std::uint32_t i = name.begin; i < name.end && i < name.begin + 8; ++i) {
    const Token& token = language_.token(i);
    if (i > name.begin && token.end - token.begin <= 2) initial = true;
    if (language_.hash(i) == "&"_w || language_.in(i, ids.organisation_head)) return SourceKind::named_organisation;
    if ((language_.in(i, ids.noun_common) || language_.in(i, ids.adjective_common) || language_.in(i, ids.demonym) ||
         language_.in(i, ids.verb_common)) &&
        !language_.given_name(i))
      common = true;
  }
  if (initial) return SourceKind::named_person;
  if (article || name.size() > 4) return SourceKind::named_organisation;
  if (common && (name.size() > 2 || language_.in(last, ids.noun_common))) return SourceKind::named_organisation;
  return SourceKind::named_person;
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
    const std::uint32_t stop = std::min(head, chunk.inner + 24);
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
                        language_.hash(chunk.core.begin) == "the"_w || language_.hash(chunk.core.begin) == "this"_w ||
                        language_.hash(chunk.core.begin) == "that"_w;
  mention.role = {std::max(chunk.inner, mention.affiliation.end <= head ? mention.affiliation.end : chunk.inner),
                  head + 1};
  while (mention.role.begin < head && (tags_[mention.role.begin] == Tag::DT || tags_[mention.role.begin] == Tag::PRPS ||
                                       tags_[mention.role.begin] == Tag::CD))
    ++mention.role.begin;
  if (time(head)) return;
  if (language_.hash(head) == "media"_w && head > chunk.inner && language_.hash(head - 1) == "social"_w) return;
  if (language_.in(head, ids.indefinite_pronoun)) {
    mention.kind = language_.hash(head) == "someone"_w || language_.hash(head) == "somebody"_w
                       ? SourceKind::unnamed_person
                   : language_.attribute(head, ids.indefinite_pronoun, "number").empty() ? SourceKind::other
                                                                                         : SourceKind::collective;
    return;
  }
  if (plural) {
    const bool people =
        language_.in(head, ids.group) || (!language_.in(head, ids.collective) && language_.in(head, ids.role) &&
                                          language_.form(head, ids.role) == Form::plural);
    const bool body = language_.in(head, ids.organisation_head) || language_.in(head, ids.media_head);
    if (language_.in(head, ids.media_head))
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
  if (language_.in(head, ids.vague_person) || language_.in(head, ids.role) || language_.in(head, ids.family) ||
      language_.in(head, ids.title))
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
}

void Classifier::details(const Chunk& chunk, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t begin = chunk.core.begin;
  switch (language_.hash(begin)) {
    case "the"_w:
    case "this"_w:
    case "that"_w:
    case "these"_w:
    case "those"_w:
      mention.definite = true;
      break;
    default:
      break;
  }
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
