// Entry: same_source. Names are cut into folded words; the last ones must agree, or all of the shorter must be in the
// longer, or one is the initials of the other.
#include "trace/speaker.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

bool has_role(const LanguageWords& language, const std::string& word, Role role) {
  return language.closed.has(word, role);
}

std::vector<std::string> words_of(std::string_view name, const LanguageWords& language) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    if (point.length == 0) break;
    if (is_letter(point.value) || is_digit(point.value)) {
      append_lower(words.back(), name.substr(at, point.length));
    } else if (point.value != '\'' && point.value != '.' && point.value != 0x2019 && !words.back().empty()) {
      words.emplace_back();
    }
    at += point.length;
  }
  std::erase_if(words, [&](const std::string& word) {
    return word.empty() || has_role(language, word, Role::not_in_source_name);
  });
  return words;
}

bool is_initials(const std::vector<std::string>& shorter, const std::vector<std::string>& longer,
                 const LanguageWords& language) {
  if (shorter.size() != 1 || longer.size() < 2) return false;
  std::string initials;
  for (const std::string& word : longer) {
    if (!has_role(language, word, Role::not_in_initials)) initials += word.front();
  }
  return initials == shorter.front();
}

}  // namespace

SameSource same_source(std::string_view left, std::string_view right, const LanguageWords& language) {
  if (left.empty() || right.empty()) return SameSource::unknown;
  if (left == right) return SameSource::yes;
  std::vector<std::string> a = words_of(left, language), b = words_of(right, language);
  if (a.empty() || b.empty()) return SameSource::unknown;
  if (a.size() > b.size()) std::swap(a, b);
  if (is_initials(a, b, language)) return SameSource::yes;
  const bool within = std::all_of(
      a.begin(), a.end(), [&](const std::string& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
  if (within) return SameSource::yes;
  const bool family = a.back() == b.back() && a.size() > 1 && a.front().front() == b.front().front();
  return family ? SameSource::yes : SameSource::no;
}

}  // namespace hearsay
