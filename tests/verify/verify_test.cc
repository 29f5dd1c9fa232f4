// What a quotation is against its origin: the traps one by one, then beds of 600 quotations each.
#include "verify/verify.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "document/transcript/find_turns.h"
#include "english_words.h"
#include "read_english.h"
#include "shipped_engine.h"
#include "verify/hold_bed.h"

namespace hearsay {
namespace {

const LanguageWords& english() {
  return english_vocabulary().language;
}

/// The words between “ and ” of the draft, said by `speaker`, against the originals.
Verification held(const std::string& draft_text, std::initializer_list<std::string> originals,
                  const std::string& speaker = "", bool complete = true) {
  Document draft;
  draft.text = draft_text;
  Text text;
  text.language = &english();
  const Tags tags;
  const Mentions mentions;
  const auto begin = static_cast<std::uint32_t>(draft_text.find("“") + 3);
  DraftQuotation quotation{.spans = {{begin, static_cast<std::uint32_t>(draft_text.find("”"))}}};
  if (!speaker.empty()) quotation.speaker.names = {speaker};
  Verifier verifier({draft, text, tags, mentions}, {quotation});
  Seeker::Room room = verifier.room();
  std::uint32_t number = 0;
  for (const std::string& original : originals) {
    Document document;
    document.path = "original-" + std::to_string(number + 1);
    document.text = original;
    find_turns(document);
    verifier.take(verifier.scan(document, number++, room));
  }
  if (!complete) verifier.miss_original();
  return verifier.finish().front();
}

/// As held(), in lines: class, then each difference: "is|was".
std::string told(const std::string& draft, const std::string& original) {
  const Verification one = held(draft, {original});
  std::string out(quotation_class_name(one.result));
  for (const QuotedDifference& difference : one.differences) {
    out += "\n" + draft.substr(difference.is.begin, difference.is.size()) + "|" +
           one.passages.front().text.substr(difference.was.begin, difference.was.size());
  }
  return out;
}

struct Article {
  const char* name;
  const char* draft;
  const char* original;
  const char* told;
};
std::ostream& operator<<(std::ostream& out, const Article& one) {
  return out << one.name;
}
class Articles : public testing::TestWithParam<Article> {};

/// Of an original that is an article only what it quotes is somebody's words.
TEST_P(Articles, AreReadByTheirQuotations) {
  EXPECT_EQ(told(GetParam().draft, GetParam().original), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Quoted, Articles,
    testing::Values(
        Article{
            "a cue between two parts", "“The sluice will open on time. Everybody in the valley knows it,”",
            "“The sluice will open on time,” said Tarn, founder of the water league. “Everybody in the valley knows "
            "it.”",
            "verbatim"},
        Article{
            "the rest is not there",
            "“We are proud to close the old harbour, friends, because nobody wants these smugglers here,”",
            "Tarn spoke at noon. “We are proud to close the old harbour,” Tarn said. Sign up for the morning letter "
            "of the valley. Nobody here wants more of these letters.",
            "paraphrase\nfriends, because nobody wants these smugglers here|"},
        Article{
            "the beginning is the writer's",
            "“After the spring tide our committee will hold hearings and look into the two drownings of this month,”",
            "A group of members says that when the council comes back it will “hold hearings and look into the two "
            "drownings of this month.”",
            "paraphrase\nAfter the spring tide our committee will|"},
        Article{"an added form of address", "“President Ruiz, we will not pay for your broken sluice,”",
                "The letter went to the office of Mr Ruiz. “We will not pay for your broken sluice,” it says.",
                "small-edit\nPresident Ruiz|"},
        Article{
            "in another order than it is printed", "“The wall is old and tired. The pumps have not run since May,”",
            "“The pumps have not run since May,” Ost said. The council met late and heard eleven others on the price "
            "of gravel, on the price of boats and on the price of everything that a harbour needs in a year. “The "
            "wall is old and tired,” Ost added.",
            "verbatim"},
        Article{"a speech that quotes others", "“My mother said never again and the whole town heard her that night,”",
                "My mother said “never again” and the whole town heard her that night.", "verbatim"},
        Article{"words of nobody there",
                "“Here is the truth: the people of the valley, and the people of the coast, do not believe a word,”",
                "The boat was held “on behalf of the people of the valley” when it came in.", "not-found"},
        Article{"a word changed within", "“I know the truth. Others know the truth about the sluice,”",
                "“I know the truth,” Ost told the valley's radio, “many people know the truth about the sluice.”",
                "small-edit\nOthers|many people"},
        Article{"a name is no wording", "“I defy you to find anybody now who does not like Johan Arvid Wilbert Holm,”",
                "Premier Ana Ruiz: The valley has lost a friend in Johan Arvid Wilbert Holm. Chief Omar Reed: We shall "
                "never forget him.",
                "not-found"},
        Article{"two words of four", "“It was not only his kindness, and it was not only his service,”",
                "The town remembers him for his kindness to animals and for the long service he gave.", "not-found"},
        Article{"one form of a name", "“I ask my Harbourist colleagues to vote for the new sluice,”",
                "“I ask my Harbourists colleagues to vote for the new sluice,” she said.",
                "small-edit\nHarbourist|Harbourists"},
        Article{
            "a writer's own wording",
            "“Her long years in public office set the clerk apart from every other man who was charged,”",
            "They noted the clerk's years in office and argued that these set her apart “from every other man who was "
            "charged” as part of it.",
            "paraphrase\nHer long years in public office set the clerk apart|"},
        Article{
            "of two missing parts one is quoted elsewhere",
            "“The pumps have not run since May. The wall is old and tired and will not hold. Ask the bakers of Varn "
            "about the price of gravel,”",
            "“The wall is old and tired and will not hold,” Ost said. The council met late and heard eleven others. "
            "“The pumps have not run since May,” Ost added.",
            "paraphrase\nAsk the bakers of Varn about the price of gravel|"},
        Article{"straight marks", "“The sluice will open on time. Everybody knows it by now,”",
                "\"The sluice will open on time,\" Tarn wrote.\n\n\"Everybody knows it by now,\" he went on.",
                "verbatim"},
        Article{"put in between round brackets", "“We (will) get rid of the old ferry,”",
                "“We get rid of the old ferry,” he said.", "marked-change\nwill|"}));

struct Trap {
  const char* name;
  const char* draft;
  const char* original;
  QuotationClass result;
};
std::ostream& operator<<(std::ostream& out, const Trap& trap) {
  return out << trap.name;
}
class Traps : public testing::TestWithParam<Trap> {};

TEST_P(Traps, AreSeen) {
  const Verification one = held(GetParam().draft, {GetParam().original});
  EXPECT_EQ(quotation_class_name(one.result), quotation_class_name(GetParam().result));
}

using Class = QuotationClass;
INSTANTIATE_TEST_SUITE_P(
    Folded, Traps,
    testing::Values(
        Trap{"case and typography", "“the sea wall won’t hold another winter,”",
             "And THE SEA WALL won't hold another winter, he said.", Class::verbatim},
        Trap{"soft hyphens and ligatures", "“the official engineers found the fire”",
             "the of\xC2\xAD\x66icial engineers \xEF\xAC\x81nally? No: the official engineers found the \xEF\xAC\x81re",
             Class::verbatim},
        Trap{"a word over two lines", "“every examination of the harbour failed”",
             "Every exam-\n  ination of the harbour failed.", Class::verbatim},
        Trap{"hyphens", "“the well-known lighthouse keeper left”", "the well known light-\nhouse keeper left",
             Class::verbatim},
        Trap{"numbers in words", "“we lost twelve boats and 1,000 nets”", "We lost 12 boats and one thousand nets.",
             Class::verbatim},
        Trap{"shares and money", "“it cost $5 million, or 12 percent of it”",
             "It cost five million dollars, or twelve per cent of it.", Class::verbatim},
        Trap{"a contraction", "“we do not sell the old ferry”", "We don't sell the old ferry.", Class::small_edit},
        Trap{"can and cannot", "“we can repair the old ferry”", "We cannot repair the old ferry.",
             Class::negation_changed}));
INSTANTIATE_TEST_SUITE_P(
    Changed, Traps,
    testing::Values(
        Trap{"a number", "“we lost fourteen boats in the storm”", "We lost forty boats in the storm.",
             Class::number_changed},
        Trap{"a day", "“the ferry comes back on Tuesday morning”", "The ferry comes back on Monday morning.",
             Class::number_changed},
        Trap{"a currency", "“it cost the town $5 million in all”", "It cost the town €5 million in all.",
             Class::number_changed},
        Trap{"a name", "“the council gave it to Selma Oduya then”", "The council gave it to Ivo Marn then.",
             Class::name_changed},
        Trap{"an ellipsis that swallows not", "“we will … close the northern harbour”",
             "We will not, whatever anybody says, close the northern harbour.", Class::negation_changed},
        Trap{"an ellipsis", "“we will close the northern harbour … before the winter”",
             "We will close the northern harbour, as you all know, before the winter.", Class::marked_change},
        Trap{"a clause with its own negation left out", "“we will close the harbour … before the winter comes”",
             "We will close the harbour, which was not easy, before the winter comes.", Class::marked_change},
        Trap{"brackets", "“we gave [the engineers] everything they asked for”",
             "We gave them everything they asked for.", Class::marked_change},
        Trap{"um", "“we will close the harbour before winter”",
             "We will, um, close the the harbour, you know, before winter.", Class::disfluency},
        Trap{"left out", "“the mayor signed the contract for the pumps”",
             "The mayor signed, after a long and very bitter meeting, the contract for the pumps.",
             Class::unmarked_omission},
        Trap{"a negation cut off", "“the sea wall is safe for another year”",
             "I do not think that the sea wall is safe for another year.", Class::negation_changed},
        Trap{"a condition cut off", "“the ferry will sail every day again”",
             "If the pumps arrive in time, the ferry will sail every day again.", Class::unmarked_omission},
        Trap{"a condition behind", "“the ferry will sail every day again”",
             "The ferry will sail every day again if the pumps arrive in time.", Class::unmarked_omission},
        Trap{"in reverse", "“The boats are rusted through and through. We will sell the lighthouse to nobody.”",
             "We will sell the lighthouse to nobody. The boats are rusted through and through.", Class::spliced},
        Trap{"nothing of it", "“music comforts even the tired astronomers”",
             "The harbour budget is late again this year.", Class::not_found},
        Trap{"two words", "“a disaster”", "It was a disaster, he said.", Class::too_short}));

// "She did not think the wall “safe …”": nothing is turned where the draft's own sentence denies.
TEST(Verify, TheDraftsOwnWordsMayHoldTheNegation) {
  const Analysis draft = analyse(
      read_english(
          "Harbour notes\n\nSelma Oduya did not think that “the sea wall is safe for another year”, she said.\n",
          "draft.txt"),
      shipped_engine(), {.evidence = false});
  const std::vector<DraftQuotation> gathered = gather_quotations(draft.article(), draft.attributions, draft.sources);
  ASSERT_FALSE(gathered.empty());
  EXPECT_TRUE(gathered.front().around_denies);
  EXPECT_FALSE(gathered.front().around_conditions);
}

/// Indirect words against an original.
QuotationClass indirect(const std::string& said, const std::string& original) {
  Document draft;
  draft.text = said;
  Text text;
  text.language = &english();
  const Tags tags;
  const Mentions mentions;
  Verifier verifier({draft, text, tags, mentions},
                    {{.spans = {{0, static_cast<std::uint32_t>(said.size())}}, .quoted = false}});
  Seeker::Room room = verifier.room();
  Document document;
  document.text = original;
  verifier.take(verifier.scan(document, 0, room));
  return verifier.finish().front().result;
}

TEST(Verify, ADenialCountsBetweenWordsThatBothSay) {
  const std::string said = "the harbour lost forty boats in the great storm";
  EXPECT_EQ(indirect(said, "The harbour did not lose them: it lost forty boats in the great storm."),
            Class::negation_changed);
  EXPECT_EQ(indirect(said,
                     "The sluice will not open before May. The harbour lost forty boats in the great storm, and "
                     "nobody knows why."),
            Class::paraphrase);
}

TEST(Verify, SpeakersAreHeldToTheirLabels) {
  const std::string hearing =
      "MODERATOR: Please begin.\n\nMR. MARN: We will sell the lighthouse to nobody at all.\n\nMS. ODUYA: The boats are "
      "rusted through and through.\n\nMR. MARN: That is true.\n\nMODERATOR: Who pays for the new lamps this year?\n";
  const std::string words = "“We will sell the lighthouse to nobody at all,”";
  const Verification right = held(words, {hearing}, "Ivo Marn");
  EXPECT_EQ(right.result, Class::verbatim);
  EXPECT_EQ(right.passages.front().speaker, "MR. MARN");
  EXPECT_EQ(right.passages.front().place, "line 3");
  EXPECT_EQ(held(words, {hearing}, "Selma Oduya").result, Class::other_speaker);
  EXPECT_EQ(held(words, {hearing}).result, Class::verbatim) << "no source by name, no claim";
  EXPECT_EQ(held("“Who pays for the new lamps this year?”", {hearing}, "Ivo Marn").result, Class::other_speaker)
      << "he has turns of his own";
  EXPECT_EQ(held("“Who pays for the new lamps this year?”", {hearing}, "Tilda Corvane").result, Class::verbatim)
      << "she has none: the moderator may be her";
}

TEST(Verify, PartsOfTwoDocumentsAreSpliced) {
  const Verification one =
      held("“We will sell the lighthouse to nobody. The boats are rusted through and through.”",
           {"We will sell the lighthouse to nobody.", "The boats are rusted through and through."});
  EXPECT_EQ(one.result, Class::spliced);
  EXPECT_EQ(one.passages.size(), 2U);
}

TEST(Verify, WhatHasNoTextIsNeverAPass) {
  const std::string words = "“music comforts even the tired astronomers”";
  EXPECT_EQ(held(words, {"The budget is late."}, "", false).result, Class::unverified);
  EXPECT_EQ(held(words, {"Music comforts even the tired astronomers."}, "", false).result, Class::verbatim);
}

TEST(Verify, DifferencesNameTheWordsOfBothSides) {
  const std::string draft = "“we lost fourteen boats in the storm”";
  const Verification one = held(draft, {"We lost forty boats in the storm."});
  ASSERT_EQ(one.differences.size(), 1U);
  const QuotedDifference& difference = one.differences.front();
  EXPECT_EQ(draft.substr(difference.is.begin, difference.is.size()), "fourteen");
  EXPECT_EQ(one.passages.front().text.substr(difference.was.begin, difference.was.size()), "forty");
}

// The figures that the bed has to reach; seeds that no threshold was chosen by come last.
TEST(VerifyBed, ReachesItsFigures) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4711U, 31337U}) {
    const BedResult result = hold_bed(make_bed(seed), english());
    ASSERT_EQ(result.all, 600U);
    EXPECT_GE(result.accuracy(), 0.97) << "seed " << seed;
    EXPECT_EQ(result.missed, 0U) << "seed " << seed;
    EXPECT_LE(static_cast<double>(result.false_alarms), 0.01 * static_cast<double>(result.verbatim)) << "seed " << seed;
    RecordProperty("accuracy_" + std::to_string(seed), std::to_string(result.accuracy()));
  }
}

