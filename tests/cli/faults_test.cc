// What the system refuses: memory, space, descriptors that are closed, pipes that nobody fills, a signal in the middle.
// Nothing is lost, and what the program says of it is true.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

constexpr const char* kFaultStory =
    "Ferry talks stall\n\nThe quay was unsafe, said Ana Ruiz, an engineer.\n\nNo ferry will sail, an official said.\n";

// How many places of a kind are tried; HEARSAY_FAULT_PLACES asks for more.
long places() {
  const char* wish = std::getenv("HEARSAY_FAULT_PLACES");
  return wish != nullptr ? std::atol(wish) : 60;
}

std::size_t asides(const fs::path& folder) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    count += entry.path().extension() == ".part" ? 1 : 0;
  return count;
}

#ifdef HEARSAY_FAIL_NTH

ProgramRun run_failing(const std::string& plan, const Words& arguments, const Folder& folder) {
  return run_program(arguments, {.cwd = folder.path(),
                                 .environment = {"LD_PRELOAD=" HEARSAY_FAIL_NTH, "HEARSAY_FAIL=" + plan,
                                                 "HEARSAY_FAIL_COUNT=" + (folder.path() / "calls").string()}});
}

struct Run {
  const char* name;
  Words arguments;
  const char* out;   // the file it writes
  const char* ends;  // how that ends where it is whole
};

std::vector<Run> runs() {
  return {
      {"check", {"check", "--settings", "none", "--format", "sarif", "--out", "o.sarif", "a.txt"}, "o.sarif", "}]}\n"},
      {"records", {"audit", "--settings", "none", "--to", "jsonl", "--out", "o.jsonl", "a.txt"}, "o.jsonl", "}\n"},
      {"page",
       {"audit", "--settings", "none", "--format", "html", "--out", "cards", "a.txt"},
       "cards/a.html",
       "</html>\n"},
      {"baseline", {"check", "--settings", "none", "--write-baseline", "b.xml", "a.txt"}, "b.xml", "</baseline>\n"}};
}

// Half of the places are spread over the run, half over its last part: most calls are made while rules are read, and
// what can be lost is at the end.
std::vector<long> places_of(long calls, long most) {
  std::vector<long> at;
  const long last = calls - calls / 40;
  for (long i = 1; i <= calls; i += std::max(1L, calls / (most / 2))) at.push_back(i);
  for (long i = last + 1; i <= calls; i += std::max(1L, (calls - last) / (most / 2))) at.push_back(i);
  return at;
}

// Each call of a kind fails in its turn, or so many of them as there is time for.
void fail_everywhere(const std::string& call, int error, long most) {
  for (const Run& run : runs()) {
    const Folder folder;
    folder.write("a.txt", kFaultStory);
    folder.write(run.out, "old");
    run_failing(call + ":0:0", run.arguments, folder);
    const long calls = std::atol(read_whole(folder.path() / "calls").c_str());
    if (calls == 0 && call == "memory") GTEST_SKIP() << "built with another allocator";
    ASSERT_GT(calls, 0) << run.name << ' ' << call;
    for (const long at : places_of(calls, most)) {
      folder.write(run.out, "old");
      const ProgramRun ended =
          run_failing(call + ":" + std::to_string(at) + ":" + std::to_string(error), run.arguments, folder);
      const std::string where =
          std::string(run.name) + ", " + call + " " + std::to_string(at) + " of " + std::to_string(calls);
      ASSERT_LT(ended.exit, 128) << where << ended.err;
      const std::string now = read_whole(folder.path() / run.out);
      EXPECT_TRUE(now == "old" || now.ends_with(run.ends)) << where << ": " << now.substr(0, 40);
      if (now == "old") {
        EXPECT_EQ(ended.exit, 2) << where << ended.err;
        EXPECT_THAT(ended.err, Not(HasSubstr("1 scorecard in"))) << where;
      }
      if (std::string(run.name) != "records") {
        EXPECT_EQ(asides(folder.path() / fs::path(run.out).parent_path()), 0U) << where;
      }
      fs::remove(folder.path() / "o.jsonl.part");
    }
  }
}

