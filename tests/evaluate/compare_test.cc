// The figures against the scorer that everybody else uses: on our own annotated articles by figures that it gave once,
// and, where it lies beside the checkout, by running it on spans marked at random.
#include "evaluate/compare.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <sstream>

#include "evaluate/annotated.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

/// As the scorer prints with --tsv: name, P, R, F1; at the end the alpha.
std::string rows_of(const Tally& tally) {
  std::string rows;
  for (const Figure& f : figures_of(tally)) {
    rows += fmt::format("{}\t{:.4f}\t{:.4f}\t{:.4f}\n", measured_name(f.measured), f.precision, f.recall, f.f1);
  }
  return rows + fmt::format("token alpha\t{:.4f}\n", token_alpha(tally));
}

TEST(Compare, GivesTheScorersFigures) {
  Tally tally;
  for (const auto& [stem, gold] : {std::pair{"ferry", "ferry"}, {"reef", "reef_0a9f"}, {"verdict", "verdict"}}) {
    tally += compare_files(read_text(kFixtures / "text" / (std::string(stem) + ".txt")),
                           read_text(kFixtures / "gold" / (std::string(gold) + ".ann")),
                           read_text(kFixtures / "predicted" / (std::string(stem) + ".ann")))
                 .tally;
  }
  EXPECT_EQ(tally.articles, 3U);
  EXPECT_EQ(rows_of(tally), read_text(kFixtures / "expected.tsv"));
}

// Letters, marks and white space of many kinds: words that join over hyphens and apostrophes, numbers that are no
// decimals, marks that combine, a zero-width space.
const char* const kPieces[] = {"word",      "two-part", "don’t",   "it's",   "½",    "x²",   "ſ",      "naïve",
                               "e\u0301te", "漢字",     "–",       "—",      "“",    "”",    "\"",     "''",
                               ",",         ".",        ":",       "a_b",    "\n",   "\n\n", "-",      "\u00a0",
                               "\u200b",    "३४",       "rock'n'", "😀",      "\r\n", "(x)",  "Ω",      "ab",
                               "c",         "d.e.",     "$5",      "\u2028", "№",    "Ⅳ",    "\u0903", "ʻokina"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }

  std::string text() {
    std::string words;
    for (std::uint32_t i = 0, count = 40 + below(60); i < count; ++i) {
      words += kPieces[below(std::size(kPieces))];
      if (below(4) != 0) words += ' ';
    }
    return words;
  }

  std::string ann(std::uint32_t points, std::uint32_t events, std::uint32_t discards) {
    std::string spans;
    std::string rows;
    std::uint32_t number = 0;
    const auto span = [&](const char* type, std::uint32_t longest) {
      std::string ranges;
      for (std::uint32_t i = 0, count = 1 + below(2); i < count; ++i) {
        const std::uint32_t begin = below(points - longest);
        ranges += fmt::format("{}{} {}", i == 0 ? "" : ";", begin, begin + 1 + below(longest));
      }
      spans += fmt::format("T{}\t{} {}\twords\n", ++number, type, ranges);
      return number;
    };
    for (std::uint32_t e = 1; e <= events; ++e) {
      std::string roles = fmt::format("Attribution:T{}", span("Attribution", 5));
      if (below(5) != 0) roles += fmt::format(" Source:T{}", span("Source", 12));
      if (below(12) != 0) roles += fmt::format(" Cue:T{}", span("Cue", 8));
      if (below(12) != 0) roles += fmt::format(" Content:T{}", span("Content", 60));
      if (below(6) == 0) roles += fmt::format(" Content2:T{}", span("Content", 30));
      rows += fmt::format("E{}\t{}\n", e, roles);
    }
    for (std::uint32_t d = 0; d < discards; ++d) span("Discard", 40);
    return spans + rows;
  }

 private:
  std::mt19937 engine_;
};

/// What a shell command prints, or "" where it fails.
std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  char buffer[4096];
  for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, count);
  return pclose(pipe) == 0 ? out : "";
}

