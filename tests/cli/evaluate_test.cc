// hearsay evaluate and rules calibrate from outside, on the annotated articles of fixtures/evaluate.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/run_program.h"

namespace {

using ::testing::HasSubstr;

const std::string kFixtures = std::string(HEARSAY_SOURCE_DIR) + "/fixtures/evaluate/";

TEST(Evaluate, MeasuresEveryAnnotatedArticle) {
  const ProgramRun run =
      run_program({"evaluate", "--settings", "none", "--format", "json", kFixtures + "text", kFixtures + "gold"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["articles"], 3);
  EXPECT_EQ(json["figures"]["cue"]["annotated"], 17);  // one of eighteen lies in a discarded part
  EXPECT_GT(json["figures"]["cue"]["found"], 5);
}

TEST(Evaluate, ThreadsChangeNothing) {
  const auto printed = [](const char* threads) {
    return run_program({"evaluate", "--settings", "none", "--threads", threads, "--misses", "9", "--wrong", "9",
                        kFixtures + "text", kFixtures + "gold"})
        .out;
  };
  EXPECT_EQ(printed("1"), printed("4"));
}

TEST(Evaluate, SavesAndCompares) {
  const Folder folder;
  const std::string all = (folder.path() / "all.json").string();
  const std::string sure = (folder.path() / "sure.json").string();
  EXPECT_EQ(run_program({"evaluate", "--settings", "none", "--save", all, kFixtures + "text", kFixtures + "gold"}).exit,
            0);
  EXPECT_EQ(run_program({"evaluate", "--settings", "none", "--min-confidence", "1", "--save", sure, kFixtures + "text",
                         kFixtures + "gold"})
                .exit,
            0);
  const ProgramRun run = run_program({"evaluate", "--diff", all, sure});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("found now: 0\n"));
  EXPECT_EQ(run_program({"evaluate", "--diff", all}).exit, 2);
  EXPECT_EQ(run_program({"evaluate", "--diff", all, folder.write("x.json", "{}")}).exit, 2);
}

TEST(Evaluate, BadUseIsRefused) {
  const Folder folder;
  EXPECT_EQ(run_program({"evaluate", kFixtures + "text"}).exit, 2);
  EXPECT_EQ(run_program({"evaluate", kFixtures + "text", folder.path().string()}).exit, 2);
  EXPECT_EQ(run_program({"evaluate", kFixtures + "none", kFixtures + "gold"}).exit, 2);
  EXPECT_EQ(run_program({"evaluate", "--format", "html", kFixtures + "text", kFixtures + "gold"}).exit, 2);
}

TEST(Calibrate, WritesItsTableWhereAsked) {
  const Folder folder;
  const std::string path = (folder.path() / "table.tsv").string();
  const ProgramRun run =
      run_program({"rules", "calibrate", "--settings", "none", "--out", path, kFixtures + "text", kFixtures + "gold"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(read_whole(path), HasSubstr("rule\tentry\tsupport\tprecision\n"));
  EXPECT_THAT(read_whole(path), HasSubstr("\nsay.basic\t-\t"));
}

}  // namespace
