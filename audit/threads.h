// From threads and their utterances to what a report shows of them, and the choice of those somebody asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/threads/threads.h"
#include "tokens/vocabulary.h"
#include "trace/collection.h"
#include "trace/thread.h"

namespace hearsay {

/// What is asked for; nothing given asks for all.
struct ThreadQuery {
  std::string quote;                 // words that a member must hold, most of them and in order
  std::vector<std::string> sources;  // a member's source must be one of these
};

/// Shows threads that find_threads found in a collection. What is given must outlive it.
class ThreadShower {
 public:
  /// `vocabulary` is that of the utterances.
  ThreadShower(const Collection& collection, const Vocabulary& vocabulary, const ThreadQuery& query);

  /// Without an id; nothing where the query leaves it out. Throws Fatal as the collection does.
  [[nodiscard]] std::optional<ReportThread> show(const Thread& thread) const;

 private:
  const Collection& collection_;
  const Vocabulary& vocabulary_;
  const ThreadQuery& query_;
  std::vector<Stem> quote_;
};

}  // namespace hearsay
