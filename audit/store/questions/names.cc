// Entry: near_names. Letters are compared as bytes of the folded names, which is near enough for a suggestion.
#include "store/questions/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/plain_letters.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBytes = 120;  // of a name, when it is compared
constexpr std::size_t kShown = 5;
constexpr std::array<std::string_view, 16> kAddress = {"the ",  "mr. ",   "mr ",  "mrs. ", "mrs ",  "ms. ",
                                                       "ms ",   "dr. ",   "dr ",  "sen. ", "rep. ", "gov. ",
                                                       "gen. ", "prof. ", "lt. ", "sir "};
constexpr std::array<std::string_view, 24> kPronouns = {
    "i",    "he",    "him", "his",  "she", "her", "it",   "its",  "we",    "us",    "our",    "they",
    "them", "their", "you", "your", "who", "one", "this", "that", "these", "those", "others", "both"};

// What stands before something that is not meant by its name.
constexpr std::array<std::string_view, 43> kIndefinite = {
    "a",     "an",    "some",    "several", "other",    "others", "many",    "most",    "any",      "no",   "each",
    "every", "both",  "another", "its",     "his",      "her",    "their",   "our",     "my",       "your", "this",
    "that",  "these", "those",   "nobody",  "somebody", "anyone", "someone", "anybody", "all",      "few",  "such",
    "one",   "two",   "three",   "four",    "five",     "half",   "dozens",  "more",    "everyone", "none"};
// Words of which the capital may be that of a sentence: what follows decides.
constexpr std::array<std::string_view, 5> kNumerals = {"one", "two", "three", "four", "five"};
constexpr std::array<std::string_view, 5> kBetween = {", and ", ", ", " and ", " & ", "; "};
constexpr std::size_t kLongestLink = 4;   // letters of "of", "van", "with": small words that names may hold
constexpr std::size_t kLongestShort = 5;  // letters of "Sept."

/// Whether there is a capital or a digit from `at` on.
bool has_capital(std::string_view name, std::size_t at = 0) {
  while (at < name.size()) {
    const CodePoint point = decode(name, at);
    if (is_upper(point.value) || is_digit(point.value)) return true;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return false;
}

bool is_fragment(std::string_view name) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    letters += is_letter(point.value) || is_digit(point.value) ? 1U : 0U;
    at += std::max<std::uint32_t>(1, point.length);
  }
  if (letters < 2) return true;
  return letters < kLongestShort && name.find('.') + 1 == name.size() && name.find(' ') == std::string_view::npos;
}

template <std::size_t n>
bool has(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = corner + (a[i] == b[j] ? 0U : 1U);
      corner = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, corner + 1});
    }
  }
  return row[b.size()];
}

bool holds_words(std::string_view name, std::string_view words) {
  return (' ' + std::string(name) + ' ').find(' ' + std::string(words) + ' ') != std::string::npos;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  const std::string letters = plain_letters(trim(name));
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint point = decode(letters, at);
    if (!is_space(point.value)) {
      key += letters.substr(at, point.length);
    } else if (!key.ends_with(' ')) {
      key += ' ';
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  for (std::size_t at = key.find("’"); at != std::string::npos; at = key.find("’", at)) key.replace(at, 3, "'");
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view address : kAddress) {
      if (key.size() <= address.size() || !key.starts_with(address)) continue;
      key.erase(0, address.size());
      again = true;
    }
  }
  if (key.size() > 2 && key.ends_with("'s")) key.resize(key.size() - 2);
  return key;
}

bool is_name(std::string_view name) {
  name = trim(name);
  const std::size_t space = name.find(' ');
  const std::string first = lower(name.substr(0, space));
  const std::string_view rest = space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
  if (first == "the" && !rest.empty()) return is_name(rest);
  if (has(kNumerals, first) ? !has_capital(rest) : has(kIndefinite, first)) return false;
  return has_capital(name) && !is_fragment(name) && !has(kPronouns, name_key(name));
}

