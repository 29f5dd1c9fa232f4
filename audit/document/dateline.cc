// dateline_prefix(): PLACE[, Region][, Date] [(AGENCY)] followed by a dash or a colon, read left to right within the
// first 90 bytes. The place must be in capitals unless an agency in brackets follows; behind that an outlet may set no
// mark at all: "Varn (CNN) The mayor …".
#include <array>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/dates.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestDateline = 90;  // bytes within which a dateline ends

struct Mark {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  bool colon = false;
};

// The first dash with white space around it (or a long dash without), or colon.
Mark find_mark(std::string_view head) {
  static constexpr std::array<std::string_view, 4> kDashes = {"—", "–", "―", "--"};
  Mark best;
  const auto take = [&](std::size_t at, std::size_t size, bool colon) {
    if (at != std::string_view::npos && at < best.at) best = {at, size, colon};
  };
  for (const std::string_view dash : kDashes) take(head.find(dash), dash.size(), false);
  const std::size_t hyphen = head.find(" - ");
  if (hyphen != std::string_view::npos) take(hyphen + 1, 1, false);
  if (head.ends_with(" -")) take(head.size() - 1, 1, false);
  for (const std::string_view bracket : {")- ", ").- ", ") _ "}) {  // as agencies type the dash
    const std::size_t at = head.find(bracket);
    if (at != std::string_view::npos) take(at + 1, bracket.size() - 2, false);
  }
  take(head.find(':'), 1, true);
  return best;
}

bool capitalised(std::string_view word) {
  return is_upper(decode(word, 0).value);
}

enum class Letters { capitals, any };

// Place, region and date: each comma-separated part is capitalised words or a date.
bool place_and_date(std::string_view text, Letters letters, const PageWords& page_words) {
  std::size_t count = 0;
  const std::size_t comma = text.find(',');
  const std::vector<std::string_view> place = split_words(text.substr(0, comma));
  if (place.empty() || place.size() > 5) return false;
  for (const std::string_view word : place) {
    if (letters == Letters::capitals ? !in_capitals(word) : !capitalised(word)) return false;
  }
  if (comma == std::string_view::npos) return true;
  for (const std::string_view word : split_words(text.substr(comma))) {
    if (++count > 8) return false;
    const char32_t first = decode(word, 0).value;
    if (!is_upper(first) && !is_digit(first) && !page_words[PageRole::dateline_small].is(word)) return false;
  }
  return true;
}

// No sentence ends inside and nobody speaks.
bool plain_place(std::string_view text, const PageWords& page_words) {
  if (text.find_first_of("!?;\"") != std::string_view::npos || text.find("“") != std::string_view::npos) return false;
  const bool saint = page_words[PageRole::dateline_abbreviation].opens_word(text) > 0;
  return text.find(". ") == std::string_view::npos || text.find(',') != std::string_view::npos || saint;
}

// "Varn (CNN) The mayor": a place and three or four capitals in brackets, then a sentence. Its size without the space
// behind it; 0 where there is none.
std::size_t unmarked(std::string_view head, const PageWords& page_words) {
  const std::size_t open = head.find(" (");
  const std::size_t close = open == std::string_view::npos ? open : head.find(") ", open);
  if (close == std::string_view::npos || close + 2 >= head.size()) return 0;
  const std::string_view name = head.substr(open + 2, close - open - 2);
  if (name.size() < 2 || name.size() > 4 || !in_capitals(name) || !is_upper(decode(head, close + 2).value)) return 0;
  if (find_mark(head.substr(0, close + 3)).at != std::string_view::npos) return 0;
  const std::string_view place = head.substr(0, open);
  const bool short_place = split_words(place).size() <= 3 && plain_place(place, page_words);
  return short_place && place_and_date(place, Letters::any, page_words) ? close + 1 : 0;
}

}  // namespace

Dateline dateline_prefix(std::string_view text, const PageWords& page_words) {
  if (text.empty() || !is_upper(decode(text, 0).value)) return {};
  const std::string_view head = text.substr(0, kLongestDateline);
  if (const std::size_t size = unmarked(head, page_words); size != 0)
    return {.size = size, .form = DatelineForm::agency};
  const Mark mark = find_mark(head);
  if (mark.at == std::string_view::npos) return {};
  std::string_view before = trim(head.substr(0, mark.at));
  bool agency = false;
  bool known = false;
  if (before.ends_with(")")) {
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos) return {};
    const std::string_view name = before.substr(open);
    const std::size_t words = split_words(name).size();
    if (words == 0 || words > 4) return {};
    known = names_agency(name, page_words);
    before = trim(before.substr(0, open));
    agency = true;
  } else if (before.find('(') != std::string_view::npos) {
    return {};
  }
  if (before.empty() || !plain_place(before, page_words)) return {};
  if (!place_and_date(before, known ? Letters::any : Letters::capitals, page_words)) return {};
  Dateline found;
  found.size = mark.at + mark.size;
  found.form = agency && !mark.colon ? DatelineForm::agency : mark.colon ? DatelineForm::colon : DatelineForm::dash;
  return found;
}

}  // namespace hearsay
