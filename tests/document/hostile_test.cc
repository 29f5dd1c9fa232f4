// Input that breaks readers: depth, unclosed elements, attributes, entities. Each must end soon and hold its text.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "document/html/html_clean.h"
#include "document/times.h"
#include "document/wire/split_items.h"
#include "processor_time.h"
#include "read_english.h"

namespace hearsay {
namespace {

constexpr const char* kParagraph =
    "<p>The bridge at Orlo was closed on Monday after a lorry hit a pillar, the council said.</p>";
constexpr const char* kWords = "The bridge at Orlo was closed";

TEST(Hostile, PagesEndSoonAndKeepTheirText) {
  struct Case {
    const char* name;
    std::string page;
  };
  const Case cases[] = {
      {"100,000 deep", "<html><body>" + times("<div>", 100'000) + kParagraph},
      {"200,000 <b>", "<html><body>" + times("<b>", 200'000) + kParagraph},
      {"unclosed elements", "<html><body>" + times("<section><ul><li>x<em>", 30'000) + kParagraph},
      {"many attributes", "<html><body><div " + times("data-x=1 ", 200'000) + "class=a>" + kParagraph},
      {"huge attribute", "<html><body><div class='" + times("x ", 2'000'000) + "'>" + kParagraph},
      {"entity soup",
       "<html><body>" + std::string(kParagraph) + "<p>" + times("&amp;&#x26;&nosuch;&#99999999;&", 20'000)},
      {"scripts without end", "<html><body>" + std::string(kParagraph) + times("<script><!--", 50'000)},
      {"frames without end", "<html><body>" + std::string(kParagraph) + times("<iframe><video><svg>", 50'000)},
      {"deep JSON-LD",
       "<html><body><script type='application/ld+json'>" + times("[", 500'000) + "</script>" + kParagraph},
      {"tables in tables", "<html><body>" + times("<table><tr><td>x", 20'000) + kParagraph},
      {"title without end", "<html><head>" + std::string(kParagraph) + "<title>a" + times("é", 20'000)},
      {"null bytes", "<html><body>" + std::string(3, '\0') + kParagraph + std::string(3, '\0') + kParagraph},
      {"an encoding that lies",
       "<html><head><meta charset=utf-16le></head><body><p>Caf\xc3\xa9</p>" + std::string(kParagraph)},
      {"state that never closes",
       "<html><body>" + std::string(kParagraph) + "<script>x=" + times("={\"a\":[", 300'000) + "</script>"},
      {"state with many beginnings",
       "<html><body>" + std::string(kParagraph) + "<script>" + times("a={b};", 500'000) + "</script>"},
      {"posts in posts", "<html><body>" + std::string(kParagraph) + times("<blockquote class=twitter-tweet>", 30'000)},
      {"titles without end", "<html><body>" + std::string(kParagraph) + times("<article><h1>x", 30'000)},
      {"cards without end",
       "<html><body>" + times(kParagraph, 2) +
           times("<div><h3><a href=/>A linked headline</a></h3><p>A line of summary that tells at length "
                 "what it is about.</p></div>",
                 20'000)},
      {"headings of boxes", "<html><body>" + times("<h3>Related</h3><p>" + std::string(kParagraph) + "</p>", 20'000)},
      {"skipped and never reached",
       "<html><body><article>" + std::string(kParagraph) + "</article>" + times("<div>skip past x</div>", 40'000)},
      {"marks escaped twice", "<html><body>" + std::string(kParagraph) + times("<span>a &amp;amp; b</span>", 40'000)},
      {"dates that are none",
       "<html><body><h1>x</h1>" + std::string(kParagraph) + times("<p>1.1.1.1 12 de 3年</p>", 40'000)},
      {"prose in elements that hold one another",
       "<html><body>" + times("<div class=a><div>", 200) + times(kParagraph, 2000)},
      {"end tags of nothing", "<html><body>" + times("</div></p></b></table>", 100'000) + kParagraph},
  };
  for (const Case& c : cases) {
    const double begin = processor_seconds();
    const Document document = read_english(c.page, "x.html");
    EXPECT_LT(processor_seconds() - begin, 20.0) << c.name;  // a hang, not a slow machine
    EXPECT_NE(document.text.find(kWords), std::string::npos) << c.name;
    EXPECT_TRUE(is_valid_utf8(document.text) && is_valid_utf8(document.title)) << c.name;
  }
}

TEST(Hostile, LineEndsOfAnyMixEndSoon) {
  const std::string lines[] = {times("a b\r", 400'000) + "\n", times("a b\n", 400'000) + "\r", times("a\r\n", 400'000)};
  for (const std::string& text : lines) {
    const double begin = processor_seconds();
    const Document document = read_english(text, "x.txt");
    EXPECT_LT(processor_seconds() - begin, 20.0);  // a hang, not a slow machine
    EXPECT_FALSE(document.blocks.empty());
  }
}

TEST(Hostile, ExportsAreCutSoon) {
  const std::string article = "<div class=\"article enArticle\"><p class=\"articleParagraph\">";
  const std::string exports[] = {
      "1 of 9 DOCUMENTS\n" + times("x DOCUMENT", 2'000'000),
      times("<p>1 of 9 DOCUMENTS", 200'000),
      times(article, 100'000) + kWords,
      article + times("<div><div><span class=Headline>", 50'000) + "</span>" + kWords,
  };
  for (const std::string& text : exports) {
    const double begin = processor_seconds();
    const ItemList list = split_items(text, "x", english_page_words());
    ASSERT_FALSE(list.items.empty());
    const Document document = read_english(list.items.back(), "x:1");
    EXPECT_LT(processor_seconds() - begin, 20.0);  // a hang, not a slow machine
    EXPECT_TRUE(is_valid_utf8(document.text));
  }
}

TEST(Hostile, CleaningBoundsDepth) {
  const CleanPage page = clean_html(times("<div>", 5000), 100);
  std::size_t open = 0;
  for (std::size_t at = page.html.find("<div"); at != std::string::npos; at = page.html.find("<div", at + 1)) ++open;
  EXPECT_EQ(open, 100U);
}

TEST(Hostile, TextsEndSoon) {
  for (const std::string& text :
       {times("a\n", 200'000), times("a\n\n", 200'000) + times("COMMENTS\n", 500), times("*", 500'000),
        times("*a\n", 200'000), times("A: ", 200'000), times("ORLO: hello\n", 50'000), times("\r", 300'000) + "x",
        times("\xf0\x9f", 100'000)}) {
    const Document document = read_english(text, "x.txt");
    EXPECT_TRUE(is_valid_utf8(document.text));
  }
}

}  // namespace
}  // namespace hearsay
