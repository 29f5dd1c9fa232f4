// Line by line; lemmas become the entries that bear them.
#include "rules/calibration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/cut_utf8.h"
#include "base/span.h"
#include "rules/pack_files.h"
#include "rules/source_file.h"
#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

struct Row {
  std::string_view rule;
  std::string_view entry;
  std::uint32_t support = 0;
  double precision = 0;
};

bool parse_row(std::string_view line, Row& row) {
  std::array<std::string_view, 4> columns;
  for (std::string_view& column : columns) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    column = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  row.rule = columns[0];
  row.entry = columns[1];
  const char* end = columns[2].data() + columns[2].size();
  const auto support = std::from_chars(columns[2].data(), end, row.support);
  const std::string number(columns[3]);
  char* number_end = nullptr;
  row.precision = std::strtod(number.c_str(), &number_end);
  return line.empty() && !row.rule.empty() && !row.entry.empty() && support.ec == std::errc() && support.ptr == end &&
         !number.empty() && *number_end == 0 && row.precision >= 0 && row.precision <= 1;
}

class Reader {
 public:
  explicit Reader(Program& program) : program_(program) {
    for (std::uint32_t i = 0; i < program.rules.size(); ++i) rules_.emplace(program.rules[i].id, i);
    const auto entries = program.lexicons.entries();
    entries_.reserve(entries.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) entries_.emplace_back(word_hash(entries[i].lemma), i);
    std::sort(entries_.begin(), entries_.end());
    for (std::size_t i = 0; i < kTraitCount; ++i)
      traits_.emplace(trait_name(static_cast<Trait>(i)), static_cast<Trait>(i));
  }

  void take(const Row& row) {
    if (row.rule == "*") {
      const auto trait = traits_.find(row.entry);
      if (trait != traits_.end()) program_.confidence.set(trait->second, log_odds(row.precision));
      return;
    }
    const auto rule = rules_.find(row.rule);
    if (rule == rules_.end()) return;
    if (row.entry == "-") {
      program_.rules[rule->second].support = row.support;
      program_.rules[rule->second].precision = row.precision;
      return;
    }
    const std::uint32_t hash = word_hash(row.entry);
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), std::pair(hash, std::uint32_t{0}));
    for (; entry != entries_.end() && entry->first == hash; ++entry) {
      if (program_.lexicons.entry(entry->second).lemma == row.entry)
        program_.confidence.set(rule->second, entry->second, row.precision);
    }
  }

 private:
  Program& program_;
  std::map<std::string_view, std::uint32_t> rules_;
  // By hash of the lemma, then in their order: one word may stand in several lexicons.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries_;
  std::map<std::string_view, Trait> traits_;
};

}  // namespace

void load_calibration(const std::filesystem::path& path, Program& program, Diagnostics& diagnostics) {
  std::string bytes;
  if (!read_bytes(path, bytes)) return;
  Reader reader(program);
  bool headed = false;
  std::uint32_t line_number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++line_number;
    if (line.empty() || line.starts_with('#')) continue;
    Row row;
    if (!headed) {
      headed = true;
    } else if (parse_row(line, row)) {
      reader.take(row);
    } else {
      diagnostics.push_back({.severity = Severity::error,
                             .file = path.string(),
                             .line = line_number,
                             .column = 1,
                             .message = "not \"rule, entry, support, precision\"",
                             .remedy = "support is a count, precision lies from 0 to 1; a tab between",
                             .source_line = std::string(cut_utf8(line, kMaxLineShown))});
    }
  }
  program.confidence.sort();
}

}  // namespace hearsay
