// Names are made from the enumerators once, with - for _.
#include "language/role.h"

#include <string>

#include "language/role_names.h"

namespace hearsay {
namespace {

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
