#include "service/trace_articles.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "rules/load.h"
#include "service/articles.h"
#include "store/store.h"
#include "trace/across.h"
#include "utterances.h"

namespace hearsay {
namespace {

/// All utterances of a run, each article's once.
class Collection {
 public:
  void add(const std::string& article, ArticleName name, std::vector<Utterance> more) {
    if (!articles_.emplace(article, std::move(name)).second) {
      ++repeated_;
      return;
    }
    utterances_.insert(utterances_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  [[nodiscard]] const std::vector<Utterance>& utterances() const { return utterances_; }
  [[nodiscard]] const ArticleNames& articles() const { return articles_; }
  [[nodiscard]] std::size_t repeated() const { return repeated_; }

 private:
  std::vector<Utterance> utterances_;
  ArticleNames articles_;
  std::size_t repeated_ = 0;
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

void add_store(const std::string& path, const TraceChoice& choice, const Vocabulary& words, Collection& collection,
               Listener& listener) {
  Diagnostics diagnostics;
  StoreReader(path).for_each(
      [&](Report&& report, const std::string&) {
        if (in_scope(choice.scope, report.outlet, report.published))
          collection.add(report.id, {report.title, report.url}, utterances_of(report, words));
      },
      diagnostics, choice.stop);
  listener.report(diagnostics);
}

Totals add_articles(const InputChoice& input, const Session& session, const Vocabulary& words, Collection& collection,
                    Listener& listener) {
  const auto keep = [&](const Report& report, Outcome& outcome) {
    outcome.utterances = utterances_of(report, words);
    outcome.row = ArticleRow{.id = {}, .title = report.title, .outlet = {}, .published = {}, .url = report.url};
  };
  const Sink sink{
      .render = [&](const Analysis& analysis,
                    Outcome& outcome) { keep(report_of(analysis, *outcome.session->engine), outcome); },
      .take =
          [&](Outcome&& outcome) {
            if (!outcome.read || !outcome.row) return;
            collection.add(outcome.id, {outcome.row->title, outcome.row->url}, std::move(outcome.utterances));
          },
      .render_card = [&](Report&& report, Outcome& outcome) { keep(report, outcome); }};
  return for_each_article(input, session, listener, sink);
}

}  // namespace

std::optional<ThreadsReport> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                            const SettingsChoice& settings, Listener& listener) {
  Collection collection;
  Totals totals;
  Engines engines;
  std::optional<Session> session;  // none: a store alone
  Vocabulary alone;
  if (!input.paths.empty() || !choice.store)
    session.emplace(open_session(settings, engines, listener));
  else
    alone = words_by(settings, listener);
  const Vocabulary& words = session ? session->engine->pack.program.vocabulary : alone;
  if (choice.store) add_store(*choice.store, choice, words, collection, listener);
  if (session) totals = add_articles(input, *session, words, collection, listener);
  if (totals.interrupted || (choice.stop && choice.stop())) return std::nullopt;
  if (collection.repeated() != 0) {
    listener.say(std::to_string(collection.repeated()) + " articles have the id of one before them and were left out");
  }
  const std::vector<Thread> threads = find_threads(collection.utterances(), words.language);
  ThreadsReport report{.threads = report_threads(collection.utterances(), threads, words, choice.query),
                       .articles = collection.articles().size(),
                       .utterances = collection.utterances().size()};
  name_articles(report.threads, collection.articles());
  return report;
}

}  // namespace hearsay
