// What is made of the evidence's proposals: which are accepted, and whom a participle that opens a sentence belongs to.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "attributions/find.h"
#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

/// The tokens of the first such words.
TokenRange tokens_of(const Analysis& a, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(a.document.text.find(words));
  const auto end = begin + static_cast<std::uint32_t>(words.size());
  TokenRange range{kNone, 0};
  for (std::uint32_t t = 0; t < a.text.tokens.size(); ++t) {
    if (a.text.tokens[t].begin < begin || a.text.tokens[t].end > end) continue;
    range.begin = std::min(range.begin, t);
    range.end = t + 1;
  }
  return range;
}

std::string words_of(const Analysis& a, TokenRange range) {
  return range.empty() ? "" : std::string(text_of(a.document, a.text, range));
}

/// No rule reads a cue.
Attributions weighed_alone(const Analysis& a, const Proposal& proposal) {
  const Program& program = shipped_engine().pack.program;
  std::vector<Match> beside = a.matches;
  std::erase_if(beside, [&](const Match& match) { return program.rules[match.rule].type == RuleType::attribution; });
  return find_attributions(a.article(), beside, program, [&](const Hints&) { return std::vector<Proposal>{proposal}; });
}

TEST(Weigh, SureSpansAreAcceptedSooner) {
  const Analysis a = analyse(read_english("Vale questioned the need for a bridge.", "input"), shipped_engine());
  Proposal p{.head = 1, .source = {0, 1}, .cue = {1, 2}, .content = {tokens_of(a, "the need for a bridge")}};
  struct Case {
    float cue, spans;
    bool accepted;
  };
  for (const Case& c : {Case{0.9F, 0.1F, true}, Case{0.42F, 0.5F, true}, Case{0.38F, 0.95F, true},
                        Case{0.45F, 0.1F, false}, Case{0.3F, 0.95F, false}}) {
    p.cue_probability = c.cue;
    p.span_probability = c.spans;
    EXPECT_EQ(!weighed_alone(a, p).empty(), c.accepted) << c.cue << ' ' << c.spans;
  }
}

TEST(Weigh, InOthersWordsOnlyAnotherVoiceIsHeard) {
  const Analysis a = analyse(read_english("Ruiz said: “I think we want peace, and you know it, but the harbour office "
                                          "announced that the wall had failed.”",
                                          "input"),
                             shipped_engine());
  ASSERT_EQ(a.attributions.size(), 2U);
  EXPECT_EQ(words_of(a, a.attributions[0].source), "Ruiz");
  EXPECT_EQ(words_of(a, a.attributions[1].source), "the harbour office");
}

