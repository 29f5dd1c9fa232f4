// Tables, saved runs, differences and calibration, on runs made by hand.
#include "evaluate/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/span.h"
#include "evaluate/calibrate.h"
#include "evaluate/write.h"
#include "rules/calibration.h"

namespace hearsay {
namespace {

using EvaluationRun = Run;  // a test has a Run of its own
using ::testing::HasSubstr;
using ::testing::Not;

Judged predicted(const std::string& rule, const std::string& entry, double confidence, bool found, bool full) {
  static std::uint32_t line = 0;
  return {.line = ++line,
          .column = 1,
          .cue = entry,
          .head = entry,
          .type = "indirect",
          .order = "source-cue-content",
          .shown = "Ana «" + entry + "» it",
          .found = found,
          .source = full,
          .content = found,
          .rule = rule,
          .entry = entry,
          .confidence = confidence};
}

Judged annotated(const std::string& head, bool found) {
  return {.line = 7,
          .column = 3,
          .cue = head,
          .head = head,
          .type = "direct",
          .order = "content-cue-source",
          .shown = "«" + head + "»",
          .found = found};
}

EvaluationRun small_run() {
  EvaluationRun run;
  run.articles.push_back({.id = "a", .path = "t/a.txt", .tally = {}, .gold = {}, .predicted = {}});
  ArticleRun& article = run.articles[0];
  article.tally.articles = 1;
  article.tally[Measured::cue] = {.found = 2, .predicted = 4, .gold = 5};
  article.predicted = {
      predicted("say.basic", "say", 0.95, true, true), predicted("say.basic", "add", 0.91, true, false),
      predicted("think.basic", "hope", 0.42, false, false), predicted("think.basic", "hope", 0.97, false, false)};
  article.predicted[3].counted = false;
  article.gold = {annotated("say", true), annotated("add", true), annotated("vow", false), annotated("warn", false),
                  annotated("vow", false)};
  return run;
}

TEST(Tables, CountByRuleAndCue) {
  const Tables tables = tables_of(small_run());
  ASSERT_EQ(tables.rule.size(), 2U);
  EXPECT_EQ(tables.rule[0].key, "say.basic");
  EXPECT_EQ(tables.rule[0].fired, 2U);
  EXPECT_EQ(tables.rule[0].right, 2U);
  EXPECT_EQ(tables.rule[0].full, 1U);
  EXPECT_EQ(tables.rule[1].fired, 1U);  // what was discarded is not counted
  const auto vow =
      std::find_if(tables.cue.begin(), tables.cue.end(), [](const TableRow& row) { return row.key == "vow"; });
  ASSERT_NE(vow, tables.cue.end());
  EXPECT_EQ(vow->gold, 2U);
  EXPECT_EQ(vow->found, 0U);
}

TEST(Tables, CalibrationErrorIsTheMeanGap) {
  const Calibration calibration = calibration_of(small_run());
  EXPECT_EQ(calibration.bins[9].count, 2U);
  EXPECT_EQ(calibration.bins[4].count, 1U);
  EXPECT_NEAR(calibration.error, (2 - 0.95 - 0.91) / 3 + 0.42 / 3, 1e-9);
  EXPECT_NEAR(calibration.error_full, (0.95 + 0.91 - 1) / 3 + 0.42 / 3, 1e-9);
}

TEST(Tables, WorstComeFirst) {
  const EvaluationRun run = small_run();
  const auto misses = worst_misses(run, 9);
  ASSERT_EQ(misses.size(), 3U);
  EXPECT_EQ(misses[0].judged->head, "vow");
  EXPECT_EQ(misses[0].times, 2U);
  EXPECT_EQ(misses[2].judged->head, "warn");
  const auto wrong = worst_wrong(run, 1);
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].judged->head, "hope");  // nobody marked it: worse than another source
}

TEST(Write, EveryForm) {
  const EvaluationRun run = small_run();
  const EvaluationOptions options{.misses = 2, .wrong = 2};
  const std::string text = evaluation_text(run, options);
  EXPECT_THAT(text, HasSubstr("say.basic"));
  EXPECT_THAT(text, HasSubstr("t/a.txt:7:3: missed: vow (2 of this cue)"));
  EXPECT_THAT(text, HasSubstr("nobody marked it (think.basic, 0.42)"));
  EXPECT_THAT(evaluation_text(run, {}), Not(HasSubstr("missed")));
  EXPECT_THAT(evaluation_tsv(run, options), HasSubstr("figure\tcue\t2\t4\t5\t0.5000\t0.4000\t0.4444\n"));
  EXPECT_THAT(evaluation_json(run, options), HasSubstr("\"schema\": \"hearsay.evaluation/1\""));
}

TEST(Write, ARunSurvivesItsFile) {
  const EvaluationRun run = small_run();
  const EvaluationRun back = read_run(run_json(run), "run.json");
  EXPECT_EQ(run_json(back), run_json(run));
  EXPECT_EQ(back.tally(), run.tally());
}

