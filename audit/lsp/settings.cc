#include "lsp/settings.h"

#include <algorithm>
#include <utility>

#include "lsp/document.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostOriginalPaths = 1'000;

}  // namespace

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

LspWishes read_lsp_wishes(const Json& settings, const std::string& folder) {
  LspWishes wishes;
  if (std::string policy = text_field(settings, {"policy"}); !policy.empty()) wishes.policy = std::move(policy);
  if (std::string outlet = text_field(settings, {"outlet"}); !outlet.empty()) wishes.outlet = std::move(outlet);
  if (const Json& least = field(settings, {"minConfidence"}); least.is_number())
    wishes.min_confidence = std::clamp(least.get<double>(), 0.0, 1.0);
  const auto add = [&](const Json& one) {
    if (!one.is_string() || wishes.against.size() == kMostOriginalPaths) return;
    std::string path = path_of_uri(one.get_ref<const std::string&>());
    if (path.empty() || path == "-") return;  // standard input is the client's
    if (path.front() != '/' && !folder.empty()) path = folder + '/' + path;
    wishes.against.push_back(std::move(path));
  };
  const Json& against = field(settings, {"against"});
  if (against.is_array()) {
    for (const Json& one : against) add(one);
  } else {
    add(against);
  }
  return wishes;
}

std::string folder_of_client(const Json& initialize) {
  const Json& folders = field(initialize, {"workspaceFolders"});
  std::string folder;
  if (folders.is_array() && !folders.empty()) folder = path_of_uri(text_field(folders.front(), {"uri"}));
  if (folder.empty()) folder = path_of_uri(text_field(initialize, {"rootUri"}));
  if (folder.empty()) folder = text_field(initialize, {"rootPath"});
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder.starts_with('/') ? folder : std::string();
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
