// No text costs more than its length: for every family, twice the bytes take at most 2.3 times the steps. Steps are
// basic blocks that the engine enters (steps/steps.h), so that the same text gives the same number on any machine.
// HEARSAY_LINEAR_TABLE=1 prints the ratios, HEARSAY_LINEAR_BYTES=n begins at n bytes.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "document/read.h"
#include "linear/families.h"
#include "pipeline.h"
#include "report/formats.h"
#include "steps/steps.h"

namespace hearsay::test {
namespace {

constexpr double kMostPerDoubling = 2.3;

const Engine& engine_with_evidence() {
  static const Engine kEngine = [] {
    Diagnostics diagnostics;
    const std::filesystem::path model = std::filesystem::path(HEARSAY_BUILD_DIR) / "rules/en/evidence/evidence.bin";
    EngineOptions options{.pack = {.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules"}};
    if (std::filesystem::exists(model)) options.model = model;
    return load_engine(options, diagnostics);
  }();
  return kEngine;
}

// All stages and the formats of one article.
std::uint64_t steps_for(const Family& family, std::size_t bytes) {
  const Engine& engine = engine_with_evidence();
  const std::string text = family.of(bytes);
  const std::uint64_t before = steps_taken();
  const Analysis analysis = analyse(read(text, family.path, engine.page), engine);
  const Report report = report_of(analysis, engine);
  for (const ReportFormat& format : report_formats()) {
    if (!format.office) static_cast<void>(format.write(report, analysis.document, {}));
  }
  return steps_taken() - before;
}

std::size_t first_size() {
  const char* given = std::getenv("HEARSAY_LINEAR_BYTES");
  return given != nullptr ? std::strtoul(given, nullptr, 10) : 16U << 10U;
}

class Linear : public testing::TestWithParam<Family> {};

TEST_P(Linear, TwiceTheBytesTwiceTheSteps) {
  const Family& family = GetParam();
  const std::size_t bytes = first_size();
  const std::uint64_t steps[3] = {steps_for(family, bytes), steps_for(family, 2 * bytes), steps_for(family, 4 * bytes)};
  if (steps[2] == 0) GTEST_SKIP() << "built without HEARSAY_STEPS";
  const double first = static_cast<double>(steps[1]) / static_cast<double>(steps[0]);
  const double second = static_cast<double>(steps[2]) / static_cast<double>(steps[1]);
  if (std::getenv("HEARSAY_LINEAR_TABLE") != nullptr)
    std::printf("| %s | %llu | %.2f | %.2f |\n", family.name.c_str(),
                static_cast<unsigned long long>(steps[2] / (4 * bytes)), first, second);
  EXPECT_LE(first, kMostPerDoubling) << family.name;
  EXPECT_LE(second, kMostPerDoubling) << family.name;
}

INSTANTIATE_TEST_SUITE_P(Families, Linear, testing::ValuesIn(families()),
                         [](const testing::TestParamInfo<Family>& family) {
                           std::string name;
                           for (const char c : family.param.name) name += c == ' ' || c == '+' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace hearsay::test