TEST(Compare, AgreesWithTheScorerOnAnythingMarked) {
  const fs::path scorer = fs::path(HEARSAY_SOURCE_DIR) / ".." / "shared" / "eval" / "score_attributions.py";
  if (!fs::exists(scorer)) GTEST_SKIP() << "the scorer does not lie beside the checkout (../shared/eval)";
  if (std::system("python3 -c pass >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no python3 to run the scorer";
  const fs::path folder = fs::temp_directory_path() / fmt::format("hearsay_scorer_{}", std::random_device{}());
  for (const char* name : {"text", "gold", "predicted"}) fs::create_directories(folder / name);
  Random random(7);
  Tally tally;
  for (int article = 0; article < 60; ++article) {
    const std::string text = random.text();
    const auto points = static_cast<std::uint32_t>(PointText(text).points.size());
    const std::string gold = random.ann(points, random.below(12), random.below(3));
    // Every other article is predicted nearly as it is marked, so that ties and exact spans come up.
    const std::string predicted = article % 2 == 0 ? gold : random.ann(points, random.below(12), 0);
    const std::string stem = fmt::format("a{}", article);
    std::ofstream(folder / "text" / (stem + ".txt"), std::ios::binary) << text;
    std::ofstream(folder / "gold" / (stem + ".ann"), std::ios::binary) << gold;
    std::ofstream(folder / "predicted" / (stem + ".ann"), std::ios::binary) << predicted;
    tally += compare_files(text, gold, predicted).tally;
  }
  const std::string theirs =
      output_of(fmt::format("python3 '{}' '{}' '{}' '{}' --tsv", scorer.string(), (folder / "text").string(),
                            (folder / "gold").string(), (folder / "predicted").string()));
  fs::remove_all(folder);
  EXPECT_EQ(rows_of(tally), theirs);
}

TEST(Compare, PairsOneToOneTheBestFirst) {
  const std::string text = "Ana said that Ben said that it rained.";
  const std::string gold = "T1\tCue 4 8\tsaid\nT2\tContent 9 37\tx\nE1\tAttribution:T1 Cue:T1 Content:T2\n";
  const std::string predicted =
      "T1\tCue 4 13\tsaid that\nT2\tContent 14 37\tx\nE1\tAttribution:T1 Cue:T1 Content:T2\n"
      "T3\tCue 4 8\tsaid\nT4\tContent 9 37\tx\nE2\tAttribution:T3 Cue:T3 Content:T4\n";
  const Comparison comparison = compare_files(text, gold, predicted);
  EXPECT_EQ(comparison.gold[0].pair, 1U);
  EXPECT_FALSE(comparison.predicted[0].found());
  EXPECT_TRUE(comparison.predicted[1].full());
}

TEST(Compare, NothingIsNothing) {
  const Tally tally = compare_files("", "", "").tally;
  for (const Figure& figure : figures_of(tally)) EXPECT_EQ(figure.f1, 0) << measured_name(figure.measured);
  EXPECT_TRUE(token_alpha(tally) != token_alpha(tally));
}

TEST(Wilson, HoldsKnownIntervals) {
  EXPECT_NEAR(wilson(8, 10).low, 0.4902, 1e-4);
  EXPECT_NEAR(wilson(8, 10).high, 0.9433, 1e-4);
  EXPECT_NEAR(wilson(0, 10).high, 0.2775, 1e-4);
  EXPECT_EQ(wilson(0, 10).low, 0);
  EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(Standoff, ReportsWhatDoesNotFitAndReadsTheRest) {
  Diagnostics diagnostics;
  const Standoff standoff = parse_standoff(
      "T1\tCue 0 4\tsaid\nT2\tContent 5 99\tx\nT3\tSource\nT4\tCue 3 x;1 2\ty\nE1\tAttribution:T1 Cue:T1 Content2:T2 "
      "Source:T9\n"
      "#1\tAnnotatorNotes T1\tno\nE2\nTx\tCue 0 1\n",
      "a.ann", 10, diagnostics);
  ASSERT_EQ(diagnostics.size(), 4U);
  EXPECT_EQ(diagnostics[0].line, 2U);
  EXPECT_EQ(diagnostics[1].line, 3U);
  EXPECT_EQ(diagnostics[3].message, "an event that names a span that is not there");
  ASSERT_EQ(standoff.events.size(), 1U);
  EXPECT_EQ(standoff.events[0].roles.size(), 3U);
  EXPECT_EQ(standoff.events[0].roles[2].first, "Content");
}

TEST(Standoff, AnyBytesAreRead) {
  Diagnostics diagnostics;
  std::string bytes = "T1\tCue 0 4294967296\tx\nT2\tCue -1 2\tx\nT\t\nE1\t:\nE2\t::T1 ::\nE3\tA:T1 Cue:\n\r\n";
  bytes += '\0';
  for (int i = 0; i < 1000; ++i) bytes += "T5\tCue 9 1\n";
  const Standoff standoff = parse_standoff(bytes, "a.ann", 10, diagnostics);
  EXPECT_EQ(diagnostics.size(), 20U);  // the first twenty
  EXPECT_EQ(markings_of(standoff).all.size(), 0U);
}

}  // namespace
}  // namespace hearsay