TEST(Faults, WritesThatFail) {
  for (const int error : {ENOSPC, EIO, EFBIG}) fail_everywhere("write", error, 20);
}

TEST(Faults, FsyncsThatFail) {
  fail_everywhere("fsync", EIO, 20);
}

TEST(Faults, RenamesThatFail) {
  fail_everywhere("rename", ENOSPC, 20);
}

TEST(Faults, MemoryThatIsRefused) {
  fail_everywhere("memory", ENOMEM, places());
}

TEST(Faults, AFullDiskIsCountedAsSuch) {
  const Folder folder;
  for (int i = 0; i < 30; ++i) folder.write("in/" + std::to_string(i) + ".txt", kFaultStory);
  const ProgramRun one =
      run_failing("write:3:28", {"audit", "--settings", "none", "--format", "json", "--out", "cards", "in"}, folder);
  EXPECT_EQ(one.exit, 2);
  EXPECT_THAT(one.err, HasSubstr("29 scorecards in cards; 1 file could not be written"));
}

TEST(Faults, BytesReachTheDiskBeforeTheName) {
  const Folder folder;
  folder.write("a.txt", kFaultStory);
  const ProgramRun run =
      run_failing("fsync:1:5", {"audit", "--settings", "none", "--format", "json", "--out", "cards", "a.txt"}, folder);
  EXPECT_EQ(run.exit, 2);
  EXPECT_FALSE(fs::exists(folder.path() / "cards/a.json"));
}

#endif

TEST(Faults, ALimitOnTheSizeOfFilesIsAnError) {
  const Folder folder;
  folder.write("a.txt", kFaultStory);
  folder.write("o.sarif", "old");
  const auto limit = [] {
    const rlimit few{.rlim_cur = 512, .rlim_max = 512};
    setrlimit(RLIMIT_FSIZE, &few);
  };
  const ProgramRun run = run_program({"check", "--settings", "none", "--format", "sarif", "--out", "o.sarif", "a.txt"},
                                     {.cwd = folder.path(), .in_child = limit});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(read_whole(folder.path() / "o.sarif"), "old");
}

// The library that makes workbooks takes no notice of what its temporary files refuse.
TEST(Faults, AWorkbookWithoutRoomIsNone) {
  const Folder folder;
  std::string records;
  for (int i = 0; i < 1500; ++i)
    records +=
        R"({"id": ")" + std::to_string(i) + R"(", "text": "The quay was unsafe, said Ana Ruiz, an engineer."})" + '\n';
  folder.write("a.jsonl", records);
  folder.write("o.xlsx", "old");
  const Words arguments = {"audit", "--settings", "none", "--format", "xlsx", "--out", "o.xlsx", "a.jsonl"};
  for (const rlim_t kilobytes : {40U, 300U, 600U}) {
    const auto limit = [kilobytes] {
      const rlimit few{.rlim_cur = kilobytes << 10U, .rlim_max = kilobytes << 10U};
      setrlimit(RLIMIT_FSIZE, &few);
    };
    const ProgramRun run = run_program(arguments, {.cwd = folder.path(), .in_child = limit});
    EXPECT_EQ(run.exit, 2) << kilobytes;
    EXPECT_THAT(run.err, HasSubstr("error: ")) << kilobytes;
    EXPECT_EQ(read_whole(folder.path() / "o.xlsx"), "old") << kilobytes;
    EXPECT_EQ(asides(folder.path()), 0U) << kilobytes;
  }
  EXPECT_EQ(run_program(arguments, {.cwd = folder.path()}).exit, 0);
  EXPECT_TRUE(read_whole(folder.path() / "o.xlsx").starts_with("PK"));
}

