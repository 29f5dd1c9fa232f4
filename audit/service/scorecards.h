// Where a run leaves its scorecards: printed one behind the other, a file per article and format, or one file of
// records.
#pragma once

#include <string>

#include "report/formats.h"
#include "service/articles.h"
#include "service/choices.h"
#include "service/listener.h"
#include "service/originals.h"
#include "service/outputs.h"

namespace hearsay {

struct ScorecardPlan {
  std::vector<const ReportFormat*> formats;
  std::string folder;                    // of a file per article and format; "": none
  std::string file;                      // of the one article; "": none
  const ReportFormat* joined = nullptr;  // one file holds the rows of all articles; null: it does not
  std::string index = "index";           // name of the page of all articles in `folder`
  std::string sheet;                     // that file; "": it is printed
  std::string records;                   // the one file of records; "": none
  bool to_records = false;               // jsonl, printed or to `records`
  bool resume = false;                   // go on with the file of records
  std::optional<std::string> store;      // file for which the reports are left in the outcomes
  Originals* originals = nullptr;        // that quotations are held against; null: none
  ReportOptions options;
};

/// What is asked for. Throws Fatal where that cannot be had.
[[nodiscard]] ScorecardPlan plan_scorecards(const ScorecardChoice& choice, const InputChoice& input);

/// The record that stands in place of a scorecard.
[[nodiscard]] std::string error_record(const Outcome& outcome);

/// To `out`. `plan` must outlive it, as for the next two.
[[nodiscard]] Sink print_scorecards(const ScorecardPlan& plan, Output out);
/// How many scorecards reached the disk.
struct Written {
  std::size_t files = 0, failed = 0;
  std::size_t articles = 0;  // all of whose files were written
};
/// As files; what cannot be written is reported and counted. `index` gathers a row of each article where has_index()
/// says so.
[[nodiscard]] Sink write_scorecards(const ScorecardPlan& plan, Outputs& outputs, Listener& listener,
                                    WorstArticles& index, Written& written);

/// Whether a folder gets an index.html: where HTML is among its formats.
[[nodiscard]] bool has_index(const ScorecardPlan& plan);
void write_index(const ScorecardPlan& plan, const WorstArticles& index, Outputs& outputs, Listener& listener);

/// Rows of the one sheet, in order of the articles, as far as there is room.
[[nodiscard]] Sink gather_rows(const ScorecardPlan& plan, JoinedSheet& sheet);

}  // namespace hearsay
