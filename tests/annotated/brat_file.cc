// Entry: read_brat. T lines are read first, for an event may stand before the spans it names.
#include "annotated/brat_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "report/text_index.h"

namespace hearsay::testing {

namespace fs = std::filesystem;

namespace {

struct TextBound {
  std::string type;
  CodeSpans spans;
  bool used = false;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : index_(text) {}

  BratFile read(std::string_view ann) {
    std::vector<std::pair<std::size_t, std::string>> events;
    std::istringstream lines{std::string(ann)};
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      if (line.rfind('T', 0) == 0) {
        text_bound(line);
      } else if (line.rfind('E', 0) == 0) {
        events.emplace_back(line_, line);
      } else {
        fault("neither a T nor an E line");
      }
    }
    for (const auto& [number, words] : events) {
      line_ = number;
      event(words);
    }
    for (const auto& [id, bound] : bounds_) {
      if (!bound.used) file_.faults.push_back(id + " is named by no event");
    }
    return std::move(file_);
  }

 private:
  void fault(const std::string& what) { file_.faults.push_back("line " + std::to_string(line_) + ": " + what); }

  /// "T1 TAB Content 0 5;9 12 TAB words".
  void text_bound(const std::string& line) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::size_t space = line.find(' ', first);
    if (second == std::string::npos || space > second) return fault("not id, type and spans, words");
    TextBound bound{line.substr(first + 1, space - first - 1), {}, false};
    const char* at = line.data() + space + 1;
    const char* const end = line.data() + second;
    std::string words;
    while (at < end) {
      CodeSpan span;
      const auto begin_read = std::from_chars(at, end, span.first);
      if (begin_read.ptr == end || *begin_read.ptr != ' ') return fault("a span is not two numbers");
      const auto end_read = std::from_chars(begin_read.ptr + 1, end, span.second);
      if (end_read.ec != std::errc{} || (end_read.ptr != end && *end_read.ptr != ';'))
        return fault("a span has no end");
      if (span.first >= span.second || span.second > index_.size()) return fault("a span is empty or out of the text");
      if (!bound.spans.empty() && bound.spans.back().second > span.first)
        return fault("spans overlap or stand backwards");
      if (!words.empty()) words += ' ';
      words += index_.slice(span);
      bound.spans.push_back(span);
      at = end_read.ptr == end ? end : end_read.ptr + 1;
    }
    std::replace(words.begin(), words.end(), '\n', ' ');
    if (words != line.substr(second + 1)) fault("the words are not those of the text: " + words);
    if (!bounds_.emplace(line.substr(0, first), std::move(bound)).second) fault("an id given twice");
  }

  /// "E1 TAB Attribution:T4 Source:T1 Cue:T2 Content:T3".
  void event(const std::string& line) {
    std::istringstream roles(line.substr(std::min(line.find('\t'), line.size() - 1) + 1));
    std::map<std::string, CodeSpans> spans;
    std::string trigger;
    for (std::string role; roles >> role;) {
      const std::size_t colon = role.find(':');
      const std::string name = role.substr(0, colon);
      const auto bound = bounds_.find(colon == std::string::npos ? "" : role.substr(colon + 1));
      if (bound == bounds_.end()) return fault(role + " names no T line");
      if (bound->second.type != name) fault(role + " is a " + bound->second.type);
      if (trigger.empty()) trigger = name;
      bound->second.used = true;
      if (!spans.emplace(name, bound->second.spans).second) fault(name + " given twice");
    }
    Marked marked{spans["Source"], spans["Cue"], spans["Content"]};
    if (marked.cue.empty() || marked.content.empty()) fault("no cue or no content");
    if (marked.cue.size() > 1) fault("a cue is one span");
    if (trigger != (marked.source.empty() ? "Attribution-no-source" : "Attribution"))
      fault("the type of the event is not " + trigger);
    file_.events.push_back(std::move(marked));
  }

  TextIndex index_;
  std::map<std::string, TextBound> bounds_;
  BratFile file_;
  std::size_t line_ = 0;
};

}  // namespace

std::vector<fs::path> annotated_texts(const fs::path& folder) {
  std::vector<fs::path> texts;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

BratFile read_brat(std::string_view ann, std::string_view text) {
  return Reader(text).read(ann);
}

}  // namespace hearsay::testing
