// Entry: region_of. Spans index the text; where the text is the file itself its lines are the file's lines.
#include "report/findings/run_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostWords = 200;  // columns

}  // namespace

RunRegion region_of(const ReportFinding& finding, const TextIndex& index) {
  RunRegion region;
  if (finding.span.empty()) return region;
  const CodeSpan first = finding.span.front();
  region.words = cut_to(one_line(index.slice(first)), kMostWords);
  region.paragraph = finding.paragraph;
  if (finding.line == 0) return region;
  const LineColumn end = index.line_column(std::max(first.first, first.second));
  region.line = finding.line;
  region.column = std::max(1U, finding.column);
  // The place may lie in lines before the text (a front matter): the end moves along.
  const LineColumn begin = index.line_column(first.first);
  region.end_line = finding.line + (end.line - begin.line);
  region.end_column = end.line == begin.line ? region.column + (end.column - begin.column) : end.column;
  return region;
}

std::string path_uri(const std::string& path) {
  if (path == "-") return "stdin";
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::string shown_path(const std::string& path) {
  return one_line(path == "-" ? "<stdin>" : path);
}

}  // namespace hearsay
