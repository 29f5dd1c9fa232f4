// What contradicts itself in one article, kind by kind: texts in which it does, and texts in which another person, a
// change over time, typography or a list that is not whole explains it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "folder.h"
#include "read_english.h"
#include "score/contradictions/find.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

constexpr std::string_view kPublished = "2019-03-07";

std::vector<std::string> contradictions_in(const std::string& text) {
  Document document = read_english(text, "draft.txt");
  document.published = kPublished;
  const Analysis analysis = analyse(std::move(document), shipped_engine());
  const ScoreMarks marks;
  std::vector<std::string> kinds;
  for (const Contradiction& one : find_contradictions(score_input(analysis, shipped_engine(), marks)))
    kinds.emplace_back(contradiction_kind_name(one.kind));
  return kinds;
}

struct ContradictionRow {
  const char* kind;  // the only one found; "": nothing is
  const char* text;
};
void PrintTo(const ContradictionRow& row, std::ostream* out) {
  *out << row.kind << ": " << row.text;
}

class Contradicting : public testing::TestWithParam<ContradictionRow> {};

TEST_P(Contradicting, IsFoundOrLeftAlone) {
  std::string lead = "The lock of Brema was closed for a week, and the boats waited in the harbour.\n\n";
  const std::vector<std::string> found = contradictions_in(lead + GetParam().text + "\n");
  const std::string kind = GetParam().kind;
  EXPECT_EQ(found, kind.empty() ? std::vector<std::string>() : std::vector<std::string>{kind});
}

INSTANTIATE_TEST_SUITE_P(
    Names, Contradicting,
    testing::Values(
        ContradictionRow{"name", "Anna Marquez, the mayor, opened the lock. Marqeuz said the pumps were new."},
        ContradictionRow{"name", "Anna Marquez, the mayor, opened the lock. Mr. Marqez said the pumps were new."},
        ContradictionRow{"name", "The mayor is Anna Marquez. The pumps were new, said Anna Marqez, the mayor."},
        ContradictionRow{"name", "Thomas Holmberg led the dive. The cable was old, Holmburg said later."},
        ContradictionRow{"name", "The pumps were new, Giulani said. His deputy, Maria Giullani, was away that day."},
        ContradictionRow{"name",
                         "Julia Krolzig is the harbour master. The council laughed. Julie Krolzig said no more."},
        ContradictionRow{"name",
                         "Richard Pinnegar built the pumps. The council paid. Richardo Pinnegar was not asked again."},
        ContradictionRow{"", "Anna Marquez opened the lock. Marquez said the pumps were new."},
        ContradictionRow{"", "Anna O’Riordan opened the lock. The pumps were new, Anna O'Riordan said."},
        ContradictionRow{"", "Anna Núñez opened the lock. The pumps were new, Anna Nunez said."},
        ContradictionRow{"", "Anna Marquez opened the lock. It said “Anna Marqez [sic] lies” on a wall."},
        ContradictionRow{"", "Anna Hansen opened the lock. The pumps were new, said Peter Hanson, a diver."},
        ContradictionRow{"", "Mario Krolzig and his wife came. The pumps were new, said Maria Krolzig at noon."},
        ContradictionRow{"", "Anna Marquez opened the lock. The Marquezs came from Cove, the paper said."},
        ContradictionRow{"", "Corbey said so for years. The pumps were new. The diver, Peter Corvey, laughed."},
        ContradictionRow{"", "Anna Keller spoke. Keller sat down. The pumps were new, said Teller at the end."}));

