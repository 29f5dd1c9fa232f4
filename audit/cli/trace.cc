// hearsay trace: one utterance across many articles. Every article is audited and reduced to its utterances at once;
// what stays in memory is these alone (about 500 bytes each with their words).
#include <utility>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "report/write_threads.h"
#include "threads.h"
#include "trace/across.h"
#include "utterances.h"

namespace hearsay {
namespace {

std::string write(const ThreadsReport& report, const CommandLine& line, const Console& console) {
  switch (line.thread_format) {
    case ThreadFormat::json:
      return write_threads_json(report);
    case ThreadFormat::csv:
      return write_threads_csv(report);
    case ThreadFormat::html:
      return write_threads_html(report);
    case ThreadFormat::text:
      break;
  }
  return write_threads_text(report, {.width = terminal_width(), .colour = console.colour_out()});
}

}  // namespace

ExitCode run_trace(const CommandLine& line, Console& console) {
  const Session session = open_session(line, console);
  std::vector<Utterance> utterances;
  const Totals totals = for_each_article(
      line, session, console,
      [&](const Input&, const Analysis& analysis, Outcome& outcome) {
        outcome.utterances = utterances_of(report_of(analysis, session.engine));
      },
      [&](Outcome& outcome) {
        utterances.insert(utterances.end(), std::make_move_iterator(outcome.utterances.begin()),
                          std::make_move_iterator(outcome.utterances.end()));
      });
  const std::vector<Thread> threads = find_threads(utterances);
  const ThreadsReport report{.threads = report_threads(utterances, threads, {line.quote.value_or(""), line.sources}),
                             .articles = totals.articles,
                             .utterances = utterances.size()};
  console.out(write(report, line, console));
  return console.failed() ? ExitCode::failed : ExitCode::clean;
}

}  // namespace hearsay
