// Claims, credibility, fingerprints, measures and totals of hand-built articles.
#include "score/score.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "score/claims.h"
#include "score/scored.h"
#include "score/voices.h"

namespace hearsay {
namespace {

TEST(Claims, ContentIsAClaimUnlessItStatesNothing) {
  struct Row {
    const char* content;
    bool claim;
  };
  for (const Row& row : {Row{"the dam was unsafe", true}, Row{"support for the plan", false}, Row{"12 dams", true},
                         Row{"a long list of old dams and locks in the north", true}}) {
    Scored article;
    article.block("Ruiz said " + std::string(row.content) + ".");
    article.attribution(article.source("Ruiz", SourceKind::named_person), "Ruiz", "said", {row.content});
    EXPECT_EQ(article.card().claims.size(), row.claim ? 1U : 0U) << row.content;
    article.attributions[0].stance = Stance::ask;
    EXPECT_TRUE(article.card().claims.empty()) << row.content;
  }
}

TEST(Claims, OverlapIsOneClaimWithAllItsAttributions) {
  Scored article;
  article.block("Ruiz said Balk said the dam was unsafe. Then it rained.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto balk = article.source("Balk", SourceKind::named_person);
  const auto outer = article.attribution(ruiz, "Ruiz", "said", {"Balk said the dam was unsafe"});
  const auto inner = article.attribution(balk, "Balk", "said", {"the dam was unsafe"}, article.find("Balk").begin);
  article.attributions[inner].within = outer;
  const Scorecard card = article.card();
  ASSERT_EQ(card.claims.size(), 1U);
  EXPECT_EQ(article.words(card.claims[0].range), "Balk said the dam was unsafe");
  EXPECT_EQ(card.claims[0].attributions, (std::vector<std::uint32_t>{outer, inner}));
  // Both chains pass through Ruiz: nobody independent confirms it.
  EXPECT_EQ(card.claims[0].credibility, 0);
}

TEST(Claims, SplitQuotationIsOneClaimInTwoParts) {
  Scored article;
  article.block("\"It failed\", Ruiz said, \"and we knew\".");
  article.attribution(article.source("Ruiz", SourceKind::named_person), "Ruiz", "said",
                      {"\"It failed\"", "\"and we knew\""});
  const Scorecard card = article.card();
  ASSERT_EQ(card.claims.size(), 1U);
  EXPECT_EQ(card.claims[0].parts.size(), 2U);
}

TEST(Claims, StatusIsWhatTheWeakestHopGives) {
  struct Row {
    SourceKind kind;
    bool anonymous;
    ClaimStatus status;
  };
  for (const Row& row :
       {Row{SourceKind::named_person, false, ClaimStatus::named}, Row{SourceKind::document, false, ClaimStatus::named},
        Row{SourceKind::unnamed_group, true, ClaimStatus::anonymous},
        Row{SourceKind::collective, false, ClaimStatus::author},
        Row{SourceKind::unstated, false, ClaimStatus::unattributed}}) {
    Scored article;
    article.block("Ruiz said the dam was unsafe.");
    article.attribution(article.source("Ruiz", row.kind, row.anonymous), "Ruiz", "said", {"the dam was unsafe"});
    EXPECT_EQ(article.card().claims.at(0).status, row.status) << source_kind_name(row.kind);
    article.sources.via[0] = {article.source("sources", SourceKind::unnamed_group, true)};
    if (row.status == ClaimStatus::named) {
      EXPECT_EQ(article.card().claims.at(0).status, ClaimStatus::anonymous);
    }
  }
}

TEST(Claims, AMarkNobodyIsGivenForIsUnattributedOrTheOpinionWriters) {
  Scored article;
  article.block("The flood killed 12 people that night.");
  article.mark("killed 12 people", kFigureRule);
  article.mark("12", kAccusationRule);
  EXPECT_EQ(article.card().claims.at(0).status, ClaimStatus::unattributed);
  EXPECT_EQ(article.card().claims.at(0).kind, "accusation");
  EXPECT_EQ(article.words(article.card().claims.at(0).range), "The flood killed 12 people that night");
  EXPECT_EQ(article.card().claims.size(), 1U);
  article.genre.id = "opinion";
  EXPECT_EQ(article.card().claims.at(0).status, ClaimStatus::author);
}

TEST(Claims, BesideSomebodysWordsAFewOfTheWritersStateNothing) {
  Scored article;
  article.block("Ruiz, whom the flood of 1990 orphaned, said the dam was unsafe.");
  article.attribution(article.source("Ruiz", SourceKind::named_person), "Ruiz", "said", {"the dam was unsafe"});
  article.mark("flood of 1990", kEventRule);
  const Scorecard card = article.card();
  ASSERT_EQ(card.claims.size(), 1U);
  EXPECT_EQ(article.words(card.claims[0].range), "the dam was unsafe");
}

/// Sources that each say the same in a paragraph of their own.
struct Voice {
  const char* name;
  SourceKind kind;
  bool anonymous = false;
  const char* affiliation = "";
  const char* says = "the Velo dam was unsafe since 1990 for old towns";
  Stance stance = Stance::neutral;
};

int credibility(std::initializer_list<Voice> voices) {
  Scored article;
  for (const Voice& voice : voices) {
    article.block(std::string(voice.name) + " said " + voice.says + ".");
    const auto source = article.source(voice.name, voice.kind, voice.anonymous);
    article.sources.all[source].affiliation = voice.affiliation;
    const auto start = static_cast<std::uint32_t>(article.text.paragraphs.back().tokens.begin);
    const auto a = article.attribution(source, voice.name, "said", {voice.says}, start);
    article.attributions[a].stance = voice.stance;
  }
  return article.card().claims.at(0).credibility;
}

TEST(Credibility, CountsIndependentTracedChains) {
  const Voice ruiz{"Ruiz", SourceKind::named_person}, balk{"Balk", SourceKind::named_person};
  const Voice survey{"Survey", SourceKind::document}, officials{"Officials", SourceKind::unnamed_group, true};
  const Voice more{"Insiders", SourceKind::unnamed_group, true};
  EXPECT_EQ(credibility({ruiz}), 0) << "one chain suggests nothing";
  EXPECT_EQ(credibility({officials}), 0);
  EXPECT_EQ(credibility({officials, more}), 0);
  EXPECT_EQ(credibility({ruiz, officials}), 3);
  EXPECT_EQ(credibility({ruiz, balk}), 2);
  EXPECT_EQ(credibility({ruiz, balk, survey}), 1);
  EXPECT_EQ(credibility({ruiz, balk, Voice{"Vale", SourceKind::named_person}}), 2);
}

TEST(Credibility, OneHouseIsOneVoiceAndADenialCaps) {
  EXPECT_EQ(credibility({{"Ruiz", SourceKind::named_person, false, "the Harbour Ministry"},
                         {"Harbour Ministry", SourceKind::named_organisation}}),
            0);
  EXPECT_EQ(credibility({{"Ruiz", SourceKind::named_person},
                         {"Balk", SourceKind::named_person},
                         {"Vale", SourceKind::named_person, false, "",
                          "the Velo dam was unsafe since 1990 for old towns", Stance::deny}}),
            3);
}

TEST(Credibility, OtherFiguresAreAnotherClaim) {
  EXPECT_EQ(
      credibility({{"Ruiz", SourceKind::named_person, false, "", "the Velo flood killed 12 people in old towns"},
                   {"Balk", SourceKind::named_person, false, "", "the Velo flood killed 40 people in old towns"}}),
      0);
}

TEST(Findings, FingerprintSurvivesEditsElsewhere) {
  const auto build = [](std::string_view before, std::string_view after) {
    Scored article;
    article.block(before);
    article.block("Officials said the dam was unsafe.");
    article.block(after);
    article.attribution(article.source("officials", SourceKind::unnamed_group, true), "Officials", "said",
                        {"the dam was unsafe"});
    return of_check(article.card(), "anonymous-source").at(0).fingerprint;
  };
  EXPECT_EQ(build("It rained.", "Then it stopped."), build("It rained and rained on all the islands.", "No more."));
}

TEST(Findings, EqualPlacesHaveFingerprintsOfTheirOwn) {
  Scored article;
  for (int i = 0; i < 2; ++i) article.block("It was believed to be a flood.");
  for (std::uint32_t i = 0; i < 2; ++i) {
    article.attribution(kNone, "", "was believed", {"to be a flood"}, article.text.paragraphs[i].tokens.begin);
  }
  const auto found = of_check(article.card(), "unclear-speaker");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0].fingerprint, found[1].fingerprint);
}

TEST(Findings, StandInOrderOnePerPlaceAndWithinTheLimit) {
  Scored article;
  for (std::uint32_t i = 0; i < 60; ++i) {
    article.block("The flood killed 12 people that night.");
    article.marks.claims.push_back(
        {kFigureRule, article.find("killed 12 people", article.text.paragraphs[i].tokens.begin)});
  }
  const Scorecard card = article.card();
  EXPECT_EQ(of_check(card, "unsourced-claim").size(), 5U);
  EXPECT_EQ(card.claims.size(), 60U);
  EXPECT_TRUE(std::is_sorted(card.findings.begin(), card.findings.end(), [](const Finding& a, const Finding& b) {
    return a.range != b.range ? a.range < b.range : a.check < b.check;
  }));
}

TEST(Findings, OneSourceIsOneFindingThatListsAllItsWords) {
  Scored article;
  article.block("Officials said the dam was unsafe. Officials said the lock was rusty.");
  const auto officials = article.source("officials", SourceKind::unnamed_group, true);
  article.attribution(officials, "Officials", "said", {"the dam was unsafe"});
  article.attribution(officials, "Officials", "said", {"the lock was rusty"}, article.find("unsafe").begin);
  const auto found = of_check(article.card(), "anonymous-source");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].attributions, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(found[0].message, "Who stands behind “Officials”? The lead rests on it; little is told of who speaks.");
}

