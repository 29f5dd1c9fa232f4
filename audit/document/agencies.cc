// find_agencies(): datelines, bylines and notes are short and few, so each is looked through whole; of the body only
// the first and the last blocks. Names are those of the page words: an unknown name in brackets may be a country.
#include "document/agencies.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostNameWords = 5;  // of a name
constexpr std::size_t kMostAgencies = 16;
constexpr std::size_t kLongestBy = 12;  // bytes of what opens a byline, with the blank behind it

// Words that make any name in brackets an agency's: "(Coast News Agency)".
bool is_called_agency(const std::vector<std::string_view>& words, const PageWords& page_words) {
  if (words.size() < 2 || words.size() > kMostNameWords) return false;
  const std::string last = lower(words.back());
  return page_words[PageRole::agency_ending_alone].is(last) ||
         (page_words[PageRole::agency_ending].is(last) &&
          page_words[PageRole::agency_before_ending].is(lower(words[words.size() - 2])));
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string name_in_brackets(std::string_view words, const PageWords& page_words) {
  std::string known = agency_name(words, page_words);
  if (!known.empty()) return known;
  const std::vector<std::string_view> parts = split_words(words);
  return is_called_agency(parts, page_words) ? joined(parts) : std::string();
}

// "(AP)", "(Reuters/AFP)": every name in the last brackets of a dateline.
void add_of_dateline(Document& document, std::string_view text, const PageWords& page_words) {
  const std::size_t open = text.rfind('(');
  const std::size_t end = text.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || end == std::string_view::npos) {  // "SEOUL, Nov 26 AFP -"
    const std::vector<std::string_view> words = split_words(text);
    if (words.size() > 1 && in_capitals(words.back()))
      add_agency(document, agency_name(words.back(), page_words), AgencyRole::source, page_words);
    return;
  }
  std::string_view inside = text.substr(open + 1, end - open - 1);
  while (!inside.empty()) {
    const std::size_t slash = std::min(inside.find('/'), inside.size());
    add_agency(document, name_in_brackets(inside.substr(0, slash), page_words), AgencyRole::source, page_words);
    inside.remove_prefix(std::min(slash + 1, inside.size()));
  }
}

// A byline that names nobody else, or whose writer is an agency's: "Reuters", "By Ana Ruiz, Associated Press". Beside a
// writer of the outlet ("Ana Ruiz and AP") the agency gave a part.
void add_of_byline(Document& document, std::string_view text, const PageWords& page_words) {
  text.remove_prefix(page_words[PageRole::byline_by].opens_word(lower(text.substr(0, kLongestBy))));
  AgencyRole role = AgencyRole::source;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of(",/|;", at), text.size());
    const PagePhrases::Place conjunction = page_words[PageRole::names_and].find(text, at);
    const bool beside = conjunction.at < end;
    if (beside) end = conjunction.at;
    const std::string name = agency_name(text.substr(at, end - at), page_words);
    if (!name.empty()) add_agency(document, name, role, page_words);
    if (beside) role = name.empty() ? AgencyRole::contributed : role;
    at = end + (beside ? conjunction.size : 1);
  }
}

// Agencies among the words of a note that says who helped.
void add_of_note(Document& document, std::string_view text, const PageWords& page_words) {
  const std::string lowered = lower(text.substr(0, 400));
  if (!page_words[PageRole::agency_helped].within(lowered)) return;
  const std::vector<std::string_view> words = split_words(text.substr(0, 400));
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    for (std::size_t count = std::min(kMostNameWords, words.size() - i); count > 0 && taken == 0; --count) {
      const std::vector<std::string_view> some(words.begin() + static_cast<std::ptrdiff_t>(i),
                                               words.begin() + static_cast<std::ptrdiff_t>(i + count));
      // "pa" and "ap" in small letters are no agencies.
      if (count == 1 && !in_capitals(some.front()) && !is_upper(decode(some.front(), 0).value)) continue;
      const std::string name = agency_name(joined(some), page_words);
      if (name.empty()) continue;
      add_agency(document, name, AgencyRole::contributed, page_words);
      taken = count;
    }
    i += std::max<std::size_t>(taken, 1);
  }
  const std::vector<std::string>& unnamed = page_words[PageRole::unnamed_agencies].all();
  if (page_words[PageRole::agencies_helped].within(lowered) && !unnamed.empty())
    add_agency(document, unnamed.front(), AgencyRole::contributed, page_words);
}

// "(Reuters)", "– AFP": nothing but an agency's name, as articles end.
bool is_sign(std::string_view text) {
  return text.size() <= 40 && (text.front() == '(' || text.starts_with("–") || text.starts_with("—") ||
                               text.starts_with("- ") || text.starts_with("-- "));
}

}  // namespace

std::string agency_name(std::string_view words, const PageWords& page_words) {
  std::vector<std::string_view> parts = split_words(words.substr(0, 80));
  if (!parts.empty() && page_words[PageRole::house_article].is(lower(parts.front()))) parts.erase(parts.begin());
  if (parts.size() > 1 && page_words[PageRole::agency_staff].is(lower(parts.back()))) parts.pop_back();
  if (parts.empty() || parts.size() > kMostNameWords) return "";
  const auto found = page_words.agencies.find(lower(joined(parts)));
  return found == page_words.agencies.end() ? std::string() : found->second;
}

void add_agency(Document& document, std::string_view name, AgencyRole role, const PageWords& page_words) {
  std::string full = agency_name(name, page_words);
  if (full.empty()) full = std::string(trim(name));
  if (full.empty() || full.size() > 200 || full == document.outlet || full == agency_name(document.outlet, page_words))
    return;
  const auto same = std::find_if(document.agencies.begin(), document.agencies.end(),
                                 [&](const Agency& agency) { return agency.name == full; });
  if (same != document.agencies.end()) {
    if (role == AgencyRole::source) same->role = role;
  } else if (document.agencies.size() < kMostAgencies) {
    document.agencies.push_back({std::move(full), role});
  }
}

void find_agencies(Document& document, const PageWords& page_words) {
  const auto words = [&](const Block& block) {
    return std::string_view(document.text).substr(block.span.begin, block.span.size());
  };
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::dateline) add_of_dateline(document, words(block), page_words);
    if (block.kind == BlockKind::byline) add_of_byline(document, words(block), page_words);
    if (block.kind == BlockKind::note) add_of_note(document, words(block), page_words);
  }
  add_of_byline(document, document.byline, page_words);
  // The last of the body, whatever notices stand below it.
  const auto last = std::find_if(document.blocks.rbegin(), document.blocks.rend(),
                                 [](const Block& block) { return is_body(block.kind); });
  if (last == document.blocks.rend()) return;
  const std::string_view text = words(*last);
  if (is_sign(text)) add_agency(document, agency_name(text, page_words), AgencyRole::source, page_words);
  if (text.size() <= 400) add_of_note(document, text, page_words);
}

}  // namespace hearsay
