// Kinds of page the web holds, a small one each, of invented matter: title, names, date, and body without what stands
// around it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "page_case.h"
#include "read_english.h"

namespace hearsay {
namespace {

std::vector<PageCase> kinds() {
  return {
      {"outlet behind the og:title, no h1",
       head("<title>Ferry stops for a month | News | The Bay Post</title>"
            "<meta property='og:title' content='Ferry stops for a month | The Bay Post'>") +
           "<div class=content>" BODY "</div>",
       "Ferry stops for a month", "", "", kBody},
      {"outlet before the title", head("<title>The Bay Post - Ferry stops for a month</title>") + "<div>" BODY "</div>",
       "Ferry stops for a month", "", "", kBody},
      {"the outlet as its host",
       "<html><head><title>Ferry stops for a month - BayPost.example</title>"
       "<link rel=canonical href='https://www.baypost.example/n/1'></head><body>" BODY,
       "Ferry stops for a month", "", "", kBody},
      {"a dash that is the headline's",
       head("<title>Ferry stops - and nobody knows why it took so long | The Bay Post</title>") + BODY,
       "Ferry stops - and nobody knows why it took so long", "", "", kBody},
      {"names and an office",
       head("<title>Ferry stops for a month</title>") + "<article><h1>Ferry stops for a month</h1><p class=byline>By "
                                                        "Ana Ruiz and Tomas Holm, Correspondents</p>" BODY,
       "Ferry stops for a month", "Ana Ruiz and Tomas Holm", "", kBody},
      {"relative dates beside the exact one",
       head("<title>Ferry stops for a month</title>") + "<article><h1>Ferry stops for a month</h1><time "
                                                        "datetime='2024-05-06T08:00:00+02:00'>3 hours ago</time>" BODY,
       "Ferry stops for a month", "", "2024-05-06T08:00:00+02:00", kBody},
      {"microdata alone",
       "<html><body><div itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop=headline>Ferry stops for a "
       "month</h2><span itemprop=author itemscope><span itemprop=name>Ana Ruiz</span></span><meta "
       "itemprop=datePublished content=2024-05-06><div itemprop=articleBody>" BODY "</div></div>",
       "Ferry stops for a month", "Ana Ruiz", "2024-05-06", kBody},
      {"lines broken twice in a table",
       "<html><head><title>Ferry stops for a month</title></head><body><table width=100%><tr><td width=120><a "
       "href=/a>Home</a><br><a href=/b>Weather</a><br><a href=/c>Tides</a></td><td><font size=5><b>Ferry stops for a "
       "month</b></font><br><br>" P1 "<br><br>" P2 "<br><br>" P3 "<br><br></td></tr></table>",
       "Ferry stops for a month", "", "", kBody},
      {"the body in JSON-LD only",
       head("<title>Ferry stops for a month</title><script type=application/ld+json>{\"@type\":\"NewsArticle\","
            "\"headline\":\"Ferry stops for a month\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ana Ruiz\"}],"
            "\"datePublished\":\"2024-05-06T08:00:00Z\",\"articleBody\":\"" P1 "\\n\\n" P2 "\\n\\n" P3 "\"}</script>") +
           "<div id=app></div>",
       "Ferry stops for a month", "Ana Ruiz", "2024-05-06T08:00:00Z", kBody},
      {"the body in the state of a script (Next.js)",
       head("<title>Ferry stops for a month</title>") +
           "<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"pageProps\":{\"nav\":[{"
           "\"label\":\"Home\"}],\"article\":{\"title\":\"Ferry stops for a month\",\"body\":[{\"type\":\"paragraph\","
           "\"text\":\"" P1 "\"},{\"type\":\"paragraph\",\"text\":\"" P2 "\"},{\"type\":\"paragraph\",\"text\":\"" P3
           "\"}]},\"related\":[{\"title\":\"Tides\",\"text\":\"Short.\"}]}}}</script>",
       "Ferry stops for a month", "", "", kBody},
      {"the body in the state of a script (Fusion)",
       head("<title>Ferry stops for a month</title>") +
           "<div id=fusion-app></div><script id=fusion-metadata "
           "type=application/javascript>window.Fusion=window.Fusion||"
           "{};Fusion.arcSite='bay';Fusion.globalContent={\"type\":\"story\",\"content_elements\":[{\"_id\":\"A\","
           "\"type\":\"text\",\"content\":\"" P1 "\"},{\"type\":\"image\",\"caption\":\"The ferry at its pier in the "
           "old harbour of Orlo, seen from the mill in "
           "spring.\"},{\"type\":\"text\",\"content\":\"" P2 "\"},{\"type\":\"text\",\"content\":\"" P3
           "\"}]};Fusion.spa=false;</script>",
       "Ferry stops for a month", "", "", kBody},
      {"several articles, one below the other",
       head("<title>Ferry stops for a month</title><link rel=canonical href='https://bay.example/1'>") +
           "<article><h1>Ferry stops for a month</h1>" BODY
           "</article><article><h1>Mill sold</h1><p>The old mill above the bay was sold on Friday to a family from the "
           "island, its owner said.</p><p>The price was not told.</p></article>",
       "Ferry stops for a month", "", "", kBody},
      {"a live blog",
       head("<title>Storm in the bay: live</title><script type=application/ld+json>{\"@type\":\"LiveBlogPosting\","
            "\"headline\":\"Storm in the bay: live\",\"datePublished\":\"2024-05-06\"}</script>") +
           "<main><h1>Storm in the bay: live</h1><div class=entry><h3>10:40</h3><p>" P1
           "</p></div><div class=entry><h3>10:20</h3><p>" P2 "</p></div><div class=entry><p>" P3 "</p></div></main>",
       "Storm in the bay: live",
       "",
       "2024-05-06",
       {P1, "10:20", P2, P3}},
      {"an AMP page",
       "<html amp lang=en><head><title>Ferry stops for a month</title></head><body><amp-sidebar><ul><li><a "
       "href=/a>Home</a></li></ul></amp-sidebar><article><h1>Ferry stops for a month</h1><amp-img "
       "src=a.jpg></amp-img><p>" P1 "</p><amp-ad></amp-ad><p>" P2 "</p><amp-embed></amp-embed><p>" P3 "</p></article>",
       "Ferry stops for a month", "", "", kBody},
      {"a stub before a paywall",
       head("<title>Ferry stops for a month</title>") + "<article><h1>Ferry stops for a month</h1><p>" P1
                                                        "</p><div class=paywall-prompt><h2>Subscribe to read "
                                                        "on</h2><p>Get a whole year of The Bay Post for the price "
                                                        "of a ferry ticket, every day.</p></div></article>",
       "Ferry stops for a month",
       "",
       "",
       {P1}},
      {"a gallery with captions",
       head("<title>Ferry stops for a month</title>") +
           "<article><h1>Ferry stops for a month</h1>" BODY
           "<div class=gallery><figure><img src=1><figcaption>The ferry at its pier in Orlo on a quiet morning last "
           "week.</figcaption></figure></div></article>",
       "Ferry stops for a month", "", "", kBody},
      {"related, newsletter, comments",
       head("<title>Ferry stops for a month</title>") +
           "<article><h1>Ferry stops for a month</h1><p>" P1
           "</p><aside><h3>Related</h3><p>The mill above the bay was sold to a family from the island last Friday.</p>"
           "</aside><p>" P2 "</p><div class=newsletter-signup><p>Sign up to our newsletter and never miss what the "
           "tide brings in.</p></div>"
           "<p>" P3
           "</p></article><section id=comments><p>I have been waiting for that ferry since 1987 and it never once came "
           "on time.</p></section>",
       "Ferry stops for a month", "", "", kBody},
      {"a pull quote that repeats the body",
       head("<title>Ferry stops for a month</title>") + "<article><h1>Ferry stops for a month</h1><p>" P1 "</p><p>" P2
                                                        "</p><blockquote class=pull-quote>We have no spare engine, and "
                                                        "none can be had before June</blockquote><p>" P3
                                                        "</p></article>",
       "Ferry stops for a month", "", "", kBody},
      {"Blogger",
       "<html><head><title>Bay Notes: Ferry stops for a month</title><meta property=og:title content='Ferry stops for "
       "a "
       "month'></head><body><div class='post hentry'><h3 class='post-title entry-title'><a href=/1>Ferry stops for a "
       "month</a></h3><div class='post-body entry-content'>" P1 "<br><br>" P2 "<br><br>" P3
       "</div><div class=post-footer>Posted by Ana at 10:00</div></div><div class=sidebar><ul><li><a "
       "href=/2>2019</a></li></ul></div>",
       "Ferry stops for a month", "", "", kBody},
      {"WordPress",
       "<html><head><title>Ferry stops for a month &#8211; Bay Notes</title><meta property=og:site_name content='Bay "
       "Notes'></head><body><article class='post type-post'><header class=entry-header><h1 class=entry-title>Ferry "
       "stops "
       "for a month</h1><div class=entry-meta><span class=byline> by <span class='author vcard'><a class=url "
       "rel=author href=/a>Ana Ruiz</a></span></span> <time class='entry-date published' "
       "datetime='2024-05-06T10:00:00+00:00'>May 6, 2024</time></div></header><div class=entry-content>" BODY
       "<div class=sharedaddy><h3>Share this:</h3><ul><li><a href=#>X</a></li></ul></div></div></article><div "
       "id=comments class=comments-area><h2>2 thoughts</h2><p>What a shame, I liked that boat and its captain very "
       "much.</p></div>",
       "Ferry stops for a month", "Ana Ruiz", "2024-05-06T10:00:00+00:00", kBody},
      {"a print view",
       "<html><head><title>Ferry stops for a month</title></head><body onload=print()><p>Printed from: "
       "https://bay.example/1</p><h1>Ferry stops for a month</h1><p>By Ana Ruiz</p>" BODY "<p>© The Bay Post</p>",
       "Ferry stops for a month", "Ana Ruiz", "", kBody},
      {"no English",
       "<html lang=de><head><title>Fähre fällt einen Monat aus | Bucht-Blatt</title><meta property=og:site_name "
       "content='Bucht-Blatt'></head><body><article><h1>Fähre fällt einen Monat aus</h1><p>Die Fähre zwischen Orlo und "
       "Tarn fällt einen Monat lang aus, sagte das Hafenamt am Montag.</p><p>„Wir haben keine Ersatzmaschine“, sagte "
       "Direktorin Mira Okoro den wartenden Fahrgästen.</p></article>",
       "Fähre fällt einen Monat aus",
       "",
       "",
       {"Die Fähre zwischen Orlo und Tarn fällt einen Monat lang aus, sagte das Hafenamt am Montag.",
        "„Wir haben keine Ersatzmaschine“, sagte Direktorin Mira Okoro den wartenden Fahrgästen."}},
  };
}

TEST(PageKinds, AreReadAsTheirReadersReadThem) {
  for (const PageCase& c : kinds()) {
    SCOPED_TRACE(c.name);
    const Document document = read_english(c.page, "page.html");
    EXPECT_EQ(document.title, c.title);
    EXPECT_EQ(document.byline, c.byline);
    EXPECT_EQ(document.published, c.published);
    EXPECT_EQ(body_of(document), c.body);
  }
}

TEST(PageKinds, LinksStayOnTheirWords) {
  const Document document = read_english(
      head("<title>Ferry</title><link rel=canonical href='https://bay.example/news/1'>") +
          "<article><h1>Ferry stops</h1><p>The board <a href='/report.pdf'>published its report</a> on the engines on "
          "Monday, after a year.</p>" BODY,
      "page.html");
  ASSERT_EQ(document.links.size(), 1U);
  const Link& link = document.links.front();
  EXPECT_EQ(document.text.substr(link.span.begin, link.span.size()), "published its report");
  EXPECT_EQ(link.href, "https://bay.example/report.pdf");
}

}  // namespace
}  // namespace hearsay
