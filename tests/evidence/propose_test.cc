// The shipped model on invented sentences: tags, cues, spans, masks; and text made to be hard.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "evidence/evidence.h"
#include "evidence/score_cue.h"
#include "evidence/score_spans.h"
#include "evidence/span_lattice.h"
#include "evidence/span_window.h"
#include "evidence/tag.h"
#include "marked_text.h"

namespace hearsay {
namespace {

struct TaggedText {
  explicit TaggedText(const std::string& body)
      : document(plain_document("\n" + body)),
        text(tokenize(document, english_vocabulary())),
        tags(tag(document, text, shipped_model())) {}
  [[nodiscard]] std::string words(TokenRange range) const { return words_of(document, text, range); }
  [[nodiscard]] std::uint32_t find(std::string_view word) const {
    for (std::uint32_t t = 0; t < text.tokens.size(); ++t) {
      if (token_text(document, text.tokens[t]) == word) return t;
    }
    return kNone;
  }
  Document document;
  Text text;
  Tags tags;
};

TEST(Tagger, TagsPlainSentences) {
  struct Case {
    const char* text;
    const char* tags;
  };
  for (const Case& one :
       {Case{"The old bridge collapsed very quickly.", "DT JJ NN VBD RB RB ."},
        Case{"She has never seen it.", "PRP VBZ RB VBN PRP ."}, Case{"They want to leave.", "PRP VBP TO VB ."},
        Case{"He saw 14 dogs.", "PRP VBD CD NNS ."}}) {
    const TaggedText read(one.text);
    std::string tags;
    for (const Tag tag : read.tags) tags += (tags.empty() ? "" : " ") + std::string(tag_name(tag));
    EXPECT_EQ(tags, one.tags) << one.text;
  }
}

TEST(Tagger, GivesNoneWithoutAModel) {
  const TaggedText read("The ferry sank.");
  const Tags tags = tag(read.document, read.text, Model());
  EXPECT_EQ(tags, Tags(read.text.tokens.size(), Tag::none));
  EXPECT_TRUE(propose(read.document, read.text, tags, Model()).empty());
}

TEST(Frames, WordsBringTheirKind) {
  const std::vector<Kind> kinds = {Kind::time,  Kind::auxiliary, Kind::negation, Kind::other, Kind::subordinator,
                                   Kind::other, Kind::dash,      Kind::who,      Kind::other, Kind::to,
                                   Kind::other, Kind::of,        Kind::that,     Kind::stop};
  const TaggedText words("Friday is n't ferry because Lund – who wants to leave of that !");
  ASSERT_EQ(words.text.tokens.size(), kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i)
    EXPECT_EQ(kind_of_word(words.text.tokens[i], *words.text.language), kinds[i]) << i;
}

TEST(Propose, LeavesQuotationsToTheRules) {
  const TaggedText read("\"The tide, Ilse says, was too low,\" the harbour master said.");
  const std::uint32_t head = read.find("says");
  UpstreamHints upstream;
  upstream.hints.push_back({.head = head, .rule = 1, .family = 1, .surety = 5, .cue = {head, head + 1}});
  const std::vector<Proposal> proposals =
      propose(read.document, read.text, read.tags, shipped_model(), {.upstream = upstream});
  ASSERT_EQ(proposals.size(), 2U);
  EXPECT_EQ(proposals[0].head, head);
  EXPECT_EQ(proposals[0].cue_probability, 0);
  EXPECT_TRUE(proposals[0].content.empty());
  EXPECT_EQ(read.words(proposals[1].cue), "said");
}

TEST(Propose, FindsSourceCueAndContent) {
  struct Case {
    const char* text;
    const char* source;
    const char* cue;
    const char* content;
  };
  for (const Case& one : {
           Case{"The harbour master said the tide was too low.", "The harbour master", "said", "the tide was too low"},
           Case{"\"The tide was too low,\" the harbour master said.", "the harbour master", "said",
                "\"The tide was too low,\""},
           Case{"Ilse Brandt argued that the bridge should close.", "Ilse Brandt", "argued",
                "that the bridge should close"},
           Case{"The ferry was late, according to the port authority.", "the port authority", "according to",
                "The ferry was late"},
       }) {
    const TaggedText read(one.text);
    const std::vector<Proposal> proposals = propose(read.document, read.text, read.tags, shipped_model());
    ASSERT_EQ(proposals.size(), 1U) << one.text;
    EXPECT_EQ(read.words(proposals[0].source), one.source);
    EXPECT_EQ(read.words(proposals[0].cue), one.cue);
    ASSERT_EQ(proposals[0].content.size(), 1U) << one.text;
    EXPECT_EQ(read.words(proposals[0].content[0]), one.content);
    EXPECT_GT(proposals[0].cue_probability, 0.5F);
    EXPECT_GT(proposals[0].span_probability, 0.0F);
    EXPECT_LE(proposals[0].span_probability, 1.0F);
    EXPECT_FALSE(proposals[0].nested);
  }
}

TEST(Propose, EndsContentsWhereTheirClauseEnds) {
  struct Case {
    const char* text;
    const char* cue;
    const char* content;
  };
  for (const Case& one : {
           // The verb behind belongs to a clause that was opened before the cue.
           Case{"Despite Pryce's claims that the mill was safe, all of the inspectors found cracks in its walls.",
                "claims", "that the mill was safe"},
           Case{"When Brandt criticizes the mill, farmers in the valley may cheer.", "criticizes", "the mill"},
           // The content has not had its own verb yet.
           Case{"The senator is hoping that farmers in the valley will see her refusal as a sign of courage.",
                "is hoping", "that farmers in the valley will see her refusal as a sign of courage"},
           Case{"Brandt described the night she and her brother walked home through the flood.", "described",
                "the night she and her brother walked home through the flood"},
           // A participle whose subject is the source.
           Case{"Lund had decided not to run for mayor, half-joking to friends that the town was not ready for her.",
                "had decided", "not to run for mayor"},
       }) {
    const TaggedText read(one.text);
    bool found = false;
    for (const Proposal& proposal : propose(read.document, read.text, read.tags, shipped_model())) {
      if (read.words(proposal.cue).find(one.cue) == std::string::npos) continue;
      found = true;
      ASSERT_EQ(proposal.content.size(), 1U) << one.text;
      EXPECT_EQ(read.words(proposal.content[0]), one.content);
    }
    EXPECT_TRUE(found) << one.text;
  }
}

TEST(Propose, NothingInActsAndQuotations) {
  for (const char* body : {"The ferry sank in the harbour.", "He opened the door and went home."}) {
    const TaggedText read(body);
    EXPECT_TRUE(propose(read.document, read.text, read.tags, shipped_model()).empty()) << body;
  }
  const TaggedText read("\"The clerk said the mill burned and everybody left the town that night,\" Owen Pryce said.");
  for (const Proposal& one : propose(read.document, read.text, read.tags, shipped_model())) {
    EXPECT_GT(one.head, read.find("Pryce")) << "a cue inside a quotation";
  }
}

class Masks : public testing::Test {
 protected:
  TaggedText read_{"On Monday the harbour master said the tide was too low for the ferry."};
  Frames frames_ = frames_of(read_.document, read_.text, read_.tags, shipped_model());
  std::vector<float> cues_ = score_cues(read_.text, frames_, shipped_model());
  SpanScorer scorer_{read_.text, frames_, cues_, shipped_model()};
  std::uint32_t head_ = read_.find("said");
};

TEST_F(Masks, AreRespected) {
  const std::uint32_t tide = read_.find("tide");
  const TokenRange source{0, 2};  // "On Monday"
  const SpanMask masks[] = {
      {source, kRoleSource}, {{source.end, head_}, kRoleNone | kRoleCue}, {{tide, tide + 1}, kRoleNone}};
  const SpanReading reading = scorer_.read(head_, masks);
  ASSERT_TRUE(reading.feasible);
  EXPECT_EQ(reading.source, source);
  for (const TokenRange range : reading.content) EXPECT_FALSE(range.contains(tide));
  EXPECT_TRUE(reading.cue.contains(head_));
  EXPECT_LT(reading.probability, 1.0001F);
}

TEST_F(Masks, ForbidAndContradict) {
  const SpanMask none[] = {{{0, head_}, kRoleNone | kRoleCue | kRoleContent},
                           {{head_ + 1, head_ + 9}, kRoleNone | kRoleContent}};
  EXPECT_TRUE(scorer_.read(head_, none).source.empty());
  const SpanMask head_out[] = {{{head_, head_ + 1}, kRoleContent}};
  EXPECT_FALSE(scorer_.read(head_, head_out).feasible);
  const SpanMask two_sources[] = {{{0, 1}, kRoleSource}, {{1, 2}, kRoleNone}, {{2, 3}, kRoleSource}};
  EXPECT_FALSE(scorer_.read(head_, two_sources).feasible);
  EXPECT_TRUE(scorer_.read(head_).feasible) << "the scorer is as before";
  EXPECT_FALSE(scorer_.read(kNone).feasible);
}

TEST(Lattice, TheFewAreTheBestInOrder) {
  const ModelNumbers numbers;
  const StepTable steps(numbers);
  const std::vector<std::uint8_t> zones = {0, 0, 0, 1, 2, 2, 2};
  std::vector<Emission> emissions(zones.size());
  for (std::size_t i = 0; i < emissions.size(); ++i) {
    for (std::size_t label = 0; label < kSpanLabels; ++label)
      emissions[i][label] = static_cast<float>((i * 5 + label * 3) % 7) * 0.4F;
  }
  SpanLattice lattice;
  lattice.set(zones, emissions, steps);
  std::vector<std::uint8_t> labels;
  const float best = lattice.best(labels);
  std::vector<RankedLabels> few;
  for (int again = 0; again < 2; ++again) lattice.best_few(few);
  ASSERT_EQ(few.size(), kFew);
  EXPECT_EQ(few.front().labels, labels);
  EXPECT_FLOAT_EQ(few.front().score, best);
  std::set<std::string> distinct;
  for (std::size_t i = 0; i < few.size(); ++i) {
    EXPECT_TRUE(distinct.insert(std::string(few[i].labels.begin(), few[i].labels.end())).second);
    EXPECT_NE(few[i].labels.back(), kContentInside) << "a content has its end";
    if (i == 0) continue;
    EXPECT_LE(few[i].score, few[i - 1].score);
    EXPECT_GE(few[i].score, best - kFarBehind);
  }
  emissions.front().fill(kForbidden);
  lattice.set(zones, emissions, steps);
  lattice.best_few(few);
  EXPECT_TRUE(few.empty());
}

/// Every legal labelling by trying all, as an oracle.
std::vector<RankedLabels> all_labellings(const std::vector<std::uint8_t>& zones, const std::vector<Emission>& emissions,
                                         const ModelNumbers& numbers) {
  struct Partial {
    RankedLabels one;
    std::uint8_t state = kStartState;
  };
  std::vector<Partial> partial(1);
  partial.front().one.score = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    std::vector<Partial> longer;
    for (const Partial& before : partial) {
      for (const SpanStep& step : span_steps(static_cast<Side>(zones[i] % 3))) {
        if (step.from != before.state) continue;
        Partial& after = longer.emplace_back(before);
        const std::uint8_t label = span_states()[step.to].label;
        after.state = step.to;
        after.one.labels.push_back(label);
        after.one.score += numbers.transition[zones[i] * kSpanLabels * kSpanLabels + step.transition] +
                           numbers.memory[zones[i] * kSpanLabels * kMemories + step.memory] + emissions[i][label];
      }
    }
    partial = std::move(longer);
  }
  std::vector<RankedLabels> all;
  for (const Partial& one : partial) {
    if (may_end(one.state)) all.push_back(one.one);
  }
  std::sort(all.begin(), all.end(), [](const RankedLabels& a, const RankedLabels& b) { return a.score > b.score; });
  return all;
}

TEST(Lattice, TheFewAreThoseThatTryingAllFinds) {
  ModelNumbers numbers;
  std::uint32_t seed = 7;
  const auto number = [&] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<float>(seed >> 16U) / 16384.0F - 2;
  };
  SpanLattice lattice;
  std::vector<RankedLabels> few;
  for (int round = 0; round < 20; ++round) {
    for (float& one : numbers.transition) one = number();
    for (float& one : numbers.memory) one = number();
    const StepTable steps(numbers);
    const std::vector<std::uint8_t> zones = {0, 0, 1, 2, 5, 2};
    std::vector<Emission> emissions(zones.size());
    for (Emission& emission : emissions) {
      for (float& one : emission) one = number();
    }
    const std::vector<RankedLabels> all = all_labellings(zones, emissions, numbers);
    lattice.set(zones, emissions, steps);
    lattice.best_few(few);
    double sum = 0;
    for (const RankedLabels& one : all) sum += std::exp(static_cast<double>(one.score));
    EXPECT_NEAR(lattice.log_sum(), std::log(sum), 1e-4);
    ASSERT_FALSE(few.empty());
    for (std::size_t i = 0; i < kFew; ++i) {
      if (i >= few.size()) {
        EXPECT_LT(all[i].score, all.front().score - kFarBehind + 1e-3F) << "one is missing";
        break;
      }
      EXPECT_EQ(few[i].labels, all[i].labels);
      EXPECT_NEAR(few[i].score, all[i].score, 1e-4);
    }
  }
}

