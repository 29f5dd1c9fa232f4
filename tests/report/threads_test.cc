// Threads as JSON, CSV, text and a page: each in its shape, and nothing of an article gets out of its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/csv.h"
#include "report/html/marked_words.h"
#include "report/threads/write_threads.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHostileStyle = "</style><script>alert(\"x\")</script>";

ThreadsReport sample() {
  ReportThread thread;
  thread.id = "t1";
  thread.kind = "quotation";
  thread.differs = {"wording", "via"};
  thread.confidence = 0.85;
  thread.articles = 2;
  thread.independent = 2;
  thread.credibility = 2;
  ReportMember first;
  first.article = "one";
  first.outlet = kHostileStyle;
  first.published = "2031-05-02T10:00:00Z";
  first.attribution = "a1";
  first.text = "“We shall never sell the quay,”\n{{style}} \x1b[31m";
  first.source = "Ana Ruiz";
  first.anchor = true;
  ReportMember second;
  second.article = "=HYPERLINK(\"x\")";
  second.text = "“never sell that quay, Ümit”";
  second.source = kHostileStyle;
  second.via = {"Port Ministry", kHostileStyle};
  second.medium = "statement";
  second.anonymous = true;
  second.changed = {{12, 16}, {23, 27}};
  thread.members = {first, second};
  return {.threads = {thread}, .articles = 2, .utterances = 9};
}

TEST(ThreadsJson, HasTheShapeOfTheDesign) {
  const auto json = nlohmann::json::parse(write_threads_json(sample()));
  ASSERT_EQ(json["threads"].size(), 1U);
  const auto& thread = json["threads"][0];
  EXPECT_EQ(thread["id"], "t1");
  EXPECT_EQ(thread["kind"], "quotation");
  EXPECT_EQ(thread["differs"], nlohmann::json({"wording", "via"}));
  const auto& member = thread["members"][1];
  for (const char* const key :
       {"article", "outlet", "published", "attribution", "text", "source", "via", "medium", "anonymous"})
    EXPECT_TRUE(member.contains(key)) << key;
  EXPECT_EQ(member["via"].size(), 2U);
  EXPECT_TRUE(member["outlet"].is_null());
  EXPECT_TRUE(member["anonymous"]);
  EXPECT_EQ(nlohmann::json::parse(write_threads_json({}))["threads"], nlohmann::json::array());
}

TEST(ThreadsHtml, EscapesAndAsksForNothing) {
  const std::string page = write_threads_html(sample());
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(page, HasSubstr("{{style}}")) << "an article is no template";
  EXPECT_THAT(page, HasSubstr("<mark class=\"m\">that</mark> quay, <mark class=\"m\">Ümit</mark>"));
  EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;"));
  for (const char* const outside : {"http:", "https:", "url(", "@import", " src="})
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  EXPECT_THAT(write_threads_html({}), HasSubstr("is in two articles"));
}

TEST(ThreadsHtml, ArticlesAreNamedAndLinked) {
  ThreadsReport report = sample();
  ReportMember& first = report.threads.front().members.front();
  first.title = "Quay <stays> public";
  first.url = "https://paper.example/one";
  report.threads.front().members.back().url = "javascript:alert(1)";
  std::string page = write_threads_html(report);
  EXPECT_THAT(page, HasSubstr("<a class=\"out\" href=\"https://paper.example/one\" rel=\"noopener noreferrer\">Quay "
                              "&lt;stays&gt; public</a>"));
  EXPECT_THAT(page, Not(HasSubstr("javascript:")));
  page =
      write_threads_html(report, {.up = "../", .page_of = [](Refers, const std::string& id) { return id + ".html"; }});
  EXPECT_THAT(page, HasSubstr("<a href=\"../one.html#a1\">Quay &lt;stays&gt; public</a>"));
}

TEST(ThreadsText, MarksChangedWordsAndHoldsBackControls) {
  const std::string plain = write_threads_text(sample());
  EXPECT_THAT(plain, HasSubstr("[that] quay, [Ümit]"));
  EXPECT_THAT(plain, HasSubstr("2031-05-02"));
  EXPECT_THAT(plain, HasSubstr("(anonymous) ← Port Ministry"));
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  const std::string coloured = write_threads_text(sample(), {.width = 60, .colour = true});
  EXPECT_THAT(coloured, HasSubstr("\x1b[4;33mthat\x1b[0m"));
  EXPECT_THAT(coloured, Not(HasSubstr("\x1b[31m")));
}

TEST(ThreadsCsv, IsSafeInASpreadsheet) {
  const std::string table = write_threads_csv(sample());
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 3);
  EXPECT_THAT(table, HasSubstr(",\"'=HYPERLINK(\"\"x\"\")\","));
  std::string row;
  const std::string cells[] = {"a,b", "say \"no\"", "-1", "two\nlines", "plain"};
  append_csv_row(row, cells);
  EXPECT_EQ(row, "\"a,b\",\"say \"\"no\"\"\",'-1,two lines,plain\r\n");
}

TEST(MarkedWords, EveryByteIsInOnePart) {
  const std::string text = "one twö three";
  for (const CodeSpans& spans :
       std::vector<CodeSpans>{{}, {{4, 7}}, {{0, 3}, {8, 13}}, {{5, 2}}, {{4, 900}}, {{4, 7}, {5, 8}}}) {
    std::string all;
    for (const MarkedPart& part : marked_parts(text, spans)) all += part.words;
    EXPECT_EQ(all, text);
  }
}

}  // namespace
}  // namespace hearsay
