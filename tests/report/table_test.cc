// Tables in every form: they fit, they are safe, nothing of them steers a terminal, a spreadsheet or a page.
#include "report/table/table.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/plain.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

Table sample_table() {
  Table table{.id = "sample",
              .title = "A table of everything",
              .notes = {"What was counted."},
              .columns = {{"name", "Name", ColumnKind::text},
                          {"day", "Day", ColumnKind::date},
                          {"count", "Count", ColumnKind::number},
                          {"share", "Share", ColumnKind::share},
                          {"score", "Score", ColumnKind::mean, true}},
              .rows = {}};
  table.rows.push_back({.cells = {"Fenwick Courier", "2024-03-05", std::uint64_t{12}, Share{3, 12, {0.09, 0.53}},
                                  MeanValue{71.25, 12, {66, 75}}}});
  table.rows.push_back({.cells = {"日本の新聞", "", std::uint64_t{1}, Share{}, MeanValue{}}, .few = true});
  table.rows.push_back({.cells = {"=cmd|' /C calc'!A0, \"quoted\"\x1b[31m", std::monostate{}, std::uint64_t{2},
                                  Share{1, 1000, {0, 0.006}}, MeanValue{50, 1, {0, 100}}}});
  return table;
}

TEST(WriteTable, TextFitsAndAligns) {
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    std::istringstream lines(write_table_text(sample_table(), {.width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
  }
  const std::string text = write_table_text(sample_table(), {.width = 100});
  EXPECT_NE(text.find("25 %"), std::string::npos);
  EXPECT_NE(text.find("3/12"), std::string::npos);
  EXPECT_NE(text.find("<1 %"), std::string::npos);
  EXPECT_NE(text.find("日本の新聞 *"), std::string::npos);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(WriteTable, NarrowTextDoesWithoutMinorColumns) {
  const std::string text = write_table_text(sample_table(), {.width = 62});
  EXPECT_EQ(text.find("Score"), std::string::npos);
  EXPECT_NE(text.find("A wider terminal also shows: score."), std::string::npos);
}

TEST(WriteTable, CsvIsWholeAndSafe) {
  EXPECT_EQ(
      write_table_csv(sample_table()),
      "name,day,count,share,share_part,share_base,share_low,share_high,score,score_count,score_low,score_high,few\r\n"
      "Fenwick Courier,2024-03-05,12,0.25,3,12,0.09,0.53,71.25,12,66,75,0\r\n"
      "日本の新聞,,1,,0,0,,,,0,,,1\r\n"
      "\"'=cmd|' /C calc'!A0, \"\"quoted\"\"[31m\",,2,0.001,1,1000,0,0.006,50,1,,,0\r\n");
}

TEST(WriteTable, JsonReadsBack) {
  const auto json = nlohmann::json::parse(write_table_json(sample_table()));
  EXPECT_EQ(json["rows"][0]["share"]["part"], 3);
  EXPECT_EQ(json["rows"][0]["share"]["share"], 0.25);
  EXPECT_TRUE(json["rows"][2]["day"].is_null());
  EXPECT_EQ(json["columns"].size(), 5U);
  EXPECT_EQ(json["left_out"], 0);
}

TEST(WriteTable, PageIsSealed) {
  Table table = sample_table();
  table.title = "<script>alert(1)</script>{{script}}";
  table.columns.push_back({"link", "Link", ColumnKind::text});
  for (Row& row : table.rows) row.cells.emplace_back(LinkCell{"x", "javascript:alert(1)"});
  const std::string page = write_table_html(table);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("javascript:"), std::string::npos);
  EXPECT_NE(page.find("default-src &#39;none&#39;"), std::string::npos);
  EXPECT_EQ(page.find("style=\""), std::string::npos);
  EXPECT_NE(page.find("<caption>&lt;script&gt;alert(1)&lt;/script&gt;{{script}}</caption>"), std::string::npos);
  EXPECT_NE(page.find("scope=\"row\""), std::string::npos);
}

TEST(SortRows, MissingOnesComeLastBothWays) {
  Table table = sample_table();
  const auto first = [&] { return std::get<std::string>(table.rows.front().cells[0]).substr(0, 1); };
  sort_rows(table, "share");
  EXPECT_EQ(first(), "F");
  EXPECT_TRUE(table.rows.back().few);
  sort_rows(table, "-share");
  EXPECT_EQ(first(), "=");
  EXPECT_TRUE(table.rows.back().few);
  sort_rows(table, "no such column");
  sort_rows(table, "");
  EXPECT_EQ(first(), "=");
  limit_rows(table, 2);
  EXPECT_EQ(table.left_out, 1U);
  limit_rows(table, 0);
  EXPECT_EQ(table.rows.size(), 2U);
}

}  // namespace
}  // namespace hearsay
