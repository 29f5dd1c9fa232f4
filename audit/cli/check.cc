// hearsay check: the gate. Findings to standard output as a compiler prints them, the count to standard error.
#include <fmt/format.h>

#include "cli/articles.h"
#include "cli/commands.h"
#include "report/write_findings.h"

namespace hearsay {
namespace {

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace

ExitCode run_check(const CommandLine& line, Console& console) {
  const Session session = open_session(line, console);
  const Totals totals = for_each_article(line, session, console,
                                         {.render =
                                              [&](const Analysis& analysis, Outcome& outcome) {
                                                count_findings(analysis.scorecard, outcome);
                                                outcome.out = write_findings(report_of(analysis, session.engine));
                                              },
                                          .take = [&](Outcome&& outcome) { console.out(outcome.out); }});
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(totals.counts[static_cast<int>(severity)]);
  };
  console.flush();
  console.say(fmt::format("{}: {}, {}, {} (policy {})", counted(totals.articles, "article"),
                          counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
                          counted(count(Severity::note), "note"), session.engine.policy.id));
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace hearsay
