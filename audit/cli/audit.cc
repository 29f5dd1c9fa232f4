// hearsay audit: a scorecard per article and format, printed, in files of their own, or as records in one file.
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/checksheets.h"
#include "service/make_scorecards.h"
#include "service/settle.h"

namespace hearsay {

ExitCode run_audit(const CommandLine& line, Console& console) {
  InputChoice input = input_of(line);
  std::optional<SettledItems> settled;
  if (line.sheet) input.settled = &settled.emplace(load_checksheet(*line.sheet, console));
  ScorecardPlan plan = plan_scorecards({.formats = line.formats,
                                        .out = line.out,
                                        .store = line.store,
                                        .resume = line.resume,
                                        .flat = line.flat,
                                        .text = {.width = terminal_width(), .colour = console.colour_out()}},
                                       input);
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  Originals originals({.paths = line.against}, session);
  if (!line.against.empty()) {
    originals.prepare(console);
    plan.originals = &originals;
  }
  const bool text = plan.formats.size() == 1 && plan.formats.front()->id == "text";
  const Printed printed = text ? Printed::words : Printed::data;
  const Totals totals = make_scorecards(plan, input, session, console, output_of(console, printed));
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace hearsay
