// The table of contents: the stages in order, from an article's document to its scorecard. Nothing is decided here.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/occasion.h"
#include "corrections/corrected.h"
#include "document/document.h"
#include "evidence/weights.h"
#include "language/languages.h"
#include "language/page_words.h"
#include "mentions/article.h"
#include "mentions/mention.h"
#include "report/report.h"
#include "rules/load.h"
#include "score/marks.h"
#include "score/policy.h"
#include "score/raise.h"
#include "score/scorecard.h"
#include "sources/source.h"
#include "tokens/tag.h"
#include "tokens/token.h"
#include "trace/trace.h"

namespace hearsay {

struct ResolveInput;
struct ScoreInput;

/// All knowledge of a run: rules, lexicons, registers and the policy. Built once, read by all threads.
struct Engine {
  Pack pack;
  Policy policy;
  Model model;          // empty: rules alone
  RaiseModel raise;     // what a careful editor would raise
  Languages languages;  // empty: every article is taken for one in the pack's language
  PageWords page;       // what readers tell the parts of pages by, of all languages
};

struct EngineOptions {
  LoadOptions pack;
  std::string policy = "default";  // id, or a file that ends in ".xml"
  std::filesystem::path model;     // the compiled evidence; "": rules alone
};

/// Broken rules and checks are reported and left out. Throws Fatal where there is no pack, or one that lacks what it
/// must have, where languages or page words are not described, and where there is no such policy.
[[nodiscard]] Engine load_engine(const EngineOptions& options, Diagnostics& diagnostics);

struct AnalysisOptions {
  bool evidence = true;          // weigh readings by the engine's model, where it has one
  double min_confidence = 0;     // attributions below are left out
  Corrections corrections = {};  // what people said of this article, in order (put_in_order)
};

/// The value of every stage, in their order. Where the article is in a language that the pack does not read, there are
/// none behind `text`: the scorecard says so (Withheld "language").
struct Analysis {
  Document document;
  ToldLanguage language;
  Text text;
  Tags tags;
  Mentions mentions;
  std::vector<Match> matches;
  Attributions attributions;
  Occasions occasions;
  Sources sources;
  Corrected corrected;
  Trace trace;
  Scorecard scorecard;

  /// What the first stages made, for those behind; refers to this.
  [[nodiscard]] Article article() const { return {document, text, tags, mentions}; }
};

/// Pure: the same document and engine give the same analysis. Never throws on content.
[[nodiscard]] Analysis analyse(Document document, const Engine& engine, const AnalysisOptions& options = {});

/// What score/ reads of an analysis; `marks` and all else must outlive it.
[[nodiscard]] ScoreInput score_input(const Analysis& analysis, const Engine& engine, const ScoreMarks& marks);
[[nodiscard]] ScoreMarks score_marks(const Program& program, const std::vector<Match>& matches);

/// What resolve_sources (sources/resolve.h) reads of an analysis that has come so far.
[[nodiscard]] ResolveInput resolve_input(const Analysis& analysis, const Engine& engine);

/// The view model of an analysis.
[[nodiscard]] Report report_of(const Analysis& analysis, const Engine& engine);

}  // namespace hearsay
