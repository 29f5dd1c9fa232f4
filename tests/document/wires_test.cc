// Formats of agencies and newsrooms: each field under its name, the traps of real files, and input that breaks parsers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "document/block_names.h"
#include "document/sniff.h"
#include "document/times.h"
#include "document/wire/wire_item.h"
#include "processor_time.h"
#include "read_english.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

const std::string kWall = "The wall at Port Elm failed twice in a week, the harbour office said on Monday.";
const std::string kQuote = "“We warned them in March,” said Lena Ost, the harbour master.";

std::string agencies_of(const Document& document) {
  std::string out;
  for (const Agency& agency : document.agencies)
    out += (out.empty() ? "" : ", ") + agency.name + (agency.role == AgencyRole::source ? "" : " (part)");
  return out;
}

struct WireCase {
  const char* name;
  std::string file;
  std::string format, title, byline, published, outlet, agencies, language;
  std::string blocks;  // JSON as named_blocks
  std::string warning;
};

class Wire : public ::testing::TestWithParam<WireCase> {};

TEST_P(Wire, IsReadWhole) {
  const WireCase& given = GetParam();
  const Document document = read_english(given.file, "in/tag:wire.example,0000:item_1");
  EXPECT_EQ(document.format, given.format);
  EXPECT_EQ(document.title, given.title);
  EXPECT_EQ(document.byline, given.byline);
  EXPECT_EQ(document.published, given.published);
  EXPECT_EQ(document.outlet, given.outlet);
  EXPECT_EQ(agencies_of(document), given.agencies);
  EXPECT_EQ(document.language, given.language);
  EXPECT_EQ(named_blocks(document), nlohmann::json::parse(given.blocks)) << named_blocks(document).dump();
  if (given.warning.empty()) {
    EXPECT_TRUE(document.diagnostics.empty()) << document.diagnostics.front().message;
  } else {
    ASSERT_FALSE(document.diagnostics.empty());
    EXPECT_EQ(document.diagnostics.front().severity, Severity::warning);
    EXPECT_THAT(document.diagnostics.front().message, HasSubstr(given.warning));
  }
}

std::string blocks(const std::string& above) {
  return R"([["headline","Wall fails again"],)" + above + R"(["paragraph",")" + kWall + R"("],["paragraph",")" +
         kQuote + R"("]])";
}

std::string paragraphs() {
  return "<p>" + kWall + "</p><p>" + kQuote + "</p>";
}

std::string nitf(const std::string& docdata, const std::string& head, const std::string& body) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"http://dead.example/nitf.dtd\">\n<!-- x -->\n<nitf><head>" +
         docdata + "</head><body><body.head><hedline><hl1>Wall fails again</hl1></hedline>" + head +
         "</body.head><body.content>" + body + "</body.content></body></nitf>";
}

std::string newsml_g2(const std::string& meta, const std::string& content, const std::string& payload) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en-GB\">" + meta +
         "<contentMeta><headline>Wall fails again</headline>" + content + "</contentMeta><contentSet>" + payload +
         "</contentSet></newsItem>";
}

std::string newsml_1(const std::string& management, const std::string& component, const std::string& data) {
  return "<?xml version=\"1.0\"?><!DOCTYPE NewsML [<!ENTITY % nitf SYSTEM \"nitf.dtd\"> %nitf; ]><NewsML><NewsItem>"
         "<NewsManagement><FirstCreated>20240301T101500+0100</FirstCreated>" +
         management + "</NewsManagement><NewsComponent><NewsLines><HeadLine>Wall fails again</HeadLine></NewsLines>" +
         component + "<NewsComponent><ContentItem><DataContent>" + data +
         "</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";
}

