// hearsay audit: a scorecard per article and format, printed, in files of their own, or as records in one file.
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/record_file.h"
#include "cli/scorecards.h"

namespace hearsay {
namespace {

std::string counted(const Totals& totals) {
  return std::to_string(totals.articles) + (totals.articles == 1 ? " scorecard" : " scorecards");
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
  if (totals.interrupted) {
    file.flush();
    console.say(counted(totals) + " in " + file.aside() + "; --resume goes on");
  } else {
    file.finish();
    console.say(counted(totals) + " in " + file.path());
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
