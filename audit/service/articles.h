// What all runs over articles share: each article of each PATH through the engine of its session, in order. What comes
// out goes to a Sink: printed, into files, into a store.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/byte_source.h"
#include "base/diagnostic.h"
#include "pipeline.h"
#include "report/checksheet/checksheet.h"
#include "report/table/articles.h"
#include "report/table/sheet.h"
#include "service/choices.h"
#include "service/listener.h"
#include "service/session.h"
#include "store/store.h"
#include "trace/thread.h"

namespace hearsay {

/// What `check` left out of an article's findings, and how many of the rest make the run fail.
struct GateCounts {
  std::size_t suppressed = 0;  // by the text itself
  std::size_t settled = 0;     // by people, beside it
  std::size_t forgiven = 0;    // by the baseline
  std::size_t gone = 0;        // of the baseline, met no more
  std::size_t untouched = 0;   // since a revision
  std::size_t failing = 0;
  GateCounts& operator+=(const GateCounts& other);
};

/// What became of one article. `id`, `path`, `sha256` and `diagnostics` are there for one that could not be read, too.
struct Outcome {
  std::string id, path, sha256;  // as in its Document; sha256 is "" where there were no bytes
  std::string file;              // it came from; "-": standard input
  Diagnostics diagnostics;
  bool read = false;             // there was an article
  bool fault_elsewhere = false;  // what is wrong is wrong with the file or the program, not with this article
  bool fault = false;            // the program or the machine failed: nothing is known of the article
  Alien alien = Alien::no;       // of a file in a folder that was given: what it is instead of an article
  int counts[3] = {0, 0, 0};     // findings by Severity
  std::string out;               // for standard output or the one file
  std::vector<std::pair<const ReportFormat*, std::string>> scorecards;  // for files of their own
  std::optional<Report> report;                                         // for whoever keeps values
  std::optional<CheckSheet> sheet;                                      // of `checksheet`
  Sheet rows;                                                           // of one file of all articles
  std::optional<ArticleRow> row;                                        // of an index of all articles
  bool unchanged = false;                                               // the sink knows it: nothing was done
  std::optional<PreparedArticle> stored;                                // for a store
  std::vector<Utterance> utterances;                                    // of `trace`
  const Session* session = nullptr;                                     // that judged it; set before `render`
  GateCounts gate;                                                      // of `check`
};

/// Where outcomes go. `render` fills an outcome from an analysed article and is called by several threads; `take` gets
/// every outcome, read or not, on one thread and in the order of the input, whatever the number of threads.
struct Sink {
  std::function<void(const Analysis&, Outcome&)> render;
  std::function<void(Outcome&&)> take;
  /// Fills `out` of an article that could not be read; called as `render`. Not set: nothing stands in its place.
  std::function<void(Outcome&)> render_failure = {};
  /// Of a record that is a scorecard already; called as `render`. Not set: it is read as an article.
  std::function<void(Report&&, Outcome&)> render_card = {};
  /// Asked in order for each article's bytes before it is begun: true where it is done already and is left out.
  std::function<bool(std::string_view)> done = {};
  /// The session for the file at a path, asked by several threads. Not set: one for all.
  std::function<const Session&(const std::string&, Diagnostics&)> session_for = {};
  /// Asked before an article is analysed, by several threads: true where the sink has it as it is.
  std::function<bool(const Document&)> known = {};
};

struct Totals {
  std::size_t articles = 0;   // audited now
  std::size_t unchanged = 0;  // the sink knew them
  std::size_t failures = 0;   // articles that could not be read
  std::size_t faults = 0;     // of them by the program or the machine: another run may read them
  std::size_t aliens = 0;     // files in folders that are no articles: passed over, with one note
  int counts[3] = {0, 0, 0};
  bool interrupted = false;  // by a signal or a wish to stop: what was begun was finished
};

/// Reads, analyses and renders every article of every path. Diagnostics are reported, those on articles not where
/// ErrorsTo::record keeps them for the record; there what is no article has its record, too.
Totals for_each_article(const InputChoice& input, const Session& session, Listener& listener, const Sink& sink);

/// Articles that come as bytes, in any form in which a file may hold many.
struct FeedChoice {
  ByteFeed feed;
  From from = From::automatic;
  ErrorsTo errors = ErrorsTo::report;
  std::function<bool()> stop = {};  // asked by several threads: begin nothing more. Not set: never
};

/// The same over the bytes of a feed. No signal is listened to: `interrupted` says that `stop` did.
Totals for_each_article(FeedChoice choice, const Session& session, Listener& listener, const Sink& sink);

void count_findings(const Scorecard& scorecard, Outcome& outcome);

/// Whether a finding is as grave as `fail_on` or graver.
[[nodiscard]] bool has_findings(const Totals& totals, FailOn fail_on);

}  // namespace hearsay
