// The program as its users call it: formats, names, threads, standard input, settings, help.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kArticle =
    "Harbour wall to be rebuilt\n\nThe wall will be rebuilt next year, said Mara Quill, the mayor of Port Ellan.\n\n"
    "“It failed twice,” an official said on Monday. The repair costs 12 million crowns.\n";

TEST(Program, SaysItsVersion) {
  const ProgramRun run = run_program({"--version"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_TRUE(run.out.starts_with("hearsay ")) << run.out;
  EXPECT_EQ(run.err, "");
}

TEST(Audit, PrintsASummary) {
  const Folder folder;
  const ProgramRun run = run_program({"audit", "--settings", "none", folder.write("wall.txt", kArticle)});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("Mara Quill"), Not(HasSubstr("\x1b["))));
}

TEST(Audit, WritesEveryFormatOnce) {
  const Folder folder;
  const std::string cards = (folder.path() / "new" / "cards").string();
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "html,xml,json", "--format", "brat",
                                      "--out", cards, folder.write("wall.txt", kArticle)});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, "");
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(cards)) files += entry.is_regular_file() ? 1 : 0;
  EXPECT_EQ(files, 5U);  // with index.html; nothing written aside is left
  const auto card = nlohmann::json::parse(read_whole(cards + "/wall.json"));
  EXPECT_EQ(card["schema"], "hearsay.scorecard/1");
  EXPECT_EQ(card["article"]["id"], "wall");
  EXPECT_EQ(card["text"], kArticle);
}

TEST(Audit, ReadsStandardInput) {
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "json", "-"}, {.input = kArticle});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(nlohmann::json::parse(run.out)["article"]["path"], "-");
}

TEST(Audit, KeepsArticlesOfOneNameApart) {
  const Folder folder;
  const std::string cards = (folder.path() / "cards").string();
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "json", "--out", cards,
                                      folder.write("a/wall.txt", kArticle), folder.write("b/wall.txt", kArticle)});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("note: 'wall' is taken; this article is 'wall-2'"));
  EXPECT_TRUE(fs::exists(cards + "/wall.json"));
  EXPECT_EQ(nlohmann::json::parse(read_whole(cards + "/wall-2.json"))["article"]["id"], "wall-2");
}

TEST(Audit, SameBytesForAnyNumberOfThreads) {
  const Folder folder;
  for (int i = 0; i < 40; ++i)
    folder.write("many/" + std::to_string(i) + ".txt", std::string(kArticle) + std::to_string(i) + " people came.\n");
  const std::string many = (folder.path() / "many").string();
  const ProgramRun one = run_program({"audit", "--settings", "none", "--format", "json", "--threads", "1", many});
  const ProgramRun eight = run_program({"audit", "--settings", "none", "--format", "json", "--threads", "8", many});
  EXPECT_EQ(one.exit, 0) << one.err;
  EXPECT_FALSE(one.out.empty());
  EXPECT_EQ(one.out, eight.out);
}

TEST(Check, PrintsFindingsAsACompilerDoes) {
  const Folder folder;
  const std::string path = folder.write("wall.txt", kArticle);
  const ProgramRun run = run_program({"check", "--settings", "none", "--fail-on", "note", path});
  EXPECT_EQ(run.exit, 1) << run.err;
  EXPECT_THAT(run.out, ::testing::ContainsRegex("wall\\.txt:[0-9]+:[0-9]+: (error|warning|note): .+ \\[[a-z-]+\\]"));
  EXPECT_THAT(run.err, HasSubstr("1 article:"));
  EXPECT_EQ(run_program({"check", "--settings", "none", "--fail-on", "never", path}).exit, 0);
}

TEST(Settings, AreFoundAboveTheWorkAndOverridden) {
  const Folder folder;
  folder.write("hearsay.xml", "<hearsay><fail-on>note</fail-on><outlet>The Ellan Post</outlet></hearsay>\n");
  const std::string path = folder.write("drafts/may/wall.txt", kArticle);
  EXPECT_EQ(run_program({"check", path}).exit, 1);
  EXPECT_EQ(run_program({"check", "--fail-on", "never", path}).exit, 0);
  const auto outlet = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"audit", "--format", "json", path};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(run_program(arguments).out)["article"]["outlet"];
  };
  EXPECT_EQ(outlet({}), "The Ellan Post");
  EXPECT_EQ(outlet({"--outlet", "Radio Quay"}), "Radio Quay");
}

TEST(Settings, AreComplainedOfWithTheirPlace) {
  const Folder folder;
  folder.write("hearsay.xml", "<hearsay>\n  <fail-on>sometimes</fail-on>\n  <polcy>ap</polcy>\n</hearsay>\n");
  const ProgramRun run = run_program({"check", folder.write("wall.txt", kArticle)});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("hearsay.xml:2:"), HasSubstr("<fail-on> is 'sometimes'"),
                             HasSubstr("hearsay.xml:3:"), HasSubstr("unknown setting <polcy>")));
}

