// The contract that clusters build on: lines in, lines out, in order, the same bytes however the work is split.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const std::string kHearsay = HEARSAY_PROGRAM;

std::string record(int number) {
  const std::string n = std::to_string(number);
  return R"({"id":"wall-)" + n + R"(","url":"https://herald.example/)" + n + R"(","title":"Wall )" + n +
         R"( is to go","text":"The wall will be rebuilt in )" + std::to_string(1900 + number) +
         R"(, said Mara Quill, the mayor of Port Ellan.\n\n“It failed twice,” an official said on Monday."})";
}

std::string records(int from, int to) {
  std::string lines;
  for (int i = from; i < to; ++i) lines += record(i) + '\n';
  return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> audit(std::vector<std::string> more) {
  std::vector<std::string> arguments = {"audit", "--settings", "none", "--to", "jsonl"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

std::string filtered(const std::string& lines, std::vector<std::string> more = {}) {
  more.insert(more.end(), {"--from", "jsonl", "-"});
  const ProgramRun run = run_program(audit(more), {.input = lines});
  EXPECT_EQ(run.exit, 0) << run.err;
  return run.out;
}

// The lines of shards 1 … n taken in turn.
std::string interleaved(const fs::path& folder, int shards) {
  std::vector<std::vector<std::string>> parts;
  std::size_t longest = 0;
  for (int i = 1; i <= shards; ++i) {
    const std::string name = "articles." + std::to_string(i) + "-of-" + std::to_string(shards) + ".jsonl";
    parts.push_back(lines_of(read_whole(folder / name)));
    longest = std::max(longest, parts.back().size());
  }
  std::string whole;
  for (std::size_t row = 0; row < longest; ++row) {
    for (const auto& part : parts) {
      if (row < part.size()) whole += part[row] + '\n';
    }
  }
  return whole;
}

bool have(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

TEST(Filter, LinesInLinesOut) {
  const std::string input = record(1) + "\n\n{\"id\":\"torn\n[1]\n{\"id\":\"empty\"}\n" + record(2);  // no last newline
  const ProgramRun run = run_program(audit({"-"}), {.input = input});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("-:3: error: "));
  const std::vector<std::string> lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 6U);
  const std::vector<std::string> schemas = {"hearsay.scorecard/1", "hearsay.error/1", "hearsay.error/1",
                                            "hearsay.error/1",     "hearsay.error/1", "hearsay.scorecard/1"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto json = nlohmann::json::parse(lines[i]);
    EXPECT_EQ(json["schema"].get<std::string>(), schemas[i]) << lines[i];
    if (schemas[i] == "hearsay.error/1") {
      EXPECT_EQ(json["error"]["line"].get<std::size_t>(), i + 1);
    }
  }
  EXPECT_EQ(nlohmann::json::parse(lines[0])["article"]["id"].get<std::string>(), "wall-1");
  EXPECT_EQ(nlohmann::json::parse(lines[1])["error"]["severity"].get<std::string>(), "warning");
}

TEST(Filter, ErrorsMayBeRecordsAlone) {
  const ProgramRun run = run_program(audit({"--errors", "record", "-"}), {.input = "{\"torn\n" + record(1) + "\n"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(lines_of(run.out).size(), 2U);
  const ProgramRun missing = run_program(audit({"--errors", "record", "/nowhere/at/all"}));
  EXPECT_EQ(missing.exit, 2);  // not an article but the input
  EXPECT_EQ(lines_of(missing.out).size(), 1U);
}

TEST(Filter, TheSameBytesWithAnyNumberOfThreads) {
  const std::string input = records(0, 300);
  const std::string one = filtered(input, {"--threads", "1"});
  EXPECT_EQ(lines_of(one).size(), 300U);
  EXPECT_TRUE(filtered(input, {"--threads", "3"}) == one);
  EXPECT_TRUE(filtered(input, {"--threads", "16"}) == one);
}

// What Spark's pipe and GNU parallel's --pipe do: each partition through a process of its own.
TEST(Filter, PartitionsJoinedAreTheWhole) {
  std::string joined;
  for (const auto& [from, to] : {std::pair{0, 1}, {1, 1}, {1, 40}, {40, 100}}) joined += filtered(records(from, to));
  EXPECT_TRUE(joined == filtered(records(0, 100)));
}

TEST(Shards, TogetherAreTheWhole) {
  const Folder folder;
  const std::string input = folder.write("news.jsonl", records(0, 100));
  const std::string out = (folder.path() / "cards").string();
  for (int i = 1; i <= 3; ++i) {
    const ProgramRun run = run_program(audit({"--shard", std::to_string(i) + "/3", "--out", out, input}));
    EXPECT_EQ(run.exit, 0) << run.err;
  }
  EXPECT_TRUE(interleaved(out, 3) == filtered(records(0, 100)));
}

TEST(Shards, HaveAnIndexEach) {
  const Folder folder;
  const std::string input = folder.write("news.jsonl", records(0, 4));
  const fs::path out = folder.path() / "cards";
  for (const char* shard : {"1/2", "2/2"}) {
    const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "html", "--shard", shard, "--out",
                                        out.string(), "--from", "jsonl", input});
    EXPECT_EQ(run.exit, 0) << run.err;
  }
  EXPECT_TRUE(fs::exists(out / "index.1-of-2.html"));
  EXPECT_TRUE(fs::exists(out / "index.2-of-2.html"));
  EXPECT_FALSE(fs::exists(out / "index.html"));
}

TEST(Shards, AreCheckedAsTheyAreGiven) {
  for (const char* shard : {"0/3", "4/3", "1", "1/", "/3", "1/3x", "a/b", "-1/3"}) {
    const ProgramRun run = run_program(audit({"--shard", shard, "-"}));
    EXPECT_EQ(run.exit, 2) << shard;
    EXPECT_THAT(run.err, HasSubstr("I/N"));
  }
}

class Resume : public ::testing::Test {
 protected:
  Folder folder_;
  std::string input_ = folder_.write("news.jsonl", records(0, 60));
  std::string out_ = (folder_.path() / "cards.jsonl").string();
  std::string part_ = out_ + ".part";
  std::string whole_ = filtered(records(0, 60));

  ProgramRun go_on(const std::string& input) { return run_program(audit({"--resume", "--out", out_, input})); }
};

TEST_F(Resume, GoesOnWhereverItWasCut) {
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, whole_.find('\n'), whole_.find('\n') + 1,
                                whole_.size() / 2, whole_.size() - 1, whole_.size()}) {
    folder_.write("cards.jsonl.part", whole_.substr(0, cut));
    const ProgramRun run = go_on(input_);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_TRUE(read_whole(out_) == whole_) << cut;
    EXPECT_FALSE(fs::exists(part_));
    fs::remove(out_);
  }
}

