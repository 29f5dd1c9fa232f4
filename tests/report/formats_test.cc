// The same report in every format against its golden file, and twice the same bytes.
#include <gtest/gtest.h>

#include "report/exports/write_brat.h"
#include "report/findings/write_findings.h"
#include "report/golden_file.h"
#include "report/html/write_html.h"
#include "report/sample_report.h"
#include "report/write_json.h"
#include "report/write_text.h"
#include "report/write_xml.h"

namespace hearsay {
namespace {

using testing::expect_golden;
using testing::sample_report;

TEST(Formats, MatchTheirGoldenFiles) {
  const Report report = sample_report();
  expect_golden("pump-failure.json", write_json(report));
  expect_golden("pump-failure.jsonl", write_json(report, JsonLayout::line));
  expect_golden("pump-failure.xml", write_xml(report));
  expect_golden("pump-failure.ann", write_brat(report));
  expect_golden("pump-failure.flat.ann", write_brat(report, {.flat = true}));
  expect_golden("pump-failure.summary.txt", write_text(report));
  expect_golden("pump-failure.findings.txt", write_findings(report));
  expect_golden("pump-failure.html", write_html(report));
}

TEST(Formats, AreTheSameBytesEveryTime) {
  EXPECT_EQ(write_html(sample_report()), write_html(sample_report()));
  EXPECT_EQ(write_json(sample_report()), write_json(sample_report()));
  EXPECT_EQ(write_xml(sample_report()), write_xml(sample_report()));
}

TEST(Formats, AnEmptyReportIsAReport) {
  const Report empty;
  EXPECT_NE(write_json(empty).find("\"attributions\": []"), std::string::npos);
  EXPECT_NE(write_xml(empty).find("<attributions />"), std::string::npos);
  EXPECT_EQ(write_brat(empty), "");
  EXPECT_EQ(write_findings(empty), "");
  EXPECT_NE(write_text(empty).find("Nothing to answer"), std::string::npos);
  EXPECT_NE(write_html(empty).find("No claim was found."), std::string::npos);
}

}  // namespace
}  // namespace hearsay
