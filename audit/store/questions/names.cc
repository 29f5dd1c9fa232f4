// Entry: near_names. Letters are compared as bytes of the folded names, which is near enough for a suggestion.
#include "store/questions/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

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
  std::string key = lower(trim(name));
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
  bool marked = false;
  for (std::size_t at = 0; at < name.size() && !marked;) {
    const CodePoint point = decode(name, at);
    marked = is_upper(point.value) || is_digit(point.value);
    at += std::max<std::uint32_t>(1, point.length);
  }
  return marked && std::find(kPronouns.begin(), kPronouns.end(), name_key(name)) == kPronouns.end();
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