INSTANTIATE_TEST_SUITE_P(
    Ages, Contradicting,
    testing::Values(
        ContradictionRow{"age",
                         "Anna Marquez, 34, opened the lock. The pumps were new, said Anna Marquez, 43, on the quay."},
        ContradictionRow{"age", "Anna Marquez, 34, opened the lock. The 36-year-old Marquez said the pumps were new."},
        ContradictionRow{"age", "The 51-year-old diver Peter Corvey was found. Peter Corvey, 52, had dived alone."},
        ContradictionRow{"age", "Peter Corvey (51) was found. Mr. Corvey, 61, had dived alone."},
        ContradictionRow{"age", "Peter Corvey, a 51-year-old diver, was found. Corvey, 15, had dived alone."},
        ContradictionRow{"age", "Peter Corvey, 19, was found. 91-year-old Peter Corvey had dived alone."},
        ContradictionRow{"",
                         "Anna Marquez, 34, opened the lock. The pumps were new, said Anna Marquez, 34, on the quay."},
        ContradictionRow{"",
                         "Anna Marquez, 34, opened the lock. The pumps were new, said Peter Marquez, 43, on the quay."},
        ContradictionRow{"", "Anna Marquez, 34, and Peter Marquez, 12, came. Marquez, 12, was tired."},
        ContradictionRow{"", "Anna Marquez, 34, opened the lock. When she was 12, Marquez swam there."},
        ContradictionRow{"", "Anna Marquez, 34, opened the lock. Marquez, 3 months after, closed it again."},
        ContradictionRow{"", "The 34-year-old lock was opened by Anna Marquez, 43, on the quay."}));

INSTANTIATE_TEST_SUITE_P(
    Ranks, Contradicting,
    testing::Values(
        ContradictionRow{"title",
                         "Sgt. Thomas Holm closed the bridge. The order came from above, Capt. Thomas Holm said."},
        ContradictionRow{"title", "Lt. Anna Moss closed the bridge. The order came from above, Maj. Anna Moss said."},
        ContradictionRow{"title", "Col. Anna Moss closed the bridge. The order came from above, Gen. Anna Moss said."},
        ContradictionRow{"title", "Sen. Peter Corvey spoke first. The pumps were new, Rep. Peter Corvey said."},
        ContradictionRow{
            "title", "Captain Thomas Holm closed the bridge. The order came from above, Lieutenant Thomas Holm said."},
        ContradictionRow{"title",
                         "Cpl. Thomas Holm closed the bridge. The order came from above, Sgt. Thomas Holm said."},
        ContradictionRow{"", "Sgt. Thomas Holm closed the bridge. The order came from above, Sgt. Thomas Holm said."},
        ContradictionRow{"",
                         "Sgt. Thomas Holm was promoted in May. The order came from above, Capt. Thomas Holm said."},
        ContradictionRow{"", "Sgt. Thomas Holm closed the bridge. The order came from above, Capt. Peter Holm said."},
        ContradictionRow{"",
                         "Lt. Col. Thomas Holm closed the bridge. The order came from above, Col. Thomas Holm said."},
        ContradictionRow{
            "", "Then-Lt. Thomas Holm closed it years ago. The order came from above, former Maj. Thomas Holm said."},
        ContradictionRow{"", "Dr. Thomas Holm closed the bridge. The order came from above, Capt. Thomas Holm said."}));

INSTANTIATE_TEST_SUITE_P(
    Shares, Contradicting,
    testing::Values(
        ContradictionRow{
            "share",
            "Of the boats, 60 percent were insured, 30 percent were not, and the remaining 20 percent had sunk."},
        ContradictionRow{"share", "Some 70% of the divers came by bus and the other 40% on foot."},
        ContradictionRow{"share", "A third paper said that 112 percent of voters agree."},
        ContradictionRow{"share",
                         "It was clean for 55 per cent of the boats and the remaining 35 per cent had to wait."},
        ContradictionRow{"share", "The club counted 130% of its members at the feast."},
        ContradictionRow{"share", "Of the catch 45 percent was cod, 35 percent herring and the other 30 percent crab."},
        ContradictionRow{
            "", "Of the boats, 60 percent were insured, 30 percent were not, and the remaining 10 percent had sunk."},
        ContradictionRow{"",
                         "Of the boats, 33 percent were old, 33 percent new, and the remaining 33 percent had sunk."},
        ContradictionRow{"", "Prices rose 112 percent in a year."},
        ContradictionRow{"",
                         "Some 70% of the divers came by bus, up from 40% the year before, and the other 30% on foot."},
        ContradictionRow{"", "The fees are 150 percent of those in Cove."},
        ContradictionRow{
            "",
            "Some 51 percent of the crews were women, 20 percent of the captains, and men were the other 80 "
            "percent."}));

