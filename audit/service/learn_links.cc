// learn_links_from: reads every lesson, runs the stages on it, learns, and writes links.tsv with the model made of it.
#include "service/learn_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "archive/inputs.h"
#include "evidence/model_file.h"
#include "evidence/weights_text.h"
#include "service/outputs.h"
#include "service/read_article.h"
#include "training/learn_links.h"
#include "training/link_lesson.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

class LessonReader {
 public:
  LessonReader(const Engine& engine, Diagnostics& diagnostics) : engine_(engine), diagnostics_(diagnostics) {}

  std::vector<LinkLesson> read_all(const std::vector<std::string>& paths) {
    for (std::size_t k = 0; k < paths.size(); ++k) {
      const fs::path path = paths[k];
      if (fs::is_directory(path)) {
        if (k + 1 == paths.size())
          throw Fatal({.message = "'" + paths[k] + "' is a folder of texts without a folder of labels behind it",
                       .remedy = "give TEXT_DIR LABELS_DIR"});
        labelled(path, paths[++k]);
        continue;
      }
      std::string bytes;
      if (!take(path, bytes)) continue;
      add(path.extension() == ".tsv" ? read_gap(bytes, path.string(), engine_.page, diagnostics_)
                                     : read_entity_columns(bytes, path.string(), engine_.page, diagnostics_));
    }
    return std::move(lessons_);
  }

 private:
  bool take(const fs::path& path, std::string& bytes) {
    auto problem = read_file(path.string(), ReadLimits().max_bytes, bytes);
    if (!problem) return true;
    diagnostics_.push_back(std::move(*problem));
    return false;
  }
  void add(std::vector<LinkLesson> more) {
    lessons_.insert(lessons_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  void labelled(const fs::path& texts, const fs::path& labels) {
    std::vector<fs::path> files;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(labels, problem)) {
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      const fs::path path = texts / (file.stem().string() + ".txt");
      std::string text;
      std::string rows;
      if (!take(path, text) || !take(file, rows)) continue;
      // Labels index the file.
      Document document = read_whole_article(text, path.string(), engine_, {.damage = Damage::leave});
      document.id = file.stem().string();
      lessons_.push_back(read_source_labels(rows, std::move(document), diagnostics_));
    }
  }

  const Engine& engine_;
  Diagnostics& diagnostics_;
  std::vector<LinkLesson> lessons_;
};

/// "2000 snippets with a pronoun, 75 texts with entities, 37 articles with sources"
std::string corpus_of(const std::vector<LinkLesson>& lessons) {
  std::size_t gap = 0;
  std::size_t entities = 0;
  for (const LinkLesson& one : lessons) {
    gap += one.corpus == "gap" ? 1U : 0U;
    entities += one.corpus == "entities" ? 1U : 0U;
  }
  return fmt::format("{} passages with an ambiguous pronoun, {} texts with entities, {} articles with sources", gap,
                     entities, lessons.size() - gap - entities);
}

}  // namespace

Weights shipped_weights(const fs::path& folder, Diagnostics& diagnostics) {
  WeightTexts texts;
  for (const std::string_view name : kWeightFiles) {
    std::string text;
    if (auto problem = read_file((folder / name).string(), ReadLimits().max_bytes, text))
      diagnostics.push_back(std::move(*problem));
    else
      texts.emplace(std::string(name), std::move(text));
  }
  return parse_weights(texts, diagnostics);
}

fs::path evidence_folder(const Session& session) {
  return session.settings.rules_root / session.settings.language / "evidence";
}

void learn_links_from(const std::vector<std::string>& paths, const Session& session, const fs::path& out,
                      Listener& listener) {
  Diagnostics diagnostics;
  std::vector<LinkLesson> lessons = LessonReader(*session.engine, diagnostics).read_all(paths);
  listener.report(diagnostics);
  diagnostics.clear();
  const std::string corpus = corpus_of(lessons);
  LinkLearnOptions options;
  options.progress = [&](const std::string& said) { listener.say(said); };
  std::vector<PreparedLinks> prepared;
  prepared.reserve(lessons.size());
  for (LinkLesson& lesson : lessons) {
    const float worth = lesson.corpus == "sources" ? options.sources_worth : 1;
    prepared.push_back(prepare_links(std::move(lesson), *session.engine));
    prepared.back().worth = worth;
  }
  Weights weights = shipped_weights(evidence_folder(session), diagnostics);
  weights.links = learn_links(prepared, *session.engine, options);
  weights.link_corpus = corpus;
  const Model links = model_of(weights, diagnostics);
  const std::vector<WeightLine> certainty = learn_certainty(prepared, *session.engine, links);
  weights.links.insert(weights.links.end(), certainty.begin(), certainty.end());
  std::error_code ignored;  // a folder that cannot be made shows when its files are written
  fs::create_directories(out, ignored);
  // The weights of the pack may be those that are made anew; what they were learned from may not.
  Outputs outputs;
  outputs.read().add(paths);
  const auto write = [&](const std::string& name, const std::string& bytes) {
    if (auto problem = outputs.write((out / name).string(), bytes)) diagnostics.push_back(std::move(*problem));
  };
  write("links.tsv", print_weights(weights)["links.tsv"]);
  write("evidence.bin", compile_weights(weights, diagnostics));
  listener.report(diagnostics);
}

}  // namespace hearsay
