// group_names: full names of persons first (so that a headline's surname finds the name that comes later), then bodies
// by register entry, name, acronym; then surnames and given names alone. Every look-up is by hash.
#include "sources/entities.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFarthestAcronym = 8;  // tokens behind a name
constexpr std::size_t kMostNamesakes = 8;      // persons remembered per last name
constexpr std::size_t kMostLookedAt = 32;      // mentions of a namesake, the last joined

bool wears_name(const Mention& mention) {
  return !mention.name.empty() && !mention.compound && !mention.pronoun;
}

bool is_full_person(const Mention& mention) {
  return wears_name(mention) && mention.kind == SourceKind::named_person && mention.name.size() >= 2;
}

}  // namespace

EntityTable::EntityTable(const Language& language, const Mentions& mentions)
    : language_(language), mentions_(mentions), of_mention_(mentions.all.size(), kNone) {}

std::uint32_t EntityTable::make(std::uint32_t index) {
  const Mention& source = mention(index);
  Entity entity;
  entity.kind = source.kind;
  entity.number = source.number;
  entity.first = entity.fullest = index;
  entity.register_entry = source.register_entry;
  entity.mentions.reserve(4);  // what most have, at once
  entities_.push_back(std::move(entity));
  const auto id = static_cast<std::uint32_t>(entities_.size() - 1);
  join(index, id);
  return id;
}

bool EntityTable::in_headline(const Mention& mention) const {
  const Text& text = language_.text();
  return text.paragraphs[text.sentences[text.sentence_of[mention.core.begin]].paragraph].kind == BlockKind::headline;
}

void EntityTable::join(std::uint32_t index, std::uint32_t id) {
  of_mention_[index] = id;
  Entity& entity = entities_[id];
  const Mention& source = mention(index);
  entity.mentions.push_back(index);
  if (source.pronoun) {
    if (entity.gender == Gender::unknown && source.number == GrammaticalNumber::singular) entity.gender = source.gender;
    return;
  }
  // A surname alone tells nothing of him or her, though others are given it: "Harris".
  const bool surname = source.name.size() == 1 && source.role.empty() && index != entity.first &&
                       mention(entity.fullest).name.size() > 1 &&
                       language_.hash(mention(entity.fullest).name.end - 1) == language_.hash(source.name.begin);
  if (entity.gender == Gender::unknown && !surname) entity.gender = source.gender;
  if (entity.register_entry == kNone) entity.register_entry = source.register_entry;
  const Mention& fullest = mention(entity.fullest);
  // The capitals of a headline hide where a name ends, so a name of the text goes before one of those.
  const bool loud = in_headline(source);
  const bool settles = in_headline(fullest) && !loud && source.name.size() >= 2 && source.kind == entity.kind;
  const bool name_grows = settles || (source.name.size() > fullest.name.size() && source.kind == entity.kind &&
                                      (!loud || in_headline(fullest)));
  const bool phrase_grows = fullest.name.empty() && source.name.empty() && !source.part_of_group() &&
                            source.range.size() > fullest.range.size();
  if (name_grows || phrase_grows) entity.fullest = index;
  if (source.core.begin < mention(entity.first).core.begin) entity.first = index;
  const auto call = [&](std::uint32_t t) { entity.called |= std::uint64_t{1} << (language_.hash(t) & 63U); };
  call(source.name.empty() ? source.head : source.name.end - 1);
  const std::uint32_t role_end = std::min(source.role.end, source.role.begin + 12);
  for (std::uint32_t i = source.role.begin; i < role_end; ++i) {
    call(i);
    if (!entity.has_family) entity.has_family = !language_.attribute(i, language_.ids().role, "kind").empty();
  }
  if (source.name.empty() && !entity.has_family)
    entity.has_family = !language_.attribute(source.head, language_.ids().role, "kind").empty();
  if (!source.role.empty() && entity.role_words.size() < 12) {
    if (entity.role_words.empty()) entity.role_words.reserve(4);
    for (std::uint32_t i = source.role.begin; i < source.role.end && i < source.role.begin + 12; ++i)
      entity.role_words.push_back(language_.hash(i));
  }
}

TokenRange EntityTable::bare(TokenRange range) const {
  while (range.size() > 1 && language_.is(range.begin, Role::bare_determiner)) ++range.begin;
  return range;
}

std::uint64_t EntityTable::key_of(TokenRange range) const {
  std::uint64_t key = 1469598103934665603ULL;
  const std::uint32_t end = std::min(range.end, range.begin + 24);
  for (std::uint32_t i = range.begin; i < end; ++i) key = (key ^ language_.hash(i)) * 1099511628211ULL;
  return key;
}

