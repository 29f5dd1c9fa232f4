// Reading JSON whose fields may be missing or of any type: what is not as expected is as if it were not there.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace hearsay {

using Json = nlohmann::json;

inline constexpr int kDeepestJson = 200;  // brackets; what a page holds and is deeper is not parsed

/// A discarded value (is_discarded()) where the text is no JSON. Never throws.
[[nodiscard]] inline Json parse_json(std::string_view text) {
  return Json::parse(text.begin(), text.end(), nullptr, false);
}

/// The field of an object; null where it is none or has no such field.
[[nodiscard]] inline const Json& field(const Json& object, std::string_view key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(std::string(key));
  return found == object.end() ? kNull : *found;
}

/// The words of the first of these fields that is a string with words; "" if none is.
[[nodiscard]] inline std::string text_at(const Json& object, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const Json& value = field(object, key);
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
  }
  return {};
}

}  // namespace hearsay
