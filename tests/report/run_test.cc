// A run as other tools read it: every form parses, whatever an article holds, and keeps what the form promises.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "report/exports/linked_data.h"
#include "report/exports/write_annotations.h"
#include "report/exports/write_jsonld.h"
#include "report/exports/write_prov.h"
#include "report/findings/run_place.h"
#include "report/findings/run_writer.h"
#include "report/findings/write_github.h"
#include "report/sample_report.h"

namespace hearsay {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const RunPolicy kPolicy = {.id = "default",
                           .name = "House default",
                           .checks = {{.id = "anon-bare",
                                       .severity = "error",
                                       .title = "Bare anonymous source",
                                       .means = "Nothing but a word.",
                                       .why = "A reader can weigh <nothing>.",
                                       .page = "https://handbook.example/sources"},
                                      {.id = "late-attribution",
                                       .severity = "note",
                                       .title = "Speaker named late",
                                       .means = {},
                                       .why = {},
                                       .page = {}}},
                           .fails_from = 2};

// A path and a message that would break every one of the forms.
Report hostile_report() {
  Report report = testing::sample_report();
  report.path = "a b,c%:\n\"<&]]>é.txt";
  report.findings[0].message = "100% “of it”, ::error::no\r\nsecond: line | `code` <script>";
  report.findings[1].suppressed = "the desk\n\"knows\" <why>";
  report.findings[2].message = "=cmd|' /C calc'!A0";
  return report;
}

std::string whole_run(std::string_view format, const std::vector<Report>& reports, std::size_t failures = 0) {
  RunWriter writer(*format_named(run_formats(), format), "1.0");
  std::string out = writer.begin();
  for (const Report& report : reports) out += writer.add(writer.piece(report, kPolicy));
  if (failures != 0)
    out += writer.add(writer.piece(RunProblem{.path = "gone<>.txt", .line = 0, .message = "no\nfile"}));
  return out + writer.end({kPolicy}, failures);
}

TEST(Sarif, ResultsRegionsFingerprintsAndSuppressions) {
  const Json sarif = Json::parse(whole_run("sarif", {hostile_report(), testing::sample_report()}, 1));
  ASSERT_EQ(sarif["runs"].size(), 1U);  // one run for the batch
  const Json& run = sarif["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  ASSERT_EQ(run["results"].size(), 7U);
  const Json& first = run["results"][0];
  EXPECT_EQ(first["ruleId"], "anon-bare");
  EXPECT_EQ(first["level"], "error");
  EXPECT_EQ(first["partialFingerprints"]["hearsay/v1"], "00c0ffee00c0ffee");
  const Json& place = first["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "a%20b,c%25%3A%0A%22%3C&%5D%5D%3E%C3%A9.txt");
  EXPECT_EQ(place["region"]["startLine"], 5);
  EXPECT_EQ(place["region"]["startColumn"], 79);
  EXPECT_EQ(place["region"]["endColumn"], 79 + 13);
  EXPECT_EQ(place["region"]["snippet"]["text"], "the inspector");
  EXPECT_FALSE(first.contains("suppressions"));
  EXPECT_EQ(run["results"][1]["suppressions"][0]["kind"], "inSource");
  EXPECT_FALSE(run["results"][2]["locations"][0]["physicalLocation"].contains("region"));  // the whole article
  const Json& rule = run["tool"]["driver"]["rules"][0];
  EXPECT_EQ(rule["helpUri"], "https://handbook.example/sources");
  EXPECT_THAT(rule["help"]["text"].get<std::string>(), HasSubstr("[hearsay:ignore anon-bare the reason]"));
}

TEST(Sarif, ARunWithoutFindingsIsWhole) {
  Report report = testing::sample_report();
  report.findings.clear();
  const Json sarif = Json::parse(whole_run("sarif", {report}));
  EXPECT_TRUE(sarif["runs"][0]["results"].empty());
  EXPECT_EQ(sarif["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

TEST(Sarif, AFileWithoutLinesHasParagraphs) {
  Report report = testing::sample_report();
  report.findings.front().line = report.findings.front().column = 0;
  report.findings.front().paragraph = 3;
  const Json sarif = Json::parse(whole_run("sarif", {report}));
  const Json& place = sarif["runs"][0]["results"][0]["locations"][0];
  EXPECT_FALSE(place["physicalLocation"].contains("region"));
  EXPECT_EQ(place["logicalLocations"][0]["fullyQualifiedName"], "article/paragraph[3]");
}

TEST(JUnit, ASuitePerArticleACasePerCheck) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(whole_run("junit", {hostile_report()}, 1).c_str()));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  EXPECT_EQ(suite.attribute("tests").as_int(), 4);
  EXPECT_EQ(suite.attribute("failures").as_int(), 1);
  EXPECT_EQ(suite.attribute("skipped").as_int(), 1);
  const pugi::xml_node bare = suite.child("testcase");
  EXPECT_STREQ(bare.attribute("classname").value(), "hearsay.anon-bare");
  EXPECT_THAT(bare.child("failure").attribute("message").value(), HasSubstr("<script>"));
  EXPECT_FALSE(bare.next_sibling().first_child());  // late-attribution found nothing
  EXPECT_STREQ(suite.next_sibling().child("testcase").child("error").attribute("message").value(), "no file");
}

TEST(Checkstyle, ParsesAndLeavesOutWhatIsSuppressed) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(whole_run("checkstyle", {hostile_report()}, 1).c_str()));
  const pugi::xml_node file = document.child("checkstyle").child("file");
  EXPECT_STREQ(file.attribute("name").value(), "a b,c%: \"<&]]>é.txt");
  const auto errors = file.children("error");
  EXPECT_EQ(std::distance(errors.begin(), errors.end()), 2);
  EXPECT_STREQ(file.child("error").next_sibling().attribute("severity").value(), "info");
}

TEST(GitHub, CommandsCannotBeBrokenOutOf) {
  const std::string out = whole_run("github", {hostile_report()});
  std::istringstream lines(out);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    EXPECT_THAT(line, ::testing::AnyOf(StartsWith("::error file="), StartsWith("::notice file=")));
  EXPECT_EQ(count, 2U);
  EXPECT_THAT(out, StartsWith("::error file=a b%2Cc%25%3A \"<&]]>é.txt,line=5,endLine=5,col=79,endColumn=92,"
                              "title=hearsay anon-bare::100%25 “of it”, ::error::no second: line | `code` <script>\n"));
}

TEST(GitHub, PastItsLimitsTheRestIsCounted) {
  const std::vector<Report> many(30, testing::sample_report());  // an error, a warning and a note each
  const std::string out = whole_run("github", many);
  const auto count = [&](std::string_view sign) {
    std::size_t found = 0;
    for (std::size_t at = out.find(sign); at != std::string::npos; at = out.find(sign, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("::error file"), kMostAnnotations);
  EXPECT_EQ(count("::warning file"), kMostAnnotations);
  EXPECT_EQ(count("::notice "), kMostAnnotations);
  EXPECT_THAT(out, HasSubstr("::notice title=hearsay::61 more findings are not shown here"));
}

TEST(GitHub, TheSummaryIsATableThatNothingLeaves) {
  RunSummary summary;
  for (int i = 0; i < 60; ++i) summary.add(hostile_report());
  const std::string out = summary.markdown();
  EXPECT_THAT(out, StartsWith("### hearsay: 60 errors, 0 warnings, 60 notes in 60 articles\n"));
  EXPECT_THAT(out, HasSubstr("second: line &#124; &#96;code&#96; &#60;script&#62; |"));
  EXPECT_THAT(out, HasSubstr("… and 20 more\n"));
  EXPECT_THAT(out, Not(HasSubstr("<script>")));
}

TEST(Csv, RowsOfOneShapeAndNoFormula) {
  const std::string out = whole_run("csv", {hostile_report()});
  EXPECT_THAT(out, StartsWith("path,line,column,paragraph,severity,check,message,words,source"));
  EXPECT_THAT(out, HasSubstr(",'=cmd|' /C calc'!A0,"));
  EXPECT_THAT(out, HasSubstr("the desk \"\"knows\"\" <why>"));
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 4);
}

TEST(RunText, IsWhatACompilerPrints) {
  EXPECT_THAT(whole_run("text", {testing::sample_report()}),
              StartsWith("fixtures/pump-failure.txt:5:79: error: “the inspector” tells"));
}

struct Uri {
  const char* path;
  const char* uri;
};

TEST(PathUri, IsAlwaysAReference) {
  for (const Uri& one : {Uri{"a/b.txt", "a/b.txt"}, Uri{"-", "stdin"}, Uri{"/x y", "file:///x%20y"},
                         Uri{"tag:a,1", "tag%3Aa,1"}, Uri{"é?#", "%C3%A9%3F%23"}})
    EXPECT_EQ(path_uri(one.path), one.uri);
  for (const Uri& one : {Uri{"https://a.example/x?y=1#z", "https://a.example/x?y=1#z"}, Uri{"javascript:alert(1)", ""},
                         Uri{"http://a.example/<b> \"", "http://a.example/%3Cb%3E%20%22"}})
    EXPECT_EQ(web_uri(one.path), one.uri);
}

TEST(Prov, QuotesFromHopToHopAndNamesNobodyAnonymous) {
  const Report report = testing::sample_report();
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(write_prov(report).c_str()));
  const pugi::xml_node root = document.child("prov:document");
  const auto quoted = root.children("prov:wasQuotedFrom");
  std::size_t hops = 0;
  for (const ReportAttribution& one : report.attributions) hops += one.chain.size();
  EXPECT_EQ(static_cast<std::size_t>(std::distance(quoted.begin(), quoted.end())), hops);
  EXPECT_TRUE(root.child("prov:hadPrimarySource"));
  EXPECT_TRUE(root.child("prov:actedOnBehalfOf"));
  const pugi::xml_node officials = root.find_child_by_attribute("prov:agent", "prov:id", "hs:s2");
  EXPECT_FALSE(officials.child("prov:label"));
  EXPECT_STREQ(officials.child("hs:description").child_value(), "two port officials");
  EXPECT_STREQ(root.find_child_by_attribute("prov:agent", "prov:id", "hs:s8").child("prov:label").child_value(),
               std::string(testing::kHostile).c_str());
}

TEST(WebAnnotations, QuoteTheirWordsAndTheirPlace) {
  const Report report = testing::sample_report();
  const Json page = Json::parse(write_annotations(report));
  EXPECT_EQ(page["@context"], "http://www.w3.org/ns/anno.jsonld");
  ASSERT_EQ(page["items"].size(), report.attributions.size() + report.findings.size());
  std::set<std::string> ids;
  for (const Json& item : page["items"]) ids.insert(item["id"].get<std::string>());
  EXPECT_EQ(ids.size(), page["items"].size());
  const Json& finding = page["items"][report.attributions.size()];
  EXPECT_EQ(finding["motivation"], "assessing");
  EXPECT_EQ(finding["target"]["selector"][0]["exact"], "the inspector");
  EXPECT_EQ(finding["target"]["selector"][1]["start"], report.findings[0].span[0].first);
  EXPECT_TRUE(page["items"].back()["target"].is_string());  // the whole article
}

TEST(SchemaOrg, QuotationsAndClaims) {
  const Report report = testing::sample_report();
  const Json article = Json::parse(write_jsonld(report));
  EXPECT_EQ(article["@type"], "NewsArticle");
  EXPECT_EQ(article["mentions"].size(), report.claims.size());
  EXPECT_EQ(article["mentions"][0]["author"]["description"], "two port officials");
  EXPECT_FALSE(article["mentions"][0]["author"].contains("name"));
  EXPECT_FALSE(article["mentions"][1].contains("author"));
  EXPECT_EQ(article["hasPart"][0]["spokenByCharacter"]["name"], "Ana Ruiz");
}

}  // namespace
}  // namespace hearsay
