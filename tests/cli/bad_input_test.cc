// What bad input gets: a message that says what is wrong and what to do, the rest done, exit 2. Never a crash, a hang,
// a half-written report or a silent nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kGoodArticle =
    "Harbour wall to be rebuilt\n\nThe wall will be rebuilt next year, said Mara Quill, the mayor of Port Ellan.\n\n"
    "“It failed twice,” she said on Monday.\n";

struct Usage {
  const char* name;
  std::vector<std::string> arguments;
  const char* message;
};

void PrintTo(const Usage& usage, std::ostream* out) {
  *out << usage.name;
}

class BadUsage : public ::testing::TestWithParam<Usage> {};

TEST_P(BadUsage, IsNamedWithARemedy) {
  const ProgramRun run = run_program(GetParam().arguments);
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, AllOf(HasSubstr(": error: "), HasSubstr(GetParam().message), HasSubstr("\n  ")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadUsage,
    ::testing::Values(
        Usage{"nothing", {}, "no command is given"}, Usage{"command", {"adit"}, "unknown command 'adit'"},
        Usage{"mistyped", {"adit"}, "did you mean 'audit'?"},
        Usage{"mistyped_option", {"audit", "--formt", "html", "x"}, "did you mean '--format'?"},
        Usage{"option", {"audit", "--fromat", "xml", "x"}, "unknown option '--fromat'"},
        Usage{"prefix", {"audit", "--form", "xml", "x"}, "unknown option '--form'"},
        Usage{"format", {"audit", "--format", "pdf", "x"}, "unknown value 'pdf' for --format"},
        Usage{"failon", {"check", "--fail-on", "bad", "x"}, "unknown value 'bad' for --fail-on"},
        Usage{"threads", {"audit", "--threads", "0", "x"}, "--threads is '0'"},
        Usage{"threadsword", {"audit", "--threads", "many", "x"}, "--threads is 'many'"},
        Usage{"confidence", {"audit", "--min-confidence", "1.5", "x"}, "--min-confidence is '1.5'"},
        Usage{"confidencenan", {"audit", "--min-confidence", "nan", "x"}, "--min-confidence is 'nan'"},
        Usage{"twice", {"audit", "--policy", "a", "--policy", "b", "x"}, "more than once"},
        Usage{"novalue", {"audit", "--out"}, "--out"}, Usage{"nopath", {"audit"}, "no PATH is given"},
        Usage{"endless", {"check", "--settings", "none", "--baseline", "/dev/zero", "x"}, "larger than 16 MB"},
        Usage{
            "endless_register", {"check", "--settings", "none", "--register", "/dev/zero", "x"}, "is no regular file"},
        Usage{"endless_settings", {"check", "--settings", "/dev/zero", "x"}, "larger than 1 MB"},
        Usage{"endless_sheet", {"checksheet", "--settings", "none", "--update", "/dev/zero", "x"}, "larger than"},
        Usage{"formats", {"audit", "--format", "xml,json", "x"}, "several formats"},
        Usage{"articles", {"audit", "--format", "html", "x", "y"}, "several articles"},
        Usage{"stage", {"dump", "--stage", "tokns", "x"}, "unknown stage 'tokns'"},
        Usage{"nostage", {"dump", "x"}, "no stage is given"}, Usage{"verb", {"rules", "lst"}, "unknown verb 'lst'"},
        Usage{"noverb", {"rules"}, "no verb is given"}, Usage{"noid", {"rules", "explain"}, "no ID is given"},
        Usage{"rules", {"audit", "--rules", "no-such-folder", "x"}, "no such rules folder"},
        Usage{"settings", {"audit", "--settings", "no-such.xml", "x"}, "no such settings file"}),
    [](const auto& usage) { return std::string(usage.param.name); });

class BadInput : public ::testing::Test {
 protected:
  // The bad file beside a good one: the good one is done all the same.
  void expect_other_done(const std::string& bad, const char* message) {
    const std::string good = folder_.write("good.txt", kGoodArticle);
    const std::string cards = (folder_.path() / "cards").string();
    const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "json", "--out", cards, bad, good});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr(bad + ":"), HasSubstr("error: "), HasSubstr(message))) << run.err;
    EXPECT_TRUE(fs::exists(cards + "/good.json"));
    EXPECT_FALSE(fs::exists(cards + "/" + fs::path(bad).stem().string() + ".json"));
  }
  Folder folder_;
};

