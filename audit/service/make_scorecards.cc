#include "service/make_scorecards.h"

#include <memory>
#include <utility>

#include "service/outputs.h"
#include "service/record_file.h"
#include "service/stored.h"

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
  Archive(const ScorecardPlan& plan, const Session& session) {
    if (!plan.store) return;
    rules_ = rules_digest(session);
    writer_ = std::make_unique<StoreWriter>(*plan.store);
    writer_->load_known(rules_);
    path_ = *plan.store;
  }
  [[nodiscard]] Sink through(Sink sink) const {
    return writer_ == nullptr ? std::move(sink) : stored(std::move(sink), *writer_, rules_);
  }
  void finish(const Totals& totals, Listener& listener) {
    if (writer_ == nullptr) return;
    StoreTotals stored = writer_->finish();
    stored.unchanged += totals.unchanged;
    listener.say(stored_line(stored, path_));
  }

 private:
  std::unique_ptr<StoreWriter> writer_;
  std::string rules_, path_;
};

// One file of records, written aside and renamed when whole.
Totals audit_to_file(const ScorecardPlan& plan, const InputChoice& input, const Session& session,
                     const Archive& archive, Listener& listener) {
  RecordFile file(record_path(plan.records, input.shard),
                  plan.resume ? RecordFile::Start::resume : RecordFile::Start::anew);
  if (file.whole()) {
    listener.say(file.path() + " is whole already");
    return {};
  }
  Sink sink = print_scorecards(plan, {});
  sink.take = [&](Outcome&& outcome) { file.append(outcome.out); };
  if (plan.resume) sink.done = [&](std::string_view bytes) { return file.has_next(bytes); };
  const Totals totals = for_each_article(input, session, listener, archive.through(std::move(sink)));
  const std::string made = scorecards_made(totals, plan.resume ? "more scorecard" : "scorecard");
  if (totals.interrupted) {
    file.flush();
    listener.say(made + " in " + file.aside() + "; --resume goes on");
  } else {
    file.finish();
    listener.say(made + " in " + file.path());
  }
  return totals;
}

// One file of rows for all articles, written when all are read.
Totals audit_to_sheet(const ScorecardPlan& plan, const InputChoice& input, const Session& session,
                      const Archive& archive, Listener& listener, const Output& out) {
  Sheet sheet = plan.joined->sheet(Report());  // its columns
  const Totals totals = for_each_article(input, session, listener, archive.through(gather_rows(plan, sheet)));
  const std::size_t rows = sheet.rows.size();
  if (rows == kMostSheetRows)
    listener.report(Diagnostic{.severity = Severity::warning,
                               .file = plan.sheet,
                               .message = "the sheet is full, further sources are left out",
                               .remedy = "audit fewer articles at once"});
  const std::string bytes = plan.joined->joined(std::move(sheet));
  if (bytes.empty()) {
    listener.report(
        Diagnostic{.file = plan.sheet, .message = "the workbook could not be made", .remedy = "free memory"});
  } else if (plan.sheet.empty()) {
    out(bytes);
  } else if (const auto problem = write_file(plan.sheet, bytes)) {
    listener.report(*problem);
  } else {
    listener.say(std::to_string(rows) + (rows == 1 ? " row in " : " rows in ") + plan.sheet);
  }
  return totals;
}

Totals audit_to_sink(const ScorecardPlan& plan, const InputChoice& input, const Session& session,
                     const Archive& archive, Listener& listener, const Output& out) {
  if (!plan.folder.empty()) make_folder(plan.folder);
  WorstArticles index;
  Totals totals = for_each_article(
      input, session, listener,
      archive.through(plan.folder.empty() && plan.file.empty() ? print_scorecards(plan, out)
                                                               : write_scorecards(plan, listener, index)));
  // Where nothing was audited anew, the index of an earlier run stands.
  if (has_index(plan) && !index.empty()) write_index(plan, index, listener);
  if (!plan.folder.empty() || !plan.file.empty())
    listener.say(scorecards_made(totals) + " in " + (plan.file.empty() ? plan.folder : plan.file));
  return totals;
}

}  // namespace

Totals make_scorecards(const ScorecardPlan& plan, const InputChoice& input, const Session& session, Listener& listener,
                       const Output& out) {
  Archive archive(plan, session);
  const Totals totals = plan.joined != nullptr ? audit_to_sheet(plan, input, session, archive, listener, out)
                        : plan.records.empty() ? audit_to_sink(plan, input, session, archive, listener, out)
                                               : audit_to_file(plan, input, session, archive, listener);
  archive.finish(totals, listener);
  return totals;
}

}  // namespace hearsay
