// find_marks(): one pass for what is bracketed (comments, shortcodes), one by lines for footnotes and their texts, one
// for the marks that refer to them.
#include "document/office/markdown_marks.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestLabel = 64;

void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

// From each `open` to the next `close`. `visit(begin, inner)` sees what lay between; where a `close` is missing nothing
// more is looked for.
template <class Visit>
void blank_between(std::string& text, std::string_view open, std::string_view close, const Visit& visit) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) return;
    visit(at, std::string_view(text).substr(at + open.size(), end - at - open.size()));
    blank_out(text, at, end + close.size());
    at = end + close.size();
  }
}

// "[^label]:" at the start of a line: bytes of the label, or 0.
std::size_t footnote_label(std::string_view line) {
  if (!line.starts_with("[^")) return 0;
  const std::size_t end = line.find("]:");
  return end == std::string_view::npos || end < 3 || end > kLongestLabel ? 0 : end - 2;
}

// Takes the footnotes' texts out: a line that begins with a label and the indented lines below.
std::map<std::string, std::string> take_footnotes(std::string& text) {
  std::map<std::string, std::string> notes;
  std::string* open = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (const std::size_t label = footnote_label(line); label != 0) {
      open = &notes.emplace(std::string(line.substr(2, label)), "").first->second;
      open->append(trim(line.substr(label + 4)));
      blank_out(text, at, end);
    } else if (open != nullptr && !trim(line).empty() && (line.starts_with("  ") || line.starts_with("\t"))) {
      open->append("\n").append(trim(line));
      blank_out(text, at, end);
    } else if (!trim(line).empty()) {
      open = nullptr;
    }
    at = end + 1;
  }
  return notes;
}

}  // namespace

MarkdownMarks find_marks(std::string_view source) {
  MarkdownMarks marks;
  marks.text = source;
  std::string& text = marks.text;
  blank_between(text, "<!--", "-->", [&](std::size_t at, std::string_view inner) {
    MarkdownNote comment{.at = static_cast<std::uint32_t>(at), .note = {}};
    comment.note.text = trim(inner);
    if (!comment.note.text.empty()) marks.notes.push_back(std::move(comment));
  });
  // One that never ends is none; md4c would look for the end of each to the end of the file.
  for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at)) text[at] = ' ';
  const auto nothing = [](std::size_t, std::string_view) {};
  blank_between(text, "{{<", ">}}", nothing);
  blank_between(text, "{{%", "%}}", nothing);
  blank_between(text, "{%", "%}", nothing);
  blank_between(text, "{:", "}", nothing);
  blank_between(text, "![[", "]]", nothing);
  const std::map<std::string, std::string> footnotes = take_footnotes(text);
  for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at + 2)) {
    const std::size_t label = std::string_view(text).substr(at, kLongestLabel + 3).find(']');
    if (label == std::string_view::npos) continue;
    const std::size_t end = at + label;
    const auto found = footnotes.find(text.substr(at + 2, end - at - 2));
    if (found == footnotes.end()) continue;
    MarkdownNote note{.at = static_cast<std::uint32_t>(at), .note = {}};
    note.note.kind = Annotation::Kind::footnote;
    note.note.text = found->second;
    marks.notes.push_back(std::move(note));
    blank_out(text, at, end + 1);
  }
  std::stable_sort(marks.notes.begin(), marks.notes.end(),
                   [](const MarkdownNote& a, const MarkdownNote& b) { return a.at < b.at; });
  return marks;
}

}  // namespace hearsay
