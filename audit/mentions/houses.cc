// find_houses: the register knows it; else it stands in quotation marks; else a mention is one by its words; else it is
// written as only such names are. "CNN's “Morning Table”" is CNN.
#include "mentions/houses.h"

#include <algorithm>
#include <array>
#include <span>

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestName = 8;    // tokens of a name
constexpr std::uint32_t kLongestWords = 24;  // tokens looked at in the words for a hearer
constexpr std::uint32_t kLongestTail = 12;   // tokens of what is a house's: "'s “Morning Table”"
constexpr std::uint32_t kCallSign = 4;       // letters of "WXYZ"

}  // namespace

Houses::Houses(const Language& language, const Tags& tags, const Register& registers, const Mentions& mentions)
    : language_(language),
      tags_(tags),
      registers_(registers),
      mentions_(mentions),
      hearer_(language.lexicons().named("hearer")),
      event_(language.lexicons().named("medium-event")),
      body_(language.lexicons().named("house-body")),
      part_(language.lexicons().named("house-part")) {}

std::vector<House> Houses::all() const {
  std::vector<House> found;
  for (const Sentence& sentence : language_.text().sentences) {
    for (std::uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
      if (!expected(t) || !may_begin(t)) continue;
      House house = at(t, sentence.tokens.end);
      if (!house.name.empty()) found.push_back(house);
    }
  }
  return found;
}

/// The house in a hearer's words.
TokenRange Houses::of_hearer(TokenRange hearer) const {
  const std::uint32_t end = std::min(hearer.end, hearer.begin + kLongestWords);
  if (hearer.empty()) return {};
  if (is_house(mentions_, hearer)) return hearer;
  if (may_begin(hearer.begin)) {
    if (const House house = at(hearer.begin, end); !house.name.empty()) return house.name;
  }
  for (std::uint32_t t = hearer.begin; t < end; ++t) {
    const std::uint32_t m = mentions_.of_token[t];
    if (m == kNone) continue;
    const Mention& mention = mentions_.all[m];
    if (mention.kind == SourceKind::media && !mention.pronoun && !is_crowd(mention)) return mention.core;
    if (const TokenRange house = employer(mention); !house.empty()) return house;
  }
  return {};
}

TokenRange Houses::registered(std::uint32_t t, std::uint32_t end, bool expected) const {
  if (t >= end || (!language_.token(t).has(kCapital) && !language_.is(t, Role::definite_article))) return {};
  std::array<WordId, kLongestName> words{};
  const std::uint32_t count = std::min(kLongestName, end - t);
  for (std::uint32_t k = 0; k < count; ++k) words[k] = language_.token(t + k).word;
  const auto match = registers_.find(std::span<const WordId>(words.data(), count));
  if (!match || !language_.token(t + match->length - 1).has(kCapital)) return {};  // "the times"
  if (match->ambiguous && !expected && !language_.token(t).has(kAllCaps)) return {};
  const RegisterKind kind = registers_.entry(match->entry).kind;
  if (kind != RegisterKind::media && kind != RegisterKind::agency) return {};
  return {t, t + match->length};
}

Tag Houses::tag(std::uint32_t t) const {
  return t < tags_.size() ? tags_[t] : Tag::none;
}

bool Houses::expected(std::uint32_t t) const {
  const Tag before = tag(t - 1);
  return before == Tag::IN || before == Tag::TO || is_verb(before) || language_.in(t - 1, language_.ids().tell);
}

bool Houses::may_begin(std::uint32_t t) const {
  const Token& token = language_.token(t);
  return token.has(kCapital) || token.has(kOpenQuote) || tag(t) == Tag::DT || mentions_.core_starts_at[t] != kNone;
}

