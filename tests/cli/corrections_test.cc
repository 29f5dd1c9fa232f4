// hearsay corrections from outside: add, list, apply, take back, exchange; and brat that evaluate reads back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_program.h"

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kCorrectedDraft =
    "Lock gate stood open all night, keeper says\n\nThe lower gate stood open all night, Mara Lind said on Friday.\n\n"
    "\"Nobody rang the bell,\" Lind said. An official said the inspection had never taken place.\n";

ProgramRun hearsay(const Folder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--evidence", "off", "--rules", HEARSAY_SOURCE_DIR "/rules"});
  return run_program(arguments, {.input = "", .cwd = folder.path(), .out_to = ""});
}

ProgramRun add(const Folder& folder, const std::string& thing, const std::string& value) {
  return hearsay(folder, {"corrections", "add", "draft.txt", thing, value, "--by", "jh", "--at", "2026-05-04T09:12:00Z",
                          "--reason", "as agreed"});
}

TEST(Corrections, AreAddedAppliedListedAndTakenBack) {
  const Folder folder;
  folder.write("draft.txt", kCorrectedDraft);
  const std::string before = hearsay(folder, {"audit", "draft.txt"}).out;
  EXPECT_THAT(before, HasSubstr("An official (not named)"));
  const ProgramRun added = add(folder, "never taken place", "Mara Lind");
  EXPECT_EQ(added.exit, 0) << added.err;
  const std::string after = hearsay(folder, {"audit", "draft.txt"}).out;
  EXPECT_THAT(after, Not(HasSubstr("An official (not named)")));
  EXPECT_THAT(hearsay(folder, {"explain", "draft.txt"}).out, HasSubstr("as corrected by jh"));
  EXPECT_THAT(hearsay(folder, {"audit", "--to", "html", "draft.txt"}).out, HasSubstr("Corrected by people"));
  const ProgramRun list = hearsay(folder, {"corrections", "list", "draft.txt"});
  EXPECT_THAT(list.out, HasSubstr("met         source Mara Lind, of a"));
  // The words go, the correction stays.
  folder.write("draft.txt", "The ferry is late, Ada Roe said.\n");
  const ProgramRun other = hearsay(folder, {"corrections", "list", "draft.txt"});
  EXPECT_THAT(other.out, HasSubstr("not-met"));
  EXPECT_THAT(hearsay(folder, {"check", "draft.txt"}).err, HasSubstr("a correction is not met"));
  folder.write("draft.txt", kCorrectedDraft);
  const ProgramRun undone = hearsay(folder, {"corrections", "undo", "draft.txt", list.out.substr(0, 16)});
  EXPECT_EQ(undone.exit, 0) << undone.err;
  EXPECT_EQ(hearsay(folder, {"audit", "draft.txt"}).out, before);
  EXPECT_EQ(hearsay(folder, {"corrections", "undo", "draft.txt", list.out.substr(0, 16)}).exit, 2);
}

TEST(Corrections, ASettledFindingStopsNobody) {
  const Folder folder;
  folder.write("draft.txt", kCorrectedDraft);
  ASSERT_EQ(hearsay(folder, {"check", "draft.txt", "--fail-on", "note"}).exit, 1);
  for (int tries = 0; tries < 20; ++tries) {
    const ProgramRun run = add(folder, "f" + std::to_string(tries + 1), "settled");
    if (run.exit != 0) break;
  }
  const ProgramRun check = hearsay(folder, {"check", "draft.txt", "--fail-on", "note"});
  EXPECT_EQ(check.exit, 0) << check.out << check.err;
  EXPECT_THAT(check.err, HasSubstr("settled by people"));
}