std::uint32_t EntityTable::by_phrase(std::uint32_t index) {
  const Mention& source = mention(index);
  const std::uint64_t key = key_of(bare(source.range));
  const auto [place, fresh] = by_key_.try_emplace(key, 0);
  if (fresh) {
    place->second = make(index);
    return place->second;
  }
  const std::uint32_t id = place->second;
  join(index, id);
  return id;
}

/// Of "George H.W. Bush" the H; 0 where no initial stands second.
char EntityTable::middle_initial(const Mention& person) const {
  const std::uint32_t second = person.name.begin + 1;
  if (second + 1 >= person.name.end) return 0;
  const std::string_view word = language_.word(second);
  return word.size() == 1 || word.find('.') != std::string_view::npos ? word.front() : '\0';
}

/// "George W. Bush" is no George H.W. Bush, nor is "Lena Holm Jr." Lena Holm III.
bool EntityTable::are_told_apart(const Mention& left, const Mention& right) const {
  const char a = middle_initial(left), b = middle_initial(right);
  if (a != 0 && b != 0 && a != b) return true;
  const auto suffix = [&](const Mention& person) {
    const std::uint32_t last = person.name.end - 1;
    return language_.in(last, language_.ids().name_suffix) ? language_.hash(last) : 0;
  };
  const std::uint32_t one = suffix(left), other = suffix(right);
  return one != 0 && other != 0 && one != other;
}

/// The last names agree already: so do the first ones, or one is the other's initial, or one name holds the other.
bool EntityTable::same_person(const Mention& left, const Mention& right) const {
  if (are_told_apart(left, right)) return false;
  const Token& a = language_.token(left.name.begin);
  const Token& b = language_.token(right.name.begin);
  if (a.hash == b.hash) return true;
  const std::string_view first = language_.word(left.name.begin);
  const std::string_view second = language_.word(right.name.begin);
  const bool initial =
      (first.size() <= 2 || second.size() <= 2) && !first.empty() && !second.empty() && first[0] == second[0];
  if (initial) return true;
  // "Pat" and "Patrick", "Tim" and "Timothy"
  if (std::min(first.size(), second.size()) >= 3 && (first.starts_with(second) || second.starts_with(first)))
    return true;
  const Mention& shorter = left.name.size() < right.name.size() ? left : right;
  const Mention& longer = left.name.size() < right.name.size() ? right : left;
  if (shorter.name.size() >= longer.name.size()) return false;
  for (std::uint32_t i = longer.name.begin; i < longer.name.end; ++i) {
    if (language_.hash(i) == language_.hash(shorter.name.begin)) return true;
  }
  return false;
}

/// The hash of a name's last word but "Jr.", "KC".
std::uint32_t EntityTable::surname(const Mention& person) const {
  return language_.hash(language_.surname_of(person.name));
}

std::uint32_t EntityTable::find_person(const Mention& person) const {
  const auto known = by_last_name_.find(surname(person));
  if (known == by_last_name_.end()) return kNone;
  for (const std::uint32_t id : known->second) {
    if (person.name.size() == 1 && is_behind_namesake(entities_[id], person, known->second)) continue;
    if (same_person(mention(entities_[id].fullest), person)) return id;
  }
  return kNone;
}

/// "Holm's eldest son, Omar Holm", "their daughter Lena Holm".
bool EntityTable::is_kin_of_namesake(const Mention& person) const {
  constexpr std::uint32_t kLongestKin = 8;  // tokens
  const auto tells_kin = [&](TokenRange words) {
    bool owner = false;
    const std::uint32_t end = std::min(words.end, words.begin + kLongestKin);
    for (std::uint32_t t = words.begin; t < end; ++t) {
      if (owner && language_.in(t, language_.ids().family)) return true;
      owner = owner || language_.in(t, language_.ids().possessive_pronoun) ||
              (language_.hash(t) == surname(person) && language_.token(t + 1).has(kClitic));
    }
    return false;
  };
  if (tells_kin({person.core.begin, person.name.begin})) return true;
  const std::uint32_t comma = person.core.begin > 0 ? person.core.begin - 1 : 0;
  if (language_.hash(comma) != word_hash(",") || mentions_.core_ends_at[comma] == kNone) return false;
  return tells_kin(mention(mentions_.core_ends_at[comma]).core);
}

/// Whether the surname alone is another's: somebody else is told to bear it, or went by it before his kin came.
bool EntityTable::is_behind_namesake(const Entity& kin, const Mention& person,
                                     const std::vector<std::uint32_t>& namesakes) const {
  if (!kin.kin_of_namesake) return false;
  return person.core.begin < mention(kin.first).core.begin ||
         std::ranges::any_of(namesakes, [&](std::uint32_t other) { return !entities_[other].kin_of_namesake; });
}

