// complete_record(): find the headline among the units and the first long paragraph behind it (the second, where the
// first may be a standfirst); the lines between, then a few above the headline, are asked one by one.
#include "document/html/html_lines.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "document/author_names.h"
#include "document/block_kind.h"
#include "document/dates.h"
#include "document/html/html_other.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes of a line of names or times
constexpr std::size_t kLongProse = 120;    // bytes from which a unit is a paragraph of the article
constexpr std::size_t kAbove = 4;          // lines above the headline
constexpr std::size_t kBelow = 30;         // lines below it
constexpr std::size_t kSigning = 4;        // lines below it that may name the writer without "By"

// The conjunctions between names as commas, which join_names cuts at.
std::string with_commas(std::string_view names, const PageWords& page_words) {
  std::string out(names);
  for (const std::string& word : page_words[PageRole::name_joint].all()) {
    for (std::size_t at = out.find(word); at != std::string::npos; at = out.find(word, at)) {
      out.replace(at, word.size(), ", ");
    }
  }
  return out;
}

// Two to four words that each begin with a capital, and no mark that a name has not.
bool looks_like_name(std::string_view text, const PageWords& page_words) {
  if (text.size() > 60 || text.find_first_of("?!:;|/@#0123456789") != std::string_view::npos) return false;
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() < 2 || words.size() > 4) return false;
  std::size_t capitals = 0;
  for (const std::string_view word : words) {
    if (is_upper(decode(word, 0).value)) {
      ++capitals;
    } else if (!page_words[PageRole::name_particle].is(word) && !page_words[PageRole::small_in_name].is(word)) {
      return false;
    }
  }
  return capitals >= 2;
}

// "By Ana Ruiz" of "By Ana Ruiz Tuesday, 12 March 2024".
std::string_view before_date(std::string_view text, const PageWords& page_words) {
  const std::optional<FoundDate> date = find_date(text, page_words);
  if (!date || date->span.begin == 0) return text;
  text = trim(text.substr(0, date->span.begin));
  for (std::size_t last = text.rfind(' '); last != std::string_view::npos; last = text.rfind(' ')) {
    const std::string word = lower(text.substr(last + 1));
    const bool time = !word.empty() && word.front() >= '0' && word.front() <= '9';
    const bool between =
        is_weekday(word, page_words) || time || word == "|" || page_words[PageRole::before_date].is(word);
    if (!between) break;
    text = trim(text.substr(0, last));
  }
  while (text.ends_with(',') || text.ends_with('|')) text.remove_suffix(1);
  return text;
}

// Does an address lead to a page about a writer ("/author/ana-ruiz")? By the words that sites of all languages have in
// addresses, as in names of classes: these are nobody's text.
bool leads_to_writer(std::string_view href) {
  static constexpr std::array<std::string_view, 14> kPlaces = {
      "author", "authors",     "people",       "person",     "profile",     "profiles", "staff",
      "by",     "contributor", "contributors", "journalist", "journalists", "reporter", "writers"};
  while (!href.empty()) {
    const std::size_t end = std::min(href.find('/'), href.size());
    if (std::find(kPlaces.begin(), kPlaces.end(), href.substr(0, end)) != kPlaces.end()) return true;
    href.remove_prefix(std::min(end + 1, href.size()));
  }
  return false;
}

// Names that are links, in a line that is named for the byline, or to pages about writers.
std::string linked_names(const HtmlUnit& unit, const PageWords& page_words) {
  std::vector<std::string> names;
  for (const UnitLink& link : unit.links) {
    if (unit.role != ElementRole::byline && !leads_to_writer(link.href)) continue;
    const std::string name = join_names({unit.text.substr(link.begin, link.end - link.begin)}, page_words);
    if (looks_like_name(name, page_words)) names.push_back(name);
  }
  return join_names(names, page_words);
}

