// The sections beside the article, each as the inside of its <section>. All of it is escaped.
#pragma once

#include <string>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// How many are named, not named and given no source, and who is heard most.
[[nodiscard]] std::string html_voices(const Report& report, const ReportIndex& index);
/// The grade and the total with the reason for them in a sentence, or why there is none.
[[nodiscard]] std::string html_total(const Report& report);
/// Tables: the worst first, a few of them at once; apart and folded those that are not sure; why each is asked.
[[nodiscard]] std::string html_findings(const Report& report, const ReportIndex& index);
/// What narrows the lists of sources and claims; shown by the script alone.
[[nodiscard]] std::string html_filter(const Report& report, const ReportIndex& index);
/// A table: named first, then not named with their step of the ladder, then the rest.
[[nodiscard]] std::string html_sources(const Report& report, const ReportIndex& index);
/// A folded card for each passage, in text order: rule, source, chain, confidence, what is missing.
[[nodiscard]] std::string html_cards(const Report& report, const ReportIndex& index);
/// The measures, each with what cost points.
[[nodiscard]] std::string html_measures(const Report& report, const ReportIndex& index);
/// The whole section: claims that no note of the draft documents, then the notes. "" where the draft has none.
/// Quotations beside their originals, the gravest class first; "" where no originals were given.
[[nodiscard]] std::string html_verifications(const Report& report);
[[nodiscard]] std::string html_documentation(const Report& report, const ReportIndex& index);
/// The whole section: what people corrected, and what of it is not met. "" where nobody did.
[[nodiscard]] std::string html_corrections(const Report& report, const ReportIndex& index);
/// Questions for the desk.
[[nodiscard]] std::string html_questions(const Report& report);
/// Policy, rule packs and the article's checksum.
[[nodiscard]] std::string html_colophon(const Report& report);

}  // namespace hearsay