TEST(Faults, NoMemoryIsSaidAndEndsOrderly) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer reserves more addresses than the program is left with";
#endif
  const Folder folder;
  std::string marks;
  for (int i = 0; i < 330'000; ++i) marks += "“";  // 1 MB
  folder.write("marks.txt", marks);
  folder.write("b.txt", kFaultStory);
  for (const rlim_t megabytes : {160U, 200U, 250U, 400U}) {
    const auto limit = [megabytes] {
      const rlimit room{.rlim_cur = megabytes << 20U, .rlim_max = megabytes << 20U};
      setrlimit(RLIMIT_AS, &room);
    };
    const ProgramRun run =
        run_program({"audit", "--settings", "none", "--threads", "2", "--to", "jsonl", "marks.txt", "b.txt"},
                    {.cwd = folder.path(), .in_child = limit});
    EXPECT_LT(run.exit, 128) << megabytes << run.err;
    if (run.exit == 2) {
      EXPECT_THAT(run.err, HasSubstr("error: ")) << megabytes;
    }
  }
}

TEST(Faults, ClosedDescriptorsTakeNoFile) {
  const Folder folder;
  folder.write("a.txt", kFaultStory);
  folder.write("empty.txt", "");
  // Diagnostics of the empty file go nowhere, not into the document.
  const ProgramRun errors =
      run_program({"check", "--settings", "none", "--format", "sarif", "--out", "o.sarif", "a.txt", "empty.txt"},
                  {.cwd = folder.path(), .in_child = [] { close(2); }});
  EXPECT_EQ(errors.exit, 2);
  EXPECT_THAT(read_whole(folder.path() / "o.sarif"), StartsWith("{"));
  EXPECT_THAT(read_whole(folder.path() / "o.sarif"), Not(HasSubstr("error: ")));
  const ProgramRun output =
      run_program({"audit", "--settings", "none", "a.txt"}, {.cwd = folder.path(), .in_child = [] { close(1); }});
  EXPECT_EQ(output.exit, 2);
  EXPECT_THAT(output.err, HasSubstr("standard output cannot be written"));
  const ProgramRun input = run_program({"audit", "--settings", "none", "-"}, {.cwd = folder.path(), .in_child = [] {
                                                                                close(0);
                                                                                alarm(20);
                                                                              }});
  EXPECT_EQ(input.exit, 2);
  const ProgramRun all = run_program({"audit", "--settings", "none", "--to", "jsonl", "--out", "o.jsonl", "a.txt"},
                                     {.cwd = folder.path(), .in_child = [] {
                                        for (const int file : {0, 1, 2}) close(file);
                                      }});
  EXPECT_EQ(all.exit, 0);
  EXPECT_THAT(read_whole(folder.path() / "o.jsonl"), StartsWith("{\"schema\""));
}

