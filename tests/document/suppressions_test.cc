// Lines and comments that let findings stand: what is one, and that the article reads as if they were not there.
#include "document/suppressions.h"

#include <gtest/gtest.h>

#include "read_english.h"

namespace hearsay {
namespace {

struct Line {
  const char* line;
  const char* check;  // null: it is none
  const char* reason;
  bool article;
};

TEST(Suppression, Lines) {
  const Line lines[] = {
      {"[hearsay:ignore anon-bare she would lose her post]", "anon-bare", "she would lose her post", false},
      {"  <!-- hearsay:ignore anon-bare the desk knows -->  ", "anon-bare", "the desk knows", false},
      {"<!--hearsay:ignore-article late-attribution house style-->", "late-attribution", "house style", true},
      {"[hearsay:ignore anon-bare]", "anon-bare", "", false},
      {"[hearsay:ignore]", "", "", false},
      {"[hearsay:ignored anon-bare x]", nullptr, "", false},
      {"hearsay:ignore anon-bare x", nullptr, "", false},
      {"He wrote [hearsay:ignore anon-bare x]", nullptr, "", false},
      {"[sic]", nullptr, "", false},
      {"<!-->", nullptr, "", false},
      {"", nullptr, "", false},
  };
  for (const Line& line : lines) {
    const auto found = parse_suppression(line.line);
    ASSERT_EQ(found.has_value(), line.check != nullptr) << line.line;
    EXPECT_EQ(is_suppression(std::string_view(line.line).substr(std::min<std::size_t>(
                  std::string_view(line.line).find_first_not_of(' '), std::string_view(line.line).size()))),
              found.has_value());
    if (!found) continue;
    EXPECT_EQ(found->check, line.check);
    EXPECT_EQ(found->reason, line.reason);
    EXPECT_EQ(found->article, line.article);
  }
}

std::vector<std::pair<BlockKind, std::string>> article_of(const Document& document) {
  std::vector<std::pair<BlockKind, std::string>> blocks;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::boilerplate) continue;
    blocks.emplace_back(block.kind, document.text.substr(block.span.begin, block.span.size()));
  }
  return blocks;
}

TEST(Suppression, APlainTextReadsAsBefore) {
  const std::string_view with =
      "[hearsay:ignore-article no-byline-with-anon ours have none]\nDam holds through the night\n\nBy Lena Orsk\n"
      "<!-- hearsay:ignore anon-bare known -->\n\nThe dam held, engineers said.\n[hearsay:ignore anon-bare known]\n"
      "The water rose.\n";
  const std::string_view without =
      "Dam holds through the night\n\nBy Lena Orsk\n\nThe dam held, engineers said.\nThe water rose.\n";
  const Document marked = read_english(with, "a.txt");
  const Document plain = read_english(without, "a.txt");
  EXPECT_EQ(article_of(marked), article_of(plain));
  EXPECT_EQ(marked.title, plain.title);
  EXPECT_EQ(marked.byline, plain.byline);
  ASSERT_EQ(marked.suppressions.size(), 3U);
  EXPECT_TRUE(plain.suppressions.empty());
  std::uint32_t end = 0;
  for (const Block& block : marked.blocks) {
    EXPECT_GE(block.span.begin, end);  // in order, disjoint
    end = block.span.end;
  }
}

TEST(Suppression, WrappedParagraphsAreNotJoinedThroughOne) {
  const Document document = read_english(
      "The dam of Varn held through the night, engineers said on Monday\n[hearsay:ignore late-attribution known to "
      "us]\n"
      "afternoon, and the water will fall again before the weekend comes.\n",
      "a.txt");
  ASSERT_EQ(document.suppressions.size(), 1U);
  for (const Block& block : document.blocks) {
    const std::string words = document.text.substr(block.span.begin, block.span.size());
    EXPECT_EQ(words.find("hearsay:") != std::string::npos, block.kind == BlockKind::boilerplate) << words;
  }
}

TEST(Suppression, CommentsOfAPageStandBeforeTheWordsBehindThem) {
  const Document document = read_english(
      "<!DOCTYPE html><html><body><article><h1>Dam holds</h1><p>The dam of Varn held through the night, engineers "
      "said on Monday afternoon.</p><!-- hearsay:ignore anon-bare known --><div><p>The water &amp; the mud rose, "
      "farmers <b>said</b> on Tuesday, and nobody came.</p></div><!-- hearsay:ignore anon-bare late "
      "--></article></body></html>",
      "a.html");
  ASSERT_EQ(document.suppressions.size(), 2U);
  EXPECT_EQ(document.suppressions[0].span.begin, document.text.find("The water"));
  EXPECT_EQ(document.suppressions[1].span.begin, document.text.size());
  EXPECT_EQ(document.text.find("hearsay"), std::string::npos);
}

TEST(Suppression, MarkdownHasLinesAndComments) {
  const Document document = read_english(
      "---\ntitle: Dam holds\n---\n\n# Dam holds\n\n<!-- hearsay:ignore anon-bare known -->\nA source said the dam of "
      "Varn held through the night.\n\n[hearsay:ignore late-attribution house style]\n\nThe water rose, farmers said "
      "on "
      "Tuesday, and nobody came.\n",
      "a.md");
  ASSERT_EQ(document.format, "markdown");
  ASSERT_EQ(document.suppressions.size(), 2U);
  EXPECT_EQ(document.suppressions[0].span.begin, document.text.find("A source"));
  EXPECT_EQ(document.suppressions[1].check, "late-attribution");
  for (const Block& block : document.blocks) {
    const std::string words = document.text.substr(block.span.begin, block.span.size());
    EXPECT_EQ(words.find("hearsay:") != std::string::npos, block.kind == BlockKind::boilerplate) << words;
  }
}

TEST(Suppression, ManyAndBrokenOnesAreBounded) {
  std::string page = "<!DOCTYPE html><html><body><article><h1>Dam holds</h1>";
  for (int i = 0; i < 20000; ++i) page += "<!-- hearsay:ignore anon-bare x -->";
  page += "<p>The dam of Varn held through the night, engineers said.</p>";
  for (int i = 0; i < 20000; ++i) page += "hearsay:ignore ";
  EXPECT_LE(read_english(page, "a.html").suppressions.size(), 1000U);
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "[hearsay:ignore a b]\n";
  EXPECT_EQ(read_english(text, "a.txt").suppressions.size(), 50000U);
}

}  // namespace
}  // namespace hearsay
