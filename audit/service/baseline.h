// A baseline forgives: a file of old findings, kept with the texts, so that a gate speaks of new ones alone. An entry
// is known by the article's path (seen from the baseline's folder), the check and the fingerprint; line and words stand
// there for people. A file that is renamed has new findings: rename it in the baseline, or write it anew.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/report.h"

namespace hearsay {

struct BaselineEntry {
  std::string check, fingerprint, message;
  std::uint32_t line = 0;  // 0: not known
};

/// How a baseline in `folder` (absolute) names the article at `path`.
[[nodiscard]] std::string baseline_key(const std::filesystem::path& folder, const std::string& path);
/// The folder of FILE, absolute.
[[nodiscard]] std::filesystem::path folder_of_baseline(const std::filesystem::path& file);

/// What is written as one: service/baseline_writer.h.
class Baseline {
 public:
  using Articles = std::map<std::string, std::vector<BaselineEntry>>;  // by path

  /// Reads FILE. What is wrong in it is reported with its place and left out. Throws Fatal where it cannot be read.
  [[nodiscard]] static Baseline read(const std::filesystem::path& file, Diagnostics& diagnostics);

  /// Takes the forgiven findings out of the report and gives their number. `gone`: entries of this article that were
  /// not met. An article of no entry loses nothing.
  struct Forgiven {
    std::size_t hidden = 0, gone = 0;
  };
  [[nodiscard]] Forgiven forgive(Report& report) const;

  [[nodiscard]] const Articles& articles() const { return articles_; }

 private:
  explicit Baseline(const std::filesystem::path& file) : folder_(folder_of_baseline(file)) {}

  std::filesystem::path folder_;
  Articles articles_;
};

}  // namespace hearsay