std::string json_string(const std::string& text) {
  return nlohmann::json(text).dump();
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Wire,
    ::testing::Values(
        WireCase{"nitf_byline_with_office",
                 nitf(R"(<docdata><date.issue norm="20240301T101500Z"/></docdata>)",
                      "<byline>By ANA RUIZ<byttl>Coast Business Writer</byttl></byline><distributor>Coast "
                      "Wire</distributor>",
                      paragraphs()),
                 "nitf", "Wall fails again", "ANA RUIZ", "2024-03-01T10:15:00Z", "Coast Wire", "", "",
                 blocks(R"(["byline","By ANA RUIZ"],)"), ""},
        WireCase{"nitf_in_a_paper",
                 nitf(R"(<pubdata name="The Elm Herald" date.publication="20240302"/>)",
                      "<distributor>The Associated Press</distributor>",
                      "<p>PORT ELM (AP) _ " + kWall + "</p><p>" + kQuote + "</p><p>hh/ph/ts</p>"),
                 "nitf", "Wall fails again", "", "2024-03-02", "The Elm Herald", "Associated Press", "",
                 R"([["headline","Wall fails again"],["dateline","PORT ELM (AP) _"],["paragraph",")" + kWall +
                     R"("],["paragraph",")" + kQuote + R"("],["boilerplate","hh/ph/ts"]])",
                 ""},
        WireCase{"nitf_lead_repeated",
                 nitf("",
                      "<byline class=\"print_byline\">By Ana Ruiz</byline><byline "
                      "class=\"normalized_byline\">Ruiz, Ana</byline>",
                      "<block class=\"lead_paragraph\"><p>" + kWall + "</p></block><block class=\"full_text\">" +
                          paragraphs() + "</block>"),
                 "nitf", "Wall fails again", "Ana Ruiz", "", "", "", "", blocks(R"(["byline","By Ana Ruiz"],)"), ""},
        WireCase{"nitf_embargo",
                 nitf(R"(<docdata management-status="embargoed"><date.release norm="20240303T000100+0100"/></docdata>)",
                      "", paragraphs()),
                 "nitf", "Wall fails again", "", "2024-03-03T00:01:00+01:00", "", "", "", blocks(""),
                 "under embargo until 2024-03-03T00:01:00+01:00"},
        WireCase{
            "nitf_delivery_list",
            nitf(
                R"(<docdata management-status="usable"><del-list><from-src src-name="AFP" level-number="1"/>)"
                R"(<from-src src-name="Coast Desk" level-number="2"/></del-list></docdata><pubdata name="Elm Herald"/>)",
                "",
                "<p>   The wall at <location>Port Elm</location> failed twice <br/>in a week, the <org>harbour "
                "office</org> said on Monday.</p><p/><p>" +
                    kQuote + "</p><table><tr><td>1</td></tr></table>"),
            "nitf", "Wall fails again", "", "", "Elm Herald", "Coast Desk, Agence France-Presse", "", blocks(""), ""},
        WireCase{
            "g2_nitf_payload",
            newsml_g2(R"(<itemMeta><itemClass qcode="ninat:text"/><provider literal="reuters.com"/><versionCreated>)"
                      R"(2024-03-01T10:15:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>)",
                      "<infoSource literal=\"Reuters\"/><creditline>Reuters</creditline><by>By Ana Ruiz</by>",
                      "<inlineXML contenttype=\"application/nitf+xml\"><nitf><body><body.content>" + paragraphs() +
                          "</body.content></body></nitf></inlineXML>"),
            "newsml-g2", "Wall fails again", "Ana Ruiz", "2024-03-01T10:15:00Z", "Reuters", "", "en-GB",
            blocks(R"(["byline","By Ana Ruiz"],)"), ""},
        WireCase{
            "g2_html_under_a_wrong_name",
            newsml_g2("<itemMeta><pubStatus qcode=\"stat:withheld\"/></itemMeta>", "",
                      "<inlineXML contenttype=\"application/xhtml+html\"><html xmlns=\"http://www.w3.org/1999/xhtml\">"
                      "<head><title/></head><body><p>By Ana Ruiz</p>" +
                          paragraphs() + "</body></html></inlineXML>"),
            "newsml-g2", "Wall fails again", "Ana Ruiz", "", "", "", "en-GB", blocks(R"(["byline","By Ana Ruiz"],)"),
            "withheld"},
        WireCase{
            "g2_hops",
            "<newsMessage><itemSet>" +
                newsml_g2("<hopHistory><hop seq=\"1\"><party><name>Coast Wire</name></party></hop><hop "
                          "seq=\"2\"><party qcode=\"comp:AP\"/></hop><hop seq=\"3\"><party><name>Tagger</name></party>"
                          "<action target=\"hatarget:metadata\"/></hop></hopHistory>"
                          "<itemMeta><provider><name>Elm Herald</name></provider></itemMeta>",
                          "", "<inlineData contenttype=\"text/plain\">" + kWall + "\n\n" + kQuote + "</inlineData>") +
                "</itemSet></newsMessage>",
            "newsml-g2", "Wall fails again", "", "", "Elm Herald", "Associated Press, Coast Wire", "en-GB", blocks(""),
            ""},
        WireCase{
            "newsml_1_nitf",
            newsml_1("<Status FormalName=\"Canceled\"/>",
                     "<AdministrativeMetadata><Provider><Party FormalName=\"Coast Wire\"/></Provider><Source><Party "
                     "FormalName=\"AFP\"/></Source></AdministrativeMetadata><DescriptiveMetadata><Language "
                     "FormalName=\"EN\"/></DescriptiveMetadata>",
                     "<nitf><body><body.content>" + paragraphs() + "</body.content></body></nitf>"),
            "newsml-1", "Wall fails again", "", "2024-03-01T10:15:00+01:00", "Coast Wire", "Agence France-Presse", "en",
            blocks(""), "canceled"},
        WireCase{"newsml_1_bare_paragraphs", newsml_1("", "", paragraphs()), "newsml-1", "Wall fails again", "",
                 "2024-03-01T10:15:00+01:00", "", "", "", blocks(""), ""},
        WireCase{"ninjs_1",
                 R"({"uri":"urn:x:1","versioncreated":"2024-03-01T10:15:00Z","pubstatus":"usable","headline":)"
                 R"("Wall fails again","byline":"By Ana Ruiz, AFP","copyrightholder":"Elm Herald","body_text":"no",)"
                 R"("body_html":)" +
                     json_string(paragraphs()) + R"(,"infosource":[{"name":"AFP"}],"language":"en"})",
                 "ninjs", "Wall fails again", "Ana Ruiz", "2024-03-01T10:15:00Z", "Elm Herald", "Agence France-Presse",
                 "en", blocks(R"(["byline","By Ana Ruiz, AFP"],)"), ""},
        WireCase{"ninjs_3",
                 R"({"uri":"https://elm.example/1","versionCreated":"2024-03-01","pubStatus":"usable",)"
                 R"("headlines":[{"role":"short","value":"Wall"},{"role":"main","value":"Wall fails again"}],)"
                 R"("bodies":[{"contentType":"text/plain","value":"no"},{"contentType":"text/html","value":)" +
                     json_string(paragraphs()) + R"(}],"associations":[{"bodies":[{"value":"<p>Of a picture</p>"}]}]})",
                 "ninjs", "Wall fails again", "", "2024-03-01", "", "", "", blocks(""), ""},
        WireCase{
            "ninjs_summary_only",
            R"({"uri":"urn:x:1","versioncreated":"2024-03-01","headline":"Wall fails again","descriptions":[{"value":)" +
                json_string(kWall + "\n\n" + kQuote) + "}]}",
            "ninjs", "Wall fails again", "", "2024-03-01", "", "", "", blocks(""), "a summary and no body"},
        WireCase{
            "ans",
            R"({"type":"story","version":"0.10.7","headlines":{"basic":"Wall fails again"},"credits":{"by":[{"name":)"
            R"("Ana Ruiz"},{"name":"Ben Cole"}]},"distributor":{"name":"Reuters","category":"wires"},"canonical_website":)"
            R"("elm","first_publish_date":"2024-03-01T10:15:00Z","content_elements":[{"type":"text","content":)" +
                json_string(kWall) + R"(},{"type":"interstitial_link","content":"More walls"},{"type":"quote",)" +
                R"("content_elements":[{"type":"text","content":)" + json_string(kQuote) +
                R"(}]},{"type":"image","caption":"The wall"}]})",
            "ans", "Wall fails again", "Ana Ruiz and Ben Cole", "2024-03-01T10:15:00Z", "elm", "Reuters", "",
            R"([["headline","Wall fails again"],["byline","Ana Ruiz"],["byline","Ben Cole"],["paragraph",")" + kWall +
                R"("],["read_more","More walls"],["blockquote",")" + kQuote + R"("],["caption","The wall"]])",
            ""}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Wires, DeclarationsThatLieAreNotBelieved) {
  std::string file = nitf("", "", "<p>The café at Port Elm was closed on Monday, the owner said.</p>");
  file.replace(0, 21, "<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>");
  EXPECT_THAT(read_english(file, "a.xml").text, HasSubstr("The café at"));
  const std::size_t at = file.find("é");
  file.replace(at, 2, "\xa4");
  EXPECT_THAT(read_english(file, "a.xml").text, HasSubstr("caf€"));
}

