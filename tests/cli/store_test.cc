// audit --store and hearsay store from outside: what a shell sees, and what is left when the program is killed.
#include "store/store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <thread>

#include "cli/run_program.h"
#include "report/read_json.h"
#include "report/write_json.h"

namespace {

using hearsay::Report;
using hearsay::StoreReader;
using ::testing::HasSubstr;

std::string article(std::size_t number) {
  const std::string n = std::to_string(number);
  return "Water plan " + n + " stands, council says\n\nThe plan for district " + n +
         " stands, Ana Ruiz said. “It holds " + n +
         " litres,” said Emil Tarn, an engineer. Two officials said it leaks.\n";
}

void write_articles(const Folder& folder, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) folder.write("in/a" + std::to_string(i) + ".txt", article(i));
}

std::map<std::string, std::string> cards_of(const std::string& path) {
  std::map<std::string, std::string> cards;
  hearsay::Diagnostics diagnostics;
  StoreReader(path).for_each(
      [&](Report&& report, const std::string&) {
        EXPECT_TRUE(cards.emplace(report.id, write_json(report, hearsay::JsonLayout::line)).second) << report.id;
      },
      diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return cards;
}

// The records of a store as a shard that a run to JSON Lines would leave.
std::string write_shard(const Folder& folder, const std::string& name, const std::string& store) {
  std::string lines;
  for (const auto& [id, card] : cards_of(store)) lines += card;
  return folder.write(name, lines);
}

TEST(StoreCommand, AuditsOnce) {
  const Folder folder;
  write_articles(folder, 5);
  const RunOptions here{.cwd = folder.path()};
  ProgramRun run = run_program({"audit", "--store", "a.sqlite", "in"}, here);
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "5 articles stored in a.sqlite\n");

  folder.write("in/a2.txt", article(77));
  folder.write("in/b.txt", article(78));
  run = run_program({"audit", "--store", "a.sqlite", "--threads", "2", "in"}, here);
  EXPECT_EQ(run.err, "1 article stored, 1 replaced, 4 unchanged in a.sqlite\n");

  run = run_program({"audit", "--store", "a.sqlite", "--min-confidence", "0.9", "in"}, here);
  EXPECT_EQ(run.err, "0 articles stored, 6 replaced in a.sqlite\n");

  run = run_program({"store", "check", "a.sqlite"}, here);
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out, "a.sqlite: all well\n");
  EXPECT_THAT(run_program({"store", "info", "a.sqlite"}, here).out, HasSubstr("articles      6\n"));
}

TEST(StoreCommand, KeepsWhatIsPrinted) {
  const Folder folder;
  const std::string path = folder.write("a.txt", article(1));
  const ProgramRun run =
      run_program({"audit", "--format", "json", "--store", "a.sqlite", path}, {.cwd = folder.path()});
  EXPECT_EQ(run.exit, 0) << run.err;
  const std::string store = (folder.path() / "a.sqlite").string();
  EXPECT_EQ(run.out, write_json(*StoreReader(store).report("a")));
}

TEST(StoreCommand, StoresTheSameWithAnyNumberOfThreads) {
  const Folder folder;
  write_articles(folder, 300);
  const RunOptions here{.cwd = folder.path()};
  EXPECT_EQ(run_program({"audit", "--store", "a", "--threads", "1", "in"}, here).exit, 0);
  EXPECT_EQ(run_program({"audit", "--store", "b", "--threads", "4", "in"}, here).exit, 0);
  EXPECT_TRUE(read_whole(folder.path() / "a") == read_whole(folder.path() / "b"));
}

TEST(StoreCommand, SaysWhatItCannotDo) {
  const Folder folder;
  const std::string text = folder.write("a.txt", article(1));
  const std::string other = folder.write("other", "Not a store, but long enough to be looked at as one.");
  const RunOptions here{.cwd = folder.path()};
  const struct {
    std::vector<std::string> arguments;
    std::string says;
  } cases[] = {
      {{"store"}, "no verb is given"},
      {{"store", "mend"}, "unknown verb 'mend'"},
      {{"store", "info"}, "no STORE is given"},
      {{"store", "info", "nothing"}, "nothing: error: there is no such store"},
      {{"store", "check", other}, other + ": error: this file is no store"},
      {{"store", "merge", other}, other + ": error: this file is no store"},
      {{"audit", "--store", other, text}, other + ": error: this file is no store"},
      {{"audit", "--store", "no/such/folder", text}, "no/such/folder: error: the store cannot be opened"},
      {{"store", "merge", "new", "nothing"}, "nothing: error: cannot be read"},
  };
  for (const auto& one : cases) {
    const ProgramRun run = run_program(one.arguments, here);
    EXPECT_EQ(run.exit, 2) << one.says;
    EXPECT_THAT(run.err, HasSubstr(one.says));
  }
  EXPECT_EQ(read_whole(other).substr(0, 11), "Not a store");
}

