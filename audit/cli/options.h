// The command line as values. Parsing is Boost.Program_options', in options.cc alone; what a setting means when it is
// not given is decided where settings are joined (service/settings.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/raw_article.h"
#include "base/diagnostic.h"
#include "cli/console.h"
#include "report/formats.h"
#include "service/choices.h"
#include "store/question.h"

namespace hearsay {

enum class Command {
  none,
  audit,
  check,
  compare,
  verify,
  checksheet,
  explain,
  trace,
  rules,
  evaluate,
  learn,
  store,
  report,
  serve,
  lsp,
  dump,
  corrections,
  complete
};

struct CommandName {
  std::string_view name;
  Command command = Command::none;
  std::string_view summary;  // a line of help
  bool rare = false;         // named alone in the brief help
};
/// In the order of the help. The only list of commands.
[[nodiscard]] std::span<const CommandName> command_names();
/// "audit, check, …"
[[nodiscard]] std::string known_commands();

enum class Help { none, brief, whole };

/// Of `evaluate`.
enum class TableFormat { text, json, tsv };

/// Of `corrections export`.
enum class CorrectionFormat { json, xml, brat };

/// What `corrections add` says besides its operands; "": not given.
struct SaidCorrection {
  std::string source_kind, reason, evidence, by, at;
};

struct CommandLine {
  Command command = Command::none;
  Help help = Help::none;
  bool version = false;
  std::string verb;                          // of `rules`, `store`, `corrections`: list, merge …
  std::vector<std::string> operands;         // paths; ids of `rules`
  std::vector<const ReportFormat*> formats;  // in the order given, each once
  From from = From::automatic;
  Shard shard;
  ErrorsTo errors = ErrorsTo::report;
  bool resume = false;
  bool flat = false;                                              // brat: outermost attributions only
  std::optional<std::string> out;                                 // folder; of jsonl and of `report` also a file
  std::optional<std::string> silver;                              // of `learn`: folder of tags
  bool findings = false;                                          // of `learn`: what an editor would raise alone
  bool links = false;                                             // of `learn`: who is who alone
  SettingsChoice settings;                                        // beside the first PATH
  std::string stage;                                              // of `dump`
  const AnswerFormat* thread_format = &answer_formats().front();  // of `trace`, as are the next two
  std::optional<std::string> quote;                               // words to look for
  std::vector<std::string> sources;                               // names to look for
  std::optional<std::string> store;                               // file
  TableFormat table = TableFormat::text;                          // of `evaluate`, as are the next four
  std::optional<std::size_t> misses;
  std::optional<std::size_t> wrong;
  std::optional<std::string> save;              // file
  bool diff = false;                            // operands are two saved runs
  const AnswerFormat* answer_format = nullptr;  // of `report`, as is the next; nullptr: as --out is called, else text
  Question question;                            // but for what it is about: see operands
  const RunFormat* run_format = &run_formats().front();              // of `check`, as are the next three
  const ChangesFormat* changes_format = &changes_formats().front();  // of `compare`, as are the next two
  ChangeGate change_gate;
  std::optional<std::string> git;  // revision
  GateChoice gate;
  std::optional<std::string> write_baseline;  // file
  std::optional<std::string> explain;         // id of a check
  std::optional<std::uint16_t> port;          // of `serve`, as are the next three; 0: one that is free
  std::string host;
  bool open = false;
  std::vector<std::string> origins;
  CorrectionFormat correction_format = CorrectionFormat::json;  // of `corrections`, as is the next
  SaidCorrection said;
  const CheckSheetFormat* sheet_format = nullptr;  // of `checksheet`, as is the next; nullptr: as --out is called
  std::optional<std::string> update;               // a sheet: file
  std::optional<std::string> sheet;                // of `audit` and `check`: a sheet that is read back
  std::vector<std::string> against;                // originals; of `verify`, `audit`, `check` and `checksheet`
  const VerificationFormat* verification_format = &verification_formats().front();  // of `verify`
  Colour colour = Colour::automatic;
  bool quiet = false;
};

/// The words that an option of a command takes ("format" of audit: html, xml …); none where it takes anything.
[[nodiscard]] std::vector<std::string_view> option_values(Command command, std::string_view option);

/// The articles of the command, where its operands are PATHs.
[[nodiscard]] InputChoice input_of(const CommandLine& line);

/// Throws Fatal with a remedy on anything that is no known option or value.
[[nodiscard]] CommandLine parse_command_line(const std::vector<std::string>& arguments);

/// Of the program (Command::none) or one command; `brief` fits a screen of 24 lines.
[[nodiscard]] std::string help_text(Command command, Help help);

}  // namespace hearsay
