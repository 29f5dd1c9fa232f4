#include "service/make_scorecards.h"

#include <memory>
#include <utility>

#include "service/outputs.h"
#include "service/record_file.h"
#include "service/stored.h"

namespace hearsay {
namespace {

std::string scorecards_made(const Totals& totals, std::size_t made, std::string_view kind = "scorecard") {
  std::string text = std::to_string(made) + ' ' + std::string(kind) + (made == 1 ? "" : "s");
  if (totals.failures != 0) text += " and " + std::to_string(totals.failures) + " that failed";
  return text;
}

// The store of the run, where there is one; a sink goes through it.
class Archive {
 public:
  Archive(const ScorecardPlan& plan, const Session& session, ReadFiles& read) {
    if (!plan.store) return;
    refuse_store(*plan.store, read);
    read.add(*plan.store);
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
                     const Archive& archive, Outputs& outputs, Listener& listener) {
  RecordFile file(record_path(plan.records, input.shard),
                  plan.resume ? RecordFile::Start::resume : RecordFile::Start::anew, outputs.read());
  if (file.whole()) {
    listener.say(file.path() + " is whole already");
    return {};
  }
  Sink sink = print_scorecards(plan, {});
  sink.take = [&](Outcome&& outcome) { file.append(outcome.out); };
  if (plan.resume) sink.done = [&](std::string_view bytes) { return file.has_next(bytes); };
  const Totals totals = for_each_article(input, session, listener, archive.through(std::move(sink)));
  const std::string made = scorecards_made(totals, totals.articles, plan.resume ? "more scorecard" : "scorecard");
  if (totals.interrupted && file.stream()) {
    file.flush();
    listener.say(made + " in " + file.path() + ", which is not whole");
  } else if (totals.interrupted) {
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
                      const Archive& archive, Outputs& outputs, Listener& listener, const Output& out) {
  if (!plan.sheet.empty()) refuse_input(plan.sheet, outputs.read());  // before the work, not after it
  JoinedSheet sheet;
  sheet.append(plan.joined->sheet(Report()));  // its columns
  const Totals totals = for_each_article(input, session, listener, archive.through(gather_rows(plan, sheet)));
  const std::size_t rows = sheet.size();
  if (totals.interrupted && !plan.sheet.empty()) {
    listener.say("interrupted: " + plan.sheet + " was not written");
    return totals;
  }
  if (rows == kMostSheetRows)
    listener.report(Diagnostic{.severity = Severity::warning,
                               .file = plan.sheet,
                               .message = "the sheet is full, further sources are left out",
                               .remedy = "audit fewer articles at once"});
  const auto fill = [&](const Output& take) -> std::optional<Diagnostic> {
    if (plan.joined->joined(sheet, take)) return std::nullopt;
    return Diagnostic{.file = plan.sheet,
                      .message = "the workbook could not be made",
                      .remedy = "free memory, or space in the temporary folder"};
  };
  if (const auto problem = plan.sheet.empty() ? fill(out) : outputs.write(plan.sheet, fill)) {
    listener.report(*problem);
  } else if (!plan.sheet.empty()) {
    listener.say(std::to_string(rows) + (rows == 1 ? " row in " : " rows in ") + plan.sheet);
  }
  return totals;
}

Totals audit_to_sink(const ScorecardPlan& plan, const InputChoice& input, const Session& session,
                     const Archive& archive, Outputs& outputs, Listener& listener, const Output& out) {
  const bool printed = plan.folder.empty() && plan.file.empty();
  if (!plan.folder.empty()) make_folder(plan.folder);
  if (!plan.file.empty()) refuse_input(plan.file, outputs.read());
  WorstArticles index;
  Written written;
  Totals totals =
      for_each_article(input, session, listener,
                       archive.through(printed ? print_scorecards(plan, out)
                                               : write_scorecards(plan, outputs, listener, index, written)));
  // Where nothing was audited anew, the index of an earlier run stands.
  if (has_index(plan) && !index.empty()) write_index(plan, index, outputs, listener);
  if (printed) return totals;
  std::string said = scorecards_made(totals, written.articles) + " in " + (plan.file.empty() ? plan.folder : plan.file);
  if (written.failed != 0)
    said +=
        "; " + std::to_string(written.failed) + (written.failed == 1 ? " file" : " files") + " could not be written";
  listener.say(said);
  return totals;
}

}  // namespace

Totals make_scorecards(const ScorecardPlan& plan, const InputChoice& input, const Session& session, Listener& listener,
                       const Output& out) {
  Outputs outputs(files_read(input, session));
  if (plan.folder.empty() && plan.file.empty() && plan.sheet.empty() && plan.records.empty() && !plan.formats.empty())
    refuse_printing_on(outputs.read());
  Archive archive(plan, session, outputs.read());
  const Totals totals = plan.joined != nullptr ? audit_to_sheet(plan, input, session, archive, outputs, listener, out)
                        : plan.records.empty() ? audit_to_sink(plan, input, session, archive, outputs, listener, out)
                                               : audit_to_file(plan, input, session, archive, outputs, listener);
  archive.finish(totals, listener);
  return totals;
}

}  // namespace hearsay
