#include "document/transcript/find_turns.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/transcript/speaker_label.h"

namespace hearsay {
namespace {

constexpr std::size_t kFewestLabels = 3;
constexpr double kLabelledLines = 0.2;  // of the lines with words, where labels are not in capitals

struct LabelledLine {
  std::uint32_t begin = 0;  // of the line
  std::uint32_t words = 0;  // of what is said
  SpeakerLabel label;
};

bool is_transcript(const std::vector<LabelledLine>& lines, std::size_t all) {
  if (lines.size() < kFewestLabels) return false;
  std::map<std::string_view, std::size_t> counts;
  std::size_t capitals = 0, most = 0;
  for (const LabelledLine& line : lines) {
    most = std::max(most, ++counts[line.label.speaker]);
    capitals += line.label.capitals ? 1U : 0U;
  }
  if (most < 2) return false;
  return capitals * 2 > lines.size() || static_cast<double>(lines.size()) >= kLabelledLines * static_cast<double>(all);
}

}  // namespace

void find_turns(Document& document) {
  if (!document.turns.empty()) return;
  const std::string_view text = document.text;
  std::vector<LabelledLine> lines;
  std::vector<PlaceMark> marks;
  std::size_t all = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t at = begin;
    while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
    const std::string_view line = text.substr(at, end - at);
    if (!trim(line).empty()) {
      ++all;
      SpeakerLabel label = speaker_label(line);
      if (!label.time.empty()) marks.push_back({static_cast<std::uint32_t>(at), label.time});
      if (label.size != 0)
        lines.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + label.size), std::move(label)});
    }
    begin = end + 1;
  }
  if (!is_transcript(lines, all)) return;
  if (document.marks.empty()) document.marks = std::move(marks);
  const auto add = [&](std::uint32_t from, std::uint32_t to, std::string speaker) {
    if (!trim(text.substr(from, to - from)).empty()) document.turns.push_back({{from, to}, std::move(speaker)});
  };
  add(0, lines.front().begin, "");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t end = i + 1 < lines.size() ? lines[i + 1].begin : static_cast<std::uint32_t>(text.size());
    add(lines[i].words, end, lines[i].label.speaker);
  }
}

}  // namespace hearsay
