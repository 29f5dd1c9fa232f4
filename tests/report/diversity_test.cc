// The diversity table: what is counted of whom, and that it holds what the text and the house say and nothing else.
#include "report/table/diversity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/zip.h"
#include "report/sample_report.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using testing::Finder;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::sample_report;

std::string shown(const SheetCell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return std::to_string(*number);
  return "-";
}

/// What was joined, in memory.
Sheet held(const JoinedSheet& joined) {
  Sheet sheet{.title = joined.title(), .columns = joined.columns(), .rows = {}};
  JoinedSheet::Rows rows(joined);
  while (const SheetRow* row = rows.next()) sheet.rows.push_back(*row);
  return sheet;
}

std::string csv_of(const JoinedSheet& joined) {
  std::string bytes;
  write_sheet_csv(joined, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::string book_of(const JoinedSheet& joined) {
  std::string bytes;
  EXPECT_TRUE(write_xlsx(joined, [&](std::string_view piece) { bytes += piece; }));
  return bytes;
}

/// The row of a source, by column.
std::map<std::string, std::string> row_of(const Sheet& sheet, const std::string& source) {
  std::map<std::string, std::string> out;
  for (const SheetRow& row : sheet.rows) {
    if (shown(row[4]) != source) continue;
    for (std::size_t c = 0; c < sheet.columns.size(); ++c)
      out[sheet.columns[c].id] = c < row.size() ? shown(row[c]) : "";  // a row ends with its last cell
  }
  return out;
}

TEST(Diversity, ARowForEverybodyWhoIsHeard) {
  const Sheet sheet = diversity_sheet(sample_report());
  std::vector<std::string> who;
  for (const SheetRow& row : sheet.rows) who.push_back(shown(row[4]) + " | " + shown(row[5]));
  EXPECT_THAT(who, ElementsAre("Ana Ruiz | person", "two port officials | anonymous group", "Emil Tarn | person",
                               "the inspector | anonymous person", "drivers’ union | body",
                               std::string(testing::kHostile) + " | person"))
      << "who only relays is not heard, nor is the outlet";
  const auto ruiz = row_of(sheet, "Ana Ruiz");
  EXPECT_EQ(ruiz.at("article"), "Pump failure flooded Lower Sella, port officials say");
  EXPECT_EQ(ruiz.at("outlet"), "Fenwick Courier");
  EXPECT_EQ(ruiz.at("role"), "the mayor of Lower Sella");
  EXPECT_EQ(ruiz.at("words"), "10");
  EXPECT_EQ(ruiz.at("quoted_words"), "10");
  EXPECT_EQ(ruiz.at("first"), "7");
  EXPECT_EQ(ruiz.at("repeats"), "0");
  EXPECT_EQ(ruiz.at("sure"), "sure");
  const auto tarn = row_of(sheet, "Emil Tarn");
  EXPECT_EQ(tarn.at("quotations"), "1");
  EXPECT_EQ(tarn.at("words"), "12") << "that …";
  EXPECT_EQ(tarn.at("quoted_words"), "11") << "… “the inspector said”";
  const auto officials = row_of(sheet, "two port officials");
  EXPECT_EQ(officials.at("statements"), "1");
  EXPECT_EQ(officials.at("quotations"), "0");
  EXPECT_EQ(officials.at("quoted_words"), "0");
  EXPECT_EQ(row_of(sheet, "the inspector").at("sure"), "unsure");
}

TEST(Diversity, PronounsAreTheTextsOwnOrNotStated) {
  Report report = sample_report();
  report.sources[0].pronouns = {"she", "they"};
  const Sheet sheet = diversity_sheet(report);
  EXPECT_EQ(row_of(sheet, "Ana Ruiz").at("pronouns"), "she, they");
  EXPECT_EQ(row_of(sheet, "Emil Tarn").at("pronouns"), "not stated") << "a name tells nothing";
  EXPECT_EQ(row_of(sheet, "the inspector").at("pronouns"), "not stated");
  EXPECT_EQ(row_of(sheet, "drivers’ union").at("pronouns"), "") << "a body has none";
}

TEST(Diversity, ComingBackIsARepeat) {
  Report report = sample_report();
  const Finder find(report.text);
  for (const char* from : {"s4", "s1", "s1", "s7", "s1"})
    report.attributions.push_back(testing::attribution(std::string("r") + from, "say.basic", "X said", "direct", from));
  const Sheet sheet = diversity_sheet(report);
  EXPECT_EQ(row_of(sheet, "Ana Ruiz").at("statements"), "4");
  EXPECT_EQ(row_of(sheet, "Ana Ruiz").at("repeats"), "2") << "twice after somebody else; in a row is once";
  EXPECT_EQ(row_of(sheet, "Emil Tarn").at("repeats"), "1");
}

TEST(Diversity, TheHousesColumnsAreThereWhereARowHasThem) {
  EXPECT_EQ(diversity_sheet(sample_report()).columns.back().id, "sure");
  Report first = sample_report(), second = sample_report();
  first.id = "one";
  second.id = "two";
  first.sources[0].house = {{"beat", "harbour"}};
  second.sources[3].house = {{"region", "north"}, {"beat", "=1+1"}};
  JoinedSheet rows;
  rows.append(diversity_sheet(Report()));
  EXPECT_EQ(rows.size(), 0U);
  rows.append(diversity_sheet(first));
  rows.append(diversity_sheet(second));
  const JoinedSheet joined = count_articles(rows);
  const Sheet sheet = held(joined);
  ASSERT_EQ(sheet.rows.size(), 12U);
  const std::string csv = csv_of(joined);
  EXPECT_EQ(csv, write_sheet_csv(sheet));
  EXPECT_THAT(csv, HasSubstr(",articles,sure,house_beat,house_region\r\n"));
  EXPECT_THAT(csv, HasSubstr(",2,sure,harbour,\r\n"));
  EXPECT_THAT(csv, HasSubstr(",2,sure,'=1+1,north\r\n")) << "no formula";
  const auto officials = row_of(sheet, "two port officials");
  EXPECT_EQ(officials.at("articles"), "-") << "officials of two articles need not be the same";
  const std::string book = write_xlsx(sheet);
  EXPECT_EQ(book, book_of(joined));
  const ZipParts zip = read_zip(book);
  ASSERT_NE(zip.find("xl/worksheets/sheet1.xml"), nullptr);
  EXPECT_THAT(*zip.find("xl/worksheets/sheet1.xml"), HasSubstr("House: region"));
  EXPECT_THAT(*zip.find("xl/worksheets/sheet1.xml"), Not(HasSubstr("<f>")));
}

TEST(JoinedSheet, ColumnsMeetByTheirIds) {
  JoinedSheet sheet;
  sheet.append({.title = "S", .columns = {{"a", "A"}, {"b", "B"}}, .rows = {{std::string("1"), std::uint64_t{2}}}});
  sheet.append({.title = "T", .columns = {{"c", "C"}, {"a", "A"}}, .rows = {{std::string("3"), std::string("4")}}});
  EXPECT_EQ(sheet.title(), "S");
  EXPECT_EQ(csv_of(sheet), "a,b,c\r\n1,2,\r\n4,,3\r\n");
}

/// Voices that come again in other articles, one of whose ids comes again, too.
void append_articles(JoinedSheet& sheet) {
  for (int i = 0; i < 40; ++i) {
    Report report = sample_report();
    report.id = "article " + std::to_string(i % 30);
    report.sources[0].name = i % 3 == 0 ? "ANA RUIZ" : "Ana Ruiz";
    report.sources[3].name = "Emil Tarn " + std::to_string(i % 7);
    if (i == 20) report.sources[0].house = {{"beat", "harbour"}};
    sheet.append(diversity_sheet(report));
  }
}

TEST(JoinedSheet, NothingDependsOnWhatIsHeld) {
  JoinedSheet in_memory(JoinedSheet::kNoFile), on_disk(1);
  append_articles(in_memory);
  append_articles(on_disk);
  EXPECT_TRUE(in_memory.in_memory());
  EXPECT_FALSE(on_disk.in_memory());
  const JoinedSheet counted = count_articles(in_memory, JoinedSheet::kNoFile),
                    counted_there = count_articles(on_disk, 1);
  EXPECT_TRUE(counted.in_memory());
  EXPECT_FALSE(counted_there.in_memory());
  EXPECT_EQ(counted.size(), 240U);
  EXPECT_EQ(csv_of(counted), csv_of(counted_there));
  EXPECT_EQ(book_of(counted), book_of(counted_there));
  EXPECT_EQ(book_of(counted), write_xlsx(held(counted_there)));
  EXPECT_EQ(row_of(held(counted), "Ana Ruiz").at("articles"), "30") << "under any letters, an id once";
  EXPECT_EQ(row_of(held(counted), "ANA RUIZ").at("articles"), "30");
  EXPECT_EQ(row_of(held(counted), "Emil Tarn 3").at("articles"), "6") << "3, 10, 17, 24 and 31 is 1, 38 is 8";
}

TEST(JoinedSheet, EndsWhereASheetIsFull) {
  JoinedSheet sheet;
  sheet.append({.title = "S", .columns = {{"a", "A"}}, .rows = {}});
  for (std::size_t i = 0; i < kMostSheetRows; ++i) sheet.append({std::uint64_t{1}});
  sheet.append({.title = "S", .columns = {{"a", "A"}}, .rows = {{std::uint64_t{2}}}});
  EXPECT_EQ(sheet.size(), kMostSheetRows);
}

TEST(JoinedSheet, WithoutATemporaryFolderItSaysSo) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc/no-such-folder", 1);
  JoinedSheet sheet(1);
  EXPECT_THROW(append_articles(sheet), Fatal);
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

}  // namespace
}  // namespace hearsay
