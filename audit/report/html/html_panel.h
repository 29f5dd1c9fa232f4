// The sections beside the article, each as the inside of its <section>. All of it is escaped.
#pragma once

#include <string>
#include <vector>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// The grade and the total.
[[nodiscard]] std::string html_total(const Report& report);
/// Who speaks, in one line.
[[nodiscard]] std::string html_voices(const Report& report);
/// The measures, each with what cost points.
[[nodiscard]] std::string html_score(const Report& report, const ReportIndex& index);
/// Grouped by check, the gravest first, and those that are not sure apart; `why` and page once per check.
[[nodiscard]] std::string html_findings(const Report& report, const ReportIndex& index);
/// Named first, then not named with their step of the ladder, then the rest.
[[nodiscard]] std::string html_sources(const Report& report, const ReportIndex& index);
/// A card for each attribution and unattributed claim, in text order: rule, source, chain, confidence, what is missing.
[[nodiscard]] std::string html_cards(const Report& report, const ReportIndex& index);
/// The whole section: claims that no note of the draft documents, then the notes. "" where the draft has none.
[[nodiscard]] std::string html_documentation(const Report& report, const ReportIndex& index);
/// Questions for the desk.
[[nodiscard]] std::string html_questions(const Report& report);
/// Policy, rule packs and the article's checksum.
[[nodiscard]] std::string html_colophon(const Report& report);

/// The chain drawn as boxes from the article to the origin (an ordered list underneath).
[[nodiscard]] std::string html_chain(const ReportAttribution& attribution, const ReportIndex& index);
/// Links to cards, "A3 N4 U2*": attribution and claim ids; unknown ids are left out.
[[nodiscard]] std::string html_references(const std::vector<std::string>& ids, const ReportIndex& index);

}  // namespace hearsay
