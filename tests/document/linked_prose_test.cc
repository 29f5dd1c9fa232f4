// Sentences that are links, and links that are no sentences of the article; quotations set apart, who signs them, and
// those that only repeat it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "page_case.h"
#include "read_english.h"

namespace hearsay {
namespace {

#define LINKED "“Nobody asked us,” Mira Okoro said on Tuesday."

std::vector<std::string> body(const std::string& inner) {
  return body_of(
      read_english("<html><head><title>Ferry stops for a month</title></head><body><article><h1>Ferry stops for a "
                   "month</h1>" +
                       inner + "</article></body></html>",
                   "page.html"));
}

TEST(LinkedProse, StaysInItsArticle) {
  const std::string link = "<a href=/1>" LINKED "</a>";
  const std::vector<std::string> between = {P1, LINKED, P2, P3};
  EXPECT_EQ(body("<p>" P1 "</p><p>" + link + "</p><p>" P2 "</p><p>" P3 "</p>"), between);
  EXPECT_EQ(body("<p>" P1 "</p><div><p>" P2 "</p></div><p>" P3 "</p><p>" + link + "</p>"),
            (std::vector<std::string>{P1, P2, P3, LINKED}));
  EXPECT_EQ(body("<p>" + link + "</p>" BODY), (std::vector<std::string>{LINKED, P1, P2, P3}));
  EXPECT_EQ(body("<div>" P1 "</div><div>" + link + "</div><div>" P2 "</div><div>" P3 "</div>"), between);
  EXPECT_EQ(body("<p>" P1 "</p><p><a href=/1>“Nobody asked us,” Mira Okoro said</a> on Tuesday.</p><p>" P2 "</p><p>" P3
                 "</p>"),
            between);
  EXPECT_EQ(
      body("<p>" P1 "</p><p><a href=/1>“Nobody asked us,”</a> <a href=/2>Mira Okoro said on Tuesday.</a></p><p>" P2
           "</p><p>" P3 "</p>"),
      between);
}

TEST(LinkedProse, IsNoTeaser) {
  const std::vector<std::string> alone = kBody;
  for (const char* teaser :
       {"<p><a href=/1>Mill above the bay is sold to a family</a></p>",
        "<p><a href=/1>Is The Ferry Line At Its End?</a></p>",
        "<p><a href=/1>Read more: The mill above the bay is sold.</a></p>",
        "<p><a href=/1>The Old Mill Above The Bay Was Sold On Friday.</a></p>",
        "<ul><li><a href=/1>The mill was sold on Friday.</a></li></ul>",
        "<div class=related><p><a href=/1>The mill above the bay was sold on Friday.</a></p></div>",
        "<p><a href=/a>Ferries</a> <a href=/b>Harbours</a> <a href=/c>Islands and tides</a></p>"}) {
    EXPECT_EQ(body("<p>" P1 "</p>" + std::string(teaser) + "<p>" P2 "</p><p>" P3 "</p>"), alone) << teaser;
  }
}

#define WORDS "We knew of the cracks in March. Nobody listened to us."

TEST(BlockQuotations, AreSignedInOneWay) {
  const std::vector<std::string> wanted = {P1, P2, P3, WORDS, "— Ivo Marn, harbour master", (P1 " Again.")};
  const std::string behind = "<p>" P1 " Again.</p>";
  for (const char* quotation :
       {"<blockquote><p>" WORDS "</p><footer>— Ivo Marn, harbour master</footer></blockquote>",
        "<blockquote><p>" WORDS "</p><cite>Ivo Marn, harbour master</cite></blockquote>",
        "<blockquote><p>" WORDS " <cite>Ivo Marn, harbour master</cite></p></blockquote>",
        "<blockquote>" WORDS " — <cite>Ivo Marn, harbour master</cite></blockquote>",
        "<blockquote><p>" WORDS "</p><p class=quote-attribution>Ivo Marn, harbour master</p></blockquote>",
        "<blockquote><p>" WORDS "</p><span class=author>–Ivo Marn, harbour master</span></blockquote>",
        "<figure class=quote><blockquote>" WORDS
        "</blockquote><figcaption>— Ivo Marn, harbour master</figcaption></figure>"}) {
    EXPECT_EQ(body(BODY + std::string(quotation) + behind), wanted) << quotation;
  }
  // A title within what is said, and a picture.
  EXPECT_EQ(
      body(BODY "<blockquote>We knew of it from <cite>The Bay Post</cite>, and nobody listened to us.</blockquote>" +
           behind)[3],
      "We knew of it from The Bay Post, and nobody listened to us.");
  EXPECT_EQ(
      body(BODY
           "<figure><img src=1><figcaption>The ferry at its pier in Orlo on a quiet morning.</figcaption></figure>" +
           behind)
          .size(),
      4U);
}

TEST(BlockQuotations, ThatRepeatTheArticleAreLeftOut) {
  for (const char* repeated :
       {"<blockquote><p>We have no spare engine, and none can be had before June</p></blockquote>",
        "<blockquote>“We have no spare engine” <cite>Mira Okoro</cite></blockquote>",
        "<blockquote><p>We have no spare engine</p><footer>Mira Okoro</footer></blockquote>",
        ("<figure class=wp-block-pullquote><blockquote><p>We have no spare engine</p>"
         "<cite>Mira Okoro</cite></blockquote></figure>"),
        "<p class=pull-quote>We have no spare engine</p>"}) {
    EXPECT_EQ(body(repeated + std::string(BODY)), kBody) << repeated;
    EXPECT_EQ(body(BODY + std::string(repeated) + "<p>" P1 " Again.</p>").size(), 4U) << repeated;
  }
}

}  // namespace
}  // namespace hearsay
