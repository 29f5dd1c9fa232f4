// Naming: names before phrases, and possessors written out ("Ruiz campaign" for "her campaign").
#include "sources/naming.h"

#include <algorithm>
#include <utility>

#include "base/mojibake.h"
#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestPhrase = 40;  // tokens of a name shown

/// Letters that were read in a wrong encoding, as they were meant: behind each stands "Ã" or "Â", whole or as a mark
/// behind its letter.
std::string reread(std::string words) {
  if (std::none_of(words.begin(), words.end(), [](char c) { return c == '\xc3' || c == '\xcc'; })) return words;
  std::string whole;
  bool found = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view next = std::string_view(words).substr(at, 3);
    if (next == "A\xcc\x82" || next == "A\xcc\x83") {
      whole += next[2] == '\x82' ? "\xc3\x82" : "\xc3\x83";
      at += 2;
      found = true;
      continue;
    }
    found = found || next.starts_with("\xc3\x82") || next.starts_with("\xc3\x83");
    whole += words[at];
  }
  return found ? mend_mojibake(whole).mended.text : words;
}

}  // namespace

std::string Naming::words(TokenRange range) const {
  std::string out;
  bool space = false;
  const std::string_view text = text_of(language_.document(), language_.text(), range);
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;  // most characters are seen and one byte long
    while (plain < text.size() && text[plain] > ' ' && text[plain] <= '~') ++plain;
    if (plain > at) {
      if (space) out.push_back(' ');
      space = false;
      out.append(text, at, plain - at);
      at = plain;
      continue;
    }
    const CodePoint here = decode(text, at);
    const std::string_view character = text.substr(at, here.length);
    at += here.length;
    if (is_unseen(here.value)) continue;
    if (is_space(here.value)) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out += character;
  }
  // The text stays as its file has it; a name is told as it was meant.
  return reread(std::move(out));
}

/// "the official, who would not be named", "the chairman, no friend of hers": what is told besides is no name.
TokenRange Naming::named_part(const Mention& mention) const {
  TokenRange range = mention.range;
  for (std::uint32_t t = mention.core.end; t + 1 < range.end; ++t) {
    const bool told = language_.in(t + 1, language_.ids().relative) || language_.is(t + 1, Role::determiner_no);
    if (language_.hash(t) == word_hash(",") && told) range.end = t;
  }
  return range;
}

std::string Naming::phrase_of(const Mention& mention) const {
  TokenRange range = named_part(mention);
  if (range.size() > kLongestPhrase) range = mention.core;
  if (range.size() > kLongestPhrase) range.end = range.begin + kLongestPhrase;
  return words(range);
}

std::string Naming::form_of(const Mention& mention) const {
  const TokenRange name = mention.name;
  // "Ms K", of whom no more may be told.
  const bool initial = name.size() == 1 && language_.word(name.begin).size() == 1 && mention.role.end == name.begin;
  if (initial && mention.role.size() == 1) return words({mention.role.begin, name.end});
  if (!name.empty()) return words(name);
  if (mention.compound) return phrase_of(mention);
  return mention.possessive ? words(mention.core) : phrase_of(mention);
}

std::string Naming::name_of(std::uint32_t id) const {
  const Entity& entity = table_.at(id);
  if (!entity.parts.empty()) {
    std::string out;
    for (std::size_t k = 0; k < entity.parts.size(); ++k) {
      if (k > 0) out += k + 1 == entity.parts.size() ? " and " : ", ";
      const Entity& part = table_.at(entity.parts[k]);
      out += part.parts.empty() ? name_of(entity.parts[k]) : form_of(mentions_.all[part.fullest]);
    }
    return out;
  }
  const Mention& fullest = mentions_.all[entity.fullest];
  if (entity.possessor != kNone && fullest.name.empty() && table_.at(entity.possessor).parts.empty() &&
      table_.at(entity.possessor).possessor == kNone) {
    const Entity& owner = table_.at(entity.possessor);
    const Mention& named = mentions_.all[owner.fullest];
    if (named.name.empty() || mentions_.all[entity.fullest].role.empty()) return bare_form(fullest);
    const bool person = owner.kind == SourceKind::named_person;
    const bool written = !language_.in(fullest.affiliation.begin, language_.ids().possessive_pronoun);
    if (written) return bare_form(fullest);
    const TokenRange name = person ? TokenRange{named.name.end - 1, named.name.end} : named.name;
    return words(name) + " " + words({fullest.head, fullest.head + 1});
  }
  return bare_form(fullest);
}

std::string Naming::description_of(const Mention& mention) const {
  TokenRange role = mention.role;
  if (!role.empty() && language_.in(role.begin, language_.ids().possessive_pronoun)) ++role.begin;
  const bool office = role.size() > 1 || (!role.empty() && !language_.in(role.begin, language_.ids().honorific));
  return office ? words(role) : std::string();
}

/// A body that goes by a description: "Ruiz campaign" of "the Ruiz campaign".
std::string Naming::bare_form(const Mention& mention) const {
  const bool body = mention.kind == SourceKind::named_organisation && mention.name.empty() && !mention.compound;
  if (!body || !language_.is(mention.range.begin, Role::definite_article) || mention.range.size() < 2)
    return form_of(mention);
  return words({mention.range.begin + 1, std::min(named_part(mention).end, mention.range.begin + kLongestPhrase)});
}

std::string Naming::affiliation_of(const Mention& mention) const {
  const std::uint32_t at = mentions_.core_starts_at[mention.affiliation.begin];
  if (at != kNone && mentions_.all[at].core == mention.affiliation && table_.of(at) != kNone &&
      !mentions_.all[at].name.empty())
    return name_of(table_.of(at));
  return words(mention.affiliation);
}

}  // namespace hearsay
