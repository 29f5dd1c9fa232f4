// Each article is an element of its own, printed by pugixml one step in; only the root around them is written by hand.
#include "report/findings/write_run_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <vector>

#include "base/xml_text.h"
#include "report/findings/run_place.h"
#include "report/findings/run_writer.h"
#include "report/findings/write_findings.h"
#include "report/place.h"
#include "report/plain.h"
#include "report/xml_attributes.h"

namespace hearsay {
namespace {

using Node = pugi::xml_node;

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

void put_line(Node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(xml_characters(one_line(value)).c_str());
}

std::string printed(Node node) {
  return xml_text(node, "  ", pugi::format_indent, 1);
}

struct CaseTotals {
  std::size_t cases = 0, failures = 0, skipped = 0;
};

// `check` may be of the gate itself and unknown to the policy.
void add_case(Node suite, const Report& report, const RunCheck& check, int fails_from, CaseTotals& totals) {
  Node one = suite.append_child("testcase");
  put_line(one, "name", check.title.empty() ? check.id : check.id + ": " + check.title);
  put_line(one, "classname", "hearsay." + check.id);
  ++totals.cases;
  std::vector<const ReportFinding*> failures;
  std::string suppressed;
  std::string remarks;
  for (const ReportFinding& finding : report.findings) {
    if (finding.check != check.id) continue;
    if (!finding.suppressed.empty()) {
      suppressed = finding.suppressed;
    } else if (severity_rank(finding.severity) >= fails_from) {
      failures.push_back(&finding);
    } else {
      remarks += finding_line(report.path, finding);
    }
  }
  if (!failures.empty()) {
    ++totals.failures;
    // One <failure> to a case is all that every reader takes.
    Node failure = one.append_child("failure");
    put_line(failure, "type", failures.front()->severity);
    put_line(failure, "message",
             failures.size() == 1 ? failures.front()->message
                                  : fmt::format("{} (and {} more)", failures.front()->message, failures.size() - 1));
    std::string lines;
    for (const ReportFinding* finding : failures) lines += finding_line(report.path, *finding);
    failure.text().set(xml_characters(lines).c_str());
  } else if (!suppressed.empty() && remarks.empty()) {
    ++totals.skipped;
    put_line(one.append_child("skipped"), "message", suppressed);
  }
  if (!remarks.empty()) one.append_child("system-out").text().set(xml_characters(remarks).c_str());
}

void put_totals(Node suite, const std::string& path, const CaseTotals& totals, std::size_t errors) {
  put_line(suite, "name", shown_path(path));
  put_count(suite, "tests", totals.cases);
  put_count(suite, "failures", totals.failures);
  put_count(suite, "errors", errors);
  put_count(suite, "skipped", totals.skipped);
}

}  // namespace

std::string junit_head() {
  return std::string(kDeclaration) + "<testsuites name=\"hearsay\">\n";
}

std::string junit_suite(const Report& report, const RunPolicy& policy) {
  pugi::xml_document cases;
  Node holder = cases.append_child("testsuite");
  CaseTotals totals;
  if (!is_audited(report)) {
    Node one = holder.append_child("testcase");
    put_line(one, "name", "not-audited: Not audited");
    put_line(one, "classname", "hearsay.not-audited");
    put_line(one.append_child("skipped"), "message", report.withheld);
    put_totals(holder, report.path, {.cases = 1, .failures = 0, .skipped = 1}, 0);
    return printed(holder);
  }
  std::vector<std::string> known;
  for (const RunCheck& check : policy.checks) {
    add_case(holder, report, check, policy.fails_from, totals);
    known.push_back(check.id);
  }
  for (const ReportFinding& finding : report.findings) {
    if (std::find(known.begin(), known.end(), finding.check) != known.end()) continue;
    known.push_back(finding.check);
    add_case(holder, report,
             {.id = finding.check,
              .severity = finding.severity,
              .title = finding.title,
              .means = {},
              .why = finding.why,
              .page = {}},
             policy.fails_from, totals);
  }
  put_totals(holder, report.path, totals, 0);
  return printed(holder);
}

std::string junit_suite(const RunProblem& problem) {
  pugi::xml_document document;
  Node suite = document.append_child("testsuite");
  put_totals(suite, problem.path, {.cases = 1}, 1);
  Node one = suite.append_child("testcase");
  put_line(one, "name", "the article can be read");
  put_line(one, "classname", "hearsay.unreadable");
  put_line(one.append_child("error"), "message", problem.message);
  return printed(suite);
}

std::string junit_tail() {
  return "</testsuites>\n";
}

std::string checkstyle_head() {
  return std::string(kDeclaration) + "<checkstyle version=\"4.3\">\n";
}

std::string checkstyle_file(const Report& report) {
  pugi::xml_document document;
  Node file = document.append_child("file");
  put_line(file, "name", shown_path(report.path));
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    Node error = file.append_child("error");
    put_count(error, "line", std::max(1U, finding.line));
    put_count(error, "column", std::max(1U, finding.column));
    put_line(error, "severity", finding.severity == "note" ? "info" : finding.severity);
    put_line(error, "message",
             finding.paragraph == 0 ? finding.message : place_words(finding) + ": " + finding.message);
    put_line(error, "source", "hearsay." + finding.check);
  }
  return printed(file);
}

std::string checkstyle_file(const RunProblem& problem) {
  pugi::xml_document document;
  Node file = document.append_child("file");
  put_line(file, "name", shown_path(problem.path));
  Node error = file.append_child("error");
  put_count(error, "line", std::max(1U, problem.line));
  put_line(error, "severity", "error");
  put_line(error, "message", problem.message);
  put_line(error, "source", "hearsay.unreadable");
  return printed(file);
}

std::string checkstyle_tail() {
  return "</checkstyle>\n";
}

}  // namespace hearsay
