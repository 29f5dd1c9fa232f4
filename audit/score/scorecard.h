// What an article's sourcing is worth: its claims, the findings of a policy, the measures and the total.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "score/finding_kind.h"
#include "score/genre.h"

namespace hearsay {

enum class ClaimStatus : std::uint8_t { named, anonymous, author, unattributed };
[[nodiscard]] std::string_view claim_status_name(ClaimStatus status);

/// A checkable statement of the body.
struct Claim {
  TokenRange range;               // covers all of it
  std::vector<TokenRange> parts;  // its words in text order, disjoint: “one,” … “two”
  std::string kind;               // "figure", "event", "accusation", "comparison", "cause"
  std::uint32_t rule = kNone;     // the claim rule that marked it, index into Program::rules; kNone: it is the
                                  // content of an attribution
  std::vector<std::uint32_t> attributions;  // indices
  std::vector<std::uint32_t> annotations;   // indices into Document::annotations: those that document it
  ClaimStatus status = ClaimStatus::unattributed;
  int credibility = 0;            // Admiralty 1–6, suggested from independent chains; 0 = fewer than two carry it
  std::uint64_t fingerprint = 0;  // of its words: the same wherever it stands, another one where a word changes
};

/// What a finding says that its thing lacks.
struct FindingReason {
  std::string id;    // "no-reason"
  std::string says;  // a clause
  std::string why;   // why this house asks; "" = as of the check
  std::string page;  // URL it rests on, or ""
};

/// About one thing: a source, a claim, a document, an accusation, the article.
struct Finding {
  std::string check;  // id
  FindingKind kind = FindingKind::other;
  Severity severity = Severity::warning;
  double certainty = 1;                // of the readings it rests on, 0…1
  double likelihood = 1;               // that a careful editor raises it
  std::vector<FindingReason> reasons;  // gravest first
  std::string message;                 // one sentence about this place
  TokenRange range;                    // empty: the whole article
  TokenRange against;                  // of a contradiction: the earlier place; empty: there is none
  std::vector<std::uint32_t> attributions;
  std::string fingerprint;  // 16 hex digits; survives edits elsewhere in the text
  std::string suppressed;   // the reason that is given to let it stand; "": it counts
  std::string settled_by;   // who gave that reason, beside the text; "": the text does
  Span where;               // of a finding about a line that is no part of the article; empty: see range
};

struct Measure {
  std::string id;
  std::string label;            // for people
  std::optional<double> value;  // 0…1, 1 is best; none: there is nothing here to measure
  double weight = 0;
  std::vector<std::uint32_t> evidence;  // attributions that cost points
  std::vector<std::uint32_t> claims;    // claims that cost points
};

/// Why an article gets no total and no grade (withhold.h).
struct Withheld {
  std::string id;   // stable: "language", "pack", "genre", "too-little"; "" = nothing is withheld
  std::string why;  // one sentence, for people
  [[nodiscard]] bool empty() const { return id.empty(); }
};

struct Scorecard {
  std::string policy;  // id of the policy that judged
  Genre genre;
  std::vector<Claim> claims;
  std::vector<Finding> findings;  // by place, then check
  std::vector<Finding> perhaps;   // those whose readings are not sure: they cost nothing and fail no gate
  std::vector<Measure> measures;
  std::optional<int> total;  // 0…100; none: withheld
  int margin = 0;            // the total may as well be this much higher or lower
  std::string grade;         // "A" … "F"; "" = withheld, or the policy has no grades
  Withheld withheld;
  std::vector<std::string> questions;  // for the desk: those of the policy that apply here
};

}  // namespace hearsay
