// Each question looks at the first and last words only, so that a long paragraph costs no more than a short one.
#include "document/block_kind.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/words.h"

namespace hearsay {
namespace {

std::string lowered_head(std::string_view text) {
  return lower(text.substr(0, 80));
}

bool ends_in_credit(std::string_view text, const PageWords& page_words) {
  std::string tail = lower(text.substr(text.size() > 60 ? text.size() - 60 : 0));
  while (!tail.empty() && (tail.back() == '.' || tail.back() == ')' || tail.back() == ']')) tail.pop_back();
  return page_words[PageRole::credit_ending].closes(tail) > 0;
}

bool letterless(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = decode(text, at);
    if (is_letter(here.value) || is_digit(here.value)) return false;
    at += here.length;
  }
  return true;
}

// "Our newsletter tells you what matters. Sign up here."
bool is_newsletter_plug(std::string_view text, const PageWords& page_words) {
  if (text.size() > 240) return false;
  const std::string all = lower(text);
  return page_words[PageRole::newsletter].within(all) && text.find('"') == std::string_view::npos &&
         text.find("“") == std::string_view::npos && page_words[PageRole::newsletter_offer].within(all);
}

}  // namespace

bool names_agency(std::string_view text, const PageWords& page_words) {
  const std::vector<std::string_view> words = split_words(text);
  return !words.empty() && words.size() <= 4 && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return page_words[PageRole::agency_mark].is(lower(word));
  });
}

std::string byline_names(std::string_view text, const PageWords& page_words) {
  if (text.size() > 160) return "";
  const std::size_t skip = page_words[PageRole::byline_opening].opens_word(lowered_head(text));
  if (skip == 0) return "";
  std::string_view names = trim(text.substr(skip));
  names = names.substr(0, std::min(names.find('|'), names.find("•")));
  const std::vector<std::string_view> words = split_words(names);
  if (words.empty() || words.size() > 14) return "";
  if (names.back() == '.' && words.size() > 6) return "";
  if (names.back() == ':' || names.back() == '?' || names.back() == '!' || names.back() == ',') return "";
  for (const std::string_view word : words) {
    const bool small = page_words[PageRole::small_in_byline].is(word) || page_words[PageRole::name_particle].is(word);
    if (!small && !is_upper(decode(word, 0).value)) return "";
  }
  if (!is_upper(decode(words.front(), 0).value)) return "";
  // A title or a paper follows the names: "By Ana Ruiz, Staff Writer".
  std::size_t end = names.size();
  for (std::size_t comma = names.find(','); comma != std::string_view::npos; comma = names.find(',', comma + 1)) {
    const std::vector<std::string_view> after = split_words(names.substr(comma + 1));
    const bool role = std::any_of(after.begin(), after.end(), [&](std::string_view word) {
      return page_words[PageRole::byline_role].is(lower(word));
    });
    if (role) {
      end = comma;
      break;
    }
  }
  names = trim(names.substr(0, end));
  if (names.ends_with(".") && page_words[PageRole::abbreviated_name].closes(names) == 0) names.remove_suffix(1);
  return std::string(names);
}

std::string date_line(std::string_view text, const PageWords& page_words) {
  if (text.size() > 100) return "";
  const std::optional<FoundDate> found = find_date(text, page_words);
  if (!found) return "";
  const std::string rest =
      std::string(text.substr(0, found->span.begin)) + " " + std::string(text.substr(found->span.end));
  std::size_t others = 0;
  for (const std::string_view word : split_words(rest)) {
    const char32_t first = decode(word, 0).value;
    if (is_digit(first) || page_words[PageRole::date_small].is(lower(word)) || is_weekday(word, page_words)) continue;
    if (!is_upper(first) && !is_month(word, page_words)) return "";
    ++others;
  }
  return others <= 6 && text.back() != '.' && text.back() != ',' ? found->iso : "";
}

