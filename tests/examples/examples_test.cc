// `hearsay rules test` as a test: every example of every shipped rule, against the whole pack. And the runner itself,
// over small packs made here.
#include "examples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "read_english.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

const fs::path kRules = fs::path(HEARSAY_SOURCE_DIR) / "rules";

Engine shipped(Diagnostics& diagnostics, const fs::path& extra = {}) {
  LoadOptions pack{.root = kRules};
  if (!extra.empty()) pack.extra.push_back(extra);
  return load_engine({.pack = pack}, diagnostics);
}

std::string place(const Diagnostic& d) {
  return d.file + ':' + std::to_string(d.line) + ':' + std::to_string(d.column) + ": ";
}

TEST(Examples, AllOfTheShippedRulesHold) {
  Diagnostics diagnostics;
  const Engine engine = shipped(diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << place(d) << d.message;
  const ExampleResults results = run_examples(engine);
  EXPECT_GT(results.examples, 0U);
  for (const Diagnostic& d : results.diagnostics) ADD_FAILURE() << place(d) << d.message << "\n  " << d.remedy;
}

TEST(Examples, NobodySpeaksInAnIdiom) {
  Diagnostics diagnostics;
  const Engine engine = shipped(diagnostics);
  for (const char* text :
       {"That said, the ferry cannot sail in such wind.",
        "The pumps are old. That being said, they still work in winter.",
        "Generally speaking, the ferry is late on Mondays.", "Needless to say, the mill was closed by noon.",
        "The harbour town, formerly known as Lodby, has two mills."}) {
    const Analysis a = analyse(read_english(text, "input"), engine);
    EXPECT_TRUE(a.attributions.empty()) << text;
  }
}

TEST(Examples, EveryShippedRuleHasAPassAndAFail) {
  Diagnostics diagnostics;
  const Engine engine = shipped(diagnostics);
  for (const Rule& rule : engine.pack.program.rules) {
    bool pass = false, fail = false;
    for (const Example& example : rule.examples) (example.pass ? pass : fail) = true;
    EXPECT_TRUE(pass && fail) << rule.id << " lacks a " << (pass ? "fail" : "pass");
  }
}

// A house rule with examples that are wrong on purpose: each is named with its line.
TEST(Examples, WrongOnesAreReportedWithTheirPlace) {
  std::string folder = (fs::temp_directory_path() / "hearsay-examples-XXXXXX").string();
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const fs::path file = fs::path(folder) / "house.xml";
  std::ofstream(file) << R"(<rules pack="house" version="1" family="house">
<rule id="house.trill" name="X trilled" confidence="0.9">
<pattern content="after" takes="clause"><source/> <cue>trilled</cue> that</pattern>
<pass><source>Mara Quill</source> <cue>trilled</cue> that <content>the pier was closed</content>.</pass>
<pass><source>Mara</source> Quill <cue>trilled</cue> that <content>the pier was closed</content>.</pass>
<fail>Mara Quill trilled that the pier was closed.</fail>
</rule>
</rules>
)";
  Diagnostics diagnostics;
  const Engine engine = shipped(diagnostics, file);
  const ExampleResults results = run_examples(engine, {"house."});
  fs::remove_all(folder);
  EXPECT_EQ(results.rules, 1U);
  EXPECT_EQ(results.examples, 3U);
  EXPECT_EQ(results.failed, 2U);
  ASSERT_EQ(results.diagnostics.size(), 2U);
  EXPECT_EQ(results.diagnostics[0].line, 5U);
  EXPECT_NE(results.diagnostics[0].message.find("source is ‘Mara Quill’, not ‘Mara’"), std::string::npos)
      << results.diagnostics[0].message;
  EXPECT_EQ(results.diagnostics[1].line, 6U);
  EXPECT_NE(results.diagnostics[1].message.find("fires where it should not"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
