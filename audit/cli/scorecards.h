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
  std::string folder;                    // of a file per article and format; "": none
  std::string file;                      // of the one article; "": none
  const ReportFormat* joined = nullptr;  // one file holds the rows of all articles; null: it does not
  std::string sheet;                     // that file; "": it is printed
  std::string records;                   // the one file of records; "": none
  bool to_records = false;               // jsonl, printed or to `records`
  bool keeps = false;                    // the reports are left in the outcomes, for a store
  ReportOptions options;
};

/// What the command line asks for. Throws Fatal where that cannot be had.
[[nodiscard]] ScorecardPlan plan_scorecards(const CommandLine& line, const Console& console);

/// The record that stands in place of a scorecard.
[[nodiscard]] std::string error_record(const Outcome& outcome);

/// `plan`, `session` and `console` must outlive it.
[[nodiscard]] Sink print_scorecards(const ScorecardPlan& plan, const Session& session, Console& console);
[[nodiscard]] Sink write_scorecards(const ScorecardPlan& plan, const Session& session, Console& console);

/// Rows of the one sheet, in order of the articles, as far as there is room.
[[nodiscard]] Sink gather_rows(const ScorecardPlan& plan, const Session& session, Sheet& sheet);

}  // namespace hearsay
