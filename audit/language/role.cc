// Names are made from the enumerators once, with - for _.
#include "language/role.h"

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

template <std::size_t kCount>
std::array<std::string, kCount> with_hyphens(const std::array<std::string_view, kCount>& names) {
  std::array<std::string, kCount> made;
  for (std::size_t i = 0; i < kCount; ++i) {
    made[i] = names[i];
    std::replace(made[i].begin(), made[i].end(), '_', '-');
  }
  return made;
}

const std::array<std::string, kRoleCount>& role_names() {
  static const std::array<std::string, kRoleCount> names = with_hyphens<kRoleCount>({
#define HEARSAY_ONE(name) #name,
      HEARSAY_ROLES(HEARSAY_ONE)
#undef HEARSAY_ONE
  });
  return names;
}

const std::array<std::string, kEndingCount>& ending_names() {
  static const std::array<std::string, kEndingCount> names = with_hyphens<kEndingCount>({
#define HEARSAY_ONE(name) #name,
      HEARSAY_ENDINGS(HEARSAY_ONE)
#undef HEARSAY_ONE
  });
  return names;
}

template <typename Value, std::size_t kCount>
std::optional<Value> find_name(const std::array<std::string, kCount>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view role_name(Role role) {
  return role_names()[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
  return find_name<Role>(role_names(), name);
}

std::string_view ending_name(WordEnding ending) {
  return ending_names()[static_cast<std::size_t>(ending)];
}

std::optional<WordEnding> ending_named(std::string_view name) {
  return find_name<WordEnding>(ending_names(), name);
}

}  // namespace hearsay
