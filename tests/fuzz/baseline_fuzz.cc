// Any bytes as a baseline: what is taken of it is written so that it reads as the same.
#include <string>
#include <string_view>

#include "fuzz/holds.h"
#include "fuzz/input_file.h"
#include "report/report.h"
#include "service/baseline.h"
#include "service/baseline_writer.h"

namespace hearsay::fuzz {
namespace {

std::optional<Baseline> baseline_in(std::string_view bytes, Diagnostics& diagnostics) {
  try {
    return Baseline::read(file_of(bytes, "baseline.xml"), diagnostics);
  } catch (const Fatal& fatal) {
    require(!fatal.diagnostic().message.empty());
    return std::nullopt;
  }
}

std::string written_anew(const Baseline& baseline) {
  BaselineWriter writer("baseline.xml");
  for (const auto& [article, entries] : baseline.articles()) {
    for (const BaselineEntry& entry : entries) writer.add(article, entry);
  }
  std::string bytes;
  writer.write([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::size_t entries_of(const Baseline& baseline) {
  std::size_t sum = 0;
  for (const auto& [article, entries] : baseline.articles()) sum += entries.size();
  return sum;
}

}  // namespace

void fuzz_baseline(std::string_view bytes) {
  Diagnostics diagnostics;
  const std::optional<Baseline> read = baseline_in(bytes, diagnostics);
  if (!read) return;
  const std::string written = written_anew(*read);
  require_xml(written);
  diagnostics.clear();
  const std::optional<Baseline> again = baseline_in(written, diagnostics);
  require(again && diagnostics.empty() && entries_of(*again) == entries_of(*read) && written_anew(*again) == written);
  Report report;
  report.path = "draft.txt";
  report.findings.resize(2);
  const Baseline::Forgiven forgiven = read->forgive(report);
  require(forgiven.hidden + report.findings.size() == 2);
}

}  // namespace hearsay::fuzz
