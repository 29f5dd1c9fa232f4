// A switch over the forms; what each looks like stands in its own file. What only the whole run knows is decided here:
// commas between results, and how many annotations GitHub still shows.
#include "report/run_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plain.h"
#include "report/write_findings.h"
#include "report/write_findings_csv.h"
#include "report/write_github.h"
#include "report/write_run_xml.h"
#include "report/write_sarif.h"

namespace hearsay {

int severity_rank(const std::string& severity) {
  return severity == "error" ? 2 : severity == "warning" ? 1 : 0;
}

std::string check_help(const RunCheck& check) {
  std::string help = check.why;
  if (!check.page.empty()) help += " It rests on " + check.page + " .";
  if (!help.empty())
    help += " To let one place stand: [hearsay:ignore " + check.id + " the reason] on a line before it.";
  return help;
}

std::string RunWriter::piece(const Report& report, const RunPolicy& policy) const {
  switch (format_) {
    case RunFormat::text:
      return write_findings(report);
    case RunFormat::sarif:
      return sarif_results(report);
    case RunFormat::junit:
      return junit_suite(report, policy);
    case RunFormat::checkstyle:
      return checkstyle_file(report);
    case RunFormat::github:
      return github_commands(report);
    case RunFormat::csv:
      return findings_csv_rows(report);
  }
  return {};
}

std::string RunWriter::piece(const RunProblem& problem) const {
  switch (format_) {
    case RunFormat::sarif:
      return sarif_result(problem);
    case RunFormat::junit:
      return junit_suite(problem);
    case RunFormat::checkstyle:
      return checkstyle_file(problem);
    case RunFormat::github:
      return github_commands(problem);
    case RunFormat::text:
    case RunFormat::csv:
      break;
  }
  return {};
}

std::string RunWriter::begin() const {
  switch (format_) {
    case RunFormat::sarif:
      return sarif_head();
    case RunFormat::junit:
      return junit_head();
    case RunFormat::checkstyle:
      return checkstyle_head();
    case RunFormat::csv:
      return findings_csv_head();
    case RunFormat::text:
    case RunFormat::github:
      break;
  }
  return {};
}

std::string RunWriter::add_commands(const std::string& piece) {
  std::string out;
  for (std::size_t begin = 0; begin < piece.size();) {
    const std::size_t end = std::min(piece.find('\n', begin), piece.size() - 1) + 1;
    const char kind = piece[begin + 2];  // "::error", "::warning", "::notice"
    // The last notice is kept for what is said at the end.
    const std::size_t most = kind == 'n' ? kMostAnnotations - 1 : kMostAnnotations;
    if (++commands_[kind] <= most) out.append(piece, begin, end - begin);
    begin = end;
  }
  return out;
}

std::string RunWriter::add(const std::string& piece) {
  if (piece.empty()) return {};
  if (format_ == RunFormat::github) return add_commands(piece);
  const bool first = !any_;
  any_ = true;
  return format_ == RunFormat::sarif && !first ? ",\n" + piece : piece;
}

std::string RunWriter::end(const std::vector<RunPolicy>& policies, std::size_t failures) {
  switch (format_) {
    case RunFormat::sarif:
      return sarif_tail(version_, policies, failures);
    case RunFormat::junit:
      return junit_tail();
    case RunFormat::checkstyle:
      return checkstyle_tail();
    case RunFormat::github: {
      std::size_t hidden = 0;
      for (const auto& [kind, count] : commands_) {
        const std::size_t most = kind == 'n' ? kMostAnnotations - 1 : kMostAnnotations;
        hidden += count > most ? count - most : 0;
      }
      if (hidden == 0) return {};
      return fmt::format(
          "::notice title=hearsay::{} more findings are not shown here: GitHub shows {} of a kind. The job's summary "
          "begins with them; the other formats have all.\n",
          hidden, kMostAnnotations);
    }
    case RunFormat::text:
    case RunFormat::csv:
      break;
  }
  return {};
}

}  // namespace hearsay
