// A run without a command line: articles out of a folder, in order on several threads, and what its listener is told.
#include "service/articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "folder.h"
#include "service/make_scorecards.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Notes : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic& diagnostic) override { diagnostics.push_back(diagnostic); }
  void say(std::string_view line) override { said.emplace_back(line); }
  void begins(const std::vector<std::string>& paths) override { begun = paths; }
  void goes_on(const RunStep& step) override { articles += step.articles; }
  void ends() override { ++ended; }

  Diagnostics diagnostics;
  std::vector<std::string> said, begun;
  std::uint64_t articles = 0;
  int ended = 0;
};

SettingsChoice rules_alone_beside(const Folder& folder) {
  return {.beside = folder.path().string(),
          .rules = std::string(HEARSAY_SOURCE_DIR) + "/rules",
          .evidence = false,
          .threads = 3};
}

TEST(Articles, ComeInOrderAndTheListenerHearsOfEach) {
  const Folder folder;
  folder.write("hearsay.xml", "<hearsay><outlet>The Ellan Post</outlet></hearsay>");
  for (const char* name : {"a", "b", "c"})
    folder.write(std::string("in/") + name + ".txt", "The dam failed, Ana Ruiz said.\n");
  folder.write("in/empty.txt", "");
  folder.write("in/torn.pdf", "%PDF-1.4 and no more");
  Notes notes;
  Engines engines;
  const Session session = open_session(rules_alone_beside(folder), engines, notes);
  std::vector<std::string> ids;
  std::optional<std::string> outlet;
  const InputChoice input{.paths = {(folder.path() / "in").string()}};
  const Sink sink{.render = [](const Analysis& analysis, Outcome& outcome) { outcome.out = analysis.document.outlet; },
                  .take =
                      [&](Outcome&& outcome) {
                        ids.push_back(outcome.id);
                        if (outcome.read) outlet = outcome.out;
                      }};
  const Totals totals = for_each_article(input, session, notes, sink);
  EXPECT_THAT(ids, ElementsAre("a", "b", "c", "empty", "torn"));
  EXPECT_EQ(outlet, "The Ellan Post");
  EXPECT_EQ(totals.articles, 3U);
  EXPECT_EQ(totals.failures, 1U);
  EXPECT_EQ(totals.aliens, 1U);
  EXPECT_EQ(notes.begun, input.paths);
  EXPECT_EQ(notes.articles, 5U);
  EXPECT_EQ(notes.ended, 1);
  ASSERT_EQ(notes.diagnostics.size(), 1U);
  EXPECT_THAT(notes.diagnostics[0].file, HasSubstr("torn.pdf"));
  EXPECT_THAT(notes.said, ElementsAre(HasSubstr("1 file was passed over: 1 empty")));
}

TEST(Articles, ARunThatIsCutShortEndsForTheListener) {
  const Folder folder;
  const InputChoice input{.paths = {folder.write("a.txt", "The dam failed, Ana Ruiz said.\n")}};
  Notes notes;
  Engines engines;
  const Session session = open_session(rules_alone_beside(folder), engines, notes);
  const Sink sink{.render = [](const Analysis&, Outcome&) {},
                  .take = [](Outcome&&) { throw Fatal({.message = "the disk is full"}); }};
  EXPECT_THROW(for_each_article(input, session, notes, sink), Fatal);
  EXPECT_EQ(notes.ended, 1);
}

TEST(Scorecards, GoWhereTheyAreWanted) {
  const Folder folder;
  const InputChoice input{.paths = {folder.write("a.txt", "The dam failed, Ana Ruiz said.\n")}};
  Notes notes;
  Engines engines;
  const Session session = open_session(rules_alone_beside(folder), engines, notes);
  std::string printed;
  const Output out = [&](std::string_view text) { printed += text; };
  static_cast<void>(make_scorecards(plan_scorecards({}, input), input, session, notes, out));
  EXPECT_THAT(printed, HasSubstr("Ana Ruiz"));
  EXPECT_TRUE(notes.said.empty());
  const std::string records = (folder.path() / "all.jsonl").string();
  const ScorecardChoice to_records{.formats = {format_named(report_formats(), "jsonl")}, .out = records};
  printed.clear();
  static_cast<void>(make_scorecards(plan_scorecards(to_records, input), input, session, notes, out));
  EXPECT_EQ(printed, "");
  EXPECT_THAT(read_whole(records), HasSubstr("Ana Ruiz"));
  EXPECT_THAT(notes.said, ElementsAre("1 scorecard in " + records));
}

}  // namespace
}  // namespace hearsay
