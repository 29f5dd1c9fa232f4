// compare() judges; the rest puts words to it.
#include "evaluate/judge_article.h"

#include <algorithm>
#include <array>

#include "base/line_index.h"
#include "base/span.h"
#include "base/utf8.h"
#include "evaluate/compare.h"
#include "evaluate/counted_words.h"
#include "evaluate/marking.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kAround = 60;  // code points shown on either side of a cue

std::string one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool white = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!white) line += c;
    if (white && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string all_words(const PointText& text, const Points& points) {
  std::string words;
  for (const CodeRange range : points) words.append(words.empty() ? "" : " … ").append(one_line(text.slice(range)));
  return words;
}

std::string surroundings(const PointText& text, CodeRange cue) {
  const auto size = static_cast<std::uint32_t>(text.points.size());
  const std::uint32_t begin = cue.begin > kAround ? cue.begin - kAround : 0;
  const std::uint32_t end = std::min(size, cue.end + kAround);
  return (begin > 0 ? "…" : "") + one_line(text.slice({begin, cue.begin})) + "«" + one_line(text.slice(cue)) + "»" +
         one_line(text.slice({cue.end, end})) + (end < size ? "…" : "");
}

/// Letters and digits of the content inside and outside quotation marks decide.
std::string_view type_of(const PointText& text, const Points& content) {
  bool inside = false;
  std::uint32_t quoted = 0;
  std::uint32_t plain = 0;
  for (const CodeRange range : content) {
    if (range.begin > 0 && text.points[range.begin - 1] == U'“') inside = true;
    for (std::uint32_t p = range.begin; p < range.end; ++p) {
      const char32_t c = text.points[p];
      const bool pair = c == U'\'' && p + 1 < range.end && text.points[p + 1] == U'\'';
      if (c == U'“') {
        inside = true;
      } else if (c == U'”') {
        inside = false;
      } else if (c == U'"' || pair) {
        inside = !inside;
        p += pair ? 1 : 0;
      } else if (is_letter(c) || is_digit(c)) {
        (inside ? quoted : plain) += 1;
      }
    }
    inside = false;
  }
  if (quoted == 0) return "indirect";
  return plain == 0 ? "direct" : "mixed";
}

std::string order_of(const Marking& marking) {
  std::vector<std::pair<std::uint32_t, std::string_view>> places;
  if (!marking.source.empty()) places.emplace_back(marking.source.front().begin, "source");
  if (!marking.cue.empty()) places.emplace_back(marking.cue.front().begin, "cue");
  for (const CodeRange range : marking.content) places.emplace_back(range.begin, "content");
  std::sort(places.begin(), places.end());
  std::string order;
  std::string_view last;
  for (const auto& [begin, role] : places) {
    if (role != last) order.append(order.empty() ? "" : "-").append(role);
    last = role;
  }
  return order;
}

constexpr auto kLight = std::to_array<std::string_view>(
    {"be",  "am",   "is",    "are",  "was",   "were", "been",  "being", "have",  "has",   "had",    "having",
     "do",  "does", "did",   "will", "would", "can",  "could", "may",   "might", "shall", "should", "must",
     "not", "n't",  "never", "to",   "also",  "a",    "an",    "the",   "his",   "her",   "their",  "its",
     "get", "got",  "in",    "on",   "of",    "for",  "with",  "by",    "at",    "from",  "as",     "even"});

/// The lemma of the first word of a cue that carries meaning, as far as the lexicons know it.
std::string head_of(const PointText& text, const Points& cue, const Program& program) {
  std::string first;
  for (const CodeRange range : cue) {
    for (const Word& word : words_of(std::u32string_view(text.points).substr(range.begin, range.size()))) {
      std::string lower_word = lower(text.slice({range.begin + word.range.begin, range.begin + word.range.end}));
      if (first.empty()) first = lower_word;
      if (word.mark || lower_word.ends_with("ly")) continue;
      if (std::find(kLight.begin(), kLight.end(), lower_word) != kLight.end()) continue;
      for (const Sense& sense : program.lexicons.senses(program.vocabulary.find(lower_word))) {
        const Entry& entry = program.lexicons.entry(sense.entry);
        const bool heads =
            entry.pos == WordClass::verb || entry.pos == WordClass::noun || entry.pos == WordClass::adjective;
        if (heads && entry.lemma.find(' ') == std::string::npos) return entry.lemma;
      }
      return lower_word;
    }
  }
  return first;
}

Judged described(const PointText& text, const LineIndex& lines, const Marking& marking, const PairVerdict& verdict,
                 const Program& program) {
  const CodeRange at = !marking.cue.empty() ? marking.cue.front() : marking.content.front();
  const LineColumn place = lines.position(text.byte_of[at.begin]);
  const CodeRange shown = marking.cue.empty() ? CodeRange{at.begin, at.begin} : at;
  return {.line = place.line,
          .column = place.column,
          .cue = all_words(text, marking.cue),
          .head = head_of(text, marking.cue, program),
          .type = std::string(type_of(text, marking.content)),
          .order = order_of(marking),
          .shown = surroundings(text, shown),
          .counted = verdict.counted,
          .found = verdict.found(),
          .source = verdict.source,
          .content = verdict.content};
}

}  // namespace

ArticleRun judge_article(const ArticleInput& input, const Program& program, Diagnostics& diagnostics) {
  const PointText text(input.text);
  const LineIndex lines(input.text);
  const auto points = static_cast<std::uint32_t>(text.points.size());
  const Markings gold = markings_of(parse_standoff(input.gold, input.gold_path, points, diagnostics));
  Diagnostics own;  // what the program wrote fits
  const Markings predicted = markings_of(parse_standoff(input.predicted, "", points, own));
  const Comparison comparison = compare(text, gold, predicted);

  ArticleRun run{.id = input.id, .path = input.path, .tally = comparison.tally, .gold = {}, .predicted = {}};
  for (std::size_t i = 0; i < gold.all.size(); ++i) {
    run.gold.push_back(described(text, lines, gold.all[i], comparison.gold[i], program));
  }
  for (std::size_t j = 0; j < predicted.all.size(); ++j) {
    Judged one = described(text, lines, predicted.all[j], comparison.predicted[j], program);
    if (j < input.facts.size()) {
      const PredictedFacts& facts = input.facts[j];
      one.rule = facts.rule;
      if (facts.entry != kNone) one.entry = program.lexicons.entry(facts.entry).lemma;
      if (!one.entry.empty()) one.head = one.entry;
      one.traits = facts.traits;
      one.confidence = facts.confidence;
    }
    run.predicted.push_back(std::move(one));
  }
  // One name for one cue: an annotated cue that was found goes by the word that the rule saw in it.
  for (std::size_t i = 0; i < run.gold.size(); ++i) {
    const std::uint32_t pair = comparison.gold[i].pair;
    if (pair != kNone) run.gold[i].head = run.predicted[pair].head;
  }
  return run;
}

}  // namespace hearsay
