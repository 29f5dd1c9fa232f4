#include <gtest/gtest.h>

#include "report/exports/write_brat.h"
#include "report/sample_report.h"

namespace hearsay {
namespace {

Report one(std::string text, CodeSpans source, CodeSpans cue, CodeSpans content) {
  Report report;
  report.text = std::move(text);
  ReportAttribution& attribution = report.attributions.emplace_back();
  attribution.id = "a1";
  attribution.source_span = std::move(source);
  attribution.cue = std::move(cue);
  attribution.content = std::move(content);
  return report;
}

TEST(WriteBrat, CutsFragmentsAtLineBreaks) {
  const Report report = one("He said é1 \r\n\n  é2\n.", {{0, 2}}, {{3, 7}}, {{8, 19}});
  EXPECT_EQ(write_brat(report),
            "T1\tSource 0 2\tHe\n"
            "T2\tCue 3 7\tsaid\n"
            "T3\tContent 8 10;16 18\té1 é2\n"
            "T4\tAttribution 3 7\tsaid\n"
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n");
}

TEST(WriteBrat, SaysWhereNoSourceIsGiven) {
  EXPECT_EQ(write_brat(one("It reportedly failed", {}, {{3, 13}}, {{0, 2}, {14, 20}})),
            "T1\tCue 3 13\treportedly\n"
            "T2\tContent 0 2;14 20\tIt failed\n"
            "T3\tAttribution-no-source 3 13\treportedly\n"
            "E1\tAttribution-no-source:T3 Cue:T1 Content:T2\n");
}

TEST(WriteBrat, WithoutACueTheContentIsTheTrigger) {
  EXPECT_EQ(write_brat(one("A: b", {{0, 1}}, {}, {{3, 4}})),
            "T1\tSource 0 1\tA\n"
            "T2\tContent 3 4\tb\n"
            "T3\tAttribution 3 4\tb\n"
            "E1\tAttribution:T3 Source:T1 Content:T2\n");
  EXPECT_EQ(write_brat(one("nothing", {}, {}, {})), "");
  EXPECT_EQ(write_brat(one(" \n ", {}, {{0, 3}}, {})), "");
}

TEST(WriteBrat, FlatLeavesOutWhatLiesWithin) {
  const Report report = testing::sample_report();
  const auto events = [](const std::string& ann) {
    std::size_t count = 0;
    for (std::size_t at = ann.find("\nE"); at != std::string::npos; at = ann.find("\nE", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(events(write_brat(report)), 7U);
  EXPECT_EQ(events(write_brat(report, {.flat = true})), 6U);
}

}  // namespace
}  // namespace hearsay
