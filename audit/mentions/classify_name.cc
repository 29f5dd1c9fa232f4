// Classifier's names: titles and roles before a name split off, then the kind by the words of the name itself.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/word_hash.h"
#include "mentions/classify.h"

namespace hearsay {
namespace {

/// "McLeod", "DeSoto", "O'Hara": a capital within, and still a surname.
bool is_surname_shape(const ClosedWords& closed, std::string_view word) {
  constexpr std::string_view kApostrophe = "’";
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::array<char, 8> prefix{};
  std::size_t size = 0;  // of the prefix, which is kept in small letters and with ', seven bytes at most
  for (std::size_t at = 0; at < word.size() && size < prefix.size();) {
    if (at > 0 && upper(word[at])) {
      return word.size() > at + 2 && word[at + 1] >= 'a' &&
             closed.has(std::string_view(prefix.data(), size), Role::surname_prefix);
    }
    if (at == 0 && !upper(word[at])) return false;
    const bool apostrophe = word.substr(at).starts_with(kApostrophe);
    prefix[size++] = apostrophe ? '\'' : at == 0 ? static_cast<char>(word[at] - 'A' + 'a') : word[at];
    at += apostrophe ? kApostrophe.size() : 1;
  }
  return false;
}

}  // namespace

bool Classifier::is_saint(std::uint32_t i) const {
  return language_.token(i).has(kCapital) && language_.is(i, Role::saint);
}

/// "the Importers’ Association", "the Women's Caucus": where a kind of people owns a body, the whole is its name. The
/// first word of that name, or kNone.
std::uint32_t Classifier::owner_in_name(const Chunk& chunk, std::uint32_t name_begin) const {
  const LanguageIds& ids = language_.ids();
  if (name_begin != chunk.inner || chunk.inner < chunk.core.begin + 2) return kNone;
  std::uint32_t owner = chunk.inner - 2;
  if (owner > chunk.core.begin && is_saint(owner - 1) && language_.token(chunk.core.end - 1).has(kCapital))
    return owner - 1;  // "St. Mary's Hospital"
  // A kind of people that has capitals within a sentence is part of a name, whatever it owns: "the Surgeons' Shield".
  const bool capitals = owner > 0 && language_.is(owner - 1, Role::definite_article) &&
                        !language_.in(owner, ids.demonym_plural) && !language_.in(owner, ids.collective) &&
                        (language_.in(owner, ids.role) || language_.in(owner, ids.group));
  if (!language_.in(chunk.core.end - 1, ids.organisation_head) && !capitals) return kNone;
  const bool plural_mark = !language_.is(chunk.inner - 1, Role::possessive_clitic);
  const bool people = tags_[owner] == Tag::NNS || tags_[owner] == Tag::NNPS || language_.in(owner, ids.group) ||
                      language_.in(owner, ids.collective) || language_.in(owner, ids.family) ||
                      language_.in(owner, ids.role);
  if (!language_.token(owner).has(kCapital) || known_of_[owner] != kNone) return kNone;
  if (!plural_mark && (!people || language_.given_name(owner))) return kNone;
  while (owner > chunk.core.begin && is_name(tags_[owner - 1])) --owner;
  return owner;
}

/// A capital that makes no name: a time, "PfASk7vah", "Meanwhile" where a sentence begins.
bool Classifier::no_name(const Chunk& chunk) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t head = chunk.head;
  if (time(head)) return true;
  if (chunk.core.size() != 1) return false;
  const Token& token = language_.token(head);
  if (token.has(kMixedCase) && token.has(kDigit)) return true;
  return token.has(kSentenceStart) &&
         (language_.in(head, ids.adverb) || language_.in(head, ids.preposition) || language_.in(head, ids.relative)) &&
         !language_.given_name(head);
}

