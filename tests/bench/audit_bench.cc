// Where the time of an audit goes: loading the rules, and each article of the fixtures through the stages.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/read.h"
#include "pipeline.h"
#include "report/write_html.h"
#include "report/write_json.h"
#include "tokens/tokenize.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

Engine load() {
  Diagnostics ignored;
  return load_engine({.pack = {.root = HEARSAY_SOURCE_DIR "/rules"}}, ignored);
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kArticles = [] {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(HEARSAY_SOURCE_DIR "/fixtures/articles")) {
      for (const char* name : {"input.txt", "input.html"}) {
        std::ifstream file(entry.path() / name, std::ios::binary);
        if (file) all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      }
    }
    return all;
  }();
  return kArticles;
}

std::int64_t bytes() {
  std::int64_t sum = 0;
  for (const std::string& article : articles()) sum += static_cast<std::int64_t>(article.size());
  return sum;
}

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load());
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

template <class Work>
void over_articles(benchmark::State& state, const Work& work) {
  for (auto _ : state) {
    for (const std::string& article : articles()) benchmark::DoNotOptimize(work(article));
  }
  state.SetBytesProcessed(state.iterations() * bytes());
}

void read_only(benchmark::State& state) {
  over_articles(state, [](const std::string& article) { return read(article, "bench"); });
}
BENCHMARK(read_only)->Unit(benchmark::kMicrosecond);

void read_and_tokenize(benchmark::State& state) {
  const Engine engine = load();
  over_articles(state, [&](const std::string& article) {
    return tokenize(read(article, "bench"), engine.pack.program.vocabulary);
  });
}
BENCHMARK(read_and_tokenize)->Unit(benchmark::kMicrosecond);

void all_stages(benchmark::State& state) {
  const Engine engine = load();
  over_articles(state, [&](const std::string& article) { return analyse(read(article, "bench"), engine); });
}
BENCHMARK(all_stages)->Unit(benchmark::kMicrosecond);

void all_stages_to_json(benchmark::State& state) {
  const Engine engine = load();
  over_articles(state, [&](const std::string& article) {
    return write_json(report_of(analyse(read(article, "bench"), engine), engine));
  });
}
BENCHMARK(all_stages_to_json)->Unit(benchmark::kMicrosecond);

void all_stages_to_html(benchmark::State& state) {
  const Engine engine = load();
  over_articles(state, [&](const std::string& article) {
    return write_html(report_of(analyse(read(article, "bench"), engine), engine));
  });
}
BENCHMARK(all_stages_to_html)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hearsay
