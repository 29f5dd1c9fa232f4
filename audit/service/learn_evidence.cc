#include "service/learn_evidence.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "archive/inputs.h"
#include "evidence/model_file.h"
#include "evidence/weights_text.h"
#include "learn_lessons.h"
#include "service/annotated_pairs.h"
#include "service/learn_links.h"
#include "service/outputs.h"
#include "service/read_article.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::vector<Lesson> read_lessons(const std::vector<std::string>& folders,
                                 const std::optional<std::string>& silver_folder, const Engine& engine,
                                 Listener& listener) {
  std::vector<Lesson> lessons;
  Diagnostics diagnostics;
  const ReadLimits limits;
  for (const AnnotatedPair& pair : annotated_pairs(folders, listener)) {
    std::string text;
    std::string annotation;
    std::string silver;
    if (auto problem = read_file(pair.text, limits.max_bytes, text)) diagnostics.push_back(std::move(*problem));
    if (auto problem = read_file(pair.gold, limits.max_bytes, annotation)) diagnostics.push_back(std::move(*problem));
    if (silver_folder) {
      const fs::path tags = fs::path(*silver_folder) / (pair.id + ".tsv");
      if (fs::exists(tags)) {
        if (auto problem = read_file(tags.string(), limits.max_bytes, silver))
          diagnostics.push_back(std::move(*problem));
      }
    }
    Document document = read_whole_article(text, pair.text, engine, {.damage = Damage::leave});
    document.id = pair.id;
    lessons.push_back(lesson_of(std::move(document), annotation, silver, engine, diagnostics));
  }
  listener.report(diagnostics);
  return lessons;
}

}  // namespace

void learn_evidence(const std::vector<std::string>& folders, const std::optional<std::string>& silver,
                    const Session& session, const fs::path& out, Listener& listener) {
  const std::vector<Lesson> lessons = read_lessons(folders, silver, *session.engine, listener);
  std::set<std::string> publishers;
  for (const Lesson& lesson : lessons) publishers.insert(lesson.publisher);
  LearnOptions options;
  options.corpus = fmt::format("{} annotated articles of {} publishers", lessons.size(), publishers.size());
  options.threads = session.settings.threads;
  options.progress = [&](const std::string& said) { listener.say(said); };
  Weights weights = learn_lessons(lessons, *session.engine, std::move(options));
  Diagnostics kept;
  Weights before = shipped_weights(evidence_folder(session), kept);
  weights.links = std::move(before.links);  // learned apart
  weights.link_corpus = std::move(before.link_corpus);
  std::error_code ignored;  // a folder that cannot be made shows when its files are written
  fs::create_directories(out, ignored);
  Diagnostics diagnostics;
  // The weights of the pack may be those that are made anew; what they were learned from may not.
  Outputs outputs;
  outputs.read().add(folders);
  if (silver) outputs.read().add(*silver);
  const auto write = [&](const std::string& name, const std::string& bytes) {
    if (auto problem = outputs.write((out / name).string(), bytes)) diagnostics.push_back(std::move(*problem));
  };
  for (const auto& [name, text] : print_weights(weights)) write(name, text);
  write("evidence.bin", compile_weights(weights, diagnostics));
  listener.report(diagnostics);
}

}  // namespace hearsay
