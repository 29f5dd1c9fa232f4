// How publishing systems set a news page: where each puts headline, names, date and paragraphs, and what it puts
// between.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "page_case.h"
#include "read_english.h"

namespace hearsay {
namespace {

#define TITLED "<title>" TITLE " | The Bay Post</title>"
#define HEADED "<h1>" TITLE "</h1>"

std::string ld(std::string_view rest) {
  return head(std::string(TITLED "<script type=application/ld+json>{\"@context\":\"https://schema.org\",") +
              std::string(rest) + "}</script>");
}

std::vector<PageCase> systems() {
  return {
      {"block theme: date and names without a class of their own",
       head(TITLED) +
           "<main class=wp-block-group><div class=wp-block-post-date><time datetime='2024-03-12T10:22:00+01:00'><a "
           "href=/1>12 March 2024</a></time></div><h1 class=wp-block-post-title>" TITLE
           "</h1><div class=wp-block-post-author-name><a href=/author/ana>Ana Ruiz</a></div><div "
           "class='entry-content wp-block-post-content'>" BODY
           "</div><div class='wp-block-post-terms'><a href=/t>Ferries</a>, <a href=/t>Orlo</a></div></main>",
       TITLE, "Ana Ruiz", "2024-03-12T10:22:00+01:00", kBody},
      {"graph with references (Yoast)",
       ld("\"@graph\":[{\"@type\":\"Article\",\"headline\":\"" TITLE
          "\",\"author\":{\"name\":\"Ana Ruiz\",\"@id\":\"#p\"},\"datePublished\":\"2024-03-12T09:22:00+00:00\","
          "\"isPartOf\":{\"@id\":\"#w\"}},{\"@type\":\"WebPage\",\"@id\":\"#w\",\"name\":\"" TITLE
          " | The Bay Post\"},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ana Ruiz\"}]") +
           "<article>" HEADED BODY "</article>",
       TITLE, "Ana Ruiz", "2024-03-12T09:22:00+00:00", kBody},
      {"names in parts",
       ld("\"@type\":\"NewsArticle\",\"headline\":\"" TITLE
          "\",\"author\":[{\"@type\":\"Person\",\"givenName\":\"Ana\",\"familyName\":\"Ruiz\"},{\"@type\":\"Person\","
          "\"givenName\":\"Tomas\",\"familyName\":\"Holm\"}],\"datePublished\":\"2024-03-12\"") +
           "<article>" HEADED BODY "</article>",
       TITLE, "Ana Ruiz and Tomas Holm", "2024-03-12", kBody},
      {"the outlet as author, a person above the text",
       ld("\"@type\":\"NewsArticle\",\"headline\":\"" TITLE
          "\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Bay Post\"},\"datePublished\":\"2024-03-12\"") +
           "<article>" HEADED "<div class=c-x>By Ana Ruiz</div>" BODY "</article>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
      {"the outlet as author, nobody else",
       ld("\"@type\":\"NewsArticle\",\"headline\":\"" TITLE
          "\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Bay Post\"},\"datePublished\":\"2024-03-12\"") +
           "<article>" HEADED BODY "</article>",
       TITLE, "The Bay Post", "2024-03-12", kBody},
      {"a desk signs",
       ld("\"@type\":\"NewsArticle\",\"headline\":\"" TITLE
          "\",\"author\":{\"@type\":\"Person\",\"name\":\"Staff Reporter\"},\"datePublished\":\"2024-03-12\"") +
           "<article>" HEADED BODY "</article>",
       TITLE, "Staff Reporter", "2024-03-12", kBody},
      {"address of a profile as author, name in print",
       head(TITLED "<meta property='article:author' content='https://social.example/anaruiz'>") +
           "<article>" HEADED "<address>By <a href=/ana>Ana Ruiz</a></address>" BODY "</article>",
       TITLE, "Ana Ruiz", "", kBody},
      {"day before month, published before updated",
       head(TITLED) +
           "<article>" HEADED
           "<p>By Ana Ruiz</p><p>Published 12 March 2024 at 10:22 Updated 14 March 2024 at 8:00</p>" +
           BODY + "</article>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
      {"updated before published",
       head(TITLED) + "<article>" HEADED "<p>Updated: March 14, 2024 8:00 am | Published: March 12, 2024 10:22 am</p>" +
           BODY + "</article>",
       TITLE, "", "2024-03-12", kBody},
      {"a date in figures with dots",
       "<html lang=de><head>" TITLED "</head><body><article>" HEADED
       "<span class=datum>12.03.2024, 10:22 Uhr</span><div>Von Ana "
       "Ruiz und Tomas Holm</div>" BODY "</article>",
       TITLE, "Ana Ruiz and Tomas Holm", "2024-03-12", kBody},
      {"French",
       "<html lang=fr-FR><head>" TITLED "</head><body><article>" HEADED
       "<p>Par Ana Ruiz</p><p>Publié le 12 mars 2024 à 10h22</p>" BODY "</article>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
      {"Spanish",
       "<html lang=es><head>" TITLED "</head><body><article>" HEADED
       "<p>Por Ana Ruiz</p><p>12 de marzo de 2024</p>" BODY "</article>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
      {"milliseconds since 1970 in a meta element",
       head(TITLED "<meta name=publish-date content=1710235320000>") + "<article>" HEADED BODY "</article>", TITLE, "",
       "2024-03-12T09:22:00Z", kBody},
      {"a date as C prints it",
       head(TITLED "<meta name=date content='Tue Mar 12 09:22:00 UTC 2024'>") + "<article>" HEADED BODY "</article>",
       TITLE, "", "2024-03-12", kBody},
      {"times of other stories before that of this one",
       head(TITLED) + "<div class=latest><a href=/2>Mill sold</a> <time datetime='2024-03-15T08:00Z'>1 h "
                      "ago</time></div><article>" HEADED "<time datetime='2024-03-12T09:22:00Z'>12 March</time>" BODY
                      "</article>",
       TITLE, "", "2024-03-12T09:22:00Z", kBody},
      {"a heading of the outlet, the headline below it",
       "<html><head><meta property=og:site_name content='The Bay Post'><title>" TITLE
       " - The Bay Post</title></head><body><h1>The Bay Post</h1><div><h2>" TITLE "</h2>" BODY "</div>",
       TITLE, "", "", kBody},
      {"headline cut for search engines",
       ld("\"@type\":\"NewsArticle\",\"headline\":\"Ferry between Orlo and Tarn stops for a month as no spare engine "
          "can "
          "be...\",\"datePublished\":\"2024-03-12\"") +
           "<article><h1>Ferry between Orlo and Tarn stops for a month as no spare engine can be had</h1>" BODY
           "</article>",
       "Ferry between Orlo and Tarn stops for a month as no spare engine can be had", "", "2024-03-12", kBody},
      {"paragraphs for subscribers, each in an element of its own",
       head(TITLED) + "<article>" HEADED "<div class=subscriber-preview><p>" P1
                      "</p></div><div class='subscriber-only'><p>" P2 " " P3 " " P2
                      "</p></div><div class=subscriber-only><p>" P3 " " P2 "</p></div></article>",
       TITLE,
       "",
       "",
       {P1, P2 " " P3 " " P2, P3 " " P2}},
      {"a box of links in the text",
       head(TITLED) + "<article>" HEADED "<div class=body><p>" P1
                      "</p><h3>Related stories</h3><ul><li><a href=/2>The mill above the bay "
                      "is sold to a family</a></li></ul><p>" P2 " " P3 "</p><p>" P3 "</p></div></article>",
       TITLE,
       "",
       "",
       {P1, P2 " " P3, P3}},
      {"teasers below",
       head(TITLED) +
           "<div id=page><div id=main>" HEADED "<div class=x>" BODY "<p>" P1 P2 "</p><p>" P2 P3
           "</p></div><div class=y><h4><a href=/2>Mill "
           "above the bay is sold</a></h4><p>The old mill was sold on Friday, its owner said. <a href=/2>More about "
           "the mill above the bay</a></p><h4><a href=/3>Tide was higher than ever</a></h4><p>The tide came up to the "
           "market on Sunday. <a href=/3>More about the tide and the market</a></p></div></div></div>",
       TITLE,
       "",
       "",
       {P1, P2, P3, (P1 P2), (P2 P3)}},
      {"the whole page in a form, lines broken twice",
       head(TITLED) + "<form id=aspnetForm action=/><div class='page with-sidebar'><h1>" TITLE "</h1><div class=txt>" P1
                      "<br><br>" P2 "<br><br>" P3 "<br><br>" P2 " " P1 "</div></div></form>",
       TITLE,
       "",
       "",
       {P1, P2, P3, P2 " " P1}},
      {"a section without paragraphs",
       head(TITLED) + "<article>" HEADED "<section><div>" P1 "</div><div>" P2 "</div><div>" P3
                      "</div></section></article>",
       TITLE, "", "", kBody},
      {"key points, subheads and lists that are the body",
       head(TITLED) +
           "<article>" HEADED
           "<div class=KeyPoints><ul><li>No ferry between the two towns until the end of June.</li></ul></div>"
           "<p>" P1 "</p><h2>What it means</h2><ul><li>" P2 "</li></ul><p>" P3 "</p></article>",
       TITLE,
       "",
       "",
       {"No ferry between the two towns until the end of June.", P1, "What it means", P2, P3}},
      {"widgets of recommended pages, breadcrumb, tags",
       head(TITLED) + "<div class=breadcrumbs><a href=/>Home</a> <a href=/n>News</a></div><article>" HEADED BODY
                      "<div id=taboola-below><p>You will not believe what this ferry captain found below deck last "
                      "week.</p></div><ul class=tags><li><a href=/t>Orlo</a></li></ul></article>",
       TITLE, "", "", kBody},
      {"names in capitals in a meta element",
       head(TITLED "<meta name=author content='ANA RUIZ'>") + "<article>" HEADED BODY "</article>", TITLE, "ANA RUIZ",
       "", kBody},
      {"written by, for cards",
       head(TITLED "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ana Ruiz'>") +
           "<article>" HEADED BODY "</article>",
       TITLE, "Ana Ruiz", "", kBody},
      {"text in JSON-LD behind a wall",
       ld("\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,\"headline\":\"" TITLE
          "\",\"datePublished\":\"2024-03-12\",\"articleBody\":\"" P1 "\\n" P2 "\\n" P3 "\"") +
           "<article>" HEADED "<p>" P1 "</p></article>",
       TITLE, "", "2024-03-12", kBody},
      {"a dialogue that opens with the page",
       head(TITLED) + "<div role=dialog><p>We and our 812 partners store information on your device, as we tell in our "
                      "policy.</p></div><article>" HEADED BODY "</article>",
       TITLE, "", "", kBody},
      {"questions and answers",
       head(TITLED) + "<article>" HEADED "<p>" P1 "</p><p>Why so long?</p><p>" P2 "</p><p>And the buses?</p><p>" P3
                      "</p></article>",
       TITLE,
       "",
       "",
       {P1, "Why so long?", P2, "And the buses?", P3}},
      {"a heading that only sounds like a box",
       head(TITLED) + "<article>" HEADED "<p>" P1 "</p><h3>Related troubles</h3><p>" P2 " " P3 "</p><p>" P3
                      "</p></article>",
       TITLE,
       "",
       "",
       {P1, P2 " " P3, P3}},
      {"a publisher of another name than the site, on a host without its article",
       "<html><head><link rel=canonical href='https://www.baypost.example/1'><title>" TITLE
       " | The Bay Post</title><meta "
       "property=og:title content='" TITLE
       " - The Bay Post'><script type=application/ld+json>{\"@type\":\"NewsArticle\","
       "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Orlo Media Group\"}}</script></head><body><article>" BODY,
       TITLE, "", "", kBody},
      {"the section before the headline",
       head("<meta property='og:title' content='Opinion | The ferry that stops for a month'>") +
           "<article><h1>The ferry that stops for a month</h1>" BODY "</article>",
       "The ferry that stops for a month", "", "", kBody},
      {"places, papers and addresses behind names",
       head(TITLED
            "<meta name=author content='By Ana Ruiz in Orlo and Tomas Holm, Jr.; Eva Lind for The Bay Post; Ivo Brandt "
            "ivo@post.example'>") +
           "<article>" HEADED BODY "</article>",
       TITLE, "Ana Ruiz, Tomas Holm Jr., Eva Lind and Ivo Brandt", "", kBody},
      {"cards of other articles",
       head(TITLED) +
           "<main><article>" HEADED BODY BODY "</article><section><h2>Elsewhere</h2>"
           "<div class=card><h3><a href=/2>Mill above the bay is sold</a></h3><p>A family from the island buys it, its "
           "owner said.</p></div>"
           "<div class=card><h3><a href=/3>Tide was higher than ever</a></h3><p>It came up to the market on Sunday, at "
           "noon.</p></div>"
           "<div class=card><h3><a href=/4>School gets a new roof</a></h3><p>The old one had let in the rain for many "
           "years.</p></div></section></main>",
       TITLE,
       "",
       "",
       {P1, P2, P3, P1, P2, P3}},
      {"cards below a heading that says so, each with a heading",
       head(TITLED) +
           "<main>" HEADED BODY
           "<section><h2>More in News</h2><div><h3>Mill is sold</h3><p>A family from the island buys "
           "the old mill above the bay, its owner said.</p></div><div><h3>Tide</h3><p>It came up to the market on "
           "Sunday, at noon, higher than ever before.</p></div></section></main>",
       TITLE, "", "", kBody},
      {"a box above the text",
       head(TITLED) + "<main>" HEADED "<p>" P1
                      "</p><h3>Related</h3><ul><li><a href=/2>Mill is sold</a></li></ul><div><p>" P2 "</p><p>" P3
                      "</p><h2>Buses</h2><p>" P1 P3 "</p><p>" P2 P1 "</p></div></main>",
       TITLE,
       "",
       "",
       {P1, P2, P3, "Buses", (P1 P3), (P2 P1)}},
      {"a part to skip past",
       head(TITLED) +
           "<article>" HEADED "<p>" P1
           "</p><x-island><a href=#after>skip past newsletter promotion</a><div><p>Our letter "
           "of the morning tells what matters in the bay today.</p></div><p>after newsletter promotion</p></x-island>"
           "<p>" P2 "</p><p>" P3 "</p></article>",
       TITLE, "", "", kBody},
      {"a linked name and an office",
       head(TITLED) + "<article>" HEADED
                      "<p class=vcard><a href=/author/ana-ruiz>Ana Ruiz</a> Senior Harbour Correspondent</p>" BODY
                      "</article>",
       TITLE, "Ana Ruiz", "", kBody},
      {"a name, a day and an hour",
       head(TITLED) + "<article>" HEADED
                      "<p class=entry__byline>By <a href=/users/ana>Ana Maria Ruiz</a> on Mar 12, 2024 at "
                      "11:30a</p>" BODY "</article>",
       TITLE, "Ana Maria Ruiz", "2024-03-12", kBody},
      {"names and date in one line",
       head(TITLED) + "<table><tr><td><h2>" TITLE "</h2><b>By Ana Ruiz</b><br><i>Tuesday, 12 March 2024</i><br><br>" P1
                      "<br><br>" P2 "<br><br>" P3 "</td></tr></table>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
      {"marks escaped twice, and who wrote it",
       head(TITLED "<meta name=author content='Ana Ruiz'>") +
           "<article>" HEADED
           "<p>The board&amp;#8217;s director spoke of &amp;quot;a hard month&amp;quot; for <a href=/o>Orlo</a> "
           "&amp;amp; Tarn.</p>" BODY "<p>Ana Ruiz covers harbours and ships for The Bay Post.</p></article>",
       TITLE,
       "Ana Ruiz",
       "",
       {"The board’s director spoke of \"a hard month\" for Orlo & Tarn.", P1, P2, P3}},
      {"what readers are offered between paragraphs",
       head(TITLED) + "<article>" HEADED "<p>" P1 "</p><p>Loading</p><p>" P2
                      "</p><p>The Bay Letter is our newsletter about ships and "
                      "the sea. Sign up here.</p><p>" P3 "</p></article>",
       TITLE, "", "", kBody},
      {"the page's own markers hidden from sight",
       head(TITLED) + "<article>" HEADED
                      "<div style='display:none'>Current time: 15 March 2024</div><p>Posted on March 12, 2024 by Ana "
                      "Ruiz</p>" BODY "</article>",
       TITLE, "Ana Ruiz", "2024-03-12", kBody},
  };
}

TEST(PageSystems, AreReadAsTheirReadersReadThem) {
  for (const PageCase& c : systems()) {
    SCOPED_TRACE(c.name);
    const Document document = read_english(c.page, "page.html");
    EXPECT_EQ(document.title, c.title);
    EXPECT_EQ(document.byline, c.byline);
    EXPECT_EQ(document.published, c.published);
    EXPECT_EQ(body_of(document), c.body);
  }
}

}  // namespace
}  // namespace hearsay
