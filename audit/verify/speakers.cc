#include "verify/speakers.h"

#include <algorithm>

#include "base/plain_letters.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

using NameWords = std::vector<std::string>;

/// Lower case, without marks of letters, cut at whatever is no letter.
NameWords name_words(std::string_view name) {
  NameWords words;
  const std::string plain = plain_letters(name);
  std::string word;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint c = decode(plain, at);
    if (c.length == 0) break;
    if (is_letter(c.value)) {
      word.append(plain, at, c.length);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    at += c.length;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool holds(const NameWords& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Without titles, offices and what labels a role alone.
NameWords without_roles(NameWords words, const LanguageWords& language) {
  std::erase_if(words, [&](const std::string& word) {
    return language.compared.has(word, Role::labels_a_role) || language.closed.has(word, Role::abbreviation_of_title) ||
           language.closed.has(word, Role::definite_article);
  });
  return words;
}

bool is_given(std::string_view label, const GivenSpeaker& given, const LanguageWords& language) {
  const NameWords all = name_words(label);
  const NameWords bare = without_roles(all, language);
  NameWords described = name_words(given.described);
  if (bare.empty()) {  // "THE MAYOR"
    const auto is_description = [&](const std::string& word) {
      return holds(described, word) && !language.closed.has(word, Role::definite_article);
    };
    return std::any_of(all.begin(), all.end(), is_description);
  }
  for (const std::string& name : given.names) {
    const NameWords words = without_roles(name_words(name), language);
    if (words.empty()) continue;
    if (holds(bare, words.back()) || holds(words, bare.back())) return true;
    // "REYES, ANA"
    if (bare.size() == 2 && holds(words, bare.front()) && label.find(',') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

SpeakerMatch match_speaker(std::string_view label, const std::vector<std::string>& labels, const GivenSpeaker& given,
                           const LanguageWords& language) {
  if (label.empty() || given.names.empty()) return SpeakerMatch::unknown;
  if (is_given(label, given, language)) return SpeakerMatch::same;
  if (!without_roles(name_words(label), language).empty()) return SpeakerMatch::other;
  const bool elsewhere = std::any_of(labels.begin(), labels.end(), [&](const std::string& other) {
    return other != label && !without_roles(name_words(other), language).empty() && is_given(other, given, language);
  });
  return elsewhere ? SpeakerMatch::other : SpeakerMatch::unknown;
}

}  // namespace hearsay
