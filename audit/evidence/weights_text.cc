// print_weights and parse_weights: one small writer and one small reader per file; columns are parted by tabs.
#include "evidence/weights_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "evidence/frame.h"
#include "evidence/text_rows.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kSpanLabels> kLabelNames = {"none", "source>",  "source",  "cue>",
                                                                   "cue",  "content>", "content", "content<"};
constexpr std::array<std::string_view, kZones> kZoneNames = {"left",       "head",       "right",
                                                             "left-start", "head-start", "right-start"};

std::string head(std::string_view about, std::string_view corpus, std::string_view columns) {
  return fmt::format("# hearsay evidence 1: {}\n# learned from {}\n{}\n", about, corpus, columns);
}

/// Calls `visit(name, number)` for every number of the model, always in the same order.
template <class Numbers, class Visit>
void each_number(Numbers& numbers, Visit visit) {
  visit("cue.least_rate", numbers.least_rate);
  visit("cue.offset", numbers.cue_offset);
  visit("cue.scale", numbers.cue_scale);
  visit("cue.slope", numbers.cue_slope);
  visit("cue.threshold", numbers.cue_threshold);
  visit("reading.accept_offset", numbers.accept_offset);
  visit("reading.accept_slope", numbers.accept_slope);
  visit("reading.scale", numbers.reading_scale);
  visit("reading.trust", numbers.reading_trust);
  visit("span.scale", numbers.span_scale);
  for (std::size_t i = 0; i < numbers.final.size(); ++i)
    visit(fmt::format("final.source{}.content{}", i / 2, i % 2), numbers.final[i]);
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    for (std::size_t to = 0; to < kSpanLabels; ++to) {
      for (std::size_t i = 0; i < kMemories; ++i) {
        visit(fmt::format("memory.{}.{}.source{}.content{}", kZoneNames[zone], kLabelNames[to], i / 2, i % 2),
              numbers.memory[(zone * kSpanLabels + to) * kMemories + i]);
      }
    }
    for (std::size_t from = 0; from < kSpanLabels; ++from) {
      for (std::size_t to = 0; to < kSpanLabels; ++to) {
        visit(fmt::format("step.{}.{}.{}", kZoneNames[zone], kLabelNames[from], kLabelNames[to]),
              numbers.transition[(zone * kSpanLabels + from) * kSpanLabels + to]);
      }
    }
  }
}

std::string print_spans(const Weights& weights) {
  std::string columns = "template\tvalue\tcount";
  for (const std::string_view label : kLabelNames) columns += fmt::format("\t{}", label);
  std::string out = head("spans of source, cue and content; weights by label", weights.corpus, columns);
  for (const WeightLine& line : weights.spans) {
    out += fmt::format("{}\t{}\t{}", span_templates()[line.name].name, line.value, line.count);
    std::array<std::int16_t, kSpanLabels> all{};
    for (const auto& [label, weight] : line.weights) all[label] = weight;
    for (const std::int16_t weight : all) out += weight == 0 ? "\t" : fmt::format("\t{}", weight);
    out += '\n';
  }
  return out;
}

std::string print_readings(const Weights& weights) {
  std::string out = head("whole readings: which of the likeliest, and whether there is a cue", weights.corpus,
                         "template\tvalue\tcount\tchoose\taccept");
  for (const WeightLine& line : weights.readings) {
    std::array<std::int16_t, 2> both{};
    for (const auto& [label, weight] : line.weights) both[label] = weight;
    out += fmt::format("{}\t{}\t{}\t{}\t{}\n", reading_templates()[line.name].name, line.value, line.count, both[0],
                       both[1]);
  }
  return out;
}

std::string print_links(const Weights& weights) {
  std::string out =
      head("who is who: what speaks for and against a link", weights.link_corpus, "template\tvalue\tcount\tweight");
  for (const WeightLine& line : weights.links) {
    out += fmt::format("{}\t{}\t{}\t{}\n", link_templates()[line.name].name, line.value, line.count,
                       line.weights.front().second);
  }
  return out;
}

std::string print_tags(const Weights& weights) {
  std::string out = head("parts of speech", weights.corpus, "template\tvalue\tcount\tweights");
  for (const WeightLine& line : weights.tags) {
    out += fmt::format("{}\t{}\t{}\t", tag_templates()[line.name].name, line.value, line.count);
    bool first = true;
    for (const auto& [label, weight] : line.weights) {
      out += fmt::format("{}{}:{}", first ? "" : " ", tag_name(static_cast<Tag>(label)), weight);
      first = false;
    }
    out += '\n';
  }
  return out;
}

