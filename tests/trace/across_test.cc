// What is one utterance and what is not: pairs that join, pairs that must not; differences; chains; hostile archives.
#include "trace/across.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

#include "base/diagnostic.h"
#include "trace/differences.h"
#include "trace/utterance_maker.h"

namespace hearsay {
namespace {

struct Pair {
  const char* name;
  Said left, right;
  bool joins;
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
  return out << pair.name;
}

/// Utterances as a run gathers them, and what is found among them. `held` small: nearly all goes by way of the disk.
struct Traced {
  explicit Traced(const std::vector<Utterance>& utterances, Collection::Held held = {}) : collection(held) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<Utterance>> by_article;
    for (const Utterance& one : utterances) {
      if (!by_article.contains(one.article)) order.push_back(one.article);
      by_article[one.article].push_back(one);
    }
    for (const std::string& id : order) {
      std::vector<Utterance>& own = by_article[id];
      const ArticleFacts facts{
          .id = id, .outlet = own[0].outlet, .published = own[0].published, .title = {}, .url = {}};
      collection.add(facts, std::move(own));
    }
    threads = find_threads(collection, english_vocabulary().language);
  }
  [[nodiscard]] std::vector<Utterance> members(std::size_t thread) const {
    std::vector<Utterance> found;
    for (const std::uint32_t rank : threads.at(thread).members) found.push_back(collection.utterance(rank));
    return found;
  }

