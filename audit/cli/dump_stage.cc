// hearsay dump: one stage's value, for whoever writes rules or mends a stage.
#include "cli/articles.h"
#include "cli/commands.h"
#include "dump.h"

namespace hearsay {

ExitCode run_dump(const CommandLine& line, Console& console) {
  const auto stage = stage_named(line.stage);
  if (!stage) {
    std::string known;
    for (const std::string_view name : stage_names()) known.append(known.empty() ? "" : ", ").append(name);
    throw Fatal({.message = line.stage.empty() ? "no stage is given" : "unknown stage '" + line.stage + "'",
                 .remedy = "--stage with one of: " + known});
  }
  const Session session = open_session(line, console);
  const Totals totals =
      for_each_article(line, session, console, [&](const Input& input, const Analysis& analysis, Outcome& outcome) {
        if (line.operands.size() > 1) outcome.out = "== " + input.path + "\n";
        outcome.out += dump(*stage, analysis, session.engine);
      });
  return exit_code_of(totals, FailOn::never, console);
}

}  // namespace hearsay
