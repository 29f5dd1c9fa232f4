// The settings of a run: hearsay.xml, found beside the work or above it, joined with what is asked, which wins.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "service/choices.h"

namespace hearsay {

/// What a settings file says; what it does not say is empty. Paths are made absolute against the file's own folder.
struct SettingsFile {
  std::filesystem::path path;  // "" = there is none
  std::string policy;          // id, or path of a file
  std::string outlet;
  std::optional<FailOn> fail_on;
  std::optional<double> min_confidence;
  std::optional<double> min_certainty;
  std::optional<bool> evidence;
  std::optional<unsigned> threads;
  std::string language;                      // of the articles: a folder of the rules
  std::vector<std::filesystem::path> rules;  // added to the pack: rules, lexicons, registers
};

/// The hearsay.xml in `start` or the nearest folder above it, or "".
[[nodiscard]] std::filesystem::path find_settings(const std::filesystem::path& start);

/// Reads one. An unknown element or bad value is reported with its place and left out.
[[nodiscard]] SettingsFile read_settings(const std::filesystem::path& path, Diagnostics& diagnostics);

/// Everything a run needs to know, each thing decided.
struct Settings {
  std::filesystem::path file;  // the hearsay.xml that was read; "" = none
  std::filesystem::path rules_root;
  std::vector<std::filesystem::path> extra_rules;
  std::string policy = "default";
  std::string outlet;
  Changes changes = Changes::accept;
  std::string language = "en";
  bool language_given = false;   // every article is read by that pack, whatever it is in
  bool registers_alone = false;  // of extra_rules: the others are for another language
  FailOn fail_on = FailOn::never;
  double min_confidence = 0;
  std::optional<double> min_certainty;  // none: the policy's
  bool evidence = true;
  unsigned threads = 1;
};

/// What is asked, then settings file, then environment, then what the program thinks best. Throws Fatal where it
/// names a settings file that is not there.
[[nodiscard]] Settings decide_settings(const SettingsChoice& choice, Diagnostics& diagnostics);

}  // namespace hearsay
