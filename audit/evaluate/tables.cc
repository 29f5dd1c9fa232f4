#include "evaluate/tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace hearsay {
namespace {

using Rows = std::map<std::string, TableRow>;

RunTable sorted(Rows&& rows) {
  RunTable table;
  for (auto& [key, row] : rows) {
    row.key = key;
    table.push_back(std::move(row));
  }
  std::stable_sort(table.begin(), table.end(),
                   [](const TableRow& a, const TableRow& b) { return a.fired + a.gold > b.fired + b.gold; });
  return table;
}

RunTable table_by(const Run& run, std::string Judged::*key) {
  Rows rows;
  for (const ArticleRun& article : run.articles) {
    for (const Judged& one : article.predicted) {
      if (!one.counted) continue;
      TableRow& row = rows[one.*key];
      row.fired += 1;
      row.right += one.found ? 1 : 0;
      row.full += one.full() ? 1 : 0;
    }
    if (key == &Judged::rule) continue;
    for (const Judged& one : article.gold) {
      if (!one.counted) continue;
      TableRow& row = rows[one.*key];
      row.gold += 1;
      row.found += one.found ? 1 : 0;
    }
  }
  return sorted(std::move(rows));
}

std::vector<Located> first(std::vector<Located> places, std::size_t most) {
  if (places.size() > most) places.resize(most);
  return places;
}

}  // namespace

Tables tables_of(const Run& run) {
  return {.rule = table_by(run, &Judged::rule),
          .cue = table_by(run, &Judged::head),
          .order = table_by(run, &Judged::order),
          .type = table_by(run, &Judged::type)};
}

Calibration calibration_of(const Run& run) {
  Calibration result;
  std::uint64_t all = 0;
  for (const ArticleRun& article : run.articles) {
    for (const Judged& one : article.predicted) {
      if (!one.counted) continue;
      const double scaled = std::clamp(one.confidence, 0.0, 1.0) * static_cast<double>(kBins);
      Bin& bin = result.bins[std::min(static_cast<std::size_t>(scaled), kBins - 1)];
      bin.count += 1;
      bin.confidence += one.confidence;
      bin.right += one.found ? 1 : 0;
      bin.full += one.full() ? 1 : 0;
      ++all;
    }
  }
  if (all == 0) return result;
  for (const Bin& bin : result.bins) {
    result.error += std::abs(bin.confidence - static_cast<double>(bin.right)) / static_cast<double>(all);
    result.error_full += std::abs(bin.confidence - static_cast<double>(bin.full)) / static_cast<double>(all);
  }
  return result;
}

std::vector<Located> worst_misses(const Run& run, std::size_t most) {
  std::map<std::string_view, std::uint64_t> times;
  std::vector<Located> places;
  for (const ArticleRun& article : run.articles) {
    for (const Judged& one : article.gold) {
      if (!one.counted || one.found) continue;
      ++times[one.head];
      places.push_back({.article = &article, .judged = &one});
    }
  }
  for (Located& place : places) place.times = times[place.judged->head];
  std::stable_sort(places.begin(), places.end(), [](const Located& a, const Located& b) {
    return std::tie(b.times, a.judged->head) < std::tie(a.times, b.judged->head);
  });
  return first(std::move(places), most);
}

std::vector<Located> worst_wrong(const Run& run, std::size_t most) {
  std::vector<Located> places;
  for (const ArticleRun& article : run.articles) {
    for (const Judged& one : article.predicted) {
      if (one.counted && !one.full()) places.push_back({.article = &article, .judged = &one});
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const Located& a, const Located& b) {
    return std::make_tuple(a.judged->found, -a.judged->confidence) <
           std::make_tuple(b.judged->found, -b.judged->confidence);
  });
  return first(std::move(places), most);
}

}  // namespace hearsay