TEST_F(BadInput, MissingFile) {
  expect_other_done((folder_.path() / "gone.txt").string(), "No such file");
}

TEST_F(BadInput, EmptyFile) {
  expect_other_done(folder_.write("bare.txt", ""), "empty");
}

TEST_F(BadInput, WhiteSpaceOnly) {
  expect_other_done(folder_.write("blank.txt", " \n\n\t\n"), "");
}

TEST_F(BadInput, BinaryFile) {
  std::string bytes =
      "\x7f"
      "ELF";
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 7);
  expect_other_done(folder_.write("picture.bin", bytes), "");
}

TEST_F(BadInput, TooLargeFileIsNotRead) {
  const std::string path = folder_.write("huge.txt", "x");
  fs::resize_file(path, 200ULL << 20U);  // sparse
  expect_other_done(path, "larger than 64 MB");
}

TEST_F(BadInput, EmptyFolder) {
  fs::create_directory(folder_.path() / "none");
  const ProgramRun run = run_program({"audit", "--settings", "none", (folder_.path() / "none").string()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("no file lies in this folder"));
}

TEST_F(BadInput, InvalidUtf8IsReadAllTheSame) {
  const std::string path = folder_.write("latin.txt", "Caf\xe9 closes\n\nThe caf\xe9 will close, said Mara Quill.\n");
  const ProgramRun run = run_program({"dump", "--settings", "none", "--stage", "text", path});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("The café will close"));
}

TEST_F(BadInput, UnknownPolicy) {
  const std::string path = folder_.write("good.txt", kGoodArticle);
  const ProgramRun run = run_program({"check", "--settings", "none", "--policy", "nosuch", path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("nosuch"));
}

TEST_F(BadInput, DoctypeInARuleFile) {
  const std::string rules = folder_.write("evil.xml",
                                          "<!DOCTYPE rules [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<rules "
                                          "pack=\"x\" version=\"1\" family=\"x\"/>\n");
  const ProgramRun run = run_program({"rules", "lint", "--settings", "none", rules});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr(rules + ":1:"));
}

TEST_F(BadInput, DeepPage) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  page += "<p>The wall will be rebuilt, said Mara Quill, the mayor.</p>";
  const ProgramRun run =
      run_program({"audit", "--settings", "none", "--format", "json", folder_.write("deep.html", page)});
  EXPECT_LE(run.exit, 2) << run.err;
  EXPECT_TRUE(!run.out.empty() || !run.err.empty());
}

TEST_F(BadInput, FullDisk) {
  const std::string path = folder_.write("good.txt", kGoodArticle);
  const ProgramRun run =
      run_program({"audit", "--settings", "none", "--format", "json", path}, {.out_to = "/dev/full"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("standard output cannot be written"));
}

TEST_F(BadInput, OutIsAFile) {
  const std::string path = folder_.write("good.txt", kGoodArticle);
  const ProgramRun run = run_program({"audit", "--settings", "none", "--out", path, path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("the folder cannot be made"));
}

TEST_F(BadInput, TheArticleItselfIsNeverReplaced) {
  std::string page = "<html><head><title>Wall</title></head><body><article><h1>Harbour wall to be rebuilt</h1>";
  for (int i = 0; i < 6; ++i)
    page += "<p>The wall will be rebuilt next year, said Mara Quill, the mayor of Port Ellan, on Monday.</p>";
  page += "</article></body></html>";
  const std::string path = folder_.write("wall.html", page);
  const ProgramRun run =
      run_program({"audit", "--settings", "none", "--format", "html", "--out", folder_.path().string(), path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("would replace a file that the run reads"));
  EXPECT_EQ(read_whole(path), page);
}

TEST_F(BadInput, NamesCannotColourTheTerminal) {
  const ProgramRun run = run_program({"audit", "--settings", "none", (folder_.path() / "a\x1b[31mb").string()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
}

}  // namespace
