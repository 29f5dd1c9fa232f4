// Sheets as they come back from people: what our writers made, what spreadsheets make of it, and what is none.
#include "checksheet/read.h"

#include <gtest/gtest.h>

#include "base/zip.h"
#include "report/checksheet/write_checksheet.h"

namespace hearsay {
namespace {

CheckSheet sample() {
  CheckSheet sheet{.title = "Lock opened", .more_columns = {}, .items = {}};
  CheckItem item;
  item.id = "00112233aabb";
  item.line = 3;
  item.sentence = "“It leaks; badly,” said Ana Ruiz, 34.";
  item.item = "“It leaks; badly,”";
  item.kind = CheckItemKind::quotation;
  item.source = "Ana Ruiz";
  item.chain = "article ← Ana Ruiz";
  item.documented = "link: https://cove.example/a";
  item.required = "recording, transcript, statement or notes";
  item.evidence = "=HYPERLINK(\"x\")";
  item.status = CheckItemStatus::confirmed;
  item.checker = "Moss, L.";
  item.date = "2026-11-02";
  item.note = "called twice\nhearsay: elsewhere “12 divers” (line 9)";
  item.revision = 2;
  sheet.items.push_back(item);
  item.id = "00112233aabc";
  item.kind = CheckItemKind::number;
  item.item = "-12 degrees";
  item.status = CheckItemStatus::cannot_verify;
  item.note = "'quoted'";
  item.evidence = "@home +49 30 1234567";
  item.line = 0;
  sheet.items.push_back(item);
  return sheet;
}

void expect_same(const CheckSheet& a, const CheckSheet& b) {
  ASSERT_EQ(a.items.size(), b.items.size());
  EXPECT_EQ(a.more_columns, b.more_columns);
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const CheckItem &x = a.items[i], &y = b.items[i];
    EXPECT_EQ(x.id, y.id);
    EXPECT_EQ(x.line, y.line);
    EXPECT_EQ(x.sentence, y.sentence);
    EXPECT_EQ(x.item, y.item);
    EXPECT_EQ(x.kind, y.kind);
    EXPECT_EQ(x.source, y.source);
    EXPECT_EQ(x.chain, y.chain);
    EXPECT_EQ(x.documented, y.documented);
    EXPECT_EQ(x.required, y.required);
    EXPECT_EQ(x.evidence, y.evidence);
    EXPECT_EQ(x.status, y.status);
    EXPECT_EQ(x.checker, y.checker);
    EXPECT_EQ(x.date, y.date);
    EXPECT_EQ(x.note, y.note);
    EXPECT_EQ(x.revision, y.revision);
    EXPECT_EQ(x.more, y.more);
  }
}

CheckSheet read_back(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto sheet = read_checksheet(bytes, "sheet", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  return sheet.value_or(CheckSheet{});
}

TEST(ReadCheckSheet, GivesBackWhatWasWritten) {
  expect_same(sample(), read_back(write_checksheet_csv(sample())));
  expect_same(sample(), read_back(write_checksheet_xlsx(sample())));
}

TEST(ReadCheckSheet, KeepsColumnsThatPeopleAdd) {
  CheckSheet sheet = sample();
  sheet.more_columns = {"Deadline", "Photo, desk"};
  sheet.items[0].more = {"Monday", "x"};
  sheet.items[1].more = {"", "=1+1"};
  expect_same(sheet, read_back(write_checksheet_csv(sheet)));
  expect_same(sheet, read_back(write_checksheet_xlsx(sheet)));
}

TEST(WriteCheckSheet, NothingRunsInASpreadsheet) {
  const std::string csv = write_checksheet_csv(sample());
  EXPECT_NE(csv.find("\"'=HYPERLINK(\"\"x\"\")\""), std::string::npos);
  EXPECT_NE(csv.find(",'-12 degrees,"), std::string::npos);
  EXPECT_NE(csv.find(",'@home +49 30 1234567,"), std::string::npos);
  EXPECT_TRUE(
      csv.starts_with("id,line,sentence,item,kind,source,chain,documented,required,evidence,status,checker,date,"
                      "note,revision\r\n"));
  const ZipParts book = read_zip(write_checksheet_xlsx(sample()));
  ASSERT_TRUE(book.problem.empty());
  const std::string* sheet = book.find("xl/worksheets/sheet1.xml");
  ASSERT_NE(sheet, nullptr);
  EXPECT_EQ(sheet->find("<f>"), std::string::npos);
  EXPECT_NE(sheet->find("type=\"list\""), std::string::npos);
  EXPECT_NE(sheet->find("open,confirmed,changed,query,cannot-verify,cut"), std::string::npos);
  EXPECT_NE(sheet->find("state=\"frozen\""), std::string::npos);
}

TEST(WriteCheckSheet, ThePageIsSafeAndCounts) {
  CheckSheet sheet = sample();
  sheet.title = "<script>alert(1)</script>";
  sheet.items[0].note = "</textarea><img src=x onerror=alert(1)>";
  sheet.items[0].status = CheckItemStatus::query;
  const std::string page = write_checksheet_html(sheet);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_NE(page.find("1 left of 2"), std::string::npos);
  EXPECT_NE(page.find("Content-Security-Policy"), std::string::npos);
  EXPECT_EQ(page.find("src=\"http"), std::string::npos);
  EXPECT_NE(page.find("<option selected>cannot-verify</option>"), std::string::npos);
}

/// A workbook as other programs write them: shared strings in runs, numbers with styles, rows without references.
std::string foreign_book(const std::string& rows, const std::string& strings, const std::string& workbook = "") {
  const std::string ns = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
  const std::string r = R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return write_zip(
      {{"xl/workbook.xml", "<workbook" + ns + r + ">" + workbook +
                               R"(<sheets><sheet name="S" sheetId="1" r:id="rId7"/></sheets></workbook>)"},
       {"xl/_rels/workbook.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="rId7" Type=")" +
            type +
            R"(worksheet" Target="worksheets/sheet1.xml"/>)"
            R"(<Relationship Id="rId8" Type=")" +
            type +
            R"(sharedStrings" Target="sharedStrings.xml"/>)"
            R"(<Relationship Id="rId9" Type=")" +
            type + R"(styles" Target="styles.xml"/></Relationships>)"},
       {"xl/sharedStrings.xml", "<sst" + ns + ">" + strings + "</sst>"},
       {"xl/styles.xml", "<styleSheet" + ns +
                             R"(><numFmts count="1"><numFmt numFmtId="165" formatCode="DD/MM/YYYY"/></numFmts>)"
                             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
       {"xl/worksheets/sheet1.xml", "<worksheet" + ns + "><sheetData>" + rows + "</sheetData></worksheet>"}});
}

