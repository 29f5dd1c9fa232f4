// post_units(): each line of the embed is the signature, furniture of the platform, or words. A signature opens with a
// dash or with what the platform sets before a name; without one the address tells the account.
#include "document/html/html_post.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "document/dates.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestSignature = 300;  // bytes

struct Signature {
  std::string name;    // "" = only the handle is known
  std::string handle;  // "@aruiz"; "" = not given
  std::string date;    // as written
};

bool furniture(std::string_view text, const PageWords& page_words) {
  return text.size() < 120 && (page_words[PageRole::post_furniture].opens(text) > 0 || text.starts_with("♬") ||
                               text.starts_with("pic.twitter.com/"));
}

bool handle_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '-' || c == '@';
}

// The handle that begins at `at`, with its mark.
std::string handle_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && handle_letter(text[end])) ++end;
  return std::string(text.substr(at, end - at));
}

// "Ana Ruiz (@aruiz) May 3, 2021", "Ana Ruiz on Tuesday, May 4, 2021", "@aruiz".
Signature parsed(std::string_view text, const PageWords& page_words) {
  Signature out;
  text = trim(text);
  const std::size_t at = text.find("(@");
  if (at != std::string_view::npos) {
    out.name = std::string(trim(text.substr(0, at)));
    out.handle = handle_at(text, at + 1);
    const std::size_t close = text.find(')', at);
    if (close != std::string_view::npos) out.date = std::string(trim(text.substr(close + 1)));
  } else if (text.starts_with("@")) {
    out.handle = handle_at(text, 0);
    out.date = std::string(trim(text.substr(out.handle.size())));
  } else {
    const std::size_t on = page_words[PageRole::post_joint].rfind(text).at;
    const std::optional<FoundDate> date = find_date(text, page_words);
    const std::size_t end = on != std::string_view::npos ? on : date ? date->span.begin : text.size();
    out.name = std::string(trim(text.substr(0, end)));
    if (date) out.date = std::string(text.substr(date->span.begin, date->span.size()));
  }
  out.date.erase(0, page_words[PageRole::post_date_opening].opens_word(out.date));
  if (!find_date(out.date, page_words)) out.date.clear();
  return out;
}

// Bytes of what opens a signature, 0 if nothing does.
std::size_t signature_opening(std::string_view text, const PageWords& page_words) {
  static constexpr std::array<std::string_view, 5> kDashes = {"— ", "– ", "― ", "&mdash; ", "- "};
  for (const std::string_view dash : kDashes) {
    if (text.starts_with(dash)) return dash.size();
  }
  return page_words[PageRole::post_signed].opens(text);
}

bool signs(const HtmlUnit& unit, const PageWords& page_words) {
  const std::size_t opening = signature_opening(unit.text, page_words);
  if (opening == 0 || unit.text.size() > kLongestSignature) return false;
  const bool dash = unit.text.front() == '-' || static_cast<unsigned char>(unit.text.front()) >= 0x80U;
  return !dash || unit.text.find("(@") != std::string::npos ||
         (!unit.links.empty() && find_date(unit.text, page_words));
}

// Words and signature in one line: "The dam holds. — Ana Ruiz (@aruiz) May 3, 2021".
std::size_t signature_within(std::string_view text) {
  const std::size_t handle = text.rfind("(@");
  if (handle == std::string_view::npos || text.size() - handle > kLongestSignature) return 0;
  const std::size_t dash = text.rfind(" — ", handle);
  return dash == std::string_view::npos || handle - dash > kLongestSignature ? 0 : dash + 1;
}

// Links that stand before `end`; their addresses.
std::string last_address(const HtmlUnit& unit) {
  for (auto link = unit.links.rbegin(); link != unit.links.rend(); ++link) {
    if (is_post_address(link->href)) return link->href;
  }
  return unit.links.empty() ? "" : unit.links.back().href;
}