  Collection collection;
  std::vector<Thread> threads;
};

class Pairs : public testing::TestWithParam<Pair> {};

TEST_P(Pairs, JoinOrDoNot) {
  const std::vector<Utterance> utterances = utterances_of_all({GetParam().left, GetParam().right});
  EXPECT_EQ(Traced(utterances).threads.size(), GetParam().joins ? 1U : 0U);
  const std::vector<Utterance> turned(utterances.rbegin(), utterances.rend());
  EXPECT_EQ(Traced(turned).threads.size(), GetParam().joins ? 1U : 0U) << "in the other order";
}

INSTANTIATE_TEST_SUITE_P(
    Quotations, Pairs,
    testing::Values(
        Pair{"trimmed",
             {"one", "“I am glad to close the harbour for the winter repairs, Tilda,”", "Ivo Marn"},
             {"two", "he was “glad to close the harbour for the winter repairs”", "Marn"},
             true},
        Pair{"brackets and marks",
             {"one", "“We (will) tear down the old lighthouse. It’s a danger to every ship.”", "Ivo Marn"},
             {"two", "\"We tear down the old lighthouse — it's a danger to every ship,\"", "Ivo Marn"},
             true},
        Pair{"translated twice",
             {"one", "“We shall never permit our bridges to be used against a neighbouring town,”", "Selma Oduya"},
             {"two", "“we will permit none to use our bridges against a neighbouring town, and mean it”",
              "Selma J. Oduya"},
             true},
        Pair{"hyphens",
             {"one", "“such as in support of counter-smuggling patrols or regional emergencies”", ""},
             {"two",
              "“The law lets the board pay for walls, such as in support of counter smuggling patrols or regional "
              "emergencies.”",
              "Ivo Marn"},
             true},
        Pair{"the same long words by two named sources",
             {"one",
              "“Tens of thousands of fishermen have had enough of ministers who never set foot on a boat in bad "
              "weather”",
              "Ivo Marn"},
             {"two",
              "“Tens of thousands of fishermen have had enough of ministers who never set foot on a boat in bad "
              "weather”",
              "Tilda Brack"},
             true},
        Pair{"a stock phrase of two people",
             {"one", "“we take the safety of our passengers very seriously”", "Ivo Marn"},
             {"two", "“We take the safety of our patients seriously and always have.”", "Tilda Brack"},
             false},
        Pair{"no comment",
             {"one", "“No comment at this time.”", "Ivo Marn"},
             {"two", "“No comment at this time.”", "Tilda Brack"},
             false},
        Pair{"a long name inside two quotations",
             {"one", "“I do not want to embarrass the president of the United Isles of Averra.”", "Ivo Marn"},
             {"two", "“on behalf of the United Isles of Averra”", "Tilda Brack"},
             false},
        Pair{"one speaker, another thing",
             {"one", "“the worst fishing treaty ever signed”", "Ivo Marn"},
             {"two", "“the most important fishing treaty we have ever made by far”", "Ivo Marn"},
             false},
        Pair{"a term of nobody",
             {"one", "“Harbour Waters Protection Act”", ""},
             {"two", "“Harbour Waters Protection Act”", ""},
             false},
        Pair{"in one article only",
             {"one", "“I am glad to close the harbour for the winter repairs,”", "Ivo Marn"},
             {"one", "“glad to close the harbour for the winter repairs”", "Ivo Marn"},
             false}),
    [](const auto& of) { return std::to_string(of.index); });

INSTANTIATE_TEST_SUITE_P(
    Claims, Pairs,
    testing::Values(Pair{"paraphrase with names and figures",
                         {"one", "that talks about the Velden bridge ended in March 2016", "Ivo Marn"},
                         {"two", "discussions about building the Velden bridge had ended in March 2016", "Marn"},
                         true},
                    Pair{"another figure",
                         {"one", "that talks about the Velden bridge ended in March 2016", "Ivo Marn"},
                         {"two", "that talks about the Velden bridge ended in June 2019", "Ivo Marn"},
                         false},
                    Pair{"another source",
                         {"one", "that talks about the Velden bridge ended in March 2016", "Ivo Marn"},
                         {"two", "that talks about the Velden bridge ended in March 2016 or so", "Tilda Brack"},
                         false},
                    Pair{"a title is no claim",
                         {"one", "the help of former harbour safety adviser Piet Lomm", "Ivo Marn"},
                         {"two", "the mayor of blocking an inquiry into former Harbour Safety Adviser Piet Lomm",
                          "Ivo Marn"},
                         false}),
    [](const auto& of) { return std::to_string(of.index); });

std::vector<std::string> names_of(const std::vector<Difference>& differences) {
  std::vector<std::string> names;
  names.reserve(differences.size());
  for (const Difference one : differences) names.emplace_back(difference_name(one));
  return names;
}

const std::string kWords = "“We will not let the quay be sold to a foreign bank while I am in office”";

TEST(Threads, DifferencesAreThoseThatAreStated) {
  const std::vector<Utterance> utterances = utterances_of_all({
      {.article = "b",
       .text = kWords,
       .source = "Ana Ruiz",
       .published = "2031-05-02",
       .via = {"Port Ministry"},
       .medium = "statement"},
      {.article = "a",
       .text = "“We will not let the quay be sold to any bank while I am in office”",
       .source = "Ruiz",
       .via = {"Otto Kern"},
       .medium = "tweet"},
      {.article = "c",
       .text = kWords,
       .source = "a minister",
       .published = "2031-05-03T08:00:00Z",
       .via = {"Port Ministry"},
       .anonymous = true},
  });
  const Traced traced(utterances);
  ASSERT_EQ(traced.threads.size(), 1U);
  std::string articles;
  for (const Utterance& one : traced.members(0)) articles += one.article;
  EXPECT_EQ(articles, "bca") << "by date; without one last";
  EXPECT_EQ(names_of(traced.threads[0].differs),
            (std::vector<std::string>{"wording", "source", "via", "medium", "date", "anonymity"}));
  const std::vector<std::uint32_t> two = {0, 1};
  EXPECT_EQ(names_of(differences_of(utterances, two, english_vocabulary().language)),
            (std::vector<std::string>{"wording", "via", "medium"}));
}

TEST(Threads, OfNestedSpeechTheInnerOneStays) {
  Report outer = report_of_one({.article = "one", .text = kWords, .source = "Otto Kern"});
  ReportAttribution inner = outer.attributions[0];
  inner.id = "a2";
  inner.within = "a1";
  inner.source = "s9";
  inner.via = {"s1"};
  ReportSource ruiz;
  ruiz.id = "s9";
  ruiz.name = "Ana Ruiz";
  outer.sources.push_back(ruiz);
  outer.attributions.push_back(inner);
  std::vector<Utterance> utterances = utterances_of(outer, english_vocabulary());
  for (Utterance& one : utterances_of_all({{.article = "two", .text = kWords, .source = "Ana Ruiz"}}))
    utterances.push_back(one);
  const Traced traced(utterances);
  ASSERT_EQ(traced.threads.size(), 1U);
  const std::vector<Utterance> members = traced.members(0);
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].source, "Ana Ruiz");
  EXPECT_EQ(members[0].via, std::vector<std::string>{"Otto Kern"});
}

