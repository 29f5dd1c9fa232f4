// What the tests of the store share: a folder that goes away, reports to store, and what is said when it fails.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "report/read_json.h"
#include "report/write_json.h"
#include "store/store.h"

namespace hearsay::testing {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-store-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The scorecards of the sample articles, by name.
inline std::vector<Report> fixture_reports() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(HEARSAY_SOURCE_DIR "/fixtures/articles"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  std::vector<Report> reports;
  for (const auto& folder : folders) {
    std::ifstream file(folder / "8-scorecard.json", std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    Report report;
    Diagnostic problem;
    if (read_json(json, report, problem) != CardKind::scorecard) continue;
    report.id = folder.filename().string();
    reports.push_back(std::move(report));
  }
  return reports;
}

/// So many reports: the samples again and again, each with an id of its own.
inline std::vector<Report> many(std::size_t count) {
  const std::vector<Report> fixtures = fixture_reports();
  std::vector<Report> reports;
  for (std::size_t i = 0; i < count; ++i) {
    reports.push_back(fixtures[i % fixtures.size()]);
    reports.back().id += '-' + std::to_string(i);
  }
  return reports;
}

inline PreparedArticle prepared(Report report, const std::string& rules = "rules-1") {
  PreparedArticle article;
  const auto problem = prepare(std::move(report), rules, article);
  EXPECT_FALSE(problem.has_value()) << problem->message;
  return article;
}

/// A store of these reports.
inline StoreTotals store_all(const std::string& path, const std::vector<Report>& reports,
                             const std::string& rules = "rules-1", const StoreOptions& options = {}) {
  StoreWriter writer(path, options);
  for (const Report& report : reports) writer.add(prepared(report, rules));
  return writer.finish();
}

/// Every article as JSON Lines, in the order of ids.
inline std::string all_of(const std::string& path) {
  std::vector<std::string> cards;
  Diagnostics diagnostics;
  StoreReader(path).for_each(
      [&](Report&& report, const std::string& rules) { cards.push_back(write_json(report, JsonLayout::line) + rules); },
      diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  std::sort(cards.begin(), cards.end());
  std::string all;
  for (const std::string& card : cards) all += card + '\n';
  return all;
}

/// The message of the Fatal that `body` throws, or "".
template <class Body>
std::string fatal(const Body& body) {
  try {
    body();
  } catch (const Fatal& error) {
    EXPECT_NE(error.diagnostic().remedy, "") << error.what();
    EXPECT_NE(error.diagnostic().file, "") << error.what();
    return error.what();
  }
  return "";
}

}  // namespace hearsay::testing