TEST(Weigh, ASubjectThatIsTakenForWhatIsSaidIsTurnedRound) {
  const Analysis a = analyse(
      read_english("An aide, who was not allowed to speak of it, confirmed those figures.", "input"), shipped_engine());
  const TokenRange cue = tokens_of(a, "confirmed");
  const Attributions found =
      weighed_alone(a, {.head = cue.begin,
                        .cue_probability = 0.9F,
                        .span_probability = 0.9F,
                        .source = tokens_of(a, "those figures"),
                        .cue = cue,
                        .content = {tokens_of(a, "An aide, who was not allowed to speak of it")}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(words_of(a, found[0].source).starts_with("An aide")) << words_of(a, found[0].source);
  ASSERT_EQ(found[0].content.size(), 1U);
  EXPECT_EQ(words_of(a, found[0].content[0]), "those figures");
}

TEST(Weigh, WhomOneSpeaksToIsNothingSaid) {
  const Analysis a =
      analyse(read_english("“I do not think that it will move quickly,” Holm told “Harbour News Sunday.”", "input"),
              shipped_engine());
  ASSERT_EQ(a.attributions.size(), 1U);
  ASSERT_EQ(a.attributions[0].content.size(), 1U);
  EXPECT_EQ(words_of(a, a.attributions[0].content[0]), "“I do not think that it will move quickly,”");
}

TEST(Weigh, SourcesAreWholePhrases) {
  struct Case {
    const char* text;
    const char* proposed;  // as the source
    const char* cue;
    const char* content;
    const char* source;
  };
  for (const Case& one : {
           Case{"The pier is shut, according to the harbour office.", "the harbour", "according to", "The pier is shut",
                "the harbour office"},
           Case{"14:10 Opposition leader rejects the plan.", "14:10 Opposition leader", "rejects", "the plan",
                "Opposition leader"},
           Case{"The mayor's claims about the dam were old.", "The mayor", "claims", "about the dam", "The mayor"},
       }) {
    const Analysis a = analyse(read_english(one.text, "input"), shipped_engine());
    const TokenRange cue = tokens_of(a, one.cue);
    const Attributions found = weighed_alone(a, {.head = cue.begin,
                                                 .cue_probability = 0.9F,
                                                 .span_probability = 0.9F,
                                                 .source = tokens_of(a, one.proposed),
                                                 .cue = cue,
                                                 .content = {tokens_of(a, one.content)}});
    ASSERT_EQ(found.size(), 1U) << one.text;
    EXPECT_EQ(words_of(a, found[0].source), one.source);
  }
}

TEST(Weigh, WhatGoesOnBehindAnAsideIsTheSpeakers) {
  for (const bool evidence : {true, false}) {
    const Analysis a =
        analyse(read_english("“The dam is old,” Ruiz said, referring to the wall, “and nobody paid for it.”", "input"),
                shipped_engine(), {.evidence = evidence});
    ASSERT_EQ(a.attributions.size(), 2U);
    ASSERT_EQ(a.attributions[0].content.size(), 2U);
    EXPECT_EQ(words_of(a, a.attributions[0].content[1]), "“and nobody paid for it.”");
    ASSERT_EQ(a.attributions[1].content.size(), 1U);
    EXPECT_EQ(words_of(a, a.attributions[1].content[0]), "the wall");
    EXPECT_EQ(a.attributions[1].type, AttributionType::indirect);
  }
}

TEST(Hints, SayWhatOnlyCanStandThere) {
  struct Case {
    const char* text;
    const char* words;
    std::uint8_t allowed;  // 0: nothing is said of any word
  };
  for (const Case& one : {
           Case{"The pier is shut, according to the harbour office.", "the harbour office", kRoleSource},
           Case{"“It failed,” Ruiz said on Monday.", "Ruiz", kRoleSource},
           Case{"Officials warned of action against the mill if its owners fail to pay.",
                "action against the mill if its owners fail to pay", kRoleAny & ~kRoleCue},
           Case{"Ruiz said that it failed.", "", 0},
       }) {
    const Analysis a = analyse(read_english(one.text, "input"), shipped_engine(), {.evidence = false});
    const Hints hints = find_hints(a.article(), a.matches, shipped_engine().pack.program);
    ASSERT_EQ(hints.size(), 1U) << one.text;
    ASSERT_EQ(hints[0].masks.size(), one.allowed == 0 ? 0U : 1U) << one.text;
    if (one.allowed == 0) continue;
    EXPECT_EQ(words_of(a, hints[0].masks[0].tokens), one.words);
    EXPECT_EQ(hints[0].masks[0].allowed, one.allowed);
  }
}

TEST(Weigh, AParticipleThatOpensASentenceHasItsSubject) {
  struct Case {
    const char* text;
    const char* proposed;  // as the source
    const char* cue;
    const char* content;
    const char* source;
  };
  const Case cases[] = {
      {"While praising the crew, the mayor left.", "While", "praising", "the crew", "the mayor"},
      {"Praising the crew, the mayor left.", "", "Praising", "the crew", "the mayor"},
      {"While praising the crew, which slept, Vale left.", "While", "praising", "the crew", ""},
      {"Vale left, praising the crew, the mayor said.", "Vale", "praising", "the crew", "Vale"},
      {"While praising the crew in a speech, the mayor left.", "While", "praising", "the crew", ""},
  };
  for (const Case& c : cases) {
    const Analysis a = analyse(read_english(c.text, "input"), shipped_engine());
    Proposal p{.cue_probability = 0.9F, .span_probability = 0.9F};
    p.cue = tokens_of(a, c.cue);
    p.head = p.cue.begin;
    p.content = {tokens_of(a, c.content)};
    if (*c.proposed != '\0') p.source = tokens_of(a, c.proposed);
    const Attributions found = weighed_alone(a, p);
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(words_of(a, found.front().source), c.source) << c.text;
  }
}

}  // namespace
}  // namespace hearsay
