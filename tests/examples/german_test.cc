// A second language: rules/de is read by the same program, with no word of German in it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "document/read.h"
#include "examples.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

const Engine& german() {
  static const Engine kEngine = [] {
    Diagnostics diagnostics;
    Engine engine = load_engine(
        {.pack = {.root = fs::path(HEARSAY_SOURCE_DIR) / "rules", .language = "de", .extra = {}}}, diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << d.file << ':' << d.line << ": " << d.message;
    return engine;
  }();
  return kEngine;
}

Analysis audited(const std::string& article, const std::string& file) {
  std::ifstream in(fs::path(HEARSAY_SOURCE_DIR) / "fixtures" / "articles" / article / file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return analyse(read(bytes, file, german().page), german());
}

TEST(German, AllExamplesHold) {
  const ExampleResults results = run_examples(german());
  EXPECT_GE(results.rules, 20U);
  for (const Diagnostic& d : results.diagnostics)
    ADD_FAILURE() << d.file << ':' << d.line << ": " << d.message << "\n  " << d.remedy;
}

TEST(German, EveryRuleHasAPassAndAFail) {
  for (const Rule& rule : german().pack.program.rules) {
    bool pass = false, fail = false;
    for (const Example& example : rule.examples) (example.pass ? pass : fail) = true;
    EXPECT_TRUE(pass && fail) << rule.id << " lacks a " << (pass ? "fail" : "pass");
  }
}

TEST(German, ArticlesAreAudited) {
  for (const auto& [article, file] : {std::pair{"schleuse-sperrung", "input.txt"}, {"faehre-werft", "input.html"}}) {
    const Analysis a = audited(article, file);
    EXPECT_EQ(a.language.code, "de") << article;
    EXPECT_NE(a.scorecard.withheld.id, "language") << article;
    EXPECT_GE(a.attributions.size(), 12U) << article;
  }
}

TEST(German, APageInAnotherLanguageIsNot) {
  const Analysis a = audited("puerto-cerrado", "input.html");
  EXPECT_EQ(a.language.code, "es");
  EXPECT_EQ(a.scorecard.withheld.id, "language");
  EXPECT_TRUE(a.attributions.empty());
}

}  // namespace
}  // namespace hearsay
