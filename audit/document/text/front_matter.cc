// read_front_matter(): one pass over its lines. A key without indent begins a value; what is indented below it, or
// stands in a list below it, belongs to it. JSON goes through a parser and the same keys.
#include "document/text/front_matter.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
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

// `at` is where the value stands.
void set_value(FrontMatter& matter, std::string_view key, std::string_view value, std::size_t at) {
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

// Without quotes around it or a comment behind it.
std::string_view scalar(std::string_view value) {
  value = trim(value);
  if (value.empty()) return value;
  const char quote = value.front();
  if (quote == '"' || quote == '\'') {
    const std::size_t end = value.find(quote, 1);
    return end == std::string_view::npos ? value.substr(1) : value.substr(1, end - 1);
  }
  if (value.starts_with('#')) return {};
  if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos)
    value = trim(value.substr(0, comment));
  return value == "null" || value == "~" ? std::string_view() : value;
}

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, char separator)
      : text_(text), at_(begin), end_(end), separator_(separator) {}

  FrontMatter read() {
    while (at_ < end_) {
      const std::size_t stop = std::min(text_.find('\n', at_), end_);
      read_line(text_.substr(at_, stop - at_));
      at_ = stop + 1;
    }
    flush();
    return std::move(matter_);
  }

 private:
  [[nodiscard]] std::size_t place(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }

  void read_line(std::string_view line) {
    const std::string_view words = trim(line);
    if (words.empty() || words.front() == '#') return;
    if (separator_ == '=' && words.front() == '[') {  // [[authors]]
      flush();
      table_ = lower(words.substr(words.find_first_not_of('['), words.find(']') - words.find_first_not_of('[')));
      return;
    }
    const bool indented = line.front() == ' ' || line.front() == '\t';
    if (words.starts_with("- ") && separator_ == ':') return add_item(trim(words.substr(2)));
    const std::size_t cut = words.find(separator_);
    if (indented && separator_ == ':') return go_on(words, cut);
    if (open_list_) return add_list(words);
    if (cut == std::string_view::npos) return;
    flush();
    key_ = lower(scalar(words.substr(0, cut)));
    if (!table_.empty()) key_ = key_ == "name" ? table_ : "";
    const std::string_view value = trim(words.substr(cut + 1));
    if (value.starts_with('[')) return add_list(value.substr(1));
    block_ = separator_ == ':' && !value.empty() && (value.front() == '>' || value.front() == '|');
    if (block_) return;
    const std::string_view plain = scalar(value);
    if (!plain.empty()) set_value(matter_, key_, plain, place(plain));
  }

  // Below a key: more of a folded text, or a field of a map.
  void go_on(std::string_view words, std::size_t cut) {
    if (block_) {
      if (folded_.empty()) folded_at_ = place(words);
      folded_ += (folded_.empty() ? "" : " ") + std::string(words);
    } else if (cut != std::string_view::npos && lower(trim(words.substr(0, cut))) == "name") {
      const std::string_view name = scalar(words.substr(cut + 1));
      if (!name.empty()) set_value(matter_, key_, name, place(name));
    }
  }

  void add_item(std::string_view item) {
    const std::size_t cut = item.find(": ");
    if (cut != std::string_view::npos && item.front() != '"' && item.front() != '\'') {
      if (lower(item.substr(0, cut)) != "name") return;
      item = item.substr(cut + 2);
    }
    item = scalar(item);
    if (!item.empty()) set_value(matter_, key_, item, place(item));
  }

  // "a, b]", over several lines where the bracket is not closed.
  void add_list(std::string_view rest) {
    const std::size_t close = rest.find(']');
    open_list_ = close == std::string_view::npos;
    rest = rest.substr(0, close);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string_view item = scalar(rest.substr(0, end));
      if (!item.empty()) set_value(matter_, key_, item, place(item));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void flush() {
    if (!folded_.empty()) set_value(matter_, key_, folded_, folded_at_);
    folded_.clear();
    block_ = false;
    open_list_ = false;
  }

  std::string_view text_;
  std::size_t at_, end_;
  char separator_;
  FrontMatter matter_;
  std::string key_, table_, folded_;
  std::size_t folded_at_ = 0;
  bool block_ = false;
  bool open_list_ = false;
};

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
    set_value(matter, key, value.get_ref<const std::string&>(), at);
  } else if (value.is_array()) {
    for (const Json& item : value) {
      if (!item.is_array()) add_json(matter, key, item, at);
    }
  } else if (value.is_object() && value.contains("name") && value["name"].is_string()) {
    set_value(matter, key, value["name"].get_ref<const std::string&>(), at);
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
      FrontMatter matter = LineReader(text, first + 1, at, toml ? '=' : ':').read();
      const std::string_view keys = text.substr(first + 1, at - first - 1);
      // Two rules of dashes with prose between are no record.
      if (keys.find(toml ? '=' : ':') == std::string_view::npos && !trim(keys).empty()) return {};
      matter.size = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
      return matter;
    }
    at = end + 1;
  }
  return {};
}

}  // namespace hearsay
