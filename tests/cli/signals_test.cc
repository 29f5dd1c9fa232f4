// Signals and pipes that close: the run ends as its caller expects, and nothing that was begun is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "cli/run_program.h"

namespace {

// The program between two pipes, as Spark's pipe or a coprocess of a shell has it.
class Coprocess {
 public:
  Coprocess(const std::vector<std::string>& arguments, void (*sigpipe)(int)) {
    int in[2];
    int out[2];
    if (pipe(in) != 0 || pipe(out) != 0) std::abort();
    std::vector<std::string> words = {HEARSAY_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    child_ = fork();
    if (child_ == 0) {
      dup2(in[0], 0);
      dup2(out[1], 1);
      for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
      std::signal(SIGPIPE, sigpipe);
      std::signal(SIGINT, SIG_DFL);  // as in run_program
      execv(argv[0], argv.data());
      _exit(121);
    }
    close(in[0]);
    close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  ~Coprocess() {
    close_input();
    close_output();
    if (child_ > 0) wait();
  }
  Coprocess(const Coprocess&) = delete;
  Coprocess& operator=(const Coprocess&) = delete;

  bool write(const std::string& text) {
    return ::write(to_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  std::string read_line() {
    std::string line;
    char c = 0;
    while (read(from_, &c, 1) == 1 && c != '\n') line += c;
    return line;
  }
  void close_input() { close_end(to_); }
  void close_output() { close_end(from_); }
  void send(int signal) const { kill(child_, signal); }
  // Exit status, or 128 + signal.
  int wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  pid_t child_ = -1;
  int to_ = -1;
  int from_ = -1;
};

const std::vector<std::string> kFilter = {"audit", "--settings", "none", "--to", "jsonl", "--quiet", "-"};
const std::string kRecord = R"({"id":"a","text":"It failed, said Mara Quill."})"
                            "\n";

TEST(Coprocess, AnswersLineByLine) {
  Coprocess filter(kFilter, SIG_DFL);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(filter.write(kRecord));
    EXPECT_THAT(filter.read_line(), ::testing::StartsWith(R"({"schema":"hearsay.scorecard/1","article":{"id":"a")"));
  }
  filter.close_input();
  EXPECT_EQ(filter.wait(), 0);
}

TEST(Signals, WhatWasBegunIsFinishedAndExitIs130) {
  for (const int signal : {SIGINT, SIGTERM}) {
    Coprocess filter(kFilter, SIG_DFL);
    ASSERT_TRUE(filter.write(kRecord + R"({"id":"half)"));
    EXPECT_THAT(filter.read_line(), ::testing::HasSubstr("\"id\":\"a\""));
    filter.send(signal);
    EXPECT_EQ(filter.read_line(), "");  // a record that was cut short is none
    EXPECT_EQ(filter.wait(), 130);
  }
}

TEST(Signals, AReaderThatWentAwayEndsItQuietly) {
  for (const auto disposition : {SIG_DFL, SIG_IGN}) {
    std::signal(SIGPIPE, SIG_IGN);  // of this test
    Coprocess filter(kFilter, disposition);
    ASSERT_TRUE(filter.write(kRecord));
    EXPECT_FALSE(filter.read_line().empty());
    filter.close_output();
    filter.write(kRecord);
    filter.close_input();
    EXPECT_EQ(filter.wait(), 128 + SIGPIPE);
    std::signal(SIGPIPE, SIG_DFL);
  }
}

}  // namespace
