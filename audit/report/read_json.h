// A scorecard read back from the JSON that write_json wrote: for shards of records that are folded into a store.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "report/report.h"

namespace hearsay {

enum class CardKind {
  scorecard,  // the report is filled
  other,      // a JSON object with another schema: the record of an error, say
  broken,     // see the diagnostic
};

/// Fills `report` from one scorecard of schema hearsay.scorecard/1. What write_json writes of it is the same again,
/// byte by byte. Keys it does not know are passed over; a key that is missing or of another type is `broken`, and so is
/// what is no JSON: `problem` says where, its file and line are the caller's to fill. Throws nothing.
[[nodiscard]] CardKind read_json(std::string_view json, Report& report, Diagnostic& problem);

/// The findings that write_findings_json wrote; none where it is no such list. Throws nothing.
[[nodiscard]] std::vector<ReportFinding> read_findings_json(std::string_view json);

}  // namespace hearsay
