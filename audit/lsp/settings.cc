#include "lsp/settings.h"

namespace hearsay {

std::string whole_words(const Diagnostic& diagnostic) {
  std::string words = diagnostic.file.empty() ? "" : diagnostic.file + ": ";
  words += diagnostic.message;
  return diagnostic.remedy.empty() ? words : words + "; " + diagnostic.remedy;
}

std::string first_error(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics) {
    if (one.severity == Severity::error) return whole_words(one);
  }
  return {};
}

Settings lsp_settings(const SettingsChoice& choice, const LspWishes& wishes, const std::string& path,
                      Diagnostics& diagnostics) {
  SettingsChoice asked = choice;
  asked.beside = path.starts_with('/') ? path : "";
  if (wishes.policy) asked.policy = wishes.policy;
  if (wishes.outlet) asked.outlet = wishes.outlet;
  if (wishes.min_confidence) asked.min_confidence = wishes.min_confidence;
  return decide_settings(asked, diagnostics);
}

}  // namespace hearsay
