// learn_lessons: the stages up to the candidates, run on tags of taggers that have not seen the lesson.
#include "learn_lessons.h"

#include <set>
#include <utility>

#include "attributions/find.h"
#include "evidence/learning/read_gold.h"
#include "mentions/find.h"
#include "mentions/guess_tags.h"
#include "tokens/tokenize.h"

namespace hearsay {

Lesson lesson_of(Document document, std::string_view annotation, std::string_view silver, const Engine& engine,
                 Diagnostics& diagnostics) {
  Lesson lesson;
  lesson.document = std::move(document);
  lesson.publisher = lesson.document.id.substr(0, lesson.document.id.find('_'));
  lesson.text = tokenize(lesson.document, engine.pack.program.vocabulary);
  lesson.gold = read_gold(annotation, lesson.document, lesson.text, diagnostics);
  lesson.tags = read_silver(silver, lesson.document, lesson.text);
  return lesson;
}

Weights learn_lessons(const std::vector<Lesson>& lessons, const Engine& engine, LearnOptions options) {
  const Program& program = engine.pack.program;
  std::set<std::string> names;
  for (const Rule& rule : program.rules) {
    names.insert(rule.id);
    names.insert(rule.id.substr(0, rule.id.find('.')));
  }
  options.rule_names.assign(names.begin(), names.end());
  options.upstream = [&](const Lesson& lesson, const Tags& trained) {
    const Tags tags = reconciled_tags(lesson.document, lesson.text, program.lexicons, trained);
    const Mentions mentions =
        find_mentions(lesson.document, lesson.text, tags, program.lexicons, engine.pack.registers);
    const Article article{lesson.document, lesson.text, tags, mentions};
    return UpstreamHints{.hints = find_hints(article, find_matches(article, program), program),
                         .nominals = nominals_of(mentions)};
  };
  return learn(lessons, options);
}

}  // namespace hearsay
