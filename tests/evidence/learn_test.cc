// Learning from a dozen invented articles: the same bytes every time, and something was learned.
#include "evidence/learning/learn.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/evidence.h"
#include "evidence/tag.h"
#include "marked_text.h"

namespace hearsay {
namespace {

constexpr const char* kArticles[] = {
    "Bridge stays shut\n[S The harbour board] [Q said] [C the bridge would stay shut].\n[S Ilse Brandt] [Q told] the "
    "paper [C that repairs were late].\n",
    "Rain ends drought\n[S Farmers] [Q say] [C the rain came too late].\nThe wells are full.\n[S Owen Pryce] [Q said] "
    "[C prices would rise].\n",
    "Court hears baker\n[C \"I sold bread, not shares,\"] [S the baker] [Q said].\n[S The judge] [Q said] [C the "
    "hearing would go on].\n",
    "Village votes\n[S The council] [Q argued] [C that the road was unsafe].\n[S Mara Lund] [Q said] [C she would vote "
    "no].\n",
    "Ferry late again\n[S The captain] [Q told] passengers [C that fog was the cause].\n[C \"We wait,\"] [S he] [Q "
    "said].\n",
    "Team loses\n[S The coach] [Q said] [C the keeper was tired].\nThe crowd went home.\n[S Fans] [Q argued] [C that "
    "the referee erred].\n",
    "Lab finds mould\n[S The report] [Q said] [C the walls were damp].\n[S Doctor Hale] [Q told] the board [C that the "
    "lab must close].\n",
    "Market opens\n[C \"Trade is slow,\"] [S a grocer] [Q said].\n[S Traders] [Q say] [C the square is too small].\n",
    "School reopens\n[S Parents] [Q said] [C the roof was mended].\n[S The teacher] [Q argued] [C that the hall was "
    "cold].\n",
    "Mill burns\n[S The fire chief] [Q said] [C sparks lit the flour].\n[S A neighbour] [Q told] the police [C that "
    "the door was open].\n",
    "Choir on tour\n[C \"We sing for joy,\"] [S the conductor] [Q said].\n[S Critics] [Q say] [C the tenor was "
    "late].\n",
    "Well runs dry\n[S The mayor] [Q said] [C the pump had failed].\n[S Residents] [Q argued] [C that the town "
    "knew].\n",
};

std::vector<Lesson> lessons() {
  std::vector<Lesson> all;
  for (const char* article : kArticles) {
    all.push_back(marked_lesson(article, all.size() % 2 == 0 ? "gazette" : "herald"));
    all.back().tags = tag(all.back().document, all.back().text, shipped_model());
  }
  return all;
}

LearnOptions small_options() {
  LearnOptions options;
  options.publishers = 1;
  options.word_count = 1;
  options.tag_count = 1;
  options.tag_least = 0;
  options.cue_count = 1;
  options.cue_l1 = 0.05F;
  options.cue_epochs = 20;
  options.span_count = 1;
  options.span_epochs = 20;
  return options;
}

TEST(Learn, GivesTheSameBytesWhateverTheThreads) {
  const std::vector<Lesson> all = lessons();
  LearnOptions options = small_options();
  options.threads = 1;
  const WeightTexts first = print_weights(learn(all, options));
  options.threads = 3;
  const WeightTexts second = print_weights(learn(all, options));
  ASSERT_EQ(first.size(), kWeightFiles.size());
  for (const auto& [name, text] : first) EXPECT_TRUE(text == second.at(name)) << name;
}

TEST(Learn, FindsTheCuesItLearnedFrom) {
  const std::vector<Lesson> all = lessons();
  Diagnostics diagnostics;
  const Model model = model_of(learn(all, small_options()), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t whole = 0;
  std::size_t proposed = 0;
  for (const Lesson& lesson : all) {
    const std::vector<Proposal> proposals =
        propose(lesson.document, lesson.text, tag(lesson.document, lesson.text, model), model);
    proposed += proposals.size();
    gold += lesson.gold.attributions.size();
    for (const GoldAttribution& one : lesson.gold.attributions) {
      for (const Proposal& proposal : proposals) {
        if (!one.cue.front().contains(proposal.head)) continue;
        ++found;
        if (std::vector<TokenRange>{proposal.source} == one.source && proposal.content == one.content) ++whole;
      }
    }
  }
  EXPECT_GE(10 * found, 9 * gold);
  EXPECT_GE(10 * whole, 7 * gold);
  EXPECT_LE(proposed, gold + 3);
}

/// A rule that reads every second cue just as people marked it.
UpstreamHints hints_of_gold(const Lesson& lesson, const Tags&) {
  Hints hints;
  for (const GoldAttribution& one : lesson.gold.attributions) {
    if (one.cue.front().begin % 2 != 0) continue;
    hints.push_back({.head = one.cue.front().begin,
                     .rule = hash_of("told.sure"),
                     .family = hash_of("told"),
                     .surety = 5,
                     .order = HintOrder::after,
                     .source = one.source.front(),
                     .cue = one.cue.front(),
                     .content = one.content});
  }
  std::sort(hints.begin(), hints.end(), [](const Hint& a, const Hint& b) { return a.head < b.head; });
  return {.hints = std::move(hints), .nominals = {}};
}

TEST(Learn, HearsWhatRulesRead) {
  const std::vector<Lesson> all = lessons();
  LearnOptions options = small_options();
  options.upstream = &hints_of_gold;
  options.rule_names = {"told", "told.sure"};
  const WeightTexts texts = print_weights(learn(all, options));
  for (const auto& [name, text] : print_weights(learn(all, options))) EXPECT_TRUE(text == texts.at(name)) << name;
  EXPECT_NE(texts.at("cues.tsv").find("told.sure"), std::string::npos);
  EXPECT_NE(texts.at("spans.tsv").find("hint_family\ttold "), std::string::npos);
  Diagnostics diagnostics;
  const Model model = model_of(parse_weights(texts, diagnostics), diagnostics);
  EXPECT_TRUE(diagnostics.empty());

  // "hopes" was never a cue: only the rule knows it, and where its source ends.
  const Lesson fresh = marked_lesson("Fair\n[S The miller] [Q hopes] [C the fair will open again].\n", "gazette");
  const Tags tags = tag(fresh.document, fresh.text, model);
  const auto at_head = [&](const Hints& hints) {
    const std::uint32_t head = fresh.gold.attributions.front().cue.front().begin;
    for (const Proposal& one : propose(fresh.document, fresh.text, tags, model,
                                       {.threshold = 0.01F, .upstream = {.hints = hints, .nominals = {}}})) {
      if (one.head == head) return one;
    }
    return Proposal{};
  };
  const GoldAttribution& gold = fresh.gold.attributions.front();
  const Hint hint{.head = gold.cue.front().begin,
                  .rule = hash_of("told.sure"),
                  .family = hash_of("told"),
                  .surety = 5,
                  .order = HintOrder::after,
                  .source = gold.source.front(),
                  .cue = gold.cue.front(),
                  .content = gold.content};
  EXPECT_GT(at_head({hint}).cue_probability, at_head({}).cue_probability + 0.1F);
  EXPECT_EQ(at_head({hint}).source, gold.source.front());
  EXPECT_EQ(at_head({hint}).content, gold.content);
  Hint other = hint;  // a rule of no name still speaks by its surety
  other.rule = hash_of("new.rule");
  other.family = hash_of("new");
  EXPECT_GT(at_head({other}).cue_probability, at_head({}).cue_probability);
}

TEST(Learn, NamesNoPersonAndNeedsSeveralPublishers) {
  std::vector<Lesson> all = lessons();
  LearnOptions options = small_options();
  options.publishers = 2;
  const Weights weights = learn(all, options);
  for (const WordLine& line : weights.words) {
    EXPECT_NE(line.word, "brandt");
    EXPECT_NE(line.word, "conductor") << "seen with one publisher only";
  }
  EXPECT_FALSE(weights.cues.empty());
}

TEST(Learn, TakesNothingAndUntaggedText) {
  const Weights empty = learn({}, {});
  Diagnostics diagnostics;
  EXPECT_FALSE(model_of(empty, diagnostics).empty());
  std::vector<Lesson> all = lessons();
  for (Lesson& lesson : all) lesson.tags.assign(lesson.text.tokens.size(), Tag::none);
  EXPECT_FALSE(print_weights(learn(all, small_options())).at("spans.tsv").empty());
}

}  // namespace
}  // namespace hearsay
