// The tables of formats: complete rows, no name twice, each told in the README and the manual page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "report/formats.h"
#include "report/threads/write_threads.h"
#include "sample_report.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

std::string file(const char* name) {
  std::ifstream in(std::string(HEARSAY_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

template <class Format>
void expect_whole(std::span<const Format> formats) {
  std::set<std::string_view> ids;
  for (const Format& one : formats) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_TRUE(one.extension.starts_with('.')) << one.id;
    EXPECT_NE(one.media_type.find('/'), std::string_view::npos) << one.id;
    EXPECT_FALSE(one.what.empty()) << one.id;
    EXPECT_EQ(format_named(formats, one.id), &one);
  }
  EXPECT_EQ(format_named(formats, "papyrus"), nullptr);
}

TEST(FormatTables, RowsAreWhole) {
  expect_whole(report_formats());
  expect_whole(run_formats());
  expect_whole(answer_formats());
  expect_whole(checksheet_formats());
}

TEST(FormatTables, EveryRowWrites) {
  const Report report = testing::sample_report();
  Document document;
  document.text = report.text;
  for (const ReportFormat& one : report_formats()) EXPECT_FALSE(one.write(report, document, {}).empty()) << one.id;
  for (const RunFormat& one : run_formats()) EXPECT_FALSE(one.article(report, {}).empty()) << one.id;
  for (const AnswerFormat& one : answer_formats()) {
    EXPECT_FALSE(one.table({}, {}).empty()) << one.id;
    EXPECT_FALSE(write_threads(*one.threads({}), {}).empty()) << one.id;
  }
  for (const CheckSheetFormat& one : checksheet_formats()) EXPECT_FALSE(one.write({}).empty()) << one.id;
}

TEST(FormatTables, NoTwoFilesOfOneArticleAreCalledAlike) {
  std::set<std::string_view> extensions;
  for (const ReportFormat& one : report_formats()) EXPECT_TRUE(extensions.insert(one.extension).second) << one.id;
}

TEST(FormatTables, AreToldInTheReadmeAndTheManual) {
  const std::string readme = file("README.md");
  std::string manual = file("docs/hearsay.1");
  std::erase(manual, '\\');  // "\-" is a hyphen
  for (const ReportFormat& one : report_formats()) {
    EXPECT_THAT(readme, HasSubstr("`" + std::string(one.id) + "`"));
    EXPECT_THAT(manual, HasSubstr(std::string(one.id)));
  }
  for (const RunFormat& one : run_formats()) {
    EXPECT_THAT(readme, HasSubstr("`" + std::string(one.id) + "`"));
    EXPECT_THAT(manual, HasSubstr(std::string(one.id)));
  }
}

TEST(FormatTables, Listed) {
  EXPECT_EQ(list_formats(answer_formats()), "text, csv, json or html");
  EXPECT_EQ(list_formats(answer_formats(), ", "), "text, csv, json, html");
}

}  // namespace
}  // namespace hearsay
