// One utterance across many articles: out of articles, scorecards and a store into threads. Every article is reduced to
// its utterances at once, and their words wait in a temporary file (trace/collection.h).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "report/threads/threads.h"
#include "service/choices.h"
#include "service/engines.h"
#include "service/listener.h"
#include "store/question.h"
#include "threads.h"

namespace hearsay {

struct TraceChoice {
  std::optional<std::string> store;  // file, read before the articles
  ThreadQuery query;
  Question scope = {};              // of the store: outlet and dates
  std::function<bool()> stop = {};  // asked article by article of the store; true: the run is cut short
};

/// Threads one after the other, in order and with their ids; what is told of all comes last. Rules are loaded only
/// where articles are to be read (paths are given, or no store is); a store alone needs the closed words of the
/// language that the settings name. Nothing where a signal or `stop` cut the run short. Throws Fatal where the
/// temporary folder takes no file or no more.
[[nodiscard]] std::optional<ThreadsTotals> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                                          const SettingsChoice& settings, Listener& listener,
                                                          const std::function<void(ReportThread&&)>& take);
/// All of them at once.
[[nodiscard]] std::optional<ThreadsReport> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                                          const SettingsChoice& settings, Listener& listener);

}  // namespace hearsay
