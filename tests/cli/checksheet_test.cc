// hearsay checksheet from outside: what is printed, written, refused, and read back by check.
#include <gtest/gtest.h>

#include <cstdlib>

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

TEST_F(CheckSheetRun, OriginalsDocumentWhatStandsInThem) {
  (void)holder.write("draft.txt",
                     "“The old lock has never leaked in all these years,” said Ana Ruiz, the mayor of Brema. “We will "
                     "pay 300 workers for another winter,” Ruiz said. “Nobody was asked whether the bridge should "
                     "close,” said Tom Holm, a diver.\n");
  (void)holder.write("council.vtt",
                     "WEBVTT\n\n00:01:00.000 --> 00:01:06.000\n<v Ana Ruiz>The old lock has, um, never leaked in all "
                     "these years.\n\n00:01:06.000 --> 00:01:12.000\n<v Ana Ruiz>We will pay 400 workers for another "
                     "winter.\n");
  const ProgramRun made = run({"checksheet", "draft.txt", "--against", "council.vtt"});
  EXPECT_EQ(made.exit, 0) << made.err;
  const auto line_of = [&](const std::string& words) {
    const std::size_t at = made.out.find("," + words);
    const std::size_t begin = made.out.rfind("\r\n", at);
    return at == std::string::npos ? "" : made.out.substr(begin, made.out.find("\r\n", at) - begin);
  };
  const std::string same = line_of("\"“The old lock has never leaked in all these years,”\",quotation");
  EXPECT_NE(same.find("\"disfluency: council.vtt, 00:01:00, Ana Ruiz\""), std::string::npos) << made.out;
  EXPECT_NE(same.find(",open,"), std::string::npos) << same;
  EXPECT_EQ(same.find("hearsay: "), std::string::npos) << same;
  const std::string other = line_of("\"“We will pay 300 workers for another winter,”\",quotation");
  EXPECT_EQ(other.find("disfluency: "), std::string::npos) << other;
  EXPECT_NE(other.find(",open,"), std::string::npos) << other;
  EXPECT_NE(other.find("a number or date is changed, “300” where there is “400” (council.vtt, 00:01:06, Ana Ruiz)"),
            std::string::npos)
      << made.out;
  const std::string missing = line_of("\"“Nobody was asked whether the bridge should close,”\",quotation");
  EXPECT_NE(missing.find("not found in the originals given"), std::string::npos) << made.out;

  // What people entered stays, and what the machine says is said once.
  std::string sheet = made.out;
  const std::size_t at = sheet.find(",open,", sheet.find("“We will pay 300 workers"));
  sheet.replace(at, 6, ",confirmed,");
  (void)holder.write("sheet.csv", sheet);
  const ProgramRun again =
      run({"checksheet", "draft.txt", "--update", "sheet.csv", "--format", "csv", "--against", "council.vtt"});
  EXPECT_EQ(again.out, sheet);

  // A person's word settles what originals say, as it settles other findings.
  const std::string number = "“300” where there is “400”";
  const std::string nowhere = "not found in the originals given";
  const ProgramRun open = run({"check", "--against", "council.vtt", "draft.txt"});
  EXPECT_NE(open.out.find(number), std::string::npos) << open.out;
  EXPECT_NE(open.out.find(nowhere), std::string::npos) << open.out;
  const ProgramRun settled = run({"check", "--against", "council.vtt", "--sheet", "sheet.csv", "draft.txt"});
  EXPECT_EQ(settled.out.find(number), std::string::npos) << settled.out;
  EXPECT_NE(settled.out.find(nowhere), std::string::npos) << settled.out;
  const ProgramRun card =
      run({"audit", "--format", "json", "--against", "council.vtt", "--sheet", "sheet.csv", "draft.txt"});
  EXPECT_NE(card.out.find("\"suppressed\": \"confirmed\""), std::string::npos) << card.out;

  const ProgramRun torn = run({"checksheet", "draft.txt", "--against", "gone.vtt", "council.vtt"});
  EXPECT_EQ(torn.exit, 2);
  EXPECT_NE(torn.err.find("gone.vtt"), std::string::npos) << torn.err;
  EXPECT_NE(torn.out.find("disfluency: council.vtt"), std::string::npos);
  EXPECT_EQ(run({"checksheet", "draft.txt", "--out", "council.vtt", "--against", "council.vtt"}).exit, 2);
  EXPECT_TRUE(read_whole(folder / "council.vtt").starts_with("WEBVTT"));
}

// What LibreOffice makes of our workbook, and of a CSV that it saves as a workbook: its own strings, styles and dates.
TEST_F(CheckSheetRun, SheetsThatLibreOfficeWroteAreReadBack) {
  std::string sheet = run({"checksheet", "draft.txt"}).out;
  for (std::size_t at = sheet.find(",open,,,"); at != std::string::npos; at = sheet.find(",open,,,"))
    sheet.replace(at, 8, ",confirmed,Moss,2026-11-02,");
  (void)holder.write("filled.csv", sheet);
  ASSERT_EQ(run({"checksheet", "draft.txt", "--update", "filled.csv", "--out", "ours.xlsx"}).exit, 0);
  const auto convert = [&](const std::string& file, const std::string& to, const std::string& out) {
    const std::string words =
        "cd '" + folder.string() + "' && timeout 120 soffice --headless '-env:UserInstallation=file://" +
        (folder / "profile").string() + "' --convert-to " + to + " --outdir " + out + " " + " " +
        (file.ends_with(".csv") ? "--infilter='CSV:44,34,76,1' " : "") + file + " >office.log 2>&1";
    return std::system(words.c_str()) == 0 && fs::exists(folder / out / (fs::path(file).stem().string() + "." + to));
  };
  if (!convert("filled.csv", "xlsx", "office"))
    GTEST_SKIP() << "LibreOffice Calc is not installed (libreoffice-calc-nogui)";
  ASSERT_TRUE(convert("filled.csv", "ods", "office"));
  ASSERT_TRUE(convert("ours.xlsx", "xlsx", "office"));
  for (const char* file : {"office/filled.xlsx", "office/filled.ods", "office/ours.xlsx"}) {
    const ProgramRun updated = run({"checksheet", "draft.txt", "--update", file, "--format", "csv"});
    EXPECT_EQ(updated.exit, 0) << file << updated.err;
    EXPECT_EQ(updated.out, sheet) << file;
    const ProgramRun settled = run({"check", "--fail-on", "warning", "--sheet", file, "draft.txt"});
    EXPECT_EQ(settled.exit, 0) << file << settled.out << settled.err;
  }
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