INSTANTIATE_TEST_SUITE_P(
    Sums, Contradicting,
    testing::Values(
        ContradictionRow{"sum", "Twelve of the 20 divers came from Brema, the other nine from Cove."},
        ContradictionRow{"sum", "Seven of its 11 boats were lost and the remaining five were sold."},
        ContradictionRow{"sum", "Twelve of the 20 divers came from Brema. The other nine were from Cove."},
        ContradictionRow{"sum", "The storm killed 13 people, seven women and five men."},
        ContradictionRow{"sum", "The seven-member council voted 6-2 on the pumps."},
        ContradictionRow{"sum", "The boat carried 20 passengers: 15 adults and six children."},
        ContradictionRow{"", "Twelve of the 20 divers came from Brema, the other eight from Cove."},
        ContradictionRow{"", "Twelve of the 20 divers came from Brema. The other three swimmers were from Cove."},
        ContradictionRow{"", "Twelve of the 20 divers came from Brema, five from Cove and the other three from Ness."},
        ContradictionRow{"", "The storm killed 13 people, including seven women and five children."},
        ContradictionRow{"", "The storm killed 13 people, seven women and six men."},
        ContradictionRow{"", "The storm killed 13 people, seven women, five men and a baby."},
        ContradictionRow{"", "The seven-member council voted 5-2 on the pumps."},
        ContradictionRow{"", "The seven-member council voted 4-2 on the pumps, with one away."}));

