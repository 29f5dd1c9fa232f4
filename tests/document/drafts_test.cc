// DOCX, ODT, Markdown and ArchieML drafts: what becomes text, what a note, and where it stands in the file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/zip.h"
#include "block_names.h"
#include "document/office/draft.h"
#include "document/text/front_matter.h"
#include "office_files.h"
#include "read_english.h"

namespace hearsay {
namespace {

using testing::HasSubstr;

std::string words_of(const Document& document, Span span) {
  return document.text.substr(span.begin, span.size());
}

std::string first_message(const Document& document) {
  return document.diagnostics.empty() ? "" : document.diagnostics.front().message;
}

struct DraftCase {
  const char* name;
  const char* body;  // of the main part
  const char* text;
};

TEST(Docx, TextIsWhatAReaderSees) {
  const DraftCase cases[] = {
      {"runs are split in mid-word", "<w:p><w:r><w:t>The har</w:t></w:r><w:r><w:t>bour held.</w:t></w:r></w:p>",
       "The harbour held."},
      {"blanks without xml:space are none", "<w:p><w:r><w:t> The dam </w:t></w:r><w:r><w:t>held.</w:t></w:r></w:p>",
       "The damheld."},
      {"a branch of two is read",
       "<w:p><w:r><w:t>One</w:t></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>, two</w:t></w:r></mc:Choice>"
       "<mc:Fallback><w:r><w:t>, zwei</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
       "One, two"},
      {"containers",
       "<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent><w:p><w:smartTag><w:r><w:t>Ana</w:t></w:r></w:smartTag>"
       "</w:p></w:sdtContent></w:sdt><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
       "Ana\n\nCell"},
      {"a field shows its result",
       "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t>"
       "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar "
       "w:fldCharType=\"end\"/></w:r></w:p>",
       "7"},
      {"hyphens, breaks, hidden text",
       "<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:br/><w:br/><w:t>d</w:t></w:r>"
       "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
       "a-bc\n d"},
      {"empty paragraphs are left out", "<w:p/><w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p/>", "One."},
  };
  for (const DraftCase& c : cases) EXPECT_EQ(read_english(docx(c.body), "draft.docx").text, c.text) << c.name;
}

TEST(Docx, TrackedChangesAreAcceptedOrRejected) {
  const std::string file = docx(
      "<w:p><w:r><w:t xml:space=\"preserve\">The dam </w:t></w:r><w:del><w:r><w:delText>held</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>broke</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p>"
      "<w:p><w:r><w:t>line.</w:t></w:r></w:p>");
  const Document accepted = read_english(file, "d.docx");
  EXPECT_EQ(accepted.text, "The dam broke.\n\nOne line.");
  EXPECT_EQ(first_message(accepted), "2 tracked changes are taken as accepted");
  EXPECT_EQ(accepted.diagnostics.front().severity, Severity::note);
  const Document rejected = read_english(file, "d.docx", {}, {.changes = Changes::reject});
  EXPECT_EQ(rejected.text, "The dam held.\n\nOne\n\nline.");
  EXPECT_EQ(first_message(rejected), "2 tracked changes are taken as rejected");
}

TEST(Docx, NotesHangOnTheirWords) {
  const std::string file = docx(
      "<w:p><w:r><w:t xml:space=\"preserve\">It rained. </w:t></w:r><w:commentRangeStart w:id=\"4\"/><w:r><w:t>The dam "
      "held</w:t></w:r><w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r><w:r><w:t>."
      "</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      R"(<w:comment w:id="4" w:author="Ida Brok" w:date="2026-01-02"><w:p><w:r><w:t>Spoke to the keeper</w:t></w:r></w:p></w:comment>)",
      R"(<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>See https://dam.example/log.</w:t></w:r></w:p></w:footnote>)");
  const Document document = read_english(file, "d.docx");
  ASSERT_EQ(document.annotations.size(), 2U);
  const Annotation& comment = document.annotations[0];
  EXPECT_EQ(words_of(document, comment.span), "The dam held");
  EXPECT_EQ(comment.author, "Ida Brok");
  EXPECT_EQ(comment.date, "2026-01-02");
  EXPECT_EQ(comment.evidence, Annotation::Evidence::call);
  const Annotation& footnote = document.annotations[1];
  EXPECT_EQ(footnote.kind, Annotation::Kind::footnote);
  EXPECT_TRUE(footnote.span.empty());
  EXPECT_EQ(footnote.span.begin, document.text.size());
  EXPECT_EQ(footnote.links, std::vector<std::string>{"https://dam.example/log"});
}

TEST(Docx, StylesSayWhatParagraphsAre) {
  const Document document = read_english(
      docx("<w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Dam holds through the night</w:t></w:r></w:p>"
           "<w:p><w:r><w:t>The dam held, engineers said on Monday.</w:t></w:r></w:p>"
           "<w:p><w:pPr><w:pStyle w:val=\"Zitat\"/></w:pPr><w:r><w:t>It held because we watched it.</w:t></w:r></w:p>"
           "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>The old dam was built by hand."
           "</w:t></w:r></w:p>"
           "<w:p><w:r><w:t>Nobody slept.</w:t><w:drawing><w:txbxContent><w:p><w:r><w:t>the dam held, engineers said on "
           "Monday</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>"),
      "d.docx");
  EXPECT_EQ(document.title, "Dam holds through the night");
  EXPECT_EQ(document.places, PlaceForm::paragraphs);
  EXPECT_EQ(named_blocks(document), nlohmann::json::parse(R"([["headline","Dam holds through the night"],
    ["paragraph","The dam held, engineers said on Monday."],["blockquote","It held because we watched it."],
    ["list_item","The old dam was built by hand."],["paragraph","Nobody slept."],
    ["pull_quote","the dam held, engineers said on Monday"]])"));
}

TEST(Docx, RunsTellWhereTheWordsStand) {
  const Document document = read_english(
      docx("<w:p><w:r><w:t xml:space=\"preserve\">  The </w:t></w:r><w:r><w:t>dam</w:t></w:r></w:p>"), "d.docx");
  EXPECT_EQ(document.text, "The dam");
  ASSERT_EQ(document.runs.size(), 2U);
  EXPECT_EQ(document.runs[0].at, 0U);
  EXPECT_EQ(document.runs[0].from, 2U);
  EXPECT_EQ(document.runs[1].at, 4U);
  EXPECT_EQ(document.runs[1].element, 1U);
}

TEST(Odt, TextChangesAndNotes) {
  const std::string file = odt(
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:insertion/></text:changed-region>"
      "<text:changed-region text:id=\"c2\"><text:deletion><text:p>held</text:p></text:deletion></text:changed-region>"
      "</text:tracked-changes>"
      "<text:h>Dam breaks</text:h><text:p>The\n   dam <text:change text:change-id=\"c2\"/><text:change-start "
      "text:change-id=\"c1\"/>broke<text:change-end text:change-id=\"c1\"/>,<text:s text:c=\"2\"/><text:a "
      "xlink:href=\"https://dam.example/\">she said</text:a><office:annotation><dc:creator>Ida Brok</dc:creator>"
      "<text:p>4 May 2026</text:p></office:annotation>.</text:p>");
  const Document accepted = read_english(file, "d.odt");
  EXPECT_EQ(accepted.text, "Dam breaks\n\nThe dam broke,  she said.");
  EXPECT_EQ(accepted.blocks.front().kind, BlockKind::headline);
  ASSERT_EQ(accepted.links.size(), 1U);
  EXPECT_EQ(words_of(accepted, accepted.links[0].span), "she said");
  ASSERT_EQ(accepted.annotations.size(), 1U);
  EXPECT_EQ(accepted.annotations[0].author, "Ida Brok");
  EXPECT_EQ(accepted.annotations[0].evidence, Annotation::Evidence::date);
  EXPECT_EQ(read_english(file, "d.odt", {}, {.changes = Changes::reject}).text,
            "Dam breaks\n\nThe dam held,  she said.");
}

TEST(Markdown, PlacesPointIntoTheFile) {
  const std::string file =
      "---\ntitle: \"Dam holds\"\nauthors:\n- name: Ana Ruiz\n- Bo Okoro\ndate: 2026-03-04\nsource: "
      "https://c.example/dam\n---\n\n# Dam holds\n\nThe *dam* held, [she\nsaid](https://dam.example/x).[^1] <!-- "
      "called "
      "her on 3 May -->\n\n> It held.\n\n```\nno text\n```\n\n[^1]: Minutes, 12 March\n";
  const Document document = read_english(file, "draft.md");
  EXPECT_EQ(document.format, "markdown");
  EXPECT_EQ(document.title, "Dam holds");
  EXPECT_EQ(document.byline, "Ana Ruiz and Bo Okoro");
  EXPECT_EQ(document.published, "2026-03-04");
  EXPECT_EQ(document.url, "https://c.example/dam");
  EXPECT_EQ(named_blocks(document), nlohmann::json::parse(R"([["headline","Dam holds"],
    ["paragraph","The dam held, she said."],["blockquote","It held."]])"));
  ASSERT_EQ(document.annotations.size(), 2U);
  EXPECT_EQ(document.annotations[0].kind, Annotation::Kind::footnote);
  EXPECT_EQ(document.annotations[0].evidence, Annotation::Evidence::date);
  EXPECT_EQ(document.annotations[1].kind, Annotation::Kind::comment);
  const auto said = static_cast<std::uint32_t>(document.text.find("said"));
  const auto origin =
      std::find_if(document.origins.begin(), document.origins.end(), [&](const Origin& one) { return one.at == said; });
  ASSERT_NE(origin, document.origins.end());
  EXPECT_EQ(origin->line, 13U);
  EXPECT_EQ(origin->column, 1U);
}

TEST(Markdown, IsToldByFrontMatterOrName) {
  EXPECT_EQ(read_english("---\ntitle: A\n---\nThe dam held.\n", "x.txt").format, "markdown");
  EXPECT_EQ(read_english("The **dam** held.\n", "x.md").text, "The dam held.");
  EXPECT_EQ(read_english("The **dam** held, she said.\n", "x.txt").text, "The **dam** held, she said.\n");
  EXPECT_EQ(read_english("---\nThe dam held.\n---\nIt did.\n", "x.txt").format, "text");
  EXPECT_EQ(read_front_matter("{\"headline\": \"Dam holds\", \"body_text\": \"It held.\"}\n").size, 0U);
}

TEST(FrontMatter, Forms) {
  struct Form {
    const char* name;
    const char* text;
    std::vector<std::string> authors;
  };
  const Form forms[] = {
      {"YAML list", "---\ntitle: T # c\nauthor: [Ana Ruiz, 'Bo Okoro']\n---\nx", {"Ana Ruiz", "Bo Okoro"}},
      {"YAML maps", "---\nheadline: T\nauthors:\n  - name: Ana Ruiz\n    id: 3\n---\nx", {"Ana Ruiz"}},
      {"YAML map", "---\ntitle: T\nauthor:\n  name: Ana Ruiz\n  email: a@b.example\n---\nx", {"Ana Ruiz"}},
      {"folded", "---\ntitle: >\n  T\nbyline: Ana Ruiz\n---\nx", {"Ana Ruiz"}},
      {"TOML", "+++\ntitle = \"T\"\nauthors = [\"Ana Ruiz\",\n \"Bo Okoro\"]\n+++\nx", {"Ana Ruiz", "Bo Okoro"}},
      {"TOML tables", "+++\ntitle = 'T'\n[[authors]]\nname = \"Ana Ruiz\"\n+++\nx", {"Ana Ruiz"}},
      {"YAML by hand", "---\ntitle: T\ndek: Dam: the vote\nauthor: Ana Ruiz\n---\nx", {"Ana Ruiz"}},
      {"YAML with an alias", "---\ntitle: &t T\nauthor: Ana Ruiz\nslug: *t\n---\nx", {"Ana Ruiz"}},
      {"TOML by hand", "+++\ntitle = \"T\"\nslug = dam holds\nauthor = \"Ana Ruiz\"\n+++\nx", {"Ana Ruiz"}},
      {"JSON", "{\"title\": \"T\", \"authors\": [{\"name\": \"Ana Ruiz\"}]}\nx", {"Ana Ruiz"}},
  };
  for (const Form& form : forms) {
    const FrontMatter matter = read_front_matter(form.text);
    EXPECT_EQ(matter.title, "T") << form.name;
    EXPECT_EQ(matter.authors, form.authors) << form.name;
    EXPECT_NE(matter.size, 0U) << form.name;
  }
}

TEST(FrontMatter, KnowsWhereItsWordsStand) {
  for (const std::string text :
       {"---\nslug: é\ntitle: \"Dam holds\"\n---\nx", "---\ntitle: >\n  Dam\n  holds\n---\nx",
        "---\nslug: a: b\ntitle: Dam holds\n---\nx", "+++\nslug = \"é\"\ntitle = \"Dam holds\"\n+++\nx",
        "+++\nslug = é é\ntitle = 'Dam holds'\n+++\nx"}) {
    const FrontMatter matter = read_front_matter(text);
    EXPECT_EQ(matter.title, "Dam holds") << text;
    EXPECT_EQ(matter.title_at, text.find("Dam")) << text;
  }
}

TEST(FrontMatter, HostileRecordsEnd) {
  std::string laughs = "---\na0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i)
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + ", *a" +
              std::to_string(i - 1) + "]\n";
  EXPECT_EQ(read_front_matter(laughs + "title: T\nauthors: *a39\n---\nx").title, "T");
  for (const char* piece : {"[", "{", "- ", "? ", "&a ", "!!x ", "a: {", "[[a]]\n", "a.", "\"", "a = [", "a = {b = "}) {
    for (const char* fence : {"---\n", "+++\n"}) {
      std::string text = std::string(fence) + "k: v\nk = 1\n";
      while (text.size() < 60'000) text += piece;
      (void)read_front_matter(text + "\n" + fence + "x");
    }
  }
}

TEST(ArchieMl, DraftOfADocument) {
  const Document document = read_english(
      "headline: Dam holds\nbyline: Ana Ruiz\nnotes: ask the keeper\n[+body]\nThe dam held, engineers said.\nimage: "
      "dam.jpg\nKeeper: I never slept that whole night.\n:skip\nnot this\n:endskip\nsubhed: After the rain\nIt is "
      "old.\n[]\nstray\n:ignore\nThe end",
      "x.txt");
  EXPECT_EQ(document.format, "archieml");
  EXPECT_EQ(document.byline, "Ana Ruiz");
  EXPECT_EQ(named_blocks(document), nlohmann::json::parse(R"([["headline","Dam holds"],
    ["paragraph","The dam held, engineers said."],["paragraph","Keeper: I never slept that whole night."],
    ["heading","After the rain"],["paragraph","It is old."]])"));
  ASSERT_FALSE(document.origins.empty());
  EXPECT_EQ(document.origins[0].line, 1U);
  EXPECT_EQ(document.origins[0].column, 11U);
  EXPECT_EQ(document.origins[1].line, 5U);
}

TEST(Evidence, OfANote) {
  using enum Annotation::Evidence;
  const std::pair<const char*, Annotation::Evidence> cases[] = {
      {"https://a.example/b", link},
      {"Interviewed by phone", call},
      {"spoke to her", call},
      {"+44 20 7946 0018", call},
      {"Call Ruiz to confirm!", none},
      {"Is this true?", none},
      {"", none},
      {"council minutes, 12 March", date},
      {"in May 2024", date},
      {"may 40 people be too many", none},
      {"tape at 00:14:05", date},
      {"12/3/2024", date},
      {"40 percent of 1,200", none},
  };
  for (const auto& [text, wanted] : cases)
    EXPECT_EQ(evidence_of(text, addresses_in(text), english_page_words()), wanted) << text;
}

TEST(Drafts, HostileFilesAreOneLine) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt><w:sdtContent>";
  std::string wild = docx("<w:p><w:r><w:t>The dam held.</w:t></w:r></w:p>");
  struct Bad {
    const char* name;
    std::string bytes;
    const char* message;
  };
  const Bad cases[] = {
      {"cut off", wild.substr(0, wild.size() / 2), "damaged or cut off"},
      {"no draft", write_zip({{"a.txt", "x"}}), "a ZIP archive"},
      {"a bomb", write_zip({{"word/document.xml", std::string(40U << 20U, ' ')}}), "more than an article can be"},
      {"locked",
       std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") +
           std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
       "protected by a password"},
      {"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 text", "an old Word document"},
      {"no XML", write_zip({{"word/document.xml", "<w:document"}}), "no valid XML"},
      {"no end of nesting", docx(deep.c_str()), "no valid XML"},
  };
  for (const Bad& c : cases) {
    const Document document = read_english(c.bytes, "x.docx");
    EXPECT_EQ(document.text, "") << c.name;
    ASSERT_EQ(document.diagnostics.size(), 1U) << c.name;
    EXPECT_THAT(document.diagnostics[0].message, HasSubstr(c.message)) << c.name;
  }
}

TEST(Drafts, PathologicalTextsEnd) {
  std::string nested;
  std::string closing;
  for (int i = 0; i < 50'000; ++i) {
    nested += "<w:sdt><w:sdtContent>";
    closing += "</w:sdtContent></w:sdt>";
  }
  EXPECT_EQ(read_english(docx((nested + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + closing).c_str()), "x.docx").text, "");
  EXPECT_EQ(read_english(docx("<w:p><w:r><w:t>A&#xD800;b \xff.</w:t></w:r></w:p>"), "x.docx").text.substr(0, 1), "A");
  for (const char* piece : {"> ", "[^1]", "[", "*a ", "<!--", "{{<", "![[", "`", "| a ", "- ", "[^1]: x\n", "&#1;"}) {
    std::string many;
    while (many.size() < 200'000) many += piece;
    const Document document = read_english(many, "x.md");
    EXPECT_LE(document.text.size(), 4 * many.size()) << piece;
  }
}

}  // namespace
}  // namespace hearsay