TEST(Threads, ChainsDoNotDrift) {
  // Each is like the next one; the first and the last say different things.
  const std::vector<Utterance> utterances = utterances_of_all({
      {.article = "a",
       .text = "“The old ferry sank at dawn near the northern rocks, and nobody warned the crew,”",
       .source = "Ivo Marn"},
      {.article = "b",
       .text = "“nobody warned the crew. The mayor knew of the broken pump since last summer,”",
       .source = "Ivo Marn"},
      {.article = "c",
       .text = "“The mayor knew of the broken pump since last summer. We shall sue the whole council.”",
       .source = "Ivo Marn"},
  });
  const Traced traced(utterances);
  for (std::size_t thread = 0; thread < traced.threads.size(); ++thread) {
    std::vector<std::string> articles;
    for (const Utterance& one : traced.members(thread)) articles.push_back(one.article);
    EXPECT_FALSE(std::count(articles.begin(), articles.end(), "a") != 0 &&
                 std::count(articles.begin(), articles.end(), "c") != 0);
  }
}

TEST(Threads, AQuotationNobodyIsGivenForIsFoundToo) {
  Report report;
  report.id = "one";
  report.text = "“We will not let the quay be sold to a foreign bank while I am in office.” The council met again.";
  std::vector<Utterance> utterances = utterances_of(report, english_vocabulary());
  ASSERT_EQ(utterances.size(), 1U);
  EXPECT_EQ(utterances[0].source, "");
  EXPECT_EQ(utterances[0].attribution, "");
  for (Utterance& one : utterances_of_all({{.article = "two", .text = kWords, .source = "Ana Ruiz"}}))
    utterances.push_back(one);
  EXPECT_EQ(Traced(utterances).threads.size(), 1U);
}

TEST(Threads, HeadlinesSetIntoASentenceAreNobodysWords) {
  Report report =
      report_of_one({.article = "one",
                     .text = "Lomm Piet LommHarbour inquiry finds ‘serious gaps in the safety plan’ of Velden "
                             "Ruiz: I will sue Velden MORE on Monday",
                     .source = "Ivo Marn"});
  EXPECT_TRUE(utterances_of(report, english_vocabulary()).empty());
}

TEST(Chains, CopiesOfOneRelayCountOnce) {
  std::vector<Said> all;
  all.reserve(10);
  for (int i = 0; i < 10; ++i) {
    all.push_back({.article = "n" + std::to_string(i),
                   .text = kWords,
                   .source = "Ana Ruiz",
                   .outlet = "Outlet " + std::to_string(i),
                   .via = {"Averra Press Agency"}});
  }
  const auto count = [](const std::vector<Said>& said) {
    const std::vector<Utterance> utterances = utterances_of_all(said);
    std::vector<std::uint32_t> members(utterances.size());
    for (std::uint32_t i = 0; i < members.size(); ++i) members[i] = i;
    return std::pair(independent_chains(utterances, members), credibility_of(utterances, members));
  };
  EXPECT_EQ(count(all), std::pair(std::size_t{1}, 6));
  all.push_back({.article = "own",
                 .text = "“We will not let the quay be sold to a bank”",
                 .source = "Ruiz",
                 .outlet = "The Quay"});
  EXPECT_EQ(count(all), std::pair(std::size_t{2}, 2));
  all.push_back({.article = "agency",
                 .text = "“let the quay be sold to a foreign bank”",
                 .source = "Ruiz",
                 .outlet = "Averra Press Agency"});
  EXPECT_EQ(count(all), std::pair(std::size_t{2}, 2)) << "the agency itself is the same way";
  all.push_back({.article = "copy",
                 .text = "“We will not let the quay be sold to a bank”",
                 .source = "Ruiz",
                 .outlet = "The Late Quay"});
  EXPECT_EQ(count(all), std::pair(std::size_t{2}, 2)) << "the same words, no relay named: perhaps a copy";
  EXPECT_EQ(
      count({all[0],
             {.article = "x", .text = "“the quay may be sold by Monday”", .source = "an aide", .anonymous = true}})
          .second,
      3);
  EXPECT_EQ(count({}), std::pair(std::size_t{0}, 6));
}

TEST(Signatures, DependOnWordsAlone) {
  const auto keys = [](const std::string& text) {
    return utterances_of(report_of_one({.article = "x", .text = text, .source = "Ana Ruiz"}), english_vocabulary())
        .at(0)
        .signature;
  };
  EXPECT_EQ(keys("“We will not let the quay be sold to a foreign bank”"),
            keys("\"WE WILL NOT LET THE QUAY… be sold, to a foreign bank!\""));
  EXPECT_EQ(keys("“let the quay be sold”"), (Signature{0x3de370e46596739eU})) << "on every machine and for ever";
}

