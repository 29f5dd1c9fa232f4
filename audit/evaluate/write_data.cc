// The forms for programs: tab-separated rows, JSON, and a run as a file. nlohmann-json's exceptions end here.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "evaluate/tables.h"
#include "evaluate/write.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view kRunSchema = "hearsay.run/1";

double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

/// A cell may hold no tab and no line break.
std::string cell(std::string_view words) {
  std::string out(words);
  for (char& c : out) c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return out;
}

std::string table_rows(std::string_view name, const RunTable& table, std::string_view gold) {
  std::string rows;
  for (const TableRow& row : table) {
    const Interval interval = wilson(row.right, row.fired);
    rows += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{:.4f}\t{:.4f}\t{:.4f}\t", name, cell(row.key), row.fired, row.right,
                        row.fired - row.right, row.full, share(row.right, row.fired), interval.low, interval.high);
    rows += gold.empty() ? fmt::format("{}\t{:.4f}\t-\t-\n", row.gold, share(row.found, row.gold))
                         : fmt::format("{}\t{}\t-\t-\n", gold, gold);
  }
  return rows;
}

std::string place_rows(std::string_view name, const std::vector<Located>& places) {
  std::string rows;
  for (const Located& place : places) {
    const Judged& one = *place.judged;
    rows += fmt::format("{}\t{}:{}:{}\t{}\t{}\t{:.4f}\t{}\n", name, cell(place.article->path), one.line, one.column,
                        cell(one.cue), one.rule.empty() ? "-" : one.rule, one.confidence, cell(one.shown));
  }
  return rows;
}

Json table_json(const RunTable& table, bool with_gold) {
  Json rows = Json::array();
  for (const TableRow& row : table) {
    const Interval interval = wilson(row.right, row.fired);
    Json one = {{"key", row.key},
                {"fired", row.fired},
                {"right", row.right},
                {"wrong", row.fired - row.right},
                {"full", row.full},
                {"precision", rounded(share(row.right, row.fired))},
                {"interval", {rounded(interval.low), rounded(interval.high)}}};
    if (with_gold) {
      one["annotated"] = row.gold;
      one["recall"] = rounded(share(row.found, row.gold));
    }
    rows.push_back(std::move(one));
  }
  return rows;
}

