// hearsay report from outside: a store made by audit, then asked in every form.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kQuotingArticle =
    "Harbour wall to be rebuilt\n\n“The wall will be rebuilt next year,” said Mara Quill, the mayor of Port Ellan.\n\n"
    "“It failed twice,” an official said on Monday. The repair costs 12 million crowns.\n";

class ReportCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("in/wall.txt", kQuotingArticle);
    folder_.write("in/again.txt", kQuotingArticle);
    const ProgramRun made = run({"audit", "--outlet", "Ellan Post", "--store", "a.sqlite", "in"});
    ASSERT_EQ(made.exit, 0) << made.err;
  }
  [[nodiscard]] ProgramRun run(const std::vector<std::string>& arguments) const {
    return run_program(arguments, {.cwd = folder_.path()});
  }
  [[nodiscard]] ProgramRun report(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "report");
    arguments.insert(arguments.end(), {"--store", "a.sqlite"});
    return run(arguments);
  }

  Folder folder_;
};

TEST_F(ReportCommand, AnswersInEveryForm) {
  EXPECT_THAT(report({}).out, HasSubstr("What the archive holds"));
  EXPECT_THAT(report({"sources"}).out, AllOf(HasSubstr("Mara Quill"), Not(HasSubstr("\x1b["))));
  EXPECT_THAT(report({"sources", "--format", "csv"}).out, HasSubstr("Mara Quill,Named person,2,"));
  EXPECT_EQ(nlohmann::json::parse(report({"sources", "--format", "json"}).out)["rows"][0]["source"], "Mara Quill");
  EXPECT_TRUE(report({"sources", "--format", "html"}).out.starts_with("<!DOCTYPE html>"));
  EXPECT_THAT(report({"dossier", "mara", "quill"}).out, HasSubstr("“The wall will be rebuilt next year,”"));
  EXPECT_THAT(report({"search", "failed tw*"}).out, HasSubstr("It failed twice"));
  EXPECT_EQ(report({"outlets"}).out, report({"outlets"}).out);
}

TEST_F(ReportCommand, WritesAFileByItsName) {
  const ProgramRun run = report({"callsheet", "wall", "--out", "calls.csv"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(read_whole(folder_.path() / "calls.csv").starts_with("source,kind,role,organisation,"));
}

TEST_F(ReportCommand, WritesAFolderOfPages) {
  const ProgramRun run = report({"--out", "pages"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const std::string index = read_whole(folder_.path() / "pages/index.html");
  for (const char* name : {"outlets", "bylines", "months", "anonymous", "sources", "named", "findings"}) {
    for (const char* extension : {".html", ".csv"}) {
      EXPECT_THAT(index, HasSubstr(std::string("href=\"") + name + extension));
      EXPECT_TRUE(std::filesystem::exists(folder_.path() / "pages" / (std::string(name) + extension))) << name;
    }
  }
}

/// Relative links of a page that lead nowhere.
std::vector<std::string> dead_links(const std::filesystem::path& page) {
  const std::string html = read_whole(page);
  std::vector<std::string> dead;
  for (std::size_t at = html.find("href=\""); at != std::string::npos; at = html.find("href=\"", at + 1)) {
    std::string href = html.substr(at + 6, html.find('"', at + 6) - at - 6);
    href = href.substr(0, href.find('#'));
    if (href.empty() || href.find(':') != std::string::npos) continue;
    if (!std::filesystem::exists(page.parent_path() / href)) dead.push_back(href);
  }
  return dead;
}

TEST_F(ReportCommand, PagesLeadToOneAnother) {
  ASSERT_EQ(report({"--out", "pages"}).exit, 0);
  const std::filesystem::path pages = folder_.path() / "pages";
  EXPECT_THAT(read_whole(pages / "outlets.html"), HasSubstr("href=\"outlets/ellan-post.html\""));
  EXPECT_THAT(read_whole(pages / "outlets/ellan-post.html"),
              AllOf(HasSubstr("Harbour wall to be rebuilt</a>"), HasSubstr("href=\"../articles/wall.html\"")));
  EXPECT_THAT(read_whole(pages / "sources.html"), HasSubstr("href=\"sources/mara-quill.html\""));
  EXPECT_THAT(read_whole(pages / "sources/mara-quill.html"), HasSubstr("href=\"../articles/wall.html#a1\""));
  EXPECT_THAT(read_whole(pages / "threads.html"), HasSubstr("href=\"articles/again.html#a"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(pages)) {
    if (entry.path().extension() == ".html") {
      EXPECT_THAT(dead_links(entry.path()), ::testing::IsEmpty()) << entry.path();
    }
  }
}

TEST_F(ReportCommand, ThreadsAreAQuestion) {
  EXPECT_THAT(report({"threads"}).out, HasSubstr("in 2 articles"));
  EXPECT_THAT(report({"threads", "lighthouse"}).out, HasSubstr("0 threads"));
  EXPECT_THAT(report({"articles", "--format", "csv"}).out, HasSubstr("Harbour wall to be rebuilt,wall,,Ellan Post,"));
  EXPECT_THAT(report({"findings", "no-such-check"}).err, HasSubstr("no finding is of a check"));
}

TEST_F(ReportCommand, AuditWritesAnIndex) {
  const ProgramRun made = run({"audit", "--out", "cards", "--outlet", "Ellan Post", "in"});
  EXPECT_EQ(made.exit, 0) << made.err;
  const std::filesystem::path index = folder_.path() / "cards/index.html";
  EXPECT_THAT(read_whole(index), AllOf(HasSubstr("2 articles audited"), HasSubstr("href=\"wall.html\"")));
  EXPECT_THAT(dead_links(index), ::testing::IsEmpty());
  ASSERT_EQ(run({"audit", "--format", "json", "--out", "data", "in"}).exit, 0);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "data/index.html")) << "an index is a page among pages";
  folder_.write("odd/index.txt", kQuotingArticle);
  ASSERT_EQ(run({"audit", "--out", "odd-cards", "odd"}).exit, 0);
  EXPECT_THAT(read_whole(folder_.path() / "odd-cards/index.html"), HasSubstr("href=\"index-2.html\""));
}

TEST_F(ReportCommand, SaysWhatItCannotDo) {
  const auto fails = [&](const std::vector<std::string>& arguments, const char* words) {
    const ProgramRun run = report(arguments);
    EXPECT_EQ(run.exit, 2) << words;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr(words));
  };
  fails({"outlet"}, "unknown question 'outlet'");
  fails({"outlets", "now"}, "'outlets' takes no further word");
  fails({"dossier"}, "'dossier' of what?");
  fails({"dossier", "Mara Quil"}, "did you mean Mara Quill?");
  fails({"outlets", "--since", "yesterday"}, "--since is 'yesterday'");
  fails({"outlets", "--limit", "-1"}, "--limit is '-1'");
  fails({"outlets", "--sort", "price"}, "--sort takes one of");
  fails({"outlets", "--outlet", "Elan Post"}, "did you mean Ellan Post?");
  fails({"outlets", "--out", "a.sqlite"}, "this is the store itself");
  EXPECT_THAT(run({"report", "outlets"}).err, HasSubstr("no store is given"));
  EXPECT_THAT(run({"report", "outlets", "--store", "b.sqlite"}).err, HasSubstr("there is no such store"));
}

}  // namespace
