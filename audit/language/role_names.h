// Names of enumerators as the files of packs write them: "before-month" for before_month.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

template <std::size_t kCount>
[[nodiscard]] std::array<std::string, kCount> with_hyphens(const std::array<std::string_view, kCount>& names) {
  std::array<std::string, kCount> made;
  for (std::size_t i = 0; i < kCount; ++i) {
    made[i] = names[i];
    std::replace(made[i].begin(), made[i].end(), '_', '-');
  }
  return made;
}

/// The enumerator of a name, by its place.
template <typename Value, std::size_t kCount>
[[nodiscard]] std::optional<Value> find_name(const std::array<std::string, kCount>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace hearsay
