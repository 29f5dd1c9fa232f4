// Any bytes as a rule file: loaded, compiled, expanded and run over a short text. Nothing may crash, hang or grow
// without bound.
#include <string>
#include <string_view>

#include "attributions/match.h"
#include "attributions/sketch.h"
#include "rules/compile.h"
#include "rules/compile_lexicons.h"
#include "rules/expand.h"
#include "rules/load_rules.h"

namespace hearsay::fuzz {

void fuzz_rules(std::string_view bytes) {
  Diagnostics diagnostics;
  const SourceFile file("fuzz.xml", std::string(bytes), diagnostics);
  if (!file.ok()) return;
  Program program;
  LexiconBuilder lexicons(program.vocabulary);
  const LexiconId say = lexicons.lexicon("say");
  for (const char* lemma : {"say", "point out", "deny"}) {
    (void)lexicons.add({.lemma = lemma, .lexicon = say, .pos = WordClass::verb, .attributes = {{"prep", "on"}}}, "");
  }
  program.lexicons = lexicons.finish();
  RuleLoader loader(program.lexicons, program.vocabulary.language, diagnostics);
  loader.collect_defines(file);
  loader.load(file, program.rules);
  compile(program, diagnostics);
  for (const Rule& rule : program.rules) {
    for (const Pattern& pattern : rule.patterns) (void)expand_pattern(pattern);
  }
  const Sketch s = sketch(
      "[ Ana Ruiz , the mayor ], has also said on Monday : “ it failed ” , denies [ Ruiz ] | according to 5 a . ¶ so "
      "that",
      program.vocabulary);
  (void)find_matches(s.article(), program);
}

}  // namespace hearsay::fuzz