TEST(Measures, NothingToJudgeIsNotJudged) {
  Scored article;
  article.block("It rained.");
  article.long_enough();
  const Scorecard card = article.card();
  EXPECT_FALSE(card.total.has_value());
  EXPECT_EQ(card.grade, "");
  for (const Measure& measure : card.measures) {
    EXPECT_EQ(measure.weight, 0) << measure.id;
    EXPECT_FALSE(measure.value.has_value()) << measure.id;
  }
}

TEST(Measures, ClaimsWithoutAnySourceLoseAll) {
  Scored article;
  article.block("The flood killed 12 people that night.");
  article.mark("killed 12 people", kFigureRule);
  article.long_enough();
  const Scorecard card = article.card();
  EXPECT_EQ(card.total, 0);
  EXPECT_EQ(card.grade, "F");
}

/// n named speakers, then m anonymous ones, each with a sentence of the same length.
Scored crowd(std::uint32_t named, std::uint32_t anonymous) {
  Scored article;
  for (std::uint32_t i = 0; i < named + anonymous; ++i) {
    const std::string name = (i < named ? "Person" : "Official") + std::to_string(i);
    article.block(name + " said the dam was unsafe.");
    const auto source =
        article.source(name, i < named ? SourceKind::named_person : SourceKind::unnamed_person, i >= named);
    article.attribution(source, name, "said", {"the dam was unsafe"}, article.text.paragraphs[i].tokens.begin);
  }
  article.long_enough();
  return article;
}

