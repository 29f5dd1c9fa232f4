// What somebody meant who mistyped a name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// The known name from which the typed one differs least, in letters left out, put in, changed or swapped; "" where
/// none is near: more than a third of the letters, or two of them equally near. For short words in small tables.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> known);

/// "did you mean 'audit'? " or "".
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known);
/// By the rows of a table, of which `name` tells the name.
template <typename Rows, typename Name>
[[nodiscard]] std::string did_you_mean(std::string_view typed, const Rows& rows, const Name& name) {
  std::vector<std::string_view> known;
  known.reserve(std::size(rows));
  for (const auto& row : rows) known.emplace_back(std::invoke(name, row));
  return did_you_mean(typed, std::span<const std::string_view>(known));
}

}  // namespace hearsay
