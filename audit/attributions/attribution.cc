// Names of the enums, in their order.
#include "attributions/attribution.h"

#include <array>

namespace hearsay {
namespace {
constexpr std::array<std::string_view, 3> kTypes = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, kMediumCount> kMedia = {
    "",      "interview", "statement", "tweet",     "social-media", "speech", "press-conference",
    "email", "phone",     "document",  "broadcast", "testimony",    "debate", "rally"};
constexpr std::array<std::string_view, kStanceCount> kStances = {
    "neutral", "support", "doubt", "deny", "refuse", "ask", "belief", "intention", "criticism", "demand", "evidence"};

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return i;
  }
  return 0;
}
}  // namespace

std::string_view attribution_type_name(AttributionType type) {
  return kTypes[static_cast<std::size_t>(type)];
}
std::string_view medium_name(Medium medium) {
  return kMedia[static_cast<std::size_t>(medium)];
}
Medium medium_named(std::string_view name) {
  return static_cast<Medium>(index_of(kMedia, name));
}
std::string_view stance_name(Stance stance) {
  return kStances[static_cast<std::size_t>(stance)];
}
Stance stance_named(std::string_view name) {
  return static_cast<Stance>(index_of(kStances, name));
}

}  // namespace hearsay
