// fixtures/articles/SLUG holds an article and what each stage makes of it, numbered. To take over a change that is
// meant: `make golden`, then read the diff.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "dump.h"
#include "pipeline.h"
#include "read_english.h"
#include "report/write_json.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = HEARSAY_SOURCE_DIR;

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const Engine& engine() {
  static const Engine kEngine = [] {
    Diagnostics diagnostics;
    Engine loaded = load_engine({.pack = {.root = kSource / "rules"}}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) {
      ADD_FAILURE() << diagnostic.file << ':' << diagnostic.line << ": " << diagnostic.message;
    }
    return loaded;
  }();
  return kEngine;
}

struct Step {
  const char* file;
  Stage stage;
};

constexpr Step kSteps[] = {
    {"1-blocks.txt", Stage::blocks},     {"2-sentences.txt", Stage::sentences},       {"3-quotes.txt", Stage::quotes},
    {"4-mentions.txt", Stage::mentions}, {"5-attributions.txt", Stage::attributions}, {"6-sources.txt", Stage::sources},
    {"7-trace.txt", Stage::trace}};

void compare(const fs::path& path, const std::string& got) {
  if (std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << got;
    return;
  }
  ASSERT_TRUE(fs::exists(path)) << path << " is missing: run `make golden`, then read the diff";
  EXPECT_EQ(read_bytes(path), got) << path << " differs: if that is meant, run `make golden`, then read the diff";
}

std::vector<fs::path> folders() {
  std::vector<fs::path> all;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(kSource / "fixtures" / "articles", error)) {
    if (entry.is_directory()) all.push_back(entry.path());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// One test over all folders: a new folder needs no new build, and the rules are loaded once.
TEST(Golden, EveryStageOfEveryArticle) {
  const std::vector<fs::path> all = folders();
  if (all.empty()) GTEST_SKIP() << "no fixtures/articles";
  for (const fs::path& folder : all) {
    SCOPED_TRACE(folder.filename().string());
    const fs::path input = fs::exists(folder / "input.html") ? folder / "input.html" : folder / "input.txt";
    ASSERT_TRUE(fs::exists(input)) << folder << " has neither input.txt nor input.html";
    Document document = read_english(read_bytes(input), input.filename().string());
    document.id = folder.filename().string();
    const Analysis analysis = analyse(std::move(document), engine());
    for (const Step& step : kSteps) compare(folder / step.file, dump(step.stage, analysis, engine()));
    Report report = report_of(analysis, engine());
    for (ReportPack& pack : report.rules) pack.sha256 = "(of the rules in use)";
    compare(folder / "8-scorecard.json", write_json(report));
  }
}

TEST(Golden, AnalysisIsRepeatable) {
  const std::vector<fs::path> all = folders();
  if (all.empty()) GTEST_SKIP() << "no fixtures/articles";
  for (const fs::path& folder : all) {
    const fs::path input = fs::exists(folder / "input.html") ? folder / "input.html" : folder / "input.txt";
    const std::string bytes = read_bytes(input);
    const auto once = [&] { return write_json(report_of(analyse(read_english(bytes, "input"), engine()), engine())); };
    EXPECT_EQ(once(), once()) << folder;
  }
}

}  // namespace
}  // namespace hearsay
