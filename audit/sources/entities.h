// Who or what the mentions of one article refer to: the table that resolving fills, and the grouping of names.
// Grouping goes by names alone; pronouns and descriptions are anaphora's.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"

namespace hearsay {

struct Entity {
  SourceKind kind = SourceKind::other;
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  std::uint32_t register_entry = kNone;
  std::uint32_t fullest = kNone;          // the mention with the longest name or phrase
  std::uint32_t first = kNone;            // the first mention
  std::vector<std::uint32_t> mentions;    // indices into Mentions::all, pronouns too
  std::vector<std::uint32_t> parts;       // of a compound: entities
  std::vector<std::uint32_t> role_words;  // hashes of heads of roles and titles it was called by
  std::uint64_t called = 0;               // a bit for each word it may be called by: heads, roles, ends of names
  bool has_family = false;                // one of the role words belongs to a family of roles
  std::uint32_t possessor = kNone;        // entity of "his campaign", "X's office"
  bool kin_of_namesake = false;           // "Holm's eldest son, Omar Holm": the surname alone is another's
  bool known_by_surname = false;          // called by it alone before anybody else of that name came
};

/// Every person and body named in the text, one entity each.
class EntityTable {
 public:
  EntityTable(const Language& language, const Mentions& mentions);

  /// Makes an entity of every full name, then joins short forms to them.
  void group_names();

  [[nodiscard]] std::uint32_t of(std::uint32_t mention) const { return of_mention_[mention]; }
  [[nodiscard]] Entity& at(std::uint32_t entity) { return entities_[entity]; }
  [[nodiscard]] const Entity& at(std::uint32_t entity) const { return entities_[entity]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entities_.size()); }
  [[nodiscard]] const Mention& mention(std::uint32_t index) const { return mentions_.all[index]; }

  std::uint32_t make(std::uint32_t mention);
  void join(std::uint32_t mention, std::uint32_t entity);
  /// The entity whose phrase has the same words (determiner aside), made where it is new.
  std::uint32_t by_phrase(std::uint32_t mention);

 private:
  [[nodiscard]] bool in_headline(const Mention& mention) const;
  [[nodiscard]] std::uint64_t key_of(TokenRange range) const;
  [[nodiscard]] TokenRange bare(TokenRange range) const;
  [[nodiscard]] char middle_initial(const Mention& person) const;
  [[nodiscard]] bool are_told_apart(const Mention& left, const Mention& right) const;
  [[nodiscard]] bool same_person(const Mention& left, const Mention& right) const;
  [[nodiscard]] std::uint32_t surname(const Mention& person) const;
  [[nodiscard]] bool shares_office(const Entity& entity, const Mention& person) const;
  [[nodiscard]] bool is_behind_namesake(const Entity& kin, const Mention& person,
                                        const std::vector<std::uint32_t>& namesakes) const;
  void group_short(std::uint32_t index);
  [[nodiscard]] bool is_kin_of_namesake(const Mention& person) const;
  [[nodiscard]] std::uint32_t find_person(const Mention& mention) const;
  [[nodiscard]] std::uint32_t find_short_person(std::uint32_t index);
  [[nodiscard]] std::uint32_t find_body(const Mention& mention) const;
  void add_person(std::uint32_t index);
  void add_body(std::uint32_t index);
  void add_acronym(const Mention& mention, std::uint32_t entity);

  const Language& language_;
  const Mentions& mentions_;
  std::vector<Entity> entities_;
  std::vector<std::uint32_t> of_mention_;
  std::vector<std::size_t> full_names_;  // per person: mentions by more than one name, or by an office and one
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_last_name_;  // few per name: see kMostNamesakes
  std::unordered_map<std::uint32_t, std::uint32_t> by_first_name_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_key_;  // names and phrases of all others
  std::unordered_map<std::uint32_t, std::uint32_t> by_entry_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_first_word_;  // of bodies
  std::unordered_map<std::uint32_t, std::uint32_t> by_last_word_;   // of bodies
  std::unordered_map<std::uint32_t, std::uint32_t> by_acronym_;
};

}  // namespace hearsay
