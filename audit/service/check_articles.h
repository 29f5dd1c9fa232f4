// The gate as a run: findings of all articles as one document, and which of them stop somebody; or a baseline of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/findings/run.h"
#include "report/findings/write_github.h"
#include "report/formats.h"
#include "service/articles.h"
#include "service/choices.h"
#include "service/engines.h"
#include "service/listener.h"
#include "service/originals.h"

namespace hearsay {

struct CheckChoice {
  const RunFormat* format = &run_formats().front();
  std::optional<std::string> out;  // file; none: where `out` of check_articles goes
  GateChoice gate;
  OriginalsChoice originals;  // that quotations are held against; no paths: none
};

struct CheckResult {
  Totals totals;
  GateCounts counts;
  std::vector<RunPolicy> policies;  // that judged, that of the first path first
  std::string gate;                 // what was left out, in words; ""
  RunSummary summary;               // where the format is capped
};

/// Each article is judged by the settings nearest to it: `session` is that of the first path by `settings`, the others
/// are opened as they are met. What is cut short by a signal leaves no file.
[[nodiscard]] CheckResult check_articles(const CheckChoice& choice, const InputChoice& input,
                                         const SettingsChoice& settings, Engines& engines, const Session& session,
                                         Listener& listener, const Output& out);

/// All findings go into `file`, unless the run is cut short.
[[nodiscard]] Totals write_baseline(const std::string& file, const InputChoice& input, const SettingsChoice& settings,
                                    Engines& engines, const Session& session, Listener& listener);

}  // namespace hearsay
