// evidence_of(), addresses_in(): what a note holds that somebody else could follow up. Words, not grammar: a note is a
// few words in haste. A note that only asks for a check documents nothing, so calls count in the past tense.
#include <algorithm>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/office/draft.h"
#include "document/words.h"

namespace hearsay {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

// "+44 20 7946 0018", "(555) 010-0199": digits with the marks of telephone numbers between, beginning with + ( or 0.
bool holds_phone_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '+' && text[at] != '(' && text[at] != '0') continue;
    if (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',')) continue;
    std::size_t digits = 0;
    std::size_t end = at;
    while (end < text.size() && (std::string_view("+()-/. ").find(text[end]) != std::string_view::npos ||
                                 (text[end] >= '0' && text[end] <= '9'))) {
      digits += text[end] >= '0' && text[end] <= '9' ? 1U : 0U;
      ++end;
    }
    if (digits >= 7 && digits <= 15) return true;
    at = end;
  }
  return false;
}

bool is_number(std::string_view word, std::size_t shortest, std::size_t longest) {
  return word.size() >= shortest && word.size() <= longest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "12 March", "March 12", "12/3/2024", "3.12.24": in a note the year may go without saying.
bool holds_day(std::string_view text, const PageWords& page_words) {
  const std::vector<std::string_view> words = split_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool month =
        is_month(words[i], page_words) && !words[i].empty() && words[i].front() >= 'A' && words[i].front() <= 'Z';
    if (month && i > 0 && is_number(words[i - 1], 1, 2)) return true;
    if (month && i + 1 < words.size() && is_number(words[i + 1], 1, 4)) return true;
  }
  for (const char mark : {'/', '.', '-'}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      const std::size_t next = text.find(mark, at + 1);
      if (next == std::string_view::npos || next - at > 3 || at == 0) continue;
      std::size_t begin = at;
      while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
      std::size_t end = next + 1;
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
      const bool figures = is_number(text.substr(begin, at - begin), 1, 4) &&
                           is_number(text.substr(at + 1, next - at - 1), 1, 2) &&
                           is_number(text.substr(next + 1, end - next - 1), 1, 4);
      if (figures) return true;
    }
  }
  return false;
}

// A place in a recording: "00:12:45", "at 14:32".
bool holds_time(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    const bool before = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    if (before && at + 2 < text.size() && is_number(text.substr(at + 1, 2), 2, 2)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> addresses_in(std::string_view text) {
  constexpr std::size_t kMost = 64;
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size() && found.size() < kMost;) {
    const std::size_t web = std::min({text.find("http://", at), text.find("https://", at), text.find("www.", at)});
    if (web == std::string_view::npos) break;
    std::size_t end = std::min(text.find_first_of(" \t\r\n<>\"|", web), text.size());
    std::string_view address = text.substr(web, end - web);
    while (!address.empty() && std::string_view(".,;:!?'*_").find(address.back()) != std::string_view::npos)
      address.remove_suffix(1);
    if (address.ends_with(')') && address.find('(') == std::string_view::npos) address.remove_suffix(1);
    if (address.size() > 8) found.push_back((address.starts_with("www.") ? "https://" : "") + std::string(address));
    at = std::max(end, web + 1);
  }
  return found;
}

Annotation::Evidence evidence_of(std::string_view text, const std::vector<std::string>& links,
                                 const PageWords& page_words) {
  if (!links.empty()) return Annotation::Evidence::link;
  const std::string words = lower(text);
  for (const std::string& phrase : page_words[PageRole::had_call].all()) {
    if (holds_phrase(words, phrase)) return Annotation::Evidence::call;
  }
  if (holds_phone_number(text)) return Annotation::Evidence::call;
  if (find_date(text, page_words) || holds_day(text, page_words) || holds_time(text)) return Annotation::Evidence::date;
  return Annotation::Evidence::none;
}

}  // namespace hearsay
