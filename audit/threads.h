// From threads and their utterances to what a report shows of them, and the choice of those somebody asked for.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/threads/threads.h"
#include "tokens/vocabulary.h"
#include "trace/thread.h"

namespace hearsay {

/// What is asked for; nothing given asks for all.
struct ThreadQuery {
  std::string quote;                 // words that a member must hold, most of them and in order
  std::vector<std::string> sources;  // a member's source must be one of these
};

/// What people call an article.
struct ArticleName {
  std::string title, url;  // "" = not given
};
using ArticleNames = std::unordered_map<std::string, ArticleName>;  // by id

/// Gives every member its article's title and address, as far as they are known.
void name_articles(std::vector<ReportThread>& threads, const ArticleNames& names);

/// Threads in the order given, ids t1 … among those that the query leaves. `vocabulary` is that of the utterances.
[[nodiscard]] std::vector<ReportThread> report_threads(std::span<const Utterance> utterances,
                                                       std::span<const Thread> threads, const Vocabulary& vocabulary,
                                                       const ThreadQuery& query = {});

}  // namespace hearsay