TEST(Lattice, ProbabilitiesAddUpToOne) {
  const ModelNumbers numbers;
  const StepTable steps(numbers);
  const std::vector<std::uint8_t> zones = {0, 0, 1, 2, 2};
  std::vector<Emission> emissions(zones.size());
  for (std::size_t i = 0; i < emissions.size(); ++i) {
    for (std::size_t label = 0; label < kSpanLabels; ++label)
      emissions[i][label] = static_cast<float>((i * 7 + label * 3) % 5) * 0.3F;
  }
  SpanLattice lattice;
  lattice.set(zones, emissions, steps);
  std::vector<std::uint8_t> labels;
  const float best = lattice.best(labels);
  const double sum = lattice.log_sum();
  EXPECT_GT(sum, static_cast<double>(best));
  std::vector<Emission> expected;
  ExpectedNumbers counts;
  lattice.expect(expected, counts);
  for (const Emission& one : expected) {
    float total = 0;
    for (const float share : one) total += share;
    EXPECT_NEAR(total, 1, 1e-4);
  }
  ASSERT_EQ(labels.size(), zones.size());
  EXPECT_TRUE(labels[2] == kCueBegin || labels[2] == kCueInside);
}

TEST(Pathological, WindowsAreBounded) {
  std::string words;
  for (int i = 0; i < 4000; ++i) words += "he said she thinks \"that\" they argued, ";
  std::string quotes;
  for (int i = 0; i < 3000; ++i) quotes += "\u201cNo.\u201d ";
  for (const std::string& body :
       {words, quotes + "he said.", std::string(20000, '"'), words + std::string(5000, '\n') + "\u201c" + words}) {
    const TaggedText read(body);
    const std::vector<Proposal> proposals =
        propose(read.document, read.text, read.tags, shipped_model(), {.threshold = 0.05F});
    for (const Proposal& one : proposals) {
      EXPECT_TRUE(one.cue.contains(one.head));
      for (const TokenRange range : one.content) EXPECT_LE(range.end, read.text.tokens.size());
    }
    const Frames frames = frames_of(read.document, read.text, read.tags, shipped_model());
    SpanWindow window;
    for (std::uint32_t t = 0; t < frames.size(); t += 997) {
      span_window(read.text, frames, t, window);
      EXPECT_LE(window.units.size(), 2U * kMaxUnits + 2U);
    }
  }
  const TaggedText empty("");
  EXPECT_TRUE(propose(empty.document, empty.text, empty.tags, shipped_model()).empty());
}

}  // namespace
}  // namespace hearsay
