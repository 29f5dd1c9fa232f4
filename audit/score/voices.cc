#include "score/voices.h"

#include <string_view>
#include <unordered_map>

#include "base/word_hash.h"

namespace hearsay {
namespace {

/// ASCII lower case without a leading article. Other letters stay: the same name is spelled the same way.
std::string key_of(std::string_view name, const LanguageWords& language) {
  std::string key;
  key.reserve(name.size());
  for (const char c : name) key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  const std::size_t blank = key.find(' ');
  if (blank == std::string::npos) return key;
  const ClosedWords::Row first = language.closed.row(word_hash(std::string_view(key).substr(0, blank)));
  const bool article =
      language.closed.has(first, Role::definite_article) || language.closed.has(first, Role::indefinite_article);
  return article ? key.substr(blank + 1) : key;
}

}  // namespace

std::vector<std::uint32_t> find_voices(const Sources& sources, const LanguageWords& language) {
  std::vector<std::uint32_t> voice(sources.all.size());
  std::unordered_map<std::string, std::uint32_t> first;
  for (std::uint32_t i = 0; i < voice.size(); ++i) {
    const Source& source = sources.all[i];
    const std::string key = key_of(source.affiliation.empty() ? source.name : source.affiliation, language);
    voice[i] = key.empty() ? i : first.try_emplace(key, i).first->second;
  }
  return voice;
}

bool is_identified(const Source& source) {
  switch (source.kind) {
    case SourceKind::named_person:
    case SourceKind::named_organisation:
    case SourceKind::media:
    case SourceKind::document:
      return !source.anonymous;
    default:
      return false;
  }
}

}  // namespace hearsay
