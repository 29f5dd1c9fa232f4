// hearsay trace: one utterance across many articles, and what changed on the way.
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/trace_articles.h"

namespace hearsay {

ExitCode run_trace(const CommandLine& line, Console& console) {
  const TraceChoice choice{.store = line.store, .query = {.quote = line.quote.value_or(""), .sources = line.sources}};
  const auto report = trace_articles(choice, input_of(line), line.settings, console);
  if (!report) return ExitCode::interrupted;
  const std::string told =
      line.thread_format->threads(*report, {.width = terminal_width(), .colour = console.colour_out()});
  output_of(console, line.thread_format->id == "text" ? Printed::words : Printed::data)(told);
  return ended(console);
}

}  // namespace hearsay
