// The compiled matcher against the naive one on random patterns and texts: it finds a match for each cue that has one,
// and what it finds is one of the oracle's.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "attributions/match.h"
#include "attributions/naive_matcher.h"
#include "attributions/sketch.h"
#include "rules/check.h"
#include "rules/compile.h"
#include "rules/compile_lexicons.h"
#include "rules/marks.h"

namespace hearsay {
namespace {

class RandomPattern {
 public:
  explicit RandomPattern(std::mt19937& random) : random_(random) {}

  /// Some elements, one of them the cue.
  std::vector<Element> pattern() {
    phrases_ = {Slot::source, Slot::via};
    spelt_ = {Slot::medium, Slot::recipient};
    std::vector<Element> out = some(2);
    std::vector<Element> cue{make(ElementKind::slot)};
    cue[0].slot = Slot::cue;
    if (below(2) == 0) {
      cue[0].lexicons = {below(2) == 0 ? "big" : "small"};
    } else {
      cue[0].children = some(1);
      cue[0].children.push_back(word());
    }
    if (below(4) == 0) {  // in a branch each, the same cue
      Element alternatives = make(ElementKind::alternatives);
      for (int i = 0; i < 2; ++i) {
        Element branch = make(ElementKind::sequence);
        branch.children = some(1);
        branch.children.push_back(cue[0]);
        alternatives.children.push_back(branch);
      }
      cue = {alternatives};
    }
    out.push_back(cue[0]);
    for (Element& element : some(2)) out.push_back(element);
    return out;
  }

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

 private:
  static Element make(ElementKind kind) {
    Element element;
    element.kind = kind;
    return element;
  }
  Element word() {
    Element element = make(ElementKind::word);
    element.text = std::string(1, static_cast<char>('a' + below(4)));
    return element;
  }
  std::vector<Element> some(std::uint32_t depth) {
    std::vector<Element> out;
    for (std::uint32_t n = below(3); n > 0; --n) out.push_back(one(depth));
    return out;
  }
  std::vector<Element> at_least_one(std::uint32_t depth) {
    std::vector<Element> out = some(depth);
    if (out.empty()) out.push_back(word());
    return out;
  }
  Element one(std::uint32_t depth) {
    switch (below(depth == 0 ? 7 : 10)) {
      case 0: {
        Element element = make(ElementKind::punct);
        element.text = ":";
        return element;
      }
      case 1: {
        Element element = make(ElementKind::lexeme);
        element.lexicons = {"big"};
        if (below(2) == 0) element.lexicons.push_back("small");
        return element;
      }
      case 2: {
        Element element = make(ElementKind::slot);
        if (phrases_.empty()) return word();
        element.slot = phrases_.back();
        phrases_.pop_back();
        return element;
      }
      case 3: {
        Element element = make(ElementKind::gap);
        element.max = 1 + below(3);
        return element;
      }
      case 4:
        return make(below(2) == 0 ? ElementKind::number : ElementKind::name);
      case 5:
        return below(4) == 0 ? make(below(2) == 0 ? ElementKind::line_start : ElementKind::line_end) : word();
      case 6:
        return word();
      case 7: {
        Element element = make(ElementKind::optional);
        element.children = at_least_one(depth - 1);
        return element;
      }
      case 8: {
        Element element = make(ElementKind::alternatives);
        for (int i = 0; i < 2; ++i) {
          Element branch = make(ElementKind::sequence);
          branch.children = at_least_one(depth - 1);
          element.children.push_back(branch);
        }
        return element;
      }
      default: {
        Element element = make(ElementKind::slot);
        if (spelt_.empty()) return word();
        element.slot = spelt_.back();
        spelt_.pop_back();
        element.children = at_least_one(depth - 1);
        return element;
      }
    }
  }
  std::mt19937& random_;
  // Each slot once in a pattern.
  std::vector<Slot> phrases_{Slot::source, Slot::via};
  std::vector<Slot> spelt_{Slot::medium, Slot::recipient};
};

std::string random_text(RandomPattern& random) {
  constexpr std::array<std::string_view, 9> kWords = {"a", "b", "c", "d", "e", ":", "5", "Name", "f"};
  std::string text;
  bool open = false;
  std::uint32_t inside = 0;
  for (std::uint32_t n = random.below(14); n > 0; --n) {
    if (!open && random.below(4) == 0) {
      text += "[ ";
      open = true;
      inside = 0;
    }
    text += std::string(kWords[random.below(kWords.size())]) + " ";
    if (open && (++inside > 2 || random.below(2) == 0)) {
      text += "] ";
      open = false;
    }
  }
  if (open) text += inside == 0 ? "a ]" : "]";
  return text;
}

TEST(Oracle, CompiledAndNaiveMatchersAgree) {
  std::mt19937 random(20240611);
  RandomPattern patterns(random);
  std::size_t compared = 0;
  for (int round = 0; round < 1500; ++round) {
    Program program;
    LexiconBuilder lexicons(program.vocabulary);
    const LexiconId big = lexicons.lexicon("big");
    const LexiconId small = lexicons.lexicon("small");
    for (const char* lemma : {"a", "e", "b c"})
      ASSERT_EQ(lexicons.add({.lemma = lemma, .lexicon = big, .attributes = {}}, ""), "");
    for (const char* lemma : {"f", "a"})
      ASSERT_EQ(lexicons.add({.lemma = lemma, .lexicon = small, .attributes = {}}, ""), "");
    program.lexicons = lexicons.finish();
    Rule rule;
    rule.id = "x.y";
    rule.patterns.emplace_back();
    rule.patterns[0].elements = patterns.pattern();
    if (check_pattern(rule.patterns[0], RuleType::attribution, program.lexicons)) continue;
    program.rules.push_back(rule);
    Diagnostics diagnostics;
    compile(program, diagnostics);
    ASSERT_TRUE(diagnostics.empty());
    for (int i = 0; i < 8; ++i) {
      const std::string line = random_text(patterns);
      const Sketch s = sketch(line, program.vocabulary);
      const auto naive = NaiveMatcher(s, program).all(program.rules[0].patterns[0].elements);
      const auto matches = find_matches(s.article(), program);
      std::set<TokenRange> naive_cues;
      std::set<TokenRange> cues;
      for (const NaiveMatch& each : naive) naive_cues.insert(each.slots[1]);
      for (const Match& each : matches) {
        cues.insert(each.slots[1]);
        EXPECT_TRUE(naive.count({each.whole, each.slots}) == 1) << round << ": " << line;
      }
      // One reading per anchor: each cue of the oracle's has an anchor, so each place where some cue stands is met.
      EXPECT_EQ(naive_cues.empty(), cues.empty()) << round << ": " << line;
      for (const TokenRange& cue : naive_cues) {
        const bool met = std::any_of(cues.begin(), cues.end(), [&](TokenRange other) { return other.overlaps(cue); });
        EXPECT_TRUE(met) << round << ": " << line << " cue " << cue.begin << "-" << cue.end;
      }
      compared += naive.size();
      if (::testing::Test::HasFailure()) return;
    }
  }
  EXPECT_GT(compared, 3000U);
}

}  // namespace
}  // namespace hearsay
