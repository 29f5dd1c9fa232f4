// Rows of drafts: every checkable item once, in the order of the text, with what is known of it.
#include "checksheet/make.h"

#include <gtest/gtest.h>

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

TEST(MakeCheckSheet, TellsChainsNotesAndWhatDisagrees) {
  CheckSheet sheet = sheet_of(
      file_words(std::filesystem::path(HEARSAY_SOURCE_DIR) / "fixtures" / "checksheet" / "draft.txt"),
      [](std::string_view attribution) { return attribution.empty() ? "" : "verbatim in hearing.vtt, 00:12:41"; });
  const CheckItem* quotation = row_of(sheet, "“We were told in 2017 that the pumps were old,”");
  ASSERT_NE(quotation, nullptr) << told(sheet);
  EXPECT_EQ(quotation->source, "Ana Marquez");
  EXPECT_EQ(quotation->chain, "article ← Ana Marquez");
  EXPECT_EQ(quotation->documented, "verbatim in hearing.vtt, 00:12:41");
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
