// compile_weights: words to open-addressing tables, at most 5/8 full, features to perfect hashes, then one block of
// bytes.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
#include <utility>

#include "base/quick_sum.h"
#include "evidence/frame.h"
#include "evidence/model_file.h"
#include "evidence/model_layout.h"

namespace hearsay {
namespace {

std::size_t slots_for(std::size_t count) {
  return std::bit_ceil(std::max<std::size_t>(16, count * 8 / 5 + 1));
}

/// Turns for which every key has a slot of its own: buckets in order of size, each tries one turn after another.
class KeyPlacer {
 public:
  explicit KeyPlacer(std::size_t count)
      : turns_(std::bit_ceil(std::max<std::size_t>(16, count / 3))),
        shift_(64 - std::countr_zero(turns_.size())),
        buckets_(turns_.size()) {}

  /// False where the table cannot tell it from a key that it has.
  bool add(FeatureKey key) {
    std::vector<std::uint32_t>& bucket = buckets_[key >> shift_];
    if (std::find(bucket.begin(), bucket.end(), check_of(key)) != bucket.end()) return false;
    bucket.push_back(check_of(key));
    ++count_;
    return true;
  }

  void place() {
    std::size_t slots = std::max<std::size_t>(16, count_ + count_ / 16);
    while (!fits(slots)) slots += slots / 8;
  }

  /// Of a key that was added, after place().
  [[nodiscard]] std::size_t row(FeatureKey key) const {
    return slot_of(check_of(key), turns_[key >> shift_], checks_.size()) + 1;
  }
  [[nodiscard]] const std::vector<std::uint16_t>& turns() const { return turns_; }
  [[nodiscard]] const std::vector<std::uint32_t>& checks() const { return checks_; }

 private:
  bool fits(std::size_t slots) {
    checks_.assign(slots, 0);
    taken_.assign(slots, false);
    std::vector<std::size_t> order(buckets_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return buckets_[a].size() > buckets_[b].size(); });
    return std::all_of(order.begin(), order.end(), [&](std::size_t bucket) { return settle(bucket); });
  }

  bool settle(std::size_t at) {
    const std::vector<std::uint32_t>& bucket = buckets_[at];
    std::vector<std::size_t> found;
    for (std::uint32_t turn = 0; turn <= std::numeric_limits<std::uint16_t>::max(); ++turn) {
      found.clear();
      for (const std::uint32_t check : bucket) {
        const std::size_t slot = slot_of(check, turn, checks_.size());
        if (taken_[slot] || std::find(found.begin(), found.end(), slot) != found.end()) break;
        found.push_back(slot);
      }
      if (found.size() < bucket.size()) continue;
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        checks_[found[i]] = bucket[i];
        taken_[found[i]] = true;
      }
      turns_[at] = static_cast<std::uint16_t>(turn);
      return true;
    }
    return false;
  }

  std::vector<std::uint16_t> turns_;
  int shift_;
  std::vector<std::vector<std::uint32_t>> buckets_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> checks_;
  std::vector<bool> taken_;
};

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
    links();
    put(kNumberTable, std::vector<ModelNumbers>{weights_.numbers});
    header_.signature = templates_signature();
    header_.size = sizeof header_ + body_.size();
    header_.sum = quick_sum(body_);
    std::string bytes(sizeof header_, '\0');
    std::memcpy(bytes.data(), &header_, sizeof header_);
    return bytes + body_;
  }

 private:
  template <class Entry>
  void put(std::uint32_t table, const std::vector<Entry>& entries) {
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

  /// Calls `fill(row, line)` for each line that has a place. The tables from `first` on: turns, checks, rows.
  template <class Row, class Fill>
  void rows(std::string_view file, std::span<const FeatureTemplate> templates, const std::vector<WeightLine>& lines,
            std::uint32_t first, Fill fill) {
    KeyPlacer keys(lines.size());
    std::vector<std::pair<FeatureKey, const WeightLine*>> known;
    for (const WeightLine& line : lines) {
      FeatureKey key = 0;
      if (!key_of_value(line.name, templates[line.name], line.value, key)) {
        fail(file, line.value, "the value does not fit its template");
      } else if (!keys.add(key)) {
        fail(file, line.value, "the feature or its hash is there twice");
      } else {
        known.emplace_back(key, &line);
      }
    }
    keys.place();
    std::vector<Row> filled(keys.checks().size() + 1);
    for (const auto& [key, line] : known) fill(filled[keys.row(key)], *line);
    put(first, keys.turns());
    put(first + 1, keys.checks());
    put(first + 2, filled);
  }

  void tags() {
    rows<TagRow>("tags.tsv", tag_templates(), weights_.tags, kTagTurns, [](TagRow& row, const WeightLine& line) {
      for (const auto& [label, weight] : line.weights) {
        row.weights[label] = static_cast<std::int8_t>(std::clamp<int>(weight, -127, 127));
      }
    });
  }

  void cues() {
    rows<CueRow>("cues.tsv", cue_templates(), weights_.cues, kCueTurns,
                 [](CueRow& row, const WeightLine& line) { row.weight = line.weights.front().second; });
  }

  void spans() {
    rows<SpanRow>("spans.tsv", span_templates(), weights_.spans, kSpanTurns, [](SpanRow& row, const WeightLine& line) {
      for (const auto& [label, weight] : line.weights)
        row.weights[label] = std::clamp<std::int16_t>(weight, -kMostSpanWeight, kMostSpanWeight);
    });
  }

  void readings() {
    rows<ReadingRow>("readings.tsv", reading_templates(), weights_.readings, kReadingTurns,
                     [](ReadingRow& row, const WeightLine& line) {
                       for (const auto& [label, weight] : line.weights) (label == 0 ? row.choose : row.accept) = weight;
                     });
  }

  void links() {
    rows<LinkRow>("links.tsv", link_templates(), weights_.links, kLinkTurns,
                  [](LinkRow& row, const WeightLine& line) { row.weight = line.weights.front().second; });
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