// Until the program has a handler for the signal: on a busy machine it starts late.
void wait_for_handler(pid_t program, int signal) {
  for (int i = 0; i < 600; ++i) {
    const std::string status = read_whole("/proc/" + std::to_string(program) + "/status");
    const std::size_t at = status.find("SigCgt:");
    if (at != std::string::npos && (std::stoull(status.substr(at + 7), nullptr, 16) >> (signal - 1) & 1U) != 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

ProgramRun signalled(const Words& arguments, const Folder& folder, int signal) {
  return run_program(arguments, {.cwd = folder.path(),
                                 .in_child = [] { alarm(60); },
                                 .meanwhile =
                                     [=](pid_t program) {
                                       wait_for_handler(program, signal);
                                       std::this_thread::sleep_for(std::chrono::milliseconds(300));
                                       kill(program, signal);
                                     }});
}

TEST(Faults, APipeThatNobodyFillsHearsOfTheSignal) {
  const Folder folder;
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  ASSERT_EQ(mkfifo((folder.path() / "out").c_str(), 0600), 0);
  folder.write("a.txt", kFaultStory);
  EXPECT_EQ(signalled({"audit", "--settings", "none", "pipe"}, folder, SIGTERM).exit, 130);
  EXPECT_EQ(signalled({"store", "merge", "s.db", "pipe"}, folder, SIGTERM).exit, 130);
}

// An input that does not end: a pipe that this test keeps open behind some records.
class Endless {
 public:
  explicit Endless(const Folder& folder) : path_((folder.path() / "endless").string()) {
    if (mkfifo(path_.c_str(), 0600) != 0) std::abort();
    file_ = open(path_.c_str(), O_RDWR);
    const std::string record = "{\"id\":\"a\",\"text\":\"It failed, said Mara Quill.\"}\n";
    if (write(file_, record.data(), record.size()) < 0) std::abort();
  }
  ~Endless() { close(file_); }
  Endless(const Endless&) = delete;
  Endless& operator=(const Endless&) = delete;

 private:
  std::string path_;
  int file_ = -1;
};

TEST(Faults, AnInterruptedRunDoesNotCallItselfWhole) {
  const Folder folder;
  const Endless endless(folder);
  const ProgramRun sarif = signalled({"check", "--settings", "none", "--format", "sarif", "endless"}, folder, SIGTERM);
  EXPECT_EQ(sarif.exit, 130);
  EXPECT_THAT(sarif.out, HasSubstr("\"executionSuccessful\":false"));
  const ProgramRun junit = signalled({"check", "--settings", "none", "--format", "junit", "endless"}, folder, SIGINT);
  EXPECT_EQ(junit.exit, 130);
  EXPECT_THAT(junit.out, HasSubstr("interrupted"));
}

TEST(Faults, AnInterruptedSheetOrDocumentGetsNoName) {
  const Folder folder;
  const Endless endless(folder);
  for (const Words& arguments :
       {Words{"audit", "--settings", "none", "--format", "xlsx", "--out", "o.xlsx", "endless"},
        Words{"check", "--settings", "none", "--format", "sarif", "--out", "o.sarif", "endless"}}) {
    const ProgramRun run = signalled(arguments, folder, SIGTERM);
    EXPECT_EQ(run.exit, 130);
    EXPECT_FALSE(fs::exists(folder.path() / arguments[6]));
    EXPECT_THAT(run.err, HasSubstr("was not written"));
    EXPECT_EQ(asides(folder.path()), 0U);
  }
}

TEST(Faults, ControlsOfAnArticleReachNoTerminal) {
  const Folder folder;
  const std::string name = "evil\x1b[31m\a.txt";
  const std::string nasty =
      "Ferry \x1b]0;owned\a talks\n\nThe \x1b[2Jquay \xc2\x9b"
      "31m was \xe2\x80\xaeunsafe, said Ana \x1b[1mRuiz.\n";
  folder.write(name, nasty);
  folder.write("gold/" + name.substr(0, name.size() - 4) + ".ann", "T1\tSource 45 49\tAna \nT2\tCue 40 44\tsaid\n");
  for (const Words& arguments :
       {Words{"explain", name}, Words{"audit", "--format", "text", name}, Words{"check", name},
        Words{"trace", name, name}, Words{"dump", "--stage", "blocks", name},
        Words{"dump", "--stage", "attributions", name}, Words{"evaluate", "--misses", "9", "--wrong", "9", ".", "gold"},
        Words{"check", "--format", "github", name}, Words{"audit", name + ".none"},
        Words{"store", "merge", "s.db", name}, Words{"dump", "--stage", "tokens", name}}) {
    const ProgramRun run = run_program(arguments, {.cwd = folder.path()});
    for (const std::string& said : {run.out, run.err}) {
      EXPECT_THAT(said, Not(HasSubstr("\x1b"))) << arguments[0];
      EXPECT_THAT(said, Not(HasSubstr("\a"))) << arguments[0];
      EXPECT_THAT(said, Not(HasSubstr("\xc2\x9b"))) << arguments[0];
      EXPECT_THAT(said, Not(HasSubstr("\xe2\x80\xae"))) << arguments[0];
    }
  }
}

}  // namespace
