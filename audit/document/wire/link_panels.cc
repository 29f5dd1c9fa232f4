#include "document/wire/link_panels.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kLongestPanel = 900;    // bytes
constexpr std::size_t kLongestFullName = 80;  // bytes from the short name's surname to the full one's
constexpr std::size_t kShortestSurname = 3;   // bytes

bool opens_name(char c) {
  return c >= 'A' && c <= 'Z';
}
bool in_name(char c) {
  return opens_name(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Do all words begin with a capital, as those of a name?
bool all_open_names(std::string_view words) {
  bool opens = true;
  for (const char c : words) {
    if (opens && c >= 'a' && c <= 'z') return false;
    opens = c == ' ' || c == '(' || c == '"';
  }
  return true;
}

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (in_name(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return text.substr(begin, end - begin);
}

/// Where the name ends that a panel follows at `glue`: behind its surname, told once before the full name; npos where
/// it is not. The full name may be glued to the short one ("Ana RuizAna Maria RuizHarbour vote"). Not glued, the given
/// name must be there twice as well: "Ana Ruiz Ana Maria Ruiz Harbour vote delayed".
std::size_t name_end(std::string_view text, std::size_t from, std::size_t glue) {
  from = std::max(from, glue - std::min(glue, 2 * kLongestFullName));
  const std::string_view line = text.substr(from, glue - from);
  const std::string_view surname = word_before(line, line.size());
  if (surname.size() < kShortestSurname || !opens_name(surname.front())) return std::string_view::npos;
  const std::string_view before = line.substr(0, line.size() - surname.size());
  for (std::size_t at = before.rfind(surname); at != std::string_view::npos && before.size() - at <= kLongestFullName;
       at = at == 0 ? std::string_view::npos : before.rfind(surname, at - 1)) {
    const std::size_t end = at + surname.size();
    const bool whole = (at == 0 || !in_name(before[at - 1])) && end < before.size();
    if (!whole || !all_open_names(before.substr(end))) continue;
    const std::string_view given = at == 0 ? std::string_view() : word_before(before, at - 1);
    const bool parted = before[end] == ' ';
    const bool twice = !given.empty() && before.substr(end + (parted ? 1 : 0)).starts_with(given);
    if (!parted && !twice) continue;
    if (text[glue] != ' ' || twice) return from + end;
  }
  return std::string_view::npos;
}

/// A capital or a figure right behind a word, or a blank before one.
bool is_seam(std::string_view text, std::size_t at) {
  const auto begins = [](char c) { return opens_name(c) || (c >= '0' && c <= '9'); };
  if (!in_name(text[at - 1]) || opens_name(text[at - 1])) return false;
  return begins(text[at]) || (text[at] == ' ' && at + 1 < text.size() && begins(text[at + 1]));
}

}  // namespace

Unlinked cut_link_panels(std::string_view text, const PageWords& page_words) {
  Unlinked out;
  Mender mender(text);
  std::size_t done = 0;
  const PagePhrases& ends = page_words[PageRole::panel_end];
  for (PagePhrases::Place mark = ends.find(text); mark.at != std::string_view::npos;
       mark = ends.find(text, mark.at + mark.size)) {
    const std::size_t at = mark.at;
    const std::size_t end = at + mark.size;
    if (end < text.size() && in_name(text[end]) && static_cast<unsigned char>(text[end]) < 0x80) continue;
    std::size_t from = std::max(done, at - std::min(at, kLongestPanel));
    const std::size_t feed = text.substr(from, at - from).rfind('\n');
    if (feed != std::string_view::npos) from += feed + 1;
    for (std::size_t glue = from + 1; glue <= at; ++glue) {
      if (!is_seam(text, glue)) continue;
      const std::size_t name = name_end(text, from, glue);
      if (name == std::string_view::npos) continue;
      mender.put(name, end, "");
      ++out.panels;
      done = end;
      break;
    }
  }
  out.mended = mender.done();
  return out;
}

}  // namespace hearsay
