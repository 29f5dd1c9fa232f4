// From the stages' values to the view model: units, ids, order, and indices that point nowhere.
#include "report/make.h"

#include <gtest/gtest.h>

#include <limits>

namespace hearsay {
namespace {

/// "“Él sí”, said Zoë 😀." and two more lines; tokens by hand.
struct Stages {
  Document document;
  Text text;
  Attributions attributions;
  Sources sources;
  Trace trace;
  Scorecard scorecard;
  std::vector<Rule> rules;
  std::vector<PackInfo> packs;
  PolicyText policy;

  Stages() {
    document.id = "one";
    document.path = "dir/one.txt";
    document.text = "“Él sí”, said Zoë 😀.\nÄ two said it.\n";
    document.blocks = {{{0, 30}, BlockKind::paragraph}, {{31, 46}, BlockKind::caption}};
    document.links = {{{0, 3}, "https://a.example/"}};
    std::uint32_t at = 0;
    for (const std::string_view word :
         {"“", "Él", "sí", "”", ",", "said", "Zoë", "😀", ".", "Ä", "two", "said", "it", "."}) {
      Token token;
      token.begin = static_cast<std::uint32_t>(document.text.find(word, at));
      token.end = at = token.begin + static_cast<std::uint32_t>(word.size());
      token.flags = word == "Él" || word == "sí" || word == "said" || word == "Zoë" ? kAlpha : kPunct;
      text.tokens.push_back(token);
    }
    text.paragraphs = {{{0, 9}, {0, 1}, BlockKind::paragraph, 0}};
    rules.resize(1);
    rules[0].id = "say.basic";
    rules[0].name = "X said";
    packs = {{"en", "1", "abc"}};
    Attribution first;
    first.rule = 0;
    first.mode = SourceMode::phrase;
    first.source = {6, 7};
    first.cue = {5, 6};
    first.content = {{0, 4}};
    first.confidence = 2.0 / 3.0;
    Attribution second;
    second.cue = {11, 12};
    second.content = {{9, 10}, {12, 13}};
    second.within = 0;
    second.confidence = std::numeric_limits<double>::quiet_NaN();
    attributions = {first, second};
    Source zoe;
    zoe.name = "Zoë";
    zoe.kind = SourceKind::named_person;
    zoe.reliability = 'B';
    zoe.graded_by = {.by = "Harbour desk", .date = "2026-04", .licence = "", .page = ""};
    zoe.mentions = {{6, 7}};
    zoe.pronouns = {"she"};
    zoe.columns = {{"beat", "harbour"}};
    Source two;
    two.name = "two";
    two.kind = SourceKind::unnamed_group;
    two.anonymous = true;
    two.specificity = Specificity::counted;
    sources.all = {zoe, two};
    sources.of_attribution = {0, kNone};
    sources.via = {{1, 77}, {}};
    trace.chains.resize(2);
    trace.chains[0].hops = {{1, Medium::statement, 0}, {0, Medium::none, 0}};
    trace.chains[0].links = {0, 9};
    trace.chains[1].hops = {{kNone, Medium::none, 1}};
    Claim late;
    late.range = {12, 13};
    late.status = ClaimStatus::unattributed;
    Claim early;
    early.range = {0, 4};
    early.attributions = {0, 99};
    early.status = ClaimStatus::named;
    scorecard.claims = {late, early};
    scorecard.findings = {{.check = "anon-bare",
                           .severity = Severity::error,
                           .certainty = 0.91234567,
                           .reasons = {{.id = "bare", .says = "not a word on who it is", .why = {}, .page = {}}},
                           .message = "message",
                           .range = {9, 10},
                           .attributions = {1},
                           .fingerprint = "00ff",
                           .suppressed = {},
                           .where = {}},
                          {.check = "unknown",
                           .severity = Severity::note,
                           .reasons = {},
                           .message = "all of it",
                           .range = {},
                           .attributions = {},
                           .fingerprint = "11ff",
                           .suppressed = {},
                           .where = {}}};
    scorecard.measures = {{"named-share", "Named", 1.0 / 3.0, 0.25, {1}, {0, 5}}};
    scorecard.total = 50;
    scorecard.grade = "D";
    scorecard.policy = "default";
    policy.name = "House";
    policy.checks = {{"anon-bare", "because", "a.example/page", "Bare"}};
    policy.questions = {"Who?"};
  }