TEST(VerifyBed, HasEveryClassOftenEnough) {
  std::map<QuotationClass, std::size_t> counts;
  const Bed bed = make_bed(1);
  for (const BedArticle& article : bed.articles) {
    for (const BedQuotation& one : article.quotations) ++counts[one.label];
  }
  EXPECT_EQ(bed.articles.size(), 40U);
  EXPECT_EQ(counts.size(), kQuotationClassCount);
  for (const auto& [label, count] : counts) EXPECT_GE(count, 25U) << quotation_class_name(label);
  EXPECT_EQ(counts[Class::verbatim], 200U);
}

// The whole way: the article is read, its attributions are found, and what they hold is verified.
TEST(VerifyBed, ReachesItsFiguresThroughAllStages) {
  const Engine& engine = shipped_engine();
  const Bed bed = make_bed(4);
  BedResult result;
  std::size_t gathered = 0, quoted = 0;
  for (const BedArticle& article : bed.articles) {
    const Analysis draft = analyse(read_english(article.text, article.name), engine, {.evidence = false});
    std::vector<DraftQuotation> quotations = gather_quotations(draft.article(), draft.attributions, draft.sources);
    Verifier verifier(draft.article(), quotations);
    Seeker::Room room = verifier.room();
    std::uint32_t number = 0;
    for (const BedArticle& other : bed.articles) verifier.take(verifier.scan(bed_original(other), number++, room));
    if (article.original_missing) verifier.miss_original();
    const std::vector<Verification> found = verifier.finish();
    for (const BedQuotation& one : article.quotations) {
      ++quoted;
      for (const Verification& each : found) {
        const Span span = each.spans.front();
        if (!each.quoted || span.begin > one.begin + 1 || span.end < one.begin + 1) continue;
        ++gathered;
        result.add(one, each.result);
        break;
      }
    }
  }
  EXPECT_GE(gathered, quoted * 98 / 100);
  std::string told;
  for (const std::string& line : result.wrong) told += line + '\n';
  EXPECT_GE(result.accuracy(), 0.97) << told;
  EXPECT_EQ(result.missed, 0U) << told;
  EXPECT_LE(result.false_alarms, 2U) << told;
}

}  // namespace
}  // namespace hearsay
