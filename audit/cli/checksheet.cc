// hearsay checksheet: all that has to be checked of a draft, a row an item; and a sheet that people worked on, carried
// over to a new version.
#include "cli/commands.h"
#include "service/checksheets.h"

namespace hearsay {

ExitCode run_checksheet(const CommandLine& line, Console& console) {
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  const CheckSheetChoice choice{
      .format = line.sheet_format, .update = line.update, .out = line.out, .originals = {.paths = line.against}};
  if (!make_checksheet_file(choice, input_of(line), session, console, output_of(console))) return ExitCode::interrupted;
  console.flush();
  return ended(console);
}

}  // namespace hearsay