TEST(Rules, ListExplainExpandLint) {
  const ProgramRun list = run_program({"rules", "list", "--settings", "none"});
  EXPECT_THAT(list.out, HasSubstr(" accusation "));
  EXPECT_EQ(list.exit, 0) << list.err;
  ASSERT_FALSE(list.out.empty());
  const std::string id = list.out.substr(0, list.out.find(' '));
  const ProgramRun explain = run_program({"rules", "explain", "--settings", "none", id});
  EXPECT_EQ(explain.exit, 0) << explain.err;
  EXPECT_THAT(explain.out,
              AllOf(HasSubstr(id + ": "), HasSubstr("  reads "), HasSubstr("  pass  "), HasSubstr("  fail  ")));
  EXPECT_EQ(run_program({"rules", "expand", "--settings", "none", id}).exit, 0);
  EXPECT_EQ(run_program({"rules", "lint", "--settings", "none"}).exit, 0);
  EXPECT_EQ(run_program({"rules", "explain", "--settings", "none", "no.such"}).exit, 2);
}

TEST(Dump, KnowsEveryStage) {
  const Folder folder;
  const std::string path = folder.write("wall.txt", kArticle);
  for (const char* stage : {"text", "blocks", "tokens", "sentences", "quotes", "mentions", "matches", "attributions",
                            "sources", "trace", "scorecard"}) {
    const ProgramRun run = run_program({"dump", "--settings", "none", "--stage", stage, path});
    EXPECT_EQ(run.exit, 0) << stage << run.err;
    EXPECT_FALSE(run.out.empty()) << stage;
  }
}

TEST(Explain, NamesRuleChainAndEvidenceOfALine) {
  const Folder folder;
  const std::string path = folder.write("wall.txt", kArticle);
  const ProgramRun whole = run_program({"explain", "--settings", "none", path});
  EXPECT_EQ(whole.exit, 0) << whole.err;
  EXPECT_THAT(whole.out, AllOf(HasSubstr("say.basic"), HasSubstr("Mara Quill"), HasSubstr("an official"),
                               HasSubstr("cue begins at “said”"), HasSubstr("hint_surety")));
  const ProgramRun line = run_program({"explain", "--settings", "none", path + ":5"});
  EXPECT_THAT(line.out, AllOf(HasSubstr("wall.txt:5:"), HasSubstr("an official"), Not(HasSubstr("Mara Quill"))));
  const ProgramRun rules = run_program({"explain", "--settings", "none", "--evidence", "off", path + ":3"});
  EXPECT_THAT(rules.out, AllOf(HasSubstr("say.basic"), Not(HasSubstr("log-odds"))));
  const ProgramRun nothing = run_program({"explain", "--settings", "none", path + ":2"});
  EXPECT_EQ(nothing.out, "");
  EXPECT_THAT(nothing.err, HasSubstr("no attribution is found there"));
  EXPECT_EQ(run_program({"explain", "--settings", "none", path + ":x"}).exit, 2);
}

TEST(Complete, SaysWhatMayFollow) {
  struct Case {
    std::vector<std::string> words;
    const char* offers;  // words, by line
  };
  for (const Case& one :
       {Case{{"ch"}, "check\nchecksheet\n"}, Case{{"rules", "ex"}, "expand\nexplain\n"},
        Case{{"report", "out"}, "outlets\n"}, Case{{"audit", "--format", "j"}, "json\njsonl\njsonld\n"},
        Case{{"trace", "--format", ""}, "text\ncsv\njson\nhtml\n"}, Case{{"check", "--fail-on", "w"}, "warning\n"},
        Case{{"audit", "--rules", ""}, ":folders\n"}, Case{{"audit", "--store", "x"}, ":files\n"},
        Case{{"audit", "art"}, ":files\n"}, Case{{"dump", "--stage", "sen"}, "sentences\n"},
        Case{{"audit", "--out", "x"}, ":files\n"}, Case{{"no-such", ""}, ""}, Case{{"audit", "--outlet", "x"}, ""}}) {
    std::vector<std::string> arguments = one.words;
    arguments.insert(arguments.begin(), "complete");
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.exit, 0) << run.err;
    std::string words;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) words += line.substr(0, line.find('\t')) + '\n';
    EXPECT_EQ(words, one.offers) << one.words.back();
  }
  // Every option of the help can be completed.
  const ProgramRun options = run_program({"complete", "audit", "--"});
  EXPECT_THAT(options.out, AllOf(HasSubstr("--format\t"), HasSubstr("--store\t"), HasSubstr("--quiet\t")));
}

TEST(Help, BriefFitsAScreen) {
  for (const std::string command : {"", "audit", "check", "explain", "rules", "dump"}) {
    std::vector<std::string> arguments;
    if (!command.empty()) arguments.push_back(command);
    arguments.push_back("-h");
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.exit, 0);
    EXPECT_LE(std::count(run.out.begin(), run.out.end(), '\n'), 24) << run.out;
    arguments.back() = "--help";
    const ProgramRun whole = run_program(arguments);
    EXPECT_EQ(whole.exit, 0);
    EXPECT_GT(whole.out.size(), run.out.size());
  }
}

}  // namespace
