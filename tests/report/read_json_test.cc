// Scorecards read back: what is written of them is the same again, and what is no scorecard is named, not trusted.
#include "report/read_json.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

#include "report/golden_file.h"
#include "report/sample_report.h"
#include "report/write_json.h"

namespace hearsay {
namespace {

using testing::sample_report;

std::string again(const std::string& json, JsonLayout layout) {
  Report report;
  Diagnostic problem;
  if (read_json(json, report, problem) != CardKind::scorecard) return "not read: " + problem.message;
  return write_json(report, layout);
}

// What is said of it; "" where it is read.
std::string complaint(const std::string& json) {
  Report report;
  Diagnostic problem;
  return read_json(json, report, problem) == CardKind::broken ? problem.message : "";
}

// `card` with the first `before` replaced.
std::string with(std::string card, const std::string& before, const std::string& after) {
  const std::size_t at = card.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return at == std::string::npos ? card : card.replace(at, before.size(), after);
}

TEST(ReadJson, WritesTheSameAgain) {
  Report report = sample_report();
  report.attributions[0].signature = {0, 1, 0xffffffffffffffffU};
  for (const JsonLayout layout : {JsonLayout::page, JsonLayout::line}) {
    const std::string json = write_json(report, layout);
    EXPECT_EQ(again(json, layout), json);
  }
}

TEST(ReadJson, WritesEveryFixtureTheSameAgain) {
  std::size_t cards = 0;
  for (const auto& entry : std::filesystem::directory_iterator(HEARSAY_SOURCE_DIR "/fixtures/articles")) {
    const std::string json = testing::read_file((entry.path() / "8-scorecard.json").string());
    if (json.empty()) continue;
    ++cards;
    EXPECT_EQ(again(json, JsonLayout::page), json) << entry.path();
  }
  EXPECT_GE(cards, 10U);
}

TEST(ReadJson, KeepsNumbersThatAreNone) {
  Report report = sample_report();
  report.attributions[0].confidence = std::numeric_limits<double>::infinity();
  const std::string json = write_json(report);
  EXPECT_EQ(again(json, JsonLayout::page), json);
}

TEST(ReadJson, PassesOverWhatItDoesNotKnow) {
  const std::string json = write_json(sample_report(), JsonLayout::line);
  EXPECT_EQ(again(with(json, "\"text\":", "\"later\": {\"a\": [1]}, \"text\":"), JsonLayout::line), json);
}

TEST(ReadJson, TellsOtherRecords) {
  Report report;
  Diagnostic problem;
  EXPECT_EQ(read_json(R"({"schema": "hearsay.error/1", "error": "x"})", report, problem), CardKind::other);
}

TEST(ReadJson, SaysWhatIsWrongAndWhere) {
  const std::string card = write_json(sample_report(), JsonLayout::line);
  const struct {
    std::string json, says;
  } cases[] = {
      {"", "this is no JSON"},
      {"{\"a\": ", "this is no JSON"},
      {"[1, 2]", "this is no scorecard"},
      {"null", "this is no scorecard"},
      {"{}", "this is no scorecard: it has no schema"},
      {R"({"schema": 1})", "this is no scorecard: it has no schema"},
      {R"({"schema": "hearsay.scorecard/1"})", "'article' is missing"},
      {R"({"schema": "hearsay.scorecard/1", "article": 3})", "'article' is no object"},
      {with(card, "\"words\":", "\"words\":-"), "'article.words' is no count"},
      {with(card, "\"anonymous\":false", "\"anonymous\":0"), "'sources[0].anonymous' is neither true nor false"},
      {with(card, "\"cue\":[[", "\"cue\":[[9,"), "'attributions[0].cue' is no span [begin, end]"},
      {with(card, "\"cue\":[[", "\"cue\":[[5,3],["), "'attributions[0].cue' ends before it begins"},
      {with(card, "\"cue\":[[", "\"cue\":[[4294967296,4294967297],["), "'attributions[0].cue' is no count"},
      {with(card, "\"confidence\":", "\"confidence\":\"high\",\"was\":"), "'attributions[0].confidence' is no number"},
      {with(card, "\"credibility\":", "\"credibility\":99999999999,\"was\":"),
       "'claims[0].credibility' is no whole number"},
      {with(card, "\"traced\":", "\"signature\":[\"xyz\"],\"traced\":"),
       "'attributions[0].signature' holds what is no key of 16 hexadecimal digits"},
      {with(card, "\"blocks\":", "\"blocks\":7,\"was\":"), "'blocks' is no list"},
  };
  for (const auto& one : cases) EXPECT_EQ(complaint(one.json), one.says) << one.json.substr(0, 200);
}

TEST(ReadJson, SurvivesWhatIsCutOffOrNestsForEver) {
  const std::string card = write_json(sample_report(), JsonLayout::line);
  for (std::size_t size = 0; size + 2 < card.size(); size += 97) EXPECT_NE(complaint(card.substr(0, size)), "");
  EXPECT_NE(complaint(std::string(2'000'000, '[')), "");
  EXPECT_EQ(complaint(std::string(300'000, '[') + std::string(300'000, ']')), "this is no scorecard");
  EXPECT_EQ(complaint("{\"schema\":\"hearsay.scorecard/1\",\"article\":\xff}"), "this is no JSON");
}

}  // namespace
}  // namespace hearsay
