// Entry: score_told, voices_told. A table by measure says what a low value means; a measure that is not in it is given
// by its label.
#include "report/score_told.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "report/plain.h"

namespace hearsay {
namespace {

constexpr double kWorthTelling = 1;  // points: less than one of a hundred is no reason

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kBecause = {
    {{"named-voices", "fewer independent voices speak by name than in a full report"},
     {"first-hand", "some of it is another newsroom’s"},
     {"named-persons", "unnamed people are quoted"},
     {"sourced-claims", "it carries fewer claims with a source than a full report"},
     {"open-questions", "it leaves questions that an editor would ask"},
     {"named-share", "many statements come from nobody who is named"},
     {"attributed-claims", "claims stand without a source"},
     {"specificity", "the reader learns little of the unnamed sources"},
     {"traced-share", "statements do not lead back to a named origin"},
     {"independent-sources", "few voices carry most of it"},
     {"documents", "a reader cannot find the documents it uses"}}};

std::string because(const ReportMeasure& measure) {
  const auto* found =
      std::find_if(kBecause.begin(), kBecause.end(), [&](const auto& row) { return row.first == measure.id; });
  if (found != kBecause.end()) return std::string(found->second);
  return fmt::format("“{}” is {} %", one_line(measure.label.empty() ? measure.id : measure.label),
                     std::lround(measure.value.value_or(0) * 100));
}

}  // namespace

double points_lost(const ReportMeasure& measure) {
  return measure.value ? 100 * measure.weight * (1 - std::clamp(*measure.value, 0.0, 1.0)) : 0;
}

std::string score_told(const Report& report) {
  if (!report.total) return one_line(report.withheld);
  std::vector<const ReportMeasure*> costly;
  for (const ReportMeasure& measure : report.measures) {
    if (points_lost(measure) >= kWorthTelling) costly.push_back(&measure);
  }
  std::stable_sort(costly.begin(), costly.end(), [](const ReportMeasure* left, const ReportMeasure* right) {
    return points_lost(*left) > points_lost(*right);
  });
  if (costly.empty()) return "Nothing that is measured is missing.";
  const auto points = [](const ReportMeasure& measure) { return std::lround(points_lost(measure)); };
  std::string told = fmt::format("Most is lost because {} ({})", because(*costly[0]),
                                 counted(static_cast<std::size_t>(points(*costly[0])), "point", "points"));
  if (costly.size() > 1) told += fmt::format(", then because {} ({})", because(*costly[1]), points(*costly[1]));
  return told + ".";
}

std::string voices_told(const ReportIndex& index) {
  const std::size_t nobody = index.passages_of(Tone::none);
  std::string told =
      fmt::format("{} named, {} not named", counted(index.sources_of(is_named).size(), "source", "sources"),
                  index.sources_of(is_anonymous).size());
  if (nobody != 0) told += fmt::format(", {} without a source", counted(nobody, "claim", "claims"));
  return told + ".";
}

}  // namespace hearsay
