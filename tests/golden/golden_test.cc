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

Engine loaded(const std::string& language) {
  Diagnostics diagnostics;
  Engine engine = load_engine({.pack = {.root = kSource / "rules", .language = language, .extra = {}}}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    ADD_FAILURE() << diagnostic.file << ':' << diagnostic.line << ": " << diagnostic.message;
  }
  return engine;
}

/// By the pack of the article's language, where there is one; else by English, which says that none reads it.
struct Audited {
  Audited(const std::string& bytes, const std::string& file, const std::string& id) {
    static const Engine kGerman = loaded("de");
    Document document = read_english(bytes, file);
    document.id = id;
    analysis = analyse(std::move(document), english());
    if (analysis.language.code != "de") return;
    engine = &kGerman;
    analysis = analyse(std::move(analysis.document), kGerman);
  }
  const Engine* engine = &english();
  Analysis analysis;

 private:
  static const Engine& english() {
    static const Engine kEnglish = loaded("en");
    return kEnglish;
  }
};

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
    const Audited audited(read_bytes(input), input.filename().string(), folder.filename().string());
    for (const Step& step : kSteps) compare(folder / step.file, dump(step.stage, audited.analysis, *audited.engine));
    Report report = report_of(audited.analysis, *audited.engine);
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
    const auto once = [&] {
      const Audited audited(bytes, "input", "input");
      return write_json(report_of(audited.analysis, *audited.engine));
    };
    EXPECT_EQ(once(), once()) << folder;
  }
}

}  // namespace
}  // namespace hearsay
