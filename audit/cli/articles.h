// What all commands that read articles share: the engine by the settings, and each PATH through it, in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/settings.h"
#include "pipeline.h"
#include "trace/thread.h"

namespace hearsay {

struct Session {
  Settings settings;
  Engine engine;
};

/// Settings decided and rules loaded; what is wrong with them is reported. Throws Fatal as load_engine.
[[nodiscard]] Session open_session(const CommandLine& line, Console& console);

/// What became of one article.
struct Outcome {
  std::string out;  // for standard output
  Diagnostics diagnostics;
  int counts[3] = {0, 0, 0};          // findings by Severity
  std::vector<Utterance> utterances;  // of `trace`
  bool read = false;                  // there was an article in the file
};

/// Makes an outcome of an analysed article; called by several threads.
using Render = std::function<void(const Input&, const Analysis&, Outcome&)>;

struct Totals {
  std::size_t articles = 0;
  int counts[3] = {0, 0, 0};
};

/// Reads, analyses and renders every PATH; prints in order of the inputs, whatever the number of threads.
/// `take` gets each outcome on the calling thread, in that order.
Totals for_each_article(const CommandLine& line, const Session& session, Console& console, const Render& render,
                        const std::function<void(Outcome&)>& take = {});

void count_findings(const Scorecard& scorecard, Outcome& outcome);

/// 2 where an error was reported, else 1 where a finding reaches `fail_on`, else 0.
[[nodiscard]] ExitCode exit_code_of(const Totals& totals, FailOn fail_on, const Console& console);

}  // namespace hearsay
