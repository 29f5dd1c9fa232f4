// The results stand before the tool and its rules, since only at the end all policies of the run are known. One run for
// the whole batch: readers of SARIF bound the number of runs, not of results.
#include "report/findings/write_sarif.h"

#include <algorithm>
#include <set>

#include "report/findings/run_place.h"
#include "report/findings/run_writer.h"
#include "report/json_writer.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr const char* kUnreadable = "hearsay/unreadable";

void put_text(JsonWriter& json, std::string_view key, std::string_view words) {
  json.key(key).open_object();
  json.key("text").value(words);
  json.close();
}

void put_region(JsonWriter& json, const RunRegion& region) {
  json.key("region").open_object();
  json.key("startLine").value(region.line);
  json.key("startColumn").value(region.column);
  json.key("endLine").value(region.end_line);
  json.key("endColumn").value(region.end_column);
  if (!region.words.empty()) put_text(json, "snippet", region.words);
  json.close();
}

void put_location(JsonWriter& json, const std::string& path, const RunRegion& region) {
  json.key("locations").open_array();
  json.open_object();
  json.key("physicalLocation").open_object();
  json.key("artifactLocation").open_object();
  json.key("uri").value(path_uri(path));
  json.close();
  if (region.line != 0) put_region(json, region);
  json.close();
  if (region.paragraph != 0) {
    json.key("logicalLocations").open_array();
    json.open_object();
    json.key("name").value("paragraph " + std::to_string(region.paragraph));
    json.key("fullyQualifiedName").value("article/paragraph[" + std::to_string(region.paragraph) + "]");
    json.key("kind").value("element");
    json.close();
    json.close();
  }
  json.close();
  json.close();
}

std::string one_result(const Report& report, const ReportFinding& finding, const TextIndex& index) {
  JsonWriter json(0);
  const RunRegion region = region_of(finding, index);
  json.open_object();
  json.key("ruleId").value(finding.check);
  json.key("level").value(finding.severity);
  // Where the words are not shown by their region, the message quotes them.
  put_text(json, "message",
           one_line(finding.message) + (region.line == 0 && !region.words.empty() ? ": " + region.words : ""));
  put_location(json, report.path, region);
  json.key("partialFingerprints").open_object();
  json.key("hearsay/v1").value(finding.fingerprint);
  json.close();
  if (!finding.suppressed.empty()) {
    json.key("suppressions").open_array();
    json.open_object();
    json.key("kind").value(finding.settled_by.empty() ? "inSource" : "external");
    json.key("justification").value(one_line(finding.suppressed));
    json.close();
    json.close();
  }
  json.close();
  std::string line = json.take();
  line.pop_back();
  return line;
}

void put_rule(JsonWriter& json, const RunCheck& check) {
  json.open_object();
  json.key("id").value(check.id);
  if (!check.title.empty()) put_text(json, "shortDescription", check.title);
  if (!check.means.empty()) put_text(json, "fullDescription", check.means);
  if (const std::string help = check_help(check); !help.empty()) put_text(json, "help", help);
  if (check.page.starts_with("https://") || check.page.starts_with("http://")) json.key("helpUri").value(check.page);
  json.key("defaultConfiguration").open_object();
  json.key("level").value(check.severity);
  json.close();
  json.close();
}

}  // namespace

std::string sarif_head() {
  return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"results\":"
         "[\n";
}

std::string sarif_results(const Report& report) {
  std::string out;
  if (report.findings.empty()) return out;
  const TextIndex index(report.text);
  for (const ReportFinding& finding : report.findings) {
    if (!out.empty()) out += ",\n";
    out += one_result(report, finding, index);
  }
  return out;
}

std::string sarif_result(const RunProblem& problem) {
  JsonWriter json(0);
  json.open_object();
  json.key("ruleId").value(kUnreadable);
  json.key("level").value("error");
  put_text(json, "message", one_line(problem.message));
  RunRegion region;
  if (problem.line != 0)
    region = {.line = problem.line, .column = 1, .end_line = problem.line, .end_column = 1, .words = {}};
  put_location(json, problem.path, region);
  json.close();
  std::string line = json.take();
  line.pop_back();
  return line;
}

std::string sarif_tail(const RunEnd& end) {
  JsonWriter json(0);
  json.open_object();
  json.key("driver").open_object();
  json.key("name").value("hearsay");
  json.key("version").value(end.version);
  json.key("rules").open_array();
  std::set<std::string> known;
  for (const RunPolicy& policy : end.policies) {
    for (const RunCheck& check : policy.checks) {
      if (known.insert(check.id).second) put_rule(json, check);
    }
  }
  if (end.failures != 0) {
    put_rule(json, {.id = kUnreadable,
                    .severity = "error",
                    .title = "Unreadable article",
                    .means = "The file holds no article that can be read.",
                    .why = {},
                    .page = {}});
  }
  json.close();
  json.close();
  json.close();
  std::string tool = json.take();
  tool.pop_back();
  std::string tail = "\n],\"columnKind\":\"unicodeCodePoints\",\"tool\":" + tool;
  tail += ",\"invocations\":[{\"executionSuccessful\":";
  tail += end.failures == 0 && end.ending == RunEnding::whole ? "true" : "false";
  if (end.ending == RunEnding::interrupted)
    tail +=
        R"(,"exitCode":130,"toolExecutionNotifications":[{"level":"error","message":{"text":"interrupted: articles behind this were not read"}}])";
  return tail + "}]}]}\n";
}

}  // namespace hearsay
