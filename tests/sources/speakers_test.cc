// Who speaks, through the whole pipeline with the shipped pack: a row is a text and the names behind its attributions
// in text order.
#include <gtest/gtest.h>

#include <string>

#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

struct SpeakersRow {
  const char* why;
  const char* text;
  const char* names;  // "Ana Ruiz; Omar Rana"; "-" for nobody
};

std::string speakers_of(const char* text) {
  const Analysis analysis = analyse(read_english(text, "a.txt"), shipped_engine());
  std::string out;
  for (const std::uint32_t source : analysis.sources.of_attribution)
    out += (out.empty() ? "" : "; ") + (source == kNone ? "-" : analysis.sources.all[source].name);
  return out;
}

class SpeakersOf : public testing::TestWithParam<SpeakersRow> {};

TEST_P(SpeakersOf, Article) {
  EXPECT_EQ(speakers_of(GetParam().text), GetParam().names) << GetParam().why << ": " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    OwnWords, SpeakersOf,
    testing::Values(
        SpeakersRow{
            "whom he names in his words he is not",
            "Omar Holm, who runs the campaign of Marc Ost, said the candidate had changed nothing.\n\n“That will "
            "help not only Mr. Ost but the whole port,” he said.",
            "Omar Holm; Omar Holm"},
        SpeakersRow{
            "in either of two quotations",
            "Lena Brandt said the port was safe.\n\nShe said: “We waited a year.”\n\nShe added: “Some say that Ana "
            "Ruiz was worse.” Ana Ruiz left in May. She added: “Ruiz knew.”",
            "Lena Brandt; Lena Brandt; Lena Brandt; Lena Brandt"}));

