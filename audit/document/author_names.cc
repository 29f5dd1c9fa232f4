// join_names(): cut at commas and conjunctions, clean each piece, keep what can be a name.
#include "document/author_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/cut_utf8.h"
#include "base/utf8.h"
#include "document/dates.h"

namespace hearsay {
namespace {

// No names: offices, empty values as programs write them out, and page furniture that newspaper extractors return as
// authors.
bool is_junk(std::string_view lowered, const PageWords& page_words) {
  static constexpr std::array<std::string_view, 3> kEmpty = {"null", "nan", "undefined"};
  return std::find(kEmpty.begin(), kEmpty.end(), lowered) != kEmpty.end() ||
         page_words[PageRole::no_name].is(lowered) || page_words[PageRole::no_name_ending].closes(lowered) > 0 ||
         std::none_of(lowered.begin(), lowered.end(),
                      [](unsigned char c) { return c >= 0x80U || (c >= 'a' && c <= 'z'); });
}

// Drops what is no name: addresses, "By", a date behind it, roles after a bar.
std::string clean_name(std::string name, const PageWords& page_words) {
  name = std::string(trim(name));
  name.erase(0, page_words[PageRole::name_opening].opens_word(lower(name)));
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
  for (const std::string& mark : page_words[PageRole::name_place].all()) {
    const std::size_t at = name.find(mark);
    const bool two = at != std::string::npos && name.find(' ') < at;
    if (two && is_upper(decode(name, at + mark.size()).value)) name.resize(at);
  }
  if (const auto date = find_date(name, page_words)) name = name.substr(0, date->span.begin);
  name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
  name = std::string(trim(name));
  while (!name.empty() && (name.back() == ',' || name.back() == '-' || name.back() == ';')) name.pop_back();
  const std::string bare = lower(name);
  if (is_junk(bare, page_words) || page_words[PageRole::position].closes_word(bare)) return "";
  return name.size() > 120 ? "" : std::string(trim(name));
}

// "Jr." behind a comma belongs to the name before it.
bool is_suffix(std::string_view piece, const PageWords& page_words) {
  std::string bare = lower(trim(piece));
  if (bare.ends_with('.')) bare.pop_back();
  return page_words[PageRole::name_suffix].is(bare);
}

void split_into(std::string_view text, const PageWords& page_words, std::vector<std::string>& out) {
  static constexpr std::array<std::string_view, 5> kMarks = {", ", "; ", " & ", ";", " / "};
  auto [cut, size] = page_words[PageRole::names_between].find(text);
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark);
    if (at < cut) {
      cut = at;
      size = mark.size();
    }
  }
  if (!out.empty() && is_suffix(text.substr(0, cut), page_words)) {
    out.back() += ' ' + std::string(trim(text.substr(0, cut)));
  } else if (std::string name = clean_name(std::string(text.substr(0, cut)), page_words);
             !name.empty() && out.size() < 24) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  if (cut != std::string_view::npos) split_into(text.substr(cut + size), page_words, out);
}

}  // namespace

std::string desk_name(const std::vector<std::string>& raw, const PageWords& page_words) {
  for (const std::string& text : raw) {
    const std::string_view name = trim(text);
    if (name.empty() || name.size() > 60 || name.find_first_of("@/|,") != std::string_view::npos) continue;
    const std::string lowered = lower(name);
    for (const std::string& desk : page_words[PageRole::desk].all()) {
      const std::size_t at = lowered.find(desk);
      if (at != std::string::npos && (at == 0 || lowered[at - 1] == ' ')) return std::string(name);
    }
  }
  return "";
}

std::string join_names(const std::vector<std::string>& raw, const PageWords& page_words, const Houses& houses) {
  std::vector<std::string> names;
  for (const std::string& text : raw) split_into(cut_utf8(text, 1000), page_words, names);
  const auto person = [&](const std::string& name) { return !is_house(name, houses, page_words); };
  if (std::any_of(names.begin(), names.end(), person))
    std::erase_if(names, [&](const std::string& name) { return !person(name); });
  std::vector<std::string> all;
  for (const std::string& name : names) {
    std::string bare(person_before_house(name, houses, page_words));
    if (std::find(all.begin(), all.end(), bare) == all.end()) all.push_back(std::move(bare));
  }
  names = std::move(all);
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? kBeforeLastName : ", ";
    out += names[i];
  }
  return out;
}

}  // namespace hearsay
