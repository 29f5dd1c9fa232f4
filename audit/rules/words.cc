// One pass over the bytes; Unicode is asked only for bytes above ASCII.
#include "rules/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kRightMark = "\xE2\x80\x99";  // ’

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Most entries: one word of ASCII letters and hyphens, nothing to cut.
bool is_plain_word(std::string_view text) {
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-')) return false;
  }
  return !text.empty();
}

bool is_edge_mark(char c) {
  return c == ',' || c == '(' || c == ')' || c == ';' || c == ':';
}

/// Pieces are written to out[count…]; returns the new count.
void put(std::string_view piece, std::vector<std::string>& out, std::size_t& count) {
  if (piece.empty()) return;
  if (count == out.size()) out.emplace_back();
  out[count++].assign(piece);
}

void cut_one(std::string_view word, const std::vector<std::string>& clitics, std::vector<std::string>& out,
             std::size_t& count) {
  while (!word.empty() && is_edge_mark(word.front())) {
    put(word.substr(0, 1), out, count);
    word.remove_prefix(1);
  }
  std::string_view tail = word;
  while (!word.empty() && is_edge_mark(word.back())) word.remove_suffix(1);
  tail.remove_prefix(word.size());
  const bool may_end_in_clitic = word.find('\'') != std::string_view::npos;
  for (const std::string_view clitic : clitics) {
    if (!may_end_in_clitic) break;
    if (word.size() > clitic.size() && word.ends_with(clitic)) {
      put(word.substr(0, word.size() - clitic.size()), out, count);
      word.remove_prefix(word.size() - clitic.size());
      break;
    }
  }
  put(word, out, count);
  for (std::size_t i = 0; i < tail.size(); ++i) put(tail.substr(i, 1), out, count);
}

}  // namespace

void append_lowered(std::string_view text, std::string& out) {
  out.reserve(out.size() + text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      ++i;
      continue;
    }
    if (text.substr(i).starts_with(kRightMark)) {
      out.push_back('\'');
      i += kRightMark.size();
      continue;
    }
    utf8proc_int32_t code = 0;
    const auto* from = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + i);
    const auto length = utf8proc_iterate(from, static_cast<utf8proc_ssize_t>(text.size() - i), &code);
    if (length <= 0) {
      out.push_back(text[i++]);
      continue;
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(utf8proc_tolower(code), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    i += static_cast<std::size_t>(length);
  }
}

std::string lower_words(std::string_view text) {
  std::string out;
  append_lowered(text, out);
  return out;
}

void cut_words(std::string_view text, const LanguageWords& language, std::vector<std::string>& out) {
  if (is_plain_word(text)) {
    out.resize(1);
    out[0].clear();
    append_lowered(text, out[0]);
    return;
  }
  std::string lower;
  append_lowered(text, lower);
  const std::string_view rest = lower;
  std::size_t count = 0;
  for (std::size_t at = 0; at < rest.size();) {
    std::size_t end = at;
    while (end < rest.size() && !is_white(rest[end])) ++end;
    cut_one(rest.substr(at, end - at), language.endings_of(WordEnding::clitic), out, count);
    at = end + 1;
  }
  out.resize(count);
}

std::vector<std::string> cut_words(std::string_view text, const LanguageWords& language) {
  std::vector<std::string> out;
  cut_words(text, language, out);
  return out;
}

std::vector<std::string_view> split_list(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSpace, end);
  }
  return out;
}

}  // namespace hearsay
