// The view model of two versions of one article compared: what changed in its sourcing, and both texts side by side.
// Renderers read only this. Not here: how it is found (compare/compare.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/report.h"

namespace hearsay {

enum class ChangeKind : std::uint8_t {
  source_added,
  source_dropped,
  source_named,        // had no name before
  source_unnamed,      // has none any more
  quotation_changed,   // other words within quotation marks
  paraphrase_changed,  // another number, denial or quantity in what somebody is said to have said
  source_lost,         // what somebody said is now the paper's own word
  source_gained,       // and the reverse
  cue_changed,         // "said" → "admitted"
  hedge_changed,       // "may have" → "has"
  relay_changed,       // through whom, in what
  reason_added,        // why a source has no name
  reason_dropped,
  accused_heard,  // who was accused without a word of their own now has one, or was asked
  headline_changed,
  headline_stale,  // it stayed, and the body no longer carries it
  claim_added,     // of a source that was there already
  claim_dropped,   // of a source that stays
};

/// What a kind is called. The only list of kinds.
struct ChangeName {
  ChangeKind kind = ChangeKind::source_added;
  std::string_view id;      // "source-added": in JSON, in --fail-on
  std::string_view label;   // for people: "Source added"
  std::string_view traits;  // that a change of it may have, one blank between: "anonymous named"
};
[[nodiscard]] std::span<const ChangeName> change_names();
[[nodiscard]] const ChangeName& name_of(ChangeKind kind);
[[nodiscard]] const ChangeName* change_named(std::string_view id);  // nullptr: there is none

/// Words in place of others; one of the two may be "".
struct WordDifference {
  std::string is, was;
  friend bool operator==(const WordDifference&, const WordDifference&) = default;
};

struct Change {
  ChangeKind kind = ChangeKind::source_added;
  Severity severity = Severity::note;
  std::vector<std::string> traits;  // "anonymous", "stronger" …: as ChangeName::traits lists them
  std::string was, is;              // the words of either version; "": it has none
  CodeSpans old_span, new_span;     // of the text of either version
  std::string source;               // whom it concerns, or ""
  std::vector<WordDifference> differences;
  std::string why;  // why it has this severity, a clause

  [[nodiscard]] bool has(std::string_view trait) const;
};

/// One of the two.
struct ComparedVersion {
  std::string id, path, title, outlet, published, url, sha256;  // "" = null in JSON
};

/// Paragraphs side by side; of one that only one version has, the other is empty.
struct ComparedPassage {
  CodeSpan older, newer;
  CodeSpans older_changed, newer_changed;  // words that the other version has not, or has elsewhere
  bool moved = false;                      // it stands elsewhere among the others than it did
};

struct VersionChanges {
  ComparedVersion older, newer;
  std::vector<Change> changes;         // in the order of the newer text, what is gone where it stood
  bool correction_noted = false;       // the newer version says that something was corrected, and the older did not
  std::string correction;              // that note, or ""
  double kept = 1;                     // of the older version's words, the share that the newer has
  std::string older_text, newer_text;  // that all spans index
  std::vector<ComparedPassage> passages;
};

/// The gravest; none: nothing changed.
[[nodiscard]] std::optional<Severity> gravest(const VersionChanges& changes);

/// Which changes make a run fail: "source-unnamed,source-added:anonymous", "error", "hedge-changed:stronger".
struct ChangeGate {
  struct Rule {
    std::optional<Severity> severity;  // so grave or graver, of any kind
    std::optional<ChangeKind> kind;
    std::string trait;    // "": any
    bool silent = false;  // only where no correction is noted
  };
  std::vector<Rule> rules;  // any of them; none: nothing fails

  [[nodiscard]] bool fails(const Change& change, const VersionChanges& of) const;
};
/// `words`: rules, commas between. A rule is a severity ("warning"), a kind, a kind with a trait
/// ("source-added:anonymous"), each with "!" behind where a noted correction excuses it, or "never". On an error
/// `problem` says what is wrong and what there is.
[[nodiscard]] std::optional<ChangeGate> read_gate(std::string_view words, Diagnostic& problem);

}  // namespace hearsay
