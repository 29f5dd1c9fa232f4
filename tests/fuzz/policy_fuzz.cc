// Any bytes as a newsroom's policy: what is taken of it is sound, and an article can be judged by it.
#include <cmath>
#include <string_view>
#include <utility>

#include "fuzz/holds.h"
#include "fuzz/input_file.h"
#include "pipeline.h"
#include "read_english.h"
#include "score/load_policy.h"

namespace hearsay::fuzz {
namespace {

constexpr const char* kRules = HEARSAY_SOURCE_DIR "/rules";

void check_policy(const Policy& policy) {
  for (const Check& check : policy.checks) {
    require(!check.id.empty());
    for (const auto& [name, value] : check.thresholds) require(!name.empty() && std::isfinite(value));
  }
  for (const MeasureSetting& measure : policy.measures) require(std::isfinite(measure.weight) && measure.weight >= 0);
  for (std::size_t i = 0; i + 1 < policy.grades.size(); ++i)
    require(policy.grades[i].from >= policy.grades[i + 1].from);
  for (const double number : {policy.enough_voices, policy.enough_names, policy.enough_claims, policy.enough_questions})
    require(number >= 1 && number <= 1000);
  require(policy.certain >= 0 && policy.certain <= 1 && policy.margin >= 0 && policy.margin <= 100);
}

}  // namespace

void fuzz_policy(std::string_view bytes) {
  static Engine engine = [] {
    Diagnostics ignored;
    return load_engine({.pack = {.root = kRules}}, ignored);
  }();
  static const Document kArticle = read_english(
      "Dam fails again\n\nThe dam at Ellan failed on Monday, an official said. “It was old,” said Ana Ruiz, the mayor, "
      "who blamed Ben Vega. He took 300,000 crowns, according to two people who know the books.\n",
      "fuzz.txt");
  Diagnostics diagnostics;
  try {
    engine.policy = load_policy(kRules, file_of(bytes, "policy.xml").string(), diagnostics);
  } catch (const Fatal& fatal) {
    return require(!fatal.diagnostic().message.empty());
  }
  check_policy(engine.policy);
  const Report report = report_of(analyse(kArticle, engine), engine);
  require(!report.total || (*report.total >= 0 && *report.total <= 100));
  for (const ReportMeasure& measure : report.measures)
    require(!measure.value || (*measure.value >= 0 && *measure.value <= 1));
}

}  // namespace hearsay::fuzz