TEST(Wires, EntitiesOfHtmlAreDecodedAndNoOthers) {
  const Document document = read_english(
      nitf("", "",
           "<p>Caf&eacute; <a href=\"https://elm.example/x\">Elm &amp; Sons</a> &mdash; shut &nosuch; on Monday.</p>"),
      "a.xml");
  EXPECT_THAT(document.text, HasSubstr("Café Elm & Sons — shut &nosuch; on Monday."));
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.text.substr(document.links[0].span.begin, document.links[0].span.size()), "Elm & Sons");
}

TEST(Wires, HostileInputEndsSoon) {
  struct Hostile {
    const char* name;
    std::string file;
    bool text;  // it holds its text still
  };
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 20; ++i)
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + times("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  bomb += "]><nitf><body><body.content><p>&a19; " + kWall + "</p></body.content></body></nitf>";
  const std::string outside =
      "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>&x; " + kWall +
      "</p></body.content></body></nitf>";
  const Hostile cases[] = {
      {"entity bomb", bomb, true},
      {"external entity", outside, true},
      {"100,000 deep", nitf("", "", times("<block>", 100'000) + "<p>" + kWall + "</p>" + times("</block>", 100'000)),
       true},
      {"deep inline", nitf("", "", "<p>" + times("<em>", 100'000) + kWall + times("</em>", 100'000) + "</p>"), true},
      {"deep byline",
       nitf("", "<byline>" + times("<b>", 100'000) + "Ana" + times("</b>", 100'000) + "</byline>",
            "<p>" + kWall + "</p>"),
       true},
      {"torn", nitf("", "", "<p>" + kWall).substr(0, 300), false},
      {"unclosed", "<nitf>" + times("<p>", 100'000), false},
      {"deep JSON",
       R"({"uri":"x","versioncreated":"x","infosource":)" + times("[", 100'000) + times("]", 100'000) +
           R"(,"body_text":")" + kWall + "\"}",
       true},
      {"deep ANS",
       R"({"content_elements":[)" + times(R"({"type":"element_group","content_elements":[)", 50'000) +
           times("]}", 50'000) + "]}",
       false},
      {"torn JSON", R"({"uri":"x","versioncreated":"x","body_text":"The wall)", false},
      {"fields of other types", R"({"uri":7,"versioncreated":[],"headlines":"x","bodies":{"a":[1]},"body_text":{}})",
       false},
      {"no text", "<newsItem><itemMeta/></newsItem>", false},
  };
  for (const Hostile& c : cases) {
    const double begin = processor_seconds();
    const Document document = read_english(c.file, "x");
    EXPECT_LT(processor_seconds() - begin, 20.0) << c.name;
    EXPECT_EQ(document.text.find(kWall) != std::string::npos, c.text) << c.name << ": " << document.text.substr(0, 200);
    EXPECT_EQ(document.text.find("root:"), std::string::npos) << c.name;
    EXPECT_LT(document.text.size(), c.file.size() + 100) << c.name;
    EXPECT_TRUE(is_valid_utf8(document.text)) << c.name;
    if (!c.text) {
      ASSERT_FALSE(document.diagnostics.empty()) << c.name;
      EXPECT_EQ(document.diagnostics.back().severity, Severity::error) << c.name;
      EXPECT_FALSE(document.diagnostics.back().remedy.empty()) << c.name;
    }
  }
}

TEST(Wires, BrokenMarkupIsToldWithItsPlace) {
  const Document document = read_english("<nitf>\n  <body>\n    <p>é </q>\n", "a.xml");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].line, 3U);
  EXPECT_THAT(document.diagnostics[0].message, HasSubstr("not well-formed XML"));
}

