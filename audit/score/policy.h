// A newsroom's policy as data: which checks are on, how severe each is, where its thresholds lie, what each measure
// weighs. Read by load_policy.h, judged by score.h. A policy holds words of ours about what a house asks; no house
// endorses it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "score/fact.h"
#include "score/finding_kind.h"
#include "verify/verification.h"

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

/// What a finding may say that its thing lacks. The finding is one; its reasons stand inside.
struct Reason {
  std::string id;     // "no-reason"
  std::string was;    // the id of the check that said so before there were reasons; ""
  std::string title;  // a few words
  std::string says;   // a clause of the message
  std::string why;    // why this house asks; "" = the check's
  std::string page;   // URL it rests on, or ""
  bool on = true;
  bool always = false;               // a finding is made wherever it holds, however likely an editor raises it
  std::optional<Severity> severity;  // of a finding with this reason; the gravest counts
  std::optional<FindingKind> kind;   // what a finding with this reason is about; none: as the check says
  Condition when;
};

struct Check {
  std::string id;   // "anonymous-source"
  std::string was;  // the id it had before checks were about things; ""
  FindingKind kind = FindingKind::other;
  Subject subject = Subject::article;
  std::string title;         // a few words
  std::string means;         // what it looks at
  std::string why;           // why the policy asks, a sentence
  std::string page;          // URL it rests on, or ""
  std::string example = {};  // a few sentences of ours in which it finds something
  Severity severity = Severity::warning;
  std::uint32_t limit = 20;  // findings per article, the likeliest; more would bury the others
  // Thresholds of conditions, and two of every check: "raise", how likely an editor must be to raise a thing for a
  // finding to be made of it (raise.h), and "warn", below which the finding is a note.
  std::vector<std::pair<std::string, double>> thresholds;
  Condition when;
  std::vector<Reason> reasons;  // gravest first
  std::string message;          // with {source} {cue} {content} {count} {reasons}
  [[nodiscard]] double threshold(std::string_view name, double otherwise) const {
    for (const auto& [known, value] : thresholds) {
      if (known == name) return value;
    }
    return otherwise;
  }
};

/// The measures the program knows, in the order of the scorecard.
enum class MeasureId : std::uint8_t {
  named_voices,         // how many identified voices that do not belong together are heard
  first_hand,           // of the statements, those that do not come from another newsroom
  named_persons,        // of the statements, those that are no unnamed person's
  sourced_claims,       // how many claims somebody is given for
  open_questions,       // how little a careful editor would ask
  named_share,          // of the attributions, those to identified sources
  attributed_claims,    // of the claims, those somebody is given for
  specificity,          // how much the reader is told of anonymous sources
  traced_share,         // of the attributions, those with a chain of identified hops
  independent_sources,  // how evenly the words are spread over independent identified voices
  documents,            // of the documents, those a reader could find
};
inline constexpr std::size_t kMeasureCount = 11;

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

/// For the desk, that no text can answer.
struct DeskQuestion {
  std::string text;
  std::optional<Fact> fact;  // of the article: it is asked where this is 1 or more; none: always
};

/// The check of what verification finds. It is no check of a policy: its findings come with originals, after all
/// others.
inline constexpr std::string_view kQuotationDiffers = "quotation-differs";

/// What a house makes of each class of quotation (verify/verification.h); nothing: it is allowed.
using QuotationSeverities = std::array<std::optional<Severity>, kQuotationClassCount>;

struct Policy {
  std::string id;             // "ap"
  std::string name;           // for people
  std::string note;           // whose words these are
  std::vector<Check> checks;  // those that are on, in order of checks.xml
  std::vector<MeasureSetting> measures;
  std::vector<Grade> grades;            // best first
  std::vector<DeskQuestion> questions;  // for the desk
  double enough_voices = 3;             // equally heard independent voices that make independent_sources 1
  double enough_names = 14;             // identified voices that make named_voices 1
  double enough_claims = 25;            // claims with a source that make sourced_claims 1
  double enough_questions = 4;          // questions an editor is expected to ask that make open_questions 0
  double certain = 0.8;                 // readings below this make a finding that is shown apart and costs nothing
  double margin = 0;                    // points by which careful readers' grades stray from totals as these
  QuotationSeverities quotations;       // by QuotationClass
  std::vector<std::pair<std::string, std::string>> renamed;  // former id of a check → what it is now, for people
};

}  // namespace hearsay
