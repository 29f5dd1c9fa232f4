// Where results go: nothing that the run reads is replaced, devices and pipes are written through, links followed, and
// what a killed run left goes with the next one.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

constexpr const char* kFerryStory =
    "Ferry talks stall\n\nBy Lena Orsk\n\nThe ferry will not sail before spring, a senior official said.\n\nThe quay "
    "was unsafe, said Ana Ruiz, an engineer.\n";
constexpr const char* kOneRecord = "{\"id\":\"a\",\"text\":\"It failed, said Mara Quill.\"}\n";
constexpr const char* kRegister = "name,kind\nAna Ruiz,person\n";

struct Case {
  const char* name;
  Words arguments;     // below the folder
  const char* victim;  // the file that must stand
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const char* format : {"sarif", "junit", "checkstyle", "github", "csv", "text"})
    all.push_back({format, {"check", "--format", format, "--out", "x.txt", "x.txt"}, "x.txt"});
  all.push_back({"write-baseline", {"check", "--write-baseline", "x.txt", "x.txt"}, "x.txt"});
  all.push_back(
      {"baseline", {"check", "--format", "sarif", "--baseline", "b.xml", "--out", "b.xml", "x.txt"}, "b.xml"});
  all.push_back({"jsonl", {"audit", "--to", "jsonl", "--out", "x.jsonl", "x.jsonl"}, "x.jsonl"});
  all.push_back({"the part", {"audit", "--to", "jsonl", "--out", "y.jsonl", "y.jsonl.part"}, "y.jsonl.part"});
  all.push_back({"xlsx", {"audit", "--format", "xlsx", "--out", "x.xlsx", "x.xlsx"}, "x.xlsx"});
  all.push_back({"a card of another", {"audit", "--format", "html", "--out", ".", "x.txt", "x.html"}, "x.html"});
  all.push_back({"a link", {"check", "--format", "sarif", "--out", "link.txt", "x.txt"}, "x.txt"});
  all.push_back({"a hard link", {"check", "--format", "sarif", "--out", "hard.txt", "x.txt"}, "x.txt"});
  all.push_back({"in a folder", {"check", "--format", "sarif", "--out", "in/a.txt", "in"}, "in/a.txt"});
  all.push_back({"through a linked folder", {"check", "--format", "sarif", "--out", "in/a.txt", "linked"}, "in/a.txt"});
  all.push_back(
      {"the policy", {"check", "--format", "sarif", "--policy", "p.xml", "--out", "p.xml", "x.txt"}, "p.xml"});
  all.push_back(
      {"the register", {"check", "--format", "csv", "--register", "r.csv", "--out", "r.csv", "x.txt"}, "r.csv"});
  all.push_back({"the settings", {"check", "--format", "csv", "--out", "hearsay.xml", "x.txt"}, "hearsay.xml"});
  all.push_back({"the store", {"audit", "--store", "empty.txt", "x.txt", "empty.txt"}, "empty.txt"});
  all.push_back({"beside the store", {"audit", "--store", "s.db", "x.txt", "s.db-journal"}, "s.db-journal"});
  all.push_back({"store merge", {"store", "merge", "x.jsonl", "x.jsonl"}, "x.jsonl"});
  all.push_back(
      {"an original", {"check", "--format", "csv", "--against", "in", "--out", "in/a.txt", "x.txt"}, "in/a.txt"});
  all.push_back({"an original of audit",
                 {"audit", "--format", "xlsx", "--against", "x.xlsx", "--out", "x.xlsx", "x.txt"},
                 "x.xlsx"});
  all.push_back(
      {"a sheet", {"check", "--format", "csv", "--sheet", "sheet.csv", "--out", "sheet.csv", "x.txt"}, "sheet.csv"});
  all.push_back({"what people said", {"check", "--format", "csv", "--out", "x.hearsay.xml", "x.txt"}, "x.hearsay.xml"});
  all.push_back({"checksheet", {"checksheet", "--out", "x.txt", "x.txt"}, "x.txt"});
  all.push_back(
      {"checksheet, the sheet", {"checksheet", "--update", "sheet.csv", "--out", "sheet.csv", "x.txt"}, "sheet.csv"});
  all.push_back(
      {"checksheet, an original", {"checksheet", "--against", "in", "--out", "in/a.txt", "x.txt"}, "in/a.txt"});
  all.push_back({"checksheet, a register", {"checksheet", "--register", "r.csv", "--out", "r.csv", "x.txt"}, "r.csv"});
  all.push_back({"checksheet, what people said", {"checksheet", "--out", "x.hearsay.xml", "x.txt"}, "x.hearsay.xml"});
  all.push_back({"compare", {"compare", "x.txt", "in/a.txt", "--out", "in/a.txt"}, "in/a.txt"});
  all.push_back({"compare, the settings", {"compare", "x.txt", "in/a.txt", "--out", "hearsay.xml"}, "hearsay.xml"});
  all.push_back({"corrections", {"corrections", "export", "x.txt", "--out", "x.txt"}, "x.txt"});
  all.push_back(
      {"corrections, themselves", {"corrections", "export", "x.txt", "--out", "x.hearsay.xml"}, "x.hearsay.xml"});
  all.push_back({"corrections, brat", {"corrections", "export", "x.txt", "--format", "brat", "--out", "."}, "x.txt"});
  all.push_back({"serve", {"serve", "--port", "0", "--register", "empty.csv", "--store", "empty.csv"}, "empty.csv"});
  all.push_back({"evaluate", {"evaluate", "--save", "gold/a.ann", "in", "gold"}, "gold/a.ann"});
  return all;
}

