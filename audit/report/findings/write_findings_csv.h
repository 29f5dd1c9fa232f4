// Findings as a table, a row each, safe to open in a spreadsheet.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// The names of the columns.
[[nodiscard]] std::string findings_csv_head();
/// Suppressed findings too, with the reason in a column of its own.
[[nodiscard]] std::string findings_csv_rows(const Report& report);

}  // namespace hearsay
