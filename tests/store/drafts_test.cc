// Drafts in the store: versions in order, corrections that two writers add at once, beside archived articles.
#include "store/drafts.h"

#include <gtest/gtest.h>

#include <thread>

#include "store/stored.h"

namespace hearsay {
namespace {

using testing::fixture_reports;
using testing::ScratchFolder;
using testing::store_all;

Correction said(int number, const std::string& by) {
  Correction one;
  one.kind = CorrectionKind::claim;
  one.target = static_cast<std::uint64_t>(number) + 0xfedcba9800000000ULL;
  one.words = "the gate was open “all night”";
  one.value = "confirmed";
  one.reason = "line one\nline two";
  one.evidence = "https://example.org/log";
  one.by = by;
  one.at = "2026-05-04T09:12:00Z";
  one.id = correction_id(one);
  return one;
}

TEST(Drafts, VersionsAreKeptAsGivenAndAddedUponTheOneThatWasSeen) {
  const ScratchFolder folder;
  DraftStore drafts(folder.file("a.sqlite"));
  const std::string bytes = std::string("one\0two\xff", 8);
  const std::string id = drafts.create({.text = bytes, .name = "draft.md", .by = "jh", .at = "2026-05-04T09:12:00Z"});
  EXPECT_EQ(drafts.add_version(
                id, 1,
                {.text = "two", .name = "draft.md", .outlet = "Cove Herald", .by = "ed", .at = "2026-05-04T10:00:00Z"}),
            2U);
  EXPECT_EQ(drafts.add_version(id, 1, {.text = "lost", .name = "", .by = "", .at = ""}), 0U) << "somebody was quicker";
  EXPECT_EQ(drafts.add_version("nobody's", 1, {.text = "x", .name = "", .by = "", .at = ""}), 0U);
  const std::vector<DraftVersion> versions = drafts.versions(id);
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].size, bytes.size());
  EXPECT_EQ(versions[1].by, "ed");
  EXPECT_EQ(versions[0].outlet, "");
  EXPECT_EQ(versions[1].outlet, "Cove Herald");
  EXPECT_EQ(drafts.text(id, 1), bytes);
  EXPECT_EQ(drafts.text(id, 2), "two");
  EXPECT_FALSE(drafts.text(id, 3));
  EXPECT_FALSE(drafts.text(id, 0));
  ASSERT_EQ(drafts.list(10).size(), 1U);
  EXPECT_EQ(drafts.list(10)[0].last.number, 2U);
  EXPECT_EQ(drafts.list(10)[0].last.outlet, "Cove Herald");
}

TEST(Drafts, CorrectionsOutliveVersionsAndAreTakenBackOneByOne) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  DraftStore drafts(path);
  const std::string id = drafts.create({.text = "one", .name = "d.txt", .by = "jh", .at = "2026-05-04T09:12:00Z"});
  EXPECT_TRUE(drafts.add_corrections(id, {said(1, "jh"), said(2, "jh")}));
  EXPECT_TRUE(drafts.add_corrections(id, {said(2, "jh")}));  // there already
  EXPECT_FALSE(drafts.add_corrections("nobody's", {said(1, "jh")}));
  EXPECT_EQ(drafts.add_version(id, 1, {.text = "two", .name = "d.txt", .by = "jh", .at = "2026-05-04T10:00:00Z"}), 2U);
  Corrections expected = {said(1, "jh"), said(2, "jh")};
  put_in_order(expected);
  EXPECT_EQ(DraftStore(path).corrections(id), expected);
  EXPECT_TRUE(drafts.remove_correction(id, said(1, "jh").id));
  EXPECT_FALSE(drafts.remove_correction(id, said(1, "jh").id));
  EXPECT_EQ(drafts.corrections(id), Corrections{said(2, "jh")});
  EXPECT_TRUE(check_store(path).empty());
}

TEST(Drafts, TwoWritersLoseNothingOfEachOther) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::string id =
      DraftStore(path).create({.text = "one", .name = "d.txt", .by = "jh", .at = "2026-05-04T09:12:00Z"});
  constexpr int kEach = 40;
  const auto write = [&](const std::string& by) {
    DraftStore mine(path);
    for (int i = 0; i < kEach; ++i) EXPECT_TRUE(mine.add_corrections(id, {said(i, by)}));
  };
  std::thread other(write, "ed");
  write("jh");
  other.join();
  EXPECT_EQ(DraftStore(path).corrections(id).size(), 2U * kEach);
}

TEST(Drafts, LiveBesideAnArchive) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, fixture_reports());
  DraftStore drafts(path);
  (void)drafts.create({.text = "one", .name = "d.txt", .by = "jh", .at = "2026-05-04T09:12:00Z"});
  EXPECT_EQ(StoreReader(path).info().articles, fixture_reports().size());
  EXPECT_TRUE(check_store(path).empty());
}

TEST(Drafts, AnArchivedScorecardKeepsWhatPeopleSaid) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  std::vector<Report> reports = fixture_reports();
  Report& report = reports.front();
  ASSERT_FALSE(report.claims.empty());
  report.corrections.push_back({.said = said(1, "jh"), .state = "met", .why = "", .of = report.claims.front().id});
  report.corrections.push_back({.said = said(2, "ed"), .state = "not-met", .why = "it is gone", .of = ""});
  store_all(path, reports);
  const std::optional<Report> back = StoreReader(path).report(report.id);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->corrections.size(), 2U);
  EXPECT_EQ(back->corrections[0].said, said(1, "jh"));
  EXPECT_EQ(back->corrections[1].why, "it is gone");
  ASSERT_TRUE(back->claims.front().check);
  EXPECT_EQ(back->claims.front().check->status, "confirmed");
}

TEST(Drafts, ASheetIsChangedUponTheOneThatWasRead) {
  const ScratchFolder folder;
  DraftStore drafts(folder.file("drafts.sqlite"));
  const std::string id = drafts.create({.text = "one", .name = "a.md", .by = "jh", .at = "2026-05-04T09:12:00Z"});
  ASSERT_TRUE(drafts.sheet(id).has_value());
  EXPECT_EQ(drafts.sheet(id)->number, 0U);
  EXPECT_TRUE(drafts.put_sheet(id, 0, "id,status\n"));
  EXPECT_FALSE(drafts.put_sheet(id, 0, "lost"));
  EXPECT_TRUE(drafts.put_sheet(id, 1, "id,status\na,open\n"));
  EXPECT_EQ(drafts.sheet(id)->number, 2U);
  EXPECT_EQ(drafts.sheet(id)->bytes, "id,status\na,open\n");
  EXPECT_FALSE(drafts.put_sheet("nobody's", 0, "x"));
}

}  // namespace
}  // namespace hearsay
