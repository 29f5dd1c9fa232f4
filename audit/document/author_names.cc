// join_names(): cut at commas and conjunctions, clean each piece, keep what can be a name.
#include "document/author_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "document/dates.h"

namespace hearsay {
namespace {

// No names: offices, empty values as they are written out, and page furniture that newspaper extractors return as
// authors.
bool is_junk(std::string_view lowered) {
  static constexpr std::array<std::string_view, 30> kJunk = {
      "admin",          "null",      "none",         "nan",       "n/a",       "undefined",   "unknown",
      "editor",         "staff",     "newsroom",     "web desk",  "published", "posted",      "updated",
      "am edt",         "pm edt",    "am est",       "pm est",    "min read",  "minute read", "minutes",
      "read",           "see story", "view profile", "last name", "contact",   "follow us",   "share",
      "staff reporter", "read more"};
  return std::find(kJunk.begin(), kJunk.end(), lowered) != kJunk.end() || lowered.ends_with(" minute read") ||
         lowered.ends_with(" min read") || std::none_of(lowered.begin(), lowered.end(), [](unsigned char c) {
           return c >= 0x80U || (c >= 'a' && c <= 'z');
         });
}

// "White House Reporter": what follows a name, not a name.
bool is_position(std::string_view lowered) {
  if (lowered.ends_with('s')) lowered.remove_suffix(1);
  for (const std::string_view word : {"reporter", "correspondent", "contributor", "editor", "writer", "staff",
                                      "columnist", "photographer", "journalist", "producer", "host"}) {
    if (lowered == word || (lowered.ends_with(word) && lowered[lowered.size() - word.size() - 1] == ' ')) return true;
  }
  return false;
}

// Drops what is no name: addresses, "By", a date behind it, roles after a bar.
std::string clean_name(std::string name) {
  name = std::string(trim(name));
  const std::string lowered = lower(name);
  if (lowered.starts_with("by ")) name = name.substr(3);
  if (lowered.starts_with("by: ")) name = name.substr(4);
  if (lowered.starts_with("written by ")) name = name.substr(11);
  name = name.substr(0, std::min({name.find('|'), name.find("•"), name.find("·")}));
  // "Ana Ruiz - The Bay Post", "Ana Ruiz (The Bay Post)": what is set apart behind a whole name is no part of it.
  for (const std::string_view mark : {" - ", " – ", " — ", " ("}) {
    const std::size_t at = name.find(mark);
    if (at != std::string::npos && name.find(' ') < at) name.resize(at);
  }
  if (name.find("http") == 0 || name.find("://") != std::string::npos) return "";
  if (const std::size_t at = name.find('@'); at != std::string::npos)  // "Ana Ruiz aruiz@post.example"
    name = name.substr(0, name.find_last_of(" (<", at) == std::string::npos ? 0 : name.find_last_of(" (<", at));
  // "Ana Ruiz in Orlo", "Ana Ruiz for The Bay Post".
  for (const std::string_view mark : {" in ", " for ", " at "}) {
    const std::size_t at = name.find(mark);
    const bool two = at != std::string::npos && name.find(' ') < at;
    if (two && is_upper(decode(name, at + mark.size()).value)) name.resize(at);
  }
  if (const auto date = find_date(name)) name = name.substr(0, date->span.begin);
  name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
  name = std::string(trim(name));
  while (!name.empty() && (name.back() == ',' || name.back() == '-' || name.back() == ';')) name.pop_back();
  const std::string bare = lower(name);
  if (is_junk(bare) || is_position(bare)) return "";
  return name.size() > 120 ? "" : std::string(trim(name));
}

// "Jr." behind a comma belongs to the name before it.
bool is_suffix(std::string_view piece) {
  static constexpr std::array<std::string_view, 9> kSuffixes = {"jr",  "sr",   "ii", "iii", "iv",
                                                                "phd", "ph.d", "md", "m.d"};
  std::string bare = lower(trim(piece));
  if (bare.ends_with('.')) bare.pop_back();
  return std::find(kSuffixes.begin(), kSuffixes.end(), bare) != kSuffixes.end();
}

void split_into(std::string_view text, std::vector<std::string>& out) {
  static constexpr std::array<std::string_view, 9> kMarks = {" and ", ", ",     "; ",     " & ", ";",
                                                             " AND ", " with ", " With ", " / "};
  std::size_t cut = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark);
    if (at < cut) {
      cut = at;
      size = mark.size();
    }
  }
  if (!out.empty() && is_suffix(text.substr(0, cut))) {
    out.back() += ' ' + std::string(trim(text.substr(0, cut)));
  } else if (std::string name = clean_name(std::string(text.substr(0, cut))); !name.empty() && out.size() < 24) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  if (cut != std::string_view::npos) split_into(text.substr(cut + size), out);
}

}  // namespace

std::string desk_name(const std::vector<std::string>& raw) {
  static constexpr std::array<std::string_view, 8> kDesks = {"desk",      "staff",   "reporter",      "newsroom",
                                                             "reporters", "editors", "correspondent", "team"};
  for (const std::string& text : raw) {
    const std::string_view name = trim(text);
    if (name.empty() || name.size() > 60 || name.find_first_of("@/|,") != std::string_view::npos) continue;
    const std::string lowered = lower(name);
    for (const std::string_view desk : kDesks) {
      const std::size_t at = lowered.find(desk);
      if (at != std::string::npos && (at == 0 || lowered[at - 1] == ' ')) return std::string(name);
    }
  }
  return "";
}

std::string join_names(const std::vector<std::string>& raw, const Houses& houses) {
  std::vector<std::string> names;
  for (const std::string& text : raw) split_into(std::string_view(text).substr(0, 1000), names);
  const auto person = [&](const std::string& name) { return !is_house(name, houses); };
  if (std::any_of(names.begin(), names.end(), person))
    std::erase_if(names, [&](const std::string& name) { return !person(name); });
  std::vector<std::string> all;
  for (const std::string& name : names) {
    std::string bare(person_before_house(name, houses));
    if (std::find(all.begin(), all.end(), bare) == all.end()) all.push_back(std::move(bare));
  }
  names = std::move(all);
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

}  // namespace hearsay
