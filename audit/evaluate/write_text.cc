#include <fmt/format.h>

#include <cmath>
#include <set>
#include <tuple>

#include "evaluate/tables.h"
#include "evaluate/write.h"

namespace hearsay {
namespace {

std::string place_line(const Located& place, std::string_view rest) {
  const Judged& one = *place.judged;
  return fmt::format("{}:{}:{}: {}\n    {}\n", place.article->path, one.line, one.column, rest, one.shown);
}

std::string figures_text(const Tally& tally) {
  std::string text = fmt::format("{} articles\n\n{:17}{:>6} {:>6} {:>6}   found/predicted/annotated\n", tally.articles,
                                 "", "P", "R", "F1");
  for (const Figure& f : figures_of(tally)) {
    text += fmt::format("{:16} {:6.3f} {:6.3f} {:6.3f}   {}/{}/{}\n", measured_name(f.measured), f.precision, f.recall,
                        f.f1, f.count.found, f.count.predicted, f.count.gold);
  }
  return text + fmt::format("{:16} {:20.3f}   (Krippendorff, nominal, 4 labels)\n", "token alpha", token_alpha(tally));
}

std::string rule_table(const RunTable& table, std::size_t most) {
  std::string text = fmt::format("\n{:24} {:>6} {:>6} {:>6} {:>6} {:>6}  {:>9}\n", "by rule", "fired", "right", "wrong",
                                 "full", "P", "95 %");
  for (std::size_t i = 0; i < table.size() && i < most; ++i) {
    const TableRow& row = table[i];
    const Interval interval = wilson(row.right, row.fired);
    text += fmt::format("{:24} {:6} {:6} {:6} {:6} {:6.3f}  {:.2f}–{:.2f}\n", row.key, row.fired, row.right,
                        row.fired - row.right, row.full, share(row.right, row.fired), interval.low, interval.high);
  }
  if (table.size() > most) text += fmt::format("… and {} more; --format tsv has all\n", table.size() - most);
  return text;
}

std::string other_table(std::string_view name, const RunTable& table, std::size_t most) {
  std::string text = fmt::format("\n{:32} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n", name, "fired", "right", "wrong",
                                 "full", "P", "gold", "R");
  for (std::size_t i = 0; i < table.size() && i < most; ++i) {
    const TableRow& row = table[i];
    text +=
        fmt::format("{:32} {:6} {:6} {:6} {:6} {:6.3f} {:6} {:6.3f}\n", row.key, row.fired, row.right,
                    row.fired - row.right, row.full, share(row.right, row.fired), row.gold, share(row.found, row.gold));
  }
  if (table.size() > most) text += fmt::format("… and {} more; --format tsv has all\n", table.size() - most);
  return text;
}

std::string bins_text(const Calibration& calibration) {
  std::string text =
      fmt::format("\n{:16} {:>6} {:>8} {:>8} {:>8}\n", "by confidence", "fired", "stated", "right", "full");
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = calibration.bins[i];
    if (bin.count == 0) continue;
    const auto count = static_cast<double>(bin.count);
    text +=
        fmt::format(".{} to {:<11} {:6} {:8.3f} {:8.3f} {:8.3f}\n", i, i + 1 == kBins ? "1" : fmt::format(".{}", i + 1),
                    bin.count, bin.confidence / count, share(bin.right, bin.count), share(bin.full, bin.count));
  }
  return text + fmt::format(
                    "expected calibration error: {:.3f} of \"a reader marks it\", {:.3f} of \"… with this source and "
                    "content\"\n",
                    calibration.error, calibration.error_full);
}

std::string fault_of(const Judged& one) {
  if (!one.found) return "nobody marked it";
  if (!one.source && !one.content) return "other source, other content";
  return one.source ? "other content" : "other source";
}

std::string wrong_line(const Located& place) {
  const Judged& one = *place.judged;
  return place_line(place, fmt::format("{} ({}, {:.2f})", fault_of(one), one.rule, one.confidence));
}

}  // namespace

