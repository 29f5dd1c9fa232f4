#include "cli/articles.h"

#include <utility>

#include "cli/locate.h"
#include "cli/ordered.h"
#include "document/read.h"

namespace hearsay {
namespace {

Outcome work(const Input& input, const Session& session, const Render& render, const StoreWriter* store) {
  Outcome outcome;
  const ReadLimits limits;
  std::string bytes;
  if (auto problem = read_file(input.path, limits.max_bytes, bytes)) {
    outcome.diagnostics.push_back(std::move(*problem));
    return outcome;
  }
  Document document = read(bytes, input.path, limits);
  bytes = {};
  document.id = input.id;
  if (!session.settings.outlet.empty()) document.outlet = session.settings.outlet;
  outcome.diagnostics = document.diagnostics;
  if (document.text.empty()) return outcome;
  if (store != nullptr && store->has(document.id, document.sha256)) {
    outcome.unchanged = true;
    return outcome;
  }
  outcome.read = true;
  render(input,
         analyse(std::move(document), session.engine,
                 {.evidence = session.settings.evidence, .min_confidence = session.settings.min_confidence}),
         outcome);
  return outcome;
}

}  // namespace

Session open_session(const CommandLine& line, Console& console) {
  Diagnostics diagnostics;
  Session session{.settings = decide_settings(line, diagnostics), .engine = {}};
  const LoadOptions pack{.root = session.settings.rules_root, .extra = session.settings.extra_rules};
  session.engine = load_engine(
      {.pack = pack,
       .policy = session.settings.policy,
       .model = session.settings.evidence ? locate_model(pack.root, pack.language) : std::filesystem::path()},
      diagnostics);
  console.report(diagnostics);
  return session;
}

Totals for_each_article(const CommandLine& line, const Session& session, Console& console, const Render& render,
                        StoreWriter* store) {
  if (line.operands.empty())
    throw Fatal({.message = "no PATH is given", .remedy = "name a file or a folder, or - for standard input"});
  Diagnostics diagnostics;
  const std::vector<Input> inputs = expand_inputs(line.operands, diagnostics);
  console.report(diagnostics);
  Totals totals;
  in_order(
      inputs.size(), session.settings.threads, [&](std::size_t i) { return work(inputs[i], session, render, store); },
      [&](std::size_t, Outcome outcome) {
        console.report(outcome.diagnostics);
        console.out(outcome.out);
        if (outcome.stored) store->add(std::move(*outcome.stored));
        if (outcome.read) ++totals.articles;
        if (outcome.unchanged) ++totals.unchanged;
        for (int severity = 0; severity < 3; ++severity) totals.counts[severity] += outcome.counts[severity];
      });
  return totals;
}

void count_findings(const Scorecard& scorecard, Outcome& outcome) {
  for (const Finding& finding : scorecard.findings) ++outcome.counts[static_cast<int>(finding.severity)];
}

ExitCode exit_code_of(const Totals& totals, FailOn fail_on, const Console& console) {
  if (console.failed()) return ExitCode::failed;
  for (int severity = static_cast<int>(fail_on); severity < 3; ++severity) {
    if (totals.counts[severity] != 0) return ExitCode::findings;
  }
  return ExitCode::clean;
}

}  // namespace hearsay
