// A line of the file: kind, fact, value (a number: at least that; a word), rows it was learned from, weight.
#include "score/raise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include "base/cut_utf8.h"
#include "score/policy_file.h"
#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

constexpr std::string_view kKinds[kFindingKindCount] = {"anonymous",     "unsourced",     "unclear-speaker",
                                                        "secondhand",    "unanswered",    "document",
                                                        "single-source", "contradiction", "other"};
constexpr std::string_view kOffset = "offset", kWord = "word";
constexpr std::size_t kMaxBytes = 4U << 20U;

bool read_value(Fact fact, std::string_view written, double& value) {
  if (fact_info(fact).type == FactType::word) {
    const auto words = fact_words(fact);
    const auto word = std::find(words.begin(), words.end(), written);
    value = static_cast<double>(word - words.begin());
    return word != words.end();
  }
  const std::optional<double> number = number_in(written);
  value = number.value_or(0);
  return number.has_value();
}

bool read_line(std::string_view line, RaiseModel& model) {
  std::array<std::string_view, 5> fields;
  for (std::string_view& field : fields) {
    if (line.empty()) return false;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    field = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  const auto [kind, fact, value, count, weight] = fields;
  const std::optional<FindingKind> known = finding_kind_named(kind);
  const std::optional<double> number = number_in(weight), rows = number_in(count);
  if (!known || !number || !rows || *rows < 0 || *rows > 1e9) return false;
  RaiseModel::Kind& into = model.kinds[static_cast<std::size_t>(*known)];
  if (fact == kOffset) {
    into.offset = *number;
    return true;
  }
  if (fact == kWord) {
    if (value.empty()) return false;
    into.words[word_hash(value)] = {
        .word = std::string(value), .weight = *number, .count = static_cast<std::uint32_t>(*rows)};
    return true;
  }
  RaiseTerm term{.weight = *number, .count = static_cast<std::uint32_t>(*rows)};
  const std::optional<Fact> asked = fact_named(fact);
  if (!asked || !read_value(*asked, value, term.value)) return false;
  term.fact = *asked;
  into.terms.push_back(term);
  return true;
}

}  // namespace

std::string_view finding_kind_name(FindingKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<FindingKind> finding_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kFindingKindCount; ++i) {
    if (kKinds[i] == name) return static_cast<FindingKind>(i);
  }
  return std::nullopt;
}

bool speaks(const RaiseTerm& term, const FactSheet& facts, const FactRows& rows) {
  const FactInfo& info = fact_info(term.fact);
  if (rows[static_cast<std::size_t>(info.subject)] == kNone) return false;
  const double value = facts.value(term.fact, rows);
  return info.type == FactType::word ? value == term.value : value >= term.value;
}

double RaiseModel::likelihood(FindingKind kind, const FactSheet& facts, const FactRows& rows,
                              std::span<const std::uint32_t> words) const {
  const Kind& one = kinds[static_cast<std::size_t>(kind)];
  if (!learned || (one.terms.empty() && one.offset == 0)) return 1;
  double odds = one.offset;
  for (const RaiseTerm& term : one.terms) {
    if (speaks(term, facts, rows)) odds += term.weight;
  }
  for (const std::uint32_t word : words) {
    if (const auto known = one.words.find(word); known != one.words.end()) odds += known->second.weight;
  }
  return 1 / (1 + std::exp(-odds));
}

RaiseModel load_raise_model(const std::filesystem::path& path, Diagnostics& diagnostics) {
  RaiseModel model;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > kMaxBytes)
    return model;
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::uint32_t number = 0;
  while (std::getline(in, line)) {
    ++number;
    if (line.empty() || line.front() == '#' || line.starts_with("kind\t")) continue;
    if (read_line(line, model)) continue;
    Diagnostic wrong;
    wrong.file = path.string();
    wrong.line = number;
    wrong.column = 1;
    wrong.source_line = cut_utf8(line, 400);
    wrong.message = "no term: kind, fact, value, count and weight, by tabs";
    wrong.remedy = "learn the file anew, or put the former one back";
    diagnostics.push_back(std::move(wrong));
  }
  model.learned = true;
  return model;
}

std::string raise_model_text(const RaiseModel& model, std::string_view learned_from) {
  std::string out = fmt::format("# hearsay: what a careful editor would raise\n# learned from {}\n", learned_from);
  out += "kind\tfact\tvalue\tcount\tweight\n";
  for (std::size_t k = 0; k < kFindingKindCount; ++k) {
    const RaiseModel::Kind& kind = model.kinds[k];
    if (kind.terms.empty() && kind.offset == 0) continue;
    out += fmt::format("{}\t{}\t\t0\t{:.3f}\n", kKinds[k], kOffset, kind.offset);
    for (const RaiseTerm& term : kind.terms) {
      const FactInfo& info = fact_info(term.fact);
      const std::string value = info.type == FactType::word
                                    ? std::string(fact_words(term.fact)[static_cast<std::size_t>(term.value)])
                                    : fmt::format("{}", term.value);
      out += fmt::format("{}\t{}\t{}\t{}\t{:.3f}\n", kKinds[k], info.name, value, term.count, term.weight);
    }
    std::vector<const RaiseWord*> words;
    for (const auto& [hash, word] : kind.words) words.push_back(&word);
    std::sort(words.begin(), words.end(), [](const RaiseWord* a, const RaiseWord* b) { return a->word < b->word; });
    for (const RaiseWord* word : words)
      out += fmt::format("{}\t{}\t{}\t{}\t{:.3f}\n", kKinds[k], kWord, word->word, word->count, word->weight);
  }
  return out;
}

}  // namespace hearsay
