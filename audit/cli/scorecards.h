// Where `audit` leaves its scorecards: printed one behind the other, a file per article and format, or one file of
// records.
#pragma once

#include <string>

#include "cli/articles.h"
#include "report/exports/write_brat.h"
#include "report/write_text.h"

namespace hearsay {

struct ScorecardPlan {
  std::vector<const ReportFormat*> formats;
  std::string folder;       // of a file per article and format; "": none
  std::string file;         // of the one article; "": none
  std::string workbook;     // the one call sheet of all articles; "": none
  std::string records;      // the one file of records; "": none
  bool to_records = false;  // jsonl, printed or to `records`
  bool keeps = false;       // the reports are left in the outcomes, for a store
  ReportOptions options;
};

/// What the command line asks for. Throws Fatal where that cannot be had.
[[nodiscard]] ScorecardPlan plan_scorecards(const CommandLine& line, const Console& console);

/// The record that stands in place of a scorecard.
[[nodiscard]] std::string error_record(const Outcome& outcome);

/// `plan`, `session` and `console` must outlive it.
[[nodiscard]] Sink print_scorecards(const ScorecardPlan& plan, const Session& session, Console& console);
/// `index` gathers a row of each article, where has_index() says so.
[[nodiscard]] Sink write_scorecards(const ScorecardPlan& plan, const Session& session, Console& console,
                                    WorstArticles& index);

/// Whether a folder of pages gets an index.html: where HTML is among its formats.
[[nodiscard]] bool has_index(const ScorecardPlan& plan);
void write_index(const ScorecardPlan& plan, WorstArticles& index, Console& console);

/// Rows of the one call sheet, in order of the articles, at most kMostCallRows.
[[nodiscard]] Sink gather_calls(const ScorecardPlan& plan, const Session& session, std::vector<CallRow>& rows);

}  // namespace hearsay
