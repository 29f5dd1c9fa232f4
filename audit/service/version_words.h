// The words by which versions are compared, of each language that a pack reads.
#pragma once

#include <map>
#include <string>

#include "language/closed_words.h"
#include "language/page_words.h"
#include "report/changes/changes.h"
#include "service/listener.h"
#include "service/settings.h"

namespace hearsay {

class VersionWords {
 public:
  /// What is wrong with the files is reported. Throws Fatal where there are no page words.
  VersionWords(const Settings& settings, Listener& listener);

  /// By the words of the newer one's language; where no pack reads it, by those of the settings.
  [[nodiscard]] VersionChanges compare(const Report& older, const Report& newer);

 private:
  const LanguageWords& of(const std::string& language);

  std::filesystem::path root_;
  std::string usual_;
  Listener& listener_;
  PageWords page_;
  std::map<std::string, LanguageWords> languages_;
};

/// By what versions of one article are known in a run: the URL, and without one the id.
[[nodiscard]] std::string address_of(const Report& report);

}  // namespace hearsay
