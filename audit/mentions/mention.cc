// Names of the source kinds, in the enum's order.
#include "mentions/mention.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {
constexpr std::array<std::string_view, kSourceKindCount> kNames = {
    "named-person",  "named-organisation", "document", "media",    "unnamed-person",
    "unnamed-group", "collective",         "author",   "unstated", "other"};
}  // namespace

std::string_view source_kind_name(SourceKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

SourceKind source_kind_named(std::string_view name) {
  const auto* at = std::find(kNames.begin(), kNames.end(), name);
  return at == kNames.end() ? SourceKind::other : static_cast<SourceKind>(at - kNames.begin());
}

Gender gender_named(std::string_view name) {
  if (name == "male") return Gender::male;
  if (name == "female") return Gender::female;
  if (name == "neuter") return Gender::neuter;
  return Gender::unknown;
}

const House* house_at(const Mentions& mentions, std::uint32_t token) {
  const auto at = std::lower_bound(mentions.houses.begin(), mentions.houses.end(), token,
                                   [](const House& house, std::uint32_t t) { return house.whole.begin < t; });
  return at != mentions.houses.end() && at->whole.begin == token ? &*at : nullptr;
}

bool is_house(const Mentions& mentions, TokenRange name) {
  const auto at = std::lower_bound(mentions.houses.begin(), mentions.houses.end(), name.begin,
                                   [](const House& house, std::uint32_t t) { return house.whole.end <= t; });
  return at != mentions.houses.end() && at->name == name;
}

const House* house_before(const Mentions& mentions, std::uint32_t token) {
  auto at = std::lower_bound(mentions.houses.begin(), mentions.houses.end(), token,
                             [](const House& house, std::uint32_t t) { return house.whole.begin < t; });
  if (at == mentions.houses.begin()) return nullptr;
  --at;
  return at->whole.end == token ? &*at : nullptr;
}

}  // namespace hearsay