std::size_t date_prefix(std::string_view text, const PageWords& page_words, std::string& iso) {
  const std::string_view head = text.substr(0, 60);
  std::size_t at = page_words[PageRole::date_label].opens(lower(head));
  const bool labelled = at > 0;
  at = head.find_first_not_of(" :\t", at);
  if (at == std::string_view::npos) return 0;
  const std::optional<FoundDate> found = find_date(head.substr(at), page_words);
  if (!found || found->span.begin != 0) return 0;
  const std::size_t end = at + found->span.end;
  if (end >= text.size()) return 0;
  const std::size_t next = text.find_first_not_of(" \t-|:", end);
  if (next == std::string_view::npos || next == end) return 0;
  // "April 4, 2024 was a cold day" is a sentence; what follows metadata begins one.
  const char32_t first = decode(text, next).value;
  if (!is_upper(first) && first != U'"' && first != U'“' && first != U'‘') return 0;
  if (!labelled && !is_digit(decode(head, 0).value)) return 0;
  iso = found->iso;
  return end;
}

std::size_t credit_prefix(std::string_view text, const PageWords& page_words) {
  constexpr std::size_t kLongest = 80;
  const std::string_view head = text.substr(0, kLongest);
  if (head.find('/') == std::string_view::npos) return 0;
  const std::string lowered = lower(head);
  std::size_t found = 0;
  for (std::size_t at = 0; at < head.size();) {
    if (!is_upper(decode(head, at).value)) break;  // names alone
    const std::size_t end = std::min(head.find(' ', at), head.size());
    if (end == head.size()) break;
    const std::string_view so_far = head.substr(0, end);
    const bool ends = page_words[PageRole::credit_ending].closes(std::string_view(lowered).substr(0, end)) > 0;
    if (ends && so_far.find('/') != std::string_view::npos) found = end;
    if (std::string_view(",:;!?").find(head[end - 1]) != std::string_view::npos) break;
    at = end + 1;
  }
  return found < text.size() && is_upper(decode(text, std::min(found + 1, text.size() - 1)).value) ? found : 0;
}

std::size_t button_prefix(std::string_view text, const PageWords& page_words) {
  return page_words[PageRole::video_button].opens(text);
}

CaptionSign caption_sign(std::string_view text, const PageWords& page_words) {
  if (text.size() > 700) return CaptionSign::none;
  if (button_prefix(text, page_words) > 0) return CaptionSign::strong;
  // "… in Varn on Monday. | Ana Ruiz/Pool Images HARBOUR Port closes": what ran into the credit is a label and a title.
  if (const std::size_t bar = text.find(" | ");
      bar != std::string_view::npos && credit_prefix(text.substr(bar + 3), page_words) > 0)
    return CaptionSign::strong;
  if (page_words[PageRole::caption_opening].opens(lowered_head(text)) > 0) return CaptionSign::strong;
  const std::string_view tail = text.substr(text.size() > 90 ? text.size() - 90 : 0);
  if (page_words[PageRole::caption_mark].within(tail)) return CaptionSign::strong;
  if (text.size() <= 400 && ends_in_credit(text, page_words)) return CaptionSign::strong;
  if (text.back() == ')') {
    const std::size_t open = text.rfind('(');
    if (open != std::string_view::npos && text.size() - open < 60) {
      const std::string_view credit = text.substr(open + 1, text.size() - open - 2);
      const std::string_view before = trim(text.substr(0, open));
      if (page_words[PageRole::caption_credit].within(credit)) return CaptionSign::strong;
      if (!before.empty() && names_agency(credit, page_words)) return CaptionSign::weak;
    }
  }
  return CaptionSign::none;
}

bool is_read_more(std::string_view text, const PageWords& page_words) {
  if (text.size() > 240) return false;
  const std::string head = lowered_head(text);
  const std::size_t stop = head.find_first_of(":|>");
  const std::string_view label = trim(std::string_view(head).substr(0, stop));
  if (stop != std::string::npos && page_words[PageRole::read_more_label].is(label)) return true;
  if (page_words[PageRole::read_more_alone].is(trim(head))) return true;
  if (text.size() <= 200 && page_words[PageRole::read_more_ending].closes(text) > 0) return true;
  return text.size() <= 120 && page_words[PageRole::read_more_opening].opens(head) > 0;
}

