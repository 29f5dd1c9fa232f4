// hearsay compare from outside: files, a working tree, a store; formats, the gate, what it says where it cannot.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/run_program.h"
#include "folder.h"

namespace {

using ::testing::HasSubstr;

constexpr const char* kOlder = R"(Harbour wall to be rebuilt

“We lost forty metres of stone in one night,” said Ana Ruiz, the mayor of Orlo.

The council said on Monday that the work would begin in May.

Ida Holm, an engineer at Kest University, said the old wall had been sound until last year.
)";
constexpr const char* kNewer = R"(Harbour wall to be rebuilt

“We lost sixty metres of stone in one night,” said Ana Ruiz, the mayor of Orlo.

The council admitted on Monday that the work would begin in May.

A person familiar with the survey said the old wall had been sound until last year.
)";

ProgramRun git(const Folder& folder, const std::string& arguments) {
  const std::string line = "cd '" + folder.path().string() + "' && git -c user.name=a -c user.email=a@b.example " +
                           arguments + " >/dev/null 2>&1";
  ProgramRun run;
  run.exit = std::system(line.c_str());
  return run;
}

TEST(CompareCommand, TwoFiles) {
  const Folder folder;
  folder.write("a.txt", kOlder);
  folder.write("b.txt", kNewer);
  const RunOptions here{.cwd = folder.path()};
  ProgramRun run = run_program({"compare", "a.txt", "b.txt"}, here);
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("3 changes of sourcing: 2 errors, 1 warning."));
  EXPECT_THAT(run.out, HasSubstr("Source no longer named: Ida Holm, an engineer at Kest University → "));
  EXPECT_THAT(run.out, HasSubstr("forty → sixty"));

  run = run_program({"compare", "a.txt", "b.txt", "--format", "json"}, here);
  const nlohmann::json json = nlohmann::json::parse(run.out);
  ASSERT_EQ(json["changes"].size(), 3U);
  EXPECT_EQ(json["changes"][0]["kind"], "quotation-changed");
  EXPECT_EQ(json["changes"][0]["differences"][0]["is"], "sixty");
  EXPECT_EQ(json["correction_noted"], false);
  const auto span = json["changes"][1]["new_span"][0];
  EXPECT_EQ(json["changes"][1]["new"], "admitted");
  EXPECT_EQ(span[1].get<int>() - span[0].get<int>(), 8);

  run = run_program({"compare", "a.txt", "b.txt", "--format", "html", "--out", "c.html"}, here);
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(read_whole(folder.path() / "c.html"), HasSubstr("<ins>sixty</ins>"));
}

TEST(CompareCommand, IsAGate) {
  const Folder folder;
  folder.write("a.txt", kOlder);
  folder.write("b.txt", kNewer);
  const RunOptions here{.cwd = folder.path()};
  const auto exit = [&](const std::string& gate) {
    return run_program({"compare", "a.txt", "b.txt", "--fail-on", gate}, here).exit;
  };
  EXPECT_EQ(exit("error"), 1);
  EXPECT_EQ(exit("never"), 0);
  EXPECT_EQ(exit("source-unnamed,source-added:anonymous"), 1);
  EXPECT_EQ(exit("source-added:anonymous"), 0);
  EXPECT_EQ(exit("cue-changed:stronger"), 1);
  EXPECT_EQ(exit("cue-changed:doubting"), 0);
  EXPECT_EQ(exit("error!"), 1);
  folder.write("b.txt",
               std::string(kNewer) + "\nCorrection: An earlier version of this article gave another figure.\n");
  EXPECT_EQ(exit("error!"), 0);
  EXPECT_EQ(exit("error"), 1);
  EXPECT_EQ(exit("sauce"), 2);
}

TEST(CompareCommand, FoldersPairByName) {
  const Folder folder;
  folder.write("old/x.txt", kOlder);
  folder.write("old/y.txt", kOlder);
  folder.write("new/x.txt", kNewer);
  folder.write("new/z.txt", kNewer);
  const ProgramRun run = run_program({"compare", "old", "new"}, {.cwd = folder.path()});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("old/x.txt → new/x.txt"));
  EXPECT_THAT(run.err, HasSubstr("1 article is in the older version alone"));
  EXPECT_THAT(run.err, HasSubstr("1 article is in the newer version alone"));
}

TEST(CompareCommand, AWorkingTree) {
  const Folder folder;
  folder.write("drafts/wall.txt", kOlder);
  folder.write("drafts/same.txt", kOlder);
  if (git(folder, "init -q .").exit != 0) GTEST_SKIP() << "there is no git";
  git(folder, "add -A");
  git(folder, "commit -q -m one");
  folder.write("drafts/wall.txt", kNewer);
  folder.write("drafts/fresh.txt", kNewer);
  const RunOptions here{.cwd = folder.path()};
  ProgramRun run = run_program({"compare", "--git", "HEAD", "drafts", "--fail-on", "source-unnamed"}, here);
  EXPECT_EQ(run.exit, 1) << run.err;
  EXPECT_THAT(run.out, HasSubstr("HEAD:drafts/wall.txt → drafts/wall.txt"));
  EXPECT_EQ(run.out.find("same.txt"), std::string::npos);
  run = run_program({"compare", "--git", "nowhere", "drafts"}, here);
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("git knows no revision 'nowhere'"));
  EXPECT_EQ(run_program({"compare", "--git", "--output=x", "drafts"}, here).exit, 2);
}

TEST(CompareCommand, AStoreKeepsVersions) {
  const Folder folder;
  const RunOptions here{.cwd = folder.path()};
  folder.write("in/wall.txt", kOlder);
  EXPECT_EQ(run_program({"audit", "--store", "a.sqlite", "in"}, here).exit, 0);
  folder.write("in/wall.txt", kNewer);
  EXPECT_EQ(run_program({"audit", "--store", "a.sqlite", "in"}, here).exit, 0);
  ProgramRun run = run_program({"compare", "--store", "a.sqlite", "wall"}, here);
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("3 changes of sourcing"));
  const std::string changes = run_program({"report", "changes", "--store", "a.sqlite", "--format", "csv"}, here).out;
  EXPECT_THAT(changes, HasSubstr(",error,Source no longer named,"));

  // A merge takes versions along, once.
  EXPECT_EQ(run_program({"store", "merge", "b.sqlite", "a.sqlite"}, here).exit, 0);
  run = run_program({"store", "merge", "b.sqlite", "a.sqlite"}, here);
  EXPECT_THAT(run.err, HasSubstr("0 articles stored, 1 unchanged"));
  EXPECT_EQ(run_program({"report", "changes", "--store", "b.sqlite", "--format", "csv"}, here).out, changes);
  EXPECT_THAT(run_program({"store", "info", "b.sqlite"}, here).out, HasSubstr("versions      1 earlier"));

  run = run_program({"compare", "--store", "a.sqlite", "fall"}, here);
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("there is no article 'fall'"));
}

TEST(CompareCommand, SaysWhatItNeeds) {
  const Folder folder;
  folder.write("a.txt", kOlder);
  const RunOptions here{.cwd = folder.path()};
  EXPECT_EQ(run_program({"compare", "a.txt"}, here).exit, 2);
  EXPECT_EQ(run_program({"compare", "a.txt", "none.txt"}, here).exit, 2);
  EXPECT_EQ(run_program({"compare", "--git", "HEAD", "--store", "x", "a.txt"}, here).exit, 2);
  EXPECT_EQ(run_program({"compare", "a.txt", "a.txt", "--format", "xml"}, here).exit, 2);
}

}  // namespace
