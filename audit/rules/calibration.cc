// Line by line.
#include "rules/calibration.h"

#include <charconv>
#include <cstdlib>
#include <map>

#include "rules/pack_files.h"

namespace hearsay {

void load_calibration(const std::filesystem::path& path, std::vector<Rule>& rules, Diagnostics& diagnostics) {
  std::string bytes;
  if (!read_bytes(path, bytes)) return;
  std::map<std::string_view, Rule*> by_id;
  for (Rule& rule : rules) by_id[rule.id] = &rule;
  std::uint32_t line_number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (++line_number == 1 || line.empty() || line.starts_with('#')) continue;
    const std::size_t first = std::min(line.find('\t'), line.size());
    const std::size_t second = std::min(line.find('\t', std::min(first + 1, line.size())), line.size());
    std::uint32_t support = 0;
    const std::string_view count = first < second ? line.substr(first + 1, second - first - 1) : std::string_view();
    const auto parsed = std::from_chars(count.data(), count.data() + count.size(), support);
    const std::string number(second < line.size() ? line.substr(second + 1) : std::string_view());
    char* number_end = nullptr;
    const double precision = std::strtod(number.c_str(), &number_end);
    const bool fine = !count.empty() && parsed.ptr == count.data() + count.size() && !number.empty() &&
                      *number_end == 0 && precision >= 0 && precision <= 1;
    if (!fine) {
      diagnostics.push_back({.severity = Severity::error,
                             .file = path.string(),
                             .line = line_number,
                             .column = 1,
                             .message = "not \"rule, support, precision\"",
                             .remedy = "support is a count, precision lies from 0 to 1; a tab between",
                             .source_line = std::string(line.substr(0, 200))});
      continue;
    }
    const auto at = by_id.find(line.substr(0, first));
    if (at == by_id.end()) continue;
    at->second->support = support;
    at->second->precision = precision;
  }
}

}  // namespace hearsay
