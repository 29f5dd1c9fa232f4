// Rendering is done by the threads that audit; here, on one thread, files get their names and are written.
#include "service/scorecards.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "archive/inputs.h"
#include "base/digest.h"
#include "report/exports/label.h"
#include "report/table/page_names.h"
#include "report/table/write_table.h"
#include "report/verification/make_verifications.h"
#include "report/write_json.h"

namespace hearsay {
namespace {

/// Where originals are given: what they say of the quotations, its findings counted with the others.
void hold_against(const ScorecardPlan& plan, const Analysis& analysis, Report& report, Outcome& outcome) {
  if (plan.originals == nullptr) return;
  plan.originals->add_to(report, analysis, *outcome.session);
  for (const ReportFinding& finding : report.findings) {
    if (finding.check != kQuotationDiffers || !finding.suppressed.empty()) continue;
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
      outcome.counts[static_cast<int>(severity)] += finding.severity == severity_name(severity) ? 1 : 0;
  }
}

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 120;   // bytes of a file name without its extension
constexpr std::size_t kMostUnwritten = 20;  // files that are named one by one; the others are counted

// An id of a record may hold anything; a file name only what no system and no shell takes for something else.
std::string file_name(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte > ' ' && byte != 0x7fU && std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos;
    name.push_back(kept ? c : '_');
  }
  if (name.starts_with('.') || name.starts_with('-')) name.front() = '_';
  if (name.empty()) name = "article";
  if (name.size() > kLongestName) name = sha256_hex(id).substr(0, 32);
  return name;
}

/// On standard error, where what is printed or written does not say it to whoever runs the program.
void note_not_audited(const Report& report, Outcome& outcome) {
  if (is_audited(report)) return;
  outcome.diagnostics.push_back({.severity = Severity::note, .file = outcome.path, .message = report.withheld});
}

// Where one document after another makes no file of the format.
bool needs_folder(const InputChoice& input, const ReportFormat& format) {
  if (format.follows) return false;
  std::error_code error;
  return input.paths.size() > 1 || (input.paths.size() == 1 && fs::is_directory(input.paths.front(), error)) ||
         (input.from != From::automatic && input.from != From::file);
}

// One file, by its name: "calls.xlsx", "voices.csv".
bool takes_file(const std::vector<const ReportFormat*>& formats, const std::string& out) {
  if (formats.size() != 1 || (!formats.front()->office && formats.front()->sheet == nullptr)) return false;
  const std::string_view extension = formats.front()->extension;
  return out.ends_with(extension.substr(extension.rfind('.')));
}

const ReportFormat* format_named(std::string_view id) {
  return format_named(report_formats(), id);
}

}  // namespace

ScorecardPlan plan_scorecards(const ScorecardChoice& choice, const InputChoice& input) {
  ScorecardPlan plan{.formats = choice.formats,
                     .resume = choice.resume,
                     .store = choice.store,
                     .options = {.brat = {.flat = choice.flat}, .text = {}}};
  const auto records = [](const ReportFormat* format) { return format->records; };
  plan.to_records = plan.formats.size() == 1 && records(plan.formats.front());
  if (!plan.to_records && std::any_of(plan.formats.begin(), plan.formats.end(), records))
    throw Fatal({.message = "jsonl is one file for all articles, other formats one file each",
                 .remedy = "run once with --to jsonl and once with the others"});
  if (input.shard.count > 1) plan.index += fmt::format(".{}-of-{}", input.shard.index, input.shard.count);
  if (!plan.to_records && input.errors == ErrorsTo::record)
    throw Fatal({.message = "only jsonl has records for errors", .remedy = "add --to jsonl, or leave out --errors"});
  if (choice.resume && (!plan.to_records || !choice.out))
    throw Fatal({.message = "--resume needs a file of records", .remedy = "add --to jsonl --out FILE.jsonl"});
  if (plan.to_records) {
    plan.records = choice.out.value_or("");
    return plan;
  }
  if (choice.out && takes_file(plan.formats, *choice.out)) {
    if (plan.formats.front()->sheet != nullptr) {
      plan.joined = plan.formats.front();
      plan.sheet = *choice.out;
      return plan;
    }
    plan.file = *choice.out;
    if (needs_folder(input, *plan.formats.front()))
      throw Fatal({.message = "several articles make no one DOCX", .remedy = "give a folder for --out"});
    return plan;
  }
  plan.folder = choice.out.value_or("");
  if (plan.formats.empty() && plan.folder.empty() && plan.store) return plan;  // nothing is printed
  if (plan.formats.empty()) plan.formats = {format_named(plan.folder.empty() ? "text" : "html")};
  if (!plan.folder.empty()) return plan;
  if (plan.formats.front()->office)
    throw Fatal({.message = "office files are not printed", .remedy = "add --out FILE or --out DIR"});
  if (plan.formats.size() > 1)
    throw Fatal({.message = "several formats cannot share standard output", .remedy = "add --out DIR"});
  if (plan.formats.front()->sheet != nullptr) {
    plan.joined = plan.formats.front();
    return plan;
  }
  if (needs_folder(input, *plan.formats.front()))
    throw Fatal({.message = "several articles in this format cannot share standard output", .remedy = "add --out DIR"});
  plan.options.text = choice.text;
  return plan;
}