House Houses::at(std::uint32_t t, std::uint32_t end) const {
  const std::uint32_t next = language_.is(t, Role::definite_article) ? t + 1 : t;
  TokenRange name = registered(t, end, true);  // the article may be a part of the name
  if (name.empty() && next != t) name = registered(next, end, true);
  if (!name.empty()) name = with_article(prolonged(name, end), t);
  if (name.empty() && next < end) name = in_marks(next, end);
  if (!name.empty() && language_.token(name.begin - 1).has(kOpenQuote)) return {name, {t, past_marks(name.end)}};
  if (name.empty()) {
    name = mentioned(t, end);
    // "the podcast “Deep Water”"
    if (const TokenRange title = name.empty() ? TokenRange{} : in_marks(name.end, end);
        !title.empty() && language_.in(name.end - 1, language_.ids().media_head))
      return {title, {t, past_marks(title.end)}};
  }
  if (name.empty()) name = coined(t, end);
  if (name.empty()) return {};
  return {name, {t, with_tail(name.end, end)}};
}

std::uint32_t Houses::past_marks(std::uint32_t t) const {
  while (t < language_.size() && !language_.token(t).has(kCloseQuote)) ++t;
  return std::min(t + 1, language_.size());
}

/// "the BBC" where the article's phrase is no more than that.
TokenRange Houses::with_article(TokenRange name, std::uint32_t t) const {
  const std::uint32_t m = mentions_.core_starts_at[t];
  return m != kNone && mentions_.all[m].core == TokenRange{t, name.end} ? mentions_.all[m].core : name;
}

/// The end of "'s “Morning Table”" or "'s Lena Ost".
std::uint32_t Houses::with_tail(std::uint32_t t, std::uint32_t end) const {
  if (t + 1 >= end || !language_.token(t).has(kClitic)) return t;
  const std::uint32_t owned = t + 1;
  if (const TokenRange programme = in_marks(owned, end); !programme.empty()) return past_marks(programme.end);
  std::uint32_t last = t;
  const std::uint32_t m = mentions_.of_token[owned];
  if (m != kNone) last = std::min(mentions_.all[m].core.end, end);
  return last > t && last - t <= kLongestTail ? last : t;
}

/// "BBC Radio 4", "Cove Business News": words of a house's own behind a name that the register has.
TokenRange Houses::prolonged(TokenRange name, std::uint32_t end) const {
  std::uint32_t last = name.end;
  for (std::uint32_t t = name.end; t < end && t < name.begin + kLongestName; ++t) {
    const Token& token = language_.token(t);
    const bool number = token.has(kDigit) && language_.in(t - 1, language_.ids().media_name);
    const bool part = language_.in(t, language_.ids().media_name) || language_.in(t, part_);
    if (!number && !(token.has(kCapital) && part)) break;
    last = t + 1;
  }
  return {name.begin, last};
}

/// “Morning Table”, “Fridays with Ana”: a title in quotation marks that opens at t, without them.
TokenRange Houses::in_marks(std::uint32_t t, std::uint32_t end) const {
  if (t >= end || !language_.token(t).has(kOpenQuote)) return {};
  const std::uint32_t opened = language_.text().quotation_of[t];
  if (opened == kNone) return {};
  const Quotation& quotation = language_.text().quotations[opened];
  if (!quotation.closed || quotation.tokens.size() < 3 || quotation.tokens.begin != t) return {};
  TokenRange name = {t + 1, quotation.tokens.end - 1};
  while (name.size() > 1 && language_.token(name.end - 1).has(kPunct)) --name.end;
  if (name.end > end || name.size() > kLongestName || !language_.token(name.end - 1).has(kCapital)) return {};
  for (std::uint32_t w = name.begin; w < name.end; ++w) {
    const Token& token = language_.token(w);
    const bool small = w > name.begin && (tag(w) == Tag::IN || tag(w) == Tag::DT || tag(w) == Tag::CC);
    if (!token.has(kCapital) && !token.has(kDigit) && !token.has(kClitic) && language_.word(w) != "&" && !small)
      return {};
  }
  return name;
}

