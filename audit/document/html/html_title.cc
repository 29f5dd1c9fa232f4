// choose_title(): what readers see, if the record confirms it; of the rest, what the record says.
#include "document/html/html_title.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/utf8.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestArticle = 12;  // bytes with the blank behind it

// "www.harbourpost.com" of "https://www.harbourpost.com/news/1".
std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of("/?#")));
}

// "bayPost" of "The Bay Post", whose host is www.baypost.example.
std::string_view without_article(std::string_view letters, std::string_view part, const PageWords& page_words) {
  const std::size_t size = page_words[PageRole::house_article].opens_word(lower(part.substr(0, kLongestArticle)));
  return size > 0 ? letters.substr(size - 1) : letters;
}

struct Outlets {
  std::vector<std::string> names;
  std::string host;  // letters and digits
};

constexpr std::array<std::string_view, 8> kTitleMarks = {" | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • "};

// The part of a title that names who publishes it: the outlet's name, more or less of it, or the host's.
bool names_outlet(std::string_view part, const Outlets& outlets, const PageWords& page_words) {
  if (std::any_of(outlets.names.begin(), outlets.names.end(), [&](const auto& name) { return same_words(part, name); }))
    return true;
  const std::vector<std::string_view> words = split_words(part);
  if (words.empty() || words.size() > 5) return false;
  const std::string whole = skeleton(part);
  if (whole.size() < 3) return false;
  for (const std::string& outlet : outlets.names) {
    const std::string name = skeleton(outlet);
    if (!name.empty() && (whole.starts_with(name) || name.starts_with(whole))) return true;
  }
  const std::string_view bare = without_article(whole, part, page_words);
  return bare.size() >= 3 && outlets.host.find(bare) != std::string::npos;
}

// "Headline | Section | Outlet" or "Outlet - Headline" without what is not the headline. Where nobody says who
// publishes it, a short last part behind a long first one is the outlet.
std::string without_outlet(std::string_view title, const Outlets& outlets, const PageWords& page_words) {
  for (const std::string_view mark : kTitleMarks) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view last = title.substr(at + mark.size());
    std::string_view before = trim(title.substr(0, at));
    const bool unknown = outlets.names.empty() && split_words(last).size() <= 4 && split_words(before).size() >= 4;
    if (!names_outlet(last, outlets, page_words) && !unknown) continue;
    // A section may stand between: "… | Politics | The Harbour Post".
    const std::size_t section = mark == " | " ? before.rfind(mark) : std::string_view::npos;
    if (section != std::string_view::npos && split_words(before.substr(section)).size() <= 3 &&
        split_words(before.substr(0, section)).size() >= 4)
      before = trim(before.substr(0, section));
    return std::string(before);
  }
  for (const std::string_view mark : kTitleMarks) {
    const std::size_t at = title.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    if (names_outlet(title.substr(0, at), outlets, page_words) && split_words(title.substr(at)).size() >= 3)
      return std::string(trim(title.substr(at + mark.size())));
  }
  return std::string(title);
}

// The headline without the tail that only the page's own heading has: what the page tells other sites to show, where it
// tells all of them the same and that is how the headline begins.
bool opens_headline(std::string_view told, std::string_view card, std::string_view h1) {
  if (split_words(told).size() < 8 || told.size() + 8 > h1.size() || !h1.starts_with(told)) return false;
  return h1[told.size()] == ' ' && card == told;
}

// What was cut off a headline for others: "… as no spare engine can be…" of a heading that goes on.
bool is_cut(std::string_view told, std::string_view h1) {
  for (const std::string_view end : {"...", "…"}) {
    if (!told.ends_with(end)) continue;
    const std::string_view rest = trim(told.substr(0, told.size() - end.size()));
    return rest.size() >= 20 && h1.starts_with(rest);
  }
  return false;
}

// "Headline | Section" or "Opinion | Headline" of the heading "Headline".
bool goes_on_around(std::string_view told, std::string_view h1) {
  if (h1.size() < 20 || told.size() >= h1.size() + 40) return false;
  const std::string longer = lower(told);
  const std::string shorter = lower(h1);
  return std::any_of(kTitleMarks.begin(), kTitleMarks.end(), [&](std::string_view mark) {
    const std::string_view whole = longer;
    if (whole.starts_with(shorter)) return whole.substr(shorter.size()).starts_with(mark);
    return whole.ends_with(shorter) && whole.substr(0, whole.size() - shorter.size()).ends_with(mark);
  });
}

}  // namespace

std::string choose_title(const ToldTitles& told, const PageWords& page_words) {
  Outlets outlets{told.outlets, skeleton(host_of(told.url))};
  std::erase(outlets.names, "");
  std::string shared = without_outlet(told.shared, outlets, page_words);
  const std::string linked = without_outlet(told.linked, outlets, page_words);
  for (const std::string* title : std::initializer_list<const std::string*>{&linked, &shared}) {
    for (const std::string& h1 : told.headings) {
      if (opens_headline(shared, told.card, h1)) return shared;
      if (same_words(h1, *title) || goes_on_around(*title, h1) || is_cut(*title, h1)) return h1;
    }
  }
  const std::string page = without_outlet(told.page, outlets, page_words);
  if (!shared.empty() && same_words(shared, page)) return shared;
  for (const std::string& title : {linked, shared, told.item}) {
    if (!title.empty()) return title;
  }
  const bool logo = !told.headings.empty() && names_outlet(told.headings.front(), outlets, page_words);
  if (told.headings.size() == 1 && (!logo || page.empty())) return told.headings.front();
  for (const std::string& h1 : told.headings) {
    if (page.find(h1) != std::string::npos && !names_outlet(h1, outlets, page_words)) return h1;
  }
  return !page.empty() ? page : told.headings.empty() ? "" : told.headings.front();
}

}  // namespace hearsay
