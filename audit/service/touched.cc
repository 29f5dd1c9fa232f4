// One `git diff` per repository, not per file. Paths are compared as git gives them: from the real top of the tree.
#include "service/touched.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "report/place.h"
#include "report/text_index.h"
#include "service/git.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSince = "--since";

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

/// The octal and letter escapes of a path that git puts in quotation marks.
std::string unquoted(std::string_view path) {
  if (path.size() < 2 || path.front() != '"' || path.back() != '"') return std::string(path);
  path = path.substr(1, path.size() - 2);
  constexpr std::string_view kLetters = "abtnvfr";
  constexpr std::string_view kMeant = "\a\b\t\n\v\f\r";
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '\\' || i + 1 == path.size()) {
      out += path[i];
      continue;
    }
    ++i;
    if (path[i] >= '0' && path[i] <= '3' && i + 2 < path.size()) {
      out += static_cast<char>((path[i] - '0') * 64 + (path[i + 1] - '0') * 8 + (path[i + 2] - '0'));
      i += 2;
    } else if (const std::size_t letter = kLetters.find(path[i]); letter != std::string_view::npos) {
      out += kMeant[letter];
    } else {
      out += path[i];
    }
  }
  return out;
}

/// "@@ -3,2 +5,0 @@" → the lines of the new file.
bool parse_hunk(std::string_view line, LineRange& range) {
  const std::size_t plus = line.find(" +");
  if (plus == std::string_view::npos) return false;
  const char* const end = line.data() + line.size();
  std::uint32_t first = 0;
  std::uint32_t count = 1;
  auto [at, error] = std::from_chars(line.data() + plus + 2, end, first);
  if (error != std::errc()) return false;
  if (at != end && *at == ',' && std::from_chars(at + 1, end, count).ec != std::errc()) return false;
  range = count == 0 ? LineRange{first, first + 1} : LineRange{first, first + count - 1};
  return true;
}

bool touches(const std::vector<LineRange>& ranges, std::uint32_t first, std::uint32_t last) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const LineRange& range) { return range.first <= last && first <= range.second; });
}

}  // namespace

std::map<std::string, std::vector<LineRange>> parse_diff(std::string_view diff) {
  std::map<std::string, std::vector<LineRange>> files;
  std::vector<LineRange>* file = nullptr;
  std::uint64_t skip = 0;  // lines of the hunk at hand: their words may look like anything
  while (!diff.empty()) {
    const std::string_view line = first_line(diff);
    diff.remove_prefix(std::min(line.size() + 1, diff.size()));
    if (skip != 0 && (line.starts_with('-') || line.starts_with('+'))) {
      --skip;
    } else if (line.starts_with("diff --git ")) {
      file = nullptr;
    } else if (line.starts_with("+++ ")) {
      std::string_view path = line.substr(4);
      if (path.ends_with('\t')) path.remove_suffix(1);
      const std::string name = unquoted(path);
      file = name.starts_with("b/") && name.size() > 2 ? &files[name.substr(2)] : nullptr;  // "/dev/null": deleted
    } else if (line.starts_with("@@ ")) {
      LineRange range;
      const auto count = [&](char sign) -> std::uint64_t {
        const std::size_t at = line.find(std::string(" ") + sign);
        const std::size_t end = at == std::string_view::npos ? at : line.find(' ', at + 1);
        const std::string_view numbers = end == std::string_view::npos ? "" : line.substr(at + 2, end - at - 2);
        const std::size_t comma = numbers.find(',');
        std::uint64_t value = 1;
        if (comma != std::string_view::npos)
          std::from_chars(numbers.data() + comma + 1, numbers.data() + numbers.size(), value);
        return value;
      };
      if (!parse_hunk(line, range)) continue;
      skip = count('-') + count('+');
      if (file != nullptr) file->push_back(range);
    }
  }
  return files;
}

Touched::Touched(const std::vector<std::string>& paths, const std::string& revision) {
  check_revision(revision, kSince);
  for (const std::string& path : paths) {
    if (path == "-")
      throw Fatal({.message = "--since cannot tell what changed in standard input", .remedy = "name files"});
    std::error_code error;
    if (!fs::exists(path, error)) continue;  // the stream says that it is not there
    add_repository(git_top(path, kSince), revision);
  }
}

void Touched::add_repository(const fs::path& top, const std::string& revision) {
  if (!repositories_.insert(top).second) return;
  const std::string commit = git_commit(top, revision, kSince);
  const Subprocess diff =
      run_git(top,
              {"diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--unified=0",
               "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", commit, "--"},
              kSince);
  const Subprocess files = run_git(top, {"ls-files", "-z"}, kSince);
  if (diff.exit != 0 || files.exit != 0)
    throw Fatal(
        {.file = top.filename().string(),
         .message = "git cannot say what changed: " + std::string(first_line(diff.exit != 0 ? diff.err : files.err)),
         .remedy = "leave out --since"});
  for (auto& [path, ranges] : parse_diff(diff.out)) lines_[(top / path).lexically_normal()] = std::move(ranges);
  for (std::size_t at = 0; at < files.out.size();) {
    const std::size_t end = std::min(files.out.find('\0', at), files.out.size());
    tracked_.insert((top / files.out.substr(at, end - at)).lexically_normal());
    at = end + 1;
  }
}

std::size_t Touched::keep_touched(Report& report, const Document& document) const {
  std::error_code error;
  fs::path path = fs::canonical(report.path, error);
  if (error) return 0;  // a record of a file: its own path is not known here
  const auto changed = lines_.find(path);
  if (changed == lines_.end()) {
    if (tracked_.count(path) == 0) return 0;  // new
    const std::size_t all = report.findings.size();
    report.findings.clear();
    return all;
  }
  if (document.places != PlaceForm::lines) return 0;
  const TextIndex index(document.text);
  const PlaceIndex places(document, index);
  return std::erase_if(report.findings, [&](const ReportFinding& finding) {
    if (finding.span.empty()) return false;
    Span words{index.byte(finding.span.front().first), index.byte(finding.span.front().second)};
    const auto block = std::find_if(document.blocks.begin(), document.blocks.end(), [&](const Block& one) {
      return one.span.begin <= words.begin && words.begin < one.span.end;
    });
    if (block != document.blocks.end()) words = block->span;
    return !touches(changed->second, places.find(words.begin).line, places.find(words.end).line);
  });
}

}  // namespace hearsay