INSTANTIATE_TEST_SUITE_P(
    Names, SpeakersOf,
    testing::Values(
        SpeakersRow{"of a description, too",
                    "Omar Holm ran the port. Marina Ruiz said it was old. The 37-year-old said Holm had known of it.",
                    "Marina Ruiz; Marina Ruiz"},
        SpeakersRow{"but for the writer's words",
                    "Mayor Ana Ruiz came. The port that Ruiz opened was old, the mayor said.", "Ana Ruiz"},
        SpeakersRow{"a name behind the newspaper's",
                    "Marina Ruiz worked there. Speaking to the Daily Mail Ruiz claimed: “It was old.”", "Marina Ruiz"},
        SpeakersRow{"another's attorney",
                    "Special Counsel Omar Reed came. Lena Brandt was late. Brandt's attorney said she was ill.",
                    "Brandt's attorney"},
        SpeakersRow{"a new clause", "“More will come out of Holm, and I suspect it is late,” Ana Ruiz said.",
                    "Ana Ruiz"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, SpeakersOf,
    testing::Values(
        SpeakersRow{"whom a description names is somebody else",
                    "Governor Omar Kasch came. The harbour chairman, no friend of Governor Kasch, said it was late.",
                    "The harbour chairman"},
        SpeakersRow{"an owner tells only who the other is",
                    "Kai Holm, former President Omar Reed's finance director, spoke up in March. “It was late,” he "
                    "wrote.",
                    "Kai Holm"},
        SpeakersRow{"a title behind a body",
                    "The top Democrat on the Harbour Oversight Committee Rep. Ona Valeby said it was late.",
                    "Ona Valeby"},
        SpeakersRow{"two roles, the second with an adjective",
                    "“It is late,” former harbour official and retired Rear Admiral Omar Tenby said.", "Omar Tenby"},
        SpeakersRow{"the wider place", "Oda Brakk and Lena Ostrow from Varnton, New York said the boats were late.",
                    "Oda Brakk and Lena Ostrow"},
        SpeakersRow{"a capital that is of the sentence",
                    "Family and friends will come. The Bordley family requested that gifts be sent to the school.",
                    "Bordley family"},
        SpeakersRow{"a story about somebody", "He told an old story about some boy who claimed to have bought it.",
                    "some boy who claimed to have bought it"},
        SpeakersRow{"a party to a case",
                    "In Holm v. HRC, the Supreme Court struck down the fee, arguing that it was old.", "Supreme Court"},
        SpeakersRow{"an hour's zone", "It came at 2:40 p.m. PST Tessara said it would leave.", "Tessara"},
        SpeakersRow{"a participle behind a thing is the subject's",
                    "Ana Ruiz gave speeches on the floor praising the new harbour law.", "Ana Ruiz"},
        SpeakersRow{"the nearest subject",
                    "While Ana Ruiz called it a waste, Omar Rend spent his tweet storm defending the plan.",
                    "Ana Ruiz; Omar Rend"},
        SpeakersRow{"a name at the sentence's end",
                    "He wavered, according to a harbour interrogator, Representative Ona Valeby (R., Ohio).",
                    "Ona Valeby"},
        SpeakersRow{"a son of the same name",
                    "Holm spoke of prayer. “It helps,” Holm said. Holm's eldest son, President Omar Holm, flew home. "
                    "Holm said it was late.",
                    "Holm; Holm"},
        SpeakersRow{
            "a state between commas",
            "The harbour board, which was formed after the fire in Varnton, Ohio, that killed two people, said it "
            "was late.",
            "harbour board"},
        SpeakersRow{"a title of two words",
                    "The Harbour Department’s inspector general criticized Cole for acting unprofessionally.",
                    "The Harbour Department’s inspector general"},
        SpeakersRow{"an object within a relative clause",
                    "Boats for sailors who claimed to have rowed with him were built by Cohn.",
                    "sailors who claimed to have rowed with him"},
        SpeakersRow{"letters read in a wrong encoding", "Marta Ib\u00c3\u00a1\u00c3\u00b1ez Lind said it was late.",
                    "Marta Ibáñez Lind"},
        SpeakersRow{"and taken apart", "Marc A\u0303\u00a9lan Ost said it was late.", "Marc élan Ost"},
        SpeakersRow{
            "who is asked answers",
            "Marc Ostrand (R-Ohio), second whip of his party, asked whether the toll could rise, said he was not "
            "sure.",
            "Marc Ostrand"}));

INSTANTIATE_TEST_SUITE_P(
    Seats, SpeakersOf,
    testing::Values(
        SpeakersRow{"state and party",
                    "House Leader Kevin Holm (R-Calif.) said it was late. The California Republican added that "
                    "he would wait.",
                    "Kevin Holm; Kevin Holm"},
        SpeakersRow{"behind commas", "Sen. Ana Ruiz, D-Ohio, said no. “We will vote no,” the Ohio Democrat added.",
                    "Ana Ruiz; Ana Ruiz"},
        SpeakersRow{"a state alone",
                    "Sen. Marc Ost (Ky.) said no. Rep. Ana Ruiz (N.Y.) said yes. “It is dead,” the Kentucky "
                    "senator added.",
                    "Marc Ost; Ana Ruiz; Marc Ost"},
        SpeakersRow{"another party's", "Sen. Ana Ruiz, D-Ohio, said no. “It is dead,” the Ohio Republican said.",
                    "Ana Ruiz; the Ohio Republican"},
        SpeakersRow{"a title cut short", "Gov. Lena Brandt said no. “It is over,” the governor added.",
                    "Lena Brandt; Lena Brandt"},
        SpeakersRow{
            "of whom no seat is told",
            "Senate Majority Leader Paul Tarrow said the vote would come. “We will vote,” the Kansas Republican "
            "said.",
            "Paul Tarrow; Paul Tarrow"},
        SpeakersRow{"not of a president",
                    "President Paul Tarrow said the vote would come. “We will vote,” the Kansas Republican said.",
                    "Paul Tarrow; the Kansas Republican"},
        SpeakersRow{"nor of the other party",
                    "Democratic Rep. Paul Tarrow said the vote would come. “We will vote,” the Kansas Republican said.",
                    "Paul Tarrow; the Kansas Republican"},
        SpeakersRow{"in apposition to another",
                    "Rep. Steny Moss said he would ask Rep. Zoe Lind, the Ohio Democrat who announced that she would "
                    "go.",
                    "Steny Moss; Zoe Lind"},
        SpeakersRow{"told behind the name",
                    "Minority Leader Carl Mayer said no. The New York Democrat said it again. Rep. Eli Cumming, "
                    "Maryland Democrat, said it would pass.",
                    "Carl Mayer; Carl Mayer; Eli Cumming"}));

INSTANTIATE_TEST_SUITE_P(
    Together, SpeakersOf,
    testing::Values(
        SpeakersRow{"bodies", "Harbour Media and Cove Press have merged, the companies announced on Monday.",
                    "Harbour Media and Cove Press"},
        SpeakersRow{"persons by their office",
                    "Senators Ana Ruiz and Omar Holm came late. The two senators said the vote was lost.",
                    "Ana Ruiz and Omar Holm"},
        SpeakersRow{"men", "Omar Reed and John Moss rowed to the pier. Both men praised the harbour.",
                    "Omar Reed and John Moss"},
        SpeakersRow{"not three",
                    "Senators Ana Ruiz and Omar Holm came late. The three senators said the vote was lost.",
                    "The three senators"},
        SpeakersRow{"from the lead",
                    "Two harbour mayors called for a strike.\n\nMayor Ana Ruiz and Mayor Omar Holm wrote that the pay "
                    "was low.",
                    "Ana Ruiz and Omar Holm; Ana Ruiz and Omar Holm"}));

INSTANTIATE_TEST_SUITE_P(
    Floor, SpeakersOf,
    testing::Values(
        SpeakersRow{"who goes on in his paragraph",
                    "Governor Scott Holm signed the bill.\n\n“It is a power grab,” Tony Evans, who will follow Holm, "
                    "said in Varn. “Holm has never listened to his own town,” he said.",
                    "Tony Evans; Tony Evans"},
        SpeakersRow{"not who is only told to have spoken",
                    "Omar Holm said that Paul Reed had told the court of it. “It was late,” he added.",
                    "Omar Holm; Omar Holm"},
        SpeakersRow{"a former office",
                    "Defense Secretary Mark Holm said the pact was dead. “It was a slow death,” said the former Army "
                    "general.",
                    "Mark Holm; Mark Holm"},
        SpeakersRow{
            "an attorney general is no general",
            "New York Attorney General Berta Ullman sued. The former Army general said no. The attorney general "
            "accused him of a crime.",
            "The former Army general; Berta Ullman"},
        SpeakersRow{"a committee before the name",
                    "Chairman of the House Harbour and Fisheries Reform Committee Trent Gower said it was late.",
                    "Trent Gower"},
        SpeakersRow{"a newspaper told by its kind first",
                    "Her hometown newspaper, the Varn Globe, argued that she should run.", "Varn Globe"},
        SpeakersRow{"those surveyed", "The poll is out. Most of those surveyed say it was late.", "those surveyed"}));

INSTANTIATE_TEST_SUITE_P(
    InMind, SpeakersOf,
    testing::Values(
        SpeakersRow{"by her age, who goes on to speak",
                    "Marina Ruiz, a nurse, said the ward was full. She added: “Some had warned that Lena Brandt was "
                    "worse. She was jealous.” The 37-year-old said she had left in May.",
                    "Marina Ruiz; Marina Ruiz; Some; Marina Ruiz"},
        SpeakersRow{
            "of two ministers the one who speaks",
            "On Monday, Omar Rana, deputy interior minister of the interim government of Kand, made the remarks in "
            "Brema. “We ask them to talk,” he said. The deputy interior minister did not speak of the port. Rana left "
            "at noon, and Rana came back.\n\nThe ferries were late for a week.\n\nLast week, Defence Minister Kai Ost "
            "had blamed Kand for the raid. “The source is in Kand,” he said in a post on X.\n\nHe regretted that the "
            "men "
            "were free. “Help from Kand is not there,” the minister said.",
            "Omar Rana; Omar Rana; Kai Ost; Kai Ost; Kai Ost; Kai Ost"},
        SpeakersRow{"not he who quotes him",
                    "Omar Holm met the board in May. “It is easy,” Kai Moss said. “He would say, ‘We will grow out of "
                    "it.’”",
                    "Kai Moss; Omar Holm"},
        SpeakersRow{
            "two sorts of one people",
            "State and federal officials said it was closed. Both Liberal and Green lawmakers argued that it was "
            "late. Black and Latino voters said they were tired.",
            "State and federal officials; Liberal and Green lawmakers; Black and Latino voters"},
        SpeakersRow{"agencies of a state", "Security agencies said several bands had fled. The Norvian council met.",
                    "Security agencies"},
        SpeakersRow{
            "the surname alone is the president's",
            "President Omar Holm came to Varn. President Holm praised the port. His wife, first lady Lena Holm, "
            "wore white. Lena Holm left early; Lena Holm was tired.\n\nHolm said it was late.",
            "Omar Holm; Omar Holm"},
        SpeakersRow{
            "whom another speaks of does not go on to speak",
            "Murray doesn’t think it’s a problem that Holm is a farmer, but he also doesn’t think the party has "
            "to pick one.\n\n“Kai Ost is a force,” he said. “I don’t think it matters.”",
            "Murray; Murray; Murray"},
        SpeakersRow{"who of a clause, a day between",
                    "Ana Ruiz praised Omar Holm, who on Monday said the port was lost.", "Ana Ruiz; Omar Holm"},
        SpeakersRow{
            "prosecutors of no place told pages before",
            "Federal prosecutors in Varn charged Rudd in March.\n\nThe port was shut for a week.\n\nThe ferries "
            "were late.\n\nProsecutors said Kai Ost lied to them.",
            "Prosecutors"},
        SpeakersRow{
            "a list that is none of names",
            "Rep. Beto Ruiz and four other members of Congress said it was late. Lawyers for Ruiz and Holm said "
            "no.",
            "Rep. Beto Ruiz and four other members of Congress; Lawyers for Ruiz and Holm"},
        SpeakersRow{"an apposition with and",
                    "The council is late, said Tim Brandt, an emeritus professor at Moss and Lind University.",
                    "Tim Brandt"},
        SpeakersRow{"a place is not they", "Ruiz toured a remote city with the lawmakers, where they said it was shut.",
                    "the lawmakers"},
        SpeakersRow{"a name before a verb", "Ankara views the force as a threat.", "Ankara"},
        SpeakersRow{"who speaks behind and is not of the first's words",
                    "Ost said that the mayor was angry and Ana Ruiz said the port would open.", "Ost; Ana Ruiz"},
        SpeakersRow{"a daughter of the name",
                    "Holm spoke of his faith. Holm was buried beside their daughter Lena Holm. "
                    "Holm had said it was late.",
                    "Holm"},
        SpeakersRow{"a role before an adjective", "An official familiar with the talks said it was late.",
                    "An official familiar with the talks"},
        SpeakersRow{"the president is no vice president",
                    "Vice President Omar Pell met the union. The president said he was tired.", "The president"},
        SpeakersRow{"most who", "Most who favour the wall say it is late. Those who know him said he was tired.",
                    "Most who favour the wall; Those who know him"},
        SpeakersRow{"who heads a body now is none who did",
                    "Former Norvia Harbour Party chairman Robert Gale said the vote was fair. The head of the Brema "
                    "Harbour Party said he was tired.",
                    "Robert Gale; The head of the Brema Harbour Party"},
        SpeakersRow{"a daughter whom nobody else shares it with",
                    "Ana Ruiz sailed alone, said her daughter, Iris Tan. Tan said it was late.",
                    "Iris Tan; Iris Tan"}));

}  // namespace
}  // namespace hearsay
