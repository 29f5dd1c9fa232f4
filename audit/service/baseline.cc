// Small XML read whole; the errors of pugixml end here.
#include "service/baseline.h"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "archive/inputs.h"
#include "base/line_index.h"
#include "base/xml_fault.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxBaselineBytes = 256U << 20U;

class Complaints {
 public:
  Complaints(const fs::path& file, std::string_view bytes, Diagnostics& diagnostics)
      : file_(file.string()), lines_(bytes), diagnostics_(diagnostics) {}
  void add(std::ptrdiff_t offset, std::string message, std::string remedy) {
    const LineColumn place = lines_.position(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, offset)));
    diagnostics_.push_back({.file = file_,
                            .line = place.line,
                            .column = place.column,
                            .message = std::move(message),
                            .remedy = std::move(remedy)});
  }

 private:
  std::string file_;
  LineIndex lines_;
  Diagnostics& diagnostics_;
};

}  // namespace

fs::path folder_of_baseline(const fs::path& file) {
  std::error_code error;
  return fs::absolute(file, error).lexically_normal().parent_path();
}

std::string baseline_key(const fs::path& folder, const std::string& path) {
  if (path == "-") return path;
  std::error_code error;
  const fs::path here = fs::absolute(path, error).lexically_normal();
  const fs::path relative = here.lexically_relative(folder);
  return relative.empty() ? here.generic_string() : relative.generic_string();
}

Baseline Baseline::read(const fs::path& file, Diagnostics& diagnostics) {
  Baseline baseline(file);
  std::string bytes;
  if (auto problem = read_file(file.string(), kMaxBaselineBytes, bytes)) {
    std::error_code error;
    problem->remedy = fs::exists(file, error) ? "name a file that check --write-baseline has written"
                                              : "write one with --write-baseline " + file.string();
    throw Fatal(std::move(*problem));
  }
  Complaints complaints(file, bytes, diagnostics);
  if (const auto fault = xml_fault(bytes)) {
    complaints.add(static_cast<std::ptrdiff_t>(fault->at), std::string(fault->message), std::string(fault->remedy));
    return baseline;
  }
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
  if (!result) {
    complaints.add(result.offset, std::string("no XML: ") + result.description(), "it forgives nothing until mended");
    return baseline;
  }
  for (const pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_doctype)
      complaints.add(node.offset_debug(), "a document type is not allowed here", "remove the <!DOCTYPE …>");
  }
  const pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()) != "baseline") {
    complaints.add(root.offset_debug(), std::string("the root is <") + root.name() + ">",
                   "a baseline begins with <baseline>; write one with --write-baseline");
    return baseline;
  }
  for (const pugi::xml_node article : root.children("article")) {
    const std::string path = article.attribute("path").value();
    if (path.empty()) {
      complaints.add(article.offset_debug(), "<article> without path", "give the path from the baseline's folder");
      continue;
    }
    std::vector<BaselineEntry>& entries = baseline.articles_[path];
    for (const pugi::xml_node finding : article.children("finding")) {
      BaselineEntry entry{.check = finding.attribute("check").value(),
                          .fingerprint = finding.attribute("fingerprint").value(),
                          .message = finding.child_value(),
                          .line = finding.attribute("line").as_uint()};
      if (entry.check.empty() || entry.fingerprint.empty()) {
        complaints.add(finding.offset_debug(), "<finding> without check or fingerprint",
                       "remove it, or write the baseline anew");
        continue;
      }
      entries.push_back(std::move(entry));
    }
  }
  return baseline;
}

Baseline::Forgiven Baseline::forgive(Report& report) const {
  Forgiven forgiven;
  const auto article = articles_.find(baseline_key(folder_, report.path));
  if (article == articles_.end()) return forgiven;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const BaselineEntry& entry : article->second) known.emplace(entry.check, entry.fingerprint);
  const std::size_t entries = known.size();
  std::set<std::pair<std::string_view, std::string_view>> met;
  for (const ReportFinding& finding : report.findings) {
    if (const auto at = known.find({finding.check, finding.fingerprint}); at != known.end()) met.insert(*at);
  }
  forgiven.gone = entries - met.size();
  // A suppressed finding is silent already.
  forgiven.hidden = std::erase_if(report.findings, [&](const ReportFinding& finding) {
    return finding.suppressed.empty() && known.count({finding.check, finding.fingerprint}) != 0;
  });
  return forgiven;
}

}  // namespace hearsay
