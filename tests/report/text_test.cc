// The terminal summary: it fits, it says the same without colours, nothing of the article steers the terminal.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "report/plain.h"
#include "report/sample_report.h"
#include "report/write_text.h"

namespace hearsay {
namespace {

using testing::sample_report;

TEST(WriteText, FitsTheWidth) {
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    std::istringstream lines(write_text(sample_report(), {.width = width}));
    for (std::string line; std::getline(lines, line);) {
      // A word longer than what is left cannot be broken: check ids, here.
      if (line.find(' ', line.find_first_not_of(' ')) == std::string::npos) continue;
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(WriteText, ColoursAddNothingToTheWords) {
  const Report report = sample_report();
  const std::string coloured = write_text(report, {.colour = true});
  EXPECT_NE(coloured, write_text(report));
  EXPECT_EQ(std::regex_replace(coloured, std::regex("\x1b\\[[0-9]+m"), ""), write_text(report));
}

TEST(WriteText, TheArticleCannotSteerTheTerminal) {
  Report report = sample_report();
  report.title = "\x1b]0;owned\x07 \x1b[2J";
  report.sources[0].name = "Ana\x1b[31m\nRuiz";
  report.findings[0].message = "a\rb\x9b";
  report.outlet = "\xE2\x80\xAEtelt\xC2\x9B";
  const std::string words = write_text(report);
  EXPECT_EQ(words.find('\x1b'), std::string::npos);
  EXPECT_EQ(words.find('\r'), std::string::npos);
  EXPECT_EQ(words.find('\x07'), std::string::npos);
  EXPECT_EQ(words.find("\xC2\x9B"), std::string::npos);
  EXPECT_EQ(words.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(WriteText, CountsWhatItLeavesOut) {
  Report report = sample_report();
  report.claims.clear();
  report.attributions.resize(1);
  report.attributions.resize(60, report.attributions[0]);
  EXPECT_NE(write_text(report).find("… and 20 more"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
