// By what the documents of an editor are judged: hearsay.xml beside each, what the server was started with, and what
// the editor's own configuration asks for, which wins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "lsp/message.h"
#include "service/choices.h"
#include "service/settings.h"

namespace hearsay {

/// Of an editor's configuration.
struct LspWishes {
  std::optional<std::string> policy;
  std::optional<std::string> outlet;
  std::optional<double> min_confidence;
  std::vector<std::string> against;  // originals: paths; relative ones are of the folder that the editor works in
};

/// Of {"policy", "outlet", "minConfidence", "against"}, where `against` is a path or a list of them, or file: URIs;
/// what is of another kind is not there. `folder`: "" = the working folder.
[[nodiscard]] LspWishes read_lsp_wishes(const Json& settings, const std::string& folder);

/// The folder that the editor works in, from `initialize`; "" where it names none.
[[nodiscard]] std::string folder_of_client(const Json& initialize);

/// "FILE: what is wrong; what to do".
[[nodiscard]] std::string whole_words(const Diagnostic& diagnostic);
/// The first error in words, or "".
[[nodiscard]] std::string first_error(const Diagnostics& diagnostics);

/// Settings of a document: hearsay.xml beside `path` or above it. Throws Fatal as decide_settings.
[[nodiscard]] Settings lsp_settings(const SettingsChoice& choice, const LspWishes& wishes, const std::string& path,
                                    Diagnostics& diagnostics);

}  // namespace hearsay
