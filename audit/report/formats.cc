#include "report/formats.h"

#include <array>

#include "report/changes/write_changes.h"
#include "report/checksheet/write_checksheet.h"
#include "report/exports/label.h"
#include "report/exports/write_annotations.h"
#include "report/exports/write_docx.h"
#include "report/exports/write_jsonld.h"
#include "report/exports/write_prov.h"
#include "report/findings/write_findings.h"
#include "report/findings/write_findings_csv.h"
#include "report/findings/write_github.h"
#include "report/findings/write_run_xml.h"
#include "report/findings/write_sarif.h"
#include "report/html/write_html.h"
#include "report/table/call_sheet.h"
#include "report/table/diversity.h"
#include "report/table/write_table.h"
#include "report/threads/write_threads.h"
#include "report/verification/write_verification.h"
#include "report/write_json.h"
#include "report/write_xml.h"

namespace hearsay {
namespace {

using Options = ReportOptions;

std::string diversity_of_one(const Report& report, bool (*write)(const JoinedSheet&, const TakeBytes&)) {
  JoinedSheet sheet(JoinedSheet::kNoFile);
  sheet.append(diversity_sheet(report));
  std::string out;
  const bool whole = write(count_articles(sheet, JoinedSheet::kNoFile), [&](std::string_view bytes) { out += bytes; });
  return whole ? out : std::string();
}

bool joined_csv(const JoinedSheet& sheet, const TakeBytes& take) {
  write_sheet_csv(sheet, take);
  return true;
}

constexpr std::string_view kWordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kSpreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr std::array<ReportFormat, 15> kReports = {{
    {.id = "html",
     .extension = ".html",
     .media_type = "text/html",
     .what = "the scorecard as a page",
     .write = [](const Report& report, const Document&, const Options&) { return write_html(report); }},
    {.id = "xml",
     .extension = ".xml",
     .media_type = "application/xml",
     .what = "the scorecard for programs",
     .write = [](const Report& report, const Document&, const Options&) { return write_xml(report); }},
    {.id = "json",
     .extension = ".json",
     .media_type = "application/json",
     .what = "the scorecard for programs",
     .follows = true,
     .write = [](const Report& report, const Document&, const Options&) { return write_json(report); }},
    {.id = "jsonl",
     .extension = ".jsonl",
     .media_type = "application/x-ndjson",
     .what = "a scorecard a line, errors in their place",
     .follows = true,
     .records = true,
     .write = [](const Report& report, const Document&,
                 const Options&) { return write_json(report, JsonLayout::line); }},
    {.id = "brat",
     .extension = ".ann",
     .media_type = "text/plain",
     .what = "standoff annotation",
     .write = [](const Report& report, const Document&,
                 const Options& options) { return write_brat(report, options.brat); }},
    {.id = "text",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "a summary for the terminal",
     .follows = true,
     .write = [](const Report& report, const Document&,
                 const Options& options) { return write_text(report, options.text); }},
    {.id = "docx",
     .extension = ".docx",
     .media_type = kWordDocument,
     .what = "the draft with findings as comments",
     .office = true,
     .write = [](const Report& report, const Document& document,
                 const Options&) { return write_docx(report, document); }},
    {.id = "xlsx",
     .extension = ".xlsx",
     .media_type = kSpreadsheet,
     .what = "a call sheet: a row per person or document",
     .office = true,
     .write = [](const Report& report, const Document&, const Options&) { return write_xlsx(call_sheet(report)); },
     .sheet = call_sheet,
     .joined = write_xlsx},
    {.id = "diversity",
     .extension = ".diversity.csv",
     .media_type = "text/csv",
     .what = "who is heard: a row per source",
     .write = [](const Report& report, const Document&,
                 const Options&) { return diversity_of_one(report, joined_csv); },
     .sheet = diversity_sheet,
     .joined = [](const JoinedSheet& sheet, const TakeBytes& take) { return joined_csv(count_articles(sheet), take); }},
    {.id = "diversity-xlsx",
     .extension = ".diversity.xlsx",
     .media_type = kSpreadsheet,
     .what = "the same as a workbook",
     .office = true,
     .write = [](const Report& report, const Document&,
                 const Options&) { return diversity_of_one(report, write_xlsx); },
     .sheet = diversity_sheet,
     .joined = [](const JoinedSheet& sheet, const TakeBytes& take) { return write_xlsx(count_articles(sheet), take); }},
    {.id = "label",
     .extension = ".label.svg",
     .media_type = "image/svg+xml",
     .what = "a label for readers: who is cited, how many unnamed",
     .links_card = true,
     .write = [](const Report& report, const Document&, const Options&) { return write_label_svg(report); }},
    {.id = "snippet",
     .extension = ".label.html",
     .media_type = "text/html",
     .what = "the same as a piece of a page",
     .links_card = true,
     .write = [](const Report& report, const Document&, const Options&) { return write_label_html(report); }},
    {.id = "prov",
     .extension = ".prov.xml",
     .media_type = "application/provenance+xml",
     .what = "PROV-XML: what was quoted from whom, through whom",
     .write = [](const Report& report, const Document&, const Options&) { return write_prov(report); }},
    {.id = "annotations",
     .extension = ".annotations.json",
     .media_type = "application/ld+json",
     .what = "Web Annotation: quotations with their places",
     .write = [](const Report& report, const Document&, const Options&) { return write_annotations(report); }},
    {.id = "jsonld",
     .extension = ".jsonld",
     .media_type = "application/ld+json",
     .what = "schema.org Quotation and Claim",
     .write = [](const Report& report, const Document&, const Options&) { return write_jsonld(report); }},
}};

constexpr std::array<RunFormat, 6> kRuns = {{
    {.id = "text",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "lines as a compiler prints them",
     .article = [](const Report& report, const RunPolicy&) { return write_findings(report); }},
    {.id = "sarif",
     .extension = ".sarif",
     .media_type = "application/sarif+json",
     .what = "SARIF 2.1.0, for code scanning",
     .article = [](const Report& report, const RunPolicy&) { return sarif_results(report); },
     .problem = sarif_result,
     .head = sarif_head,
     .tail = [](const RunEnd& end) { return sarif_tail(end); },
     .between = ",\n",
     .says_ending = true},
    {.id = "junit",
     .extension = ".xml",
     .media_type = "application/xml",
     .what = "JUnit, an article a suite",
     .article = [](const Report& report, const RunPolicy& policy) { return junit_suite(report, policy); },
     .problem = [](const RunProblem& problem) { return junit_suite(problem); },
     .head = junit_head,
     .tail = [](const RunEnd&) { return junit_tail(); }},
    {.id = "checkstyle",
     .extension = ".xml",
     .media_type = "application/xml",
     .what = "Checkstyle, an article a file",
     .article = [](const Report& report, const RunPolicy&) { return checkstyle_file(report); },
     .problem = [](const RunProblem& problem) { return checkstyle_file(problem); },
     .head = checkstyle_head,
     .tail = [](const RunEnd&) { return checkstyle_tail(); }},
    {.id = "github",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "GitHub's workflow commands",
     .article = [](const Report& report, const RunPolicy&) { return github_commands(report); },
     .problem = [](const RunProblem& problem) { return github_commands(problem); },
     .capped = true},
    {.id = "csv",
     .extension = ".csv",
     .media_type = "text/csv",
     .what = "a row a finding",
     .article = [](const Report& report, const RunPolicy&) { return findings_csv_rows(report); },
     .head = findings_csv_head},
}};

constexpr std::array<AnswerFormat, 4> kAnswers = {{
    {.id = "text",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "columns for the terminal",
     .table = [](const Table& table, const TextOptions& options) { return write_table_text(table, options); },
     .threads = threads_text},
    {.id = "csv",
     .extension = ".csv",
     .media_type = "text/csv",
     .what = "for a spreadsheet",
     .table = [](const Table& table, const TextOptions&) { return write_table_csv(table); },
     .threads = [](const TextOptions&) { return threads_csv(); }},
    {.id = "json",
     .extension = ".json",
     .media_type = "application/json",
     .what = "for programs",
     .table = [](const Table& table, const TextOptions&) { return write_table_json(table); },
     .threads = [](const TextOptions&) { return threads_json(); }},
    {.id = "html",
     .extension = ".html",
     .media_type = "text/html",
     .what = "a page",
     .table = [](const Table& table, const TextOptions&) { return write_table_html(table); },
     .threads = [](const TextOptions&) { return threads_html_page(); }},
}};

constexpr std::array<ChangesFormat, 3> kChanges = {{
    {.id = "text",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "lines for the terminal",
     .write = [](const VersionChanges& changes,
                 const TextOptions& options) { return write_changes_text(changes, options); }},
    {.id = "json",
     .extension = ".json",
     .media_type = "application/json",
     .what = "for programs",
     .write = [](const VersionChanges& changes, const TextOptions&) { return write_changes_json(changes); }},
    {.id = "html",
     .extension = ".html",
     .media_type = "text/html",
     .what = "both texts side by side",
     .write = [](const VersionChanges& changes, const TextOptions&) { return write_changes_html(changes); }},
}};

constexpr std::array<CheckSheetFormat, 3> kCheckSheets = {{
    {.id = "csv",
     .extension = ".csv",
     .media_type = "text/csv",
     .what = "for a spreadsheet",
     .write = write_checksheet_csv},
    {.id = "xlsx",
     .extension = ".xlsx",
     .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     .what = "a workbook with statuses to choose from",
     .write = write_checksheet_xlsx},
    {.id = "html",
     .extension = ".html",
     .media_type = "text/html",
     .what = "a page to tick off in the browser",
     .write = write_checksheet_html},
}};

constexpr std::array<VerificationFormat, 3> kVerifications = {{
    {.id = "text",
     .extension = ".txt",
     .media_type = "text/plain",
     .what = "a block per quotation for the terminal",
     .write = write_verification_text},
    {.id = "json",
     .extension = ".json",
     .media_type = "application/json",
     .what = "for programs",
     .write = [](const VerificationReport& report, const TextOptions&) { return write_verification_json(report); }},
    {.id = "html",
     .extension = ".html",
     .media_type = "text/html",
     .what = "draft and original side by side",
     .write = [](const VerificationReport& report, const TextOptions&) { return write_verification_html(report); }},
}};

}  // namespace

std::span<const VerificationFormat> verification_formats() {
  return kVerifications;
}

std::span<const ReportFormat> report_formats() {
  return kReports;
}

std::span<const RunFormat> run_formats() {
  return kRuns;
}

std::span<const AnswerFormat> answer_formats() {
  return kAnswers;
}

std::span<const ChangesFormat> changes_formats() {
  return kChanges;
}

std::span<const CheckSheetFormat> checksheet_formats() {
  return kCheckSheets;
}

}  // namespace hearsay
