// read_gold: T lines first, then events; code points to bytes by a table, bytes to tokens by binary search.
#include "evidence/learning/read_gold.h"

#include <algorithm>
#include <map>
#include <string>

#include "evidence/text_rows.h"

namespace hearsay {
namespace {

/// Byte of each code point of a text, and one past the end.
std::vector<std::uint32_t> bytes_of_points(std::string_view text) {
  std::vector<std::uint32_t> bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) bytes.push_back(static_cast<std::uint32_t>(i));
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

/// The tokens that bytes [span) touch.
TokenRange tokens_in(const Text& text, Span span) {
  const auto first =
      std::partition_point(text.tokens.begin(), text.tokens.end(), [&](const Token& t) { return t.end <= span.begin; });
  const auto last = std::partition_point(first, text.tokens.end(), [&](const Token& t) { return t.begin < span.end; });
  return {static_cast<std::uint32_t>(first - text.tokens.begin()),
          static_cast<std::uint32_t>(last - text.tokens.begin())};
}

void add_range(std::vector<TokenRange>& ranges, TokenRange range) {
  if (!range.empty()) ranges.push_back(range);
}

void normalise(std::vector<TokenRange>& ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<TokenRange> joined;
  for (const TokenRange range : ranges) {
    if (!joined.empty() && range.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, range.end);
    } else {
      joined.push_back(range);
    }
  }
  ranges = std::move(joined);
}

struct Marked {
  std::string_view type;
  std::vector<TokenRange> ranges;
};

class GoldReader {
 public:
  GoldReader(const Document& document, const Text& text, Diagnostics& diagnostics)
      : document_(document), text_(text), diagnostics_(diagnostics), bytes_(bytes_of_points(document.text)) {}

  Gold read(std::string_view ann) {
    std::vector<std::pair<std::uint32_t, std::string_view>> events;
    std::uint32_t number = 0;
    for (std::string_view line : split(ann, '\n')) {
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      const std::size_t tab = line.find('\t');
      if (tab == std::string_view::npos || tab < 2 || line[1] < '0' || line[1] > '9') continue;
      if (line[0] == 'T') mark(number, line.substr(0, tab), line.substr(tab + 1));
      if (line[0] == 'E') events.emplace_back(number, line.substr(tab + 1));
    }
    Gold gold;
    for (const auto& [at, event] : events) add_event(at, event, gold);
    for (const auto& [id, marked] : marked_) {
      if (marked.type == "Discard")
        gold.discarded.insert(gold.discarded.end(), marked.ranges.begin(), marked.ranges.end());
    }
    normalise(gold.discarded);
    return gold;
  }

 private:
  void complain(std::uint32_t line, std::string message) {
    if (diagnostics_.size() >= 20) return;
    diagnostics_.push_back({.severity = Severity::warning,
                            .file = document_.id + ".ann",
                            .line = line,
                            .message = std::move(message),
                            .remedy = "the annotation does not fit the text; the rest of the file is used",
                            .source_line = {}});
  }

  /// "Cue 12 18;20 24<TAB>words"
  void mark(std::uint32_t line, std::string_view id, std::string_view rest) {
    rest = rest.substr(0, rest.find('\t'));
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos) return complain(line, "a span without offsets");
    Marked marked{.type = rest.substr(0, space), .ranges = {}};
    for (const std::string_view part : split(rest.substr(space + 1), ';')) {
      const std::vector<std::string_view> ends = split(part, ' ');
      std::size_t begin = 0;
      std::size_t end = 0;
      if (ends.size() != 2 || !parse_number(ends[0], begin) || !parse_number(ends[1], end) || begin > end ||
          end >= bytes_.size()) {
        complain(line, "a span that lies outside the text");
        continue;
      }
      add_range(marked.ranges, tokens_in(text_, {bytes_[begin], bytes_[end]}));
    }
    marked_.emplace(id, std::move(marked));
  }

  /// "Attribution:T4 Source:T1 Cue:T2 Content:T3"; several of one role are numbered: Content2:T9.
  void add_event(std::uint32_t line, std::string_view event, Gold& gold) {
    if (!event.starts_with("Attribution")) return;
    GoldAttribution one;
    for (const std::string_view part : split(event, ' ')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) continue;
      const auto found = marked_.find(part.substr(colon + 1));
      if (found == marked_.end()) {
        complain(line, "an event that names a span that is not there");
        continue;
      }
      const std::string_view role = part.substr(0, colon);
      std::vector<TokenRange>* ranges = role.starts_with("Source")    ? &one.source
                                        : role.starts_with("Cue")     ? &one.cue
                                        : role.starts_with("Content") ? &one.content
                                                                      : nullptr;
      if (ranges != nullptr) ranges->insert(ranges->end(), found->second.ranges.begin(), found->second.ranges.end());
    }
    for (std::vector<TokenRange>* ranges : {&one.source, &one.cue, &one.content}) normalise(*ranges);
    if (!one.cue.empty() || !one.content.empty()) gold.attributions.push_back(std::move(one));
  }

  const Document& document_;
  const Text& text_;
  Diagnostics& diagnostics_;
  std::vector<std::uint32_t> bytes_;
  std::map<std::string_view, Marked> marked_;
};

}  // namespace

Gold read_gold(std::string_view ann, const Document& document, const Text& text, Diagnostics& diagnostics) {
  return GoldReader(document, text, diagnostics).read(ann);
}

Tags read_silver(std::string_view rows, const Document& document, const Text& text) {
  Tags tags(text.tokens.size(), Tag::none);
  const std::vector<std::uint32_t> bytes = bytes_of_points(document.text);
  for (const std::string_view row : split(rows, '\n')) {
    const std::vector<std::string_view> columns = split(row, '\t');
    std::size_t begin = 0;
    std::size_t end = 0;
    if (columns.size() < 3 || !parse_number(columns[0], begin) || !parse_number(columns[1], end)) continue;
    if (begin >= end || end >= bytes.size()) continue;
    const Span span{bytes[begin], bytes[end]};
    const TokenRange tokens = tokens_in(text, span);
    if (tokens.size() == 1 && span_of(text, tokens) == span) tags[tokens.begin] = tag_named(columns[2]);
  }
  return tags;
}

}  // namespace hearsay
