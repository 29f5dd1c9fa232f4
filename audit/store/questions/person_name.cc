// Entry: person_name. Which first names are short for which stands in the pack's short_names.tsv: short, tab, long ones
// by comma.
#include "store/questions/person_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "store/assets.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 8> kSuffixes = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "esq."};

/// "j.", "j", "h.w."
bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 8) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((i % 2 == 1) != (word[i] == '.')) return false;
  }
  return true;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {
    {{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}, {"(", ")"}}};

/// "bill" of “bill”, (bill); "": it is not marked so.
std::string_view within_marks(std::string_view word) {
  for (const auto& [open, close] : kMarks) {
    if (word.size() > open.size() + close.size() && word.starts_with(open) && word.ends_with(close))
      return word.substr(open.size(), word.size() - open.size() - close.size());
  }
  return {};
}

std::vector<std::string> words_in(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    std::string_view word = key.substr(0, end);
    key.remove_prefix(std::min(end + 1, key.size()));
    while (word.ends_with(',')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

using LongNames = std::multimap<std::string, std::string, std::less<>>;  // by the short one

LongNames read_long_names() {
  LongNames names;
  for (std::string_view rest = short_names_tsv(); !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    for (std::string_view of = line.substr(tab + 1); !of.empty();) {
      const std::size_t comma = std::min(of.find(','), of.size());
      names.emplace(line.substr(0, tab), of.substr(0, comma));
      of.remove_prefix(std::min(comma + 1, of.size()));
    }
  }
  return names;
}

std::vector<std::string_view> long_names(std::string_view first) {
  static const LongNames kShortNames = read_long_names();
  std::vector<std::string_view> all{first};
  const auto [begin, end] = kShortNames.equal_range(first);
  for (auto at = begin; at != end; ++at) all.emplace_back(at->second);
  return all;
}

}  // namespace

KeyedName person_name(std::string_view key) {
  std::vector<std::string> words = words_in(key);
  KeyedName name;
  while (words.size() > 1 && std::find(kSuffixes.begin(), kSuffixes.end(), words.back()) != kSuffixes.end()) {
    name.suffix = words.back().ends_with("r") ? words.back() + '.' : words.back();
    words.pop_back();
  }
  if (words.empty()) return name;
  name.last = words.back();
  words.pop_back();
  if (words.empty()) return name;
  name.first = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (const std::string_view called = within_marks(words[i]); !called.empty()) {
      name.called = called;
      continue;
    }
    if (!is_initials(words[i])) {
      name.middle.push_back(words[i]);
      continue;
    }
    for (const char letter : words[i]) {
      if (letter != '.') name.middle.push_back({letter, '.'});
    }
  }
  return name;
}

std::string initials_of(const std::vector<std::string>& middle) {
  std::string initials;
  for (const std::string& word : middle) initials += {word.front(), '.'};
  return initials;
}

bool same_middle(const KeyedName& one, const KeyedName& other) {
  if (one.middle.empty() || other.middle.empty()) return true;
  if (one.middle.size() != other.middle.size()) return false;
  for (std::size_t i = 0; i < one.middle.size(); ++i) {
    const std::string& a = one.middle[i];
    const std::string& b = other.middle[i];
    const bool in_full = a.size() > 2 && b.size() > 2;
    if (in_full ? a != b : a.front() != b.front()) return false;
  }
  return true;
}

bool same_first(std::string_view one, std::string_view other) {
  if (one == other) return true;
  const std::vector<std::string_view> mine = long_names(one);
  const std::vector<std::string_view> theirs = long_names(other);
  return std::any_of(mine.begin(), mine.end(), [&](std::string_view name) {
    return std::find(theirs.begin(), theirs.end(), name) != theirs.end();
  });
}

bool same_given(const KeyedName& one, const KeyedName& other) {
  return same_first(one.first, other.first) || (!one.called.empty() && same_first(one.called, other.first)) ||
         (!other.called.empty() && same_first(other.called, one.first));
}

}  // namespace hearsay