const std::string kHeadRow =
    R"(<row><c t="inlineStr"><is><t>ID</t></is></c><c t="inlineStr"><is><t>Sentence</t></is></c>)"
    R"(<c t="inlineStr"><is><t>item</t></is></c><c t="inlineStr"><is><t>kind</t></is></c>)"
    R"(<c t="inlineStr"><is><t>status</t></is></c><c t="inlineStr"><is><t>date</t></is></c>)"
    R"(<c t="inlineStr"><is><t>revision</t></is></c></row>)";

TEST(ReadCheckSheet, ReadsWhatOtherProgramsSave) {
  const CheckSheet sheet = read_back(foreign_book(
      kHeadRow + R"(<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c><c r="C5" t="s"><v>1</v></c>)"
                 R"(<c r="D5" t="str"><v>Name</v></c><c r="E5" t="s"><v>2</v></c><c r="F5" s="1"><v>46328</v></c>)"
                 R"(<c r="G5"><v>3.0</v></c></row>)",
      R"(<si><t>aa</t></si><si><r><t>Ana </t></r><r><rPr/><t>Ruiz</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>)"
      R"(<si><t>Cannot verify</t></si>)"));
  ASSERT_EQ(sheet.items.size(), 1U);
  EXPECT_EQ(sheet.items[0].item, "Ana Ruiz");
  EXPECT_EQ(sheet.items[0].kind, CheckItemKind::name);
  EXPECT_EQ(sheet.items[0].status, CheckItemStatus::cannot_verify);
  EXPECT_EQ(sheet.items[0].date, "2026-11-02");
  EXPECT_EQ(sheet.items[0].revision, 3U);
}

TEST(ReadCheckSheet, ReadsOpenDocument) {
  const auto cell = [](const std::string& words) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
  };
  const std::string content =
      R"(<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>)"
      R"(<table:table><table:table-header-rows><table:table-row>)" +
      cell("id") + cell("sentence") + cell("item") + cell("kind") + cell("status") + cell("date") + cell("note") +
      R"(</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="3"><table:table-cell )"
      R"(table:number-columns-repeated="1024"/></table:table-row><table:table-row>)" +
      cell("aa") + cell("Ana<text:s/>Ruiz came.") + cell("Ana Ruiz") + cell("name") + cell("query") +
      R"(<table:table-cell office:value-type="date" office:date-value="2026-11-02"><text:p>02.11.26</text:p></table:table-cell>)" +
      "<table:table-cell><text:p>one</text:p><text:p>two</text:p></table:table-cell>" +
      R"(</table:table-row><table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>)"
      R"(</table:table></office:spreadsheet></office:body></office:document-content>)";
  const CheckSheet sheet =
      read_back(write_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}}));
  ASSERT_EQ(sheet.items.size(), 1U);
  EXPECT_EQ(sheet.items[0].sentence, "Ana Ruiz came.");
  EXPECT_EQ(sheet.items[0].status, CheckItemStatus::query);
  EXPECT_EQ(sheet.items[0].date, "2026-11-02");
  EXPECT_EQ(sheet.items[0].note, "one\ntwo");
}

