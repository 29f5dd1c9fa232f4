// Texts made to be slow or to break something: time and memory grow with the text, and nothing throws.
#include <gtest/gtest.h>

#include <string>

#include "compare/align.h"
#include "compare/compared.h"
#include "processor_time.h"
#include "report/changes/write_changes.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

/// A report of one block, as no reader would make it: comparing is what is measured.
Report bare(std::string text) {
  Report report;
  report.language = "en";
  report.text = std::move(text);
  report.blocks.push_back({.span = {0, TextIndex(report.text).size()}, .kind = "paragraph"});
  return report;
}

std::string repeated(const std::string& words, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += words;
  return text;
}

double seconds(const std::string& older, const std::string& newer) {
  const double begin = processor_seconds();
  (void)compare_reports(bare(older), bare(newer));
  return processor_seconds() - begin;
}

TEST(Hostile, TwoMegabytesOfOneWord) {
  const std::string text = repeated("dam ", 2U << 20U);
  EXPECT_TRUE(compare_reports(bare(text), bare(text)).changes.empty());
  EXPECT_TRUE(compare_reports(bare(text), bare(text.substr(0, text.size() / 2))).changes.empty());
}

// Four times the text may take no more than ten times as long: what is squared takes sixteen.
TEST(Hostile, TimeGrowsWithTheText) {
  for (const char* words :
       {"a b ", "said he said ", "“a ", "a. B ", "the wall fell, she said. He said no. ", "( [ ‘x ’"}) {
    const std::size_t n = 200'000;
    const auto time = [&](std::size_t bytes) {
      return seconds(repeated(words, bytes), "x " + repeated(std::string(words) + "y ", bytes));
    };
    const double one = time(n), two = time(2 * n), four = time(4 * n);
    EXPECT_LT(four, 10 * one + 0.5) << words << ": " << one << " " << two << " " << four;
  }
}

TEST(Hostile, NothingBreaks) {
  const std::string texts[] = {"",    " ",  "“",  "”",  "’",      ".", "\xFF\xFE", "a",
                               "Mr.", "“a", "a”", "1,", "1,000.", "–", "U.S.",     "\xE2\x80"};
  for (const std::string& one : texts) {
    for (const std::string& other : texts) {
      const VersionChanges changes = compare_reports(bare(one), bare(other));
      EXPECT_FALSE(write_changes_text(changes).empty());
      EXPECT_FALSE(write_changes_json(changes).empty());
      EXPECT_FALSE(write_changes_html(changes).empty());
    }
  }
  // Spans that lie beyond the text, ids that name nothing.
  Report broken = bare("The wall fell, she said.");
  broken.blocks.push_back({.span = {90, 5}, .kind = "paragraph"});
  broken.blocks.push_back({.span = {5000, 9000}, .kind = "paragraph"});
  broken.attributions.push_back({.id = "x",
                                 .source = "nobody",
                                 .source_span = {{900, 2}},
                                 .cue = {{7, 3}},
                                 .content = {{0, 99999}},
                                 .via = {"s"}});
  EXPECT_FALSE(write_changes_html(compare_reports(broken, bare("The wall fell."))).empty());
}

TEST(Hostile, NothingBecomesMarkup) {
  const std::string older = "Title <script>alert(1)</script>\n\n“<b>One</b> & two,” said Ana Ruiz of \x1B[31mOrlo.\n";
  const std::string newer = "Title </td><img src=x>\n\n“<b>One</b> & three,” said Ana Ruiz of Orlo.\n";
  const VersionChanges changes = compare_texts(older, newer);
  const std::string page = write_changes_html(changes);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("<b>One"), std::string::npos);
  EXPECT_EQ(write_changes_text(changes).find('\x1B'), std::string::npos);
}

}  // namespace
}  // namespace hearsay