std::string error_record(const Outcome& outcome) {
  ErrorRecord record{.id = outcome.id, .path = outcome.path, .sha256 = outcome.sha256};
  const auto gravest =
      std::max_element(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                       [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
  if (gravest == outcome.diagnostics.end()) {
    record.message = "no article text";
  } else {
    record.message = gravest->message;
    record.remedy = gravest->remedy;
    record.line = gravest->line;
  }
  record.severity = severity_name(gravest == outcome.diagnostics.end() ? Severity::error : gravest->severity);
  return write_error_json(record);
}

Sink print_scorecards(const ScorecardPlan& plan, Output out) {
  Sink sink{.render =
                [&](const Analysis& analysis, Outcome& outcome) {
                  count_findings(analysis.scorecard, outcome);
                  Report report = report_of(analysis, *outcome.session->engine);
                  hold_against(plan, analysis, report, outcome);
                  if (plan.formats.empty() || plan.formats.front()->id != "text") note_not_audited(report, outcome);
                  if (!plan.formats.empty())
                    outcome.out = plan.formats.front()->write(report, analysis.document, plan.options);
                  if (plan.store) outcome.report = std::move(report);
                },
            .take = [out = std::move(out)](Outcome&& outcome) { out(outcome.out); }};
  if (plan.to_records) sink.render_failure = [](Outcome& outcome) { outcome.out = error_record(outcome); };
  return sink;
}

bool has_index(const ScorecardPlan& plan) {
  return !plan.folder.empty() && plan.file.empty() &&
         std::find(plan.formats.begin(), plan.formats.end(), format_named("html")) != plan.formats.end();
}

void write_index(const ScorecardPlan& plan, const WorstArticles& index, Outputs& outputs, Listener& listener) {
  // Rows have the name of their file for an id.
  const auto page_of = [](Refers refers, const std::string& id) {
    return refers == Refers::article ? href_of(id + ".html") : std::string();
  };
  const std::string page = write_table_html(index.table(), {.page_of = page_of});
  if (const auto problem = outputs.write((fs::path(plan.folder) / (plan.index + ".html")).string(), page))
    listener.report(*problem);
}

Sink write_scorecards(const ScorecardPlan& plan, Outputs& outputs, Listener& listener, WorstArticles& index,
                      Written& written) {
  const auto render = [&](const Analysis& analysis, Outcome& outcome) {
    count_findings(analysis.scorecard, outcome);
    Report report = report_of(analysis, *outcome.session->engine);
    hold_against(plan, analysis, report, outcome);
    note_not_audited(report, outcome);
    for (const ReportFormat* format : plan.formats)
      outcome.scorecards.emplace_back(format, format->write(report, analysis.document, plan.options));
    if (has_index(plan)) outcome.row = article_row(report);
    if (plan.store) outcome.report = std::move(report);
  };
  UniqueNames taken;
  const bool paged = has_index(plan);
  if (paged) static_cast<void>(taken.unique(plan.index));
  const auto take = [&, paged, names = std::move(taken)](Outcome&& outcome) mutable {
    if (outcome.unchanged)
      index.add_unchanged();
    else if (!outcome.read)
      index.add_failure();
    if (outcome.scorecards.empty()) return;
    const std::string name = names.unique(file_name(outcome.id));
    if (outcome.row) {
      if (outcome.row->title.empty()) outcome.row->title = outcome.row->id;
      outcome.row->id = name;
      index.add(std::move(*outcome.row));
    }
    const std::size_t failed = written.failed;
    for (auto& [format, card] : outcome.scorecards) {
      if (format->links_card && paged) place_card(card, name + ".html");
      const fs::path placed = fs::path(plan.folder) / (name + std::string(format->extension));
      const std::string path = plan.file.empty() ? placed.string() : plan.file;
      std::optional<Diagnostic> problem;
      if (card.empty() && format->office)
        problem = Diagnostic{.file = path, .message = "the office file could not be made", .remedy = "free memory"};
      else
        problem = outputs.write(path, card);
      ++(problem ? written.failed : written.files);
      if (problem && written.failed <= kMostUnwritten) listener.report(*problem);
    }
    if (written.failed == failed) ++written.articles;
  };
  return {.render = render, .take = take};
}

Sink gather_rows(const ScorecardPlan& plan, JoinedSheet& sheet) {
  const auto render = [&](const Analysis& analysis, Outcome& outcome) {
    count_findings(analysis.scorecard, outcome);
    Report report = report_of(analysis, *outcome.session->engine);
    hold_against(plan, analysis, report, outcome);
    note_not_audited(report, outcome);
    outcome.rows = plan.joined->sheet(report);
    if (plan.store) outcome.report = std::move(report);
  };
  const auto take = [&](Outcome&& outcome) { sheet.append(std::move(outcome.rows)); };
  return {.render = render, .take = take};
}

}  // namespace hearsay
