// The noun phrases of an article, each with what kind of source it could be. Whether it is one is decided later.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

/// What a source is. `other` is a phrase that is no source by itself: a thing, a time, a
/// place.
enum class SourceKind : std::uint8_t {
  named_person,
  named_organisation,
  document,
  media,
  unnamed_person,
  unnamed_group,
  collective,
  author,
  unstated,
  other,
};
inline constexpr std::size_t kSourceKindCount = 10;
/// "named-person" …
[[nodiscard]] std::string_view source_kind_name(SourceKind kind);
[[nodiscard]] SourceKind source_kind_named(std::string_view name);  // `other` where unknown

enum class Gender : std::uint8_t { unknown, male, female, neuter };
/// "male", "female", "neuter"; unknown for any other word.
[[nodiscard]] Gender gender_named(std::string_view name);
enum class GrammaticalNumber : std::uint8_t { unknown, singular, plural };

struct Mention {
  TokenRange range;  // whole: determiner, titles, of-phrases, apposition or relative clause, its closing comma left out
  TokenRange core;   // the base phrase: determiner … head; for "Asif Rana, the envoy," the name with its titles
  TokenRange name;   // the proper name without titles: "Asif Rana"; empty where there is none
  TokenRange role;   // words that say what he, she or it is: "special envoy", "the envoy"; may lie in an apposition
  TokenRange affiliation;  // "the Harbour Ministry" of "the Harbour Ministry's spokesman"; empty where there is none
  TokenRange lead;         // "Ana Ruiz" of "researchers led by Ana Ruiz"; empty where nobody is named so
  TokenRange count;        // "two", "several" of "two officials"
  std::uint32_t head = 0;  // token
  SourceKind kind = SourceKind::other;
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  std::uint8_t person = 3;               // grammatical: 1 for I and we
  bool pronoun = false;                  // he, she, they, I, who …
  bool relative = false;                 // who, which, that
  bool possessive = false;               // his, her, X's
  bool definite = false;                 // the, this, his …
  bool compound = false;                 // "X and Y": parts are mentions of their own
  bool comma_after = false;              // a comma closes its apposition or relative clause
  std::uint32_t register_entry = kNone;  // index into Register::entries

  /// "one of the villagers": no more is told of them than of the villagers.
  [[nodiscard]] bool part_of_group() const { return !count.empty() && count == core && role.begin > core.end; }
};

/// A newspaper, station or programme where one is expected (mentions/houses.h).
struct House {
  TokenRange name;   // "CNN", "Morning Table", "The Verge"
  TokenRange whole;  // with its article, its quotation marks, and what is its: "CNN's “Morning Table”"
};

/// All noun phrases in order of their core's begin; compounds come before their parts.
struct Mentions {
  std::vector<Mention> all;
  // By token position t in [0, tokens.size()]: an index into `all` or kNone.
  std::vector<std::uint32_t> ends_at;         // the mention with the longest `range` whose range.end == t
  std::vector<std::uint32_t> starts_at;       // the same with range.begin == t
  std::vector<std::uint32_t> core_ends_at;    // by core.end
  std::vector<std::uint32_t> core_starts_at;  // by core.begin
  std::vector<std::uint32_t> of_token;        // the mention (no compound) whose core holds token t
  std::vector<House> houses;                  // in text order; their names need be no mentions
};

/// The house whose `whole` begins at `token`, or ends there; null where none does. And whether one has
/// just this name.
[[nodiscard]] const House* house_at(const Mentions& mentions, std::uint32_t token);
[[nodiscard]] bool is_house(const Mentions& mentions, TokenRange name);
[[nodiscard]] const House* house_before(const Mentions& mentions, std::uint32_t token);

}  // namespace hearsay