/// Finds the template of a row by name.
class TemplateIndex {
 public:
  explicit TemplateIndex(std::span<const FeatureTemplate> templates) {
    for (std::uint32_t i = 0; i < templates.size(); ++i) index_.emplace(templates[i].name, i);
  }
  [[nodiscard]] bool find(std::string_view name, std::uint32_t& at) const {
    const auto found = index_.find(name);
    if (found == index_.end()) return false;
    at = found->second;
    return true;
  }

 private:
  std::map<std::string_view, std::uint32_t, std::less<>> index_;
};

bool read_feature(TextRows& rows, const TemplateIndex& index, std::size_t columns, WeightLine& line) {
  if (rows.columns().size() != columns) return rows.fail("expected " + std::to_string(columns) + " columns");
  if (!index.find(rows.columns()[0], line.name)) return rows.fail("unknown template");
  line.value = rows.columns()[1];
  return rows.number(2, line.count);
}

void parse_cues(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  const TemplateIndex index(cue_templates());
  for (TextRows rows("cues.tsv", text, diagnostics); rows.next();) {
    WeightLine line;
    std::int16_t weight = 0;
    if (!read_feature(rows, index, 4, line) || !rows.number(3, weight)) continue;
    line.weights.emplace_back(std::uint8_t{0}, weight);
    weights.cues.push_back(std::move(line));
  }
}

/// The corpus a file was learned from, as its head says.
std::string corpus_of(std::string_view text) {
  constexpr std::string_view kLearnedFrom = "# learned from ";
  const std::size_t begin = text.find(kLearnedFrom);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin + kLearnedFrom.size(), text.find('\n', begin) - begin - kLearnedFrom.size()));
}

void parse_links(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  const TemplateIndex index(link_templates());
  weights.link_corpus = corpus_of(text);
  for (TextRows rows("links.tsv", text, diagnostics); rows.next();) {
    WeightLine line;
    std::int16_t weight = 0;
    if (!read_feature(rows, index, 4, line) || !rows.number(3, weight)) continue;
    line.weights.emplace_back(std::uint8_t{0}, weight);
    weights.links.push_back(std::move(line));
  }
}

void parse_readings(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  const TemplateIndex index(reading_templates());
  for (TextRows rows("readings.tsv", text, diagnostics); rows.next();) {
    WeightLine line;
    std::int16_t choose = 0;
    std::int16_t accept = 0;
    if (!read_feature(rows, index, 5, line) || !rows.number(3, choose) || !rows.number(4, accept)) continue;
    line.weights = {{std::uint8_t{0}, choose}, {std::uint8_t{1}, accept}};
    weights.readings.push_back(std::move(line));
  }
}

void parse_spans(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  const TemplateIndex index(span_templates());
  for (TextRows rows("spans.tsv", text, diagnostics); rows.next();) {
    WeightLine line;
    if (!read_feature(rows, index, 3 + kSpanLabels, line)) continue;
    bool good = true;
    for (std::size_t label = 0; label < kSpanLabels && good; ++label) {
      std::int16_t weight = 0;
      if (rows.columns()[3 + label].empty()) continue;
      good = rows.number(3 + label, weight);
      line.weights.emplace_back(static_cast<std::uint8_t>(label), weight);
    }
    if (good) weights.spans.push_back(std::move(line));
  }
}

void parse_tags(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  const TemplateIndex index(tag_templates());
  for (TextRows rows("tags.tsv", text, diagnostics); rows.next();) {
    WeightLine line;
    if (!read_feature(rows, index, 4, line)) continue;
    bool good = true;
    for (const std::string_view part : split(rows.columns()[3], ' ')) {
      const std::size_t colon = part.rfind(':');
      const Tag tag = colon == std::string_view::npos ? Tag::none : tag_named(part.substr(0, colon));
      std::int16_t weight = 0;
      good = good && tag != Tag::none && parse_number(part.substr(colon + 1), weight);
      line.weights.emplace_back(static_cast<std::uint8_t>(tag), weight);
    }
    if (good) {
      weights.tags.push_back(std::move(line));
    } else {
      rows.fail("expected TAG:weight pairs");
    }
  }
}

