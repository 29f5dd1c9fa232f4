// hearsay audit: a scorecard per article and format, printed, in files of their own, or as records in one file.
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/record_file.h"
#include "cli/scorecards.h"

namespace hearsay {
namespace {

std::string counted(const Totals& totals, std::string_view kind = "scorecard") {
  std::string text = std::to_string(totals.articles) + ' ' + std::string(kind) + (totals.articles == 1 ? "" : "s");
  if (totals.failures != 0) text += " and " + std::to_string(totals.failures) + " that failed";
  return text;
}

// One file of records, written aside and renamed when whole.
ExitCode audit_to_file(const CommandLine& line, const ScorecardPlan& plan, const Session& session, Console& console) {
  RecordFile file(record_path(plan.records, line.shard),
                  line.resume ? RecordFile::Start::resume : RecordFile::Start::anew);
  if (file.whole()) {
    console.say(file.path() + " is whole already");
    return ExitCode::clean;
  }
  Sink sink = print_scorecards(plan, session, console);
  sink.take = [&](Outcome&& outcome) { file.append(outcome.out); };
  if (line.resume) sink.done = [&](std::string_view bytes) { return file.has_next(bytes); };
  const Totals totals = for_each_article(line, session, console, sink);
  const std::string made = counted(totals, line.resume ? "more scorecard" : "scorecard");
  if (totals.interrupted) {
    file.flush();
    console.say(made + " in " + file.aside() + "; --resume goes on");
  } else {
    file.finish();
    console.say(made + " in " + file.path());
  }
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace

ExitCode run_audit(const CommandLine& line, Console& console) {
  const ScorecardPlan plan = plan_scorecards(line, console);
  const Session session = open_session(line, console);
  if (!plan.records.empty()) return audit_to_file(line, plan, session, console);
  if (!plan.folder.empty()) make_folder(plan.folder);
  const Totals totals = for_each_article(
      line, session, console,
      plan.folder.empty() ? print_scorecards(plan, session, console) : write_scorecards(plan, session, console));
  if (!plan.folder.empty()) console.say(counted(totals) + " in " + plan.folder);
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace hearsay
