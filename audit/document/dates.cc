// find_date() looks at each figure of one, two or four digits and asks what stands around it; no month name without a
// day and a four-digit year beside it makes a date.
#include "document/dates.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Reads at most `most` digits at `at`; -1 if there is none or if more follow.
int number(std::string_view text, std::size_t& at, std::size_t most) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && digit(text[end]) && end - at < most) value = value * 10 + (text[end++] - '0');
  if (end == at || (end < text.size() && digit(text[end]))) return -1;
  at = end;
  return value;
}

// 0 = none. A full stop may stand behind it.
int month_number(std::string_view word, const PageWords& page_words) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return page_words.months.may_be(word) ? page_words.months.number(lower(word)) : 0;
}

// Months that stand only behind the day, written out.
int month_behind_day(std::string_view word, const PageWords& page_words) {
  return page_words.months_behind_day.may_be(word) ? page_words.months_behind_day.number(lower(word)) : 0;
}

constexpr std::size_t kOrdinal = 2;  // bytes behind the figure of a day that may be its ending

std::string iso(int year, int month, int day) {
  if (year < 1700 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

void skip(std::string_view text, std::size_t& at, std::string_view any_of) {
  while (at < text.size() && any_of.find(text[at]) != std::string_view::npos) ++at;
}

std::string_view word_at(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && (alpha(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80U)) ++at;
  if (at > begin && at < text.size() && text[at] == '.') ++at;
  return text.substr(begin, at - begin);
}

// "T10:00:00.000+01:00" after an ISO date; a blank may stand for the T.
std::string clock(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  if (end >= text.size() || (text[end] != 'T' && text[end] != ' ' && text[end] != 't')) return "";
  ++end;
  const std::size_t begin = end;
  const int hour = number(text, end, 2);
  if (hour < 0 || hour > 24 || end >= text.size() || text[end] != ':') return "";
  ++end;
  if (number(text, end, 2) < 0) return "";
  if (end < text.size() && text[end] == ':') {
    ++end;
    if (number(text, end, 2) < 0) return "";
    if (end < text.size() && text[end] == '.') {
      ++end;
      skip(text, end, "0123456789");
    }
  }
  std::string out(1, 'T');
  out += text.substr(begin, end - begin);
  at = end;
  if (end < text.size() && text[end] == ' ' && end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-'))
    ++end;
  if (end < text.size() && (text[end] == 'Z' || text[end] == 'z')) {
    ++at;
    out.push_back('Z');
    return out;
  }
  if (end < text.size() && (text[end] == '+' || text[end] == '-')) {
    const std::size_t zone = end++;
    skip(text, end, "0123456789:");
    if (end - zone >= 3 && end - zone <= 6) {
      out += text.substr(zone, end - zone);
      at = end;
    }
  }
  return out;
}

std::optional<FoundDate> year_first(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const int year = number(text, at, 4);
  if (at - begin != 4 || at >= text.size() || (text[at] != '-' && text[at] != '/')) return std::nullopt;
  const char mark = text[at++];
  const int month = number(text, at, 2);
  if (at >= text.size() || text[at] != mark) return std::nullopt;
  ++at;
  const int day = number(text, at, 2);
  std::string date = iso(year, month, day);
  if (date.empty()) return std::nullopt;
  date += clock(text, at);
  return FoundDate{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, date};
}

std::optional<FoundDate> day_first(std::string_view text, std::size_t begin, const PageWords& page_words) {
  std::size_t at = begin;
  const int day = number(text, at, 2);
  if (day < 1) return std::nullopt;
  const std::string suffix = lower(text.substr(at, kOrdinal));
  at += page_words[PageRole::ordinal].opens(suffix);
  at += page_words[PageRole::ordinal_before_month].opens(suffix);  // "1er mars"
  if (suffix.starts_with(".")) ++at;
  skip(text, at, " -");
  at += page_words[PageRole::day_joint].opens_word(text.substr(at));
  const std::string_view name = word_at(text, at);
  int month = month_number(name, page_words);
  if (month == 0) month = month_behind_day(name, page_words);
  if (month == 0) return std::nullopt;
  skip(text, at, " ,-");
  at += page_words[PageRole::month_joint].opens_word(text.substr(at));
  const std::size_t year_at = at;
  const int year = number(text, at, 4);
  if (at - year_at != 4) return std::nullopt;
  std::string date = iso(year, month, day);
  if (date.empty()) return std::nullopt;
  return FoundDate{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, date};
}

// "10:22:33 UTC 2024" as C prints dates: over the time and the zone, where a year follows.
void skip_clock(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  skip(text, end, "0123456789:");
  if (end - at != 8 || text.substr(at, end - at).find(':') != 2) return;
  skip(text, end, " ");
  if (end < text.size() && alpha(text[end])) word_at(text, end);
  skip(text, end, " ");
  at = end;
}

std::optional<FoundDate> month_first(std::string_view text, std::size_t begin, const PageWords& page_words) {
  std::size_t at = begin;
  const int month = month_number(word_at(text, at), page_words);
  if (month == 0) return std::nullopt;
  skip(text, at, " ");
  const int day = number(text, at, 2);
  if (day < 1) return std::nullopt;
  at += page_words[PageRole::ordinal].opens(lower(text.substr(at, kOrdinal)));
  skip(text, at, " ,");
  skip_clock(text, at);
  const std::size_t year_at = at;
  const int year = number(text, at, 4);
  if (at - year_at != 4) return std::nullopt;
  std::string date = iso(year, month, day);
  if (date.empty()) return std::nullopt;
  return FoundDate{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, date};
}

// "12.3.2024", and "31/3/2024" or "3/31/2024" where only one of the two can be a month.
std::optional<FoundDate> figures(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (begin >= 2 && (text[begin - 1] == '.' || text[begin - 1] == '/') && digit(text[begin - 2])) return std::nullopt;
  int day = number(text, at, 2);
  if (day < 1 || at >= text.size() || (text[at] != '.' && text[at] != '/')) return std::nullopt;
  const char mark = text[at++];
  int month = number(text, at, 2);
  if (month < 1 || at >= text.size() || text[at] != mark) return std::nullopt;
  const std::size_t year_at = ++at;
  const int year = number(text, at, 4);
  if (at - year_at != 4 || year < 1900) return std::nullopt;
  if (mark == '/' && day <= 12 && month <= 12 && day != month) return std::nullopt;
  if (mark == '/' && month > 12) std::swap(day, month);
  std::string date = iso(year, month, day);
  if (date.empty()) return std::nullopt;
  return FoundDate{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, date};
}

// "2024年3月12日", "2024년 3월 12일".
std::optional<FoundDate> east_asian(std::string_view text, std::size_t begin, const PageWords& page_words) {
  std::size_t at = begin;
  const int year = number(text, at, 4);
  if (at - begin != 4) return std::nullopt;
  const auto mark = [&](PageRole role) {
    const std::size_t size = page_words[role].opens(text.substr(at));
    at += size;
    if (size > 0) skip(text, at, " ");
    return size > 0;
  };
  if (!mark(PageRole::year_mark)) return std::nullopt;
  const int month = number(text, at, 2);
  if (!mark(PageRole::month_mark)) return std::nullopt;
  const int day = number(text, at, 2);
  if (!mark(PageRole::day_mark)) return std::nullopt;
  std::string date = iso(year, month, day);
  if (date.empty()) return std::nullopt;
  return FoundDate{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, date};
}

std::string from_epoch(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  if (digits.size() == 13) value /= 1000;
  const std::chrono::sys_seconds when{std::chrono::seconds{value}};
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{when - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace

bool is_month(std::string_view word, const PageWords& page_words) {
  return month_number(word, page_words) != 0;
}

bool is_weekday(std::string_view word, const PageWords& page_words) {
  if (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
  return page_words[PageRole::weekday].is(lower(word));
}

std::optional<FoundDate> find_date(std::string_view text, const PageWords& page_words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = at > 0 && (digit(text[at - 1]) || alpha(text[at - 1]));
    if (inside) continue;
    std::optional<FoundDate> found;
    if (digit(text[at])) {
      found = year_first(text, at);
      if (!found) found = day_first(text, at, page_words);
      if (!found) found = figures(text, at);
      if (!found) found = east_asian(text, at, page_words);
    } else if (alpha(text[at])) {
      found = month_first(text, at, page_words);
    }
    if (found) return found;
  }
  return std::nullopt;
}

std::string to_iso_date(std::string_view text, const PageWords& page_words) {
  text = trim(text);
  if (text.empty() || text.size() > 80) return "";
  if (text.find_first_not_of("0123456789") == std::string_view::npos) {
    if (text.size() == 10 || text.size() == 13) return from_epoch(text);
    if (text.size() == 8)
      return to_iso_date(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6)), page_words);
    return "";
  }
  const std::optional<FoundDate> found = find_date(text, page_words);
  return found ? found->iso : "";
}

}  // namespace hearsay
