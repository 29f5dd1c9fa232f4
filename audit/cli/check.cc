// hearsay check: the gate. Findings to standard output as a compiler prints them, or as one document that another tool
// reads; the count to standard error.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <memory>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/gate.h"
#include "cli/outputs.h"
#include "cli/record_file.h"
#include "cli/sessions.h"
#include "report/findings/run_writer.h"
#include "report/findings/write_github.h"
#include "report/plain.h"

namespace hearsay {
namespace {

// Standard output, or a file that is written aside and renamed when whole.
class Destination {
 public:
  Destination(const CommandLine& line, Console& console) : console_(console) {
    if (line.out) file_ = std::make_unique<RecordFile>(*line.out, RecordFile::Start::anew);
  }
  void write(const std::string& words) {
    if (words.empty()) return;
    if (file_ == nullptr) {
      console_.out(words);
    } else {
      file_->append(words);
    }
  }
  void finish(const Totals& totals) {
    if (file_ == nullptr) return console_.flush();
    // What was cut short is no document.
    if (!totals.interrupted) file_->finish();
  }

 private:
  Console& console_;
  std::unique_ptr<RecordFile> file_;
};

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

// GitHub shows what is in this file on the page of the job.
void append_step_summary(const RunSummary& summary, Console& console) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return;
  std::ofstream file(path, std::ios::app | std::ios::binary);
  file << summary.markdown();
  file.flush();
  if (!file)
    console.report(Diagnostic{.severity = Severity::warning,
                              .message = "the summary of the job cannot be written",
                              .remedy = "see GITHUB_STEP_SUMMARY"});
}

void say_totals(const Totals& totals, const std::string& policy, const std::string& gate, Console& console) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(totals.counts[static_cast<int>(severity)]);
  };
  console.say(fmt::format("{}: {}, {}, {} (policy {}){}{}", counted(totals.articles, "article", "articles"),
                          counted(count(Severity::error), "error", "errors"),
                          counted(count(Severity::warning), "warning", "warnings"),
                          counted(count(Severity::note), "note", "notes"), policy, gate.empty() ? "" : "; ", gate));
}

ExitCode write_baseline(const CommandLine& line, const Session& session, Sessions& sessions, Console& console) {
  Baseline baseline(*line.write_baseline);
  const Totals totals = for_each_article(
      line, session, console,
      {.render = [](const Analysis& analysis,
                    Outcome& outcome) { outcome.report = report_of(analysis, outcome.session->engine); },
       .take =
           [&](Outcome&& outcome) {
             if (outcome.report) baseline.add(*outcome.report);
           },
       .session_for = [&](const std::string& path, Diagnostics& diagnostics) -> const Session& {
         return sessions.of(path, diagnostics);
       }});
  if (totals.interrupted) return ExitCode::interrupted;
  if (const auto problem = write_file(*line.write_baseline, baseline.xml())) {
    console.report(*problem);
  } else {
    console.say(fmt::format("{} of {} in {}", counted(baseline.size(), "finding", "findings"),
                            counted(totals.articles, "article", "articles"), *line.write_baseline));
  }
  return ended(console);
}

}  // namespace

ExitCode run_check(const CommandLine& line, Console& console) {
  const Session session = open_session(line, console);
  if (line.explain) {
    console.out(explain_check(session, *line.explain));
    console.flush();
    return ended(console);
  }
  Sessions sessions(line, session);
  if (line.write_baseline) return write_baseline(line, session, sessions, console);
  const Gate gate(line, console);
  RunWriter writer(*line.run_format, HEARSAY_VERSION);
  RunSummary summary;
  GateCounts counts;
  Destination destination(line, console);
  destination.write(writer.begin());
  const Sink sink = {.render =
                         [&](const Analysis& analysis, Outcome& outcome) {
                           Report report = report_of(analysis, outcome.session->engine);
                           gate.apply(report, analysis.document, outcome.session->settings.fail_on, outcome);
                           outcome.out = writer.piece(report, run_policy(*outcome.session));
                           if (line.run_format->capped) outcome.report = std::move(report);
                         },
                     .take =
                         [&](Outcome&& outcome) {
                           destination.write(writer.add(outcome.out));
                           if (outcome.report) summary.add(*outcome.report);
                           counts += outcome.gate;
                         },
                     .render_failure = [&](Outcome& outcome) { outcome.out = writer.piece(problem_of(outcome)); },
                     .session_for = [&](const std::string& path, Diagnostics& diagnostics) -> const Session& {
                       return sessions.of(path, diagnostics);
                     }};
  const Totals totals = for_each_article(line, session, console, sink);
  std::vector<RunPolicy> policies;
  for (const Session* used : sessions.all()) policies.push_back(run_policy(*used));
  destination.write(writer.end(policies, totals.failures));
  destination.finish(totals);
  if (line.run_format->capped) append_step_summary(summary, console);
  std::string names;
  for (const RunPolicy& policy : policies) {
    if (names.find(policy.id) == std::string::npos) names += (names.empty() ? "" : ", ") + policy.id;
  }
  say_totals(totals, names, gate.told(counts), console);
  if (totals.interrupted) return ExitCode::interrupted;
  if (console.failed()) return ExitCode::failed;
  return counts.failing != 0 ? ExitCode::findings : ExitCode::clean;
}

}  // namespace hearsay
