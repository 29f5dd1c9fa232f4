// Escapes as the runner undoes them: % CR LF in words, and : , besides in properties. All words are on one line anyway.
#include "report/findings/write_github.h"

#include <fmt/format.h>

#include <iterator>

#include "report/findings/run_place.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRows = 100;
constexpr std::size_t kWidest = 160;  // columns of a cell

std::string message_of(std::string_view words) {
  std::string out;
  for (const char c : one_line(words)) {
    if (c == '%') {
      out += "%25";
    } else {
      out += c;
    }
  }
  return out;
}

std::string property(std::string_view words) {
  std::string out;
  for (const char c : message_of(words)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

// Everything that Markdown or HTML would take for a sign of its own stands as a character reference.
std::string cell(std::string_view words) {
  std::string out;
  for (const char c : cut_to(one_line(words), kWidest)) {
    if (std::string_view("&<>|`*_[]\\~#@!").find(c) != std::string_view::npos) {
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string github_commands(const Report& report) {
  std::string out;
  if (report.findings.empty()) return out;
  const TextIndex index(report.text);
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    const RunRegion region = region_of(finding, index);
    fmt::format_to(std::back_inserter(out), "::{} file={}", finding.severity == "note" ? "notice" : finding.severity,
                   property(shown_path(report.path)));
    if (region.line != 0) {
      fmt::format_to(std::back_inserter(out), ",line={},endLine={}", region.line, region.end_line);
      // Columns are for one line only.
      if (region.line == region.end_line)
        fmt::format_to(std::back_inserter(out), ",col={},endColumn={}", region.column, region.end_column);
    }
    fmt::format_to(std::back_inserter(out), ",title={}::{}", property("hearsay " + finding.check),
                   message_of(finding.message));
    if (region.paragraph != 0) fmt::format_to(std::back_inserter(out), " (paragraph {})", region.paragraph);
    out += '\n';
  }
  return out;
}

std::string github_commands(const RunProblem& problem) {
  std::string out = "::error file=" + property(shown_path(problem.path));
  if (problem.line != 0) out += ",line=" + std::to_string(problem.line);
  return out + ",title=hearsay cannot read::" + message_of(problem.message) + '\n';
}

void RunSummary::add(const Report& report) {
  ++articles_;
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    ++findings_;
    ++counts_[finding.severity];
    if (shown_ == kMostRows) continue;
    ++shown_;
    fmt::format_to(std::back_inserter(rows_), "| {} | {} | {} | {} | {} |\n", cell(report.path),
                   finding.line == 0 ? std::string() : std::to_string(finding.line), finding.severity,
                   cell(finding.message), cell(finding.check));
  }
}

std::string RunSummary::markdown() const {
  const auto count = [&](const char* severity) {
    const auto at = counts_.find(severity);
    return at == counts_.end() ? std::size_t{0} : at->second;
  };
  std::string out = fmt::format("### hearsay: {}, {}, {} in {}\n", counted(count("error"), "error", "errors"),
                                counted(count("warning"), "warning", "warnings"),
                                counted(count("note"), "note", "notes"), counted(articles_, "article", "articles"));
  if (findings_ == 0) return out;
  out += "\n| article | line | severity | finding | check |\n|---|---:|---|---|---|\n" + rows_;
  if (findings_ > shown_) fmt::format_to(std::back_inserter(out), "\n… and {} more\n", findings_ - shown_);
  return out;
}

}  // namespace hearsay
