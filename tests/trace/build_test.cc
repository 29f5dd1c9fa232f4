// Chains of hand-built attributions: relays, nesting, loops, links.
#include "trace/build.h"

#include <gtest/gtest.h>

#include "hand_built.h"

namespace hearsay {
namespace {

struct TraceTest : testing::Test {
  Vocabulary vocabulary;
  HandBuilt article{vocabulary};
  [[nodiscard]] Trace trace() const { return build_trace(article.article(), article.attributions, article.sources); }
  /// "article<-ministry (statement)<-Ruiz"
  [[nodiscard]] std::string chain(const Trace& trace, std::uint32_t index) const {
    std::string out = "article";
    for (const Hop& hop : trace.chains[index].hops) {
      out += "<-" + (hop.source == kNone ? "?" : article.sources.all[hop.source].name);
      if (hop.medium != Medium::none) out += " (" + std::string(medium_name(hop.medium)) + ")";
    }
    return out;
  }
};

TEST_F(TraceTest, RelaysComeBeforeTheSourceAndTheMediumStandsOnTheFirst) {
  article.block("Ruiz was quoted as saying by the Harbour Ministry that the dam was safe.");
  const auto ruiz = article.source("Ana Ruiz", SourceKind::named_person);
  const auto ministry = article.source("Harbour Ministry", SourceKind::named_organisation);
  const auto a = article.attribution(ruiz, "Ruiz", "quoted as saying", {"that the dam was safe"});
  article.attributions[a].medium = Medium::statement;
  article.sources.via[a] = {ministry};
  const Trace trace = this->trace();
  EXPECT_EQ(chain(trace, a), "article<-Harbour Ministry (statement)<-Ana Ruiz");
  EXPECT_TRUE(trace.chains[a].traced);
  EXPECT_EQ(trace.origin[a], ruiz);
  EXPECT_EQ(trace.chains[a].hops[0].attribution, a);
}

TEST_F(TraceTest, WhatLiesWithinIsReachedThroughTheOuterSourceAndItsRelays) {
  article.block("According to Radio Velo, Balk said in a post that Ruiz said the dam was safe.");
  const auto radio = article.source("Radio Velo", SourceKind::media);
  const auto balk = article.source("Balk", SourceKind::named_person);
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto outer = article.attribution(balk, "Balk", "said in a post", {"that Ruiz said the dam was safe"});
  const auto inner = article.attribution(ruiz, "Ruiz", "said", {"the dam was safe"}, article.find("that").begin);
  article.attributions[outer].medium = Medium::tweet;
  article.sources.via[outer] = {radio};
  article.attributions[inner].within = outer;
  const Trace trace = this->trace();
  EXPECT_EQ(chain(trace, inner), "article<-Radio Velo (tweet)<-Balk<-Ruiz");
  EXPECT_EQ(trace.chains[inner].hops.back().attribution, inner);
  EXPECT_NE(trace.origin[inner], trace.origin[outer]);
}

TEST_F(TraceTest, AHopTheArticleDoesNotNameLeavesTheChainUntraced) {
  article.block("It was reported that Ruiz said the dam was safe.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto outer = article.attribution(kNone, "", "was reported", {"that Ruiz said the dam was safe"});
  const auto inner = article.attribution(ruiz, "Ruiz", "said", {"the dam was safe"});
  article.attributions[inner].within = outer;
  Trace trace = this->trace();
  EXPECT_EQ(chain(trace, outer), "article<-?");
  EXPECT_EQ(chain(trace, inner), "article<-?<-Ruiz");
  EXPECT_FALSE(trace.chains[inner].traced);
  EXPECT_EQ(trace.chains[inner].weakest, 'F');
  // The writer's own frame is no hop.
  article.attributions[outer].mode = SourceMode::author;
  trace = this->trace();
  EXPECT_EQ(chain(trace, inner), "article<-Ruiz");
  EXPECT_TRUE(trace.chains[inner].traced);
}

TEST_F(TraceTest, WeakestIsTheLowestLetterAndAnonymousIsF) {
  article.block("Ruiz said the dam was safe.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto agency = article.source("Agency", SourceKind::media);
  const auto a = article.attribution(ruiz, "Ruiz", "said", {"the dam was safe"});
  article.sources.via[a] = {agency};
  struct Row {
    char relay, origin;
    bool anonymous;
    char weakest;
    bool traced;
  };
  for (const Row& row : {Row{'A', 'B', false, 'B', true}, Row{'C', 'A', false, 'C', true},
                         Row{'A', 'A', true, 'F', false}, Row{'x', 'A', false, 'F', true}}) {
    article.sources.all[agency].reliability = row.relay;
    article.sources.all[ruiz].reliability = row.origin;
    article.sources.all[ruiz].anonymous = row.anonymous;
    const Trace trace = this->trace();
    EXPECT_EQ(trace.chains[a].weakest, row.weakest) << row.relay << row.origin;
    EXPECT_EQ(trace.chains[a].traced, row.traced) << row.relay << row.origin;
  }
}

TEST_F(TraceTest, UnstatedOriginsStandAloneAndOneSourceIsOneOrigin) {
  article.block("Ruiz said one. Ruiz said two. It was said three.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto a = article.attribution(ruiz, "Ruiz", "said", {"one"});
  const auto b = article.attribution(ruiz, "Ruiz", "said", {"two"});
  const auto c = article.attribution(kNone, "", "was said", {"three"});
  const auto d = article.attribution(kNone, "", "was said", {"three"});
  const Trace trace = this->trace();
  EXPECT_EQ(trace.origin[a], trace.origin[b]);
  EXPECT_NE(trace.origin[c], trace.origin[d]);
  EXPECT_NE(trace.origin[a], trace.origin[c]);
}

TEST_F(TraceTest, CyclesAndIndicesOutOfRangeEnd) {
  article.block("Ruiz said one. Balk said two.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto balk = article.source("Balk", SourceKind::named_person);
  const auto a = article.attribution(ruiz, "Ruiz", "said", {"one"});
  const auto b = article.attribution(balk, "Balk", "said", {"two"});
  article.attributions[a].within = b;
  article.attributions[b].within = a;
  article.sources.via[a] = {balk, ruiz, 77};
  Trace trace = this->trace();
  EXPECT_EQ(trace.chains[a].hops.back().source, ruiz);
  EXPECT_EQ(trace.chains[b].hops.back().source, balk);
  article.attributions[a].within = a;
  article.attributions[b].within = 1234;
  article.sources.of_attribution[b] = 99;
  trace = this->trace();
  EXPECT_EQ(trace.chains[b].hops.back().source, kNone);
  article.sources.of_attribution.clear();
  article.sources.via.clear();
  trace = this->trace();
  EXPECT_EQ(trace.chains.size(), 2U);
}

TEST_F(TraceTest, DeepNestingIsCutAndKeepsItsOrigin) {
  article.block("Ruiz said one.");
  constexpr std::uint32_t kDepth = 3'000;
  for (std::uint32_t i = 0; i < kDepth; ++i) {
    article.source("S", SourceKind::named_person);
    Attribution made;
    made.mode = SourceMode::phrase;
    made.cue = {1, 2};
    made.within = i == 0 ? kNone : i - 1;
    article.attributions.push_back(made);
    article.sources.of_attribution.push_back(i);
    article.sources.via.emplace_back(40, kDepth - 1 - i);
  }
  const Trace trace = this->trace();
  for (std::uint32_t i = 0; i < kDepth; i += 97) {
    EXPECT_LE(trace.chains[i].hops.size(), 24U);
    EXPECT_EQ(trace.chains[i].hops.back().source, i);
  }
}

TEST_F(TraceTest, LinksOfTheSentenceGoToWhomTheyStandOn) {
  article.block("Ruiz said one and Balk said two. Nobody spoke.");
  const auto ruiz = article.source("Ruiz", SourceKind::named_person);
  const auto balk = article.source("Balk", SourceKind::named_person);
  const auto a = article.attribution(ruiz, "Ruiz", "said", {"one"});
  const auto b = article.attribution(balk, "Balk", "said", {"two"}, article.find("Balk").begin);
  const auto link = [&](std::string_view words) {
    article.document.links.push_back({span_of(article.text, article.find(words)), "https://example.org/x"});
  };
  link("one");
  link("Balk");
  link("Nobody");
  const Trace trace = this->trace();
  EXPECT_EQ(trace.chains[a].links, (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(trace.chains[b].links, (std::vector<std::uint32_t>{0, 1}));
}

}  // namespace
}  // namespace hearsay
