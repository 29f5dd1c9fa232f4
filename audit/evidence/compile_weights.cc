// compile_weights: rows to open-addressing tables, at most 5/8 full, then one block of bytes.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "evidence/model_file.h"
#include "evidence/model_layout.h"

namespace hearsay {
namespace {

std::size_t slots_for(std::size_t count) {
  return std::bit_ceil(std::max<std::size_t>(16, count * 8 / 5 + 1));
}

/// The row that row_of will find for a key, or 0 where the key's check is there already.
std::size_t place(std::vector<KeyBucket>& buckets, FeatureKey key) {
  const std::size_t mask = buckets.size() - 1;
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    for (std::size_t i = 0; i < 4; ++i) {
      std::uint32_t& check = buckets[at].checks[i];
      if (check == check_of(key)) return 0;
      if (check != 0) continue;
      check = check_of(key);
      return at * 4 + i + 1;
    }
  }
}

class Compiler {
 public:
  Compiler(const Weights& weights, Diagnostics& diagnostics) : weights_(weights), diagnostics_(diagnostics) {}

  std::string compile() {
    stems();
    words();
    tags();
    cues();
    spans();
    readings();
    put(kNumberTable, std::vector<ModelNumbers>{weights_.numbers});
    header_.signature = templates_signature();
    header_.size = sizeof header_ + body_.size();
    header_.sum = model_sum(body_);
    std::string bytes(sizeof header_, '\0');
    std::memcpy(bytes.data(), &header_, sizeof header_);
    return bytes + body_;
  }

 private:
  template <class Entry>
  void put(ModelTable table, const std::vector<Entry>& entries) {
    while ((body_.size() + sizeof header_) % 64 != 0) body_ += '\0';
    header_.tables[table] = {sizeof header_ + body_.size(), entries.size()};
    const std::size_t size = entries.size() * sizeof(Entry);
    body_.resize(body_.size() + size);
    if (size > 0) std::memcpy(body_.data() + body_.size() - size, entries.data(), size);
    while (body_.size() % 64 != 0) body_ += '\0';
  }

  void fail(std::string_view file, std::string_view row, std::string_view message) {
    if (diagnostics_.size() < 20) {
      diagnostics_.push_back({.file = std::string(file),
                              .message = fmt::format("'{}': {}", row, message),
                              .remedy = "remove the row",
                              .source_line = {}});
    }
  }

  void stems() {
    std::vector<StemFacts> slots(slots_for(weights_.stems.size()));
    const std::size_t mask = slots.size() - 1;
    for (const StemLine& line : weights_.stems) {
      const std::uint32_t hash = hash_of(line.stem);
      std::size_t at = hash & mask;
      while (slots[at].known != 0 && slots[at].stem != hash) at = (at + 1) & mask;
      if (slots[at].known != 0) {
        fail("stems.tsv", line.stem, "the stem or its hash is there twice");
        continue;
      }
      slots[at] = {hash, line.rate, 1};
    }
    put(kStemTable, slots);
    stems_ = std::move(slots);
  }

  [[nodiscard]] std::uint16_t rate(std::uint32_t stem) const {
    const std::size_t mask = stems_.size() - 1;
    std::size_t at = stem & mask;
    while (stems_[at].known != 0 && stems_[at].stem != stem) at = (at + 1) & mask;
    return stems_[at].rate;
  }

  void words() {
    std::vector<WordFacts> slots(slots_for(weights_.words.size()));
    const std::size_t mask = slots.size() - 1;
    for (const WordLine& line : weights_.words) {
      const std::uint32_t hash = hash_of(line.word);
      std::size_t at = hash & mask;
      while (slots[at].known != 0 && slots[at].hash != hash) at = (at + 1) & mask;
      if (slots[at].known != 0) {
        fail("words.tsv", line.word, "the word or its hash is there twice");
        continue;
      }
      const std::uint32_t stem = hash_of(line.stem);
      slots[at] = {hash, stem, rate(stem), static_cast<std::uint8_t>(line.tag), 1};
    }
    put(kWordTable, slots);
  }

  /// Calls `fill(row, line)` for each line that has a place.
  template <class Row, class Fill>
  void rows(std::string_view file, std::span<const FeatureTemplate> templates, const std::vector<WeightLine>& lines,
            ModelTable keys, ModelTable table, Fill fill) {
    std::vector<KeyBucket> buckets(std::bit_ceil(std::max<std::size_t>(16, lines.size() * 3 / 8)));
    std::vector<Row> filled(buckets.size() * 4 + 1);
    for (const WeightLine& line : lines) {
      FeatureKey key = 0;
      if (!key_of_value(line.name, templates[line.name], line.value, key)) {
        fail(file, line.value, "the value does not fit its template");
        continue;
      }
      const std::size_t row = place(buckets, key);
      if (row == 0) {
        fail(file, line.value, "the feature or its hash is there twice");
        continue;
      }
      fill(filled[row], line);
    }
    put(keys, buckets);
    put(table, filled);
  }

  void tags() {
    rows<TagRow>("tags.tsv", tag_templates(), weights_.tags, kTagKeys, kTagRows,
                 [](TagRow& row, const WeightLine& line) {
                   for (const auto& [label, weight] : line.weights) {
                     row.weights[label] = static_cast<std::int8_t>(std::clamp<int>(weight, -127, 127));
                   }
                 });
  }

  void cues() {
    rows<CueRow>("cues.tsv", cue_templates(), weights_.cues, kCueKeys, kCueRows,
                 [](CueRow& row, const WeightLine& line) { row.weight = line.weights.front().second; });
  }

  void spans() {
    rows<SpanRow>("spans.tsv", span_templates(), weights_.spans, kSpanKeys, kSpanRows,
                  [](SpanRow& row, const WeightLine& line) {
                    for (const auto& [label, weight] : line.weights) row.weights[label] = weight;
                  });
  }

  void readings() {
    rows<ReadingRow>("readings.tsv", reading_templates(), weights_.readings, kReadingKeys, kReadingRows,
                     [](ReadingRow& row, const WeightLine& line) {
                       for (const auto& [label, weight] : line.weights) (label == 0 ? row.choose : row.accept) = weight;
                     });
  }

  const Weights& weights_;
  Diagnostics& diagnostics_;
  ModelHeader header_;
  std::string body_;
  std::vector<StemFacts> stems_;
};

}  // namespace

std::string compile_weights(const Weights& weights, Diagnostics& diagnostics) {
  return Compiler(weights, diagnostics).compile();
}

Model model_of(const Weights& weights, Diagnostics& diagnostics) {
  return model_from_bytes(compile_weights(weights, diagnostics), "weights", diagnostics);
}

}  // namespace hearsay
