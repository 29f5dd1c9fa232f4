// Whether a file is hard-wrapped is told by the rule every wrapping program follows: a line is broken where its next
// word would not have fitted. If most neighbouring lines obey that for the file's longest line, neighbours that do are
// joined. In any file a line that begins in lower case continues one that ended without punctuation.
#include "document/text/text_units.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/suppressions.h"

namespace hearsay {
namespace {

constexpr std::size_t kWidest = 100;    // code points; longer lines are paragraphs
constexpr std::size_t kNarrowest = 40;  // shorter ones are lists and verse

struct Line {
  Span span;              // trimmed
  std::size_t width = 0;  // code points; counted up to kWidest + 1
  std::size_t first_word = 0;
  bool blank = false;
  bool apart = false;  // as TextUnit
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t feed = text.find('\n');  // the next of each from `at` on
  std::size_t carriage = text.find('\r');
  for (std::size_t at = 0; at < text.size();) {
    if (feed < at) feed = text.find('\n', at);
    if (carriage < at) carriage = text.find('\r', at);
    std::size_t end = std::min({feed, carriage, text.size()});
    const std::string_view content = trim(text.substr(at, end - at));
    Line line;
    line.blank = content.empty();
    if (!line.blank) {
      line.apart = is_suppression(content);
      line.span.begin = static_cast<std::uint32_t>(content.data() - text.data());
      line.span.end = static_cast<std::uint32_t>(line.span.begin + content.size());
      line.width = content.size() > 4 * kWidest ? kWidest + 1 : count_code_points(content);
      line.first_word = count_code_points(content.substr(0, std::min(content.find(' '), 2 * kWidest)));
    }
    lines.push_back(line);
    if (end < text.size() && text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n') ++end;
    at = end + 1;
  }
  return lines;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kMarks = ".!?:;\"')]";
  if (kMarks.find(text.back()) != std::string_view::npos) return true;
  return text.ends_with("”") || text.ends_with("’") || text.ends_with("…") || text.ends_with("—") ||
         text.ends_with("»");
}

std::string_view of(std::string_view text, const Line& line) {
  return text.substr(line.span.begin, line.span.size());
}

// 0 if the file is not wrapped, otherwise the width it was wrapped at.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.apart ? 0 : line.width);
  if (width > kWidest || width < kNarrowest) return 0;
  std::size_t pairs = 0;
  std::size_t full = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank || lines[i + 1].blank || lines[i].apart || lines[i + 1].apart) continue;
    ++pairs;
    if (lines[i].width + 1 + lines[i + 1].first_word > width) ++full;
    if (!ends_sentence(of(text, lines[i]))) ++open;
  }
  return full * 10 >= pairs * 6 && open * 10 >= pairs * 4 && pairs > 0 ? width : 0;
}

bool marks_item(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("• ") || text.starts_with("> ");
}

}  // namespace

std::vector<TextUnit> split_units(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const std::size_t width = wrap_width(text, lines);
  std::vector<TextUnit> units;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) continue;
    const bool fresh = i == 0 || lines[i - 1].blank || units.empty();
    bool joins = false;
    if (!fresh && !lines[i].apart && !lines[i - 1].apart) {
      const std::string_view before = of(text, lines[i - 1]);
      const std::string_view here = of(text, lines[i]);
      const bool full = width > 0 && lines[i - 1].width + 1 + lines[i].first_word > width;
      const bool continues = units.size() > 1 && !ends_sentence(before) && is_lower(decode(here, 0).value);
      joins = (full || continues) && !marks_item(here);
    }
    if (joins) {
      units.back().span.end = lines[i].span.end;
    } else {
      units.push_back({lines[i].span, fresh, false, lines[i].apart});
    }
    units.back().blank_after = i + 1 == lines.size() || lines[i + 1].blank;
  }
  if (!units.empty()) units.front().blank_before = units.back().blank_after = true;
  return units;
}

}  // namespace hearsay
