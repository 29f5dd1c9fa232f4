// hearsay dump: one stage's value, for whoever writes rules or mends a stage.
#include <algorithm>

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
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  const bool several = line.operands.size() > 1;
  const bool json = std::any_of(line.formats.begin(), line.formats.end(),
                                [](const ReportFormat* format) { return format->id == "json"; });
  if (!line.formats.empty() &&
      (!json || line.formats.size() > 1 || (*stage != Stage::entities && *stage != Stage::facts))) {
    throw Fatal({.message = "a stage is printed as text; of entities and facts there is JSON",
                 .remedy = "leave --format out, or ask for --stage entities --format json"});
  }
  if (!json && *stage == Stage::facts)
    throw Fatal({.message = "facts are printed as JSON", .remedy = "add --format json"});
  const Sink sink{.render =
                      [&](const Analysis& analysis, Outcome& outcome) {
                        if (json) {
                          outcome.out = *stage == Stage::facts ? dump_facts_json(analysis, *outcome.session->engine)
                                                               : dump_entities_json(analysis);
                          return;
                        }
                        const bool record = analysis.document.format == "json";
                        if (several || record) outcome.out = "== " + outcome.path + "\n";
                        outcome.out += dump(*stage, analysis, *outcome.session->engine);
                      },
                  .take = [&](Outcome&& outcome) { json ? console.out(outcome.out) : console.print(outcome.out); }};
  const Totals totals = for_each_article(input_of(line), session, console, sink);
  return exit_code_of(totals, FailOn::never, console);
}

}  // namespace hearsay
