// Exports of databases: many articles in one file, in the layouts of Nexis, Lexis and Factiva.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/run_program.h"
#include "office_files.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Export {
  std::string name;    // of the layout
  std::string file;    // name of the file
  std::string bytes;   // two articles of one paper
  std::string format;  // as the scorecard gives it
  std::string byline = "By Ana Ruiz";
};

std::string nexis_text() {
  const auto document = [](int number, const std::string& title) {
    return "\r\n                               " + std::to_string(number) +
           " of 2 DOCUMENTS\r\n\r\n                        The Elm Herald\r\n\r\n                     March 1, "
           "2024\r\n\r\n" +
           title +
           "\r\n\r\nBYLINE: By Ana Ruiz\r\n\r\nSECTION: Pg. 1\r\n\r\nLENGTH: 30 words\r\n\r\n   PORT ELM: The wall at "
           "Port Elm failed twice in a week, the harbour office said on\r\nMonday.\r\n\r\n   'That wall was old,' said "
           "Lena "
           "Ost.\r\n\r\nLOAD-DATE: March 2, 2024\r\n\r\nLANGUAGE: ENGLISH\r\n\r\n        Copyright 2024 The Elm "
           "Herald\r\n";
  };
  return "\xef\xbb\xbf"
         "Date of request: today\r\nWall fails\r\nWall stands\r\n" +
         document(1, "Wall fails") + document(2, "Wall stands");
}

std::string nexis_page() {
  const auto document = [](int number, const std::string& title) {
    const auto line = [](const std::string& label, const std::string& value) {
      return "<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">" + label + "</SPAN><SPAN CLASS=\"c2\">" +
             value + "</SPAN></P></DIV>\n";
    };
    return "<A NAME=\"DOC_ID_0_" + std::to_string(number) + "\"></A>" +
           line("", std::to_string(number) + " of 2 DOCUMENTS") + line("", "The Elm Herald") +
           line("March 1, 2024", " Friday") + line("", title) + line("BYLINE: ", "By Ana Ruiz") +
           line("LENGTH: ", "30 words") +
           "<BR><DIV CLASS=\"c5\"><P CLASS=\"c9\"><SPAN CLASS=\"c2\">PORT ELM: The </SPAN><SPAN "
           "CLASS=\"c10\">wall</SPAN>"
           "<SPAN CLASS=\"c2\"> at Port Elm failed twice in a week, the harbour office said on Monday.</SPAN></P>\n"
           "<P CLASS=\"c9\"><SPAN CLASS=\"c2\">'That wall was old,' said Lena Ost.</SPAN></P></DIV>" +
           line("LOAD-DATE: ", "March 2, 2024") + line("LANGUAGE: ", "ENGLISH");
  };
  return "<!DOCTYPE HTML><HTML><HEAD><TITLE>2 documents</TITLE></HEAD><BODY><P>Wall fails</P><P>Wall stands</P>" +
         document(1, "Wall fails") + document(2, "Wall stands") + "</BODY></HTML>";
}

const std::string kFactivaText =
    "<p class=\"articleParagraph enarticleParagraph\">PORT ELM: The <b>wall</b> at Port Elm failed twice in a week, "
    "the "
    "harbour office said on Monday.</p>\n<p class=\"articleParagraph enarticleParagraph\">'That wall <b>was</b> old,' "
    "said "
    "Lena Ost.</p>";

std::string factiva_page(const std::string& first, const std::string& second) {
  return "<!DOCTYPE html><html><head><title>Factiva</title></head><body><div id=\"contentWrapper\">\n"
         "<div class=\"article enArticle\">" +
         first + "</div>\n<br/><div class=\"article enArticle\">" + second +
         "</div><div class=\"footer\"><p>Two articles, said nobody.</p></div></div></body></html>";
}

std::string factiva_lines() {
  const auto article = [](const std::string& title) {
    return "<div id=\"hd\"><span class=\"enHeadline\">" + title +
           "</span></div>\n<div class=\"author\">By Ana Ruiz</div><div>1,030 words</div><div>1 March 2024</div>"
           "<div>14:03</div><div>The Elm Herald</div><div>ELMH</div><div>English</div>"
           "<div>Copyright 2024 The Elm Herald</div>" +
           kFactivaText + "<p>Document ELMH000020240301ek3100001</p>";
  };
  return factiva_page(article("Wall fails"), article("Wall stands"));
}

std::string factiva_table() {
  const auto article = [](const std::string& title) {
    const auto row = [](const std::string& code, const std::string& value) {
      return "<tr><td class=\"index\"><b>" + code + "</b>&nbsp;</td><td>" + value + "</td></tr>\n";
    };
    return "<table>" + row("HD", "<span class='enHeadline'>" + title + "</span>") + row("BY", "By Ana Ruiz") +
           row("WC", "30 words") + row("PD", "1 March 2024") + row("SN", "The Elm Herald") + row("SC", "ELMH") +
           row("LA", "English") + row("CY", "Copyright 2024") +
           row("LP", kFactivaText.substr(0, kFactivaText.find('\n'))) +
           row("TD", kFactivaText.substr(kFactivaText.find('\n'))) + row("NS", "gcat : News") + "</table>";
  };
  return factiva_page(article("Wall fails"), article("Wall stands"));
}

