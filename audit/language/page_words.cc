// Phrases are few per role and most texts begin or end with none of their bytes, so that a list is seldom gone through.
#include "language/page_words.h"

#include <algorithm>

#include "language/role_names.h"

namespace hearsay {
namespace {

const std::array<std::string, kPageRoleCount>& page_role_names() {
  static const std::array<std::string, kPageRoleCount> names = with_hyphens<kPageRoleCount>({
#define HEARSAY_ONE(name) #name,
      HEARSAY_PAGE_ROLES(HEARSAY_ONE)
#undef HEARSAY_ONE
  });
  return names;
}

std::size_t byte(char c) {
  return static_cast<unsigned char>(c);
}

}  // namespace

std::string_view page_role_name(PageRole role) {
  return page_role_names()[static_cast<std::size_t>(role)];
}

std::optional<PageRole> page_role_named(std::string_view name) {
  return find_name<PageRole>(page_role_names(), name);
}

void PagePhrases::add(std::string_view phrase) {
  if (phrase.empty() || std::find(phrases_.begin(), phrases_.end(), phrase) != phrases_.end()) return;
  phrases_.emplace_back(phrase);
  firsts_.set(byte(phrase.front()));
  lasts_.set(byte(phrase.back()));
}

bool PagePhrases::is(std::string_view text) const {
  if (text.empty() || !firsts_.test(byte(text.front())) || !lasts_.test(byte(text.back()))) return false;
  return std::find(phrases_.begin(), phrases_.end(), text) != phrases_.end();
}

std::size_t PagePhrases::opens(std::string_view text) const {
  if (text.empty() || !firsts_.test(byte(text.front()))) return 0;
  for (const std::string& phrase : phrases_) {
    if (phrase.front() == text.front() && text.starts_with(phrase)) return phrase.size();
  }
  return 0;
}

std::size_t PagePhrases::opens_word(std::string_view text) const {
  if (text.empty() || !firsts_.test(byte(text.front()))) return 0;
  for (const std::string& phrase : phrases_) {
    if (text.size() > phrase.size() && text[phrase.size()] == ' ' && text.starts_with(phrase)) return phrase.size() + 1;
  }
  return 0;
}

std::size_t PagePhrases::closes(std::string_view text) const {
  if (text.empty() || !lasts_.test(byte(text.back()))) return 0;
  for (const std::string& phrase : phrases_) {
    if (text.ends_with(phrase)) return phrase.size();
  }
  return 0;
}

bool PagePhrases::closes_word(std::string_view text) const {
  if (text.empty() || !lasts_.test(byte(text.back()))) return false;
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const std::string& phrase) {
    return text.ends_with(phrase) && (text.size() == phrase.size() || text[text.size() - phrase.size() - 1] == ' ');
  });
}

bool PagePhrases::within(std::string_view text) const {
  return std::any_of(phrases_.begin(), phrases_.end(),
                     [&](const std::string& phrase) { return text.find(phrase) != std::string_view::npos; });
}

PagePhrases::Place PagePhrases::find(std::string_view text, std::size_t from) const {
  Place first;
  for (const std::string& phrase : phrases_) {
    const std::size_t at = text.find(phrase, from);
    if (at < first.at) first = {at, phrase.size()};
  }
  return first;
}

PagePhrases::Place PagePhrases::rfind(std::string_view text) const {
  Place last;
  for (const std::string& phrase : phrases_) {
    const std::size_t at = text.rfind(phrase);
    if (at != std::string_view::npos && (last.at == std::string_view::npos || at > last.at)) last = {at, phrase.size()};
  }
  return last;
}

void PageMonths::add(std::string_view lower, int number) {
  if (lower.empty()) return;
  const auto at = std::lower_bound(months_.begin(), months_.end(), lower,
                                   [](const auto& month, std::string_view word) { return month.first < word; });
  if (at != months_.end() && at->first == lower) return;
  shortest_ = months_.empty() ? lower.size() : std::min(shortest_, lower.size());
  longest_ = std::max(longest_, lower.size());
  firsts_.set(byte(lower.front()));
  if (lower.front() >= 'a' && lower.front() <= 'z') firsts_.set(byte(static_cast<char>(lower.front() - 'a' + 'A')));
  for (std::size_t above = 0x80; above < 0x100; ++above) firsts_.set(above);
  months_.emplace(at, std::string(lower), number);
}

int PageMonths::number(std::string_view lower) const {
  const auto at = std::lower_bound(months_.begin(), months_.end(), lower,
                                   [](const auto& month, std::string_view word) { return month.first < word; });
  return at != months_.end() && at->first == lower ? at->second : 0;
}

const PageWords& no_page_words() {
  static const PageWords none;
  return none;
}

}  // namespace hearsay