std::string names_of(const HtmlUnit& unit, std::string_view language, const PageWords& page_words) {
  const std::string_view text = unit.text;
  if (text.size() > kLongestLine) return "";
  if (std::string names = byline_names(before_date(text, page_words), page_words); !names.empty())
    return join_names({names}, page_words);
  // "Posted on March 12, 2024 by Ana Ruiz".
  const std::size_t by = page_words[PageRole::byline_within].find(text).at;
  if (by != std::string_view::npos && find_date(text, page_words)) {
    if (std::string names = byline_names(text.substr(by + 1), page_words); !names.empty())
      return join_names({names}, page_words);
  }
  const std::string head = lower(text.substr(0, 40));
  for (const TongueOpening& opening : page_words.byline_openings) {
    const std::size_t size = opening.words.size();
    if (!language.starts_with(opening.language) || !head.starts_with(opening.words) || head.size() <= size ||
        head[size] != ' ')
      continue;
    const std::string_view rest = text.substr(size + 1);
    std::string names = join_names({with_commas(rest.substr(0, rest.find_first_of("|(")), page_words)}, page_words);
    const std::vector<std::string_view> words = split_words(names);
    const bool capital = !words.empty() && is_upper(decode(words.front(), 0).value);
    if (capital && words.size() <= 12) return names;
  }
  if (std::string names = linked_names(unit, page_words); !names.empty()) return names;
  if (unit.role != ElementRole::byline) return "";
  const std::string names = join_names({std::string(text)}, page_words);
  return looks_like_name(names, page_words) ? names : "";
}

// What a line of names and times calls the time: it ends the names.
std::size_t time_label(std::string_view lowered, const PageWords& page_words) {
  std::size_t at = std::string_view::npos;
  for (const std::string& label : page_words[PageRole::time_label].all()) {
    const std::size_t found = lowered.find(label);
    if (found != std::string_view::npos && found > 0 && lowered[found - 1] == ' ') at = std::min(at, found);
  }
  return at;
}

// "Ana Ruiz, The Bay Post Published 8:00 a.m. March 5, 2024", "Ana Ruiz | Staff Writer": names without "By" right below
// the headline. A place reads like a name: only a house, an office or a label of the time beside it makes it one.
std::string signing_names(std::string_view text, const PageRecord& record, const PageWords& page_words) {
  if (text.size() > kLongestLine || (ends_with_full_stop(text) && page_words[PageRole::clock_ending].closes(text) == 0))
    return "";
  const std::string lowered = lower(text);
  const std::size_t label = lowered.size() == text.size() ? time_label(lowered, page_words) : std::string_view::npos;
  const std::string line = with_commas(before_date(text.substr(0, label), page_words), page_words);
  bool told = label != std::string_view::npos;
  std::string signing;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t end = std::min({rest.find(','), rest.find('|'), rest.find("•"), rest.find("·"), rest.size()});
    const std::string_view piece = trim(rest.substr(0, end));
    rest.remove_prefix(end + (end < rest.size() ? decode(rest, end).length : 0));
    const std::string names = join_names({std::string(piece)}, page_words, record.houses);
    const bool house =
        is_house(piece, record.houses, page_words) || names.empty();  // or an office, which join_names drops
    if (house && !signing.empty()) {
      told = true;
      continue;
    }
    if (piece != names && person_before_house(piece, record.houses, page_words) != piece) told = true;
    if (!looks_like_name(names, page_words) || is_house(names, record.houses, page_words)) return "";
    signing += (signing.empty() ? "" : ", ") + names;
  }
  return told ? join_names({signing}, page_words) : "";
}

struct SeenDate {
  std::string iso;
  bool updated = false;  // when it was changed, not when it came out
};

// "Published 12 March 2024 at 10:22 | Updated 13 March 2024".
std::optional<SeenDate> date_of(const HtmlUnit& unit, const PageWords& page_words) {
  const std::string_view text = unit.text;
  if (text.size() > kLongestLine) return std::nullopt;
  const std::optional<FoundDate> first = find_date(text, page_words);
  if (!first) return std::nullopt;
  const std::string lowered = lower(text);
  for (const std::string& label : page_words[PageRole::published_label].all()) {
    const std::size_t at = lowered.find(label);
    if (at == std::string::npos || lowered.size() != text.size()) continue;
    if (const auto labelled = find_date(text.substr(at), page_words)) return SeenDate{labelled->iso, false};
  }
  const std::string before = lowered.substr(0, first->span.begin);
  const bool updated = page_words[PageRole::updated_label].within(before);
  if (unit.role != ElementRole::byline && !updated && date_line(text, page_words).empty()) return std::nullopt;
  return SeenDate{first->iso, updated};
}

