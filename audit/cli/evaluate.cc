// hearsay evaluate: how far to trust the program on annotated text.
#include "archive/inputs.h"
#include "cli/commands.h"
#include "evaluate/write.h"
#include "service/annotated.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

constexpr std::size_t kShownChanges = 10;             // of each kind, unless --misses and --wrong say otherwise
constexpr std::uint64_t kMostRunBytes = 1ULL << 30U;  // of a saved run

Run saved_run(const std::string& path) {
  std::string bytes;
  if (auto problem = read_file(path, kMostRunBytes, bytes)) throw Fatal(std::move(*problem));
  return read_run(bytes, path);
}

ExitCode difference(const CommandLine& line, Console& console) {
  if (line.operands.size() != 2)
    throw Fatal({.message = "--diff compares two saved runs", .remedy = "hearsay evaluate --diff BEFORE AFTER"});
  if (line.table != TableFormat::text) throw Fatal({.message = "--diff is text only", .remedy = "leave --format out"});
  const EvaluationOptions options{.misses = line.misses.value_or(kShownChanges),
                                  .wrong = line.wrong.value_or(kShownChanges)};
  console.print(difference_text(saved_run(line.operands[0]), saved_run(line.operands[1]), options));
  return ExitCode::clean;
}

}  // namespace

ExitCode run_evaluate(const CommandLine& line, Console& console) {
  if (line.diff) return difference(line, console);
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  Outputs outputs(files_read({.paths = line.operands}, session));
  if (line.save) refuse_input(*line.save, outputs.read());
  const Run run = run_annotated(line.operands, session, console).run;
  const EvaluationOptions options{.misses = line.misses.value_or(0), .wrong = line.wrong.value_or(0)};
  switch (line.table) {
    case TableFormat::text:
      console.print(evaluation_text(run, options));
      break;
    case TableFormat::json:
      console.out(evaluation_json(run, options));
      break;
    case TableFormat::tsv:
      console.print(evaluation_tsv(run, options));
      break;
  }
  if (line.save) {
    if (auto problem = outputs.write(*line.save, run_json(run))) console.report(*problem);
  }
  return ended(console);
}

}  // namespace hearsay
