// The index of a run: in bounded memory, the worst first, nothing measured is n/a; names of pages and the way to them.
#include "report/table/articles.h"

#include <gtest/gtest.h>

#include "report/report.h"
#include "report/table/page_names.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

ArticleRow row(const std::string& id, std::optional<int> score, std::uint64_t errors = 0) {
  ArticleRow made{.id = id, .title = "Title of " + id, .outlet = {}, .published = {}, .url = {}, .score = score};
  made.why = score ? "" : "opinion";
  made.errors = errors;
  return made;
}

std::vector<std::string> titles(const Table& table) {
  std::vector<std::string> all;
  for (const Row& one : table.rows) all.push_back(cell_words(one.cells.front()));
  return all;
}

TEST(WorstArticles, LowestFirstAndWithoutAScoreLast) {
  WorstArticles index;
  for (const ArticleRow& one : {row("a", 80), row("b", std::nullopt), row("c", 41), row("d", 41, 2)}) index.add(one);
  index.add_failure();
  const Table table = index.table();
  EXPECT_EQ(titles(table), (std::vector<std::string>{"Title of d", "Title of c", "Title of a", "Title of b"}));
  EXPECT_EQ(table.title, "4 articles audited");
  EXPECT_EQ(table.lead, "2 errors; the mean score of 3 articles is 54; 1 without a score; 1 could not be read.");
}

TEST(WorstArticles, KeepsTheWorstAndSaysWhatIsLeftOut) {
  WorstArticles index(3);
  for (int score = 0; score < 100; ++score) index.add(row("a" + std::to_string(score), (score * 37) % 100));
  const Table table = index.table();
  ASSERT_EQ(table.rows.size(), 3U);
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(std::get<ScoreCell>(table.rows[static_cast<std::size_t>(i)].cells[3]).value, i) << "any order of input";
  EXPECT_NE(table.notes.front().find("97 further ones"), std::string::npos) << table.notes.front();
}

TEST(ArticleRow, IsOfWhatCounts) {
  Report report;
  report.id = "one";
  report.withheld_id = "too-little";
  report.sources = {{.id = "s1", .name = "Ana Ruiz", .kind = "named-person"},
                    {.id = "s2", .name = "officials", .kind = "unnamed-group", .anonymous = true},
                    {.id = "s3", .name = "Emil Tarn", .kind = "named-person"}};
  report.attributions = {{.id = "a1", .source = "s1"}, {.id = "a2", .source = "s2"}, {.id = "a3", .source = "s3"}};
  report.attributions.back().statement = false;
  report.claims = {{.id = "c1", .status = "unattributed"}, {.id = "c2", .status = "named"}};
  report.findings = {{.check = "x", .severity = "error", .message = "left standing", .suppressed = "asked"},
                     {.check = "y", .severity = "note", .message = "small"},
                     {.check = "z", .severity = "warning", .message = "large", .title = "A source"}};
  const ArticleRow made = article_row(report);
  EXPECT_EQ(made.named, 1U) << "who says nothing is no source";
  EXPECT_EQ(made.unnamed, 1U);
  EXPECT_EQ(made.unsourced, 1U);
  EXPECT_EQ(made.errors + made.warnings + made.notes, 2U);
  EXPECT_EQ(made.worst, "A source");
  EXPECT_EQ(made.why, "too little to tell");
}

TEST(ArticleRow, CountsAsItsScorecardDoes) {
  Report report;
  report.sources = {{.id = "s1", .name = "Ana Ruiz", .kind = "named-person"},
                    {.id = "s2", .name = "Sella Wire", .kind = "media"},
                    {.id = "s3", .name = "it", .kind = "unstated"}};
  report.attributions = {{.id = "a1", .source = "s1", .via = {"s2"}}, {.id = "a2", .source = "s3"}, {.id = "a3"}};
  report.claims = {{.id = "c1", .attributions = {"a3"}, .status = "unattributed"}};
  const ArticleRow made = article_row(report);
  EXPECT_EQ(made.named, 2U) << "who relays is a source";
  EXPECT_EQ(made.unsourced, 2U) << "statements of nobody, and none of them twice";
}

TEST(ArticleTable, LinksAndNa) {
  const Table table = article_table({row("a b#", 7), row("c", std::nullopt)});
  const std::string page = write_table_html(table, {.page_of = [](Refers refers, const std::string& id) {
                                              return refers == Refers::article ? href_of(id + ".html") : "";
                                            }});
  EXPECT_NE(page.find("<a href=\"a%20b%23.html\">Title of a b#</a>"), std::string::npos);
  EXPECT_NE(page.find("n/a <span class=\"of\">opinion</span>"), std::string::npos);
  EXPECT_EQ(write_table_csv(table).substr(0, 80),
            "article,article_id,article_address,outlet,published,score,score_grade,score_why,");
}

TEST(PageNames, AreSafeAndTheirOwn) {
  PageNames names("outlets/", ".html");
  EXPECT_EQ(names.add("The Sella Wire"), "outlets/the-sella-wire.html");
  EXPECT_EQ(names.add("the SELLA/wire"), "outlets/the-sella-wire-2.html");
  EXPECT_EQ(names.add("The Sella Wire"), "outlets/the-sella-wire.html");
  EXPECT_EQ(names.add("../../日本"), "outlets/page.html");
  EXPECT_EQ(names.add("Zürich"), "outlets/zurich.html");
  EXPECT_EQ(names.find("nobody"), "");
}

}  // namespace
}  // namespace hearsay