void fill(const Folder& folder) {
  for (const char* name : {"x.txt", "x.html", "in/a.txt", "s.db-journal", "x.xlsx"}) folder.write(name, kFerryStory);
  for (const char* name : {"x.jsonl", "y.jsonl.part"}) folder.write(name, kOneRecord);
  folder.write("gold/a.ann", "");
  for (const char* name : {"empty.txt", "empty.csv"}) folder.write(name, "");
  folder.write("sheet.csv", "id,line,sentence,item,kind,status\r\n");
  folder.write("x.hearsay.xml", "<corrections/>\n");
  folder.write("r.csv", kRegister);
  folder.write("b.xml", "<baseline/>\n");
  folder.write("hearsay.xml", "<hearsay><policy>default</policy></hearsay>\n");
  folder.write("p.xml", "<policy id=\"p\" name=\"P\" extends=\"default\"><grade letter=\"A\" from=\"90\"/></policy>\n");
  fs::create_symlink("x.txt", folder.path() / "link.txt");
  fs::create_directory_symlink("in", folder.path() / "linked");
  fs::create_hard_link(folder.path() / "x.txt", folder.path() / "hard.txt");
}

TEST(Outputs, NoneReplacesWhatTheRunReads) {
  for (const Case& c : cases()) {
    const Folder folder;
    fill(folder);
    const fs::path victim = folder.path() / c.victim;
    const std::string before = read_whole(victim);
    struct stat was {};
    ASSERT_EQ(stat(victim.c_str(), &was), 0) << c.name;
    const ProgramRun run = run_program(c.arguments, {.cwd = folder.path()});
    struct stat is {};
    ASSERT_EQ(stat(victim.c_str(), &is), 0) << c.name;
    EXPECT_EQ(read_whole(victim), before) << c.name;
    EXPECT_EQ(is.st_ino, was.st_ino) << c.name;
    EXPECT_EQ(run.exit, 2) << c.name << run.err;
    EXPECT_THAT(run.err, HasSubstr("error: ")) << c.name;
  }
}

TEST(Outputs, StandardOutputThatIsAppendedToAnInputIsRefused) {
  const Folder folder;
  fill(folder);
  const auto append = [&] {
    const int file = open((folder.path() / "x.jsonl").c_str(), O_WRONLY | O_APPEND);
    dup2(file, STDOUT_FILENO);
  };
  const ProgramRun run = run_program({"audit", "--to", "jsonl", "x.jsonl"}, {.cwd = folder.path(), .in_child = append});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(read_whole(folder.path() / "x.jsonl"), kOneRecord);
}

TEST(Outputs, DevicesAreWrittenThroughAndStay) {
  const Folder folder;
  fill(folder);
  // A device of our own: replacing that of the machine would break it. Needs the right to make one.
  const std::string null = (folder.path() / "null").string();
  if (mknod(null.c_str(), S_IFCHR | 0666, static_cast<dev_t>(0x103)) != 0) GTEST_SKIP() << "no device can be made here";
  for (const Words& arguments :
       {Words{"check", "--format", "sarif", "--out", null, "x.txt"}, Words{"check", "--write-baseline", null, "x.txt"},
        Words{"audit", "--to", "jsonl", "--out", null, "x.jsonl"}}) {
    const ProgramRun run = run_program(arguments, {.cwd = folder.path()});
    struct stat is {};
    ASSERT_EQ(lstat(null.c_str(), &is), 0);
    EXPECT_TRUE(S_ISCHR(is.st_mode)) << arguments[1];
    EXPECT_LE(run.exit, 1) << run.err;
    EXPECT_FALSE(fs::exists(null + ".part"));
  }
}

