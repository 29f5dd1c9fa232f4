#include "service/learn_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "archive/inputs.h"
#include "document/read.h"
#include "service/articles.h"
#include "service/outputs.h"
#include "training/learn_findings.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::map<std::string, EditorMarks> read_marks(const fs::path& folder, Diagnostics& diagnostics) {
  std::map<std::string, EditorMarks> marks;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    if (entry.path().extension() != ".json") continue;
    std::string bytes;
    if (auto unread = read_file(entry.path().string(), ReadLimits().max_bytes, bytes)) {
      diagnostics.push_back(std::move(*unread));
      continue;
    }
    if (auto one = read_editor_marks(bytes, entry.path(), diagnostics)) marks.emplace(one->id, std::move(*one));
  }
  return marks;
}

/// What is shown of each kind: how well it is told, and what a threshold would find.
void tell(const LearnedFindings& learned, std::span<const FindingLesson> lessons, Listener& listener) {
  for (const KindReport& kind : learned.kinds) {
    listener.say(
        fmt::format("{}: {} things, {:.1f} marked; loss {:.4f} unseen, {:.4f} by the share alone; shrinkage {}",
                    finding_kind_name(kind.kind), kind.things, kind.raised, kind.loss, kind.base, kind.shrinkage));
    std::vector<std::pair<double, double>> ranked;
    std::size_t at = 0;
    for (const FindingLesson& lesson : lessons) {
      if (lesson.kind == kind.kind) ranked.emplace_back(kind.unseen[at++], lesson.raised);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string line = "  likeliest, marked of found from:";
    double marked = 0;
    for (std::size_t n = 0; n < ranked.size(); ++n) {
      marked += ranked[n].second;
      const std::size_t shown = n + 1;
      if (shown == 10 || shown == 20 || shown == 40 || shown == 80 || shown == 160)
        line += fmt::format(" {:.1f}/{} {:.2f}", marked, shown, ranked[n].first);
    }
    listener.say(line);
  }
}

}  // namespace

void learn_findings_from(const InputChoice& articles, const fs::path& folder, const Session& session,
                         const fs::path& out, Listener& listener) {
  Diagnostics diagnostics;
  const std::map<std::string, EditorMarks> marks = read_marks(folder, diagnostics);
  listener.report(diagnostics);
  diagnostics.clear();
  std::vector<FindingLesson> lessons;
  std::vector<std::vector<double>> measures;
  std::vector<double> grades;
  std::uint32_t count = 0;
  // Articles come on all threads; gathered by their id, they are the same in every order.
  std::map<std::string, std::pair<std::vector<FindingLesson>, Scorecard>> made;
  std::mutex guard;
  const Sink sink{.render =
                      [&](const Analysis& analysis, Outcome&) {
                        const auto known = marks.find(analysis.document.id);
                        if (known == marks.end()) return;
                        auto own = finding_lessons(analysis, *session.engine, known->second, 0);
                        const std::lock_guard lock(guard);
                        made.emplace(known->first, std::pair(std::move(own), analysis.scorecard));
                      },
                  .take = [](Outcome&&) {}};
  for_each_article(articles, session, listener, sink);
  for (auto& [id, own] : made) {
    for (FindingLesson& lesson : own.first) {
      lesson.article = count;
      lessons.push_back(std::move(lesson));
    }
    ++count;
    const EditorMarks& known = marks.at(id);
    if (!known.gradeable) continue;
    std::vector<double>& row = measures.emplace_back();
    for (const Measure& measure : own.second.measures) row.push_back(measure.value.value_or(1));
    grades.push_back(known.grade);
  }
  if (lessons.empty())
    throw Fatal({.message = "no article has marks", .remedy = "a mark's id is its article's, as the scorecard has it"});
  const LearnedFindings learned = learn_findings(lessons);
  tell(learned, lessons, listener);
  const std::vector<double> proportions = learn_proportions(measures, grades);
  for (std::size_t m = 0; m < proportions.size(); ++m)
    listener.say(fmt::format("{}: {:.2f} of the score", session.engine->policy.measures[m].name, proportions[m]));
  std::error_code ignored;  // a folder that cannot be made shows when its file is written
  fs::create_directories(out, ignored);
  Outputs outputs;
  outputs.read().add(articles.paths);
  outputs.read().add(folder.string());
  if (auto problem =
          outputs.write((out / "raised.tsv").string(),
                        raise_model_text(learned.model, fmt::format("{} articles with an editor's marks", count))))
    diagnostics.push_back(std::move(*problem));
  listener.report(diagnostics);
}

}  // namespace hearsay
