// Where and in what things are said: settings found by the shipped rules and carried along their speakers, from the
// words of whole articles.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/read.h"
#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

struct SettingsRow {
  const char* why;
  const char* text;
  std::vector<const char*> settings;  // "NAME | medium | via, via" of attributions that lie in no other, in order
};

std::vector<std::string> settings_of(std::string_view text) {
  Document document;
  std::size_t begin = 0;
  document.text = std::string(text);
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    document.blocks.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::paragraph});
    begin = end + 2;
  }
  const Analysis analysis = analyse(std::move(document), shipped_engine());
  std::vector<std::string> out;
  for (std::size_t a = 0; a < analysis.attributions.size(); ++a) {
    if (analysis.attributions[a].within != kNone) continue;
    const std::uint32_t source = analysis.sources.of_attribution[a];
    std::string line = source == kNone ? "-" : analysis.sources.all[source].name;
    line += " | " + std::string(medium_name(analysis.sources.setting[a].medium)) + " |";
    for (const std::uint32_t relay : analysis.sources.via[a]) line += " " + analysis.sources.all[relay].name;
    out.push_back(line);
  }
  return out;
}

class SettingsOf : public testing::TestWithParam<SettingsRow> {};

TEST_P(SettingsOf, Article) {
  const std::vector<std::string> got = settings_of(GetParam().text);
  const std::vector<std::string> want(GetParam().settings.begin(), GetParam().settings.end());
  EXPECT_EQ(got, want) << GetParam().why << ": " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Carried, SettingsOf,
    testing::Values(
        SettingsRow{
            "a story of one who tells all of it to one newspaper",
            "A nurse, Ana Ruiz, has said that the boat was old.\n\nRuiz said the boat was small.\n\nThe boat sank "
            "later.\n\nRuiz said it was cold.\n\nRuiz said nobody came.\n\nThe sea was high.\n\nShe said it was "
            "late.\n\nA boat came.\n\nIt was small.\n\nRuiz told Radio Cove: “We waited.”",
            {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove",
             "Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove",
             "Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{"unless others tell much of it",
                    "Ana Ruiz said the boat was small.\n\nOmar Holm said it was old.\n\nOmar Holm said it was "
                    "cold.\n\nIt was dark.\n\nRuiz "
                    "said nobody came.\n\nOmar Holm said it was late.\n\nThe sea was high.\n\nIt was small.\n\nA boat "
                    "came.\n\nRuiz told Radio Cove: “We waited.”",
                    {"Ana Ruiz |  |", "Omar Holm |  |", "Omar Holm |  |", "Ana Ruiz |  |", "Omar Holm |  |",
                     "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{"whose a newspaper is, is no part of its name",
                    "Ana Ruiz told Britain’s ITV television station that it was late.",
                    {"Ana Ruiz | interview | ITV"}},
        SettingsRow{
            "an interview goes on, and the relay with it",
            "“The pumps failed,” Ana Ruiz told Radio Cove. “We knew it,” Ruiz said.\n\nShe said the board was warned.",
            {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove",
             "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{
            "answers are told by the poll before them",
            "A Harbour College poll asked a thousand islanders.\n\nFifty-nine percent said the port was safe. “It is "
            "not,” Ana Ruiz said.",
            {"Fifty-nine percent | document | A Harbour College poll", "Ana Ruiz |  |"}},
        SettingsRow{"a writer writes for the house that she is named with",
                    "“The pumps failed,” the Cove Herald’s Ana Ruiz wrote on Monday.\n\n“We knew it,” Ruiz wrote.",
                    {"Ana Ruiz | document | Cove Herald", "Ana Ruiz | document | Cove Herald"}},
        SettingsRow{"a lead runs ahead of its setting",
                    "Ana Ruiz said the pumps had failed.\n\n“We knew it,” Ruiz told Radio Cove on Monday.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{"another speaker is elsewhere",
                    "“The pumps failed,” Ana Ruiz told Radio Cove.\n\n“We knew it,” said Omar Rana.",
                    {"Ana Ruiz | interview | Radio Cove", "Omar Rana |  |"}},
        SettingsRow{"another day ends it",
                    "“The pumps failed,” Ana Ruiz told Radio Cove on Monday. “We knew it,” Ruiz said.\n\nRuiz said on "
                    "Thursday that the port was safe.\n\n“It is late,” Ruiz said.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove", "Ana Ruiz |  |",
                     "Ana Ruiz |  |"}},
        SettingsRow{"the same day does not",
                    "“The pumps failed,” Ana Ruiz told Radio Cove on Monday.\n\nRuiz said on Monday that the port was "
                    "safe.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{"what is said of a day tells nothing of when",
                    "“The pumps failed,” Ana Ruiz told Radio Cove on Monday.\n\nRuiz said the port would open on "
                    "Thursday.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{"what was told to one house years ago is not what another heard",
                    "“I like the port,” Ana Ruiz told Radio Cove in 1990.\n\nThe gale blew.\n\nThe quay sank.\n\nRuiz "
                    "said the pumps had failed.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz |  |"}},
        SettingsRow{"an interview with another house, given by nobody who is named there",
                    "“The pumps failed,” Ana Ruiz told Radio Cove.\n\nTwo days later in an interview with the Harbour "
                    "Post, the former clerk was kinder.\n\nRuiz said they might run.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz |  |"}},
        SettingsRow{"a host stands for the programme",
                    "“The pumps failed,” Ana Ruiz told Cove Daily host Lena Ost.",
                    {"Ana Ruiz | interview | Cove Daily"}},
        SettingsRow{
            "an aside passes",
            "“The pumps failed,” Ana Ruiz said at a rally on Monday. In a speech last year, Ruiz said the port was "
            "safe.\n\nA gale blew.\n\nThe quay sank.\n\n“We knew it,” Ruiz said.",
            {"Ana Ruiz | rally |", "Ana Ruiz | speech |", "Ana Ruiz | rally |"}},
        SettingsRow{"a book speaks for a sentence",
                    "In his 2002 book, Omar Rana said the dam was weak. “I was wrong,” Rana said.",
                    {"Omar Rana | document |", "Omar Rana |  |"}},
        SettingsRow{"a setting beside no attribution",
                    "Ana Ruiz held a news conference on Monday.\n\n“The pumps failed,” she said.",
                    {"Ana Ruiz | press-conference |"}},
        SettingsRow{
            "who is asked at a hearing speaks there",
            "At a hearing on Monday, Ana Ruiz asked Omar Rana whether the dam was weak.\n\n“It is safe,” Rana said.",
            {"Ana Ruiz | testimony |", "Omar Rana | testimony |"}},
        SettingsRow{"a habit is of no setting",
                    "“The pumps failed,” Ana Ruiz told Radio Cove.\n\nRuiz has often said the port was safe.",
                    {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz |  |"}},
        SettingsRow{
            "the press is no relay", "“The pumps failed,” Ana Ruiz told the press.", {"Ana Ruiz | press-conference |"}},
        SettingsRow{"a statement in the cue goes on",
                    "The port issued a statement saying the pier was closed.\n\n“It is safe,” the port said.",
                    {"port | statement |", "port | statement |"}},
        SettingsRow{"a conference call is no conference",
                    "Ana Ruiz told a conference call that the pumps had failed.",
                    {"Ana Ruiz | phone |"}},
        SettingsRow{
            "through a spokesman", "Through a spokesman, Ana Ruiz denied the charges.", {"Ana Ruiz |  | a spokesman"}},
        SettingsRow{
            "a short form of the paper",
            "“The pumps failed,” Ana Ruiz told the Cove Herald. Omar Rana told the Herald that the dam was weak.",
            {"Ana Ruiz | interview | Cove Herald", "Omar Rana | interview | Cove Herald"}},
        SettingsRow{"a forum that a station puts on",
                    "At a forum hosted by Reuters, Ana Ruiz said the pumps had failed.",
                    {"Ana Ruiz | broadcast |"}},
        SettingsRow{"a programme in marks is the station's",
                    "“The pumps failed,” Ana Ruiz told CNN’s “Morning Table.”",
                    {"Ana Ruiz | interview | CNN"}},
        SettingsRow{"a programme in marks",
                    "“The pumps failed,” Ana Ruiz said Sunday on “Morning Table.” She said the dam was weak.",
                    {"Ana Ruiz | broadcast | Morning Table", "Ana Ruiz | broadcast | Morning Table"}},
        SettingsRow{"the newspaper is the one named last",
                    "The Cove Herald wrote of the fire. “The pumps failed,” Ana Ruiz told the newspaper.",
                    {"Ana Ruiz | interview | Cove Herald"}},
        SettingsRow{"a lawyer hands it to a newspaper",
                    "In a statement given to the Cove Herald by Omar Holm, Ana Ruiz said the pumps had failed.",
                    {"Ana Ruiz | statement | Cove Herald Omar Holm"}},
        SettingsRow{
            "the sentence before is of the same interview",
            "A gale blew.\n\nThe quay sank.\n\nThe port shut.\n\nThe crew left.\n\nAna Ruiz said the dam was weak. "
            "“The pumps failed,” Ruiz told Radio Cove.",
            {"Ana Ruiz | interview | Radio Cove", "Ana Ruiz | interview | Radio Cove"}},
        SettingsRow{
            "several posts go on longer than one",
            "“The pumps failed,” Ana Ruiz said in a series of tweets.\n\nA gale blew.\n\nRuiz complained that the dam "
            "was weak.",
            {"Ana Ruiz | tweet |", "Ana Ruiz | tweet |"}},
        SettingsRow{
            "what was found in emails is said in none",
            "“The pumps failed,” Ana Ruiz said. The fault, uncovered in emails, was old.\n\nRuiz said it was weak.",
            {"Ana Ruiz |  |", "Ana Ruiz |  |"}},
        SettingsRow{"a house with its part",
                    "“The pumps failed,” Ana Ruiz told BBC Sport.",
                    {"Ana Ruiz | interview | BBC Sport"}},
        SettingsRow{"a piece in a paper",
                    "Writing in the Cove Herald, Ana Ruiz said the pumps had failed.",
                    {"Ana Ruiz | document | Cove Herald"}},
        SettingsRow{"a report speaks in itself",
                    "The harbour report says that the pumps failed.",
                    {"The harbour report | document |"}},
        SettingsRow{"asked by a newspaper",
                    "Asked by the Cove Herald whether she would go, Ana Ruiz said the dam was safe.",
                    {"Cove Herald |  |", "Ana Ruiz | interview | Cove Herald"}},
        SettingsRow{"in court is where it was done, not said",
                    "The port won in court, according to Omar Rana.",
                    {"Omar Rana |  |"}}));

/// The relay of "told HOUSE" in an article whose record or file names the outlet.
std::size_t relays_of(const std::string& house, const std::string& outlet, const std::string& id,
                      const std::string& url) {
  Document document;
  document.text = "“The pumps failed,” Ana Ruiz told " + house + ".";
  document.blocks.push_back({{0, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph});
  document.outlet = outlet;
  document.id = id;
  document.url = url;
  const Analysis analysis = analyse(std::move(document), shipped_engine());
  std::size_t relays = 0;
  for (const auto& via : analysis.sources.via) relays += via.size();
  return relays;
}

TEST(Settings, EndAtAHeading) {
  const auto media = [](std::string_view text) {
    const Analysis analysis = analyse(read_english(std::string(text), "a.txt"), shipped_engine());
    std::string out;
    for (const Setting& setting : analysis.sources.setting)
      out += (out.empty() ? "" : " ") + std::string(medium_name(setting.medium));
    return out;
  };
  const std::string lead =
      "Harbour news\n\nMayor Ana Ruiz wrote on Twitter that the pier was shut for the whole week.\n\n";
  EXPECT_EQ(media(lead + "Ruiz said that the ferries would be late on every day of it."), "tweet tweet");
  EXPECT_EQ(media(lead + "A strike\n\nRuiz said that the ferries would be late on every day of it."), "tweet ");
}

TEST(Settings, AFewPostsAreNoneOfALead) {
  const auto first = [](std::string_view text) { return settings_of(text).front(); };
  const std::string lead = "Ana Ruiz said she would go.\n\nIt rained.\n\nThe sea was high.\n\n";
  EXPECT_EQ(first(lead + "It was late.\n\nThere was a flurry of tweets from Ruiz on Friday."), "Ana Ruiz |  |");
}

TEST(Settings, TheOutletIsNoRelayUnderAnyName) {
  EXPECT_EQ(relays_of("NPR", "NPR Online News", "", ""), 0U);
  EXPECT_EQ(relays_of("The Associated Press", "AP News", "", ""), 0U);
  EXPECT_EQ(relays_of("BBC News 24", "BBC", "", ""), 0U);
  EXPECT_EQ(relays_of("Newsnight", "BBC", "", ""), 0U);
  EXPECT_EQ(relays_of("Reuters", "", "", "https://www.reuters.com/world/1"), 0U);
  EXPECT_EQ(relays_of("Reuters", "", "reuters_0417", ""), 0U);
  EXPECT_EQ(relays_of("the Huffington Post", "", "huff-post_2016-08-01_pumps", ""), 0U);
  EXPECT_EQ(relays_of("the Cove Herald", "", "cove-herald_12", ""), 0U);
  EXPECT_EQ(relays_of("the Cove Herald", "", "", "https://www.cove-herald.co.uk/pumps"), 0U);
  EXPECT_EQ(relays_of("CoveHerald", "CoveHerald.com", "", ""), 0U);
  EXPECT_EQ(relays_of("the Cove Herald", "", "", "https://herald.example.org/pumps"), 1U);
  EXPECT_EQ(relays_of("Reuters", "AP News", "", ""), 1U);
  EXPECT_EQ(relays_of("The New York Times", "New York Post", "", ""), 1U);
  EXPECT_EQ(relays_of("the Cove Herald", "", "cove-fire", ""), 1U);
}

/// Whether the first source of an article whose text so begins is the article's own house.
bool is_own(const std::string& opening, const std::string& house) {
  Document document;
  document.text = opening + "The pumps failed on Monday.\n\n" + house + " reported last week that they were old.";
  const auto first = static_cast<std::uint32_t>(document.text.find("\n\n"));
  document.blocks.push_back({{0, first}, BlockKind::paragraph});
  document.blocks.push_back({{first + 2, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph});
  const Analysis analysis = analyse(std::move(document), shipped_engine());
  return std::any_of(analysis.sources.all.begin(), analysis.sources.all.end(),
                     [](const Source& source) { return source.own; });
}

TEST(Settings, AHouseInBracketsBeforeTheFirstWordsIsTheArticlesOwn) {
  EXPECT_TRUE(is_own("(CNN) ", "CNN"));
  EXPECT_FALSE(is_own("(CNN) ", "Reuters"));
  EXPECT_FALSE(is_own("", "CNN"));
  EXPECT_FALSE(is_own("The pumps (CNN was there) were old. ", "CNN"));
}

TEST(Settings, AreLinear) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Ana Ruiz told Omar Rana at a hearing that the dam was safe. ";
  EXPECT_GE(settings_of(text).size(), 1000U);
}

}  // namespace
}  // namespace hearsay
