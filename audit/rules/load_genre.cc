// Line by line, as load_calibration does.
#include "rules/load_genre.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/cut_utf8.h"
#include "rules/pack_files.h"
#include "rules/source_file.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostGenreRows = 200;

bool parse_number(std::string_view word, double& value) {
  const std::string number(word);
  char* end = nullptr;
  value = std::strtod(number.c_str(), &end);
  return !number.empty() && *end == 0 && std::isfinite(value);
}

bool parse_count(std::string_view word, std::uint32_t& value) {
  const char* end = word.data() + word.size();
  const auto parsed = std::from_chars(word.data(), end, value);
  return parsed.ec == std::errc() && parsed.ptr == end;
}

bool parse_row(std::string_view line, GenreWeight& row) {
  std::array<std::string_view, 5> columns;
  for (std::string_view& column : columns) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    column = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  row.feature = columns[0];
  return line.empty() && !row.feature.empty() && parse_number(columns[1], row.half) && row.half > 0 &&
         parse_number(columns[2], row.weight) && parse_count(columns[3], row.opinion) &&
         parse_count(columns[4], row.other);
}

}  // namespace

GenreWeights load_genre_weights(const std::filesystem::path& path, Diagnostics& diagnostics) {
  GenreWeights found;
  std::string bytes;
  if (!read_bytes(path, bytes)) return found;
  bool headed = false;
  std::uint32_t line_number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++line_number;
    if (line.empty() || line.starts_with('#')) continue;
    GenreWeight row;
    if (!headed) {
      headed = true;
    } else if (!parse_row(line, row) || found.weights.size() >= kMostGenreRows) {
      diagnostics.push_back({.severity = Severity::error,
                             .file = path.string(),
                             .line = line_number,
                             .column = 1,
                             .message = "not \"feature, half, weight, opinion, other\"",
                             .remedy = "half is above 0, opinion and other are counts; a tab between",
                             .source_line = std::string(cut_utf8(line, kMaxLineShown))});
    } else if (row.feature == "*bias") {
      found.bias = row.weight;
    } else if (row.feature == "*words") {
      found.least_words = static_cast<std::uint32_t>(std::clamp(row.half, 1.0, 1e6));
    } else {
      found.weights.push_back(std::move(row));
    }
  }
  return found;
}

}  // namespace hearsay
