// Annotated articles read into a report and written again: the same attributions must come out, span for span.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "report/exports/write_brat.h"
#include "report/golden_file.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

/// The events of an .ann file, as the attributions of a report. Just enough of the format for what it holds.
Report read_annotations(const std::string& ann, std::string text) {
  std::map<std::string, CodeSpans> spans;
  Report report;
  report.text = std::move(text);
  // An event may stand before the spans it names, so it is read when all are known.
  std::istringstream lines(ann + '\n' + ann);
  std::size_t number = 0;
  const auto in_file = static_cast<std::size_t>(std::count(ann.begin(), ann.end(), '\n'));
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string id = line.substr(0, tab);
    std::string rest = line.substr(tab + 1);
    if (id.front() == 'T' && number <= in_file) {
      std::istringstream places(rest.substr(0, rest.find('\t')));
      std::string type, pair;
      places >> type;
      while (std::getline(places, pair, ';')) {
        std::istringstream numbers(pair);
        CodeSpan span;
        numbers >> span.first >> span.second;
        spans[id].push_back(span);
      }
    } else if (id.front() == 'E' && number > in_file) {
      ReportAttribution& attribution = report.attributions.emplace_back();
      std::istringstream roles(rest);
      for (std::string role; roles >> role;) {
        const CodeSpans& of = spans[role.substr(role.find(':') + 1)];
        CodeSpans* to = role.rfind("Source", 0) == 0    ? &attribution.source_span
                        : role.rfind("Cue", 0) == 0     ? &attribution.cue
                        : role.rfind("Content", 0) == 0 ? &attribution.content
                                                        : nullptr;
        if (to != nullptr) to->insert(to->end(), of.begin(), of.end());
      }
      // An event that is but its trigger says nothing.
      if (attribution.cue.empty() && attribution.content.empty() && attribution.source_span.empty()) {
        report.attributions.pop_back();
      }
    }
  }
  return report;
}

TEST(WriteBrat, WritesAnnotatedArticlesAsTheyWere) {
  const fs::path shared = fs::path(HEARSAY_SOURCE_DIR).parent_path() / "shared" / "polnear" / "dev";
  if (!fs::exists(shared)) GTEST_SKIP() << "the annotated articles are not beside the project";
  const fs::path out = fs::path(HEARSAY_BUILD_DIR) / "brat_round_trip";
  fs::create_directories(out);
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(shared / "attributions")) {
    const std::string stem = entry.path().stem().string();
    const fs::path text = shared / "text" / (stem + ".txt");
    if (entry.path().extension() != ".ann" || !fs::exists(text)) continue;
    const Report report =
        read_annotations(testing::read_file(entry.path().string()), testing::read_file(text.string()));
    const std::string written = write_brat(report);
    std::ofstream(out / (stem + ".ann"), std::ios::binary) << written;
    const Report again = read_annotations(written, report.text);
    ASSERT_EQ(again.attributions.size(), report.attributions.size()) << stem;
    for (std::size_t i = 0; i < report.attributions.size(); ++i) {
      const ReportAttribution& one = report.attributions[i];
      // A gold span may cross a line break, which ours never do: then only the ends are the same.
      for (const auto part : {&ReportAttribution::source_span, &ReportAttribution::cue, &ReportAttribution::content}) {
        ASSERT_EQ((one.*part).empty(), (again.attributions[i].*part).empty()) << stem;
        if ((one.*part).empty()) continue;
        EXPECT_EQ((one.*part).front().first, (again.attributions[i].*part).front().first) << stem;
        EXPECT_EQ((one.*part).back().second, (again.attributions[i].*part).back().second) << stem;
      }
      ++compared;
    }
  }
  EXPECT_GT(compared, 0U);
}

}  // namespace
}  // namespace hearsay
