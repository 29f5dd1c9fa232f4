// How likely a careful editor raises a thing: a small linear model over its facts, one per kind of finding. The weights
// are a text file (rules/en/evidence/raised.tsv), learned by `hearsay learn --findings`; what they say is what
// `explain` shows. DECISIONS.md, "What an editor would raise", tells how they were chosen.
#pragma once

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "score/fact.h"
#include "score/find_facts.h"
#include "score/finding_kind.h"

namespace hearsay {

/// Speaks where the fact is at least `value`; of a word, where it is that word.
struct RaiseTerm {
  Fact fact = Fact::article_words;
  double value = 1;
  double weight = 0;        // added to the log-odds
  std::uint32_t count = 0;  // rows it was learned from
};
[[nodiscard]] bool speaks(const RaiseTerm& term, const FactSheet& facts, const FactRows& rows);

/// Speaks where the word stands in the sentences a thing is told in. No name is one.
struct RaiseWord {
  std::string word;  // lower case
  double weight = 0;
  std::uint32_t count = 0;
};

struct RaiseModel {
  struct Kind {
    double offset = 0;  // log-odds where no term speaks
    std::vector<RaiseTerm> terms;
    std::unordered_map<std::uint32_t, RaiseWord> words;  // by word_hash
  };
  std::array<Kind, kFindingKindCount> kinds;
  bool learned = false;  // without: everything a check finds is raised

  /// 0…1; 1 where nothing was learned of the kind. `words` are hashes, each once.
  [[nodiscard]] double likelihood(FindingKind kind, const FactSheet& facts, const FactRows& rows,
                                  std::span<const std::uint32_t> words) const;
};

/// Reads the weights. A missing file is no error: everything is raised then. A broken line is one, and is left out.
[[nodiscard]] RaiseModel load_raise_model(const std::filesystem::path& path, Diagnostics& diagnostics);
/// The file as text: comment, header, a line per term. `learned_from` stands in the comment.
[[nodiscard]] std::string raise_model_text(const RaiseModel& model, std::string_view learned_from);

}  // namespace hearsay