// After a loss of power, blocks in the middle may never have reached the disk.
TEST_F(Resume, GoesOnBeforeATornRecord) {
  const std::size_t line = whole_.find('\n', whole_.size() / 3) + 1, end = whole_.find('\n', line);
  const std::string before = whole_.substr(0, line), after = whole_.substr(end, whole_.size() / 3);
  const std::string record = whole_.substr(line, end - line);
  std::string zeros = record;
  zeros.replace(40, 200, 200, '\0');
  for (const std::string& torn : {zeros, std::string(record.size(), '\0'), record.substr(50), record.substr(0, 90),
                                  std::string(), "x" + record}) {
    folder_.write("cards.jsonl.part", before + torn + after);
    const ProgramRun run = go_on(input_);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_TRUE(read_whole(out_) == whole_) << torn.substr(0, 60);
    fs::remove(out_);
  }
}

TEST_F(Resume, SurvivesBeingKilledAtAnyMoment) {
  const std::string lines = records(0, 400);
  const std::string input = folder_.write("many.jsonl", lines);
  const std::string command = " '" + kHearsay + "' audit --settings none --to jsonl --threads 2 --resume --out '" +
                              out_ + "' '" + input + "' >/dev/null 2>&1";
  int killed = 0;
  int status = -1;
  // Killed between the rename and its end, a run leaves the whole file: there is nothing to resume then.
  for (int milliseconds = 30; status != 0 && !fs::exists(out_); milliseconds += 15, ++killed) {
    ASSERT_LT(milliseconds, 60'000);
    status = std::system(("timeout -s KILL " + std::to_string(milliseconds / 1000.0) + command).c_str());
  }
  EXPECT_GT(killed, 1);
  EXPECT_TRUE(read_whole(out_) == filtered(lines));
}

TEST_F(Resume, LeavesAWholeFileAlone) {
  folder_.write("cards.jsonl", "whole\n");
  const ProgramRun run = go_on(input_);
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, HasSubstr("is whole already"));
  EXPECT_EQ(read_whole(out_), "whole\n");
}

TEST_F(Resume, TellsThatTheInputChanged) {
  const std::string half = whole_.substr(0, whole_.rfind('\n', whole_.size() / 2) + 1);
  folder_.write("cards.jsonl.part", half);
  ProgramRun run = go_on(folder_.write("other.jsonl", records(1, 61)));
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("of other articles than the input holds"));
  run = go_on(folder_.write("short.jsonl", records(0, 3)));
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("more articles than the input"));
  EXPECT_EQ(read_whole(part_), half);
}