TEST(Outputs, FullDeviceIsAnError) {
  const Folder folder;
  fill(folder);
  fs::create_symlink("/dev/full", folder.path() / "full.jsonl");
  for (const Words& arguments : {Words{"check", "--format", "sarif", "--out", "full.jsonl", "x.txt"},
                                 Words{"audit", "--to", "jsonl", "--out", "full.jsonl", "x.jsonl"}}) {
    const ProgramRun run = run_program(arguments, {.cwd = folder.path()});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr("No space left on device"));
    EXPECT_TRUE(fs::is_symlink(folder.path() / "full.jsonl"));
  }
}

TEST(Outputs, LinksLeadToTheirTarget) {
  const Folder folder;
  fill(folder);
  folder.write("far/target.sarif", "old");
  fs::create_symlink("far/target.sarif", folder.path() / "out.sarif");
  fs::create_symlink("far/fresh.sarif", folder.path() / "new.sarif");
  for (const char* name : {"out.sarif", "new.sarif"}) {
    run_program({"check", "--format", "sarif", "--out", name, "x.txt"}, {.cwd = folder.path()});
    EXPECT_TRUE(fs::is_symlink(folder.path() / name));
    EXPECT_THAT(read_whole(folder.path() / name), StartsWith("{"));
  }
}

TEST(Outputs, PipesGetTheBytes) {
  const Folder folder;
  fill(folder);
  const std::string pipe = (folder.path() / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = read_whole(pipe); });
  const ProgramRun run = run_program({"check", "--format", "sarif", "--out", "pipe", "x.txt"}, {.cwd = folder.path()});
  if (!fs::is_fifo(pipe)) std::exit(1);  // it was replaced, and the reader would wait for ever
  reader.join();
  EXPECT_THAT(got, StartsWith("{"));
  EXPECT_LE(run.exit, 1) << run.err;
}

TEST(Outputs, OpenFilesAreWrittenThrough) {
  const Folder folder;
  fill(folder);
  const std::string out = folder.write("log", "");
  // As /dev/stdout is one; that of the machine is left alone.
  fs::create_symlink("/proc/self/fd/1", folder.path() / "stdout");
  const ProgramRun run =
      run_program({"check", "--format", "sarif", "--out", "stdout", "x.txt"}, {.cwd = folder.path(), .out_to = out});
  EXPECT_LE(run.exit, 1) << run.err;
  EXPECT_THAT(read_whole(out), StartsWith("{"));
}

TEST(Outputs, WhatIsNeitherFileNorStreamIsSaid) {
  const Folder folder;
  fill(folder);
  const ProgramRun run = run_program({"check", "--format", "sarif", "--out", "in", "x.txt"}, {.cwd = folder.path()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("this is a folder"));
}

std::size_t hidden_files(const fs::path& folder) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    count += entry.path().filename().string().starts_with(".") ? 1 : 0;
  return count;
}

TEST(Outputs, WhatAKilledRunLeftGoesWithTheNext) {
  const Folder folder;
  fill(folder);
  folder.write("cards/.hearsay-0123456789abcdef.part", "half");
  folder.write(".hearsay-fedcba9876543210.part", "half");
  run_program({"audit", "--format", "html", "--out", "cards", "x.txt"}, {.cwd = folder.path()});
  EXPECT_EQ(hidden_files(folder.path() / "cards"), 0U);
  run_program({"check", "--format", "sarif", "--out", "new.sarif", "x.txt"}, {.cwd = folder.path()});
  EXPECT_EQ(hidden_files(folder.path()), 0U);
}

TEST(Outputs, ThePermissionsOfAnEarlierFileStay) {
  const Folder folder;
  fill(folder);
  const std::string out = folder.write("mine.sarif", "old");
  fs::permissions(out, fs::perms::owner_read | fs::perms::owner_write);
  run_program({"check", "--format", "sarif", "--out", "mine.sarif", "x.txt"}, {.cwd = folder.path()});
  EXPECT_EQ(fs::status(out).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace
