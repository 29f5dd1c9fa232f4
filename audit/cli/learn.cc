// hearsay learn: the evidence's weights from annotated text.
#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "archive/inputs.h"
#include "cli/annotated_pairs.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/learn_findings.h"
#include "cli/learn_links.h"
#include "cli/outputs.h"
#include "document/read.h"
#include "evidence/model_file.h"
#include "evidence/weights_text.h"
#include "learn_lessons.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::vector<Lesson> read_lessons(const CommandLine& line, const Engine& engine, Console& console) {
  std::vector<Lesson> lessons;
  Diagnostics diagnostics;
  const ReadLimits limits;
  for (const AnnotatedPair& pair : annotated_pairs(line.operands, console)) {
    std::string text;
    std::string annotation;
    std::string silver;
    if (auto problem = read_file(pair.text, limits.max_bytes, text)) diagnostics.push_back(std::move(*problem));
    if (auto problem = read_file(pair.gold, limits.max_bytes, annotation)) diagnostics.push_back(std::move(*problem));
    if (line.silver) {
      const fs::path tags = fs::path(*line.silver) / (pair.id + ".tsv");
      if (fs::exists(tags)) {
        if (auto problem = read_file(tags.string(), limits.max_bytes, silver))
          diagnostics.push_back(std::move(*problem));
      }
    }
    Document document = read(text, pair.text, engine.page, limits, {.damage = Damage::leave});
    document.id = pair.id;
    lessons.push_back(lesson_of(std::move(document), annotation, silver, engine, diagnostics));
  }
  console.report(diagnostics);
  return lessons;
}

}  // namespace

ExitCode run_learn(const CommandLine& line, Console& console) {
  if (line.links) return run_learn_links(line, console);
  if (line.findings) return run_learn_findings(line, console);
  if (!line.out && !line.rules)
    throw Fatal({.message = "nowhere to write",
                 .remedy = "give --out DIR, or the rules folder whose evidence is to be replaced by --rules DIR"});
  const Session session = open_session(line, console);
  const std::vector<Lesson> lessons = read_lessons(line, session.engine, console);
  std::set<std::string> publishers;
  for (const Lesson& lesson : lessons) publishers.insert(lesson.publisher);
  LearnOptions options;
  options.corpus = fmt::format("{} annotated articles of {} publishers", lessons.size(), publishers.size());
  options.threads = session.settings.threads;
  options.progress = [&](const std::string& said) { console.say(said); };
  Weights weights = learn_lessons(lessons, session.engine, std::move(options));
  Diagnostics kept;
  Weights before = shipped_weights(session.settings.rules_root / "en" / "evidence", kept);
  weights.links = std::move(before.links);  // learned apart
  weights.link_corpus = std::move(before.link_corpus);
  const fs::path out = line.out ? fs::path(*line.out) : session.settings.rules_root / "en" / "evidence";
  std::error_code ignored;  // a folder that cannot be made shows when its files are written
  fs::create_directories(out, ignored);
  Diagnostics diagnostics;
  const auto write = [&](const std::string& name, const std::string& bytes) {
    if (auto problem = write_file((out / name).string(), bytes)) diagnostics.push_back(std::move(*problem));
  };
  for (const auto& [name, text] : print_weights(weights)) write(name, text);
  write("evidence.bin", compile_weights(weights, diagnostics));
  console.report(diagnostics);
  return ended(console);
}

}  // namespace hearsay
