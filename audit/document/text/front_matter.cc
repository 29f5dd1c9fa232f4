// read_front_matter(): find the fences, hand what is between them to the reader of its syntax. All three give the same
// keys to give_field().
#include "document/text/front_matter.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/text/front_matter_fields.h"
#include "document/wire/json_fields.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRecordBytes = 64U << 10U;  // of a record; a longer one is text

constexpr std::array<std::string_view, 2> kTitleKeys = {"title", "headline"};
constexpr std::array<std::string_view, 5> kDeckKeys = {"dek", "deck", "subhed", "standfirst", "subtitle"};
constexpr std::array<std::string_view, 3> kAuthorsKeys = {"author", "authors", "byline"};
constexpr std::array<std::string_view, 4> kPublishedKeys = {"date", "published", "pubdate", "lastmod"};
constexpr std::array<std::string_view, 4> kUrlKeys = {"canonical_url", "canonical", "source", "link"};
constexpr std::array<std::string_view, 3> kOutletKeys = {"publication", "publisher", "outlet"};
constexpr std::array<std::string_view, 3> kLanguageKeys = {"lang", "language", "locale"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

void give_field(FrontMatter& matter, std::string_view key, std::string_view value, std::size_t at) {
  if (value.empty()) return;
  const auto give = [&](std::string& field) {
    if (!field.empty()) return false;
    field = value;
    return true;
  };
  if (one_of(kTitleKeys, key)) {
    if (give(matter.title)) matter.title_at = static_cast<std::uint32_t>(at);
  } else if (one_of(kDeckKeys, key)) {
    if (give(matter.deck)) matter.deck_at = static_cast<std::uint32_t>(at);
  } else if (one_of(kAuthorsKeys, key)) {
    matter.authors.emplace_back(value);
  } else if (one_of(kPublishedKeys, key)) {
    give(matter.published);
  } else if (one_of(kUrlKeys, key)) {
    if (value.find("://") != std::string_view::npos) give(matter.url);
  } else if (one_of(kOutletKeys, key)) {
    give(matter.outlet);
  } else if (one_of(kLanguageKeys, key)) {
    give(matter.language);
  }
}

namespace {

// The end of the object that begins the text, or 0.
std::size_t object_end(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size() && i < kMostRecordBytes; ++i) {
    if (quoted) {
      if (text[i] == '\\')
        ++i;
      else if (text[i] == '"')
        quoted = false;
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == '{' || text[i] == '[') {
      ++depth;
    } else if ((text[i] == '}' || text[i] == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

void add_json(FrontMatter& matter, const std::string& key, const Json& value, std::size_t at) {
  if (value.is_string()) {
    give_field(matter, key, value.get_ref<const std::string&>(), at);
  } else if (value.is_array()) {
    for (const Json& item : value) {
      if (!item.is_array()) add_json(matter, key, item, at);
    }
  } else if (value.is_object() && value.contains("name") && value["name"].is_string()) {
    give_field(matter, key, value["name"].get_ref<const std::string&>(), at);
  }
}

FrontMatter read_object(std::string_view text) {
  FrontMatter matter;
  const std::size_t end = object_end(text);
  // An object that is the whole file is a record, not what stands in front of a text.
  if (end == 0 || trim(text.substr(end)).empty()) return matter;
  const Json record = Json::parse(text.substr(0, end), nullptr, false);
  if (!record.is_object()) return matter;
  for (const auto& [name, value] : record.items()) {
    const std::size_t at = text.find('"' + name + '"');
    add_json(matter, lower(name), value, at == std::string_view::npos ? 0 : at);
  }
  if (!matter.title.empty()) matter.size = static_cast<std::uint32_t>(end);
  return matter;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  if (text.starts_with('{')) return read_object(text);
  const bool toml = text.starts_with("+++");
  if (!toml && !text.starts_with("---")) return {};
  const std::string_view fence = text.substr(0, 3);
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos || !trim(text.substr(3, first - 3)).empty()) return {};
  for (std::size_t at = first + 1; at < text.size() && at < kMostRecordBytes;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    if (line == fence || (!toml && line == "...")) {
      const std::string_view record = text.substr(first + 1, at - first - 1);
      // Two rules of dashes with prose between are no record.
      if (record.find(toml ? '=' : ':') == std::string_view::npos && !trim(record).empty()) return {};
      FrontMatter matter;
      if (toml)
        read_toml(record, first + 1, matter);
      else
        read_yaml(record, first + 1, matter);
      matter.size = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
      return matter;
    }
    at = end + 1;
  }
  return {};
}

}  // namespace hearsay
