// Each question looks at one unit and its neighbours; none knows where the article is.
#include "document/html/html_other.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kFewestCards = 3;
constexpr std::size_t kCardUnits = 6;         // from one summary to the next
constexpr std::size_t kLongestSummary = 300;  // bytes
constexpr std::size_t kLongestSkip = 16;      // units between the two ends of a skipped part
constexpr std::size_t kLeastLinked = 30;      // bytes of a linked sentence
constexpr std::size_t kFewestWords = 8;       // of one that ends in no full stop
constexpr std::size_t kNeighbours = 4;        // units before and behind it among which prose stands
constexpr double kMostCapitals = 0.85;        // share of its longer words

// Does a linked headline of the same card stand just before?
bool summarises(const PageUnits& page, std::size_t i) {
  if (i == 0 || page.units[i].text.size() > kLongestSummary) return false;
  const HtmlUnit& before = page.units[i - 1];
  return before.tag != UnitTag::paragraph && mostly_links(before) && before.text.size() >= kShortProse &&
         before.text.size() <= kLongestSummary &&
         is_below(page, before.container, page.containers[page.units[i].container].parent);
}

// Are they set alike: in one element, or each in one of its own below the same?
bool side_by_side(const PageUnits& page, const HtmlUnit& a, const HtmlUnit& b) {
  if (a.tag != b.tag) return false;
  if (a.container == b.container) return true;
  return page.containers[a.container].parent == page.containers[b.container].parent;
}

// In a full stop, or in a question or cry that somebody is quoted with.
bool ends_told(const HtmlUnit& unit) {
  if (ends_with_full_stop(unit.text)) return true;
  const bool quoted = unit.text.find("”") != std::string::npos || unit.text.find('"') != std::string::npos ||
                      unit.text.find("’ ") != std::string::npos;
  return quoted && ends_like_sentence(unit.text) && split_words(unit.text).size() >= kFewestWords;
}

}  // namespace

bool ends_like_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "\"", "”", "’", "'", "…", ":", "।", ")", "。", ";", "—"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool mostly_links(const HtmlUnit& unit) {
  return unit.link_bytes * 10ULL > unit.text.size() * 6ULL;
}

bool is_prose(const HtmlUnit& unit, std::size_t shortest) {
  if (unit.role == ElementRole::post_by) return false;
  if (unit.tag == UnitTag::heading || unit.tag == UnitTag::title || unit.role == ElementRole::byline) return false;
  if (unit.text.size() < shortest || mostly_links(unit)) return false;
  return ends_like_sentence(unit.text) || unit.text.size() >= kSureProse;
}

bool is_linked_prose(const PageUnits& page, std::size_t i, const PageWords& page_words) {
  const HtmlUnit& unit = page.units[i];
  const bool may = unit.tag == UnitTag::paragraph || unit.tag == UnitTag::other || unit.tag == UnitTag::blockquote;
  if (!may || !mostly_links(unit) || unit.text.size() < kLeastLinked || unit.role != ElementRole::plain) return false;
  // Headlines in a box of links end without a stop, and those that end in one are set with capitals.
  if (!ends_told(unit) || title_case_share(unit.text) > kMostCapitals) return false;
  if (is_read_more(unit.text, page_words) || is_boilerplate(unit.text, page_words)) return false;
  std::size_t near = 0;
  for (std::size_t j = i - std::min(i, kNeighbours); j < std::min(i + kNeighbours + 1, page.units.size()); ++j)
    near += j != i && is_prose(page.units[j], kShortProse) && side_by_side(page, page.units[j], unit) ? 1U : 0U;
  return near > 0;
}

bool heads_other_matter(std::string_view text, const PageWords& page_words) {
  if (text.size() > 60) return false;
  return page_words[PageRole::other_matter_opening].opens(lower(text)) > 0;
}

bool heads_links(std::string_view text, const PageWords& page_words) {
  return page_words[PageRole::link_box_opening].opens(lower(text)) > 0;
}

bool is_below(const PageUnits& page, std::uint32_t container, std::uint32_t outer) {
  while (container > outer) container = page.containers[container].parent;
  return container == outer;
}

std::vector<bool> skipped_units(const PageUnits& page, const PageWords& page_words) {
  std::vector<bool> out(page.units.size(), false);
  const std::vector<std::string>& openings = page_words[PageRole::skip_opening].all();
  const std::vector<std::string>& ends = page_words[PageRole::skip_end].all();
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    if (page.units[i].text.size() > 80) continue;
    const std::string text = lower(page.units[i].text);
    const auto opening = std::find_if(openings.begin(), openings.end(),
                                      [&](const std::string& words) { return text.starts_with(words); });
    const auto which = static_cast<std::size_t>(opening - openings.begin());
    if (opening == openings.end() || which >= ends.size()) continue;
    const std::string end = ends[which] + text.substr(opening->size());
    for (std::size_t j = i + 1; j < std::min(i + kLongestSkip, page.units.size()); ++j) {
      if (lower(page.units[j].text.substr(0, 80)) != end) continue;
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(i), out.begin() + static_cast<std::ptrdiff_t>(j) + 1, true);
      i = j;
      break;
    }
  }
  return out;
}

void leave_out_cards(const PageUnits& page, std::size_t shortest, std::vector<bool>& left_out) {
  std::vector<std::size_t> cards;
  std::vector<std::size_t> row;
  std::size_t all = 0;
  std::size_t in_cards = 0;
  const auto end_row = [&] {
    if (row.size() >= kFewestCards) cards.insert(cards.end(), row.begin(), row.end());
    row.clear();
  };
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    const HtmlUnit& unit = page.units[i];
    if (left_out[i] || !is_prose(unit, shortest)) continue;
    all += unit.text.size();
    if (!row.empty() && i - row.back() > kCardUnits) end_row();
    if (summarises(page, i) && (row.empty() || page.units[row.back()].container != unit.container)) {
      row.push_back(i);
    } else {
      end_row();
    }
  }
  end_row();
  for (const std::size_t i : cards) in_cards += page.units[i].text.size();
  if (in_cards * 2 > all) return;
  for (const std::size_t i : cards) left_out[i] = true;
}

}  // namespace hearsay
