// Rows of drafts: every checkable item once, in the order of the text, with what is known of it.
#include "checksheet/make.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "made.h"
#include "report/checksheet/write_checksheet.h"

namespace hearsay {
namespace {

std::string file_words(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream words;
  words << in.rdbuf();
  return words.str();
}

TEST(MakeCheckSheet, OfTheFixture) {
  const auto folder = std::filesystem::path(HEARSAY_SOURCE_DIR) / "fixtures" / "checksheet";
  const std::string made = write_checksheet_csv(sheet_of(file_words(folder / "draft.txt")));
  if (std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr) std::ofstream(folder / "draft.csv", std::ios::binary) << made;
  EXPECT_EQ(made, file_words(folder / "draft.csv"));
}

struct Expected {
  const char* text;
  std::vector<const char*> rows;   // that are there
  std::vector<const char*> never;  // words that no row has
};
void PrintTo(const Expected& row, std::ostream* out) {
  *out << row.text;
}

class Making : public testing::TestWithParam<Expected> {};

TEST_P(Making, FindsTheItems) {
  const std::string all = told(sheet_of(GetParam().text));
  for (const char* row : GetParam().rows)
    EXPECT_NE(all.find(std::string(row) + '\n'), std::string::npos) << row << " in\n" << all;
  for (const char* row : GetParam().never) EXPECT_EQ(all.find(row), std::string::npos) << row << " in\n" << all;
}

INSTANTIATE_TEST_SUITE_P(
    All, Making,
    testing::Values(
        Expected{"“It leaks,” said Ana Ruiz, the mayor. “It will go on leaking,” she said.",
                 {"quotation: “It leaks,”", "quotation: “It will go on leaking,”", "name: Ana Ruiz, the mayor"},
                 {"paraphrase"}},
        Expected{"Ana Ruiz, the mayor, said the lock would be closed.",
                 {"paraphrase: the lock would be closed", "name: Ana Ruiz, the mayor"},
                 {"quotation"}},
        Expected{"Prices rose 3.5 percent to $12.5 million, and 300 workers were paid.",
                 {"number: 3.5 percent", "number: $12.5 million", "number: 300 workers"},
                 {}},
        Expected{"Twenty-one boats and dozens of crews waited. One waited longer.",
                 {"number: Twenty-one boats", "number: dozens"},
                 {"number: One"}},
        Expected{"It was closed on Monday, March 4, 2019, opened on 5 March, and built in 1987.",
                 {"date: Monday, March 4, 2019", "date: 5 March", "date: 1987"},
                 {"number"}},
        Expected{"It opened at 5:30 a.m. on Friday. In the 1990s it was new.",
                 {"date: 5:30 a.m.", "date: Friday", "date: 1990s"},
                 {"number"}},
        Expected{"Ana Ruiz, 34, met a 51-year-old diver.", {"date: 34", "date: 51-year-old"}, {"number"}},
        Expected{"The boats waited in Nessby and at Covering.", {"place: Nessby", "place: Covering"}, {"name"}},
        Expected{"It is the largest lock on the coast and the only one in use. At least 12 boats came.",
                 {"superlative: largest lock", "number: 12 boats"},
                 {"superlative: least"}},
        Expected{
            "According to a report by the auditor, the pumps were old.", {"document: a report by the auditor"}, {}},
        Expected{"Brema's ruling Harbour Party said on Friday that the bridge would close.", {}, {"document"}},
        Expected{"The school handed out report cards in order to warn parents, Ana Ruiz said.", {}, {"document"}},
        Expected{"The court's ruling on Friday closed the bridge.", {"document: The court's ruling"}, {}},
        Expected{"Ana Ruiz published two reports on Friday.", {"document: two reports"}, {}},
        Expected{"The letter Ruiz sent on Friday was lost, the council said.", {"document: The letter"}, {}},
        Expected{"The council showed footage of the quay on Friday.", {"document: footage of the quay"}, {}},
        Expected{"The mayor accused the company of fraud, the council said.", {}, {}}, Expected{"", {}, {":"}}));

TEST(MakeCheckSheet, RowsAreInOrderOnceAndStable) {
  const std::string text =
      file_words(std::filesystem::path(HEARSAY_SOURCE_DIR) / "fixtures" / "checksheet" / "draft.txt");
  const CheckSheet sheet = sheet_of(text), again = sheet_of("A first line.\n\n" + text);
  std::set<std::string> ids, later;
  std::uint32_t line = 0;
  for (const CheckItem& item : sheet.items) {
    EXPECT_TRUE(ids.insert(item.id).second) << item.item;
    EXPECT_GE(item.line, line);
    line = item.line;
    EXPECT_EQ(item.id.size(), 12U);
    EXPECT_EQ(item.status, CheckItemStatus::open);
    EXPECT_FALSE(item.required.empty());
    EXPECT_FALSE(item.sentence.empty());
  }
  for (const CheckItem& item : again.items) later.insert(item.id);
  std::size_t kept = 0;
  for (const std::string& id : ids) kept += later.count(id);
  EXPECT_GE(kept + 3, ids.size());  // what stands first becomes something else
  EXPECT_EQ(items_left(sheet), sheet.items.size());
}

TEST(MakeCheckSheet, TellsWhatOriginalsSayWhereTheWordsStand) {
  const std::string text =
      "The lock was old. “We paid for it,” Ana Ruiz said, “and we will pay again.” It cost 12 crowns, Ruiz said. “No "
      "more,” she added.\n";
  const auto at = [&](std::string_view words) {  // code points: two bytes more for each mark before
    const std::size_t byte = text.find(words);
    const auto marks =
        static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\xe2'));
    const auto begin = static_cast<std::uint32_t>(byte) - 2 * marks;
    return CodeSpan{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  CheckSheet sheet = sheet_of(
      text, {{.span = {at("We paid for it"), at("and we will pay again")},
              .quoted = true,
              .documented = "verbatim: hearing.vtt, 00:12:41",
              .note = ""},
             {.span = {at("It cost 12 crowns")}, .quoted = false, .documented = "", .note = "a number is changed"}});
  for (const char* words : {"“We paid for it,”", "“and we will pay again.”"}) {
    const CheckItem* row = row_of(sheet, words);
    ASSERT_NE(row, nullptr) << told(sheet);
    EXPECT_EQ(row->documented, "verbatim: hearing.vtt, 00:12:41");
    EXPECT_EQ(row->note, "");
    EXPECT_EQ(row->status, CheckItemStatus::open);
  }
  const CheckItem* indirect = row_of(sheet, "It cost 12 crowns");
  ASSERT_NE(indirect, nullptr) << told(sheet);
  EXPECT_EQ(indirect->documented, "");
  EXPECT_EQ(indirect->note, "hearsay: a number is changed");
  const CheckItem* other = row_of(sheet, "“No more,”");
  ASSERT_NE(other, nullptr) << told(sheet);
  EXPECT_EQ(other->documented + other->note, "");
}

TEST(VerifiedPlaces, AreMetWhereverOthersReach) {
  std::vector<VerifiedWords> all;
  all.push_back({.span = {{0, 100}}, .quoted = true, .documented = "around", .note = ""});
  for (std::uint32_t i = 0; i < 10; ++i)
    all.push_back({.span = {{10 * i, 10 * i + 5}, {10 * i + 6, 10 * i + 9}},
                   .quoted = i % 2 == 0,
                   .documented = std::to_string(i),
                   .note = ""});
  const VerifiedPlaces places(all);
  const auto told_at = [&](std::uint32_t begin, std::uint32_t end, bool quoted) {
    std::string out;
    for (const VerifiedWords* one : places.at({begin, end}, quoted)) out += one->documented + ' ';
    return out;
  };
  EXPECT_EQ(told_at(40, 50, true), "around 4 ");
  EXPECT_EQ(told_at(35, 60, false), "3 5 ");
  EXPECT_EQ(told_at(99, 100, true), "around ");
  EXPECT_EQ(told_at(100, 200, true), "");
  EXPECT_EQ(told_at(45, 46, false), "");
  EXPECT_EQ(VerifiedPlaces({}).at({0, 5}, true).size(), 0U);
}

TEST(MakeCheckSheet, TellsChainsNotesAndWhatDisagrees) {
  CheckSheet sheet =
      sheet_of(file_words(std::filesystem::path(HEARSAY_SOURCE_DIR) / "fixtures" / "checksheet" / "draft.txt"));
  const CheckItem* quotation = row_of(sheet, "“We were told in 2017 that the pumps were old,”");
  ASSERT_NE(quotation, nullptr) << told(sheet);
  EXPECT_EQ(quotation->source, "Ana Marquez");
  EXPECT_EQ(quotation->chain, "article ← Ana Marquez");
  const CheckItem* divers = row_of(sheet, "12 divers");
  ASSERT_NE(divers, nullptr) << told(sheet);
  EXPECT_NE(divers->note.find("hearsay: elsewhere “14 divers”"), std::string::npos) << divers->note;
  EXPECT_NE(divers->chain.find("Cove Herald"), std::string::npos) << divers->chain;
  EXPECT_NE(divers->required.find("two independent"), std::string::npos);
  std::string notes;
  for (const CheckItem& item : sheet.items) {
    if (item.kind == CheckItemKind::name) notes += item.note;
  }
  EXPECT_NE(notes.find("how is the name spelled?"), std::string::npos);
}

TEST(MakeCheckSheet, NotesOfTheDraftDocument) {
  CheckSheet sheet = sheet_of(
      "# Lock closed\n\nThe lock cost 12 million crowns.[^1] Nobody paid 300 workers.\n\n[^1]: "
      "https://cove.example/budget\n",
      {}, "draft.md");
  const CheckItem* cost = row_of(sheet, "12 million crowns");
  ASSERT_NE(cost, nullptr) << told(sheet);
  EXPECT_NE(cost->documented.find("https://cove.example/budget"), std::string::npos);
  const CheckItem* workers = row_of(sheet, "300 workers");
  ASSERT_NE(workers, nullptr);
  EXPECT_EQ(workers->documented, "");
}

TEST(MakeCheckSheet, LongTextsTakeTheirTime) {
  std::string text;
  for (int i = 0; i < 3'000; ++i)
    text += "Ana Ruiz said on Monday that " + std::to_string(i) + " boats were lost in Ness.\n\n";
  EXPECT_LE(sheet_of(text).items.size(), kMostCheckItems);
}

}  // namespace
}  // namespace hearsay
