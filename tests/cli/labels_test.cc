// Labels and the table of the house through the whole program: the card they lead to, and one table for many articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "run_program.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kLabelled = "“The dam held through the night,” said Ana Ruiz, the mayor. She said it rained.\n";

TEST(Labels, LeadToTheCardThatLiesBesideThem) {
  const Folder folder;
  const std::string path = folder.write("dam #1.txt", kLabelled);
  const std::filesystem::path cards = folder.path() / "cards";
  EXPECT_EQ(run_program({"audit", "--format", "html,label,snippet", "--out", cards.string(), path}).exit, 0);
  EXPECT_THAT(read_whole(cards / "dam_#1.label.svg"), HasSubstr("href=\"dam_%231.html\""));
  EXPECT_THAT(read_whole(cards / "dam_#1.label.html"), HasSubstr("href=\"dam_%231.html\""));
  EXPECT_EQ(run_program({"audit", "--format", "snippet", "--out", cards.string(), path}).exit, 0);
  EXPECT_THAT(read_whole(cards / "dam_#1.label.html"), HasSubstr("href=\"{{card}}\"")) << "no card is written";
  const ProgramRun printed = run_program({"audit", "--quiet", "--format", "label", path});
  EXPECT_THAT(printed.out, HasSubstr("href=\"{{card}}\""));
  EXPECT_THAT(printed.out, HasSubstr("Cites 1 source by name and none without a name."));
}

TEST(Diversity, OneTableForAllArticles) {
  const Folder folder;
  const std::string path = folder.write("dam.txt", kLabelled);
  const std::string other = folder.write("wall.txt", "“The wall stands,” said Ana Ruiz.\n");
  const std::string house = folder.write("house.csv", "name,#beat,phone\nAna Ruiz,harbour,555-0100\n");
  const ProgramRun printed =
      run_program({"audit", "--quiet", "--format", "diversity", "--register", house, path, other});
  EXPECT_EQ(printed.exit, 0) << printed.err;
  EXPECT_THAT(printed.out, HasSubstr(",house_beat\r\n"));
  EXPECT_THAT(printed.out, HasSubstr(",Ana Ruiz,person,"));
  EXPECT_THAT(printed.out, HasSubstr(",she,2,1,"));
  EXPECT_THAT(printed.out, HasSubstr(",not stated,1,1,3,3,0,0,2,sure,harbour\r\n"));
  EXPECT_THAT(printed.out, Not(HasSubstr("555")));
  const std::string table = (folder.path() / "voices.csv").string();
  const ProgramRun written =
      run_program({"audit", "--format", "diversity", "--register", house, "--out", table, path, other});
  EXPECT_THAT(written.err, HasSubstr("2 rows in "));
  EXPECT_EQ(read_whole(table), printed.out);
  const std::string book = (folder.path() / "voices.xlsx").string();
  EXPECT_EQ(run_program({"audit", "--format", "diversity-xlsx", "--out", book, path, other}).exit, 0);
  EXPECT_TRUE(read_whole(book).starts_with("PK"));
  const std::filesystem::path cards = folder.path() / "cards";
  EXPECT_EQ(run_program({"audit", "--format", "diversity", "--out", cards.string(), path, other}).exit, 0);
  EXPECT_TRUE(std::filesystem::exists(cards / "wall.diversity.csv"));
}

/// A short first name that no list has is the register's to know.
TEST(Registers, APersonOfManyNamesIsOneOverAnArchive) {
  const Folder folder;
  const std::string one = folder.write("one.txt", "Dam to close\n\n“The dam leaks,” said Pim Holm, an engineer.\n");
  const std::string two = folder.write("two.txt", "Dam stays\n\n“The dam stays,” said Wilbert Holm, an engineer.\n");
  const std::string house = folder.write("house.csv", "name,aliases\nWilbert Johan Holm,Wilbert Holm; Pim Holm\n");
  for (const bool known : {false, true}) {
    const std::string store = (folder.path() / (known ? "known.db" : "plain.db")).string();
    std::vector<std::string> audit = {"audit", "--settings", "none", "--store", store, one, two};
    if (known) audit.insert(audit.begin() + 1, {"--register", house});
    ASSERT_EQ(run_program(audit).exit, 0);
    const ProgramRun told = run_program({"report", "sources", "--format", "csv", "--store", store});
    EXPECT_THAT(told.out, HasSubstr(known ? " Holm,Named person,2," : " Holm,Named person,1,")) << told.err;
  }
}

}  // namespace
}  // namespace hearsay
