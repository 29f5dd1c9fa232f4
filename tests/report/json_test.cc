// The JSON report by the letter of its schema: names, order and nulls.
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "report/findings/write_findings.h"
#include "report/sample_report.h"
#include "report/write_json.h"

namespace hearsay {
namespace {

using OrderedJson = nlohmann::ordered_json;
using testing::sample_report;

std::vector<std::string> keys(const OrderedJson& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

/// The first of `names` are these.
void expect_begins(const OrderedJson& object, const std::vector<std::string>& names) {
  std::vector<std::string> is = keys(object);
  ASSERT_GE(is.size(), names.size());
  is.resize(names.size());
  EXPECT_EQ(is, names);
}

TEST(WriteJson, HasTheShapeOfTheSchema) {
  const OrderedJson card = OrderedJson::parse(write_json(sample_report()));
  expect_begins(card, {"schema", "article", "text", "sources", "attributions", "claims", "findings", "score", "rules"});
  expect_begins(card["article"], {"id", "path", "title", "outlet", "byline", "published", "words", "sha256"});
  expect_begins(card["sources"][0], {"id", "name", "kind", "anonymous", "aliases", "description", "affiliation",
                                     "reliability", "mentions"});
  expect_begins(card["attributions"][0],
                {"id", "rule", "type", "source", "source_span", "cue", "content", "via", "medium", "stance",
                 "statement", "confidence", "source_confidence", "within", "links"});
  expect_begins(card["claims"][0], {"id", "span", "attributions", "status", "credibility"});
  expect_begins(card["findings"][0], {"check", "severity", "certainty", "reasons", "message", "span", "attributions",
                                      "fingerprint", "kind", "likelihood", "reason_ids"});
  expect_begins(card["score"], {"total", "grade", "measures"});
  expect_begins(card["score"]["measures"][0], {"id", "value", "weight", "evidence"});
  expect_begins(card["rules"][0], {"pack", "version", "sha256"});
  EXPECT_EQ(card["schema"], "hearsay.scorecard/1");
}

TEST(WriteJson, WritesNullsAndListsAsTheSchemaDoes) {
  Report report = sample_report();
  report.outlet.clear();
  const OrderedJson card = OrderedJson::parse(write_json(report));
  EXPECT_TRUE(card["article"]["outlet"].is_null());
  EXPECT_TRUE(card["attributions"][4]["source"].is_null());
  EXPECT_EQ(card["attributions"][4]["source_span"], OrderedJson::array());
  EXPECT_TRUE(card["attributions"][0]["within"].is_null());
  EXPECT_EQ(card["attributions"][3]["within"], "a3");
  EXPECT_EQ(card["attributions"][0]["content"], OrderedJson::parse("[[66,95],[137,161]]"));
  EXPECT_EQ(card["attributions"][2]["via"], OrderedJson::parse("[\"s9\",\"s5\"]"));
  EXPECT_EQ(card["attributions"][0]["medium"], "");
  EXPECT_TRUE(card["sources"][1]["description"].is_null());
}

TEST(WriteJson, OneLineSaysTheSame) {
  const std::string line = write_json(sample_report(), JsonLayout::line);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(OrderedJson::parse(line), OrderedJson::parse(write_json(sample_report())));
}

TEST(WriteJson, SurvivesBytesThatAreNoUtf8) {
  Report report;
  report.text =
      "a\xFF"
      "b";
  EXPECT_EQ(OrderedJson::parse(write_json(report))["text"],
            "a\xEF\xBF\xBD"
            "b");
}

TEST(WriteJson, IsJsonWhateverTheWords) {
  Report report = sample_report();
  report.text = std::string("\0\x01\x1f\"\\/\b\f\n\r\t\x7f", 12) + "\xE2\x80\xA8 </script> \xED\xA0\x80";
  report.sources[0].aliases = {"", "\\", "a\"b", "\xF0\x9F\x9A\x9A"};
  report.attributions[0].confidence = std::numeric_limits<double>::infinity();
  const OrderedJson card = OrderedJson::parse(write_json(report, JsonLayout::line));
  EXPECT_EQ(card["sources"][0]["aliases"][2], "a\"b");
  EXPECT_TRUE(card["attributions"][0]["confidence"].is_null());
  EXPECT_EQ(card["text"].get<std::string>().substr(0, 12), report.text.substr(0, 12));
}

// The writer escapes by blocks: every byte at every place of a block, read back by another library.
TEST(WriteJson, EscapesWhereverAByteStands) {
  for (std::size_t size = 0; size < 70; ++size) {
    for (const char* odd : {"", "\"", "\\", "\n", "\t", "\x01", "\x1f", "\x7f", "é", "\xf0\x9f\x98\x80"}) {
      std::string words(size, 'a');
      words.append(odd).append(40, 'b').append(odd);
      const std::string line = write_error_json({.id = words, .path = "p", .severity = "error", .message = words});
      EXPECT_EQ(line.find('\n'), line.size() - 1);
      EXPECT_EQ(nlohmann::json::parse(line)["article"]["id"].get<std::string>(), words);
    }
  }
}

TEST(WriteErrorJson, HasItsShape) {
  EXPECT_EQ(
      write_error_json({.id = "a:3", .path = "x/a:3", .severity = "error", .message = "no \"record\"", .line = 3}),
      "{\"schema\":\"hearsay.error/1\",\"article\":{\"id\":\"a:3\",\"path\":\"x/a:3\",\"sha256\":null},"
      "\"error\":{\"severity\":\"error\",\"message\":\"no \\\"record\\\"\",\"remedy\":null,\"line\":3}}\n");
}

TEST(WriteFindings, StayOnTheirLine) {
  Report report = sample_report();
  report.path = "-";
  report.findings.resize(1);
  report.findings[0].message = "two\nlines \x1b[31m";
  EXPECT_EQ(write_findings(report), "<stdin>:5:79: error: two lines [31m [anon-bare]\n");
}

}  // namespace
}  // namespace hearsay