bool is_comments_heading(std::string_view text, const PageWords& page_words) {
  if (text.size() > 40) return false;
  std::string name = lower(text);
  std::size_t skip = name.find_first_not_of("0123456789( ");
  if (skip == std::string::npos) return false;
  name = name.substr(skip);
  while (!name.empty() && std::string_view("0123456789() :.").find(name.back()) != std::string_view::npos)
    name.pop_back();
  return page_words[PageRole::comments_heading].is(name);
}

bool is_note(std::string_view text, const PageWords& page_words) {
  const std::string head = lowered_head(text);
  if (text.size() <= 900 && page_words[PageRole::note_opening].opens(head) > 0) return true;
  if (text.size() > 240) return false;
  return page_words[PageRole::crew_opening].opens(head) > 0 || page_words[PageRole::crew_within].within(lower(text));
}

bool is_boilerplate(std::string_view text, const PageWords& page_words) {
  if (letterless(text)) return true;
  if (text.size() > 240) return false;
  const std::string head = lowered_head(text);
  if (page_words[PageRole::furniture_alone].is(head)) return true;
  if (page_words[PageRole::furniture_opening].opens(head) > 0) return true;
  if (is_newsletter_plug(text, page_words)) return true;
  return page_words[PageRole::call_opening].opens(head) > 0 && page_words[PageRole::call_place].within(lower(text));
}

bool is_list_item(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kMarks = {"- ", "* ", "• ", "· ", "▪ ", "– "};
  if (std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view m) { return text.starts_with(m); })) return true;
  const std::size_t end = text.find_first_not_of("0123456789");
  return end != 0 && end != std::string_view::npos && end <= 2 && (text[end] == '.' || text[end] == ')') &&
         text.substr(end + 1).starts_with(" ");
}

std::size_t post_signature(std::string_view text, const PageWords& page_words) {
  constexpr std::size_t kLongest = 4000;     // bytes of a post
  constexpr std::size_t kLongestName = 120;  // bytes of a name
  constexpr auto kNowhere = std::string_view::npos;
  const std::size_t handle = text.size() <= kLongest ? text.rfind("(@") : kNowhere;
  if (handle == kNowhere) return kNowhere;
  std::size_t dash = kNowhere;
  for (const std::string_view mark : {"— ", "– ", "- "}) {
    const std::size_t at = text.rfind(mark, handle);
    if (at != kNowhere && (dash == kNowhere || at > dash)) dash = at;
  }
  if (dash == kNowhere || handle - dash > kLongestName) return kNowhere;
  const std::optional<FoundDate> date = find_date(text.substr(handle), page_words);
  return date && handle + date->span.end + 1 >= text.size() ? dash : kNowhere;
}

bool ends_with_full_stop(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kClosers = {"\"", "'", "”", "’", ")", "»"};
  for (const std::string_view closer : kClosers) {
    if (text.ends_with(closer)) text.remove_suffix(closer.size());
  }
  return text.ends_with(".") && !text.ends_with("...");
}

bool is_heading(std::string_view text) {
  if (text.size() > 240 || count_code_points(text) > 80) return false;
  if (ends_with_full_stop(text)) return false;
  static constexpr std::string_view kMarks = ".!?:;,";
  if (kMarks.find(text.back()) != std::string_view::npos && text.back() != '?') return false;
  const std::vector<std::string_view> words = split_words(text);
  if (words.empty() || words.size() > 12) return false;
  // “…?” he asked – without a stop – is speech.
  const bool quoted_speech = text.ends_with("?\"") || text.ends_with("?”") || text.ends_with("!\"") ||
                             text.ends_with("!”") || text.ends_with(",”");
  return !quoted_speech && !is_lower(decode(words.front(), 0).value);
}

}  // namespace hearsay
