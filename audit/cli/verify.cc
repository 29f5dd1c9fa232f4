// hearsay verify: a draft's quotations held against originals, with what differs and where.
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/verify_articles.h"

namespace hearsay {

ExitCode run_verify(const CommandLine& line, Console& console) {
  if (line.operands.size() != 1)
    throw Fatal({.message = line.operands.empty() ? "no DRAFT is given" : "more than one DRAFT is given",
                 .remedy = "hearsay verify DRAFT --against PATH…, the draft first"});
  const VerifyChoice choice{.draft = line.operands.front(), .originals = {.paths = line.against, .from = line.from}};
  const auto report = verify_article(choice, line.settings, console);
  if (!report) return ended(console);
  console.out(line.verification_format->write(*report, {.width = terminal_width(), .colour = console.colour_out()}));
  console.flush();
  if (console.failed()) return ExitCode::failed;
  return has_errors(*report) ? ExitCode::findings : ExitCode::clean;
}

}  // namespace hearsay
