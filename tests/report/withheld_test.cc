// What every form of a scorecard says where there is no score: the reason, and never a number or a letter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "report/exports/write_brat.h"
#include "report/findings/run_writer.h"
#include "report/findings/write_findings.h"
#include "report/golden_file.h"
#include "report/html/write_html.h"
#include "report/read_json.h"
#include "report/sample_report.h"
#include "report/table/call_sheet.h"
#include "report/write_json.h"
#include "report/write_text.h"
#include "report/write_xml.h"

namespace hearsay {
namespace {

using testing::expect_golden;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::sample_report;

/// The sample without a grade: an opinion piece.
Report ungraded() {
  Report report = sample_report();
  report.total.reset();
  report.grade.clear();
  report.withheld = "It is an opinion piece: a grade of how news is sourced does not fit that.";
  report.withheld_id = "genre";
  report.measures[2] = {"documents", "Documents a reader can find", std::nullopt, 0, {}};
  return report;
}

/// An article that was not looked through.
Report unread() {
  Report report;
  report.id = "bandh";
  report.path = "fixtures/bandh.html";
  report.title = "बाँध की मरम्मत अगले साल";
  report.language = "hi";
  report.language_how = "text";
  report.words = 6;
  report.sha256 = std::string(64, '0');
  report.text = "बाँध की मरम्मत अगले साल होगी।";
  report.blocks = {{{0, 29}, "paragraph"}};
  report.withheld = "It is in Hindi, told by its letters: no rule pack reads that, so it was not audited.";
  report.withheld_id = "language";
  report.policy = "default";
  return report;
}

TEST(Withheld, FormatsAsBefore) {
  expect_golden("withheld.json", write_json(ungraded()));
  expect_golden("withheld.xml", write_xml(ungraded()));
  expect_golden("withheld.summary.txt", write_text(ungraded()));
  expect_golden("not-audited.json", write_json(unread()));
  expect_golden("not-audited.xml", write_xml(unread()));
  expect_golden("not-audited.summary.txt", write_text(unread()));
  expect_golden("not-audited.html", write_html(unread()));
}

TEST(Withheld, JsonHasNullsAndIsReadBack) {
  for (const Report& report : {ungraded(), unread()}) {
    const std::string json = write_json(report, JsonLayout::line);
    const auto card = nlohmann::json::parse(json);
    EXPECT_TRUE(card["score"]["total"].is_null());
    EXPECT_TRUE(card["score"]["grade"].is_null());
    EXPECT_EQ(card["score"]["withheld"], report.withheld);
    EXPECT_EQ(card["score"]["withheld_id"], report.withheld_id);
    Report read;
    Diagnostic problem;
    ASSERT_EQ(read_json(json, read, problem), CardKind::scorecard) << problem.message;
    EXPECT_EQ(write_json(read, JsonLayout::line), json);
  }
  EXPECT_TRUE(nlohmann::json::parse(write_json(ungraded()))["score"]["measures"][2]["value"].is_null());
  EXPECT_EQ(nlohmann::json::parse(write_json(unread()))["article"]["language_how"], "text");
  EXPECT_FALSE(nlohmann::json::parse(write_json(sample_report()))["score"].contains("withheld"));
}

TEST(Withheld, XmlIsValid) {
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  for (const Report& report : {ungraded(), unread()}) {
    const std::string file = ::testing::TempDir() + "withheld.xml";
    std::ofstream(file, std::ios::binary) << write_xml(report);
    const std::string command =
        "xmllint --noout --schema '" HEARSAY_SOURCE_DIR "/reports/scorecard.xsd' '" + file + "' >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << write_xml(report);
  }
}

TEST(Withheld, PeopleReadTheReason) {
  const std::string text = write_text(ungraded());
  EXPECT_THAT(text, HasSubstr("No grade  It is an opinion piece"));
  EXPECT_THAT(text, HasSubstr("n/a  Documents a reader can find"));
  EXPECT_THAT(text, Not(HasSubstr("of 100")));
  const std::string page = write_html(ungraded());
  EXPECT_THAT(page, HasSubstr("<b>No grade.</b> It is an opinion piece"));
  EXPECT_THAT(page, HasSubstr("n/a"));
  EXPECT_THAT(page, Not(HasSubstr("of 100")));
  EXPECT_THAT(page, Not(HasSubstr("points lost")));
}

TEST(Withheld, WhatWasNotLookedThroughIsNotClean) {
  const std::string text = write_text(unread());
  EXPECT_THAT(text, HasSubstr("Not audited  It is in Hindi"));
  EXPECT_THAT(text, Not(HasSubstr("No findings")));
  EXPECT_THAT(text, Not(HasSubstr("No sources")));
  const std::string page = write_html(unread());
  EXPECT_THAT(page, HasSubstr("<b>Not audited.</b> It is in Hindi"));
  EXPECT_THAT(page, Not(HasSubstr("Nothing that this policy asks for is missing")));
  EXPECT_THAT(page, Not(HasSubstr("The article names no source")));
  EXPECT_THAT(page, Not(HasSubstr("No claim was found")));
  EXPECT_EQ(write_brat(unread()), "");
  EXPECT_EQ(write_findings(unread()), "");
  EXPECT_TRUE(call_sheet(unread()).rows.empty());
}

TEST(Withheld, AJunitRunSkipsIt) {
  const RunWriter writer(*format_named(run_formats(), "junit"), "1");
  const std::string suite =
      writer.piece(unread(), {.id = "default", .name = "Default", .checks = {{.id = "anon-bare"}}});
  EXPECT_THAT(suite, HasSubstr("<skipped message=\"It is in Hindi"));
  EXPECT_THAT(suite, HasSubstr("skipped=\"1\""));
  EXPECT_THAT(suite, Not(HasSubstr("anon-bare")));
}

}  // namespace
}  // namespace hearsay