struct Range {
  std::size_t begin = 0, title = 0, end = 0;
};

std::optional<Range> lines_around_title(const PageUnits& page, std::string_view title) {
  const std::size_t count = page.units.size();
  std::size_t at = count;
  for (std::size_t i = 0; i < count && at == count; ++i) {
    if (page.units[i].text.size() <= title.size() + 40 && same_words(page.units[i].text, title)) at = i;
  }
  for (std::size_t i = 0; i < count && at == count; ++i) {
    if (page.units[i].tag == UnitTag::title) at = i;
  }
  if (at == count) return std::nullopt;
  Range range{at - std::min(at, kAbove), at, at + 1};
  bool standfirst = true;  // the first long unit may be one
  while (range.end < count && range.end - at <= kBelow) {
    const HtmlUnit& unit = page.units[range.end];
    const bool prose = unit.text.size() >= kLongProse && unit.tag != UnitTag::heading;
    if (prose && !standfirst) break;
    if (prose) standfirst = false;
    ++range.end;
  }
  return range;
}

// Nobody in person: the outlet itself, or a desk.
bool only_the_outlet(const PageRecord& record, const PageWords& page_words) {
  if (join_names({record.byline}, page_words).empty()) return true;
  const std::string name = skeleton(record.byline);
  return is_house(record.byline, record.houses, page_words) ||
         (name.size() >= 5 && skeleton(record.url).find(name) != std::string::npos);
}

// The line below the headline that signs, and the names in it; the house may stand on a line of its own behind them.
std::string signing_line(PageUnits& page, std::size_t i, const PageRecord& record, const PageWords& page_words) {
  HtmlUnit& unit = page.units[i];
  if (unit.tag == UnitTag::heading) return "";
  std::string names = signing_names(unit.text, record, page_words);
  if (names.empty() && i + 1 < page.units.size() && is_house(page.units[i + 1].text, record.houses, page_words))
    names = signing_names(unit.text + " | " + page.units[i + 1].text, record, page_words);
  if (!names.empty()) unit.role = ElementRole::byline;
  return names;
}

// Does the line stand beside the linked headline of another story?
bool in_card(const PageUnits& page, std::size_t i, std::string_view title) {
  const auto links = [&](const HtmlUnit& unit) {
    return mostly_links(unit) && unit.text.size() >= kShortestHeadline && !same_words(unit.text, title);
  };
  return (i > 0 && links(page.units[i - 1])) || (i + 1 < page.units.size() && links(page.units[i + 1]));
}

}  // namespace

void complete_record(PageUnits& page, const PageWords& page_words, PageRecord& record) {
  const bool unsigned_page = only_the_outlet(record, page_words);
  const std::optional<Range> lines = lines_around_title(page, record.title);
  if (!lines) return;
  std::string names;
  std::string signing;
  std::string updated;
  for (const bool above : {false, true}) {
    for (std::size_t i = above ? lines->begin : lines->title + 1; i < (above ? lines->title : lines->end); ++i) {
      const HtmlUnit& unit = page.units[i];
      if (names.empty() && unsigned_page && !in_card(page, i, record.title))
        names = names_of(unit, record.language, page_words);
      if (!above && signing.empty() && i <= lines->title + kSigning)
        signing = signing_line(page, i, record, page_words);
      if (names.empty()) names = signing;
      if (!record.published.empty()) continue;
      const std::optional<SeenDate> seen = date_of(unit, page_words);
      if (seen && !seen->updated) record.published = seen->iso;
      if (seen && updated.empty()) updated = seen->iso;
    }
  }
  if (record.published.empty()) record.published = updated;
  if (!names.empty() && unsigned_page) record.byline = names;
}

}  // namespace hearsay
