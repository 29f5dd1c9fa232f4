// What corrections do to an article of our own: readings, chains, claims, findings and score; what survives which edit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/fingerprint.h"
#include "corrections/correction.h"
#include "read_english.h"
#include "report/golden_file.h"
#include "report/read_json.h"
#include "report/write_json.h"
#include "report/write_targets.h"
#include "report/write_xml.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

std::string draft() {
  std::ifstream file(HEARSAY_SOURCE_DIR "/fixtures/corrections/lock-gate.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Report audited(const std::string& text, const Corrections& corrections = {}) {
  Document document = read_english(text, "lock-gate.txt");
  document.id = "lock-gate";
  return report_of(analyse(std::move(document), shipped_engine(), {.corrections = corrections}), shipped_engine());
}

std::string replaced(std::string text, const std::string& was, const std::string& is) {
  const std::size_t at = text.find(was);
  if (at == std::string::npos) ADD_FAILURE() << was;
  return text.replace(at, was.size(), is);
}

template <class Item>
const Item& with_words(const std::vector<Item>& items, const Report& report, const std::string& words) {
  const TargetWords all(report);
  for (const Item& item : items) {
    if (all.of(item).find(words) != std::string::npos) return item;
  }
  ADD_FAILURE() << "nothing has the words " << words;
  return items.front();
}

const ReportAttribution& said(const Report& report, const std::string& words) {
  return with_words(report.attributions, report, words);
}

bool is_said(const Report& report, const std::string& words) {
  const TargetWords all(report);
  return std::any_of(report.attributions.begin(), report.attributions.end(),
                     [&](const ReportAttribution& one) { return all.of(one).find(words) != std::string::npos; });
}

const ReportSource& named(const Report& report, const std::string& name) {
  return with_words(report.sources, report, name);
}

std::string source_of(const Report& report, const ReportAttribution& attribution) {
  for (const ReportSource& source : report.sources) {
    if (source.id == attribution.source) return source.name;
  }
  return {};
}

Correction correction(CorrectionKind kind, std::uint64_t target, const std::string& value, int hour = 9) {
  Correction one;
  one.kind = kind;
  one.target = target;
  one.value = value;
  one.reason = "as agreed";
  one.by = "jh";
  one.at = "2026-05-04T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + ":00:00Z";
  one.id = correction_id(one);
  return one;
}

Corrections all_of(std::vector<Correction> corrections) {
  for (Correction& one : corrections) {
    one.id = correction_id(one);
    const auto fault = fault_of(one);
    EXPECT_FALSE(fault) << fault->member << " " << fault->why;
  }
  put_in_order(corrections);
  return corrections;
}

TEST(CorrectedReadings, NothingChangesWithoutAny) {
  EXPECT_EQ(write_json(audited(draft())).find("correct"), std::string::npos);
  EXPECT_EQ(write_xml(audited(draft())).find("correct"), std::string::npos);
}

TEST(CorrectedReadings, AStruckReadingVanishesWithItsSource) {
  const Report before = audited(draft());
  const ReportAttribution& gauge = said(before, "had been inspected");
  const Report after = audited(draft(), all_of({correction(CorrectionKind::reading, gauge.fingerprint, "wrong")}));
  EXPECT_FALSE(is_said(after, "had been inspected"));
  EXPECT_EQ(after.attributions.size() + 1, before.attributions.size());
  ASSERT_EQ(after.struck.size(), 1U);
  EXPECT_EQ(after.struck[0].fingerprint, gauge.fingerprint);
  EXPECT_EQ(after.corrections[0].state, "met");
  EXPECT_EQ(after.corrections[0].of, "");
  EXPECT_THAT(write_targets(after), HasSubstr(fingerprint_text(gauge.fingerprint)));
  // Ids are without gaps, and what remains says the same as before.
  for (std::size_t a = 0; a < after.attributions.size(); ++a)
    EXPECT_EQ(after.attributions[a].id, "a" + std::to_string(a + 1));
  EXPECT_EQ(source_of(after, said(after, "Nobody rang the bell")), source_of(before, said(before, "Nobody rang")));
}

TEST(CorrectedReadings, ARepointedSourceChangesChainClaimsAndScoreAtOnce) {
  const Report before = audited(draft());
  Corrections corrections;
  for (const char* words : {"had never taken place", "two inspectors had left"}) {
    const ReportAttribution& one = said(before, words);
    EXPECT_EQ(with_words(before.claims, before, words).status, "anonymous");
    EXPECT_FALSE(one.traced);
    corrections.push_back(correction(CorrectionKind::source, one.fingerprint, "Jon Berg"));
  }
  const Report after = audited(draft(), all_of(corrections));
  const ReportAttribution& one = said(after, "had never taken place");
  EXPECT_EQ(source_of(after, one), "Jon Berg");
  EXPECT_EQ(one.corrected, "as corrected by jh");
  EXPECT_EQ(one.confidence, 1);
  EXPECT_EQ(one.source_confidence, 1);
  EXPECT_TRUE(one.traced);
  ASSERT_FALSE(one.chain.empty());
  EXPECT_EQ(one.chain.back().name, "Jon Berg");
  EXPECT_EQ(with_words(after.claims, after, "had never taken place").status, "named");
  ASSERT_TRUE(before.total && after.total);
  EXPECT_GT(*after.total, *before.total);
  const auto anonymous = [](const Report& report) {
    return std::count_if(report.sources.begin(), report.sources.end(),
                         [](const ReportSource& source) { return source.anonymous; });
  };
  EXPECT_EQ(anonymous(before), 1);
  EXPECT_EQ(anonymous(after), 0);  // nobody speaks for that source any more
}

TEST(CorrectedReadings, NewNamesNeedAKindOrWordsOfTheArticle) {
  const Report before = audited(draft());
  const std::uint64_t target = said(before, "had never taken place").fingerprint;
  const auto try_name = [&](const std::string& name, const std::string& kind) {
    Correction one = correction(CorrectionKind::source, target, name);
    one.source_kind = kind;
    return audited(draft(), all_of({one}));
  };
  const Report free = try_name("Petra Holm", "");
  EXPECT_EQ(free.corrections[0].state, "not-met");
  EXPECT_THAT(free.corrections[0].why, HasSubstr("source_kind"));
  EXPECT_EQ(write_json(free).find("Petra Holm") != std::string::npos, true) << "it is kept";

  const Report given = try_name("Petra Holm", "named-person");
  EXPECT_EQ(source_of(given, said(given, "had never taken place")), "Petra Holm");
  EXPECT_EQ(named(given, "Petra Holm").kind, "named-person");
  EXPECT_TRUE(named(given, "Petra Holm").mentions.empty());

  const Report words = try_name("Norham Staithe", "named-organisation");
  EXPECT_FALSE(named(words, "Norham Staithe").mentions.empty()) << "where the article has the words";

  Correction author = correction(CorrectionKind::source, target, "");
  author.source_kind = "author";
  const Report own = audited(draft(), all_of({author}));
  EXPECT_EQ(source_of(own, said(own, "had never taken place")), "the author");
  author.source_kind = "unstated";
  const Report nobody = audited(draft(), all_of({author}));
  EXPECT_EQ(said(nobody, "had never taken place").source, "");
}

TEST(CorrectedReadings, NamedOrNot) {
  const Report before = audited(draft());
  const ReportSource& lind = named(before, "Lind");
  ASSERT_FALSE(lind.anonymous);
  const Report after = audited(draft(), all_of({correction(CorrectionKind::named, lind.fingerprint, "not-named")}));
  EXPECT_TRUE(named(after, "Lind").anonymous);
  EXPECT_EQ(named(after, "Lind").specificity, "bare");
  EXPECT_EQ(named(after, "Lind").corrected, "as corrected by jh");
  EXPECT_EQ(with_words(after.claims, after, "rang the bell").status, "anonymous");
  EXPECT_LT(*after.total, *before.total);

  const Report kind = audited(draft(), all_of({correction(CorrectionKind::source_kind, lind.fingerprint, "document")}));
  EXPECT_EQ(named(kind, "Lind").kind, "document");
}

TEST(CorrectedReadings, FindingsAreSettledAndClaimsChecked) {
  const Report before = audited(draft());
  ASSERT_FALSE(before.findings.empty());
  const ReportFinding& finding = before.findings.front();
  const ReportClaim& claim = with_words(before.claims, before, "rang the bell");
  Correction checked = correction(CorrectionKind::claim, claim.fingerprint, "confirmed");
  checked.evidence = "bell log, page 3";
  const Corrections corrections =
      all_of({correction(CorrectionKind::finding, *read_fingerprint(finding.fingerprint), "settled"), checked});
  const Report after = audited(draft(), corrections);
  const auto settled = std::find_if(after.findings.begin(), after.findings.end(),
                                    [&](const ReportFinding& one) { return one.fingerprint == finding.fingerprint; });
  ASSERT_NE(settled, after.findings.end());
  EXPECT_EQ(settled->suppressed, "as agreed");
  EXPECT_EQ(settled->settled_by, "jh");
  const ReportClaim& shown = with_words(after.claims, after, "rang the bell");
  ASSERT_TRUE(shown.check);
  EXPECT_EQ(shown.check->status, "confirmed");
  EXPECT_EQ(shown.check->evidence, "bell log, page 3");
  EXPECT_EQ(after.total, before.total) << "neither makes a source better";

  // Back from JSON the same is said of the same things.
  Report back;
  Diagnostic problem;
  ASSERT_EQ(read_json(write_json(after), back, problem), CardKind::scorecard) << problem.message;
  EXPECT_EQ(write_json(back), write_json(after));
  EXPECT_EQ(write_xml(back), write_xml(after));
}

TEST(CorrectedReadings, TheLatestCountsAndTheOthersAreItsHistory) {
  const Report before = audited(draft());
  const std::uint64_t target = said(before, "had never taken place").fingerprint;
  const Correction berg = correction(CorrectionKind::source, target, "Jon Berg", 9);
  const Correction lind = correction(CorrectionKind::source, target, "Mara Lind", 10);
  const Report both = audited(draft(), all_of({lind, berg}));
  EXPECT_EQ(source_of(both, said(both, "had never taken place")), "Mara Lind");
  EXPECT_EQ(both.corrections[0].state, "superseded");
  EXPECT_EQ(both.corrections[1].state, "met");
  // That they are no words of anybody, and that they are hers: the later one.
  const Report struck = audited(draft(), all_of({lind, correction(CorrectionKind::reading, target, "wrong", 11)}));
  EXPECT_FALSE(is_said(struck, "had never taken place"));
  const Report given = audited(draft(), all_of({lind, correction(CorrectionKind::reading, target, "wrong", 8)}));
  EXPECT_EQ(source_of(given, said(given, "had never taken place")), "Mara Lind");
}

/// Corrections of each kind, for the edits below.
Corrections of_each_kind() {
  const Report before = audited(draft());
  Correction source = correction(CorrectionKind::source, said(before, "had never taken place").fingerprint, "Jon Berg");
  source.source_kind = "named-person";
  return all_of(
      {correction(CorrectionKind::reading, said(before, "had been inspected").fingerprint, "right"), source,
       correction(CorrectionKind::source_kind, named(before, "Lind").fingerprint, "named-person"),
       correction(CorrectionKind::claim, with_words(before.claims, before, "rang the bell").fingerprint, "confirmed")});
}

std::vector<std::string> states(const Report& report) {
  std::vector<std::string> all;
  for (const ReportCorrection& one : report.corrections) all.push_back(one.state);
  return all;
}

TEST(CorrectedReadings, SurviveEditsElsewhere) {
  const std::vector<std::string> met(4, "met");
  const std::string text = draft();
  EXPECT_EQ(states(audited(text, of_each_kind())), met);
  // Others before them, others gone, places moved.
  const std::string more = replaced(text, "Norham Staithe.", "Norham Staithe. Rain fell on Thursday, Ada Roe said.");
  EXPECT_EQ(states(audited(more, of_each_kind())), met);
  EXPECT_EQ(
      states(audited(replaced(text, "\n\nWater reached 140 houses, and the repairs will cost 2.6 million crowns.", ""),
                     of_each_kind())),
      met);
  EXPECT_EQ(
      states(audited(replaced(text, "who chairs the Canal Board", "chairman of the Canal Board"), of_each_kind())),
      met);
  // A quotation that is trimmed has the speaker it had, and is to be checked anew.
  const Report trimmed =
      audited(replaced(text, "\"The gauge showed four metres at midnight.\"", "\"It rained.\""), of_each_kind());
  for (const ReportCorrection& one : trimmed.corrections)
    EXPECT_EQ(one.state, one.said.kind == CorrectionKind::claim ? "not-met" : "met") << one.why;
}

TEST(CorrectedReadings, AreNotMetWhenTheirWordsAreGoneAndMetWhenTheyAreBack) {
  const std::string text = draft();
  const std::string changed = replaced(text, "Nobody rang the bell", "Somebody rang the bell");
  const Report after = audited(changed, of_each_kind());
  ASSERT_EQ(after.corrections.size(), 4U);
  for (const ReportCorrection& one : after.corrections) {
    const bool claim = one.said.kind == CorrectionKind::claim;
    EXPECT_EQ(one.state, claim ? "not-met" : "met") << one.why;
    EXPECT_EQ(one.why.empty(), !claim);
  }
  EXPECT_EQ(states(audited(text, of_each_kind())), std::vector<std::string>(4, "met"));
  const Report other = audited("The ferry is late, Ada Roe said on Monday. It will sail at noon.\n", of_each_kind());
  EXPECT_EQ(states(other), std::vector<std::string>(4, "not-met"));
  EXPECT_THAT(write_json(other), HasSubstr(of_each_kind()[0].id));
}

TEST(CorrectedReadings, TheScorecardOfADraftWithCorrections) {
  Report report = audited(draft(), of_each_kind());
  report.rules.clear();  // which rules these are is no matter here
  testing::expect_golden("lock-gate.json", write_json(report));
  testing::expect_golden("lock-gate.xml", write_xml(report));
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  EXPECT_EQ(
      std::system("xmllint --nonet --noout --schema '" HEARSAY_SOURCE_DIR "/reports/scorecard.xsd' '" HEARSAY_SOURCE_DIR
                  "/fixtures/reports/lock-gate.xml' >/dev/null 2>&1"),
      0);
}

}  // namespace
}  // namespace hearsay
