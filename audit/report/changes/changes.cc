// Entries: change_names, read_gate.
#include "report/changes/changes.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"

namespace hearsay {
namespace {

constexpr std::array<ChangeName, 18> kNames = {{
    {ChangeKind::source_added, "source-added", "Source added", "anonymous named group"},
    {ChangeKind::source_dropped, "source-dropped", "Source dropped", "anonymous named group"},
    {ChangeKind::source_named, "source-named", "Source now named", ""},
    {ChangeKind::source_unnamed, "source-unnamed", "Source no longer named", ""},
    {ChangeKind::quotation_changed, "quotation-changed", "Quotation changed", "number negation name"},
    {ChangeKind::paraphrase_changed, "paraphrase-changed", "What they said changed", "number negation quantity"},
    {ChangeKind::source_lost, "source-lost", "Claim lost its source", ""},
    {ChangeKind::source_gained, "source-gained", "Claim gained a source", ""},
    {ChangeKind::cue_changed, "cue-changed", "How it was said changed", "stronger doubting plainer"},
    {ChangeKind::hedge_changed, "hedge-changed", "Hedge changed", "stronger weaker"},
    {ChangeKind::relay_changed, "relay-changed", "Relay changed", "dropped added"},
    {ChangeKind::reason_added, "reason-added", "Reason for anonymity added", ""},
    {ChangeKind::reason_dropped, "reason-dropped", "Reason for anonymity dropped", ""},
    {ChangeKind::accused_heard, "accused-heard", "Accused now heard", "answered declined"},
    {ChangeKind::headline_changed, "headline-changed", "Headline changed", "number negation stronger weaker apart"},
    {ChangeKind::headline_stale, "headline-stale", "Headline left behind", "number negation stronger weaker gone"},
    {ChangeKind::claim_added, "claim-added", "Claim added", "anonymous named group"},
    {ChangeKind::claim_dropped, "claim-dropped", "Claim dropped", "anonymous named group"},
}};

constexpr std::array<Severity, 3> kSeverities = {Severity::note, Severity::warning, Severity::error};

bool lists(std::string_view traits, std::string_view trait) {
  for (std::size_t begin = 0; begin < traits.size();) {
    const std::size_t end = std::min(traits.find(' ', begin), traits.size());
    if (traits.substr(begin, end - begin) == trait) return true;
    begin = end + 1;
  }
  return false;
}

std::string kinds_known() {
  std::string known;
  for (const ChangeName& one : kNames) known.append(known.empty() ? "" : ", ").append(one.id);
  return known;
}

bool read_rule(std::string_view word, ChangeGate::Rule& rule, Diagnostic& problem) {
  if (word.ends_with('!')) {
    rule.silent = true;
    word.remove_suffix(1);
  }
  for (const Severity severity : kSeverities) {
    if (word == severity_name(severity)) rule.severity = severity;
  }
  if (rule.severity) return true;
  const std::size_t colon = std::min(word.find(':'), word.size());
  const ChangeName* name = change_named(word.substr(0, colon));
  if (name == nullptr) {
    problem.message = "unknown value '" + std::string(word) + "' for --fail-on";
    problem.remedy = did_you_mean(word.substr(0, colon), kNames, &ChangeName::id) +
                     "give never, note, warning, error, or a kind: " + kinds_known();
    return false;
  }
  rule.kind = name->kind;
  if (colon == word.size()) return true;
  rule.trait = word.substr(colon + 1);
  if (lists(name->traits, rule.trait)) return true;
  problem.message = "'" + std::string(name->id) + "' has no trait '" + rule.trait + "'";
  problem.remedy = name->traits.empty() ? "leave the colon out" : "one of: " + std::string(name->traits);
  return false;
}

}  // namespace

std::span<const ChangeName> change_names() {
  return kNames;
}

const ChangeName& name_of(ChangeKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

const ChangeName* change_named(std::string_view id) {
  const auto* at = std::find_if(kNames.begin(), kNames.end(), [&](const ChangeName& one) { return one.id == id; });
  return at == kNames.end() ? nullptr : at;
}

bool Change::has(std::string_view trait) const {
  return std::find(traits.begin(), traits.end(), trait) != traits.end();
}

std::optional<Severity> gravest(const VersionChanges& changes) {
  std::optional<Severity> most;
  for (const Change& change : changes.changes) most = std::max(most.value_or(change.severity), change.severity);
  return most;
}

bool ChangeGate::fails(const Change& change, const VersionChanges& of) const {
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    if (rule.silent && of.correction_noted) return false;
    if (rule.severity) return change.severity >= *rule.severity;
    return change.kind == rule.kind && (rule.trait.empty() || change.has(rule.trait));
  });
}

std::optional<ChangeGate> read_gate(std::string_view words, Diagnostic& problem) {
  ChangeGate gate;
  if (words == "never") return gate;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(',', begin), words.size());
    if (!read_rule(words.substr(begin, end - begin), gate.rules.emplace_back(), problem)) return std::nullopt;
    begin = end + 1;
  }
  return gate;
}

}  // namespace hearsay
