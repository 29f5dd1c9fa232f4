// hearsay trace: one utterance across many articles. Every article, scorecard or row of a store is reduced to its
// utterances at once; what stays in memory is these alone, about half a kilobyte each with their words.
#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>
#include <utility>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "report/threads/write_threads.h"
#include "store/store.h"
#include "threads.h"
#include "trace/across.h"
#include "utterances.h"

namespace hearsay {
namespace {

/// All utterances of a run, each article's once.
class Collection {
 public:
  void add(const std::string& article, std::vector<Utterance> more) {
    if (!articles_.insert(article).second) {
      ++repeated_;
      return;
    }
    utterances_.insert(utterances_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  [[nodiscard]] const std::vector<Utterance>& utterances() const { return utterances_; }
  [[nodiscard]] std::size_t articles() const { return articles_.size(); }
  [[nodiscard]] std::size_t repeated() const { return repeated_; }

 private:
  std::vector<Utterance> utterances_;
  std::unordered_set<std::string> articles_;  // ids
  std::size_t repeated_ = 0;
};

/// What text is cut into words by: the closed words of the language that the settings name.
Vocabulary words_by(const CommandLine& line, Console& console) {
  Diagnostics ignored, diagnostics;  // settings are reported where a session is opened
  const Settings settings = decide_settings(line, ignored);
  Vocabulary words;
  words.language =
      load_language_words({.root = settings.rules_root, .language = settings.language, .extra = {}}, diagnostics);
  console.report(diagnostics);
  return words;
}

void add_store(const std::string& path, const Vocabulary& words, Collection& collection, Console& console) {
  Diagnostics diagnostics;
  StoreReader(path).for_each(
      [&](Report&& report, const std::string&) { collection.add(report.id, utterances_of(report, words)); },
      diagnostics);
  console.report(diagnostics);
}

Totals add_articles(const CommandLine& line, const Vocabulary& words, Collection& collection, Console& console) {
  const Session session = open_session(line, console);
  const auto keep = [&](const Report& report, Outcome& outcome) { outcome.utterances = utterances_of(report, words); };
  const Sink sink{
      .render = [&](const Analysis& analysis, Outcome& outcome) { keep(report_of(analysis, session.engine), outcome); },
      .take =
          [&](Outcome&& outcome) {
            if (outcome.read) collection.add(outcome.id, std::move(outcome.utterances));
          },
      .render_card = [&](Report&& report, Outcome& outcome) { keep(report, outcome); }};
  return for_each_article(line, session, console, sink);
}

}  // namespace

ExitCode run_trace(const CommandLine& line, Console& console) {
  Collection collection;
  Totals totals;
  const Vocabulary words = words_by(line, console);
  if (line.store) add_store(*line.store, words, collection, console);
  if (!line.operands.empty() || !line.store) totals = add_articles(line, words, collection, console);
  if (totals.interrupted) return ExitCode::interrupted;
  if (collection.repeated() != 0) {
    console.say(std::to_string(collection.repeated()) + " articles have the id of one before them and were left out");
  }
  const std::vector<Thread> threads = find_threads(collection.utterances(), words.language);
  const ThreadsReport report{
      .threads = report_threads(collection.utterances(), threads, words, {line.quote.value_or(""), line.sources}),
      .articles = collection.articles(),
      .utterances = collection.utterances().size()};
  console.out(line.thread_format->threads(report, {.width = terminal_width(), .colour = console.colour_out()}));
  return ended(console);
}

}  // namespace hearsay