void EntityTable::add_person(std::uint32_t index) {
  const Mention& person = mention(index);
  if (const std::uint32_t id = find_person(person); id != kNone) {
    join(index, id);
    return;
  }
  const std::uint32_t id = make(index);
  entities_[id].kin_of_namesake = is_kin_of_namesake(person);
  auto& namesakes = by_last_name_[surname(person)];
  if (namesakes.size() < kMostNamesakes) namesakes.push_back(id);
  by_first_name_.try_emplace(language_.hash(person.name.begin), id);
  // Of two surnames the first is the short form: "Lopez" for "Ana Lopez Quintero".
  if (person.name.size() >= 3) by_first_name_.try_emplace(language_.hash(person.name.end - 2), id);
}

/// "President Reed" of "President Omar Reed", not of "first lady Lena Reed".
bool EntityTable::shares_office(const Entity& entity, const Mention& person) const {
  const std::uint32_t office = language_.hash(person.role.end - 1);
  const std::size_t count = std::min(entity.mentions.size(), kMostLookedAt);
  return std::any_of(entity.mentions.begin(), entity.mentions.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](std::uint32_t one) {
                       const TokenRange role = mention(one).role;
                       for (std::uint32_t t = role.begin; t < role.end; ++t) {
                         if (language_.hash(t) == office) return true;
                       }
                       return false;
                     });
}

/// A surname or given name alone: the one who has the office told with it, else of namesakes of fitting gender the one
/// who went by it before there was another (a writer who brings in a second keeps the first name for him), else the one
/// told of by name far more than the others (whom the article is about, beside a mother or a husband), else the one
/// last spoken of, else the first that comes.
std::uint32_t EntityTable::find_short_person(std::uint32_t index) {
  const Mention& person = mention(index);
  const auto known = by_last_name_.find(surname(person));
  if (known == by_last_name_.end()) {
    const auto given = by_first_name_.find(language_.hash(person.name.begin));
    return given == by_first_name_.end() ? kNone : given->second;
  }
  constexpr std::size_t kFarMore = 2;  // times
  // "Harris" alone is nobody's given name where somebody bears it behind one; "Ms Harris" tells.
  const Gender told = person.role.empty() ? Gender::unknown : person.gender;
  const auto fits = [&](const Entity& entity) {
    return told == Gender::unknown || entity.gender == Gender::unknown || told == entity.gender;
  };
  const bool office = !person.role.empty() && !language_.in(person.role.end - 1, language_.ids().honorific);
  if (office && known->second.size() > 1) {
    for (const std::uint32_t id : known->second) {
      if (!fits(entities_[id]) || !shares_office(entities_[id], person)) continue;
      entities_[id].known_by_surname = std::ranges::none_of(
          known->second, [&](std::uint32_t other) { return other != id && entities_[other].known_by_surname; });
      return id;
    }
  }
  std::uint32_t best = kNone;
  std::uint32_t best_place = 0;
  std::uint32_t main = kNone;
  std::size_t most = 0;
  std::size_t second = 0;
  std::uint32_t introduced = 0;
  for (const std::uint32_t id : known->second) {
    const Entity& entity = entities_[id];
    if (is_behind_namesake(entity, person, known->second)) continue;
    if (mention(entity.first).core.begin < person.core.begin) ++introduced;
    const std::size_t times = id < full_names_.size() ? full_names_[id] : 0;
    second = std::max(second, std::min(most, times));
    if (times > most) {
      most = times;
      main = id;
    }
    if (!fits(entity)) continue;
    std::uint32_t last = 0;  // its last mention before this one, +1
    const std::size_t count = entity.mentions.size();
    for (std::size_t k = count; k-- > 0 && count - k <= kMostLookedAt;) {
      const std::uint32_t begin = mention(entity.mentions[k]).core.begin;
      if (begin < person.core.begin) last = std::max(last, begin + 1);
    }
    if (best == kNone || last > best_place) {
      best = id;
      best_place = last;
    }
  }
  if (introduced > 1) {
    for (const std::uint32_t id : known->second) {
      if (entities_[id].known_by_surname && fits(entities_[id])) return id;
    }
  }
  if (introduced == 1 && best != kNone) entities_[best].known_by_surname = true;
  return main != kNone && fits(entities_[main]) && most > 1 && most >= kFarMore * second && person.role.empty() ? main
                                                                                                                : best;
}

std::uint32_t EntityTable::find_body(const Mention& body) const {
  if (body.register_entry != kNone) {
    if (const auto known = by_entry_.find(body.register_entry); known != by_entry_.end()) return known->second;
  }
  const TokenRange name = bare(body.name);
  if (const auto known = by_key_.find(key_of(name)); known != by_key_.end()) return known->second;
  if (name.size() == 1) {
    if (const auto known = by_acronym_.find(language_.hash(name.begin)); known != by_acronym_.end())
      return known->second;
    if (body.register_entry == kNone) {
      if (const auto known = by_first_word_.find(language_.hash(name.begin)); known != by_first_word_.end())
        return known->second;
      // "the Herald" is the Cove Herald.
      if (body.core.size() > 1 && language_.is(body.core.begin, Role::definite_article)) {
        if (const auto last = by_last_word_.find(language_.hash(name.begin)); last != by_last_word_.end())
          return last->second;
      }
    }
  }
  return kNone;
}

