// Corrections beside an article: which file they are in, that no writer loses another's, what is meant by words.
#include "service/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "folder.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

Correction said(std::uint64_t target, const std::string& by) {
  Correction one;
  one.kind = CorrectionKind::claim;
  one.target = target;
  one.value = "query";
  one.by = by;
  one.at = "2026-05-04T09:12:00Z";
  one.id = correction_id(one);
  return one;
}

template <class Call>
std::string refused(const Call& call) {
  try {
    call();
  } catch (const Fatal& fatal) {
    return fatal.diagnostic().message;
  }
  return "";
}

TEST(CorrectionsFile, StandsBesideTheArticle) {
  const Folder folder;
  const std::string article = (folder.path() / "draft.md").string();
  EXPECT_EQ(corrections_file(article), (folder.path() / "draft.hearsay.xml").string());
  EXPECT_EQ(corrections_file("draft.md"), "draft.hearsay.xml");
  EXPECT_EQ(corrections_file("-"), "");
  folder.write("draft.md.hearsay.xml", "<corrections/>");
  EXPECT_EQ(corrections_file(article), article + ".hearsay.xml");
}

TEST(CorrectionsFile, IsWrittenWholeAndGoesWithItsLastCorrection) {
  const Folder folder;
  const std::string article = (folder.path() / "draft.txt").string();
  Diagnostics diagnostics;
  EXPECT_TRUE(read_corrections(article, diagnostics).empty());
  EXPECT_TRUE(change_corrections(article, [](Corrections& all) { return add_correction(all, said(1, "jh")); }));
  EXPECT_FALSE(change_corrections(article, [](Corrections& all) { return add_correction(all, said(1, "jh")); }));
  EXPECT_EQ(read_corrections(article, diagnostics), Corrections{said(1, "jh")});
  EXPECT_TRUE(change_corrections(article, [](Corrections& all) { return remove_correction(all, said(1, "jh").id); }));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "draft.hearsay.xml"));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_THAT(refused([] { (void)change_corrections("-", [](Corrections&) { return true; }); }),
              HasSubstr("standard input"));
}

TEST(CorrectionsFile, ABrokenOneIsNeverWrittenOver) {
  const Folder folder;
  const std::string broken = "<corrections><correction kind=\"x\"/></corrections>";
  folder.write("draft.hearsay.xml", broken);
  const std::string article = (folder.path() / "draft.txt").string();
  EXPECT_THAT(refused([&] {
                (void)change_corrections(article, [](Corrections& all) { return add_correction(all, said(1, "jh")); });
              }),
              HasSubstr("kind 'x' is unknown"));
  std::ifstream file(folder.path() / "draft.hearsay.xml");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), broken);
}

TEST(CorrectionsFile, TwoWritersLoseNothingOfEachOther) {
  const Folder folder;
  const std::string article = (folder.path() / "draft.txt").string();
  constexpr std::uint64_t kEach = 30;
  const auto write = [&](const std::string& by) {
    for (std::uint64_t i = 0; i < kEach; ++i)
      EXPECT_TRUE(change_corrections(article, [&](Corrections& all) { return add_correction(all, said(i, by)); }));
  };
  std::thread other(write, "ed");
  write("jh");
  other.join();
  Diagnostics diagnostics;
  EXPECT_EQ(read_corrections(article, diagnostics).size(), 2 * kEach);
}

Report report_of_two() {
  Report report;
  report.text = "The gate was open, Lind said. The gate was shut, Berg said.";
  ReportAttribution one;
  one.id = "a1";
  one.cue = {{24, 28}};
  one.content = {{0, 17}};
  one.fingerprint = 11;
  report.attributions.push_back(one);
  one.id = "a2";
  one.cue = {{54, 58}};
  one.content = {{30, 47}};
  one.fingerprint = 12;
  report.attributions.push_back(one);
  report.sources.push_back({.id = "s1", .name = "Jon Berg", .kind = "named-person", .aliases = {"Berg"}});
  report.sources.back().fingerprint = 13;
  return report;
}

SaidOfThing of(const std::string& thing, const std::string& value) {
  return {.thing = thing,
          .value = value,
          .source_kind = "",
          .reason = "",
          .evidence = "",
          .by = "jh",
          .at = "2026-05-04T09:12:00Z"};
}

TEST(CorrectionOf, TellsWhatIsMeant) {
  const Report report = report_of_two();
  EXPECT_EQ(correction_of(of("a2", "wrong"), report).target, 12U);
  EXPECT_EQ(correction_of(of("was shut", "wrong"), report).target, 12U);
  EXPECT_EQ(correction_of(of("000000000000000b", "right"), report).target, 11U);
  EXPECT_EQ(correction_of(of("s1", "not-named"), report).kind, CorrectionKind::named);
  EXPECT_EQ(correction_of(of("jon berg", "media"), report).kind, CorrectionKind::source_kind);
  const Correction named = correction_of(of("a1", "Berg"), report);
  EXPECT_EQ(named.kind, CorrectionKind::source);
  EXPECT_EQ(named.source_kind, "named-person") << "so that a version without him knows what he was";
  EXPECT_EQ(named.words, "said: The gate was open");
}

TEST(CorrectionOf, RefusesWhatIsNotThereOrMoreThanOne) {
  const Report report = report_of_two();
  EXPECT_THAT(refused([&] { (void)correction_of(of("a3", "wrong"), report); }), HasSubstr("has no a3"));
  EXPECT_THAT(refused([&] { (void)correction_of(of("The gate was", "wrong"), report); }), HasSubstr("may be 2 things"));
  EXPECT_THAT(refused([&] { (void)correction_of(of("ferry", "wrong"), report); }), HasSubstr("no attribution has"));
  EXPECT_THAT(refused([&] { (void)correction_of(of("", "wrong"), report); }), HasSubstr("it is not said"));
  EXPECT_THAT(refused([&] { (void)correction_of(of("s1", "tall"), report); }), HasSubstr("value must be one of"));
}

}  // namespace
}  // namespace hearsay
