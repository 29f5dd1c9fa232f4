// find_wrong_weekdays: a weekday beside a date, "Monday, March 4" or "Monday 4 March 2019", is that day or not. The
// year is the one that stands behind the date; without one it is that in which the date lies next to the day of
// publication.
#include <chrono>

#include "score/contradictions/parts.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2200;
constexpr int kFarDays = 120;  // a date without a year this far from publication may be of any year

std::optional<std::chrono::year_month_day> published_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : iso.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = part(0, 4), month = part(5, 2), day = part(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

struct DateAt {
  int year = 0, month = 0, day = 0;  // year 0: none is given
  std::uint32_t end = 0;
};

class Weekdays {
 public:
  Weekdays(const ScoreInput& input, const ValueWords& words, Contradictions& found)
      : input_(input), words_(words), found_(found), published_(published_day(input.document.published)) {}

  void look_at(std::uint32_t token) {
    const int weekday = words_.weekday(token);
    if (weekday == 0 || follows_weekday(token)) return;
    std::uint32_t at = token + 1;
    if (is(at, ",") || is(at, "(")) ++at;
    const std::optional<DateAt> date = date_at(at);
    // "Monday, March 4-8", "March 4 to 8" and lists begin with the day that is named; what follows is another day.
    if (!date) return;
    const auto day = day_of(*date, token);
    if (!day || !day->ok()) return;
    const int real = static_cast<int>(std::chrono::weekday(std::chrono::sys_days(*day)).iso_encoding());
    if (real == weekday) return;
    found_.push_back({.kind = ContradictionKind::weekday,
                      .here = {token, date->end},
                      .there = {},
                      .says = words_.weekday_name(real),
                      .certainty = date->year != 0 ? 0.97 : 0.9,
                      .attributions = {}});
  }

 private:
  [[nodiscard]] bool is(std::uint32_t token, std::string_view mark) const { return words_.words(token) == mark; }

  /// "Saturday and Sunday, Dec. 8 and 9": the date is that of the first.
  [[nodiscard]] bool follows_weekday(std::uint32_t token) const {
    for (std::uint32_t back = 1; back <= 3 && back <= token; ++back) {
      if (words_.weekday(token - back) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] int day_number(std::uint32_t token) const {
    std::string_view written = words_.words(token);
    if (written.empty() || written.front() < '0' || written.front() > '9') return 0;
    if (written.size() > 2) {
      if (!input_.text.language->ends(written, WordEnding::ordinal_number, 1)) return 0;
      while (!written.empty() && (written.back() < '0' || written.back() > '9')) written.remove_suffix(1);
    }
    const std::optional<NumberAt> figure = figure_of(written);
    return figure && figure->exact && figure->value >= 1 && figure->value <= 31 ? static_cast<int>(figure->value) : 0;
  }

  [[nodiscard]] std::optional<DateAt> date_at(std::uint32_t at) const {
    DateAt date;
    if (input_.text.is(at, Role::definite_article)) ++at;
    if ((date.month = words_.month(at)) != 0) {
      date.day = day_number(at + 1);
    } else if ((date.day = day_number(at)) != 0) {
      if (input_.text.is(at + 1, Role::genitive_of)) ++at;
      date.month = words_.month(at + 1);
    }
    if (date.day == 0 || date.month == 0) return std::nullopt;
    date.end = at + 2;
    // "Nov. 6 Friday": it belongs to what follows.
    if (words_.weekday(date.end) != 0) return std::nullopt;
    std::uint32_t year = date.end;
    if (is(year, ",")) ++year;
    const std::string_view written = words_.words(year);
    const std::optional<NumberAt> figure = written.size() == 4 ? figure_of(written) : std::nullopt;
    if (figure && figure->exact && figure->value >= kFirstYear && figure->value <= kLastYear) {
      date.year = static_cast<int>(figure->value);
      date.end = year + 1;
    }
    return date;
  }

  /// Whether some other year stands in the paragraph: then a date without one may be of that.
  [[nodiscard]] bool tells_of_year(std::uint32_t token) const {
    const std::uint32_t sentence = sentence_at(input_.text, token);
    if (sentence >= input_.text.sentences.size()) return true;
    const TokenRange range = input_.text.paragraphs[input_.text.sentences[sentence].paragraph].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string_view written = words_.words(t);
      if (written.size() != 4) continue;
      const auto figure = figure_of(written);
      if (figure && figure->value >= kFirstYear && figure->value <= kLastYear) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<std::chrono::year_month_day> day_of(const DateAt& date, std::uint32_t token) const {
    const auto in_year = [&](int year) {
      return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(date.month)),
                                         std::chrono::day(static_cast<unsigned>(date.day))};
    };
    if (date.year != 0) return in_year(date.year);
    if (!published_ || tells_of_year(token)) return std::nullopt;
    const std::chrono::sys_days now(*published_);
    for (int step = -1; step <= 1; ++step) {
      const auto day = in_year(static_cast<int>(published_->year()) + step);
      if (!day.ok()) continue;
      const auto apart = std::chrono::sys_days(day) - now;
      if (apart <= std::chrono::days(kFarDays) && apart >= -std::chrono::days(kFarDays)) return day;
    }
    return std::nullopt;
  }

  const ScoreInput& input_;
  const ValueWords& words_;
  Contradictions& found_;
  std::optional<std::chrono::year_month_day> published_;
};

}  // namespace

void find_wrong_weekdays(const ScoreInput& input, const ValueWords& words, Contradictions& found) {
  Weekdays weekdays(input, words, found);
  for (std::uint32_t t = 0; t < input.text.tokens.size(); ++t) weekdays.look_at(t);
}

}  // namespace hearsay