TEST_F(Resume, ErrorRecordsCount) {
  const std::string lines = "\n{\"torn\n" + records(0, 3);
  const std::string input = folder_.write("errors.jsonl", lines);
  const ProgramRun once = run_program(audit({"--errors", "record", input}));
  folder_.write("cards.jsonl.part", once.out.substr(0, once.out.size() - 10));
  const ProgramRun run = run_program(audit({"--errors", "record", "--resume", "--out", out_, input}));
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(read_whole(out_), once.out);
}

TEST(RecordFiles, AreWrittenAside) {
  const Folder folder;
  const std::string input = folder.write("news.jsonl", records(0, 5));
  const std::string out = folder.write("cards.jsonl", "old\n");
  EXPECT_EQ(run_program(audit({"--out", out, input})).exit, 0);
  EXPECT_EQ(lines_of(read_whole(out)).size(), 5U);
  EXPECT_FALSE(fs::exists(out + ".part"));
  const ProgramRun nowhere = run_program(audit({"--out", "/nowhere/at/all.jsonl", input}));
  EXPECT_EQ(nowhere.exit, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot be written"));
}

TEST(Formats, JsonlStandsAlone) {
  EXPECT_THAT(run_program({"audit", "--format", "html", "--to", "jsonl", "--out", "x", "-"}).err,
              HasSubstr("jsonl is one file"));
  EXPECT_THAT(run_program({"audit", "--resume", "-"}).err, HasSubstr("--resume needs"));
  EXPECT_THAT(run_program({"audit", "--errors", "record", "-"}).err, HasSubstr("only jsonl has records"));
}

TEST(Formats, RecordsBecomeFilesOfTheirOwn) {
  const Folder folder;
  const std::string lines = R"({"id":"../../up/x","text":"It failed, said Mara Quill."})"
                            "\n"
                            R"({"id":"same","text":"It failed, said Mara Quill."})"
                            "\n"
                            R"({"id":"same","text":"It fell, said Mara Quill."})"
                            "\n";
  const fs::path out = folder.path() / "cards";
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "html,json", "--out", out.string(),
                                      folder.write("news.jsonl", lines)});
  EXPECT_EQ(run.exit, 0) << run.err;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(out)) names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("index.html", "_._.._up_x.html", "_._.._up_x.json", "same.html",
                                                     "same.json", "same-2.html", "same-2.json"));
}

TEST(Check, ReadsRecords) {
  const ProgramRun run =
      run_program({"check", "--settings", "none", "--fail-on", "never", "-"}, {.input = records(0, 2)});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, HasSubstr("2 articles"));
}

// --- GNU parallel, a job array of Slurm
// --------------------------------------------------------------------------------

const std::string kArray = HEARSAY_SOURCE_DIR "/docs/hearsay-array.sbatch";

int shell(const std::string& command, const Folder& folder) {
  const int status = std::system(("cd '" + folder.path().string() + "' && { " + command + "; } >log 2>&1").c_str());
  if (status != 0) ADD_FAILURE() << command << "\n" << read_whole(folder.path() / "log");
  return status;
}

TEST(GnuParallel, PipesBlocksThroughTheFilter) {
  if (!have("parallel")) GTEST_SKIP() << "GNU parallel is not installed (package parallel)";
  const Folder folder;
  folder.write("news.jsonl", records(0, 100));
  shell("parallel --will-cite --pipe --keep-order -j 4 -N 9 '" + kHearsay +
            "' audit --settings none --to jsonl --from jsonl --errors record --threads 1 - < news.jsonl > cards.jsonl",
        folder);
  EXPECT_TRUE(read_whole(folder.path() / "cards.jsonl") == filtered(records(0, 100)));
}

TEST(GnuParallel, RunsShardsAndResumesThem) {
  if (!have("parallel")) GTEST_SKIP() << "GNU parallel is not installed (package parallel)";
  const Folder folder;
  folder.write("news.jsonl", records(0, 100));
  const std::string command =
      "parallel --will-cite -j 4 --joblog jobs --resume-failed '" + kHearsay +
      "' audit --settings none --to jsonl --errors record --resume --threads 1 --shard {}/5 --out "
      "cards news.jsonl ::: 1 2 3 4 5";
  shell(command, folder);
  const std::string whole = filtered(records(0, 100));
  EXPECT_TRUE(interleaved(folder.path() / "cards", 5) == whole);
  // A shard that was cut off and is run again.
  const fs::path third = folder.path() / "cards" / "articles.3-of-5.jsonl";
  const std::string shard = read_whole(third);
  folder.write("cards/articles.3-of-5.jsonl.part", shard.substr(0, shard.size() / 2));
  fs::remove(third);
  fs::remove(folder.path() / "jobs");
  shell(command, folder);
  EXPECT_TRUE(interleaved(folder.path() / "cards", 5) == whole);
}

