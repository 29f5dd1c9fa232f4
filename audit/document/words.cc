#include "document/words.h"

#include "base/utf8.h"

namespace hearsay {
namespace {

bool inner_mark(char32_t value) {
  return value == U'\'' || value == U'’' || value == U'-' || value == U'.' || value == U'&';
}

bool word_char(char32_t value) {
  return is_letter(value) || is_digit(value) || (value >= 0x300U && !is_space(value) && value < 0x2000U);
}

// In lower case, with straight apostrophes.
std::string folded(std::string_view word) {
  static constexpr std::string_view kCurly = "’";
  std::string out;
  for (std::size_t at = word.find(kCurly); at != std::string_view::npos; at = word.find(kCurly)) {
    append_lower(out, word.substr(0, at));
    out.push_back('\'');
    word.remove_prefix(at + kCurly.size());
  }
  append_lower(out, word);
  return out;
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = text.size();
  std::size_t end = 0;  // after the last letter or digit
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = decode(text, at);
    if (word_char(here.value)) {
      if (begin == text.size()) begin = at;
      end = at + here.length;
    } else if (begin != text.size() && !(inner_mark(here.value) && end == at)) {
      words.push_back(text.substr(begin, end - begin));
      begin = text.size();
    }
    at += here.length;
  }
  if (begin != text.size()) words.push_back(text.substr(begin, end - begin));
  return words;
}

double title_case_share(std::string_view text) {
  std::size_t all = 0;
  std::size_t upper = 0;
  for (const std::string_view word : split_words(text)) {
    if (word.size() < 4) continue;
    ++all;
    upper += is_lower(decode(word, 0).value) ? 0U : 1U;
  }
  return all == 0 ? 0.0 : static_cast<double>(upper) / static_cast<double>(all);
}

std::string skeleton(std::string_view text) {
  std::string out;
  for (const std::string_view word : split_words(text)) append_lower(out, word);
  return out;
}

bool same_words(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> left = split_words(a);
  const std::vector<std::string_view> right = split_words(b);
  if (left.size() != right.size() || left.empty()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] != right[i] && folded(left[i]) != folded(right[i])) return false;
  }
  return true;
}

bool in_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = decode(text, at);
    if (is_lower(here.value)) return false;
    letters += is_letter(here.value) ? 1U : 0U;
    at += here.length;
  }
  return letters >= 2;
}

}  // namespace hearsay
