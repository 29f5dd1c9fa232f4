// hearsay rules: list, test, lint, expand, cues, explain, calibrate. For whoever writes rules.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/commands.h"
#include "cli/rule_text.h"
#include "evaluate/calibrate.h"
#include "examples.h"
#include "rules/expand.h"
#include "rules/lint.h"
#include "service/annotated.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

void need_ids(const CommandLine& line) {
  if (line.operands.empty())
    throw Fatal({.message = "no ID is given", .remedy = "hearsay rules list prints the ids of the rules"});
}

ExitCode list(const CommandLine& line, Console& console) {
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  for (const Rule& rule : session.engine->pack.program.rules) {
    const bool wanted =
        line.operands.empty() || std::any_of(line.operands.begin(), line.operands.end(),
                                             [&](const std::string& id) { return rule.id.starts_with(id); });
    if (wanted) console.print(rule_line(rule));
  }
  return ended(console);
}

ExitCode test(const CommandLine& line, Console& console) {
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  const ExampleResults results = run_examples(*session.engine, line.operands);
  console.report(results.diagnostics);
  if (results.rules == 0)
    console.report(Diagnostic{.message = "no rule has such an id", .remedy = "hearsay rules list prints them"});
  console.print(fmt::format("{} rules, {} examples, {} failed\n", results.rules, results.examples, results.failed));
  return ended(console);
}

ExitCode check_pack(const CommandLine& line, Console& console) {
  Diagnostics diagnostics;
  const Settings settings = decide_settings(line.settings, diagnostics);
  LoadOptions options{.root = settings.rules_root, .language = settings.language, .extra = settings.extra_rules};
  for (const std::string& file : line.operands) options.extra.emplace_back(file);
  const Engine engine = load_engine({.pack = options, .policy = settings.policy}, diagnostics);
  for (Diagnostic& diagnostic : lint(engine.pack)) diagnostics.push_back(std::move(diagnostic));
  console.report(diagnostics);
  console.print(fmt::format("{} rules, {} lexicons, {} register entries: {}\n", engine.pack.program.rules.size(),
                            engine.pack.program.lexicons.size(), engine.pack.registers.entries().size(),
                            diagnostics.empty() ? "all well" : fmt::format("{} complaints", diagnostics.size())));
  return ended(console);
}

std::string expanded(const Rule& rule) {
  std::string page = rule.id + "\n";
  for (const Pattern& pattern : rule.patterns) {
    for (const std::string& text : expand_pattern(pattern)) page += "  " + text + "\n";
  }
  return page;
}

std::string expanded(const Program& program, const std::string& lexicon) {
  std::string page = "lexicon " + lexicon + "\n";
  for (const std::string& text : expand_lexicon(program, lexicon)) page += "  " + text + "\n";
  return page;
}

void for_each_id(const CommandLine& line, const Program& program, Console& console, std::string (*page)(const Rule&)) {
  for (const std::string& id : line.operands) {
    const auto rule =
        std::find_if(program.rules.begin(), program.rules.end(), [&](const Rule& one) { return one.id == id; });
    if (rule != program.rules.end()) {
      console.print(page(*rule));
    } else if (program.lexicons.named(id) != kNoLexicon) {
      console.print(expanded(program, id));
    } else {
      console.report(Diagnostic{.message = "there is no rule or lexicon '" + id + "'",
                                .remedy = "hearsay rules list prints the rules"});
    }
  }
}

ExitCode expand(const CommandLine& line, Console& console) {
  need_ids(line);
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  for_each_id(line, session.engine->pack.program, console, &expanded);
  return ended(console);
}

ExitCode cues(const CommandLine& line, Console& console) {
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  for (const std::string& word : cue_words(session.engine->pack.program)) console.print(word + "\n");
  return ended(console);
}

ExitCode explain_rules(const CommandLine& line, Console& console) {
  need_ids(line);
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  for_each_id(line, session.engine->pack.program, console, &rule_page);
  return ended(console);
}

ExitCode calibrate_rules(const CommandLine& line, Console& console) {
  Engines engines;
  Session session = open_session(line.settings, engines, console);
  session.settings.min_confidence = 0;  // what is left out cannot be measured
  session.settings.evidence = false;    // the rules by themselves: the evidence has a probability of its own
  const std::string beside = (session.settings.rules_root / session.settings.language / "calibration.tsv").string();
  const std::string path = line.out.value_or(beside);
  ReadFiles read;
  read.add(line.operands);
  // The pack's own table is what is made anew; it may take no other file's place.
  if (path != beside && !same_file(path, beside)) add_session(session, read);
  Outputs outputs(std::move(read));
  refuse_input(path, outputs.read());
  const AnnotatedRun annotated = run_annotated(line.operands, session, console);
  const Calibrated calibrated = calibrate(annotated.run, session.engine->pack.program);
  if (auto problem = outputs.write(path, calibration_tsv(calibrated, annotated.fingerprint))) {
    console.report(*problem);
    return ExitCode::failed;
  }
  console.print(calibration_text(calibrated));
  return ended(console);
}

constexpr std::array<NamedVerb, 7> kRuleVerbs = {{{"list", &list},
                                                  {"test", &test},
                                                  {"lint", &check_pack},
                                                  {"expand", &expand},
                                                  {"cues", &cues},
                                                  {"explain", &explain_rules},
                                                  {"calibrate", &calibrate_rules}}};

}  // namespace

ExitCode run_rules(const CommandLine& line, Console& console) {
  return run_verb(kRuleVerbs, "rules", line, console);
}

}  // namespace hearsay
