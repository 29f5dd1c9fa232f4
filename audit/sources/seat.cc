#include "sources/seat.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/word_hash.h"
#include "sources/candidate_parts.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestState = 3;  // words

/// 'r' of "Republican" and "R."; 0 where the letter is no party's.
char party_of(const Language& language, std::uint32_t t) {
  const char letter = ascii_lower(language.word(t).front());
  return language.text().language->closed.has(std::string_view(&letter, 1), Role::party_initial) ? letter : '\0';
}

/// "Republican", "Democratic": a party's, and no name.
bool names_party(const Language& language, std::uint32_t t) {
  const LanguageIds& ids = language.ids();
  return language.token(t).has(kCapital) && party_of(language, t) != 0 &&
         (language.in(t, ids.title) || language.in(t, ids.demonym)) &&
         language.attribute(t, ids.demonym, "to").empty() && language.word(t).size() > 4;
}

std::string_view words(const Language& language, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t from = language.token(begin).begin;
  return std::string_view(language.document().text).substr(from, language.token(end - 1).end - from);
}

/// "Ohio Republican" of "Omar Holm, Ohio Republican,": nothing where it is no more than a party.
Seat apposed_seat(const Language& language, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < language.size() && end < at + kLongestState && language.token(end).has(kCapital) &&
         !names_party(language, end))
    ++end;
  if (end == at || end >= language.size() || !names_party(language, end)) return {};
  return {.state = words(language, at, end), .party = party_of(language, end)};
}

/// Behind a name, at most one of "(R-Calif.)", ", R-Calif.", "(R., Calif.)", "(Calif.)", "(R)", ", California
/// Republican", "of California".
Seat told_seat(const Language& language, const Mention& named) {
  const std::uint32_t open = named.core.end;
  const std::uint32_t at = open + 1;
  if (at + 1 >= language.size() || language.token(open).has(kSentenceStart)) return {};
  const bool bracket = language.hash(open) == word_hash("(");
  if (bracket || language.hash(open) == word_hash(",")) {
    if (!bracket) {
      if (const Seat seat = apposed_seat(language, at); seat.party != 0) return seat;
    }
    if (language.party_tag(at)) return {.state = language.word(at).substr(2), .party = party_of(language, at)};
    if (!bracket || !language.token(at).has(kCapital)) return {};
    const std::uint32_t next = at + 1;
    const bool letter = language.word(at).size() <= 2 && party_of(language, at) != 0;
    if (language.hash(next) == word_hash(")"))
      return letter ? Seat{.state = {}, .party = party_of(language, at)} : Seat{.state = language.word(at)};
    if (letter && language.hash(next) == word_hash(",") && next + 1 < language.size())
      return {.state = language.word(next + 1), .party = party_of(language, at)};
    return {};
  }
  if (!language.is(open, Role::genitive_of)) return {};
  std::uint32_t end = at;
  while (end < language.size() && end < at + kLongestState && language.token(end).has(kCapital)) ++end;
  return end > at ? Seat{.state = words(language, at, end)} : Seat{};
}

/// "Republican Senator Holm", "Democratic Leader Ruiz".
char party_before(const Language& language, const Mention& named) {
  for (std::uint32_t t = named.core.begin; t < named.name.begin && t < named.core.begin + kLongestRole; ++t) {
    if (names_party(language, t)) return party_of(language, t);
  }
  return 0;
}

}  // namespace

bool abbreviates(std::string_view brief, std::string_view full) {
  const auto is_letter = [](char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; };
  std::size_t at = 0;
  bool first = true;
  for (const char letter : brief) {
    if (!is_letter(letter)) continue;
    while (at < full.size() && ascii_lower(full[at]) != ascii_lower(letter)) {
      if (first) return false;
      ++at;
    }
    if (at == full.size()) return false;
    ++at;
    first = false;
  }
  return !first;
}

Seat claimed_seat(const Language& language, const Mention& phrase) {
  if (!phrase.name.empty() || !phrase.definite || phrase.core.size() < 2) return {};
  const LanguageIds& ids = language.ids();
  Seat claim;
  std::uint32_t begin = phrase.core.begin + 1;
  const std::uint32_t end = std::min(phrase.head, begin + kLongestRole);
  while (begin < end && !language.token(begin).has(kCapital)) ++begin;
  std::uint32_t state = begin;
  while (state < end && state < begin + kLongestState && language.token(state).has(kCapital) &&
         !names_party(language, state) && !language.in(state, ids.title) && !language.in(state, ids.organisation_head))
    ++state;
  if (state > begin) claim.state = words(language, begin, state);
  for (std::uint32_t t = state; t <= phrase.head && t < state + kLongestRole && claim.party == 0; ++t) {
    if (names_party(language, t)) claim.party = party_of(language, t);
  }
  return claim;
}

bool is_elected(const Language& language, const Entity& entity, const Mentions& mentions) {
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count; ++m) {
    const TokenRange role = mentions.all[entity.mentions[m]].role;
    for (std::uint32_t t = role.begin; t < std::min(role.end, role.begin + kLongestRole); ++t) {
      const std::string_view family = language.attribute(t, language.ids().role, "kind");
      if (family == "legislator" || family == "politician" || family == "local-politician" || family == "leader")
        return true;
    }
  }
  return false;
}

bool is_seat_alone(const Language& language, const Seat& claim, const Mention& phrase) {
  return claim.party != 0 && !claim.state.empty() && names_party(language, phrase.head);
}

SeatMatch match_seat(const Language& language, const Seat& claim, const Entity& entity, const Mentions& mentions) {
  if (claim.party == 0 && claim.state.empty()) return SeatMatch::untold;
  SeatMatch best = SeatMatch::untold;
  const std::size_t count = std::min(entity.mentions.size(), kMostCalled);
  for (std::size_t m = 0; m < count; ++m) {
    const Mention& called = mentions.all[entity.mentions[m]];
    if (called.name.empty() || called.compound) continue;
    Seat told = told_seat(language, called);
    if (told.party == 0) told.party = party_before(language, called);
    const bool parties = claim.party != 0 && told.party != 0;
    if (parties && claim.party != told.party) return SeatMatch::other;
    if (!claim.state.empty() && !told.state.empty()) {
      if (abbreviates(told.state, claim.state)) return SeatMatch::state;
      if (parties) best = SeatMatch::other;
    } else if (parties && best == SeatMatch::untold) {
      best = SeatMatch::party;
    }
  }
  return best;
}

}  // namespace hearsay