INSTANTIATE_TEST_SUITE_P(
    Weekdays, Contradicting,
    testing::Values(ContradictionRow{"weekday", "The lock was opened on Monday, March 5, 2019, the company said."},
                    ContradictionRow{"weekday", "The lock was opened on Monday, March 5, the company said."},
                    ContradictionRow{"weekday", "The lock was opened on Friday 2 March, the company said."},
                    ContradictionRow{"weekday", "The lock was opened on Sunday, Dec. 3, 2018, the company said."},
                    ContradictionRow{"weekday", "It opens on Thursday (March 15), the company said."},
                    ContradictionRow{"weekday",
                                     "The lock was opened on Tuesday the 4th of March 2019, the company said."},
                    ContradictionRow{"", "The lock was opened on Tuesday, March 5, 2019, the company said."},
                    ContradictionRow{"", "The lock was opened on Tuesday, March 5, the company said."},
                    ContradictionRow{"", "It is closed on Saturday and Sunday, March 9 and 10, the company said."},
                    ContradictionRow{"", "In 2012 it was closed on Monday, March 5, the company said."},
                    ContradictionRow{"", "On Monday, 300 boats waited, the company said."},
                    ContradictionRow{"", "It was opened on Monday, Sept. 3, the company said."},
                    ContradictionRow{"", "It is closed from Friday to Monday, March 8 to 11, the company said."}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, Contradicting,
    testing::Values(
        ContradictionRow{"wording",
                         "“We have never asked the company for a single new pump,” Anna Marquez said.\n\nThe council "
                         "laughed.\n\n“We "
                         "have never asked the company for any new pump,” Marquez said."},
        ContradictionRow{
            "wording",
            "“The council has paid for the pumps since May of last year,” said Anna Marquez, the mayor.\n\nNobody "
            "believed it.\n\n“The council had paid for all pumps since May of last year,” Marquez said."},
        ContradictionRow{
            "wording",
            "“It was never my intention to close the lock for the whole winter,” Peter Corvey said.\n\nThe paper was "
            "shown.\n\n“It was always my intention to close the lock for the whole winter,” Corvey said."},
        ContradictionRow{
            "",
            "“The council today finds the new pump is no longer safe for anybody who works there,” Marquez "
            "said.\n\n“The council therefore finds the new pump, old as it is, unfit,” Marquez said."},
        ContradictionRow{
            "",
            "“The lock will be open again before the end of May,” said Anna Marquez, the mayor.\n\nNobody believed "
            "it.\n\n“The lock will be open again before the end of June,” Marquez said, “and not a day later.”"},
        ContradictionRow{
            "wording",
            "“I did not sign the order that closed the lock,” Anna Marquez said.\n\nThe paper was shown.\n\n“I did "
            "sign "
            "the order that closed the lock,” Marquez said."},
        ContradictionRow{
            "wording",
            "Peter Corvey said: “Nobody who dives here at night comes back with dry feet.”\n\nIt was cold.\n\n“Nobody "
            "who dives there at night comes back with dry feet,” Corvey said."},
        ContradictionRow{
            "speaker",
            "“The boats will sail again before the end of the winter,” said Anna Marquez, the mayor.\n\n“The boats "
            "will "
            "sail again before the end of the winter,” said Thomas Holm, a diver."},
        ContradictionRow{
            "speaker",
            "“Nobody who dives here at night comes back with dry feet,” Peter Corvey said.\n\nIt was cold.\n\n“Nobody "
            "who "
            "dives here at night comes back with dry feet,” Thomas Holm said."},
        ContradictionRow{"",
                         "“We have never asked the company for a single new pump,” Anna Marquez said.\n\nThe council "
                         "laughed.\n\n“We "
                         "have never asked the company for a single new pump,” Marquez said."},
        ContradictionRow{
            "",
            "“We have never asked the company for a single new pump,” Anna Marquez said.\n\n“We have never … a single "
            "new pump” is what Marquez said."},
        ContradictionRow{
            "",
            "“We have never asked the company for a single new pump,” Anna Marquez said.\n\n“We have never asked [it] "
            "for a single new pump,” Marquez said."},
        ContradictionRow{
            "",
            "“We will fight for the lock until the last boat is home,” Anna Marquez said.\n\n“We will fight for clean "
            "water, for the fish and for our children,” Marquez said."},
        ContradictionRow{
            "",
            "“I will vote for the lock and against the bridge this year,” Anna Marquez said.\n\n“I will vote for the "
            "bridge and against the lock this year,” Thomas Holm said."},
        ContradictionRow{"", "“Never again,” Anna Marquez said.\n\n“Never ever again,” Marquez said."}));

/// As the default policy, with the one check that it leaves to houses.
const Engine& house_engine() {
  static const Engine kEngine = [] {
    const Folder folder;
    Diagnostics diagnostics;
    Engine engine =
        load_engine({.pack = {.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules"},
                     .policy = folder.write("house.xml",
                                            "<policy id=\"house\" name=\"House\" extends=\"default\"><check "
                                            "id=\"two-wordings\"/></policy>")},
                    diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
    return engine;
  }();
  return kEngine;
}

TEST(Contradictions, EveryCheckFindsItsOwnExampleAndSaysWhatItIs) {
  std::size_t checks = 0;
  for (const Check& check : house_engine().policy.checks) {
    if (check.subject != Subject::contradiction) continue;
    ++checks;
    Document document = read_english(check.example + "\n", "draft.txt");
    document.published = kPublished;
    const Analysis analysis = analyse(std::move(document), house_engine());
    std::vector<std::string> found;
    for (const Finding& finding : analysis.scorecard.findings) {
      if (finding.kind != FindingKind::contradiction) continue;
      found.push_back(finding.check);
      EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
      EXPECT_FALSE(finding.range.empty());
      EXPECT_EQ(finding.fingerprint.size(), 16U);
    }
    EXPECT_EQ(found, std::vector<std::string>{check.id}) << check.example;
  }
  EXPECT_EQ(checks, kContradictionKindCount);
}

TEST(Contradictions, TwoWordingsAreForAHouseToAskFor) {
  const auto on = [](const Engine& engine) {
    const std::vector<Check>& checks = engine.policy.checks;
    return std::any_of(checks.begin(), checks.end(), [](const Check& check) { return check.id == "two-wordings"; });
  };
  EXPECT_FALSE(on(shipped_engine()));
  EXPECT_TRUE(on(house_engine()));
}

TEST(Contradictions, HoldTheirPlacesAndAreFew) {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "The lock was opened on Monday, March " + std::to_string(5 + 7 * (i % 3)) + ", 2019, the company said.\n\n";
  EXPECT_EQ(contradictions_in(text).size(), kMostContradictions);
  EXPECT_TRUE(contradictions_in("").empty());
}

}  // namespace
}  // namespace hearsay
