// Who is who in the world: organisations, media, agencies, governments and their metonyms, platforms, documents,
// persons, each with its aliases. Registers identify; they never recognise an attribution. Read-only after loading.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule.h"
#include "tokens/vocabulary.h"

namespace hearsay {

enum class RegisterKind : std::uint8_t {
  person,
  organisation,
  media,
  agency /* news agency */,
  government,
  place /* no source by itself */,
  platform,
  document,
};

/// Who judges in a register, and under what terms the judgements may be passed on. Shown wherever one is.
struct Grader {
  std::string by;       // "English Wikipedia editors"; the register's name where a newsroom grades by itself
  std::string date;     // "2026-04"; "" = not given
  std::string licence;  // "CC BY-SA 4.0"; "" = not given
  std::string page;     // where they argue; "" = not given
};

/// What they say of an outlet, in their own terms.
struct Verdict {
  std::string says;       // "generally reliable", "no consensus" …
  std::string scope;      // what it holds for: "politics", "before 2022"; "" = everything
  std::string discussed;  // the year of the last discussion; "" = not given
  char letter = 0;        // Admiralty A–F as far as `says` gives one; 0: it gives none
};

/// All verdicts on an outlet. Laid over whatever a text names: it makes nothing recognised that was not.
struct Judgement {
  std::uint32_t judge = 0;  // for Register::judge
  std::string country;      // tells it from others of its name; "" = there are none
  std::vector<std::string> names;
  std::vector<std::string> domains;
  std::vector<Verdict> verdicts;  // as in the file; at least one
};

struct RegisterEntry {
  std::string id;    // unique over all registers
  std::string name;  // the canonical name
  RegisterKind kind = RegisterKind::organisation;
  std::vector<std::string> aliases;  // besides the name
  std::string affiliation;           // id of another entry, or ""
  std::string country;               // ISO 3166 alpha-2, or ""
  char reliability = 0;              // Admiralty A–F; 0 = nobody graded it
  std::uint32_t judge = 0;           // who did, for Register::judge
  std::string medium;                // of a platform: "tweet", "social-media"; of others ""
  std::string valid_from;            // ISO date or ""
  std::string valid_to;
  std::vector<std::string> accounts;  // "@name"
  std::vector<std::string> domains;   // "example.org"
  // What the house itself notes of it, by column: {"beat", "harbour"}. Nothing is judged or recognised by it.
  std::vector<std::pair<std::string, std::string>> columns;
  Place place;  // where it is written
};

/// An alias found in a text.
struct RegisterMatch {
  std::uint32_t entry = 0;
  std::uint32_t length = 0;  // tokens
  bool ambiguous = false;    // also a common word ("Sun", "Time"): take it only with capital letters and other evidence
};

class Register {
 public:
  [[nodiscard]] std::span<const RegisterEntry> entries() const { return entries_; }
  [[nodiscard]] const RegisterEntry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::optional<std::uint32_t> by_id(std::string_view id) const;
  [[nodiscard]] std::optional<std::uint32_t> by_account(std::string_view account) const;
  [[nodiscard]] std::optional<std::uint32_t> by_domain(std::string_view host) const;
  [[nodiscard]] const Grader& judge(std::uint32_t index) const { return judges_[index]; }
  [[nodiscard]] std::span<const Judgement> judgements() const { return judgements_; }
  /// The judgement on an outlet of one of these domains (a parent's holds for its subdomains) or names, if there is
  /// one; letters' case does not matter. Index into judgements().
  [[nodiscard]] std::optional<std::uint32_t> judgement(std::span<const std::string> domains,
                                                       std::span<const std::string> names) const;
  /// The longest alias that starts at words[0]. Letters' case is the caller's to check.
  [[nodiscard]] std::optional<RegisterMatch> find(std::span<const WordId> words) const;

 private:
  friend class RegisterBuilder;  // rules/load_register.cc
  friend struct PackFields;      // rules/pack_fields.h
  struct Node {
    WordId word = kUnknownWord;
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    std::uint32_t entry = kNoEntry;
    bool ambiguous = false;
  };
  static constexpr std::uint32_t kNoEntry = 0xffffffffU;
  std::vector<RegisterEntry> entries_;
  std::vector<Node> nodes_;                // [0] is the root; children are runs sorted by word
  std::vector<std::uint32_t> root_index_;  // by WordId: child of the root, or kNoEntry: most words stop here
  using Key = std::pair<std::string, std::uint32_t>;
  std::vector<Key> ids_;        // sorted, with the entry's index
  std::vector<Key> accounts_;   // sorted, lower case without @
  std::vector<Key> domains_;    // sorted, lower case
  std::vector<Grader> judges_;  // one per register file that judges
  std::vector<Judgement> judgements_;
  std::vector<Key> judged_names_;    // sorted, lower case, with the judgement's index
  std::vector<Key> judged_domains_;  // sorted, lower case
};

}  // namespace hearsay
