// The XML report against its schema, by the validator people use, and against a parser: what goes in comes out.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <pugixml.hpp>
#include <string>

#include "report/sample_report.h"
#include "report/write_xml.h"

namespace hearsay {
namespace {

using namespace std::string_view_literals;
using testing::sample_report;

void expect_valid(const Report& report, const std::string& name) {
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  const std::string file = std::string(HEARSAY_BUILD_DIR) + "/" + name;
  std::ofstream(file, std::ios::binary) << write_xml(report);
  const std::string command = "xmllint --nonet --noout --schema '" + std::string(HEARSAY_SOURCE_DIR) +
                              "/reports/scorecard.xsd' '" + file + "' 2>'" + file + ".log'";
  EXPECT_EQ(std::system(command.c_str()), 0) << "see " << file << ".log";
}

TEST(WriteXml, IsValid) {
  expect_valid(sample_report(), "scorecard.xml");
}

TEST(WriteXml, OfAnEmptyReportIsValid) {
  Report report;
  report.grade = "F";
  expect_valid(report, "empty.xml");
}

TEST(WriteXml, OfHostileWordsIsValid) {
  Report report = sample_report();
  for (char control = 1; control < 32; ++control) report.text += control;
  report.text += "\0 ]]> <!-- &amp; <!DOCTYPE x> \xEF\xBF\xBF \xFF \xE2\x80\xA8"sv;
  report.title = std::string("\"'<&>\n\r\t\0", 9);
  report.sources[0].name = "\x1b]0;owned\x07";
  report.path = "a\nb\"<.txt";
  expect_valid(report, "hostile.xml");
}

TEST(WriteXml, KeepsEveryCodePointOfTheText) {
  Report report = sample_report();
  report.text = "one\r\ntwo\rthree\n  \x02 four \xF0\x9F\x9A\x9A\n";
  pugi::xml_document document;
  const std::string xml = write_xml(report);
  ASSERT_TRUE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single));
  EXPECT_EQ(std::string(document.child("scorecard").child("text").text().get()),
            "one\r\ntwo\rthree\n  \xEF\xBF\xBD four \xF0\x9F\x9A\x9A\n");
}

TEST(WriteXml, SaysWhatTheReportSays) {
  pugi::xml_document document;
  const std::string xml = write_xml(sample_report());
  ASSERT_TRUE(document.load_buffer(xml.data(), xml.size()));
  const pugi::xml_node third = document.select_node("//attribution[@id='a3']").node();
  EXPECT_STREQ(third.attribute("via").value(), "s9 s5");
  EXPECT_STREQ(third.attribute("medium").value(), "statement");
  EXPECT_STREQ(third.attribute("confidence").value(), "0.88");
  EXPECT_STREQ(document.select_node("//attribution[@id='a1']").node().attribute("content").value(), "66-95 137-161");
  EXPECT_STREQ(document.select_node("//attribution[@id='a4']").node().attribute("within").value(), "a3");
  EXPECT_FALSE(document.select_node("//attribution[@id='a5']").node().attribute("source"));
  EXPECT_EQ(document.select_nodes("//chain/hop").size(), 12U);
}

}  // namespace
}  // namespace hearsay