TEST(ReadCheckSheet, ReadsSemicolonsMarksAndAnyOrder) {
  const CheckSheet sheet = read_back(
      "\xEF\xBB\xBFstatus;id;item;sentence;kind;Extra\r\nConfirmed;a1;\"Ana; Ruiz\";Ana; name ;mine\r\n;;buy "
      "milk;;;\r\n");
  ASSERT_EQ(sheet.items.size(), 2U);
  EXPECT_EQ(sheet.items[0].status, CheckItemStatus::confirmed);
  EXPECT_EQ(sheet.items[0].item, "Ana; Ruiz");
  EXPECT_EQ(sheet.more_columns, std::vector<std::string>{"Extra"});
  EXPECT_EQ(sheet.items[0].more, std::vector<std::string>{"mine"});
  EXPECT_EQ(sheet.items[1].item, "buy milk");  // a row of their own
}

struct Refused {
  const char* name;
  std::string bytes;
  const char* message;
  std::uint32_t line = 0;
};
void PrintTo(const Refused& row, std::ostream* out) {
  *out << row.name;
}

class Refusing : public testing::TestWithParam<Refused> {};

TEST_P(Refusing, SaysWhereAndWhatToDo) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_checksheet(GetParam().bytes, "sheet.csv", diagnostics));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_NE(diagnostics.front().message.find(GetParam().message), std::string::npos) << diagnostics.front().message;
  EXPECT_FALSE(diagnostics.front().remedy.empty());
  EXPECT_EQ(diagnostics.front().line, GetParam().line);
  EXPECT_EQ(diagnostics.front().severity, Severity::error);
}

std::string bomb() {
  // One string of 30,000 bytes that three thousand cells name.
  std::string rows = kHeadRow;
  for (int i = 0; i < 3'000; ++i)
    rows += R"(<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>)";
  return foreign_book(rows, "<si><t>" + std::string(30'000, 'x') + "</t></si>");
}

INSTANTIATE_TEST_SUITE_P(
    All, Refusing,
    testing::Values(
        Refused{"empty", "", "empty", 1}, Refused{"another table", "name,age\r\nAna,34\r\n", "no column “id”", 1},
        Refused{"no status", "id,sentence,item,kind\r\na,b,c,name\r\n", "no column “status”", 1},
        Refused{"twice", "id,sentence,item,kind,status,Status\r\na,b,c,name,open,cut\r\n", "two columns “status”", 1},
        Refused{"status", "id,sentence,item,kind,status\r\na,b,c,name,confirmd\r\n", "“confirmd” is no status", 2},
        Refused{"kind", "id,sentence,item,kind,status\r\na,b,c,colour,open\r\n", "“colour” is no kind", 2},
        Refused{"open mark", "id,sentence,item,kind,status\r\na,\"b,c,name,open\r\n", "not closed", 2},
        Refused{"latin-1", "id,sentence,item,kind,status\r\na,b,caf\xe9,name,open\r\n", "not UTF-8", 0},
        Refused{"long cell", "id,sentence,item,kind,status\r\na," + std::string(40'000, 'x') + ",c,name,open\r\n",
                "column 2 holds 40000 bytes", 2},
        Refused{"many columns", "id" + std::string(100, ',') + "\r\n", "columns", 1},
        Refused{"torn", write_checksheet_xlsx(sample()).substr(0, 900), "cannot be read", 0},
        Refused{"a document", write_zip({{"word/document.xml", "<w/>"}}), "no spreadsheet", 0},
        Refused{"no such string", foreign_book(kHeadRow + R"(<row><c t="s"><v>99</v></c></row>)", ""), "no string 99",
                0},
        Refused{"far column", foreign_book(kHeadRow + R"(<row><c r="XFD2" t="str"><v>x</v></c></row>)", ""),
                "more than 64 columns", 0},
        Refused{"bomb", bomb(), "more than 64 MB", 0},
        Refused{
            "repeated",
            write_zip({{"content.xml", R"(<d xmlns:t="t" xmlns:x="x"><body><spreadsheet><t:table><t:table-row )"
                                       R"(t:number-rows-repeated="1000000"><t:table-cell><x:p>)" +
                                           std::string(900, 'x') +
                                           "</x:p></t:table-cell></t:table-row></t:table></spreadsheet></body></d>"}}),
            "cannot be read", 0}));

}  // namespace
}  // namespace hearsay
