// hearsay check: the gate. Findings to standard output as a compiler prints them, or as one document that another tool
// reads; the count to standard error.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "cli/commands.h"
#include "report/plain.h"
#include "service/check_articles.h"
#include "service/checksheets.h"
#include "service/gate.h"
#include "service/outputs.h"
#include "service/settle.h"

namespace hearsay {
namespace {

// GitHub shows what is in this file on the page of the job.
void append_step_summary(const RunSummary& summary, ReadFiles read, Console& console) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return;
  if (const auto problem = place_of_output(path, read).problem) return console.report(*problem);
  std::ofstream file(path, std::ios::app | std::ios::binary);
  file << summary.markdown();
  file.flush();
  if (!file)
    console.report(Diagnostic{.severity = Severity::warning,
                              .message = "the summary of the job cannot be written",
                              .remedy = "see GITHUB_STEP_SUMMARY"});
}

void say_totals(const Totals& totals, const std::string& policy, const std::string& gate, Console& console) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(totals.counts[static_cast<int>(severity)]);
  };
  console.say(fmt::format("{}: {}, {}, {} (policy {}){}{}", counted(totals.articles, "article", "articles"),
                          counted(count(Severity::error), "error", "errors"),
                          counted(count(Severity::warning), "warning", "warnings"),
                          counted(count(Severity::note), "note", "notes"), policy, gate.empty() ? "" : "; ", gate));
}

}  // namespace

ExitCode run_check(const CommandLine& line, Console& console) {
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  if (line.explain) {
    console.print(explain_check(session, *line.explain));
    console.flush();
    return ended(console);
  }
  InputChoice input = input_of(line);
  std::optional<SettledItems> settled;
  if (line.sheet) input.settled = &settled.emplace(load_checksheet(*line.sheet, console));
  if (line.write_baseline) {
    const Totals totals = write_baseline(*line.write_baseline, input, line.settings, engines, session, console);
    return totals.interrupted ? ExitCode::interrupted : ended(console);
  }
  const CheckChoice choice{
      .format = line.run_format, .out = line.out, .gate = line.gate, .originals = {.paths = line.against}};
  const Printed printed = choice.format->id == "text" || choice.format->capped ? Printed::words : Printed::data;
  const CheckResult result =
      check_articles(choice, input, line.settings, engines, session, console, output_of(console, printed));
  console.flush();
  if (choice.format->capped) append_step_summary(result.summary, files_read(input, session), console);
  std::string names;
  for (const RunPolicy& policy : result.policies) {
    if (names.find(policy.id) == std::string::npos) names += (names.empty() ? "" : ", ") + policy.id;
  }
  say_totals(result.totals, names, result.gate, console);
  if (result.totals.interrupted) return ExitCode::interrupted;
  if (console.failed()) return ExitCode::failed;
  return result.counts.failing != 0 ? ExitCode::findings : ExitCode::clean;
}

}  // namespace hearsay
