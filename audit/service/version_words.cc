#include "service/version_words.h"

#include "compare/compare.h"
#include "rules/load.h"
#include "rules/load_page.h"
#include "rules/whole_pack.h"

namespace hearsay {

VersionWords::VersionWords(const Settings& settings, Listener& listener)
    : root_(settings.rules_root), usual_(settings.language), listener_(listener) {
  Diagnostics diagnostics;
  page_ = load_page_words(root_, diagnostics);
  listener.report(diagnostics);
}

VersionChanges VersionWords::compare(const Report& older, const Report& newer) {
  return hearsay::compare(older, newer, of(newer.language), page_);
}

const LanguageWords& VersionWords::of(const std::string& language) {
  const std::string& name = has_pack(root_, language) ? language : usual_;
  const auto [at, fresh] = languages_.try_emplace(name);
  if (fresh) {
    Diagnostics diagnostics;
    at->second = load_language_words({.root = root_, .language = name, .extra = {}}, diagnostics);
    listener_.report(diagnostics);
  }
  return at->second;
}

std::string address_of(const Report& report) {
  return report.url.empty() ? report.id : report.url;
}

}  // namespace hearsay