/// A mention that begins here and is a house by its own words: "the Cove Herald", "El Faro newspaper", "Radio Cove's
/// Lena Ost".
TokenRange Houses::mentioned(std::uint32_t t, std::uint32_t end) const {
  const std::uint32_t m = mentions_.core_starts_at[t];
  if (m == kNone) return {};
  const Mention& mention = mentions_.all[m];
  if (mention.pronoun || mention.compound || mention.core.end > end) return {};
  if (const TokenRange house = employer(mention); !house.empty()) return house;
  if (is_broadcaster(mention.name)) return mention.core;
  if (mention.kind != SourceKind::media || is_crowd(mention)) return {};
  if (language_.in(t, language_.ids().possessive_pronoun)) return {};
  // "Britain's Radio Cove": whose it is, where the register knows the rest.
  const std::uint32_t owned = mention.affiliation.end + 1;
  if (mention.affiliation.begin == mention.core.begin && owned < mention.core.end &&
      language_.token(owned - 1).has(kClitic)) {
    if (const TokenRange known = registered(owned, mention.core.end, true); !known.empty()) return known;
  }
  // "El Faro newspaper": what kind it is, is no part of its name.
  TokenRange name = mention.core;
  while (name.size() > 1 && !language_.token(name.end - 1).has(kCapital) &&
         language_.in(name.end - 1, language_.ids().media_head))
    --name.end;
  return language_.token(name.end - 1).has(kCapital) ? name : mention.core;
}

/// Written as only houses are: "The Verge" within a sentence, "TechBay", "covenews.com", the call sign "WXYZ".
TokenRange Houses::coined(std::uint32_t t, std::uint32_t end) const {
  const Token& token = language_.token(t);
  const std::uint32_t m = mentions_.core_starts_at[t];
  if (m == kNone || !token.has(kCapital)) return {};
  const Mention& mention = mentions_.all[m];
  if (mention.name.empty() || mention.core.end > end || mention.register_entry != kNone) return {};
  const LanguageIds& ids = language_.ids();
  const std::uint32_t last = mention.core.end - 1;
  if (language_.in(last, ids.organisation_head) || language_.in(last, ids.place_head) || language_.in(last, hearer_) ||
      language_.in(last, event_))
    return {};
  const bool body = mention.kind == SourceKind::named_organisation;
  if (language_.is(t, Role::definite_article)) return body && mention.core.size() == 2 ? mention.core : TokenRange{};
  if (mention.core.size() != 1) return {};
  const std::string_view word = language_.word(t);
  const bool site = word.ends_with(".com") || word.ends_with(".org") || word.ends_with(".net");
  const bool call_sign = token.has(kAllCaps) && word.size() == kCallSign && (word[0] == 'W' || word[0] == 'K');
  return site || call_sign || (body && token.has(kMixedCase)) ? mention.core : TokenRange{};
}

/// Whom a journalist works for: words of an affiliation.
TokenRange Houses::employer(const Mention& mention) const {
  if (mention.affiliation.empty()) return {};
  TokenRange house = mention.affiliation;
  if (language_.is(house.begin, Role::definite_article) && house.size() > 1) ++house.begin;
  if (!language_.token(house.begin).has(kCapital)) return {};
  if (is_house_name(house)) return mention.affiliation;
  if (mention.number == GrammaticalNumber::plural) return {};  // "reporters in Kesh"
  for (std::uint32_t t = mention.role.begin; t < mention.role.end; ++t) {
    if (language_.attribute(t, language_.ids().role, "kind") == "journalist") return mention.affiliation;
  }
  return {};
}

bool Houses::is_house_name(TokenRange name) const {
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    if (const TokenRange found = registered(t, name.end, false); !found.empty() && found.end == name.end) return true;
  }
  const LanguageIds& ids = language_.ids();
  if (language_.in(name.end - 1, ids.media_name) || language_.in(name.end - 1, ids.media_head)) return true;
  return name.size() > 1 && language_.in(name.begin, ids.media_head);  // "Radio Cove"
}

/// "Cove Broadcasting Corporation".
bool Houses::is_broadcaster(TokenRange name) const {
  return name.size() > 2 && language_.in(name.end - 1, body_) && language_.in(name.end - 2, language_.ids().media_name);
}

/// "the press", "local media", "a podcast", "television": none in particular.
bool Houses::is_crowd(const Mention& mention) const {
  if (!mention.name.empty()) return false;
  const bool article = tag(mention.core.begin) == Tag::DT && !language_.is(mention.core.begin, Role::definite_article);
  return language_.in(mention.head, hearer_) || mention.core.size() < (article ? 3U : 2U);
}

}  // namespace hearsay
