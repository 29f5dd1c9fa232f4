#include "service/check_articles.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "report/findings/run_writer.h"
#include "report/plain.h"
#include "service/baseline_writer.h"
#include "service/gate.h"
#include "service/outputs.h"
#include "service/sessions.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

// What is printed, or a file that is written aside and renamed when whole.
class Destination {
 public:
  Destination(const std::optional<std::string>& file, const Output& out, ReadFiles read) : out_(out) {
    if (!file) {
      refuse_printing_on(read);
      return;
    }
    sweep_folder(fs::path(*file).parent_path().string());
    file_.emplace(*file, read);
    check();
  }
  void write(const std::string& words) {
    if (words.empty()) return;
    if (!file_) return out_(words);
    file_->write(words);
    check();
  }
  /// False where what was cut short, which is no document, got no name.
  bool finish(const Totals& totals) {
    if (!file_) return true;
    if (totals.interrupted && !file_->stream()) return false;
    file_->finish();
    check();
    return true;
  }

 private:
  void check() const {
    if (file_->problem()) throw Fatal(*file_->problem());
  }
  const Output& out_;
  std::optional<OutputFile> file_;
};

ReadFiles files_of(const GateChoice& gate, const InputChoice& input, const Session& session) {
  ReadFiles files = files_read(input, session);
  if (gate.baseline) files.add(*gate.baseline);
  return files;
}

RunProblem problem_of(const Outcome& outcome) {
  RunProblem problem{.path = outcome.path, .line = 0, .message = "no article text"};
  for (const Diagnostic& diagnostic : outcome.diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    problem.message = diagnostic.message;
    problem.line = diagnostic.line;
    break;
  }
  return problem;
}

}  // namespace

CheckResult check_articles(const CheckChoice& choice, const InputChoice& input, const SettingsChoice& settings,
                           Engines& engines, const Session& session, Listener& listener, const Output& out) {
  Sessions sessions(settings, engines, session);
  const Gate gate(choice.gate, input.paths, listener);
  RunWriter writer(*choice.format, HEARSAY_VERSION);
  CheckResult result;
  std::optional<Originals> originals;
  if (!choice.originals.paths.empty()) originals.emplace(choice.originals, session).prepare(listener);
  Destination destination(choice.out, out, files_of(choice.gate, input, session));
  destination.write(writer.begin());
  const Sink sink = {.render =
                         [&](const Analysis& analysis, Outcome& outcome) {
                           Report report = report_of(analysis, *outcome.session->engine);
                           if (originals) originals->add_to(report, analysis, *outcome.session);
                           gate.apply(report, analysis.document, outcome.session->settings.fail_on, outcome);
                           outcome.out = writer.piece(report, run_policy(*outcome.session));
                           if (choice.format->capped) outcome.report = std::move(report);
                         },
                     .take =
                         [&](Outcome&& outcome) {
                           destination.write(writer.add(outcome.out));
                           if (outcome.report) result.summary.add(*outcome.report);
                           result.counts += outcome.gate;
                         },
                     .render_failure = [&](Outcome& outcome) { outcome.out = writer.piece(problem_of(outcome)); },
                     .session_for = [&](const std::string& path, Diagnostics& diagnostics) -> const Session& {
                       return sessions.of(path, diagnostics);
                     }};
  result.totals = for_each_article(input, session, listener, sink);
  for (const Session* used : sessions.all()) result.policies.push_back(run_policy(*used));
  destination.write(writer.end(result.policies, result.totals.failures,
                               result.totals.interrupted ? RunEnding::interrupted : RunEnding::whole));
  if (!destination.finish(result.totals)) listener.say("interrupted: " + *choice.out + " was not written");
  result.gate = gate.told(result.counts);
  return result;
}

Totals write_baseline(const std::string& file, const InputChoice& input, const SettingsChoice& settings,
                      Engines& engines, const Session& session, Listener& listener) {
  Outputs outputs(files_read(input, session));
  refuse_input(file, outputs.read());  // before the work, not after it
  Sessions sessions(settings, engines, session);
  BaselineWriter baseline(file);
  const Totals totals = for_each_article(
      input, session, listener,
      {.render = [](const Analysis& analysis,
                    Outcome& outcome) { outcome.report = report_of(analysis, *outcome.session->engine); },
       .take =
           [&](Outcome&& outcome) {
             if (outcome.report) baseline.add(*outcome.report);
           },
       .session_for = [&](const std::string& path, Diagnostics& diagnostics) -> const Session& {
         return sessions.of(path, diagnostics);
       }});
  if (totals.interrupted) return totals;
  if (totals.faults != 0) {  // their findings would be missing, and count as new ones from then on
    listener.report(
        {.file = file,
         .message = fmt::format("not written: {} could not be audited", counted(totals.faults, "article", "articles")),
         .remedy = "give the command again"});
    return totals;
  }
  const auto fill = [&](const Output& out) -> std::optional<Diagnostic> {
    baseline.write(out);
    return std::nullopt;
  };
  if (const auto problem = outputs.write(file, fill)) {
    listener.report(*problem);
  } else {
    listener.say(fmt::format("{} of {} in {}", counted(baseline.size(), "finding", "findings"),
                             counted(totals.articles, "article", "articles"), file));
  }
  return totals;
}

}  // namespace hearsay
