// hearsay checksheet from outside: what is printed, written, refused, and read back by check.
#include <gtest/gtest.h>

#include "folder.h"
#include "run_program.h"

namespace {

namespace fs = std::filesystem;

constexpr const char* kSheetDraft =
    "The lock at Brema was opened on Monday, March 5, 2019, the harbour company said.\n\n"
    "“It has never leaked,” said Ana Ruiz, the mayor. Some 300 workers were paid.\n";

class CheckSheetRun : public testing::Test {
 protected:
  CheckSheetRun() { (void)holder.write("draft.txt", kSheetDraft); }
  ProgramRun run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, {"--settings", "none"});
    return run_program(arguments, {.input = "", .cwd = folder, .out_to = ""});
  }
  Folder holder;
  fs::path folder = holder.path();
};

TEST_F(CheckSheetRun, PrintsCsvAndCountsWhatIsLeft) {
  const ProgramRun made = run({"checksheet", "draft.txt"});
  EXPECT_EQ(made.exit, 0);
  EXPECT_TRUE(made.out.starts_with("id,line,sentence,item,kind,"));
  EXPECT_NE(made.out.find(",300 workers,number,"), std::string::npos) << made.out;
  EXPECT_NE(made.err.find(" left of "), std::string::npos) << made.err;
  EXPECT_EQ(made.out, run({"checksheet", "draft.txt", "--threads", "3"}).out);
}

TEST_F(CheckSheetRun, FormatsFollowTheNameOfTheFile) {
  EXPECT_EQ(run({"checksheet", "draft.txt", "--out", "a.xlsx"}).exit, 0);
  EXPECT_TRUE(read_whole(folder / "a.xlsx").starts_with("PK"));
  EXPECT_EQ(run({"checksheet", "draft.txt", "--out", "a.html"}).exit, 0);
  EXPECT_TRUE(read_whole(folder / "a.html").starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(run({"checksheet", "draft.txt", "--format", "xlsx"}).out.starts_with("PK"));
  EXPECT_EQ(run({"checksheet", "draft.txt", "--format", "pdf"}).exit, 2);
}

TEST_F(CheckSheetRun, EntriesSurviveAnUpdateAndSettleFindings) {
  std::string sheet = run({"checksheet", "draft.txt"}).out;
  for (std::size_t at = sheet.find(",open,,,"); at != std::string::npos; at = sheet.find(",open,,,"))
    sheet.replace(at, 8, ",confirmed,Moss,2026-11-02,");
  (void)holder.write("sheet.csv", sheet);
  ProgramRun updated = run({"checksheet", "draft.txt", "--update", "sheet.csv", "--format", "csv"});
  EXPECT_EQ(updated.exit, 0) << updated.err;
  EXPECT_EQ(updated.out, sheet);
  EXPECT_NE(updated.err.find("0 left of "), std::string::npos) << updated.err;
  (void)holder.write("draft-2.txt", std::string(kSheetDraft).replace(std::string(kSheetDraft).find("300"), 3, "400"));
  updated = run({"checksheet", "draft-2.txt", "--update", "sheet.csv", "--out", "new.xlsx"});
  EXPECT_NE(updated.err.find("1 left of "), std::string::npos) << updated.err;
  EXPECT_NE(updated.err.find("1 reopened"), std::string::npos) << updated.err;
  updated = run({"checksheet", "draft-2.txt", "--update", "new.xlsx", "--format", "csv"});
  EXPECT_NE(updated.out.find("was “300 workers”, confirmed by Moss on 2026-11-02"), std::string::npos) << updated.out;

  const ProgramRun open = run({"check", "--fail-on", "warning", "draft.txt"});
  EXPECT_EQ(open.exit, 1);
  EXPECT_NE(open.out.find("[wrong-weekday]"), std::string::npos) << open.out;
  const ProgramRun settled = run({"check", "--fail-on", "warning", "--sheet", "sheet.csv", "draft.txt"});
  EXPECT_EQ(settled.exit, 0) << settled.out << settled.err;
  const ProgramRun card = run({"audit", "--format", "json", "--sheet", "sheet.csv", "draft.txt"});
  EXPECT_NE(card.out.find("\"confirmed by Moss on 2026-11-02\""), std::string::npos);
  EXPECT_NE(card.out.find("\"checked\""), std::string::npos);
}

TEST_F(CheckSheetRun, RefusesWhatItCannotDo) {
  (void)holder.write("sheet.csv", "id,sentence,item,kind,status\r\na,b,c,name,confirmd\r\n");
  const ProgramRun bad = run({"checksheet", "draft.txt", "--update", "sheet.csv", "--out", "new.csv"});
  EXPECT_EQ(bad.exit, 2);
  EXPECT_NE(bad.err.find("sheet.csv:2"), std::string::npos) << bad.err;
  EXPECT_NE(bad.err.find("is no status"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder / "new.csv"));
  EXPECT_EQ(run({"checksheet", "draft.txt", "--update", "missing.csv"}).exit, 2);
  EXPECT_EQ(run({"checksheet", "draft.txt", "--out", "draft.txt"}).exit, 2);
  EXPECT_EQ(read_whole(folder / "draft.txt"), kSheetDraft);
  EXPECT_EQ(run({"checksheet"}).exit, 2);
  (void)holder.write("more.txt", kSheetDraft);
  EXPECT_EQ(run({"checksheet", "draft.txt", "more.txt"}).exit, 2);
}

}  // namespace
