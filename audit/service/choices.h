// What somebody asks of a run, as plain values: a command line, an editor or a program fills them. What is not given is
// for the settings file to say, then for the program (settings.h).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/raw_article.h"
#include "document/changes.h"
#include "report/formats.h"

namespace hearsay {

class SettledItems;

/// The lowest severity that makes a run fail.
enum class FailOn { note, warning, error, never };
/// As settings files and options have it.
inline constexpr std::array<std::pair<std::string_view, FailOn>, 4> kFailOnWords = {
    {{"note", FailOn::note}, {"warning", FailOn::warning}, {"error", FailOn::error}, {"never", FailOn::never}}};

[[nodiscard]] constexpr std::optional<FailOn> fail_on_named(std::string_view name) {
  for (const auto& [word, level] : kFailOnWords) {
    if (word == name) return level;
  }
  return std::nullopt;
}

/// Where errors on articles go: to the listener, or into the records alone.
enum class ErrorsTo { report, record };

/// By what articles are judged.
struct SettingsChoice {
  std::string beside;  // a path: hearsay.xml is looked for there and above; "", "-": the working folder
  std::optional<std::string> settings;  // in its place: a file, or "none"
  std::optional<std::string> rules;     // folder of the pack
  std::vector<std::string> registers;   // files of a house, CSV or XML
  std::optional<std::string> policy;    // id or file
  std::optional<std::string> outlet;
  std::optional<double> min_confidence;  // 0…1
  std::optional<double> min_certainty;   // 0…1
  std::optional<bool> evidence;          // weigh readings by it
  Changes changes = Changes::accept;     // tracked ones of a draft
  std::optional<unsigned> threads;       // 1…1024
  std::optional<FailOn> fail_on;
  std::optional<std::string> language = {};  // a pack of the rules that reads every article, whatever it is in
  bool gate = false;  // where `fail_on` is not given, the settings file may say it, and else errors fail
};

/// Which articles.
struct InputChoice {
  std::vector<std::string> paths;  // files and folders; "-": standard input
  From from = From::automatic;
  Shard shard;
  ErrorsTo errors = ErrorsTo::report;
  const SettledItems* settled = nullptr;  // of a check sheet, read back; must outlive the run
  std::vector<std::string> beside = {};   // what is read besides and no output may replace: originals, a sheet, a store
};

/// What becomes of scorecards (scorecards.h).
struct ScorecardChoice {
  std::vector<const ReportFormat*> formats;  // in the order given, each once
  std::optional<std::string> out;            // folder, or a file of records or for an office program
  std::optional<std::string> store;          // file
  bool resume = false;                       // records with `out`: go on where an earlier run ended
  bool flat = false;                         // brat: outermost attributions only
  TextOptions text;                          // of what is printed as text
};

/// Which findings stop nobody (gate.h).
struct GateChoice {
  std::optional<std::string> baseline;  // file
  std::optional<std::string> since;     // revision of git
};

}  // namespace hearsay
