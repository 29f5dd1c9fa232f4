// The view model: all that any report shows of one article, as plain values with code-point spans. Renderers read only
// this (and escape everything); they include no stage. The JSON report is this, field by field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corrections/correction.h"

namespace hearsay {

/// Code points [first, second) of ReportArticle::text.
using CodeSpan = std::pair<std::uint32_t, std::uint32_t>;
using CodeSpans = std::vector<CodeSpan>;

struct ReportVerdict {
  std::string says;              // "generally reliable", "no consensus …"
  std::string scope, discussed;  // "" = everything; "" = not given
};

/// What a register of judgements says of a source: always shown with whose they are and of when.
struct ReportJudgement {
  std::string by;             // "English Wikipedia editors, April 2026"
  std::string licence, page;  // "" = not given
  std::vector<ReportVerdict> verdicts;
};

struct ReportSource {
  std::string id;  // "s1"
  std::string name;
  std::string kind;  // "named-person" …
  bool anonymous = false;
  std::string specificity;  // "", "bare" …
  std::vector<std::string> aliases;
  std::optional<std::string> description;
  std::optional<std::string> affiliation;
  std::string reliability;     // Admiralty A–F; "" = nobody graded it
  std::string reliability_by;  // who did: "English Wikipedia editors, April 2026", "Harbour desk"
  std::optional<ReportJudgement> judgement;
  CodeSpans mentions;
  // For tables of the house, in none of the formats for programs:
  std::vector<std::string> pronouns = {};  // the text's own for this person: "she"; none: not stated
  std::vector<std::pair<std::string, std::string>> house = {};  // the house's register notes of it: {"beat", "harbour"}
  bool own = false;                                             // the outlet that prints the article, or its agency
  std::uint64_t fingerprint = 0;                                // by which corrections know it; 0 = of no article here
  std::string corrected = {};                                   // "as corrected by jh"; "" = as it was read
};

/// The medium of the hop that is an agency from which the outlet has the whole story. It has no source: the article
/// uses it as none.
inline constexpr std::string_view kWire = "wire";

struct ReportHop {
  std::string source;  // id or ""
  std::string name;    // shown; "not stated" where the article names nobody
  std::string medium;  // "", kWire or as medium_name
};

struct ReportAttribution {
  std::string id;         // "a1"
  std::string rule;       // "say.basic", "evidence"
  std::string rule_name;  // "X said"
  std::string type;       // direct, mixed, indirect
  std::string source;     // id or ""
  CodeSpans source_span, cue, content;
  std::vector<std::string> via;  // ids
  std::string medium;
  std::string stance = "neutral";
  bool statement = true;  // false: believed, meant or done, and told nobody; listed in data alone
  double confidence = 0;
  double source_confidence = 0;  // that it is this source
  std::string within;            // id or ""
  std::vector<std::string> links;
  std::string recipient;         // words, or ""
  std::string reason;            // why the source is not named, or ""
  std::vector<ReportHop> chain;  // from the article outwards
  bool traced = false;
  std::vector<std::uint64_t> signature;  // keys of the content, for threads across articles (trace/thread.h)
  std::uint64_t fingerprint = 0;         // by which corrections know it, in none of the formats; 0 = of no article here
  std::string corrected = {};            // "as corrected by jh"; "" = as it was read
};

/// Where the checking of a claim stands, as a person said.
struct ReportCheck {
  std::string status;  // open, confirmed, changed, query, cannot-verify, cut
  std::string by, at, note, evidence;
};

struct ReportClaim {
  std::string id;  // "c1"
  CodeSpans span;
  std::vector<std::string> attributions;
  std::string kind;
  std::string status;              // named, anonymous, author, unattributed
  int credibility = 0;             // Admiralty 1–6; 0 = fewer than two chains carry it
  std::vector<std::string> notes;  // ids of the annotations that document it
  std::uint64_t fingerprint = 0;   // by which corrections know it, in none of the formats; 0 = of no article here
  std::optional<ReportCheck> check = {};
};

/// A comment or note of the draft. Reports say of them, and of the claims without any, only where a draft has some.
struct ReportNote {
  std::string id;    // "n1"
  std::string kind;  // comment, footnote, endnote
  CodeSpan span;     // empty: it stands at this place, behind what it is about
  std::string author, date, text;
  std::vector<std::string> links;
  std::string evidence;  // what documents: link, call, date; "" = nothing does
};

/// What a finding says that its thing lacks: "no-reason", a clause.
struct ReportReason {
  std::string id, says;
};

struct ReportFinding {
  std::string check, severity, message;
  CodeSpans span;
  std::vector<std::string> attributions;
  std::string fingerprint;
  std::string why;    // why the policy asks
  std::string page;   // what it rests on, or ""
  std::string title;  // the check's name for people: "A source without a name", or ""
  // Where its first code point stands in the original, from 1: line and column where the file has lines, else the
  // number of its paragraph and the first words of that. All 0 and "" where it concerns the whole article.
  std::uint32_t line = 0, column = 0;
  std::uint32_t paragraph = 0;
  std::string opening = {};
  std::string suppressed = {};  // the reason that is given to leave it standing; "": it counts
  std::string settled_by = {};  // who gave it, beside the text; "": the text does
  std::string kind = {};        // anonymous, unsourced, unclear-speaker, secondhand, unanswered, document …
  double certainty = 1;         // of the readings it rests on, 0…1
  double likelihood = 1;        // that a careful editor raises it, 0…1
  std::vector<ReportReason> reasons = {};  // gravest first
};

struct ReportMeasure {
  std::string id, label;
  std::optional<double> value;  // 0…1; none: there was nothing to measure, and weight is 0
  double weight = 0;
  std::vector<std::string> evidence;  // attribution and claim ids that cost points
};

struct ReportBlock {
  CodeSpan span;
  std::string kind;  // "headline", "paragraph", "caption" …
};

struct ReportPack {
  std::string pack, version, sha256;
};

/// What a person said of something here, and whether it was met.
struct ReportCorrection {
  Correction said;
  std::string state;  // met, superseded, not-met
  std::string why;    // of what was not met, or did not change anything; "" = there is nothing to say
  std::string of;     // id of the attribution, source or claim; "" = a finding, or nothing that is there
};

/// An attribution that a person took out: in none of the formats, for whoever wants to bring it back.
struct ReportStruck {
  std::uint64_t fingerprint = 0;
  CodeSpans cue, content;
  std::string correction;  // id
};

/// Words of the draft and what stands for them in the original; "" = nothing does.
struct ReportDifference {
  std::string kind;  // edit, number, name, negation, omission, disfluency, marked, condition, added
  std::string is, was;
  CodeSpan is_span;   // code points of the article's text
  CodeSpan was_span;  // … of the passage
};

/// Where an original holds words of a quotation.
struct ReportPassage {
  std::string document, place, speaker;  // place: "line 3", "page 7", "00:01:02"; speaker "" = not told
  std::string text;                      // with some words around
  CodeSpan found;                        // code points of `text`
};

/// A quotation (or, with `quoted` false, indirect words) held against originals. Reports say of them only where some
/// were given.
struct ReportVerification {
  std::string attribution;  // id or ""
  CodeSpans span;
  std::string text;      // the draft's words
  std::string result;    // "verbatim", "number-changed" …
  std::string says;      // the same in a few words
  std::string severity;  // by the policy: error, warning, note; "" = allowed
  bool quoted = true;
  double shared = 0;                    // of its words, those in the passage in this order
  std::vector<ReportPassage> passages;  // best first; several where it is spliced
  std::vector<ReportDifference> differences;
};

struct Report {
  std::string id, path;
  std::string title, outlet, byline, published;  // "" = null in JSON
  std::string genre, url, language, encoding, format;
  std::string genre_source;    // what tells it: "record", "section", "writing" …; "" = nothing does
  std::string genre_how;       // for "told by …": "its section"
  std::string genre_detail;    // the words there: "Opinion"; "" = none
  double genre_certainty = 0;  // 0…1
  std::string
      language_how;  // how the language is known: "record", "text", "record and text", "assumed"; "" = not asked
  std::uint32_t words = 0;
  std::string sha256;
  std::string text;  // UTF-8
  std::vector<ReportBlock> blocks;
  std::vector<ReportSource> sources;
  std::vector<ReportAttribution> attributions;
  std::vector<ReportClaim> claims;
  std::vector<ReportFinding> findings;
  std::vector<ReportFinding> perhaps;  // those whose readings are not sure: they cost nothing and fail no gate
  std::optional<int> total;            // 0…100; none: withheld
  std::string grade;                   // "" = withheld
  int margin = 0;                      // the total may as well be this much higher or lower; 0 = not told
  std::string withheld;                // why there is no total, one sentence; "" = there is one
  std::string withheld_id;             // "language", "pack", "genre", "too-little"; "" = there is a total
  std::string policy, policy_name;
  std::vector<ReportMeasure> measures;
  std::vector<ReportPack> rules;
  std::vector<std::string> questions;                  // for the desk, that no text can answer
  std::vector<ReportNote> notes;                       // in text order
  std::vector<ReportVerification> verifications = {};  // in text order; none: no originals were given
  std::vector<std::string> remarks;                    // what reading the file left to say: encodings, tracked changes
  std::vector<ReportCorrection> corrections = {};      // by kind and thing, then time; none: nobody corrected anything
  std::vector<ReportStruck> struck = {};               // in text order
};

/// Whether the article was looked through at all: what has no attributions and no findings otherwise says nothing.
[[nodiscard]] inline bool is_audited(const Report& report) {
  return report.withheld_id != "language";
}

}  // namespace hearsay
