// Rules and policies for the documents of an editor: each set of files is loaded once and serves every document whose
// settings name it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/articles.h"
#include "cli/options.h"
#include "cli/settings.h"

namespace hearsay {

/// What an editor's own configuration asks for; it wins over hearsay.xml and over the command line.
struct LspWishes {
  std::optional<std::string> policy;
  std::optional<std::string> outlet;
  std::optional<double> min_confidence;
};

/// "FILE: what is wrong; what to do".
[[nodiscard]] std::string whole_words(const Diagnostic& diagnostic);

/// Settings of a document: hearsay.xml beside `path` or above it. Throws Fatal as decide_settings.
[[nodiscard]] Settings lsp_settings(const CommandLine& line, const LspWishes& wishes, const std::string& path,
                                    Diagnostics& diagnostics);

class LspEngines {
 public:
  struct Loaded {
    std::string key;
    Engine engine;
    std::string problem;  // the first thing that is wrong with its files, or ""
  };
  /// Loaded where it is not yet, and only then reported on; good until the next call. Throws Fatal as load_engine.
  [[nodiscard]] const Loaded& of(const Settings& settings, Diagnostics& diagnostics);
  /// Files may have changed.
  void forget() { loaded_.clear(); }

 private:
  std::vector<std::unique_ptr<Loaded>> loaded_;  // the one used last at the end
};

}  // namespace hearsay
