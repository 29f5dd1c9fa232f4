// Lists of a report as one column, and back: JSON for what people may look at, bytes for keys. Reading never throws:
// what is no such list comes back empty.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace hearsay {

[[nodiscard]] std::string spans_column(const CodeSpans& spans);  // [[0,5],[6,9]]
[[nodiscard]] CodeSpans spans_of(std::string_view column);

[[nodiscard]] std::string words_column(const std::vector<std::string>& words);  // ["a","b"]
[[nodiscard]] std::vector<std::string> words_of(std::string_view column);

/// Who gave a source its letter and what a register of judgements says of it: ["graded by","judged by","licence",
/// "page","says","scope","discussed", …], three for each verdict. "" where nobody did either.
[[nodiscard]] std::string judgement_column(const ReportSource& source);
void read_judgement_column(std::string_view column, ReportSource& source);

/// How an article's genre is known: ["writing","the way of writing","first person","0.93"]. "" where it is not.
[[nodiscard]] std::string genre_column(const Report& report);
void read_genre_column(std::string_view column, Report& report);

[[nodiscard]] std::string blocks_column(const std::vector<ReportBlock>& blocks);  // [["paragraph",0,5]]
[[nodiscard]] std::vector<ReportBlock> blocks_of(std::string_view column);

[[nodiscard]] std::string chain_column(const std::vector<ReportHop>& chain);  // [[7,"Ana Ruiz","statement"]]
[[nodiscard]] std::vector<ReportHop> chain_of(std::string_view column);

[[nodiscard]] std::string notes_column(const std::vector<ReportNote>& notes);  // as schema.sql has them
[[nodiscard]] std::vector<ReportNote> notes_of(std::string_view column);
[[nodiscard]] std::string findings_column(const std::vector<ReportFinding>& findings);  // of body.perhaps
[[nodiscard]] std::vector<ReportFinding> findings_of(std::string_view column);

[[nodiscard]] std::string corrections_column(const std::vector<ReportCorrection>& corrections);  // as in the scorecard
[[nodiscard]] std::vector<ReportCorrection> corrections_of(std::string_view column);

[[nodiscard]] std::string keys_column(const std::vector<std::uint64_t>& keys);  // 8 bytes each, the highest first
[[nodiscard]] std::vector<std::uint64_t> keys_of(std::string_view column);

}  // namespace hearsay
