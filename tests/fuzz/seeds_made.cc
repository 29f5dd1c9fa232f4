// Small files of formats that no fixture shows, and what is said to the servers.
#include "fuzz/compressed.h"
#include "fuzz/seeds.h"

namespace hearsay::fuzz {
namespace {

const std::string kWall = "The wall at Port Elm failed twice in a week, the harbour office said on Monday.";
const std::string kQuote = "“That wall was old,” said Lena Ost.";
const std::string kMarkup = "<p>" + kWall + "</p><p>" + kQuote + "</p>";

std::string warc_record(const std::string& type, const std::string& content, std::size_t claimed) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: http://elm.example/a\r\nContent-Type: " + "application/http; msgtype=" + type +
         "\r\nContent-Length: " + std::to_string(claimed) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string warc_page(const std::string& headers, const std::string& body) {
  const std::string content = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body;
  return warc_record("response", content, content.size());
}

std::string nexis() {
  std::string file = "Date of request: today\n";
  for (const std::string number : {"1", "2"}) {
    file += "\n                 " + number +
            " of 2 DOCUMENTS\n\n              The Elm Herald\n\n            March 1, " + "2024\n\nWall " + number +
            " fails\n\nBYLINE: By Ana Ruiz\n\nSECTION: Pg. 1\n\nLENGTH: 30 words\n\n   " + kWall + "\n\n   " + kQuote +
            "\n\nLOAD-DATE: March 2, 2024\n\nLANGUAGE: ENGLISH\n";
  }
  return file;
}

std::string factiva() {
  std::string file = "<html><head><title>Factiva</title></head><body><div id=\"contentWrapper\">";
  for (const std::string number : {"1", "2"}) {
    file +=
        "<div class=\"article enArticle\"><div id=\"hd\"><span class=\"enHeadline\">Wall " + number +
        "</span></div><div class=\"author\">By Ana Ruiz</div><div>30 words</div><div>1 March 2024</div><div>The Elm "
        "Herald</div><div>English</div><p class=\"articleParagraph enarticleParagraph\">" +
        kWall + "</p><p>Document ELMH00002024" + number + "</p></div>";
  }
  return file + "</div></body></html>";
}

/// Parts of an archive as office_fuzz takes them.
std::string parts(std::initializer_list<std::pair<std::string, std::string>> all) {
  std::string seed;
  for (const auto& [name, bytes] : all) seed += (seed.empty() ? "" : "\x1e") + name + '\n' + bytes;
  return seed;
}

std::string relations(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside +
         "</Relationships>";
}

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         kind + "\" Target=\"" + target + "\"/>";
}

}  // namespace

Seeds wires() {
  const std::string story = "\"headline\":\"Wall fails\",\"versioncreated\":\"2024-03-01T10:15:00Z\"";
  return {
      (R"({"id":"a","title":"Wall fails","text":"The wall failed, Ruiz said.","outlet":"Elm","published":"2024-03-01"})"
       "\n"
       R"({"id":"b","url":"http://elm.example/b","html":"<p>It was old.<\/p>","section":"Opinion","language":"en"})"
       "\n{\"id\": broken}\n"),
      "[\n {\"text\": \"The wall failed, Ruiz said.\"},\n {\"text\": \"It \\\"was\\\" old.\", \"a\": [1, {}]}\n]\n",
      R"({"uri":"urn:x:1",)" + story + R"(,"body_html":")" + kMarkup + R"(","infosource":[{"name":"AFP"}]})",
      (R"({"type":"story","version":"0.10.7","headlines":{"basic":"Wall fails"},"content_elements":[{"type":"text",)"
       R"("content":"It failed, Ruiz said."},{"type":"quote","content_elements":[{"type":"text","content":"Old."}]}]})"),
      "<rss version=\"2.0\"><channel><title>Elm</title><item><title>Wall fails</title><link>http://elm.example/a</link>"
      "<description><![CDATA[" +
          kMarkup +
          "]]></description><guid>1</guid></item><item><title>Two</title>"
          "<content:encoded>&lt;p&gt;" +
          kWall + "&lt;/p&gt;</content:encoded></item></channel></rss>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Elm</title><entry><id>1</id><title>Wall fails</title>"
      "<updated>2024-03-01T10:15:00Z</updated><content type=\"html\">&lt;p&gt;" +
          kWall +
          "&lt;/p&gt;</content></entry>"
          "<entry><id>2</id><title>Two</title><content type=\"xhtml\"><div>" +
          kMarkup + "</div></content></entry></feed>",
      "<?xml version=\"1.0\"?><nitf><head><docdata><date.issue norm=\"20240301T101500Z\"/></docdata></head><body>"
      "<body.head><hedline><hl1>Wall fails</hl1></hedline><byline>By Ana Ruiz</byline></body.head><body.content>" +
          kMarkup + "</body.content></body></nitf>",
      "<newsMessage><itemSet><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"1\"><itemMeta><provider "
      "literal=\"reuters.com\"/></itemMeta><contentMeta><headline>Wall</headline></contentMeta><contentSet><inlineXML "
      "contenttype=\"application/nitf+xml\"><nitf><body><body.content>" +
          kMarkup +
          "</body.content></body></nitf></inlineXML></contentSet></newsItem><newsItem "
          "guid=\"2\"><contentSet><inlineData "
          "contenttype=\"text/plain\">" +
          kWall + "</inlineData></contentSet></newsItem></itemSet></newsMessage>",
      "<NewsML><NewsItem><NewsManagement><FirstCreated>20240301T101500Z</FirstCreated></NewsManagement><NewsComponent>"
      "<NewsLines><HeadLine>Wall</HeadLine></NewsLines><NewsComponent><ContentItem><DataContent>" +
          kMarkup + "</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>",
      nexis(),
      factiva(),
  };
}

Seeds web_archives() {
  const std::string info = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na: \r\n\r\n";
  const std::string chunked = warc_page("Transfer-Encoding: chunked\r\n", "3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n");
  const std::string packed = warc_page("Content-Encoding: gzip\r\n", as_gzip("<p>packed</p>"));
  return {info + warc_page("", kMarkup) + warc_record("request", "GET / HTTP/1.1\r\n\r\n", 18) + chunked,
          packed + warc_page("Content-Type: image/png\r\n", "png") + warc_record("revisit", "", 0),
          warc_page("", "one") + "garbage\r\n" + warc_record("response", "HTTP/1.1 200 OK\r\n\r\nlong", 5000) + chunked,
          warc_record("response", "HTTP/1.1 200 OK\r\n\r\nshort and cut", 25) + info,
          "WARC/1.0\r\nContent-Length: -5\r\n\r\nx\r\n\r\n" + warc_page("", kMarkup)};
}

Seeds office_parts() {
  const std::string names =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string root = relations(relation("rId1", "officeDocument", "word/document.xml"));
  const std::string body =
      "<w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Wall fails</w:t></w:r></w:p><w:p><w:r><w:t "
      "xml:space=\"preserve\">It </w:t></w:r><w:ins w:id=\"1\" "
      "w:author=\"a\"><w:r><w:t>failed</w:t></w:r></w:ins><w:del "
      "w:id=\"2\"><w:r><w:delText>fell</w:delText></w:r></w:del><w:commentRangeStart w:id=\"3\"/><w:r><w:t>, Ruiz said."
      "</w:t><w:tab/><w:br/></w:r><w:commentRangeEnd w:id=\"3\"/><w:r><w:commentReference "
      "w:id=\"3\"/><w:footnoteReference "
      "w:id=\"4\"/></w:r><w:hyperlink "
      "r:id=\"rId9\"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p>"
      "<w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const std::string related =
      relations(relation("rId2", "comments", "comments.xml") + relation("rId3", "footnotes", "footnotes.xml") +
                relation("rId4", "styles", "styles.xml") +
                "<Relationship Id=\"rId9\" Type=\"x/hyperlink\" Target=\"http://elm.example/\" "
                "TargetMode=\"External\"/>");
  return {
      parts({{"_rels/.rels", root},
             {"word/document.xml", "<w:document" + names + "><w:body>" + body + "</w:body></w:document>"},
             {"word/_rels/document.xml.rels", related},
             {"word/styles.xml", "<w:styles" + names +
                                     "><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
                                     "</w:styles>"},
             {"word/comments.xml", "<w:comments" + names +
                                       "><w:comment w:id=\"3\" w:author=\"Ed\" w:date=\"2024-03-01T00:"
                                       "00:00Z\"><w:p><w:r><w:t>Who says?</w:t></w:r></w:p></w:comment></w:comments>"},
             {"word/footnotes.xml", "<w:footnotes" + names +
                                        "><w:footnote w:id=\"4\"><w:p><w:r><w:t>Call, 3 May</w:t>"
                                        "</w:r></w:p></w:footnote></w:footnotes>"}}),
      parts(
          {{"mimetype", "application/vnd.oasis.opendocument.text"},
           {"content.xml",
            "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:xlink=\"x\" "
            "xmlns:dc=\"d\"><office:body>"
            "<office:text><text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info>"
            "<dc:creator>a</dc:creator></office:change-info><text:p>fell</text:p></text:deletion></text:changed-region>"
            "</text:tracked-changes><text:h>Wall fails</text:h><text:p>It <text:change text:change-id=\"c1\"/>failed,"
            "<text:s text:c=\"2\"/> <text:a xlink:href=\"http://elm.example/\">Ruiz</text:a> said.<text:note "
            "text:note-class=\"footnote\"><text:note-body><text:p>Call</text:p></text:note-body></text:note>"
            "<office:annotation><dc:creator>Ed</dc:creator><text:p>Who?</text:p></office:annotation></text:p>"
            "</office:text></office:body></office:document-content>"}}),
      parts(
          {{"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
           {"xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            "</workbook>"},
           {"xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                                                    relation("rId2", "sharedStrings", "sharedStrings.xml"))},
           {"xl/sharedStrings.xml", "<sst><si><t>id</t></si><si><r><t>sta</t></r><r><t>tus</t></r></si></sst>"},
           {"xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
            "t=\"s\"><v>1</v></c></row><row "
            "r=\"3\"><c t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B3\"><v>1.5e3</v></c><c t=\"b\"><v>1</v></c></row>"
            "</sheetData></worksheet>"}}),
      parts(
          {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
           {"content.xml",
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"a\" xmlns:text=\"t\"><office:body><office:"
            "spreadsheet><table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
            "office:value-type=\"string\" table:number-columns-repeated=\"3\"><text:p>id</text:p></table:table-cell>"
            "<table:covered-table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-01\"/>"
            "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"}}),
  };
}

Seeds spoken_to_server() {
  Seeds seeds;
  for (const char* path : {"/",
                           "/healthz",
                           "/metrics",
                           "/openapi.json",
                           "/assets/desk.js",
                           "/api/v1/jobs",
                           "/api/v1/jobs/1",
                           "/api/v1/articles?limit=2",
                           "/api/v1/articles/dam-1",
                           "/api/v1/store/outlets?sort=-score",
                           "/api/v1/rules",
                           "/api/v1/policies",
                           "/api/v1/languages",
                           "/api/v1/formats",
                           "/v2/languages",
                           "/v2/info",
                           "/drafts",
                           "/drafts.json",
                           "/drafts/1",
                           "/drafts/1/state",
                           "/drafts/1/versions",
                           "/drafts/1/versions/1",
                           "/drafts/1/checksheet",
                           "/drafts/1/checksheet.xlsx",
                           "/drafts/1/compare?old=1&new=1",
                           "/archive",
                           "/archive/articles.json?outlet=Cove+Herald",
                           "/archive/articles/dam-1",
                           "/archive/callsheets/dam-1.csv",
                           "/archive/sources.csv",
                           "/archive/sources/Ana%20Ruiz",
                           "/archive/findings/anonymous-source",
                           "/archive/search?q=%22old%22+dam",
                           "/archive/threads?q=old",
                           "/desk/originals"})
    seeds.push_back("GET " + std::string(path) + "\nAccept: text/html,application/json;q=0.5\n\n");
  const std::string json = "\nContent-Type: application/json\n\n";
  const std::string form = "\nContent-Type: application/x-www-form-urlencoded\n\n";
  const std::string text = "Wall fails\\n\\n“It was old,” said Lena Ost. An official agreed.";
  for (const char* format : {"json", "html", "xml", "brat", "docx"})
    seeds.push_back("POST /api/v1/audit?format=" + std::string(format) + "\nContent-Type: text/plain\n\n" + kWall);
  seeds.push_back("POST /api/v1/batch?name=x\n\n{\"text\":\"" + text + "\"}\n{\"id\":3}\n");
  seeds.push_back("POST /api/v1/verify" + json + "{\"text\":\"" + text +
                  "\",\"originals\":[{\"name\":\"a.txt\","
                  "\"text\":\"It was very old.\"}]}");
  seeds.push_back("POST /api/v1/compare" + json + "{\"old\":{\"text\":\"" + text +
                  "\"},\"new\":{\"text\":\"It was old.\"}}");
  seeds.push_back("POST /api/v1/checksheet?format=csv" + json + "{\"text\":\"" + text + "\",\"originals\":[]}");
  seeds.push_back("POST /v2/check" + form + "language=en-GB&text=It+was+old%2C+an+official+said.&level=picky");
  seeds.push_back("POST /v2/check" + form +
                  "language=auto&data={\"annotation\":[{\"text\":\"It was \"},{\"markup\":\"<b>\","
                  "\"interpretAs\":\" \"},{\"text\":\"old, he said.\"}]}");
  seeds.push_back("POST /desk/audit" + json + "{\"text\":\"" + text + "\",\"name\":\"a.md\",\"policy\":\"default\"}");
  seeds.push_back("POST /desk/checksheet" + json + "{\"text\":\"" + text + "\"}");
  seeds.push_back("POST /desk/sidecar\n\n<corrections/>");
  seeds.push_back("PUT /desk/read?name=a.html\n\n" + kMarkup);
  const std::string kept = "{\"by\":\"jh\",\"at\":\"2026-05-04T09:12:00Z\",\"text\":\"" + text + "\"";
  seeds.push_back("POST /drafts" + json + kept + "}");
  seeds.push_back("POST /drafts/1/versions" + json + kept + ",\"base\":1}");
  seeds.push_back("POST /drafts/1/checksheet" + json + "{\"item\":\"0123456789ab\",\"status\":\"confirmed\"}");
  seeds.push_back("POST /drafts/1/corrections" + json +
                  "{\"corrections\":[{\"kind\":\"reading\",\"value\":\"wrong\",\"target\":{\"fingerprint\":"
                  "\"90b1c4d26e7f0a35\"},\"by\":\"jh\",\"at\":\"2026-05-04T09:12:00Z\"}]}");
  seeds.push_back("DELETE /drafts/1/corrections/0123456789abcdef\n\n");
  seeds.push_back("DELETE /desk/originals/1\n\n");
  return seeds;
}

Seeds spoken_to_editor() {
  const std::string open = R"({"method":"initialize","id":1,"params":{"capabilities":{"general":{"positionEncodings":)"
                           R"(["utf-8"]},"textDocument":{"hover":{"contentFormat":["markdown"]}}}}})"
                           "\n"
                           R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.txt",)"
                           R"("version":1,"text":"It was old, Ruiz said.\n"}}})"
                           "\n";
  const std::string of = R"("params":{"textDocument":{"uri":"file:///a.txt"})";
  return {
      open + R"({"method":"textDocument/hover","id":2,)" + of + R"(,"position":{"line":2,"character":50}}})",
      open + R"({"method":"textDocument/documentSymbol","id":"x",)" + of + "}}",
      open + R"({"method":"textDocument/diagnostic","id":3,)" + of + "}}",
      open + R"({"method":"textDocument/codeAction","id":4,)" + of +
          R"(,"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":90}},"context":{"only":["quickfix"]}}})",
      open + R"({"method":"textDocument/didChange",)" + of +
          R"(,"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":3}},"text":"😀"},)"
          R"({"text":"whole"}]}})"
          "\n"
          R"({"method":"textDocument/didSave",)" +
          of +
          "}}\n"
          R"({"method":"textDocument/didClose",)" +
          of + "}}",
      open + R"({"method":"workspace/didChangeConfiguration","params":{"settings":{"hearsay":{"policy":"ap",)"
             R"("minConfidence":0.5,"outlet":"Elm"}}}})",
      open + "{\"method\":\"shutdown\",\"id\":5}\n{\"method\":\"textDocument/hover\",\"id\":6}\n{\"method\":\"exit\"}",
      ("{\"id\":7,\"method\":\"no/such\"}\n{\"id\":8,\"result\":null}\n[]\n{\"method\":\"$/"
       "cancelRequest\",\"params\":{\"id\":7}}\n{"),
  };
}

}  // namespace hearsay::fuzz
