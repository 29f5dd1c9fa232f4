// Where the time of an audit goes: loading, then every stage by itself on what the stages before it made. The text is
// that of the sample articles, or the .txt and .html files of the folder HEARSAY_BENCH_TEXT. The column
// bytes_per_second counts bytes of input; sum the times of the stages to get an audit's.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "attributions/find.h"
#include "attributions/occasions.h"
#include "evidence/evidence.h"
#include "evidence/tag.h"
#include "mentions/find.h"
#include "mentions/guess_tags.h"
#include "pipeline.h"
#include "read_english.h"
#include "report/html/write_html.h"
#include "report/write_json.h"
#include "score/score.h"
#include "sources/link_score.h"
#include "sources/resolve.h"
#include "tokens/tokenize.h"
#include "trace/build.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

EngineOptions engine_options() {
  EngineOptions options{.pack = {.root = HEARSAY_SOURCE_DIR "/rules"}, .policy = "default", .model = {}};
  if (fs::exists(HEARSAY_BENCH_MODEL)) options.model = HEARSAY_BENCH_MODEL;
  return options;
}

const Engine& engine() {
  static const Engine kEngine = [] {
    Diagnostics ignored;
    return load_engine(engine_options(), ignored);
  }();
  return kEngine;
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kArticles = [] {
    const char* folder = std::getenv("HEARSAY_BENCH_TEXT");
    std::vector<fs::path> paths;
    for (const auto& entry :
         fs::recursive_directory_iterator(folder != nullptr ? folder : HEARSAY_SOURCE_DIR "/fixtures/articles")) {
      const bool input = folder != nullptr || entry.path().stem() == "input";
      if (input && (entry.path().extension() == ".txt" || entry.path().extension() == ".html"))
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> all;
    for (const fs::path& path : paths) {
      std::ifstream file(path, std::ios::binary);
      all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
  }();
  return kArticles;
}

/// One article as every stage leaves it.
struct Made {
  Analysis analysis;
  Hints hints;
  Tags trained;
  std::vector<Proposal> proposals;
  ScoreMarks marks;
  Report report;
};

const std::vector<Made>& made() {
  static const std::vector<Made> kMade = [] {
    std::vector<Made> all;
    all.reserve(articles().size());
    const Program& program = engine().pack.program;
    for (const std::string& article : articles()) {
      Made& one =
          all.emplace_back(Made{.analysis = analyse(read_english(article, "bench"), engine(), {.evidence = false})});
      const Analysis& a = one.analysis;
      one.hints = find_hints(a.article(), a.matches, program);
      if (!engine().model.empty()) {
        one.trained = tag(a.document, a.text, engine().model);
        one.proposals = propose(
            a.document, a.text, one.trained, engine().model,
            {.threshold = kLeastProposal, .upstream = {.hints = one.hints, .nominals = nominals_of(a.mentions)}});
      }
      one.marks = score_marks(program, a.matches);
      one.report = report_of(a, engine());
    }
    return all;
  }();
  return kMade;
}

std::int64_t bytes() {
  std::int64_t sum = 0;
  for (const std::string& article : articles()) sum += static_cast<std::int64_t>(article.size());
  return sum;
}

void load_rules(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics ignored;
    benchmark::DoNotOptimize(load_engine(engine_options(), ignored));
  }
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

template <class Work>
void over_articles(benchmark::State& state, const Work& work) {
  for (auto _ : state) {
    for (const std::string& article : articles()) benchmark::DoNotOptimize(work(article));
  }
  state.SetBytesProcessed(state.iterations() * bytes());
}

template <class Work>
void over_made(benchmark::State& state, const Work& work) {
  const std::vector<Made>& all = made();
  for (auto _ : state) {
    for (const Made& one : all) benchmark::DoNotOptimize(work(one, one.analysis));
  }
  state.SetBytesProcessed(state.iterations() * bytes());
}

#define STAGE(NAME, ...)                                                                        \
  void NAME(benchmark::State& state) {                                                          \
    over_made(state, []([[maybe_unused]] const Made& one, [[maybe_unused]] const Analysis& a) { \
      [[maybe_unused]] const Program& program = engine().pack.program;                          \
      [[maybe_unused]] const Lexicons& lexicons = program.lexicons;                             \
      [[maybe_unused]] const Register& registers = engine().pack.registers;                     \
      return __VA_ARGS__;                                                                       \
    });                                                                                         \
  }                                                                                             \
  BENCHMARK(NAME)->Unit(benchmark::kMicrosecond)

void stage_read(benchmark::State& state) {
  over_articles(state, [](const std::string& article) { return read_english(article, "bench"); });
}
BENCHMARK(stage_read)->Unit(benchmark::kMicrosecond);

STAGE(stage_tokenize, tokenize(a.document, program.vocabulary));
STAGE(stage_guess_tags, guess_tags(a.document, a.text, lexicons));
STAGE(stage_mentions, find_mentions(a.document, a.text, a.tags, lexicons, registers));
STAGE(stage_matches, find_matches(a.article(), program));
STAGE(stage_attributions, find_attributions(a.article(), a.matches, program));
STAGE(stage_occasions, find_occasions(a.article(), a.matches, a.attributions, program, registers));
STAGE(stage_sources, resolve_sources(resolve_input(a, engine()), best_links(engine().model)));
STAGE(stage_trace, build_trace(a.article(), a.attributions, a.sources));
STAGE(stage_score,
      score({a.article(), a.attributions, a.sources, a.trace, one.marks, program, Genre{}}, engine().policy));
STAGE(stage_report, report_of(a, engine()));
STAGE(stage_write_json, write_json(one.report));
STAGE(stage_write_html, write_html(one.report));
STAGE(evidence_tag, tag(a.document, a.text, engine().model));
STAGE(evidence_reconcile, reconciled_tags(a.document, a.text, lexicons, one.trained));
STAGE(evidence_propose,
      propose(a.document, a.text, one.trained, engine().model,
              {.threshold = kLeastProposal, .upstream = {.hints = one.hints, .nominals = nominals_of(a.mentions)}}));
STAGE(evidence_attributions,
      find_attributions(a.article(), a.matches, program, [&](const Hints&) { return one.proposals; }));

void audit_rules_alone(benchmark::State& state) {
  over_articles(state, [](const std::string& article) {
    return write_json(report_of(analyse(read_english(article, "bench"), engine(), {.evidence = false}), engine()));
  });
}
BENCHMARK(audit_rules_alone)->Unit(benchmark::kMicrosecond);

void audit_with_evidence(benchmark::State& state) {
  over_articles(state, [](const std::string& article) {
    return write_json(report_of(analyse(read_english(article, "bench"), engine()), engine()));
  });
}
BENCHMARK(audit_with_evidence)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hearsay