  [[nodiscard]] Report report() const {
    return make_report({document, text, attributions, sources, trace, scorecard, rules, packs, policy});
  }
};

TEST(MakeReport, SpansCountCodePoints) {
  const Report report = Stages().report();
  EXPECT_EQ(report.attributions[0].content, (CodeSpans{{0, 7}}));
  EXPECT_EQ(report.attributions[0].cue, (CodeSpans{{9, 13}}));
  EXPECT_EQ(report.attributions[0].source_span, (CodeSpans{{14, 17}}));
  EXPECT_EQ(report.attributions[1].source_span, CodeSpans());
  EXPECT_EQ(report.attributions[1].content, (CodeSpans{{21, 22}, {32, 34}}));
  EXPECT_EQ(report.sources[0].mentions, (CodeSpans{{14, 17}}));
  EXPECT_EQ(report.sources[0].pronouns, std::vector<std::string>{"she"});
  EXPECT_EQ(report.sources[0].house.at(0).second, "harbour");
  EXPECT_EQ(report.blocks[0].span, CodeSpan(0, 20));
  EXPECT_EQ(report.blocks[1].kind, "caption");
  EXPECT_EQ(report.words, 4U);
}

TEST(MakeReport, IndicesBecomeIdsAndThoseThatPointNowhereNone) {
  const Report report = Stages().report();
  EXPECT_EQ(report.attributions[0].source, "s1");
  EXPECT_EQ(report.attributions[1].source, "");
  EXPECT_EQ(report.attributions[0].via, std::vector<std::string>{"s2"});
  EXPECT_EQ(report.attributions[0].within, "");
  EXPECT_EQ(report.attributions[1].within, "a1");
  EXPECT_EQ(report.attributions[0].links, std::vector<std::string>{"https://a.example/"});
  ASSERT_EQ(report.attributions[0].chain.size(), 2U);
  EXPECT_EQ(report.attributions[0].chain[0].medium, "statement");
  EXPECT_EQ(report.attributions[1].chain[0].name, "not stated");
  EXPECT_EQ(report.attributions[1].chain[0].source, "");
}

TEST(MakeReport, ARuleIsNamedAndSoIsItsAbsence) {
  const Report report = Stages().report();
  EXPECT_EQ(report.attributions[0].rule, "say.basic");
  EXPECT_EQ(report.attributions[0].rule_name, "X said");
  EXPECT_EQ(report.attributions[1].rule, "evidence");
}

TEST(MakeReport, ClaimsComeInTextOrderAndMeasuresFollow) {
  const Report report = Stages().report();
  ASSERT_EQ(report.claims.size(), 2U);
  EXPECT_EQ(report.claims[0].id, "c1");
  EXPECT_EQ(report.claims[0].status, "named");
  EXPECT_EQ(report.claims[0].attributions, std::vector<std::string>{"a1"});
  EXPECT_EQ(report.claims[1].span, (CodeSpans{{32, 34}}));
  EXPECT_EQ(report.measures[0].evidence, (std::vector<std::string>{"a2", "c2"}));
}

TEST(MakeReport, NumbersAreRounded) {
  const Report report = Stages().report();
  EXPECT_DOUBLE_EQ(report.attributions[0].confidence, 0.6667);
  EXPECT_DOUBLE_EQ(report.attributions[1].confidence, 0);
  EXPECT_DOUBLE_EQ(report.measures[0].value.value_or(-1), 0.3333);
}

TEST(MakeReport, FindingsCarryTheirPlaceAndThePolicysWords) {
  const Report report = Stages().report();
  EXPECT_EQ(report.findings[0].line, 2U);
  EXPECT_EQ(report.findings[0].column, 1U);
  EXPECT_EQ(report.findings[0].why, "because");
  EXPECT_EQ(report.findings[0].title, "Bare");
  EXPECT_EQ(report.findings[0].severity, "error");
  EXPECT_EQ(report.findings[1].line, 0U);
  EXPECT_EQ(report.findings[1].why, "");
  EXPECT_EQ(report.policy_name, "House");
  EXPECT_EQ(report.questions.size(), 1U);
}

TEST(MakeReport, NothingGivenIsAReportToo) {
  const Document document;
  const Text text;
  const Attributions attributions;
  const Sources sources;
  const Trace trace;
  const Scorecard scorecard;
  const PolicyText policy;
  const Report report = make_report({document, text, attributions, sources, trace, scorecard, {}, {}, policy});
  EXPECT_EQ(report.attributions.size(), 0U);
  EXPECT_EQ(report.words, 0U);
}

}  // namespace
}  // namespace hearsay
