#include <fmt/format.h>

#include "cli/commands.h"

namespace hearsay {

ExitCode exit_code_of(const Totals& totals, FailOn fail_on, const Console& console) {
  if (totals.interrupted) return ExitCode::interrupted;
  if (console.failed()) return ExitCode::failed;
  return has_findings(totals, fail_on) ? ExitCode::findings : ExitCode::clean;
}

Output output_of(Console& console, Printed what) {
  if (what == Printed::words) return [&console](std::string_view text) { console.print(text); };
  return [&console](std::string_view text) { console.out(text); };
}

ExitCode run_verb(std::span<const NamedVerb> verbs, std::string_view command, const CommandLine& line,
                  Console& console) {
  std::string known;
  for (const auto& [name, verb] : verbs) {
    if (name == line.verb) return verb(line, console);
    known.append(known.empty() ? "" : ", ").append(name);
  }
  throw Fatal({.message = line.verb.empty() ? "no verb is given" : "unknown verb '" + line.verb + "'",
               .remedy = fmt::format("one of: {}; see hearsay {} -h", known, command)});
}

ExitCode run_program(const CommandLine& line, Console& console) {
  if (line.version) {
    console.out("hearsay " HEARSAY_VERSION "\n");
    return ExitCode::clean;
  }
  if (line.help != Help::none) {
    console.out(help_text(line.command, line.help));
    return ExitCode::clean;
  }
  switch (line.command) {
    case Command::audit:
      return run_audit(line, console);
    case Command::check:
      return run_check(line, console);
    case Command::compare:
      return run_compare(line, console);
    case Command::checksheet:
      return run_checksheet(line, console);
    case Command::verify:
      return run_verify(line, console);
    case Command::trace:
      return run_trace(line, console);
    case Command::explain:
      return run_explain(line, console);
    case Command::rules:
      return run_rules(line, console);
    case Command::evaluate:
      return run_evaluate(line, console);
    case Command::learn:
      return run_learn(line, console);
    case Command::store:
      return run_store(line, console);
    case Command::report:
      return run_report(line, console);
    case Command::serve:
      return run_serve(line, console);
    case Command::lsp:
      return run_lsp(line, console);
    case Command::corrections:
      return run_corrections(line, console);
    case Command::dump:
      return run_dump(line, console);
    case Command::complete:
      return run_complete(line, console);
    case Command::none:
      break;
  }
  throw Fatal({.message = "no command is given", .remedy = "one of: " + known_commands() + "; see hearsay -h"});
}

}  // namespace hearsay