TEST(Hostile, AHundredThousandTimesTheSameWords) {
  const Utterance one = utterances_of_all({{.article = "x", .text = kWords, .source = "Ana Ruiz"}}).at(0);
  std::vector<Utterance> many(100'000, one);
  for (std::size_t i = 0; i < many.size(); ++i) many[i].article = "n" + std::to_string(i);
  const Traced traced(many);
  ASSERT_EQ(traced.threads.size(), 1U);
  EXPECT_EQ(traced.threads[0].members.size(), many.size());
  EXPECT_EQ(independent_chains(many, traced.threads[0].members), 1U);
}

TEST(Hostile, OneKeyThatAllShare) {
  const Utterance one = utterances_of_all({{.article = "x", .text = "“no comment now”", .source = "Ana Ruiz"}}).at(0);
  std::vector<Utterance> many(20'000, one);
  for (std::size_t i = 0; i < many.size(); ++i) {
    many[i].article = "n" + std::to_string(i);
    many[i].source = "Speaker" + std::to_string(i);
    many[i].words.push_back(static_cast<Stem>(i) | kContentStem);
  }
  EXPECT_TRUE(Traced(many).threads.empty());
}

/// Utterances of which some are printed twice, trimmed or by another name.
std::vector<Utterance> an_archive(std::uint32_t seed) {
  std::minstd_rand random(seed);
  const auto pick = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random()) % below; };
  std::vector<Said> all;
  for (int i = 0; i < 150; ++i) {
    std::string text = "“";
    for (std::uint32_t left = 6 + pick(14); left > 0; --left) text += "word" + std::to_string(pick(60)) + " ";
    Said said{.article = "n" + std::to_string(i), .text = text + "”", .source = "Speaker" + std::to_string(pick(9))};
    if (pick(3) == 0 && !all.empty()) {
      said.text = all[pick(static_cast<std::uint32_t>(all.size()))].text;
      if (pick(2) == 0) said.text.erase(3, 6);
    }
    if (pick(2) == 0) said.published = "2031-05-0" + std::to_string(1 + pick(9));
    all.push_back(said);
  }
  return utterances_of_all(all);
}

TEST(Spooled, WhatGoesByTheDiskIsFoundAsWhatIsHeld) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    const std::vector<Utterance> archive = an_archive(seed);
    const Traced held(archive);
    EXPECT_FALSE(held.threads.empty());
    for (const Collection::Held small : {Collection::Held{.bytes = 1, .hashes = 1}, {.bytes = 700, .hashes = 37}}) {
      const Traced spooled(archive, small);
      ASSERT_EQ(spooled.threads.size(), held.threads.size()) << seed;
      for (std::size_t t = 0; t < held.threads.size(); ++t) {
        EXPECT_EQ(spooled.threads[t].members, held.threads[t].members) << seed;
        EXPECT_EQ(spooled.threads[t].anchor, held.threads[t].anchor) << seed;
        EXPECT_EQ(spooled.threads[t].differs, held.threads[t].differs) << seed;
      }
    }
  }
}

TEST(Spooled, AnArticleIsTakenOnce) {
  Collection collection;
  const std::vector<Utterance> one = utterances_of_all({{.article = "x", .text = kWords, .source = "Ana Ruiz"}});
  const ArticleFacts facts{.id = "x", .outlet = {}, .published = {}, .title = "Quay", .url = {}};
  EXPECT_TRUE(collection.add(facts, one));
  EXPECT_FALSE(collection.add(facts, one));
  EXPECT_EQ(collection.size(), 1U);
}

TEST(Spooled, WithoutATemporaryFolderItSaysSo) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc/no-such-folder", 1);
  EXPECT_THROW(Traced(an_archive(1), {.bytes = 1, .hashes = 1}), Fatal);
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

TEST(Hostile, OddReports) {
  EXPECT_TRUE(utterances_of({}, english_vocabulary()).empty());
  Report report = report_of_one({.article = "x", .text = kWords, .source = "Ana Ruiz"});
  report.blocks = {{{90, 20}, "paragraph"}, {{5, 4'000'000'000U}, "paragraph"}, {{0, 3}, "paragraph"}};
  report.attributions[0].content = {{4'000'000'000U, 5}, {0, 4'000'000'000U}, {3, 3}};
  report.attributions[0].source = "s99";
  report.attributions[0].via = {"", "s77"};
  EXPECT_LE(utterances_of(report, english_vocabulary()).size(), 2U);
  report.text = "\xff\xfe“\xc3(”\x80";
  EXPECT_LE(utterances_of(report, english_vocabulary()).size(), 2U);
}

}  // namespace
}  // namespace hearsay
