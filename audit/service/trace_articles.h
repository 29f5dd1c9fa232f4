// One utterance across many articles: out of articles, scorecards and a store into threads. Every article is reduced to
// its utterances at once; what stays in memory is these alone, about half a kilobyte each with their words.
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

/// Rules are loaded only where articles are to be read (paths are given, or no store is); a store alone needs the
/// closed words of the language that the settings name. Nothing where a signal or `stop` cut the run short.
[[nodiscard]] std::optional<ThreadsReport> trace_articles(const TraceChoice& choice, const InputChoice& input,
                                                          const SettingsChoice& settings, Listener& listener);

}  // namespace hearsay