TEST(Measures, EveryPointLostNamesItsEvidence) {
  for (const auto& [named, anonymous] : {std::pair{0U, 1U}, {1U, 0U}, {1U, 3U}, {4U, 0U}, {2U, 2U}, {0U, 0U}}) {
    Scored article = crowd(named, anonymous);
    article.block("The flood killed 12 people and it was believed to be over. A report said it was late.");
    article.mark("killed 12 people", kFigureRule);
    const auto last = article.text.paragraphs.back().tokens.begin;
    article.attribution(article.source("a report", SourceKind::document), "A report", "said", {"it was late"}, last);
    article.attribution(kNone, "", "was believed", {"to be over"}, last);
    const Scorecard card = article.card();
    double sum = 0, weights = 0;
    for (const Measure& measure : card.measures) {
      EXPECT_EQ(measure.value.has_value(), measure.weight > 0) << measure.id;
      if (!measure.value) continue;
      EXPECT_GE(*measure.value, 0) << measure.id;
      EXPECT_LE(*measure.value, 1) << measure.id;
      if (*measure.value < 1) {
        EXPECT_FALSE(measure.evidence.empty() && measure.claims.empty()) << measure.id;
      }
      sum += *measure.value * measure.weight;
      weights += measure.weight;
    }
    EXPECT_NEAR(weights, 1, 1e-9);
    ASSERT_TRUE(card.total.has_value());
    EXPECT_NEAR(*card.total, 100 * sum, 0.51);
  }
}

TEST(Measures, NamedIndependentSourcesScoreHigherThanAnonymousOnes) {
  const std::optional<int> three = crowd(3, 0).card().total;
  EXPECT_EQ(crowd(25, 0).card().total, 100);
  EXPECT_GT(crowd(14, 0).card().total, three);
  EXPECT_GT(three, crowd(1, 0).card().total);
  EXPECT_GT(crowd(1, 0).card().total, crowd(1, 2).card().total);
  EXPECT_GT(crowd(1, 2).card().total, crowd(0, 3).card().total);
  EXPECT_EQ(crowd(0, 3).card().grade, "F");
}

TEST(Voices, AffiliationMakesOneVoiceWhateverItsArticle) {
  Sources sources;
  sources.all.resize(4);
  sources.all[0].name = "The Harbour Ministry";
  sources.all[1].name = "Ruiz";
  sources.all[1].affiliation = "Harbour Ministry";
  sources.all[2].name = "Balk";
  EXPECT_EQ(find_voices(sources, test_program().vocabulary.language), (std::vector<std::uint32_t>{0, 0, 2, 3}));
}

TEST(Hostile, IndicesOutOfRangeAndManyNestedContentsEnd) {
  Scored article;
  std::string words = "Ruiz said";
  for (int i = 0; i < 3000; ++i) words += " the";
  article.block(words + " dam was unsafe.");
  const auto ruiz = article.source("Ruiz", SourceKind::unnamed_person, true);
  article.attribution(ruiz, "Ruiz", "said", {"unsafe"});
  Attribution wild = article.attributions[0];
  for (std::uint32_t i = 0; i < 1500; ++i) {
    wild.content = {{2 + i, 3003}, {4000, 99999}};
    wild.within = i % 2 == 0 ? i : 1500 - i;
    article.attributions.push_back(wild);
    article.sources.of_attribution.push_back(i % 3 == 0 ? 77 : ruiz);
  }
  article.sources.via[0] = {99};
  article.marks.claims.push_back({99, {5, 99999}});
  article.marks.claims.push_back({0, {99999, 100000}});
  article.sources.all[ruiz].mentions.push_back({99999, 100001});
  const Scorecard card = article.card();
  EXPECT_EQ(card.claims.size(), 1U);
  EXPECT_FALSE(card.findings.empty());
}

}  // namespace
}  // namespace hearsay
