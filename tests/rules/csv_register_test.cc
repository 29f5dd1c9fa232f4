// A register kept in a spreadsheet: what spreadsheets write is read, what is wrong is named by its row.
#include "rules/csv_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "base/csv.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

struct Cells {
  const char* name;
  const char* csv;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint32_t> lines;
};

TEST(Csv, AsSpreadsheetsWriteIt) {
  const Cells cases[] = {
      {"comma", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}, {1, 2}},
      {"semicolon, mark, CR LF",
       "\xEF\xBB\xBF"
       "a;b\r\n1,5;2\r\n",
       {{"a", "b"}, {"1,5", "2"}},
       {1, 2}},
      {"tab, lone CR, no end", "a\tb\r1\t2", {{"a", "b"}, {"1", "2"}}, {1, 2}},
      {"quoted", "a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n", {{"a", "b"}, {"x, \"y\"\nz", "2"}, {"3", "4"}}, {1, 2, 4}},
      {"empty rows are left out", "a,b\n,\n\n1,\n", {{"a", "b"}, {"1", ""}}, {1, 4}},
      {"rubbish behind a mark", "a,b\n\"x\"y,2\n", {{"a", "b"}, {"x", "2"}}, {1, 2}},
  };
  for (const Cells& one : cases) {
    Diagnostics diagnostics;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint32_t> lines;
    for (const CsvRow& row : read_csv(one.csv, "x.csv", diagnostics)) {
      rows.push_back(row.cells);
      lines.push_back(row.line);
    }
    EXPECT_EQ(rows, one.rows) << one.name;
    EXPECT_EQ(lines, one.lines) << one.name;
    EXPECT_TRUE(diagnostics.empty()) << one.name;
  }
}

TEST(CsvRegister, RowsBecomeEntriesOnTheirLines) {
  Diagnostics diagnostics;
  const std::string xml = csv_register(
      "Name,KIND,aliases,affiliation,reliability,phone\n\"Oda Brakk <&>\",,\"Brakk; O. Brakk\",Sella Port,B,12\n\n"
      "Sella Port,organisation,,,,\n",
      "house.csv", "House list", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(xml.c_str()));
  const pugi::xml_node first = document.child("register").child("entry");
  EXPECT_STREQ(document.child("register").attribute("id").value(), "house-list");
  EXPECT_STREQ(first.attribute("id").value(), "oda-brakk");
  EXPECT_STREQ(first.attribute("kind").value(), "person");
  EXPECT_STREQ(first.attribute("affiliation").value(), "sella-port");
  EXPECT_STREQ(first.child("name").child_value(), "Oda Brakk <&>");
  EXPECT_STREQ(first.child("alias").next_sibling("alias").child_value(), "O. Brakk");
  EXPECT_EQ(std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(xml.find("sella-port\" kind")), '\n'), 3);
}

TEST(CsvRegister, ColumnsOfTheHouseAreKeptAndOthersAreNot) {
  Diagnostics diagnostics;
  const std::string xml =
      csv_register("name,phone,#beat,# Region\nOda Brakk,12,\"harbour\n& sea\",\nIda Holm,,,north\n", "house.csv",
                   "House", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_THAT(xml, HasSubstr("<column name=\"beat\">harbour &amp; sea</column>"));
  EXPECT_THAT(xml, HasSubstr("<column name=\"Region\">north</column>"));
  EXPECT_EQ(xml.find("12"), std::string::npos);
}

struct Wrong {
  const char* csv;
  std::uint32_t line;
  const char* message;
};

TEST(CsvRegister, WhatIsWrongIsNamedByItsRow) {
  const Wrong cases[] = {
      {"", 0, "an empty register"},
      {"who,kind\nOda,person\n", 1, "no column “name”"},
      {"name,kind\nOda,person\n,person\n", 3, "the row has no name"},
      {"name,kind\nOda,person,more\n", 2, "more cells than"},
      {"name,kind\nOda,\"person\n", 2, "quotation mark is not closed"},
      {"name\nOda\n\xE9l\xE9onore\n", 3, "no UTF-8"},
      {"name\nOda\nVi\x15lo\n", 3, "a control character"},
  };
  for (const Wrong& one : cases) {
    Diagnostics diagnostics;
    static_cast<void>(csv_register(one.csv, "house.csv", "house", diagnostics));
    ASSERT_FALSE(diagnostics.empty()) << one.csv;
    EXPECT_EQ(diagnostics[0].line, one.line) << one.csv;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(one.message));
    EXPECT_FALSE(diagnostics[0].remedy.empty());
  }
}

}  // namespace
}  // namespace hearsay
