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

struct RegisterEntry {
  std::string id;    // unique over all registers
  std::string name;  // the canonical name
  RegisterKind kind = RegisterKind::organisation;
  std::vector<std::string> aliases;  // besides the name
  std::string affiliation;           // id of another entry, or ""
  std::string country;               // ISO 3166 alpha-2, or ""
  char reliability = 'F';            // Admiralty A–F
  std::string medium;                // of a platform: "tweet", "social-media"; of others ""
  std::string valid_from;            // ISO date or ""
  std::string valid_to;
  std::vector<std::string> accounts;  // "@name"
  std::vector<std::string> domains;   // "example.org"
  Place place;                        // where it is written
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
  /// The longest alias that starts at words[0]. Letters' case is the caller's to check.
  [[nodiscard]] std::optional<RegisterMatch> find(std::span<const WordId> words) const;

 private:
  friend class RegisterBuilder;  // rules/load_register.cc
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
  std::vector<Key> ids_;       // sorted, with the entry's index
  std::vector<Key> accounts_;  // sorted, lower case without @
  std::vector<Key> domains_;   // sorted, lower case
};

}  // namespace hearsay
