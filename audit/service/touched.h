// What changed in a git tree since a revision, so that a gate may speak of the paragraphs somebody touched alone. git
// itself says it; nothing of the repository's settings is run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "report/report.h"

namespace hearsay {

/// Lines [first, last] of a file as it stands. A deletion touches the lines around it.
using LineRange = std::pair<std::uint32_t, std::uint32_t>;

class Touched {
 public:
  /// Of the repositories in which `paths` lie. Throws Fatal where one lies in none, git is missing or does not know the
  /// revision.
  Touched(const std::vector<std::string>& paths, const std::string& revision);

  /// Takes out the findings of paragraphs nobody touched and gives their number. Findings of the whole article, and of
  /// files that have no lines, stay where anything in the file was touched; all of a new file stay. `document` is what
  /// the report is of.
  [[nodiscard]] std::size_t keep_touched(Report& report, const Document& document) const;

 private:
  void add_repository(const std::filesystem::path& top, const std::string& revision);

  std::set<std::filesystem::path> repositories_;
  std::map<std::filesystem::path, std::vector<LineRange>> lines_;  // by absolute path
  std::set<std::filesystem::path> tracked_;
};

/// The hunks of `git diff --unified=0`, by path from the top of the tree. Unknown lines are passed over.
[[nodiscard]] std::map<std::string, std::vector<LineRange>> parse_diff(std::string_view diff);

}  // namespace hearsay
