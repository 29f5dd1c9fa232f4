// hearsay trace: one utterance across many articles, and what changed on the way.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/spool.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/trace_articles.h"

namespace hearsay {
namespace {

constexpr std::size_t kPiece = 1U << 16U;

/// Line by line: what is printed for people must not begin within a letter.
void copy_lines(Spool& from, const Output& to) {
  std::string piece;
  for (std::size_t more = 1; more != 0;) {
    const std::size_t held = piece.size();
    piece.resize(held + kPiece);
    more = from.read(piece.data() + held, kPiece);
    piece.resize(held + more);
    const std::size_t end = more == 0 ? piece.size() : piece.rfind('\n') + 1;  // 0 where there is none
    to(std::string_view(piece).substr(0, end));
    piece.erase(0, end);
  }
}

}  // namespace

ExitCode run_trace(const CommandLine& line, Console& console) {
  const TraceChoice choice{.store = line.store, .query = {.quote = line.quote.value_or(""), .sources = line.sources}};
  const auto writer = line.thread_format->threads({.width = terminal_width(), .colour = console.colour_out()});
  Spool threads;  // what stands above them tells how many there are
  const auto totals = trace_articles(choice, input_of(line), line.settings, console,
                                     [&](ReportThread&& thread) { threads.write(writer->add(thread)); });
  if (!totals) return ExitCode::interrupted;
  const Output out = output_of(console, line.thread_format->id == "text" ? Printed::words : Printed::data);
  out(writer->head(*totals));
  copy_lines(threads, out);
  out(writer->tail(*totals));
  return ended(console);
}

}  // namespace hearsay
