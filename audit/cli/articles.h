// What all commands that read articles share: the engine by the settings, and each PATH through it, in order.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/settings.h"
#include "pipeline.h"
#include "store/store.h"

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
  int counts[3] = {0, 0, 0};              // findings by Severity
  bool read = false;                      // there was an article in the file
  bool unchanged = false;                 // the store has it: nothing was done
  std::optional<PreparedArticle> stored;  // for the store
};

/// Makes an outcome of an analysed article; called by several threads.
using Render = std::function<void(const Input&, const Analysis&, Outcome&)>;

struct Totals {
  std::size_t articles = 0;   // audited now
  std::size_t unchanged = 0;  // the store had them
  int counts[3] = {0, 0, 0};
};

/// Reads, analyses and renders every PATH; prints in order of the inputs, whatever the number of threads. An article
/// that `store` has as it is, by these rules, is passed over; what an outcome has for the store is added in order.
Totals for_each_article(const CommandLine& line, const Session& session, Console& console, const Render& render,
                        StoreWriter* store = nullptr);

void count_findings(const Scorecard& scorecard, Outcome& outcome);

/// 2 where an error was reported, else 1 where a finding reaches `fail_on`, else 0.
[[nodiscard]] ExitCode exit_code_of(const Totals& totals, FailOn fail_on, const Console& console);

}  // namespace hearsay
