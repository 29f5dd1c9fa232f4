#include "service/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/plain.h"
#include "score/load_policy.h"

namespace hearsay {
namespace {

constexpr std::size_t kWidth = 96;
constexpr std::string_view kNotAudited = "not-audited";

/// Words in lines, each after `indent`.
void add_words(std::string& out, std::string_view indent, std::string_view words) {
  std::string line(indent);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    if (line.size() > indent.size() && display_width(line) + 1 + display_width(word) > kWidth) {
      out += line + '\n';
      line = indent;
    }
    if (line.size() > indent.size()) line += ' ';
    line += word;
    at = end + 1;
  }
  out += line + '\n';
}

std::string words_of(const Check& check, const Policy& policy) {
  std::string out =
      fmt::format("{}: {} ({} by policy {})\n\n", check.id, check.title, severity_name(check.severity), policy.id);
  if (!check.means.empty()) add_words(out, "  ", check.means);
  if (!check.why.empty()) add_words(out, "  ", "Why: " + check.why);
  if (!check.page.empty()) add_words(out, "  ", "Rests on: " + check.page);
  for (const auto& [name, value] : check.thresholds) {
    const std::string_view meaning = name == "raise"  ? ": how likely an editor must be to raise it"
                                     : name == "warn" ? ": below this it is a note"
                                                      : "";
    add_words(out, "  ", fmt::format("Threshold {}: {}{}", name, value, meaning));
  }
  if (!check.reasons.empty()) out += "\n  What it asks of each:\n";
  for (const Reason& reason : check.reasons) {
    const std::string_view how = !reason.on ? " (off)" : reason.always ? " (always)" : "";
    add_words(out, "    ", fmt::format("{}: {}{}", reason.id, reason.title, how));
    if (reason.on && !reason.why.empty()) add_words(out, "      ", "Why: " + reason.why);
    if (reason.on && !reason.page.empty()) add_words(out, "      ", "Rests on: " + reason.page);
  }
  if (!check.example.empty()) {
    out += "\nFor example, in this it finds something:\n\n";
    add_words(out, "    ", check.example);
  }
  fmt::format_to(std::back_inserter(out),
                 "\nTo let one paragraph stand, write on the line before it, with your reason:\n\n"
                 "    [hearsay:ignore {0} the reason]\n    <!-- hearsay:ignore {0} the reason -->   (HTML, Markdown)\n",
                 check.id);
  return out;
}

}  // namespace

Gate::Gate(const GateChoice& choice, const std::vector<std::string>& paths, Listener& listener) {
  if (choice.baseline) {
    Diagnostics diagnostics;
    baseline_ = Baseline::read(*choice.baseline, diagnostics);
    listener.report(diagnostics);
  }
  if (choice.since) touched_.emplace(paths, *choice.since);
}

void Gate::apply(Report& report, const Document& document, FailOn fail_on, Outcome& outcome) const {
  if (baseline_) {
    const Baseline::Forgiven forgiven = baseline_->forgive(report);
    outcome.gate.forgiven = forgiven.hidden;
    outcome.gate.gone = forgiven.gone;
  }
  if (touched_) outcome.gate.untouched = touched_->keep_touched(report, document);
  // Said behind baseline and diff, which neither forgive nor pass over that nothing was looked for.
  if (!is_audited(report)) {
    report.findings.push_back({.check = std::string(kNotAudited),
                               .severity = "note",
                               .message = report.withheld,
                               .span = {},
                               .attributions = {},
                               .fingerprint = {},
                               .why = "What no rule pack reads was not looked through, and nothing in it is clean.",
                               .page = {},
                               .title = "Not audited"});
  }
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) {
      ++(finding.settled_by.empty() ? outcome.gate.suppressed : outcome.gate.settled);
      continue;
    }
    const int rank = severity_rank(finding.severity);
    ++outcome.counts[rank];
    if (rank >= static_cast<int>(fail_on)) ++outcome.gate.failing;
  }
}

std::string Gate::told(const GateCounts& counts) const {
  std::string told;
  const auto add = [&](std::string words) { told += (told.empty() ? "" : ", ") + std::move(words); };
  if (counts.suppressed != 0) add(fmt::format("{} suppressed in the text", counts.suppressed));
  if (counts.settled != 0) add(fmt::format("{} settled by people", counts.settled));
  if (baseline_) {
    add(counted(counts.forgiven, "old one hidden", "old ones hidden") + " by the baseline");
    if (counts.gone != 0) add(fmt::format("{} of the baseline gone (write it anew to forget them)", counts.gone));
  }
  if (touched_) add(fmt::format("{} in paragraphs not touched", counts.untouched));
  return told;
}

RunPolicy run_policy(const Session& session) {
  const Policy& policy = session.engine->policy;
  RunPolicy run{
      .id = policy.id, .name = policy.name, .checks = {}, .fails_from = static_cast<int>(session.settings.fail_on)};
  for (const Check& check : policy.checks) {
    run.checks.push_back({.id = check.id,
                          .severity = std::string(severity_name(check.severity)),
                          .title = check.title,
                          .means = check.means,
                          .why = check.why,
                          .page = check.page});
  }
  return run;
}

std::string explain_check(const Session& session, const std::string& id) {
  const Policy& policy = session.engine->policy;
  const auto of = [&](const Policy& one) {
    return std::find_if(one.checks.begin(), one.checks.end(), [&](const Check& check) { return check.id == id; });
  };
  if (const auto check = of(policy); check != policy.checks.end()) return words_of(*check, policy);
  for (const auto& [was, now] : policy.renamed) {
    if (was == id)
      return fmt::format("{} is {} now.\n\n", was, now) + explain_check(session, now.substr(0, now.find('/')));
  }
  for (const std::string& other : list_policies(session.settings.rules_root)) {
    Diagnostics ignored;
    const Policy asked = load_policy(session.settings.rules_root, other, ignored);
    if (const auto check = of(asked); check != asked.checks.end())
      return words_of(*check, asked) + fmt::format("Policy {} does not ask for it.\n", policy.id);
  }
  std::string known;
  for (const Check& check : policy.checks) known += (known.empty() ? "" : ", ") + check.id;
  throw Fatal({.message = "no policy has a check '" + id + "'", .remedy = "one of: " + known});
}

}  // namespace hearsay