std::string lexis_office() {
  const auto paragraph = [](const std::string& words) { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"; };
  const auto document = [&](const std::string& title) {
    return "<w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>" + title + "</w:t></w:r></w:p>" +
           paragraph("The Elm Herald") + paragraph("March 1, 2024 Friday") +
           paragraph("Copyright 2024 The Elm Herald All Rights Reserved") + paragraph("Section: Pg. 1") +
           paragraph("Length: 30 words") + paragraph("Byline: By Ana Ruiz, elmherald.example") + paragraph("Body") +
           "<w:p><w:r><w:t xml:space=\"preserve\">PORT ELM: The "
           "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>wall</w:t></w:r><w:r>"
           "<w:t xml:space=\"preserve\"> at Port Elm failed twice in a week, the harbour office said on "
           "Monday.</w:t></w:r></w:p>" +
           paragraph("'That wall was old,' said Lena Ost.") + paragraph("Classification") +
           paragraph("Language: ENGLISH") + paragraph("Subject: WALLS (90%)") + paragraph("Load-Date: March 2, 2024") +
           paragraph("End of Document");
  };
  return docx(paragraph("Date and Time: Friday, March 8, 2024 10:15:00 AM CET") + paragraph("Documents (2)") +
              paragraph("1. Wall fails") + paragraph("2. Wall stands") + paragraph("Search Terms: wall") +
              document("Wall fails") + document("Wall stands"));
}

TEST(Exports, AreCutIntoTheirArticles) {
  const Folder folder;
  const std::vector<Export> exports = {
      {"Nexis, plain text", "nexis.txt", nexis_text(), "nexis"},
      {"Nexis, page", "nexis.html", nexis_page(), "nexis"},
      {"Factiva, lines", "lines.html", factiva_lines(), "factiva"},
      {"Factiva, table", "table.html", factiva_table(), "factiva"},
      {"Lexis, office file", "lexis.docx", lexis_office(), "nexis", "By Ana Ruiz, elmherald.example"},
  };
  for (const Export& one : exports) {
    SCOPED_TRACE(one.name);
    const ProgramRun run = run_program({"audit", "--to", "jsonl", folder.write(one.file, one.bytes)});
    EXPECT_EQ(run.exit, 0) << run.err;
    std::vector<std::string> titles;
    for (std::size_t at = 0; at < run.out.size(); at = run.out.find('\n', at) + 1) {
      const auto card = nlohmann::json::parse(run.out.substr(at, run.out.find('\n', at) - at));
      const auto& article = card["article"];
      titles.push_back(article["title"]);
      EXPECT_EQ(article["format"], one.format);
      EXPECT_EQ(article["outlet"], "The Elm Herald");
      EXPECT_EQ(article["byline"], "Ana Ruiz");
      EXPECT_EQ(article["published"], "2024-03-01");
      EXPECT_EQ(card["text"],
                titles.back() + "\n\n" + one.byline +
                    "\n\nPORT ELM: The wall at Port Elm failed twice in a week, the harbour office said on "
                    "Monday.\n\n'That wall was old,' said Lena Ost.");
      EXPECT_EQ(card["attributions"].size(), 2U);
    }
    EXPECT_THAT(titles, ElementsAre("Wall fails", "Wall stands"));
  }
}

// Told to be one article, an export is its first one.
TEST(Exports, AsOneFileGiveTheFirst) {
  const Folder folder;
  for (const std::string& path :
       {folder.write("lexis.docx", lexis_office()), folder.write("page.html", factiva_lines()),
        folder.write("nexis.txt", nexis_text())}) {
    const ProgramRun run = run_program({"audit", "--from", "file", "--to", "json", path});
    EXPECT_EQ(nlohmann::json::parse(run.out)["article"]["title"], "Wall fails") << path << run.err;
  }
}

// Words that only look like an export's.
TEST(Exports, AreToldFromDraftsAndPages) {
  const Folder folder;
  const std::string draft =
      docx("<w:p><w:r><w:t>The stamp on it reads End of Document, Lena Ost said.</w:t></w:r></w:p>");
  const std::string page =
      "<html><body><h1>Papers</h1><p class=\"articleParagraph\">She read 3 of 262 DOCUMENTS, Lena Ost "
      "said.</p></body></html>";
  const std::string half = "<div class=\"article enArticle\"><p class=\"articleParagraph\"";
  EXPECT_THAT(run_program({"audit", "--to", "json", folder.write("draft.docx", draft)}).out,
              HasSubstr("\"format\": \"docx\""));
  EXPECT_THAT(run_program({"audit", "--to", "json", folder.write("page.html", page)}).out,
              HasSubstr("\"format\": \"html\""));
  const ProgramRun torn = run_program({"audit", "--to", "json", folder.write("torn.html", half)});
  EXPECT_EQ(torn.exit, 2);
  EXPECT_THAT(torn.err, HasSubstr("no article text in this factiva item"));
}

}  // namespace
}  // namespace hearsay
