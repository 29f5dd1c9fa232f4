// hearsay audit: a scorecard per article and format, printed, in files of their own, or as records in one file.
#include <memory>
#include <utility>

#include "cli/archive.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/record_file.h"
#include "cli/scorecards.h"

namespace hearsay {
namespace {

std::string scorecards_made(const Totals& totals, std::string_view kind = "scorecard") {
  std::string text = std::to_string(totals.articles) + ' ' + std::string(kind) + (totals.articles == 1 ? "" : "s");
  if (totals.failures != 0) text += " and " + std::to_string(totals.failures) + " that failed";
  return text;
}

// The store of the run, where there is one; a sink goes through it.
class Archive {
 public:
  Archive(const CommandLine& line, const Session& session) {
    if (!line.store) return;
    rules_ = rules_digest(session);
    writer_ = std::make_unique<StoreWriter>(*line.store);
    writer_->load_known(rules_);
    path_ = *line.store;
  }
  [[nodiscard]] Sink through(Sink sink) const {
    return writer_ == nullptr ? std::move(sink) : stored(std::move(sink), *writer_, rules_);
  }
  void finish(const Totals& totals, Console& console) {
    if (writer_ == nullptr) return;
    StoreTotals stored = writer_->finish();
    stored.unchanged += totals.unchanged;
    console.say(stored_line(stored, path_));
  }

 private:
  std::unique_ptr<StoreWriter> writer_;
  std::string rules_, path_;
};

// One file of records, written aside and renamed when whole.
Totals audit_to_file(const CommandLine& line, const ScorecardPlan& plan, const Session& session, const Archive& archive,
                     Console& console) {
  RecordFile file(record_path(plan.records, line.shard),
                  line.resume ? RecordFile::Start::resume : RecordFile::Start::anew);
  if (file.whole()) {
    console.say(file.path() + " is whole already");
    return {};
  }
  Sink sink = print_scorecards(plan, session, console);
  sink.take = [&](Outcome&& outcome) { file.append(outcome.out); };
  if (line.resume) sink.done = [&](std::string_view bytes) { return file.has_next(bytes); };
  const Totals totals = for_each_article(line, session, console, archive.through(std::move(sink)));
  const std::string made = scorecards_made(totals, line.resume ? "more scorecard" : "scorecard");
  if (totals.interrupted) {
    file.flush();
    console.say(made + " in " + file.aside() + "; --resume goes on");
  } else {
    file.finish();
    console.say(made + " in " + file.path());
  }
  return totals;
}

// One file of rows for all articles, written when all are read.
Totals audit_to_sheet(const CommandLine& line, const ScorecardPlan& plan, const Session& session,
                      const Archive& archive, Console& console) {
  Sheet sheet = plan.joined->sheet(Report());  // its columns
  const Totals totals = for_each_article(line, session, console, archive.through(gather_rows(plan, session, sheet)));
  const std::size_t rows = sheet.rows.size();
  if (rows == kMostSheetRows)
    console.report(Diagnostic{.severity = Severity::warning,
                              .file = plan.sheet,
                              .message = "the sheet is full, further sources are left out",
                              .remedy = "audit fewer articles at once"});
  const std::string bytes = plan.joined->joined(std::move(sheet));
  if (bytes.empty()) {
    console.report(
        Diagnostic{.file = plan.sheet, .message = "the workbook could not be made", .remedy = "free memory"});
  } else if (plan.sheet.empty()) {
    console.out(bytes);
  } else if (const auto problem = write_file(plan.sheet, bytes)) {
    console.report(*problem);
  } else {
    console.say(std::to_string(rows) + (rows == 1 ? " row in " : " rows in ") + plan.sheet);
  }
  return totals;
}

Totals audit_to_sink(const CommandLine& line, const ScorecardPlan& plan, const Session& session, const Archive& archive,
                     Console& console) {
  if (!plan.folder.empty()) make_folder(plan.folder);
  Totals totals = for_each_article(
      line, session, console,
      archive.through(plan.folder.empty() && plan.file.empty() ? print_scorecards(plan, session, console)
                                                               : write_scorecards(plan, session, console)));
  if (!plan.folder.empty() || !plan.file.empty())
    console.say(scorecards_made(totals) + " in " + (plan.file.empty() ? plan.folder : plan.file));
  return totals;
}

}  // namespace

ExitCode run_audit(const CommandLine& line, Console& console) {
  const ScorecardPlan plan = plan_scorecards(line, console);
  const Session session = open_session(line, console);
  Archive archive(line, session);
  const Totals totals = plan.joined != nullptr ? audit_to_sheet(line, plan, session, archive, console)
                        : plan.records.empty() ? audit_to_sink(line, plan, session, archive, console)
                                               : audit_to_file(line, plan, session, archive, console);
  archive.finish(totals, console);
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace hearsay