void parse_words(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  for (TextRows rows("words.tsv", text, diagnostics); rows.next();) {
    WordLine line;
    if (rows.columns().size() != 4) {
      rows.fail("expected 4 columns");
      continue;
    }
    if (!rows.number(3, line.count)) continue;
    line.word = rows.columns()[0];
    line.tag = rows.columns()[1].empty() ? Tag::none : tag_named(rows.columns()[1]);
    line.stem = rows.columns()[2];
    weights.words.push_back(std::move(line));
  }
}

void parse_stems(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  for (TextRows rows("stems.tsv", text, diagnostics); rows.next();) {
    StemLine line;
    if (rows.columns().size() != 3) {
      rows.fail("expected 3 columns");
      continue;
    }
    if (!rows.number(1, line.rate) || !rows.number(2, line.count)) continue;
    line.stem = rows.columns()[0];
    weights.stems.push_back(std::move(line));
  }
}

void parse_numbers(std::string_view text, Weights& weights, Diagnostics& diagnostics) {
  std::map<std::string, float, std::less<>> found;
  for (TextRows rows("numbers.tsv", text, diagnostics); rows.next();) {
    double value = 0;
    if (rows.columns().size() != 2) {
      rows.fail("expected 2 columns");
    } else if (rows.number(1, value)) {
      found.emplace(rows.columns()[0], static_cast<float>(value));
    }
  }
  each_number(weights.numbers, [&](std::string_view name, float& value) {
    if (const auto at = found.find(name); at != found.end()) {
      value = at->second;
    } else if (diagnostics.size() < 20) {
      diagnostics.push_back({.file = "numbers.tsv",
                             .message = fmt::format("'{}' is missing", name),
                             .remedy = "learn again",
                             .source_line = {}});
    }
  });
}

}  // namespace

WeightTexts print_weights(const Weights& weights) {
  WeightTexts texts;
  std::string numbers = head("numbers that are no feature weights", weights.corpus, "name\tvalue");
  each_number(weights.numbers, [&](std::string_view name, float value) {
    numbers += fmt::format("{}\t{:.9g}\n", name, static_cast<double>(value));
  });
  texts["numbers.tsv"] = std::move(numbers);
  std::string words =
      head("words that features may name, their one tag, their stem", weights.corpus, "word\ttag\tstem\tcount");
  for (const WordLine& line : weights.words) {
    words += fmt::format("{}\t{}\t{}\t{}\n", line.word, line.tag == Tag::none ? "" : tag_name(line.tag), line.stem,
                         line.count);
  }
  texts["words.tsv"] = std::move(words);
  std::string stems = head("how often a stem heads a cue, in 1/1000", weights.corpus, "stem\trate\tcount");
  for (const StemLine& line : weights.stems) stems += fmt::format("{}\t{}\t{}\n", line.stem, line.rate, line.count);
  texts["stems.tsv"] = std::move(stems);
  std::string cues = head("is this token the head of a cue", weights.corpus, "template\tvalue\tcount\tweight");
  for (const WeightLine& line : weights.cues) {
    cues += fmt::format("{}\t{}\t{}\t{}\n", cue_templates()[line.name].name, line.value, line.count,
                        line.weights.front().second);
  }
  texts["cues.tsv"] = std::move(cues);
  texts["links.tsv"] = print_links(weights);
  texts["readings.tsv"] = print_readings(weights);
  texts["tags.tsv"] = print_tags(weights);
  texts["spans.tsv"] = print_spans(weights);
  return texts;
}

Weights parse_weights(const WeightTexts& texts, Diagnostics& diagnostics) {
  Weights weights;
  const auto text = [&](std::string_view name) -> std::string_view {
    const auto at = texts.find(name);
    if (at != texts.end()) return at->second;
    diagnostics.push_back({.file = std::string(name),
                           .message = "the weight file is missing",
                           .remedy = "learn again",
                           .source_line = {}});
    return {};
  };
  parse_cues(text("cues.tsv"), weights, diagnostics);
  parse_links(text("links.tsv"), weights, diagnostics);
  parse_readings(text("readings.tsv"), weights, diagnostics);
  parse_numbers(text("numbers.tsv"), weights, diagnostics);
  parse_spans(text("spans.tsv"), weights, diagnostics);
  parse_stems(text("stems.tsv"), weights, diagnostics);
  parse_tags(text("tags.tsv"), weights, diagnostics);
  parse_words(text("words.tsv"), weights, diagnostics);
  return weights;
}

}  // namespace hearsay
