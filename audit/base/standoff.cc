// One pass over the lines for the spans, then the events, which may stand before what they name.
#include "base/standoff.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace hearsay {
namespace {

constexpr std::size_t kMostComplaints = 20;

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool parse(std::string_view word, std::uint32_t& value) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size();
}

class Parser {
 public:
  Parser(std::string_view file, std::uint32_t points, Diagnostics& diagnostics)
      : file_(file), points_(points), diagnostics_(diagnostics) {}

  Standoff parse_lines(std::string_view bytes) {
    struct Line {
      std::uint32_t number;
      std::string_view words;
    };
    std::vector<Line> events;
    std::uint32_t number = 0;
    for (std::string_view line : split(bytes, '\n')) {
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      const std::size_t tab = line.find('\t');
      if (tab == std::string_view::npos || tab < 2 || !is_number(line.substr(1, tab - 1))) continue;
      if (line[0] == 'T') add_span(number, line.substr(0, tab), line.substr(tab + 1));
      if (line[0] == 'E') events.push_back({number, line.substr(tab + 1)});
    }
    for (const Line& event : events) add_event(event.number, event.words);
    return std::move(standoff_);
  }

 private:
  void complain(std::uint32_t line, const char* message) {
    if (++complaints_ > kMostComplaints) return;
    diagnostics_.push_back({.severity = Severity::warning,
                            .file = std::string(file_),
                            .line = line,
                            .message = message,
                            .remedy = "the annotation does not fit the text; the rest of the file is used"});
  }

  void add_span(std::uint32_t line, std::string_view id, std::string_view rest) {
    rest = rest.substr(0, rest.find('\t'));
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos) return complain(line, "a span without offsets");
    StandoffSpan span{.id = std::string(id), .type = std::string(rest.substr(0, space)), .ranges = {}};
    for (const std::string_view part : split(rest.substr(space + 1), ';')) {
      const std::vector<std::string_view> ends = split(part, ' ');
      CodeRange range;
      if (ends.size() != 2 || !parse(ends[0], range.begin) || !parse(ends[1], range.end) || range.begin > range.end ||
          range.end > points_) {
        complain(line, "a span that lies outside the text");
        continue;
      }
      span.ranges.push_back(range);
    }
    at_[span.id] = standoff_.spans.size();  // the last of a name counts
    standoff_.spans.push_back(std::move(span));
  }

  void add_event(std::uint32_t line, std::string_view words) {
    StandoffEvent event;
    for (const std::string_view part : split(words, ' ')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) continue;
      const auto found = at_.find(std::string(part.substr(colon + 1)));
      if (found == at_.end()) {
        complain(line, "an event that names a span that is not there");
        continue;
      }
      std::string_view role = part.substr(0, colon);
      while (!role.empty() && role.back() >= '0' && role.back() <= '9') role.remove_suffix(1);
      event.roles.emplace_back(role, found->second);
    }
    standoff_.events.push_back(std::move(event));
  }

  std::string_view file_;
  std::uint32_t points_;
  Diagnostics& diagnostics_;
  std::size_t complaints_ = 0;
  Standoff standoff_;
  std::map<std::string, std::size_t> at_;
};

}  // namespace

Standoff parse_standoff(std::string_view bytes, std::string_view file, std::uint32_t points, Diagnostics& diagnostics) {
  return Parser(file, points, diagnostics).parse_lines(bytes);
}

}  // namespace hearsay
