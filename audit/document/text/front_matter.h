// The record in front of a Markdown draft: YAML between ---, TOML between +++, or a JSON object. Tolerant, and only of
// the keys that newsrooms' drafts use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Strings as written, without quotes; "" = not given.
struct FrontMatter {
  std::uint32_t size = 0;      // bytes with both fences; 0: there is none
  std::uint32_t title_at = 0;  // byte at which the title's value begins
  std::uint32_t deck_at = 0;
  std::string title;
  std::string deck;                  // dek, subhed, standfirst
  std::vector<std::string> authors;  // names; of maps their `name`
  std::string published;
  std::string url;
  std::string outlet;
  std::string language;
};

[[nodiscard]] FrontMatter read_front_matter(std::string_view text);

}  // namespace hearsay
