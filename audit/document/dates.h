// Dates as newsrooms write them: ISO 8601, in figures, and with the names of months that the page words know. A date
// without a year is none. Day and month between slashes ("3/4/2024") are left alone where either could be the month.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "language/page_words.h"

namespace hearsay {

struct FoundDate {
  Span span;        // bytes of the text that was searched, with a clock time where it follows directly in ISO form
  std::string iso;  // "2024-04-03" or "2024-04-03T10:00:00Z"
};

/// The first date in `text` ("July 20, 2023", "20th July 2023", "2023-07-20T10:00:00Z").
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text, const PageWords& page_words);

/// A date from a page's record as ISO 8601: ISO forms with blanks or slashes, RFC 822, English, seconds or
/// milliseconds since 1970. "" if it is none of these.
[[nodiscard]] std::string to_iso_date(std::string_view text, const PageWords& page_words);

/// Is `word` the name or usual abbreviation of a month or weekday, with or without a full stop?
[[nodiscard]] bool is_month(std::string_view word, const PageWords& page_words);
[[nodiscard]] bool is_weekday(std::string_view word, const PageWords& page_words);

}  // namespace hearsay