/// "(HTA)", ", or HTA," and ", known as HTA," behind a name, or the first letters of its words.
void EntityTable::add_acronym(const Mention& body, std::uint32_t id) {
  const std::uint32_t open = body.name.end;
  if (language_.hash(open) == word_hash("(") && language_.hash(open + 2) == word_hash(")") &&
      language_.token(open + 1).has(kAllCaps)) {
    by_acronym_.try_emplace(language_.hash(open + 1), id);
  }
  if (language_.hash(open) == word_hash(",") && language_.is(open + 1, Role::coordinator_or) &&
      open + 2 < language_.size() && language_.token(open + 2).has(kAllCaps))
    by_acronym_.try_emplace(language_.hash(open + 2), id);
  for (std::uint32_t t = open; t < open + kFarthestAcronym && t + 2 < language_.size(); ++t) {
    if (language_.token(t).has(kSentenceStart)) break;
    if (language_.is(t, Role::known) && language_.is(t + 1, Role::preposition_as) &&
        language_.token(t + 2).has(kAllCaps))
      by_acronym_.try_emplace(language_.hash(t + 2), id);
  }
  if (body.name.size() < 3 || body.name.size() > 10) return;
  std::uint32_t hash = 2166136261U;
  for (std::uint32_t i = body.name.begin; i < body.name.end; ++i) {
    const std::string_view word = language_.word(i);
    if (!language_.token(i).has(kCapital)) continue;
    hash = (hash ^ static_cast<unsigned char>(word[0] | 0x20)) * 16777619U;
  }
  by_acronym_.try_emplace(hash, id);
}

void EntityTable::add_body(std::uint32_t index) {
  const Mention& body = mention(index);
  std::uint32_t id = find_body(body);
  if (id == kNone) {
    id = make(index);
    const TokenRange name = bare(body.name);
    by_key_.try_emplace(key_of(name), id);
    if (name.size() >= 2) by_first_word_.try_emplace(language_.hash(name.begin), id);
    if (name.size() >= 2) by_last_word_.try_emplace(language_.hash(name.end - 1), id);
  } else {
    join(index, id);
  }
  if (body.register_entry != kNone) by_entry_.try_emplace(body.register_entry, id);
  add_acronym(body, id);
}

void EntityTable::group_short(std::uint32_t index) {
  const Mention& source = mention(index);
  if (!wears_name(source) || of_mention_[index] != kNone || source.name.size() != 1) return;
  if (source.register_entry != kNone || source.kind == SourceKind::collective) return;
  const bool titled = !source.role.empty();  // "Mr. Reed" is no Reed Group
  if (const std::uint32_t id = find_short_person(index); id != kNone) {
    join(index, id);
    if (titled && id < full_names_.size()) ++full_names_[id];
    return;
  }
  if (const std::uint32_t id = titled ? kNone : find_body(source);
      id != kNone && source.kind == SourceKind::named_person) {
    join(index, id);
    return;
  }
  if (source.kind == SourceKind::named_person) add_person(index);
}

void EntityTable::group_names() {
  const auto count = static_cast<std::uint32_t>(mentions_.all.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Mention& source = mention(i);
    if (is_full_person(source) && !in_headline(source)) add_person(i);
  }
  // The capitals of a headline hide where a name ends: "A Reed Speciality" over a story of Omar Reed.
  for (std::uint32_t i = 0; i < count; ++i) {
    const Mention& source = mention(i);
    if (!is_full_person(source) || !in_headline(source)) continue;
    const auto known = by_last_name_.find(language_.hash(source.name.begin));
    if (source.role.empty() && known != by_last_name_.end() && find_person(source) == kNone)
      join(i, known->second.front());
    else
      add_person(i);
  }
  full_names_.resize(entities_.size());
  for (std::size_t id = 0; id < entities_.size(); ++id) full_names_[id] = entities_[id].mentions.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    const Mention& source = mention(i);
    if (!wears_name(source) || of_mention_[i] != kNone) continue;
    const bool body = source.kind == SourceKind::named_organisation || source.kind == SourceKind::media ||
                      source.kind == SourceKind::document;
    const bool surname = source.name.size() == 1 && source.register_entry == kNone &&
                         by_last_name_.contains(language_.hash(source.name.begin));
    if (body && !surname) add_body(i);
  }
  // With an office first: whoever is called so often is the one whom the surname alone means.
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!mention(i).role.empty()) group_short(i);
  }
  for (std::uint32_t i = 0; i < count; ++i) group_short(i);
}

}  // namespace hearsay
