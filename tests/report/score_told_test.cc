// The score in a sentence, and who speaks.
#include "report/score_told.h"

#include <gtest/gtest.h>

#include "report/sample_report.h"

namespace hearsay {
namespace {

ReportMeasure measured(std::string id, double value, double weight) {
  ReportMeasure made;
  made.id = std::move(id);
  made.value = value;
  made.weight = weight;
  return made;
}

Report scored(std::vector<ReportMeasure> measures) {
  Report report;
  report.total = 70;
  report.measures = std::move(measures);
  return report;
}

TEST(ScoreTold, WhatCostsMostStandsFirst) {
  EXPECT_EQ(score_told(scored({measured("named-persons", 0.9, 0.3), measured("sourced-claims", 0.5, 0.3),
                               measured("documents", 0.9, 0.2), measured("first-hand", 1, 0.2)})),
            "Most is lost because it carries fewer claims with a source than a full report (15 points), then because "
            "unnamed people are quoted "
            "(3).");
}

TEST(ScoreTold, OneReasonIsOne) {
  EXPECT_EQ(score_told(scored({measured("named-voices", 0.95, 0.2), measured("first-hand", 1, 0.8)})),
            "Most is lost because fewer independent voices speak by name than in a full report (1 point).");
}

TEST(ScoreTold, AMeasureOfAHouseIsGivenByItsLabel) {
  ReportMeasure own = measured("right-of-reply", 0.25, 0.2);
  own.label = "Accused who were heard";
  EXPECT_EQ(score_told(scored({own})), "Most is lost because “Accused who were heard” is 25 % (15 points).");
}

TEST(ScoreTold, NothingLostIsSaid) {
  EXPECT_EQ(score_told(scored({measured("first-hand", 1, 1)})), "Nothing that is measured is missing.");
  ReportMeasure none = measured("documents", 1, 0);
  none.value.reset();
  EXPECT_EQ(points_lost(none), 0);
}

TEST(ScoreTold, WithoutATotalItSaysWhy) {
  Report report;
  report.withheld = "It is a listing: a grade of how news is sourced does not fit that.";
  EXPECT_EQ(score_told(report), report.withheld);
}

TEST(VoicesTold, CountsWhatThePageLists) {
  const Report report = testing::sample_report();
  EXPECT_EQ(voices_told(ReportIndex(report)), "6 sources named, 2 not named, 2 claims without a source.");
}

}  // namespace
}  // namespace hearsay