TEST(Write, WhatIsNoRunIsRefused) {
  for (const char* bytes :
       {"", "{}", "[1]", "{\"schema\": \"hearsay.run/1\"}", "{\"schema\": \"hearsay.run/2\", \"articles\": []}",
        "{\"schema\": \"hearsay.run/1\", \"articles\": [{\"id\": 3}]}"}) {
    EXPECT_THROW((void)read_run(bytes, "run.json"), Fatal) << bytes;
  }
}

TEST(Write, DifferencesAreNamed) {
  const EvaluationRun before = small_run();
  EvaluationRun after = before;
  after.articles[0].gold[3].found = true;
  after.articles[0].predicted[0].found = false;
  const std::string text = difference_text(before, after, {.misses = 5, .wrong = 5});
  EXPECT_THAT(text, HasSubstr("found now: 1\nt/a.txt:7:3: warn\n"));
  EXPECT_THAT(text, HasSubstr("lost: 0"));
  EXPECT_THAT(text, HasSubstr("wrong now: 1\n"));
}

Program two_rules() {
  Program program;
  program.rules.resize(2);
  program.rules[0].id = "say.basic";
  program.rules[0].confidence = 0.9;
  program.rules[1].id = "think.basic";
  program.rules[1].confidence = 0.5;
  return program;
}

/// Twenty articles in each of which "say" is right and "hope" is not, and a headline spoils whatever stands in it.
EvaluationRun clear_run() {
  EvaluationRun run;
  for (int i = 0; i < 20; ++i) {
    run.articles.push_back({.id = "a" + std::to_string(i), .path = "", .tally = {}, .gold = {}, .predicted = {}});
    auto& list = run.articles.back().predicted;
    list.push_back(predicted("say.basic", "say", 0, true, true));
    list.push_back(predicted("say.basic", "say", 0, false, false));
    list.back().traits = bit_of(Trait::headline);
    list.push_back(predicted("think.basic", "hope", 0, i % 4 == 0, false));
    if (i < 3) list.push_back(predicted("think.basic", "muse", 0, true, true));
  }
  return run;
}

TEST(Calibrate, SharesAreDrawnTowardsTheirPrior) {
  const Calibrated calibrated = calibrate(clear_run(), two_rules());
  const ConfidenceTable& table = calibrated.table;
  EXPECT_EQ(table.rules.at("say.basic").support, 40U);
  EXPECT_GT(table.rules.at("say.basic").precision, 0.5);
  EXPECT_LT(table.rules.at("say.basic").precision, 0.9);
  const auto hope = table.entries.at({"think.basic", "hope"});
  EXPECT_EQ(hope.support, 20U);
  EXPECT_GT(hope.precision, 0.25);
  EXPECT_LT(hope.precision, table.rules.at("think.basic").precision);
  EXPECT_FALSE(table.entries.contains({"think.basic", "muse"}));  // three times is too few
  EXPECT_LT(table.traits[static_cast<std::size_t>(Trait::headline)].precision, 0.3);
  EXPECT_EQ(table.traits[static_cast<std::size_t>(Trait::negated)].precision, 0.5);
  EXPECT_LT(calibrated.validation.log_loss, calibrated.validation.log_loss_stated);
}

TEST(Calibrate, TheTableIsReadBack) {
  const std::string tsv = calibration_tsv(calibrate(clear_run(), two_rules()), "0123");
  EXPECT_EQ(tsv, calibration_tsv(calibrate(clear_run(), two_rules()), "0123"));
  const auto path =
      std::filesystem::temp_directory_path() / ("hearsay_calibration_" + std::to_string(::getpid()) + ".tsv");
  std::ofstream(path, std::ios::binary) << tsv;
  Program program = two_rules();
  Diagnostics diagnostics;
  load_calibration(path, program, diagnostics);
  std::filesystem::remove(path);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(program.rules[0].support, 40U);
  EXPECT_GT(program.rules[0].precision, 0.5);
  EXPECT_LT(program.confidence(0.9, 0, kNone, bit_of(Trait::headline)), 0.8);
}

TEST(Calibrate, FoldsGoByOutletWhereNamesTellThem) {
  EvaluationRun run = clear_run();
  for (std::size_t i = 0; i < run.articles.size(); ++i)
    run.articles[i].id = std::string(i % 3 == 0 ? "post" : i % 3 == 1 ? "times" : "wire") + "_" + std::to_string(i);
  EXPECT_EQ(calibrate(run, two_rules()).validation.folds, (std::vector<std::string>{"post", "times", "wire"}));
  EXPECT_EQ(calibrate(clear_run(), two_rules()).validation.folds.size(), 10U);
}

TEST(Calibrate, NothingMeasuredIsNothingClaimed) {
  const Calibrated calibrated = calibrate(EvaluationRun{}, two_rules());
  EXPECT_EQ(calibrated.predictions, 0U);
  EXPECT_TRUE(calibrated.table.rules.empty());
}

}  // namespace
}  // namespace hearsay
