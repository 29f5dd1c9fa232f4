// read_captions: cue by cue. A cue's lines lose their markup and what the cue before has said already; the rest is
// appended to the paragraph of the speaker at hand.
#include "document/transcript/read_captions.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/fail.h"
#include "document/transcript/speaker_label.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortLine = 12;   // bytes; so short a line may well be said twice
constexpr std::size_t kParagraph = 600;  // bytes from which a sentence's end ends the paragraph
constexpr std::string_view kArrow = "-->";

std::string_view next_line(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return {};
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = end + 1;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct CueLine {
  std::string words;
  std::string voice;       // of <v Ana>
  bool new_voice = false;  // a voice or a change of speakers (">>") begins here
};

/// Without tags, references and codes; keeps the voice.
CueLine plain_line(std::string_view line) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kReferences = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}}};
  CueLine out;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '<') {
      const std::size_t end = line.find('>', at);
      if (end == std::string_view::npos) break;
      const std::string_view tag = line.substr(at + 1, end - at - 1);
      if (tag.starts_with("v ") || tag.starts_with("v.")) {
        const std::size_t blank = tag.find(' ');
        if (blank != std::string_view::npos) out.voice = trim(tag.substr(blank));
        out.new_voice = true;
      }
      at = end + 1;
      continue;
    }
    if (line[at] == '{' && line.substr(at, 2) == "{\\") {
      const std::size_t end = line.find('}', at);
      at = end == std::string_view::npos ? line.size() : end + 1;
      continue;
    }
    bool known = false;
    if (line[at] == '&') {
      for (const auto& [reference, sign] : kReferences) {
        if (!line.substr(at).starts_with(reference)) continue;
        out.words += sign;
        at += reference.size();
        known = true;
        break;
      }
    }
    if (!known) out.words += line[at++];
  }
  std::string_view words = trim(out.words);
  if (words.starts_with(">>")) {
    words = trim(words.substr(words.find_first_not_of('>') == std::string_view::npos ? words.size()
                                                                                     : words.find_first_not_of('>')));
    out.new_voice = true;
  } else if (words.starts_with("- ")) {
    words = trim(words.substr(2));
    out.new_voice = true;
  }
  out.words = std::string(words);
  return out;
}

class CaptionReader {
 public:
  explicit CaptionReader(Document& document) : document_(document) {}

  void read(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::string_view line = next_line(text, at);
      const std::size_t arrow = line.find(kArrow);
      if (arrow == std::string_view::npos) continue;
      std::string time;
      if (leading_time(trim(line.substr(0, arrow)), time) == 0) continue;
      cue(text, at, time);
    }
    end_paragraph();
    // Where nobody is told there are no turns.
    bool told = false;
    for (const SpeakerTurn& turn : document_.turns) told = told || !turn.speaker.empty();
    if (!told) document_.turns.clear();
  }

 private:
  void cue(std::string_view text, std::size_t& at, const std::string& time) {
    std::vector<CueLine> lines;
    while (at < text.size()) {
      const std::size_t before = at;
      const std::string_view raw = next_line(text, at);
      if (trim(raw).empty()) break;
      if (raw.find(kArrow) != std::string_view::npos) {  // a cue without the blank line before it
        at = before;
        break;
      }
      CueLine line = plain_line(raw);
      if (!line.words.empty()) lines.push_back(std::move(line));
    }
    const std::size_t said = repeated(lines);
    std::vector<std::string> now;
    now.reserve(lines.size());
    for (const CueLine& line : lines) now.push_back(line.words);
    bool marked = false;
    for (std::size_t i = said; i < lines.size(); ++i) {
      CueLine& line = lines[i];
      // A line that grows: "the wall", "the wall is safe".
      if (i == said && said == 0 && !last_.empty() && last_.back().size() >= kShortLine &&
          line.words.size() > last_.back().size() && line.words.starts_with(last_.back()) &&
          line.words[last_.back().size()] == ' ')
        line.words.erase(0, last_.back().size() + 1);
      append(line, time, marked);
    }
    if (!now.empty()) last_ = std::move(now);
  }

  /// How many lines at the beginning the cue before has ended with.
  [[nodiscard]] std::size_t repeated(const std::vector<CueLine>& lines) const {
    for (std::size_t count = std::min(lines.size(), last_.size()); count > 0; --count) {
      bool same = true;
      for (std::size_t i = 0; i < count; ++i) same = same && lines[i].words == last_[last_.size() - count + i];
      if (same && (lines[0].words.size() >= kShortLine || lines.size() > count)) return count;
    }
    return 0;
  }

  void append(const CueLine& line, const std::string& time, bool& marked) {
    std::string_view words = line.words;
    std::string speaker = speaker_;
    bool change = line.new_voice && line.voice.empty();
    if (line.new_voice) speaker = line.voice;
    if (const SpeakerLabel label = speaker_label(words); label.size != 0 && label.time.empty()) {
      speaker = label.speaker;
      words.remove_prefix(label.size);
    }
    std::string& out = document_.text;
    const bool full =
        out.size() > paragraph_ + kParagraph && (out.ends_with('.') || out.ends_with('?') || out.ends_with('!'));
    change = change || speaker != speaker_;
    if (change || full || !open_) {
      end_paragraph();
      if (!out.empty()) out += "\n\n";
      paragraph_ = out.size();
      speaker_ = speaker;
      if (change && !speaker_.empty()) out += speaker_ + ": ";
      turn_ = out.size();
      open_ = true;
    } else {
      out += ' ';
    }
    if (!marked) {
      document_.marks.push_back({static_cast<std::uint32_t>(out.size()), time});
      marked = true;
    }
    out += words;
  }

  void end_paragraph() {
    if (!open_) return;
    const auto end = static_cast<std::uint32_t>(document_.text.size());
    document_.blocks.push_back({{static_cast<std::uint32_t>(paragraph_), end}, BlockKind::paragraph});
    document_.turns.push_back({{static_cast<std::uint32_t>(turn_), end}, speaker_});
    open_ = false;
  }

  Document& document_;
  std::string speaker_;
  std::vector<std::string> last_;  // lines of the cue before
  std::size_t paragraph_ = 0, turn_ = 0;
  bool open_ = false;
};

}  // namespace

bool is_captions(std::string_view text) {
  text = trim(text.substr(0, 4096));
  if (text.starts_with("WEBVTT"))
    return text.size() == 6 || text[6] == ' ' || text[6] == '\t' || text[6] == '\r' || text[6] == '\n';
  // "1", "00:00:01,000 --> 00:00:03,000"
  std::size_t at = 0;
  std::string_view line = next_line(text, at);
  if (line.empty() || trim(line).find_first_not_of("0123456789") != std::string_view::npos) return false;
  line = next_line(text, at);
  std::string time;
  return leading_time(trim(line), time) != 0 && line.find(kArrow) != std::string_view::npos;
}

void read_captions(std::string_view text, Document& document) {
  CaptionReader(document).read(text);
  if (document.text.empty()) fail(document, "no captions in this file", "get it again, or give a transcript as text");
}

}  // namespace hearsay
