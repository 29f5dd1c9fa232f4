// A newsroom's policy as data: which checks are on, how severe each is, where its thresholds lie, what each measure
// weighs. Read by load_policy.h, judged by score.h. A policy holds words of ours about what a house asks; no house
// endorses it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "score/fact.h"

namespace hearsay {

enum class ConditionKind : std::uint8_t { all, any, negation, is, at_least, at_most };

/// A node of <when>. all of nothing holds, any of nothing does not.
struct Condition {
  ConditionKind kind = ConditionKind::all;
  Fact fact = Fact::article_words;  // is, at_least, at_most
  double value = 0;                 // is: 0 or 1, or the index of a word; else the bound
  std::string threshold;            // the bound is this threshold of the check; "" = `value`
  std::vector<Condition> children;  // all, any, negation (one)
};

/// What findings of a check are gathered to one: the place of the first stands for all.
enum class Gather : std::uint8_t { none, source /* one per source */, article /* one per article */ };

struct Check {
  std::string id;  // "anon-no-reason"
  Subject subject = Subject::article;
  std::string title;         // a few words
  std::string means;         // what it looks at
  std::string why;           // why the policy asks, a sentence
  std::string page;          // URL it rests on, or ""
  std::string example = {};  // a few sentences of ours in which it finds something
  Severity severity = Severity::warning;
  Gather gather = Gather::none;
  std::uint32_t limit = 20;  // findings per article; more would bury the others
  std::vector<std::pair<std::string, double>> thresholds;
  Condition when;
  std::string message;  // with {source} {cue} {content} {count}
};

/// The measures the program knows, in the order of the scorecard.
enum class MeasureId : std::uint8_t {
  named_share,          // of the attributions, those to identified sources
  attributed_claims,    // of the claims, those somebody is given for
  specificity,          // how much the reader is told of anonymous sources
  traced_share,         // of the attributions, those with a chain of identified hops
  independent_sources,  // how evenly the words are spread over independent identified voices
  documents,            // of the documents, those a reader could find
};
inline constexpr std::size_t kMeasureCount = 6;

struct MeasureSetting {
  MeasureId id = MeasureId::named_share;
  std::string name;   // "named-share"
  std::string label;  // for people
  double weight = 0;  // any scale; only the proportions count
};

struct Grade {
  std::string letter;
  double from = 0;  // lowest total of this letter
};

struct Policy {
  std::string id;             // "ap"
  std::string name;           // for people
  std::string note;           // whose words these are
  std::vector<Check> checks;  // those that are on, in order of checks.xml
  std::vector<MeasureSetting> measures;
  std::vector<Grade> grades;           // best first
  std::vector<std::string> questions;  // for the desk, that no text can answer
  double enough_voices = 3;            // equally heard independent voices that make independent_sources 1
};

}  // namespace hearsay