std::string without_query(std::string url) {
  url.resize(std::min(url.find_first_of("?#"), url.size()));
  for (const std::string_view tail : {"/embed", "/embed/"}) {
    if (url.ends_with(tail)) url.resize(url.size() - tail.size());
  }
  return url;
}

std::string handle_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  if (const std::size_t at = url.find("/@", scheme); at != std::string_view::npos) return handle_at(url, at + 1);
  for (const std::string_view mark : {"/status/", "/posts/", "/post/"}) {
    const std::size_t end = url.find(mark, scheme);
    if (end == std::string_view::npos) continue;
    const std::size_t begin = url.rfind('/', end - 1) + 1;
    if (begin > scheme + 3 && end > begin) return "@" + std::string(url.substr(begin, end - begin));
  }
  return "";
}

// A picture's short address behind the words is none of them.
void drop_media_links(HtmlUnit& unit) {
  while (!unit.links.empty() && unit.links.back().end == unit.text.size()) {
    const UnitLink& link = unit.links.back();
    const std::string_view words = std::string_view(unit.text).substr(link.begin);
    if (!words.starts_with("pic.twitter.com/") && !words.starts_with("https://t.co/")) return;
    unit.text = std::string(trim(std::string_view(unit.text).substr(0, link.begin)));
    unit.links.pop_back();
  }
}

HtmlUnit signature_unit(const Signature& by, const std::string& url, std::uint32_t container) {
  HtmlUnit unit;
  unit.text = "— ";
  const auto begin = static_cast<std::uint32_t>(unit.text.size());
  unit.text += by.name;
  if (!by.handle.empty()) unit.text += by.name.empty() ? by.handle : " (" + by.handle + ")";
  const auto end = static_cast<std::uint32_t>(unit.text.size());
  if (!by.date.empty()) unit.text += " " + by.date;
  if (!url.empty()) unit.links.push_back({begin, end, url});
  unit.role = ElementRole::post_by;
  unit.container = container;
  return unit;
}

}  // namespace

bool is_post_address(std::string_view url) {
  return !handle_of_address(url).empty();
}

std::vector<HtmlUnit> post_units(std::vector<HtmlUnit> units, std::string_view address, const PageWords& page_words) {
  std::vector<HtmlUnit> out;
  std::optional<Signature> by;
  std::string url = without_query(std::string(address));
  for (const HtmlUnit& unit : units) {
    if (furniture(unit.text, page_words)) {
      if (url.empty() && !unit.links.empty()) url = without_query(unit.links.front().href);
      continue;
    }
    if (!by && unit.text.starts_with("@") && unit.text == handle_at(unit.text, 0)) {
      by = parsed(unit.text, page_words);  // set above the words
      continue;
    }
    const bool whole = signs(unit, page_words);
    const std::size_t within = whole ? 0 : signature_within(unit.text);
    if (whole || within > 0) {
      const std::string_view line = std::string_view(unit.text).substr(within);
      by = parsed(line.substr(signature_opening(line, page_words)), page_words);
      const std::string linked = last_address(unit);
      if (url.empty() || is_post_address(linked)) url = without_query(linked);
    }
    if (whole) continue;
    HtmlUnit& words = out.emplace_back(unit);
    if (within > 0) {
      words.text = std::string(trim(std::string_view(unit.text).substr(0, within)));
      std::erase_if(words.links, [&](const UnitLink& link) { return link.end > words.text.size(); });
    }
    drop_media_links(words);
    words.role = ElementRole::post;
    if (words.text.empty()) out.pop_back();
  }
  if (!by || (by->name.empty() && by->handle.empty())) {
    by = Signature{};
    by->handle = handle_of_address(url);
  }
  const bool told = !by->name.empty() || !by->handle.empty();
  if (out.empty() || !told) return units;
  out.push_back(signature_unit(*by, url, out.back().container));
  return out;
}

}  // namespace hearsay
