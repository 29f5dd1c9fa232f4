// The commands. Each returns how the run ends; what ends it at once is thrown as Fatal.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "service/articles.h"

namespace hearsay {

[[nodiscard]] ExitCode run_audit(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_check(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_compare(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_checksheet(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_verify(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_trace(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_explain(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_rules(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_evaluate(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_learn(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_store(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_corrections(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_report(const CommandLine& line, Console& console);
/// Until a signal ends it. Exit 0.
[[nodiscard]] ExitCode run_serve(const CommandLine& line, Console& console);
/// Until the client ends it. Exit 0 after a shutdown, else 1.
[[nodiscard]] ExitCode run_lsp(const CommandLine& line, Console& console);
/// What may follow the words typed so far, for the completions of the shells.
[[nodiscard]] ExitCode run_complete(const CommandLine& line, Console& console);
[[nodiscard]] ExitCode run_dump(const CommandLine& line, Console& console);

/// A verb of a command that has several: `hearsay store merge`.
using Verb = ExitCode (*)(const CommandLine& line, Console& console);
using NamedVerb = std::pair<std::string_view, Verb>;
/// Runs the one that the line names. Throws Fatal where there is none of that name, with those of the command.
[[nodiscard]] ExitCode run_verb(std::span<const NamedVerb> verbs, std::string_view command, const CommandLine& line,
                                Console& console);

/// How a run ends that did what it could: failed where an error was reported on the way.
[[nodiscard]] inline ExitCode ended(const Console& console) {
  return console.failed() ? ExitCode::failed : ExitCode::clean;
}

/// 130 after an interrupt, else 2 where an error was reported, else 1 where a finding reaches `fail_on`, else 0.
[[nodiscard]] ExitCode exit_code_of(const Totals& totals, FailOn fail_on, const Console& console);

/// Data of a run to standard output. `console` must outlive it.
[[nodiscard]] Output output_of(Console& console, Printed what = Printed::data);

/// The whole program but main.
[[nodiscard]] ExitCode run_program(const CommandLine& line, Console& console);

}  // namespace hearsay