TEST(StoreCommand, MergesTwiceAsOnce) {
  const Folder folder;
  write_articles(folder, 6);
  const RunOptions here{.cwd = folder.path()};
  EXPECT_EQ(run_program({"audit", "--store", "whole", "in"}, here).exit, 0);
  EXPECT_EQ(run_program({"audit", "--store", "one", "in/a0.txt", "in/a1.txt", "in/a2.txt"}, here).exit, 0);
  EXPECT_EQ(run_program({"audit", "--store", "two", "in/a2.txt", "in/a3.txt", "in/a4.txt", "in/a5.txt"}, here).exit, 0);
  const std::string path = (folder.path() / "all").string();
  ProgramRun run = run_program({"store", "merge", "all", "one", "two"}, here);
  EXPECT_EQ(run.err, "6 articles stored, 1 unchanged in all\n");
  EXPECT_EQ(cards_of(path), cards_of((folder.path() / "whole").string()));
  run = run_program({"store", "merge", "all", "one", "two"}, here);
  EXPECT_EQ(run.err, "0 articles stored, 7 unchanged in all\n");

  // Shards of records make the same store, and both kinds may be mixed.
  write_shard(folder, "one.jsonl", (folder.path() / "one").string());
  write_shard(folder, "two.jsonl", (folder.path() / "two").string());
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(run_program({"store", "merge", "records", "one.jsonl", "two.jsonl"}, here).exit, 0);
    EXPECT_EQ(cards_of((folder.path() / "records").string()), cards_of(path));
  }
  run = run_program({"store", "merge", "records", "-"},
                    {.input = read_whole(folder.path() / "one.jsonl"), .cwd = folder.path()});
  EXPECT_EQ(run.err, "0 articles stored, 3 unchanged in records\n");

  run = run_program({"store", "merge", "one", "two", "one"}, here);
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("a store cannot be merged into itself"));
}

TEST(StoreCommand, MergesWhatItCanRead) {
  const Folder folder;
  write_articles(folder, 2);
  const RunOptions here{.cwd = folder.path()};
  EXPECT_EQ(run_program({"audit", "--store", "a", "in"}, here).exit, 0);
  const std::string shard = read_whole(write_shard(folder, "s.jsonl", (folder.path() / "a").string()));
  folder.write("bad.jsonl", "{\"schema\":\"hearsay.error/1\"}\n" + shard.substr(0, 500) + "\n\n" + shard + "[]\n");
  const ProgramRun run = run_program({"store", "merge", "b", "bad.jsonl"}, here);
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("bad.jsonl:2: error: this is no JSON"));
  EXPECT_THAT(run.err, HasSubstr("bad.jsonl:6: error: this is no scorecard"));
  EXPECT_THAT(run.err, HasSubstr("1 records are no scorecards"));
  EXPECT_EQ(cards_of((folder.path() / "b").string()), cards_of((folder.path() / "a").string()));
}

std::uint64_t articles_in(const std::string& path) {
  try {
    return std::filesystem::exists(path) ? StoreReader(path).info().articles : 0;
  } catch (const hearsay::Fatal&) {  // its tables are not there yet
    return 0;
  }
}

// Starts the program and kills it when `is_time` says so, which is asked every millisecond.
void run_and_kill(const std::vector<std::string>& arguments, const std::filesystem::path& cwd,
                  const std::function<bool()>& is_time) {
  std::string program = HEARSAY_PROGRAM;
  std::vector<std::string> copies = arguments;
  std::vector<char*> argv = {program.data()};
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    if (chdir(cwd.c_str()) != 0) _exit(120);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execv(program.c_str(), argv.data());
    _exit(121);
  }
  int status = 0;
  bool ended = false;
  while (!ended && !is_time()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ended = waitpid(child, &status, WNOHANG) == child;
  }
  if (ended) return;
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
}

TEST(StoreCommand, LosesNothingWhenItIsKilled) {
  constexpr std::size_t kArticles = 1000;
  constexpr int kKills = 14;
  const Folder folder;
  write_articles(folder, kArticles);
  const RunOptions here{.cwd = folder.path()};
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(run_program({"audit", "--threads", "2", "--store", "whole", "in"}, here).exit, 0);
  const auto whole_run =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);

  const std::string path = (folder.path() / "killed").string();
  std::mt19937 random(20181214);  // the moments differ by the machine's mood anyway
  std::uniform_int_distribution<std::int64_t> moment(1, std::max<std::int64_t>(whole_run.count() * 2 / 3, 20));
  std::uint64_t stored = 0;
  int partly = 0;
  for (int i = 0; i < kKills; ++i) {
    if (stored == kArticles) {  // all is there: begin again
      for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
      stored = 0;
    }
    // By turns at some moment and as soon as something new is stored, which comes while more is, however slow the
    // machine.
    const auto start = std::chrono::steady_clock::now();
    const std::chrono::milliseconds after(moment(random));
    const std::function<bool()> at_a_moment = [&] { return std::chrono::steady_clock::now() - start >= after; };
    const std::function<bool()> when_stored = [&] { return articles_in(path) > stored; };
    run_and_kill({"audit", "--threads", "2", "--store", "killed", "in"}, folder.path(),
                 i % 2 == 0 ? at_a_moment : when_stored);
    if (!std::filesystem::exists(path) || std::filesystem::file_size(path) == 0) continue;
    hearsay::Diagnostics found;
    std::uint64_t now = 0;
    try {
      found = hearsay::check_store(path);
      now = StoreReader(path).info().articles;
    } catch (const hearsay::Fatal& fatal) {  // killed before the tables were there
      EXPECT_EQ(stored, 0U) << fatal.what();
      continue;
    }
    EXPECT_TRUE(found.empty()) << found.front().message;
    EXPECT_GE(now, stored);  // nothing that was stored is lost
    partly += now > 0 && now < kArticles ? 1 : 0;
    stored = now;
  }
  RecordProperty("partly", partly);
  EXPECT_GT(partly, 0) << "no kill came while articles were stored";
  EXPECT_EQ(run_program({"audit", "--threads", "2", "--store", "killed", "in"}, here).exit, 0);
  EXPECT_TRUE(hearsay::check_store(path).empty());
  EXPECT_TRUE(cards_of(path) == cards_of((folder.path() / "whole").string()));
}

}  // namespace