std::string evaluation_text(const Run& run, const EvaluationOptions& options) {
  std::string text = figures_text(run.tally());
  const Tables tables = tables_of(run);
  text += rule_table(tables.rule, options.rows);
  text += other_table("by cue", tables.cue, options.rows);
  text += other_table("by order", tables.order, options.rows);
  text += other_table("by type", tables.type, options.rows);
  text += bins_text(calibration_of(run));
  if (options.misses != 0) text += "\nmissed, the cues missed most often first\n";
  for (const Located& place : worst_misses(run, options.misses)) {
    text += place_line(place, fmt::format("missed: {} ({} of this cue)", place.judged->cue, place.times));
  }
  if (options.wrong != 0) text += "\nwrong, the surest first\n";
  for (const Located& place : worst_wrong(run, options.wrong)) text += wrong_line(place);
  return text;
}

namespace {

using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;  // article, line, column, cue

Key key_of(const ArticleRun& article, const Judged& one) {
  return {article.id, one.line, one.column, one.cue};
}

/// Judged ones of `run` that satisfy `is` there and are not among those of `other` that do.
template <class Is>
std::vector<Located> only_in(const Run& run, const Run& other, std::vector<Judged> ArticleRun::*list, const Is& is) {
  std::set<Key> known;
  for (const ArticleRun& article : other.articles) {
    for (const Judged& one : article.*list) {
      if (one.counted && is(one)) known.insert(key_of(article, one));
    }
  }
  std::vector<Located> places;
  for (const ArticleRun& article : run.articles) {
    for (const Judged& one : article.*list) {
      if (one.counted && is(one) && !known.contains(key_of(article, one)))
        places.push_back({.article = &article, .judged = &one});
    }
  }
  return places;
}

std::string change_list(std::string_view title, const std::vector<Located>& places, std::size_t most) {
  std::string text = fmt::format("\n{}: {}\n", title, places.size());
  for (std::size_t i = 0; i < places.size() && i < most; ++i) {
    const Judged& one = *places[i].judged;
    text += place_line(places[i],
                       one.rule.empty() ? one.cue : fmt::format("{} ({}, {:.2f})", one.cue, one.rule, one.confidence));
  }
  if (places.size() > most) text += fmt::format("… and {} more\n", places.size() - most);
  return text;
}

}  // namespace

std::string difference_text(const Run& before, const Run& after, const EvaluationOptions& options) {
  const Tally old_tally = before.tally();
  const Tally new_tally = after.tally();
  const std::vector<Figure> olds = figures_of(old_tally);
  const std::vector<Figure> news = figures_of(new_tally);
  std::string text = fmt::format("{} articles before, {} after\n\n{:16} {:>6} {:>6} {:>7}   {:>7} {:>7}\n",
                                 old_tally.articles, new_tally.articles, "F1", "before", "after", "change", "P", "R");
  for (std::size_t i = 0; i < olds.size(); ++i) {
    text += fmt::format("{:16} {:6.3f} {:6.3f} {:+7.3f}   {:+7.3f} {:+7.3f}\n", measured_name(olds[i].measured),
                        olds[i].f1, news[i].f1, news[i].f1 - olds[i].f1, news[i].precision - olds[i].precision,
                        news[i].recall - olds[i].recall);
  }
  const double old_alpha = token_alpha(old_tally);
  const double new_alpha = token_alpha(new_tally);
  text += fmt::format("{:16} {:6.3f} {:6.3f} {:+7.3f}\n", "token alpha", old_alpha, new_alpha, new_alpha - old_alpha);
  const double old_error = calibration_of(before).error;
  const double new_error = calibration_of(after).error;
  text +=
      fmt::format("{:16} {:6.3f} {:6.3f} {:+7.3f}\n", "calibration err", old_error, new_error, new_error - old_error);

  const auto found = [](const Judged& one) { return one.found; };
  const auto full = [](const Judged& one) { return one.full(); };
  const auto wrong = [](const Judged& one) { return !one.found; };
  text += change_list("found now", only_in(after, before, &ArticleRun::gold, found), options.misses);
  text += change_list("lost", only_in(before, after, &ArticleRun::gold, found), options.misses);
  text += change_list("full now", only_in(after, before, &ArticleRun::gold, full), options.misses);
  text += change_list("no longer full", only_in(before, after, &ArticleRun::gold, full), options.misses);
  text += change_list("wrong now", only_in(after, before, &ArticleRun::predicted, wrong), options.wrong);
  text += change_list("no longer wrong", only_in(before, after, &ArticleRun::predicted, wrong), options.wrong);
  return text;
}

}  // namespace hearsay
