// Who signs a page's article: not the house that prints it, nor who signs the stories beside it. Invented matter.
#include <gtest/gtest.h>

#include <string>

#include "page_case.h"
#include "read_english.h"

namespace hearsay {
namespace {

#define CARD(headline, by) "<a href=/x>" headline "</a> " by

std::string signed_page(const std::string& author, const std::string& top, const std::string& before = "",
                        const std::string& behind = "") {
  const std::string data = author.empty() ? ""
                                          : "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":"
                                            "\"" TITLE "\",\"author\":" +
                                                author + "}</script>";
  return "<!doctype html><html lang=en><head><title>" TITLE " | The Bay Post</title>" + data + "</head><body>" +
         before + "<main><article><h1>" TITLE "</h1>" + top + BODY + "</article></main>" + behind + "</body></html>";
}

struct SignedRow {
  const char* name;
  std::string page;
  const char* byline;
};

std::string person(const std::string& name) {
  return "{\"@type\":\"Person\",\"name\":\"" + name + "\"}";
}

TEST(SignedPages, TheHouseIsNoWriter) {
  const SignedRow rows[] = {
      {"beside a person",
       signed_page("[" + person("Ana Ruiz") + ",{\"@type\":\"Organization\",\"name\":\"Bay Post Media\"}]", ""),
       "Ana Ruiz"},
      {"as a person", signed_page("[" + person("Ana Ruiz") + "," + person("Bay Post") + "]", ""), "Ana Ruiz"},
      {"behind a comma", signed_page(person("Ana Ruiz, The Bay Post"), ""), "Ana Ruiz"},
      {"behind a bar", signed_page(person("Ana Ruiz | Bay Post"), ""), "Ana Ruiz"},
      {"behind a dash", signed_page(person("Ana Ruiz - Bay Post"), ""), "Ana Ruiz"},
      {"in brackets", signed_page(person("Ana Ruiz (The Bay Post)"), ""), "Ana Ruiz"},
      {"without a mark", signed_page(person("Ana Ruiz The Bay Post"), ""), "Ana Ruiz"},
      {"before the name", signed_page(person("The Bay Post’s Ana Ruiz"), ""), "Ana Ruiz"},
      {"alone, and a writer on the page",
       signed_page("{\"@type\":\"Organization\",\"name\":\"The Bay Post\"}", "<p class=byline>By Ana Ruiz</p>"),
       "Ana Ruiz"},
      {"alone", signed_page("{\"@type\":\"Organization\",\"name\":\"The Bay Post\"}", ""), "The Bay Post"},
  };
  for (const SignedRow& row : rows) EXPECT_EQ(read_english(row.page, "p.html").byline, row.byline) << row.name;
}

TEST(SignedPages, ALineBelowTheHeadlineMaySignWithoutBy) {
  const SignedRow rows[] = {
      {"house and time",
       signed_page("", "<p>Ana Ruiz, The Bay Post<br>Published 8:00 a.m. March 5, 2024 | Updated 9:10 a.m.</p>"),
       "Ana Ruiz"},
      {"house", signed_page("", "<p>Ana Ruiz<br>The Bay Post</p>"), "Ana Ruiz"},
      {"bars", signed_page("", "<div>Ana Ruiz | Bay Post | March 5, 2024</div>"), "Ana Ruiz"},
      {"dots, ending like a sentence",
       signed_page("", "<div>Ana Ruiz · Bay Post · Updated March 5, 2024 at 9:10 a.m.</div>"), "Ana Ruiz"},
      {"two", signed_page("", "<p>Ana Ruiz and Tom Vale, Bay Post</p>"), "Ana Ruiz and Tom Vale"},
      {"office", signed_page("", "<p>Ana Ruiz, Staff Writer</p><p>March 5, 2024</p>"), "Ana Ruiz"},
      {"lines of their own", signed_page("", "<p>Ana Ruiz</p><p>The Bay Post</p><p>March 5, 2024</p>"), "Ana Ruiz"},
      {"a place", signed_page("", "<p>Port Elm, March 5, 2024</p>"), ""},
      {"a section", signed_page("", "<p>Local News</p><p>Published March 5, 2024</p>"), ""},
  };
  for (const SignedRow& row : rows) {
    const Document document = read_english(row.page, "p.html");
    EXPECT_EQ(document.byline, row.byline) << row.name;
    EXPECT_EQ(body_of(document), kBody) << row.name;
  }
}

TEST(SignedPages, StoriesBesideItAreSignedByOthers) {
  const std::string cards =
      "<section><h2>Latest</h2><article><h3>" CARD("The old mill above the bay is sold at last", "</h3>By <a rel=author href=/t>Tom Vale</a>") "</article>"
      "<article><h3>" CARD("A second teacher comes to the school in Tarn", "</h3><span class=byline>By <a rel=author href=/l>Lena Ost</a></span>") "</article></section>";
  const std::string column = "<div class=left><ul><li>" CARD("The old mill above the bay is sold at last",
                                                             "<p class=byline>By Tom Vale</p>") "</li></ul></div>";
  const std::string own = "<div class=byline>5 minutes ago <a rel=author href=/a>Ana Ruiz</a></div>";
  const SignedRow rows[] = {
      {"cards behind it", signed_page("", own, "", cards), "Ana Ruiz"},
      {"cards before it", signed_page("", own, cards), "Ana Ruiz"},
      {"a column before it", signed_page("", "<p class=byline>By Ana Ruiz</p>", column), "Ana Ruiz"},
      {"a column beside an unsigned article", signed_page("", "", column), ""},
      {"a list of them",
       signed_page("", own, "", "<aside><a rel=author href=/t>Tom Vale</a> <a rel=author href=/l>Lena Ost</a></aside>"),
       "Ana Ruiz"},
      {"only a box about the writer",
       signed_page("", "", "", "<div class=author-bio><a rel=author href=/a>Ana Ruiz</a></div>"), "Ana Ruiz"},
      {"who comments",
       signed_page("", "<div><span itemprop=author>Ana Ruiz</span></div>", "",
                   "<div id=comments><b itemprop=author>seadog77</b> No.</div>"),
       "Ana Ruiz"},
  };
  for (const SignedRow& row : rows) EXPECT_EQ(read_english(row.page, "p.html").byline, row.byline) << row.name;
}

}  // namespace
}  // namespace hearsay