Json places_json(const std::vector<Located>& places) {
  Json rows = Json::array();
  for (const Located& place : places) {
    const Judged& one = *place.judged;
    Json row = {{"path", place.article->path},
                {"line", one.line},
                {"column", one.column},
                {"cue", one.cue},
                {"shown", one.shown}};
    if (!one.rule.empty()) {
      row["rule"] = one.rule;
      row["confidence"] = rounded(one.confidence);
      row["found"] = one.found;
      row["source"] = one.source;
      row["content"] = one.content;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json judged_json(const Judged& one) {
  Json json = {{"line", one.line},   {"column", one.column}, {"cue", one.cue},        {"head", one.head},
               {"type", one.type},   {"order", one.order},   {"shown", one.shown},    {"counted", one.counted},
               {"found", one.found}, {"source", one.source}, {"content", one.content}};
  if (!one.rule.empty()) {
    json["rule"] = one.rule;
    json["entry"] = one.entry;
    json["confidence"] = rounded(one.confidence);
  }
  return json;
}

Judged judged_of(const Json& json) {
  Judged one{.line = json.at("line"),
             .column = json.at("column"),
             .cue = json.at("cue"),
             .head = json.at("head"),
             .type = json.at("type"),
             .order = json.at("order"),
             .shown = json.at("shown"),
             .counted = json.at("counted"),
             .found = json.at("found"),
             .source = json.at("source"),
             .content = json.at("content")};
  one.rule = json.value("rule", "");
  one.entry = json.value("entry", "");
  one.confidence = json.value("confidence", 0.0);
  return one;
}

}  // namespace

std::string evaluation_tsv(const Run& run, const EvaluationOptions& options) {
  const Tally tally = run.tally();
  std::string rows = "table\tkey\tfound\tpredicted\tannotated\tprecision\trecall\tf1\n";
  for (const Figure& f : figures_of(tally)) {
    rows += fmt::format("figure\t{}\t{}\t{}\t{}\t{:.4f}\t{:.4f}\t{:.4f}\n", measured_name(f.measured), f.count.found,
                        f.count.predicted, f.count.gold, f.precision, f.recall, f.f1);
  }
  rows += fmt::format("figure\ttoken alpha\t-\t-\t-\t-\t-\t{:.4f}\n", token_alpha(tally));
  const Calibration calibration = calibration_of(run);
  rows += fmt::format("figure\tcalibration error\t-\t-\t-\t-\t-\t{:.4f}\n", calibration.error);
  rows += fmt::format("figure\tcalibration error full\t-\t-\t-\t-\t-\t{:.4f}\n", calibration.error_full);

  rows += "\ntable\tkey\tfired\tright\twrong\tfull\tprecision\tlow\thigh\tannotated\trecall\tstated\tfull share\n";
  const Tables tables = tables_of(run);
  rows += table_rows("rule", tables.rule, "-") + table_rows("cue", tables.cue, "") +
          table_rows("order", tables.order, "") + table_rows("type", tables.type, "");
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = calibration.bins[i];
    const Interval interval = wilson(bin.right, bin.count);
    const auto count = static_cast<double>(bin.count == 0 ? 1 : bin.count);
    rows += fmt::format("bin\t0.{}\t{}\t{}\t{}\t{}\t{:.4f}\t{:.4f}\t{:.4f}\t-\t-\t{:.4f}\t{:.4f}\n", i, bin.count,
                        bin.right, bin.count - bin.right, bin.full, share(bin.right, bin.count), interval.low,
                        interval.high, bin.confidence / count, share(bin.full, bin.count));
  }
  if (options.misses + options.wrong != 0) rows += "\ntable\tplace\tcue\trule\tconfidence\tshown\n";
  return rows + place_rows("missed", worst_misses(run, options.misses)) +
         place_rows("wrong", worst_wrong(run, options.wrong));
}

std::string evaluation_json(const Run& run, const EvaluationOptions& options) {
  const Tally tally = run.tally();
  Json json = {{"schema", "hearsay.evaluation/1"}, {"articles", tally.articles}};
  Json figures = Json::object();
  for (const Figure& f : figures_of(tally)) {
    figures[std::string(measured_name(f.measured))] = {{"precision", rounded(f.precision)},
                                                       {"recall", rounded(f.recall)},
                                                       {"f1", rounded(f.f1)},
                                                       {"found", f.count.found},
                                                       {"predicted", f.count.predicted},
                                                       {"annotated", f.count.gold}};
  }
  const double alpha = token_alpha(tally);
  json["figures"] = std::move(figures);
  json["alpha"] = std::isfinite(alpha) ? Json(rounded(alpha)) : Json(nullptr);
  const Calibration calibration = calibration_of(run);
  Json bins = Json::array();
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = calibration.bins[i];
    const auto count = static_cast<double>(bin.count == 0 ? 1 : bin.count);
    bins.push_back({{"from", rounded(static_cast<double>(i) / static_cast<double>(kBins))},
                    {"fired", bin.count},
                    {"stated", rounded(bin.confidence / count)},
                    {"right", bin.right},
                    {"full", bin.full}});
  }
  json["calibration"] = {{"error", rounded(calibration.error)},
                         {"error_full", rounded(calibration.error_full)},
                         {"bins", std::move(bins)}};
  const Tables tables = tables_of(run);
  json["rules"] = table_json(tables.rule, false);
  json["cues"] = table_json(tables.cue, true);
  json["orders"] = table_json(tables.order, true);
  json["types"] = table_json(tables.type, true);
  if (options.misses != 0) json["missed"] = places_json(worst_misses(run, options.misses));
  if (options.wrong != 0) json["wrong"] = places_json(worst_wrong(run, options.wrong));
  return text_of(json, 2);
}

std::string run_json(const Run& run) {
  Json articles = Json::array();
  for (const ArticleRun& article : run.articles) {
    Json counts = Json::array();
    for (const Count& count : article.tally.counts) counts.push_back({count.found, count.predicted, count.gold});
    Json gold = Json::array();
    Json predicted = Json::array();
    for (const Judged& one : article.gold) gold.push_back(judged_json(one));
    for (const Judged& one : article.predicted) predicted.push_back(judged_json(one));
    articles.push_back({{"id", article.id},
                        {"path", article.path},
                        {"counts", std::move(counts)},
                        {"labels", article.tally.labels},
                        {"annotated", std::move(gold)},
                        {"predicted", std::move(predicted)}});
  }
  return text_of({{"schema", kRunSchema}, {"articles", std::move(articles)}}, 1);
}

Run read_run(std::string_view bytes, const std::string& path) {
  try {
    const Json json = Json::parse(bytes);
    if (json.at("schema") != kRunSchema)
      throw Fatal(
          {.file = path, .message = "no saved run of this version", .remedy = "make it with hearsay evaluate --save"});
    Run run;
    for (const Json& item : json.at("articles")) {
      ArticleRun article{.id = item.at("id"), .path = item.at("path"), .tally = {}, .gold = {}, .predicted = {}};
      article.tally.articles = 1;
      for (std::size_t i = 0; i < kMeasuredCount; ++i) {
        const Json& count = item.at("counts").at(i);
        article.tally.counts[i] = {.found = count.at(0), .predicted = count.at(1), .gold = count.at(2)};
      }
      article.tally.labels = item.at("labels").get<decltype(article.tally.labels)>();
      for (const Json& one : item.at("annotated")) article.gold.push_back(judged_of(one));
      for (const Json& one : item.at("predicted")) article.predicted.push_back(judged_of(one));
      run.articles.push_back(std::move(article));
    }
    return run;
  } catch (const Json::exception&) {
    throw Fatal({.file = path, .message = "not a saved run", .remedy = "make it with hearsay evaluate --save"});
  }
}

}  // namespace hearsay
