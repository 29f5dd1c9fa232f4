// A baseline forgives: a file of old findings, kept with the texts, so that a gate speaks of new ones alone. An entry
// is known by the article's path (seen from the baseline's folder), the check and the fingerprint; line and words stand
// there for people. A file that is renamed has new findings: rename it in the baseline, or write it anew.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "report/report.h"

namespace hearsay {

class Baseline {
 public:
  /// Reads FILE. What is wrong in it is reported with its place and left out. Throws Fatal where it cannot be read.
  [[nodiscard]] static Baseline read(const std::filesystem::path& file, Diagnostics& diagnostics);
  /// One to be filled and written as FILE.
  explicit Baseline(const std::filesystem::path& file);

  /// Takes the forgiven findings out of the report and gives their number. `gone`: entries of this article that were
  /// not met. An article of no entry loses nothing.
  struct Forgiven {
    std::size_t hidden = 0, gone = 0;
  };
  [[nodiscard]] Forgiven forgive(Report& report) const;

  /// Keeps the findings that are not suppressed.
  void add(const Report& report);
  /// XML with rules/baseline.xsd; articles by path, findings in text order. The same findings give the same bytes.
  [[nodiscard]] std::string xml() const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Entry {
    std::string check, fingerprint, message;
    std::uint32_t line = 0;
  };
  [[nodiscard]] std::string key_of(const std::string& path) const;

  std::filesystem::path folder_;                        // absolute
  std::map<std::string, std::vector<Entry>> articles_;  // by path
};

}  // namespace hearsay
