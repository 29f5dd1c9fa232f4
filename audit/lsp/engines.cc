#include "lsp/engines.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kMostEngines = 4;

std::string key_of(const Settings& settings) {
  std::string key = settings.language + '\n' + settings.policy + '\n' + (settings.evidence ? "evidence" : "rules");
  for (const auto& file : settings.extra_rules) key += '\n' + file.string();
  return key;
}

}  // namespace

std::string whole_words(const Diagnostic& diagnostic) {
  std::string words = diagnostic.file.empty() ? "" : diagnostic.file + ": ";
  words += diagnostic.message;
  return diagnostic.remedy.empty() ? words : words + "; " + diagnostic.remedy;
}

Settings lsp_settings(const CommandLine& line, const LspWishes& wishes, const std::string& path,
                      Diagnostics& diagnostics) {
  CommandLine asked = line;
  asked.operands.clear();
  if (path.starts_with('/')) asked.operands.push_back(path);
  if (wishes.policy) asked.policy = wishes.policy;
  if (wishes.outlet) asked.outlet = wishes.outlet;
  if (wishes.min_confidence) asked.min_confidence = wishes.min_confidence;
  return decide_settings(asked, diagnostics);
}

const LspEngines::Loaded& LspEngines::of(const Settings& settings, Diagnostics& diagnostics) {
  std::string key = key_of(settings);
  const auto known = std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& one) { return one->key == key; });
  if (known != loaded_.end()) {
    std::rotate(known, known + 1, loaded_.end());
    return *loaded_.back();
  }
  Diagnostics problems;
  auto loaded = std::make_unique<Loaded>();
  loaded->key = std::move(key);
  loaded->engine = engine_by(settings, problems);
  for (const Diagnostic& one : problems) {
    if (one.severity == Severity::error && loaded->problem.empty()) loaded->problem = whole_words(one);
  }
  diagnostics.insert(diagnostics.end(), problems.begin(), problems.end());
  if (loaded_.size() == kMostEngines) loaded_.erase(loaded_.begin());
  loaded_.push_back(std::move(loaded));
  return *loaded_.back();
}

}  // namespace hearsay