bool is_name(std::string_view name, std::string_view kind) {
  if (kind == "document") {
    name = trim(name);
    const std::size_t space = std::min(name.find(' '), name.size());
    const std::string_view first = name.substr(0, space);
    if (has(kIndefinite, lower(first)) || !is_name(name)) return false;
    const bool whose = first.ends_with("'s") || first.ends_with("’s");
    return whose || has_capital(name, space) || has_capital(first.substr(std::min<std::size_t>(1, first.size())));
  }
  return (kind == "named-person" || kind == "named-organisation" || kind == "media") && is_name(name);
}

std::string_view bare_person(std::string_view name) {
  name = trim(name);
  // "Tim Jost, Washington University": unless a suffix follows.
  const std::size_t comma = name.find(", ");
  if (comma != std::string_view::npos && name.find(' ') < comma && name.size() - comma > 2 + kLongestShort)
    name = name.substr(0, comma);
  std::size_t begin = 0;
  std::size_t words = 0;  // from `begin` on
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const bool small = is_lower(decode(name, at).value) && end - at > kLongestLink && end < name.size();
    begin = small ? end + 1 : begin;
    words = small ? 0 : words + 1;
    at = end + 1;
  }
  if (words >= 2 && begin != 0) return name.substr(begin);
  // "like Ana Ruiz", but "van Dyck".
  const std::size_t space = std::min(name.find(' '), name.size());
  const bool small = is_lower(decode(name, 0).value) && name.find(' ', space + 1) != std::string_view::npos &&
                     is_upper(decode(name, space + 1).value);
  return small ? name.substr(space + 1) : name;
}

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  if (name.starts_with("both ") || name.starts_with("Both ")) name.remove_prefix(5);
  while (!name.empty()) {
    std::size_t end = name.size();
    std::size_t mark = 0;
    for (const std::string_view between : kBetween) {
      const std::size_t at = name.find(between);
      if (at < end) {
        end = at;
        mark = between.size();
      }
    }
    if (const std::string_view part = trim(name.substr(0, end)); !part.empty()) parts.push_back(part);
    name.remove_prefix(std::min(end + mark, name.size()));
  }
  return parts;
}

std::vector<std::string> bylines_of(const std::string& byline) {
  std::vector<std::string> names;
  std::string_view rest = byline;
  while (!rest.empty()) {
    std::size_t end = rest.size();
    std::size_t mark = 0;
    for (const std::string_view between : {", and ", ", ", " and ", " & ", "; "}) {
      const std::size_t at = rest.find(between);
      if (at < end) {
        end = at;
        mark = between.size();
      }
    }
    const std::string_view name = trim(rest.substr(0, end));
    if (name.find(' ') == std::string_view::npos) return {byline};
    names.emplace_back(name);
    rest.remove_prefix(std::min(end + mark, rest.size()));
  }
  return names;
}

std::vector<std::string> near_names(std::string_view wanted, const std::vector<std::string>& known) {
  const std::string key = name_key(wanted).substr(0, kMostBytes);
  std::vector<std::pair<std::size_t, const std::string*>> near;
  if (key.empty()) return {};
  for (const std::string& name : known) {
    const std::string other = name_key(name).substr(0, kMostBytes);
    if (other.empty()) continue;
    if (holds_words(other, key) || holds_words(key, other)) {
      near.emplace_back(0, &name);
      continue;
    }
    const std::size_t most = std::max<std::size_t>(1, std::max(key.size(), other.size()) / 4);
    const std::size_t lengths = std::max(key.size(), other.size()) - std::min(key.size(), other.size());
    if (lengths > most) continue;
    const std::size_t letters = distance(key, other);
    if (letters <= most) near.emplace_back(1 + letters, &name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [how_far, name] : near) {
    if (names.size() == kShown) break;
    if (std::find(names.begin(), names.end(), *name) == names.end()) names.push_back(*name);
  }
  return names;
}

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known, std::string_view otherwise) {
  const std::vector<std::string> names = near_names(wanted, known);
  if (names.empty()) return std::string(otherwise);
  return fmt::format("did you mean {}?", fmt::join(names, ", "));
}

}  // namespace hearsay
