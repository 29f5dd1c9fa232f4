// read_toml(): toml++ reads the record.
#include <toml++/toml.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "document/text/front_matter_fields.h"

namespace hearsay {
namespace {

class TomlFields {
 public:
  TomlFields(std::string_view record, std::size_t base, FrontMatter& matter)
      : record_(record), base_(base), matter_(matter) {}

  void read(const toml::table& root) {
    for (const auto& [key, value] : root) add(lower(key.str()), value);
  }

 private:
  void add(const std::string& key, const toml::node& value) {
    if (const toml::array* list = value.as_array()) {
      for (const toml::node& item : *list) add_one(key, item);
    } else {
      add_one(key, value);
    }
  }

  void add_one(const std::string& key, const toml::node& value) {
    if (const auto* words = value.as_string()) {
      give_field(matter_, key, trim(words->get()), place_of(value, words->get()));
    } else if (value.is_date() || value.is_date_time()) {
      const std::size_t at = offset_of(value.source().begin);
      const std::size_t end = std::min(offset_of(value.source().end), record_.size());
      if (at < end) give_field(matter_, key, trim(record_.substr(at, end - at)), base_ + at);
    } else if (const toml::table* fields = value.as_table()) {
      if (const toml::node* name = fields->get("name"); name != nullptr && name->is_string()) add_one(key, *name);
    }
  }

  /// The byte of a line and column, which count from 1; columns count code points.
  [[nodiscard]] std::size_t offset_of(const toml::source_position& position) const {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < position.line && at < record_.size(); ++line) {
      const std::size_t end = record_.find('\n', at);
      at = end == std::string_view::npos ? record_.size() : end + 1;
    }
    for (toml::source_index column = 1; column < position.column && at < record_.size(); ++column) {
      do ++at;
      while (at < record_.size() && (static_cast<unsigned char>(record_[at]) & 0xC0U) == 0x80U);
    }
    return at;
  }

  /// Where the first word of a value in quotation marks stands.
  [[nodiscard]] std::size_t place_of(const toml::node& value, std::string_view words) const {
    const std::size_t mark = offset_of(value.source().begin);
    words = trim(words);
    const std::size_t at = record_.find(words.substr(0, words.find_first_of(" \n")), mark);
    return base_ + (at == std::string_view::npos ? mark : at);
  }

  std::string_view record_;
  std::size_t base_;
  FrontMatter& matter_;
};

bool read_table(std::string_view record, std::size_t base, FrontMatter& matter) {
  try {
    TomlFields(record, base, matter).read(toml::parse(record));
    return true;
  } catch (const toml::parse_error&) {
    return false;
  }
}

}  // namespace

void read_toml(std::string_view record, std::size_t base, FrontMatter& matter) {
  FrontMatter whole;
  if (read_table(record, base, whole)) {
    matter = std::move(whole);
    return;
  }
  for (const std::string_view entry : cut_entries(record))
    read_table(entry, base + static_cast<std::size_t>(entry.data() - record.data()), matter);
}

}  // namespace hearsay