/// A phrase that ends in capitals, which begin at `names_begin`. The order counts: who stands in the register is known;
/// a title or role before a name says more than the name's own words.
void Classifier::named(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const {
  if (no_name(chunk)) return;
  if (const KnownName* known = known_ending(chunk.core.end); known != nullptr && known->range.begin <= names_begin) {
    take_entry(*known, mention);
    return;
  }
  // "Secretary of State Ana Ruiz", "Army Chief of Staff General Omar Reed": the title begins before the run of
  // capitals, and more capitals may stand before that.
  constexpr std::uint32_t kLongestTitle = 4;
  const std::uint32_t run = names_begin;
  for (std::uint32_t i = std::max(chunk.inner + kLongestTitle, run) - kLongestTitle; i < names_begin; ++i) {
    if (i + language_.length_at(i, chunk.core.end, language_.ids().title) > run) names_begin = i;
  }
  while (names_begin < run && names_begin > chunk.inner && is_name(tags_[names_begin - 1])) --names_begin;
  if (titled(chunk, names_begin, mention) || introduced(chunk, names_begin, mention)) return;
  plain(chunk, names_begin, mention);
  // "wish them a Merry Christmas": one of several is no person.
  if (mention.kind == SourceKind::named_person && mention.name.begin > chunk.core.begin &&
      language_.is(mention.name.begin - 1, Role::indefinite_article)) {
    mention.kind = SourceKind::other;
    mention.name = {};
  }
}

/// Whether a given name or an initial stands behind a terse title, or, behind three letters ("DSP"), two names.
bool Classifier::before_full_name(std::uint32_t title, std::uint32_t name, std::uint32_t end) const {
  return language_.given_name(name) || language_.word(name).size() <= 2 ||
         (language_.word(title).size() >= 3 && name + 2 <= end);
}

/// "Harbour Minister Ana Ruiz": the last title in a run of capitals that leaves a name behind it.
bool Classifier::titled(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const {
  constexpr std::uint32_t kLongestRun = 24;
  const LanguageIds& ids = language_.ids();
  const std::uint32_t end = chunk.core.end;
  std::uint32_t name_begin = names_begin;
  std::uint32_t title_begin = kNone;
  // "Refugee Processing Center", "Justice Department": what looks like a title is part of the name, unless it is a form
  // of address.
  const bool body_end = language_.in(end - 1, ids.organisation_head) || language_.in(end - 1, ids.organisation_name) ||
                        language_.in(end - 1, ids.document_head);
  const bool mine = body_end && !language_.in(names_begin, ids.honorific);
  const std::uint32_t run_end = mine ? names_begin : std::min(end, names_begin + kLongestRun);
  for (std::uint32_t i = names_begin; i + 1 < run_end;) {
    if (const KnownName* known = known_at(i); known != nullptr && known->range.end < end) {
      i = known->range.end;
      continue;
    }
    // Behind a given name a word that could be a title is a surname.
    const bool after_given_name = i > name_begin && language_.given_name(i - 1) && title_begin == kNone;
    std::uint32_t length = language_.length_at(i, end, ids.title);
    // "Peter King Holm" is no king, but "Virginia Sen. Holm" a senator.
    if (after_given_name && length == 1 && !language_.word(i).ends_with('.')) length = 0;
    if (length == 0 && !after_given_name && language_.in(i, ids.role) && !language_.given_name(i)) length = 1;
    // "the Republican Committeeman": a party's, and no name.
    if (length == 1 && i + 2 == end && language_.in(end - 1, ids.role) &&
        (language_.in(i, ids.collective) || language_.in(i, ids.demonym)))
      length = 0;
    if (length > 0 && i + length < end && language_.attribute_at(i, end, ids.title, "kind") == "terse" &&
        !before_full_name(i, i + length, end))
      length = 0;  // "DC Comics", but "DC Karen Holt"
    if (length > 0 && i > name_begin && i + length + 1 == end && language_.in(end - 1, ids.name_suffix))
      length = 0;  // "Angus S. King Jr."
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
  if (title_begin == kNone) return false;
  mention.name = {name_begin, end};
  mention.role = {title_begin, name_begin};
  if (title_begin > names_begin && mention.affiliation.empty()) mention.affiliation = {names_begin, title_begin};
  mention.kind = language_.in(end - 1, ids.organisation_head) && !language_.in(title_begin, ids.honorific)
                     ? SourceKind::named_organisation
                     : kind_by_trade(name_begin - 1, mention.name);
  return true;
}

/// "broadcaster Lenmark", "ferry operator Lenmark": what a person or a house may be is a house before one strange word.
SourceKind Classifier::kind_by_trade(std::uint32_t trade, TokenRange name) const {
  const LanguageIds& ids = language_.ids();
  if (name.size() != 1 || language_.given_name(name.begin)) return SourceKind::named_person;
  if (language_.in(trade, ids.media_head)) return SourceKind::media;
  return language_.in(trade, ids.organisation_head) ? SourceKind::named_organisation : SourceKind::named_person;
}

/// "spokesperson Asif Rana", "the newspaper Le Soir": a lower-case word just before the name tells what it is.
bool Classifier::introduced(const Chunk& chunk, std::uint32_t before, Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t end = chunk.core.end;
  const bool people = end - before == 1 && kind_of_name({before, end}, false) == SourceKind::collective;
  if (before <= chunk.inner || language_.token(before - 1).has(kCapital) || people) return false;
  const std::uint32_t role = before - 1;
  const bool person = language_.in(role, ids.role) || language_.in(role, ids.title) || language_.in(role, ids.family) ||
                      language_.in(role, ids.group);
  const bool media = language_.in(role, ids.media_head) ||
                     (role > chunk.inner && language_.length_at(role - 1, before, ids.media_head) == 2);
  const bool body = media || language_.in(role, ids.organisation_head);
  if (!person && (!body || language_.in(end - 1, ids.role) || language_.in(end - 1, ids.title))) return false;
  mention.name = {before, end};
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
  mention.kind = kind_by_trade(role, mention.name);
  if (body && !person) {
    const bool given = end - before >= 2 && language_.given_name(before);
    mention.kind = given ? SourceKind::named_person : media ? SourceKind::media : SourceKind::named_organisation;
    if (given) mention.affiliation = {chunk.core.begin, before};
  }
  if (const Gender gender = gender_named(language_.attribute(role, ids.role, "gender")); gender != Gender::unknown)
    mention.gender = gender;
  return true;
}

/// A run of capitals with no title in or before it.
void Classifier::plain(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const {
  const std::uint32_t end = chunk.core.end;
  std::uint32_t begin = names_begin;
  // A known name before a person's: "Afghanistan Asif Rana" where a title's for-phrase ends, "Speaking to the Cove Post
  // Rana said".
  if (const KnownName* known = known_at(names_begin);
      known != nullptr && known->range.end < end &&
      (known->range.end + 2 <= end ? language_.given_name(known->range.end)
                                   : is_person_behind_house(*known, end - 1))) {
    mention.affiliation = known->range;
    begin = known->range.end;
  }
  if (begin == names_begin) {
    std::uint32_t name = name_behind_office({begin, end});
    if (name == kNone) name = name_behind_body({begin, end});
    if (name != kNone) {
      mention.affiliation = {begin, name};
      begin = name;
    }
  }
  if (const std::uint32_t owner = owner_in_name(chunk, begin); owner != kNone) {
    begin = owner;
    mention.affiliation = {};
  }
  mention.name = {begin, end};
  // "a weary Holm", "the Herald's Ana Ruiz": persons
  const bool described = chunk.core.begin + 1 < names_begin && end - names_begin == 1;  // "the moderate Holm"
  const bool article = chunk.core.begin < names_begin && chunk.core.begin == chunk.inner && begin == names_begin &&
                       language_.is(chunk.core.begin, Role::definite_article) && !described;
  mention.kind = kind_of_name(mention.name, article);
  if (mention.kind == SourceKind::unnamed_person ||
      mention.kind == SourceKind::unnamed_group) {  // "Special Representative"
    mention.role = mention.name;
    mention.name = {};
    return;
  }
  // "Family and friends will gather", "Company officials said": a kind of body whose capital is the sentence's.
  if (mention.kind == SourceKind::named_organisation && mention.name.size() == 1 &&
      language_.token(begin).has(kSentenceStart) && !language_.token(begin).has(kAllCaps) &&
      language_.in(begin, language_.ids().organisation_head) && language_.in(begin, language_.ids().noun_common)) {
    mention.role = mention.name;
    mention.name = {};
    return;
  }
  // What was taken for a person by its capital alone is no person where only places and bodies stand.
  if (mention.kind == SourceKind::named_person && mention.name.size() == 1 && begin > 0 &&
      !language_.given_name(begin) && placed(begin))
    mention.kind = SourceKind::other;
  // "the Reeds", "Covians": a name in the plural is many, unless it names a body.
  if (tags_[chunk.head] == Tag::NNPS && mention.name.size() <= 2 && mention.kind != SourceKind::named_organisation) {
    mention.kind = SourceKind::collective;
  }
}

/// "Harbour Committee Ana Ruiz", where her office stands before the committee's name: where a full name begins behind
/// what ends a body's, or kNone.
std::uint32_t Classifier::name_behind_body(TokenRange run) const {
  const LanguageIds& ids = language_.ids();
  constexpr std::uint32_t kLongestName = 4;
  const std::uint32_t last = run.end - 1;
  for (const LexiconId other : {ids.organisation_head, ids.organisation_name, ids.document_head, ids.media_head,
                                ids.media_name, ids.place_head, ids.place_name, ids.noun_common}) {
    if (language_.in(last, other)) return kNone;
  }
  if (known_of_[last] != kNone) return kNone;
  for (std::uint32_t i = run.begin + 2; i < last; ++i) {
    if (language_.in(i - 1, ids.organisation_head) && language_.given_name(i) && run.end - i <= kLongestName) return i;
  }
  return kNone;
}

/// One name right behind a newspaper to which somebody speaks, that is no part of the newspaper's.
bool Classifier::is_person_behind_house(const KnownName& house, std::uint32_t name) const {
  const LanguageIds& ids = language_.ids();
  const RegisterKind kind = registers_.entry(house.entry).kind;
  if (kind != RegisterKind::media && kind != RegisterKind::agency) return false;
  for (const LexiconId other : {ids.media_name, ids.media_head, ids.organisation_head, ids.organisation_name, ids.role,
                                ids.title, ids.noun_common, ids.place_name, ids.place_head, ids.document_head}) {
    if (language_.in(name, other)) return false;
  }
  std::uint32_t before = house.range.begin;
  if (before > 0 && language_.is(before - 1, Role::definite_article)) --before;
  return before > 0 && (tags_[before - 1] == Tag::TO || tags_[before - 1] == Tag::IN) && name + 1 < language_.size() &&
         is_finite(tags_[name + 1]);
}

/// "in Kesh", "at Lenmark", "(D-Ore.)": a lone unknown name there is no person.
bool Classifier::placed(std::uint32_t name) const {
  const Token& token = language_.token(name);
  if (token.has(kAllCaps) && token.has(kSentenceStart)) return true;
  const std::uint32_t before = name - 1;
  if (language_.is(before, Role::genitive_of))  // "the coast of Varn"
    return before > 0 && language_.in(before - 1, language_.ids().place_head);
  if (language_.is(before, Role::place_preposition)) return true;
  return language_.hash(before) == word_hash("(") && language_.word(name).find('-') != std::string_view::npos;
}

/// "the German", "the Brazilian"; "the French" and "the Chinese" are many.
bool Classifier::is_compatriot(std::uint32_t i) const {
  if (language_.attribute(i, language_.ids().demonym, "to").empty()) return false;  // "the Baltic"
  return !language_.ends(i, WordEnding::calls_a_people, 0);
}

/// "as The Covian wrote", "the Covian reported": papers keep their article, and report.
bool Classifier::is_newspaper(TokenRange name) const {
  const std::uint32_t article = name.begin - 1;
  const Token& token = language_.token(article);
  if (!language_.is(article, Role::definite_article)) return false;
  const bool kept = token.has(kCapital) && !token.has(kSentenceStart) &&
                    !language_.in(name.end - 1, language_.ids().organisation_head);
  std::uint32_t verb = name.end;
  if (verb < language_.size() && (language_.is(verb, Role::first_to_report) || is_adverb(tags_[verb]))) ++verb;
  const bool quoted = article > 0 && language_.token(article - 1).has(kOpenQuote);
  return (kept && !quoted) || (language_.is(verb, Role::paper_reports) && verb < language_.size());
}

/// `article`: "the" stands before it. The lists of the pack are asked first, from those that leave no doubt to those
/// whose words are also other things; then the shape; a capital alone makes a person last.
SourceKind Classifier::kind_of_one_word(TokenRange name, bool article) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t last = name.begin;
  const Token& first = language_.token(last);
  if (language_.party_tag(last)) return SourceKind::other;
  if (language_.in(last, ids.party_plural) &&
      (article || language_.attribute(last, ids.party_plural, "kind") == "always"))
    return SourceKind::named_organisation;
  // "Residents said": its capital is the sentence's.
  if (language_.in(last, ids.group) && first.has(kSentenceStart) && !language_.in(last, ids.demonym_plural))
    return SourceKind::unnamed_group;
  const bool plural_people = language_.in(last, ids.demonym_plural) || language_.in(last, ids.collective);
  if (plural_people) return SourceKind::collective;
  if (language_.in(last, ids.place_name)) return SourceKind::other;
  if (language_.given_name(last) && !article && !language_.in(last, ids.word_name)) return SourceKind::named_person;
  if (language_.in(last, ids.group)) return SourceKind::unnamed_group;
  if (language_.in(last, ids.role) || language_.in(last, ids.title)) return SourceKind::unnamed_person;
  if (article && is_newspaper(name)) return SourceKind::media;
  // "UNHCR"; what is longer may be a name of a headline in capitals.
  if (first.has(kAllCaps) && first.end - first.begin <= 6) return SourceKind::named_organisation;
  if (language_.in(last, ids.organisation_head)) return SourceKind::named_organisation;
  if (article && is_compatriot(last)) return SourceKind::unnamed_person;
  if (language_.in(last, ids.document_head)) return SourceKind::document;
  if (language_.in(last, ids.place_head)) return SourceKind::other;
  if (language_.in(last, ids.media_head)) return SourceKind::media;
  // "the Admiralty", "LenMark": persons have no article, and seldom a capital within.
  if (article || (first.has(kMixedCase) && !is_surname_shape(language_.text().language->closed, language_.word(last))))
    return SourceKind::named_organisation;
  if (language_.in(last, ids.noun_common) || language_.in(last, ids.adjective_common) ||
      language_.in(last, ids.demonym))
    return SourceKind::other;
  if (language_.word(last).find('/') != std::string_view::npos) return SourceKind::other;
  // "Divers said": a plural that no list holds.
  return first.has(kSentenceStart) && language_.ends(last, WordEnding::calls_many, 3) ? SourceKind::unnamed_group
                                                                                      : SourceKind::named_person;
}

/// Of several words the last is mostly what it is, so it is asked before the first but where the first leaves no doubt.
SourceKind Classifier::kind_of_name(TokenRange name, bool article) const {
  if (name.size() == 1) return kind_of_one_word(name, article);
  const LanguageIds& ids = language_.ids();
  const std::uint32_t last = name.end - 1;
  if (language_.length_at(name.begin, name.end, ids.place_name) == name.size()) return SourceKind::other;
  if (has_initial(name)) return SourceKind::named_person;
  if (language_.in(name.begin, ids.thing_opener) && !language_.in(last, ids.organisation_head) &&
      !language_.in(last, ids.organisation_name))
    return SourceKind::other;
  if (article && language_.length_at(name.begin, name.end, ids.party_plural) == name.size())
    return SourceKind::named_organisation;
  if (language_.in(last, ids.group)) return SourceKind::unnamed_group;
  // "House Democrats": of a house, so no population.
  if ((language_.in(last, ids.collective) || language_.in(last, ids.demonym_plural)) &&
      language_.in(last - 1, ids.organisation_head) && language_.form(last - 1, ids.organisation_head) != Form::plural)
    return SourceKind::unnamed_group;
  if (article && is_newspaper(name)) return SourceKind::media;
  if (language_.in(name.begin, ids.organisation_opener) && !language_.given_name(name.begin))
    return SourceKind::named_organisation;
  if (language_.in(last, ids.media_name) && !language_.given_name(name.begin)) return SourceKind::media;
  if (language_.is(name.begin, Role::state_in_name)) return SourceKind::named_organisation;
  if (language_.is(name.begin, Role::broadcaster_opener)) return SourceKind::media;
  // "Omar Steel", but "Omar Airlines".
  const bool called = name.size() == 2 && !article && !language_.ends(last, WordEnding::plural, 0) &&
                      (language_.in(name.begin, ids.male_name) || language_.in(name.begin, ids.female_name));
  if (language_.in(last, ids.organisation_name) && !called) return SourceKind::named_organisation;
  if (language_.in(last, ids.organisation_head) && !(name.size() == 2 && language_.given_name(name.begin))) {
    return language_.form(last, ids.organisation_head) == Form::plural ? SourceKind::unnamed_group
                                                                       : SourceKind::named_organisation;
  }
  if (language_.given_name(name.begin) && !article) return SourceKind::named_person;
  if (language_.in(last, ids.role) || language_.in(last, ids.title)) {
    return language_.form(last, ids.role) == Form::plural ? SourceKind::unnamed_group : SourceKind::unnamed_person;
  }
  if (language_.in(last, ids.document_head)) return SourceKind::document;
  if (language_.in(last, ids.place_head)) return SourceKind::other;
  return kind_of_strange_words(name, article);
}

/// "Omar J. Band", whatever a band is.
bool Classifier::has_initial(TokenRange name) const {
  if (name.size() != 3 || !language_.given_name(name.begin)) return false;
  const std::string_view initial = language_.word(name.begin + 1);
  return initial.size() == 2 && initial[1] == '.';
}

/// Neither end is known: what stands between, an article and the length tell.
SourceKind Classifier::kind_of_strange_words(TokenRange name, bool article) const {
  constexpr std::uint32_t kFirstWords = 8;
  constexpr std::uint32_t kLongestPerson = 4;  // words
  const LanguageIds& ids = language_.ids();
  const std::uint32_t last = name.end - 1;
  bool initial = false;   // "Omar J. Reed"
  bool common = false;    // a word that is no name by itself
  bool particle = false;  // "Ana de Ruiz"
  for (std::uint32_t i = name.begin; i < name.end && i < name.begin + kFirstWords; ++i) {
    const Token& token = language_.token(i);
    if (i > name.begin && token.end - token.begin <= 2) initial = true;
    particle |= i > name.begin && i + 1 < name.end && language_.in(i, ids.name_particle);
    if (language_.hash(i) == word_hash("&") || language_.in(i, ids.organisation_head))
      return SourceKind::named_organisation;
    if ((language_.in(i, ids.noun_common) || language_.in(i, ids.adjective_common) || language_.in(i, ids.demonym) ||
         language_.in(i, ids.verb_common)) &&
        !language_.given_name(i))
      common = true;
  }
  if (initial || (particle && !article)) return SourceKind::named_person;
  if (article || name.size() > kLongestPerson) return SourceKind::named_organisation;
  if (common && (name.size() > 2 || language_.in(last, ids.noun_common))) return SourceKind::named_organisation;
  return SourceKind::named_person;
}

}  // namespace hearsay