// Hosts that parallel reaches by what stands in for ssh: a shell of its own for each, with nothing of ours in it.
TEST(GnuParallel, RunsShardsOnTwoHosts) {
  if (!have("parallel")) GTEST_SKIP() << "GNU parallel is not installed (package parallel)";
  const Folder folder;
  folder.write("news.jsonl", records(0, 60));
  folder.write(
      "reach",
      "#!/bin/sh\necho \"$1\" >> hosts\nshift 2\nexec env -i PATH=\"$PATH\" HOME=/ SHELL=/bin/sh sh -c \"$*\"\n");
  fs::permissions(folder.path() / "reach", fs::perms::owner_all);
  shell("parallel --will-cite --ssh \"$PWD/reach\" -S 1/first,1/second --workdir \"$PWD\" '" + kHearsay +
            "' audit --settings none --to jsonl --errors record --resume --threads 1 --shard {}/4 --out cards "
            "news.jsonl ::: 1 2 3 4",
        folder);
  EXPECT_TRUE(interleaved(folder.path() / "cards", 4) == filtered(records(0, 60)));
  const std::string hosts = read_whole(folder.path() / "hosts");
  EXPECT_THAT(hosts, HasSubstr("first"));
  EXPECT_THAT(hosts, HasSubstr("second"));
}

TEST(SlurmArray, ATaskDoesItsShard) {
  const Folder folder;
  folder.write("news.jsonl", records(0, 40));
  for (int task = 1; task <= 3; ++task) {
    shell("SHARDS=3 INPUT=news.jsonl OUT=cards HEARSAY='" + kHearsay +
              "' SLURM_CPUS_PER_TASK=2 SLURM_ARRAY_TASK_ID=" + std::to_string(task) + " sh '" + kArray + "'",
          folder);
  }
  EXPECT_TRUE(interleaved(folder.path() / "cards", 3) == filtered(records(0, 40)));
}

// tests/slurm/with_slurm gives it one.
bool slurm_answers() {
  return have("sbatch") && std::system("timeout 5 scontrol ping 2>/dev/null | grep -q 'is UP'") == 0;
}

std::string submit(const std::string& options) {
  return "SHARDS=4 INPUT=\"$PWD/news.jsonl\" OUT=\"$PWD/cards\" HEARSAY='" + kHearsay + "' sbatch " + options +
         " --array=1-4 --cpus-per-task=1 --output=\"$PWD/task-%a.log\" '" + kArray + "'";
}

TEST(SlurmArray, RunsUnderSlurm) {
  if (!slurm_answers()) GTEST_SKIP() << "no Slurm controller answers here (tests/slurm/with_slurm)";
  const Folder folder;
  folder.write("news.jsonl", records(0, 40));
  shell(submit("--wait"), folder);
  EXPECT_TRUE(interleaved(folder.path() / "cards", 4) == filtered(records(0, 40)));
}

// Killed without a word and stopped by SIGTERM, and submitted again as it was.
TEST(SlurmArray, GoesOnUnderSlurm) {
  if (!slurm_answers()) GTEST_SKIP() << "no Slurm controller answers here (tests/slurm/with_slurm)";
  const std::string whole = filtered(records(0, 4000));
  for (const std::string signal : {"KILL", "TERM"}) {
    const Folder folder;
    folder.write("news.jsonl", records(0, 4000));
    shell("job=$(" + submit("--parsable") + ") && " +
              "for i in $(seq 600); do test -s cards/articles.1-of-4.jsonl.part && break; sleep 0.02; done && "
              "scancel --signal=" +
              signal +
              " --full $job; scancel $job; "
              "for i in $(seq 600); do test -z \"$(squeue -h -j $job)\" && break; sleep 0.1; done",
          folder);
    std::size_t shards = 0;
    for (int shard = 1; shard <= 4; ++shard)
      shards += fs::exists(folder.path() / "cards" / ("articles." + std::to_string(shard) + "-of-4.jsonl")) ? 1 : 0;
    EXPECT_LT(shards, 4U) << signal << " came too late to stop anything";
    shell(submit("--wait"), folder);
    EXPECT_TRUE(interleaved(folder.path() / "cards", 4) == whole) << signal;
  }
}

}  // namespace