TEST(Corrections, AreExchangedAndAreNoArticles) {
  const Folder folder;
  folder.write("in/draft.txt", kCorrectedDraft);
  folder.write("draft.txt", kCorrectedDraft);
  ASSERT_EQ(add(folder, "never taken place", "wrong").exit, 0);
  const ProgramRun json = hearsay(folder, {"corrections", "export", "draft.txt", "--out", "list.json"});
  EXPECT_EQ(json.exit, 0) << json.err;
  for (int again = 0; again < 2; ++again) {
    const ProgramRun imported = hearsay(folder, {"corrections", "import", "in/draft.txt", "list.json"});
    EXPECT_THAT(imported.err, HasSubstr(again == 0 ? "1 of 1 correction added" : "0 of 1 correction added"));
  }
  EXPECT_EQ(hearsay(folder, {"corrections", "export", "in/draft.txt"}).out,
            hearsay(folder, {"corrections", "export", "draft.txt"}).out);
  // One article in the folder, and one where a shell names all files.
  EXPECT_THAT(hearsay(folder, {"check", "in"}).err, HasSubstr("1 article:"));
  EXPECT_THAT(hearsay(folder, {"check", "in/draft.hearsay.xml", "in/draft.txt"}).err, HasSubstr("1 article:"));
  folder.write("bad.json", "{\"corrections\": [{}]}");
  const ProgramRun bad = hearsay(folder, {"corrections", "import", "draft.txt", "bad.json"});
  EXPECT_EQ(bad.exit, 2);
  EXPECT_THAT(bad.err, HasSubstr("corrections[0].target must be an object"));
}

TEST(Corrections, AStoreSeesThatTheyChanged) {
  const Folder folder;
  folder.write("draft.txt", kCorrectedDraft);
  const std::vector<std::string> audit = {"audit", "draft.txt", "--store", "a.sqlite"};
  EXPECT_THAT(hearsay(folder, audit).err, HasSubstr("1 article stored"));
  EXPECT_THAT(hearsay(folder, audit).err, HasSubstr("1 unchanged"));
  ASSERT_EQ(add(folder, "never taken place", "wrong").exit, 0);
  EXPECT_THAT(hearsay(folder, audit).err, HasSubstr("1 replaced"));
  EXPECT_THAT(hearsay(folder, audit).err, HasSubstr("1 unchanged"));
}

TEST(Corrections, ABrokenFileIsSaidAndTheArticleStillAudited) {
  const Folder folder;
  folder.write("draft.txt", kCorrectedDraft);
  folder.write("draft.hearsay.xml", "<corrections>\n<correction kind=\"x\"/></corrections>");
  const ProgramRun run = hearsay(folder, {"audit", "draft.txt"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("draft.hearsay.xml:2:"));
  EXPECT_THAT(run.out, HasSubstr("Mara Lind"));
}

TEST(Corrections, TheCorrectedReadingIsGoldThatEvaluateReads) {
  const Folder folder;
  folder.write("draft.txt", kCorrectedDraft);
  const std::vector<std::string> evaluate = {"evaluate", "gold", "gold", "--format", "json"};
  ASSERT_EQ(hearsay(folder, {"corrections", "export", "draft.txt", "--format", "brat", "--flat", "--out", "gold"}).exit,
            0);
  const std::string own = hearsay(folder, evaluate).out;
  ASSERT_EQ(add(folder, "never taken place", "wrong").exit, 0);
  ASSERT_EQ(hearsay(folder, {"corrections", "export", "draft.txt", "--format", "brat", "--flat", "--out", "gold"}).exit,
            0);
  const ProgramRun corrected = hearsay(folder, evaluate);
  EXPECT_EQ(corrected.exit, 0) << corrected.err;
  EXPECT_NE(corrected.out, own) << "what was struck out is a false positive now";
  const ProgramRun calibrated = run_program(
      {"rules", "calibrate", "gold", "gold", "--out", "table.tsv", "--rules", (HEARSAY_SOURCE_DIR "/rules")},
      {.input = "", .cwd = folder.path(), .out_to = ""});
  EXPECT_EQ(calibrated.exit, 0) << calibrated.err;
}

}  // namespace
