// read_yaml(): yaml-cpp reads the record; the walk goes two levels down, so that aliases and depth cost nothing.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "document/text/front_matter_fields.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostListItems = 64;  // authors; more are a mistake

class YamlFields {
 public:
  YamlFields(std::string_view record, std::size_t base, FrontMatter& matter)
      : record_(record), base_(base), matter_(matter) {}

  void read(const YAML::Node& root) {
    if (!root.IsMap()) return;
    for (const auto& field : root) {
      if (field.first.IsScalar()) add(lower(field.first.Scalar()), field.second);
    }
  }

 private:
  void add(const std::string& key, const YAML::Node& value) {
    if (value.IsSequence()) {
      for (std::size_t i = 0; i < std::min(value.size(), kMostListItems); ++i) add_one(key, value[i]);
    } else {
      add_one(key, value);
    }
  }

  void add_one(const std::string& key, const YAML::Node& value) {
    if (value.IsScalar()) {
      give_field(matter_, key, trim(value.Scalar()), place_of(value));
    } else if (value.IsMap()) {
      for (const auto& field : value) {
        if (field.first.IsScalar() && field.second.IsScalar() && lower(field.first.Scalar()) == "name")
          give_field(matter_, key, trim(field.second.Scalar()), place_of(field.second));
      }
    }
  }

  /// Where the first word of the value stands: its mark is at a quotation mark or at the ">" of a folded text.
  [[nodiscard]] std::size_t place_of(const YAML::Node& value) const {
    const std::size_t mark = value.Mark().is_null() ? 0 : static_cast<std::size_t>(std::max(0, value.Mark().pos));
    const std::string_view words = trim(value.Scalar());
    const std::size_t at = record_.find(words.substr(0, words.find_first_of(" \n")), std::min(mark, record_.size()));
    return base_ + (at == std::string_view::npos ? std::min(mark, record_.size()) : at);
  }

  std::string_view record_;
  std::size_t base_;
  FrontMatter& matter_;
};

bool read_whole(std::string_view record, std::size_t base, FrontMatter& matter) {
  try {
    YamlFields(record, base, matter).read(YAML::Load(std::string(record)));
    return true;
  } catch (const YAML::Exception&) {
    return false;
  }
}

/// "title: Dam: the vote": all behind the first colon.
void read_plain(std::string_view entry, std::size_t base, FrontMatter& matter) {
  const std::string_view line = entry.substr(0, entry.find('\n'));
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos) return;
  const std::string_view value = trim(line.substr(colon + 2));
  give_field(matter, lower(trim(line.substr(0, colon))), value,
             base + static_cast<std::size_t>(value.data() - entry.data()));
}

}  // namespace

void read_yaml(std::string_view record, std::size_t base, FrontMatter& matter) {
  FrontMatter whole;
  if (read_whole(record, base, whole)) {
    matter = std::move(whole);
    return;
  }
  for (const std::string_view entry : cut_entries(record)) {
    const std::size_t at = base + static_cast<std::size_t>(entry.data() - record.data());
    if (!read_whole(entry, at, matter)) read_plain(entry, at, matter);
  }
}

std::vector<std::string_view> cut_entries(std::string_view record) {
  std::vector<std::string_view> entries;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < record.size();) {
    const std::size_t end = std::min(record.find('\n', at), record.size());
    const std::string_view line = record.substr(at, end - at);
    const bool goes_on = line.empty() || std::string_view(" \t-]}").find(line.front()) != std::string_view::npos;
    if (!goes_on && at > begin) {
      entries.push_back(record.substr(begin, at - begin));
      begin = at;
    }
    at = end + 1;
  }
  if (begin < record.size()) entries.push_back(record.substr(begin));
  return entries;
}

}  // namespace hearsay
