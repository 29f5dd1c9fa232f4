#include "service/trace_articles.h"

#include <string>
#include <utility>
#include <vector>

#include "rules/load.h"
#include "service/articles.h"
#include "store/store.h"
#include "trace/across.h"
#include "utterances.h"

namespace hearsay {
namespace {

/// All utterances of a run, each article's once.
struct Gathered {
  Collection collection;
  std::size_t repeated = 0;  // articles whose id is that of one before them

  void add(const ArticleFacts& article, std::vector<Utterance> utterances) {
    repeated += collection.add(article, std::move(utterances)) ? 0U : 1U;
  }
};

/// The closed words of the language that the settings name: all that the articles of a store are cut by.
Vocabulary words_by(const SettingsChoice& choice, Listener& listener) {
  Diagnostics diagnostics;
  const Settings settings = decide_settings(choice, diagnostics);
  Vocabulary words;
  words.language =
      load_language_words({.root = settings.rules_root, .language = settings.language, .extra = {}}, diagnostics);
  listener.report(diagnostics);
  return words;
}

ArticleFacts facts_of(Report&& report) {
  return {.id = std::move(report.id),
          .outlet = std::move(report.outlet),
          .published = std::move(report.published),
          .title = std::move(report.title),
          .url = std::move(report.url)};
}

void add_store(const std::string& path, const TraceChoice& choice, const Vocabulary& words, Gathered& gathered,
               Listener& listener) {
  Diagnostics diagnostics;
  StoreReader(path).for_each(
      [&](Report&& report, const std::string&) {
        if (!in_scope(choice.scope, report.outlet, report.published)) return;
        std::vector<Utterance> utterances = utterances_of(report, words);
        gathered.add(facts_of(std::move(report)), std::move(utterances));
      },
      diagnostics, choice.stop);
  listener.report(diagnostics);
}

Totals add_articles(const InputChoice& input, const Session& session, const Vocabulary& words, Gathered& gathered,
                    Listener& listener) {
  const auto keep = [&](const Report& report, Outcome& outcome) {
    outcome.utterances = utterances_of(report, words);
    outcome.row = ArticleRow{
        .id = {}, .title = report.title, .outlet = report.outlet, .published = report.published, .url = report.url};
  };
  const Sink sink{.render = [&](const Analysis& analysis,
                                Outcome& outcome) { keep(report_of(analysis, *outcome.session->engine), outcome); },
                  .take =
                      [&](Outcome&& outcome) {
                        if (!outcome.read || !outcome.row) return;
                        ArticleRow& row = *outcome.row;
                        gathered.add({.id = std::move(outcome.id),
                                      .outlet = std::move(row.outlet),
                                      .published = std::move(row.published),
                                      .title = std::move(row.title),
                                      .url = std::move(row.url)},
                                     std::move(outcome.utterances));
                      },
                  .render_card = [&](Report&& report, Outcome& outcome) { keep(report, outcome); }};
  return for_each_article(input, session, listener, sink);
}

}  // namespace

std::optional<ThreadsTotals> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                            const SettingsChoice& settings, Listener& listener,
                                            const std::function<void(ReportThread&&)>& take) {
  Gathered gathered;
  Totals totals;
  Engines engines;
  std::optional<Session> session;  // none: a store alone
  Vocabulary alone;
  if (!input.paths.empty() || !choice.store)
    session.emplace(open_session(settings, engines, listener));
  else
    alone = words_by(settings, listener);
  const Vocabulary& words = session ? session->engine->pack.program.vocabulary : alone;
  if (choice.store) add_store(*choice.store, choice, words, gathered, listener);
  if (session) totals = add_articles(input, *session, words, gathered, listener);
  if (totals.interrupted || (choice.stop && choice.stop())) return std::nullopt;
  if (gathered.repeated != 0)
    listener.say(std::to_string(gathered.repeated) + " articles have the id of one before them and were left out");
  Collection& collection = gathered.collection;
  const std::vector<Thread> threads = find_threads(collection, words.language);
  const ThreadShower shower(collection, words, choice.query);
  ThreadsTotals told{.threads = 0, .articles = collection.articles(), .utterances = collection.size()};
  for (const Thread& thread : threads) {
    std::optional<ReportThread> shown = shower.show(thread);
    if (!shown) continue;
    shown->id = "t" + std::to_string(++told.threads);
    take(std::move(*shown));
  }
  return told;
}

std::optional<ThreadsReport> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                            const SettingsChoice& settings, Listener& listener) {
  ThreadsReport report;
  const auto totals = trace_articles(choice, input, settings, listener,
                                     [&](ReportThread&& thread) { report.threads.push_back(std::move(thread)); });
  if (!totals) return std::nullopt;
  report.articles = totals->articles;
  report.utterances = totals->utterances;
  return report;
}

}  // namespace hearsay