TEST(Wires, DatesOfWires) {
  const std::pair<const char*, const char*> dates[] = {{"20240301T101500+0100", "2024-03-01T10:15:00+01:00"},
                                                       {"20240301T101500Z", "2024-03-01T10:15:00Z"},
                                                       {"20240301", "2024-03-01"},
                                                       {"YYYYMMDD000000-HHMM", ""},
                                                       {"", ""}};
  for (const auto& [given, iso] : dates) EXPECT_EQ(wire_date(given, english_page_words()), iso) << given;
}

TEST(Agencies, AreFoundInTheText) {
  const std::vector<std::pair<std::string, std::string>> ends = {
      {"PORT ELM (Reuters) - " + kWall, "Reuters"},
      {"PORT ELM (AP/AFP) — " + kWall, "Associated Press, Agence France-Presse"},
      {"PORT ELM (Sudan) — " + kWall, ""},
      {"PORT ELM (Coast News Agency) — " + kWall, "Coast News Agency"},
      {kWall + "\n\nThe Associated Press contributed to this report.", "Associated Press (part)"},
      {kWall + "\n\nAdditional reporting by Ben Cole and AFP", "Agence France-Presse (part)"},
      {kWall + "\n\nWith additional reporting by agencies", "agencies (part)"},
      {kWall + "\n\nThe AP said it would sue.", ""},
      {kWall + "\n\n– AFP", "Agence France-Presse"},
      {"By Reuters\n\n" + kWall, "Reuters"},
      {kWall, ""}};
  for (const auto& [body, agencies] : ends)
    EXPECT_EQ(agencies_of(read_english("Wall fails again\n\n" + body + "\n", "a.txt")), agencies) << body;
}

}  // namespace
}  // namespace hearsay
