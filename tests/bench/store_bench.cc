// The store alone: rows and articles a second of one writer, from the scorecards of the sample articles with changed
// ids, or from those of the store that HEARSAY_BENCH_STORE names. HEARSAY_BENCH_ARTICLES: how many (default 10,000).
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "store/stored.h"

namespace hearsay {
namespace {

std::vector<Report> reports_to_store() {
  const char* path = std::getenv("HEARSAY_BENCH_STORE");
  if (path == nullptr) return testing::fixture_reports();
  std::vector<Report> reports;
  Diagnostics diagnostics;
  StoreReader(path).for_each([&](Report&& report, const std::string&) { reports.push_back(std::move(report)); },
                             diagnostics);
  return reports;
}

std::size_t articles_to_store() {
  const char* count = std::getenv("HEARSAY_BENCH_ARTICLES");
  return count == nullptr ? 10'000 : static_cast<std::size_t>(std::atoll(count));
}

std::size_t rows_of(const PreparedArticle& article) {
  const Report& report = article.report;
  std::size_t rows = 2 + 2 * article.passages.size() + report.sources.size() + report.attributions.size() +
                     report.claims.size() + report.findings.size() + report.measures.size();
  for (const ReportAttribution& one : report.attributions) rows += one.via.size();
  for (const ReportClaim& one : report.claims) rows += one.attributions.size();
  for (const ReportFinding& one : report.findings) rows += one.attributions.size();
  return rows;
}

void store_articles(benchmark::State& state) {
  const std::vector<Report> reports = reports_to_store();
  const std::size_t count = articles_to_store();
  const testing::ScratchFolder folder;
  std::size_t rows = 0, text = 0;
  for (auto _ : state) {
    std::filesystem::remove(folder.file("a.sqlite"));
    StoreWriter writer(folder.file("a.sqlite"));
    for (std::size_t i = 0; i < count; ++i) {
      Report report = reports[i % reports.size()];
      report.id += '-' + std::to_string(i);
      text += report.text.size();
      PreparedArticle article;
      if (prepare(std::move(report), "rules", article)) std::abort();
      rows += rows_of(article);
      writer.add(std::move(article));
    }
    writer.finish();
  }
  const auto per_second = [](std::size_t number) {
    return benchmark::Counter(static_cast<double>(number), benchmark::Counter::kIsRate);
  };
  const auto articles = static_cast<std::size_t>(state.iterations()) * count;
  state.counters["articles/s"] = per_second(articles);
  state.counters["rows/s"] = per_second(rows);
  state.counters["text B/article"] = static_cast<double>(text) / static_cast<double>(articles);
  state.counters["store B/article"] =
      static_cast<double>(std::filesystem::file_size(folder.file("a.sqlite"))) / static_cast<double>(count);
}
BENCHMARK(store_articles)->Unit(benchmark::kMillisecond);

void prepare_articles(benchmark::State& state) {
  const std::vector<Report> reports = reports_to_store();
  std::size_t i = 0;
  for (auto _ : state) {
    PreparedArticle article;
    benchmark::DoNotOptimize(prepare(reports[i++ % reports.size()], "rules", article));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(prepare_articles)->Unit(benchmark::kMicrosecond);

void read_articles(benchmark::State& state) {
  const testing::ScratchFolder folder;
  std::vector<Report> reports = reports_to_store();
  testing::store_all(folder.file("a.sqlite"), reports);
  for (auto _ : state) {
    Diagnostics diagnostics;
    StoreReader(folder.file("a.sqlite"))
        .for_each([](Report&& report, const std::string&) { benchmark::DoNotOptimize(report); }, diagnostics);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(reports.size()));
}
BENCHMARK(read_articles)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearsay
