// learn: words, tagger, tags from jackknifed taggers, heads, stem rates, cue score, its probabilities from jackknifed
// scores, calibration, spans. Folds hold whole articles.
#include "evidence/learning/learn.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <future>
#include <map>
#include <set>

#include "evidence/learning/learn_steps.h"
#include "evidence/model_file.h"
#include "evidence/score_cue.h"
#include "evidence/tag.h"

namespace hearsay {
namespace {

Lessons prepare(const std::vector<Lesson>& all, const LearnOptions& options) {
  Lessons lessons{
      .all = all, .options = options, .publisher = {}, .fold = {}, .words = {}, .stems = {}, .cue_stems = {}};
  std::set<std::string> names;
  for (const Lesson& lesson : all) names.insert(lesson.publisher);
  for (std::size_t i = 0; i < all.size(); ++i) {
    lessons.publisher.push_back(static_cast<std::uint32_t>(std::distance(names.begin(), names.find(all[i].publisher))));
    lessons.fold.push_back(static_cast<std::uint32_t>(i % std::max(1U, options.folds)));
  }
  lessons.least_publishers =
      std::max(1U, std::min<std::uint32_t>(options.publishers, static_cast<std::uint32_t>(names.size())));
  return lessons;
}

/// Runs job(0) … job(count - 1), at most `threads` at once; results in order.
template <class Result, class Job>
std::vector<Result> run(std::uint32_t count, std::uint32_t threads, Job job) {
  std::vector<Result> results;
  for (std::uint32_t first = 0; first < count; first += std::max(1U, threads)) {
    std::vector<std::future<Result>> batch;
    for (std::uint32_t i = first; i < count && i < first + std::max(1U, threads); ++i) {
      batch.push_back(std::async(std::launch::async, job, i));
    }
    for (std::future<Result>& one : batch) results.push_back(one.get());
  }
  return results;
}

Model compiled(const Weights& weights) {
  Diagnostics ignored;  // a row too many costs a feature, never a wrong one
  return model_of(weights, ignored);
}

class Learner {
 public:
  Learner(const std::vector<Lesson>& all, const LearnOptions& options)
      : options_(options), lessons_(prepare(all, options)) {}

  Weights learn() {
    weights_.corpus =
        options_.corpus.empty() ? fmt::format("{} annotated articles", lessons_.all.size()) : options_.corpus;
    weights_.numbers.least_rate = options_.least_rate;
    learn_words(lessons_, weights_);
    for (const std::string& name : options_.rule_names) lessons_.words.emplace(hash_of(name), name);
    say(fmt::format("words: {}", weights_.words.size()));
    const std::vector<Tags> tags = learn_all_tags();
    frame(tags);
    learn_all_cues();
    learn_all_spans();
    return std::move(weights_);
  }

 private:
  void say(const std::string& line) const {
    if (options_.progress) options_.progress(line);
  }
  /// The fold to leave out in job i; the last job leaves out none.
  [[nodiscard]] std::uint32_t left_out(std::uint32_t job) const { return job < folds() ? job : kNone; }
  [[nodiscard]] std::uint32_t folds() const { return std::max(1U, options_.folds); }

  /// Trains the tagger; gives each lesson's tags by a tagger that has not seen it.
  std::vector<Tags> learn_all_tags() {
    const Model words = compiled(weights_);
    auto trained = run<std::vector<WeightLine>>(
        folds() + 1, options_.threads, [&](std::uint32_t job) { return learn_tags(lessons_, words, left_out(job)); });
    std::vector<Tags> tags(lessons_.all.size());
    for (std::uint32_t fold = 0; fold < folds(); ++fold) {
      Weights part{.corpus = {},
                   .numbers = {},
                   .words = weights_.words,
                   .stems = {},
                   .tags = std::move(trained[fold]),
                   .cues = {},
                   .spans = {},
                   .readings = {}};
      const Model model = compiled(part);
      for (std::size_t at = 0; at < tags.size(); ++at) {
        if (lessons_.fold[at] == fold) tags[at] = tag(lessons_.all[at].document, lessons_.all[at].text, model);
      }
    }
    weights_.tags = std::move(trained.back());
    say(fmt::format("tagger: {} rows", weights_.tags.size()));
    return tags;
  }

  /// Frames, heads and stem rates; the frames of a lesson carry the rates of the other folds.
  void frame(const std::vector<Tags>& tags) {
    const Model words = compiled(weights_);
    std::vector<StemCounts> counts(folds() + 1);  // per fold left out; the last over all
    for (std::size_t at = 0; at < lessons_.all.size(); ++at) {
      const Lesson& lesson = lessons_.all[at];
      UpstreamHints upstream = options_.upstream ? options_.upstream(lesson, tags[at]) : UpstreamHints();
      framed_.frames.push_back(frames_of(lesson.document, lesson.text, tags[at], words, upstream));
      framed_.hints.push_back(std::move(upstream.hints));
      std::vector<std::uint32_t>& heads = framed_.heads.emplace_back();
      for (const GoldAttribution& gold : lesson.gold.attributions)
        heads.push_back(head_of(lesson.text, tags[at], gold));
      const std::set<std::uint32_t> distinct(heads.begin(), heads.end());
      const Frames& frames = framed_.frames.back();
      for (std::uint32_t t = 0; t < frames.size(); ++t) {
        if (frames[t].quotation != kNone || lessons_.cue_stems.count(frames[t].stem) == 0) continue;
        for (std::uint32_t k = 0; k <= folds(); ++k) {
          if (k != lessons_.fold[at]) counts[k][frames[t].stem].add(distinct.count(t) != 0, lessons_.publisher[at]);
        }
      }
    }
    const std::uint32_t publishers = std::min(2U, lessons_.least_publishers);
    for (std::size_t at = 0; at < framed_.frames.size(); ++at) {
      const StemCounts& others = counts[lessons_.fold[at]];
      for (Frame& one : framed_.frames[at]) {
        const auto found = others.find(one.stem);
        one.rate = found == others.end() ? std::uint16_t{0} : found->second.rate(publishers);
      }
    }
    for (const auto& [stem, count] : counts.back()) {
      const std::uint16_t rate = count.rate(publishers);
      const std::string* name = Lessons::name_in(lessons_.stems, stem);
      if (rate > 0 && name != nullptr) weights_.stems.push_back({.stem = *name, .rate = rate, .count = count.all});
    }
    std::sort(weights_.stems.begin(), weights_.stems.end(),
              [](const StemLine& a, const StemLine& b) { return a.stem < b.stem; });
    say(fmt::format("stems: {}", weights_.stems.size()));
  }

  void learn_all_cues() {
    auto trained = run<std::vector<WeightLine>>(folds() + 1, options_.threads, [&](std::uint32_t job) {
      return learn_cues(lessons_, framed_, weights_.numbers, left_out(job));
    });
    cues_.resize(lessons_.all.size());
    for (std::uint32_t fold = 0; fold < folds(); ++fold) {
      Weights part{.corpus = {},
                   .numbers = weights_.numbers,
                   .words = {},
                   .stems = {},
                   .tags = {},
                   .cues = std::move(trained[fold]),
                   .spans = {},
                   .readings = {}};
      const Model model = compiled(part);
      for (std::size_t at = 0; at < cues_.size(); ++at) {
        if (lessons_.fold[at] == fold) cues_[at] = score_cues(lessons_.all[at].text, framed_.frames[at], model);
      }
    }
    weights_.cues = std::move(trained.back());
    calibrate();
    say(fmt::format("cues: {} rows, slope {:.3f}, offset {:.3f}, threshold {:.2f}", weights_.cues.size(),
                    static_cast<double>(weights_.numbers.cue_slope), static_cast<double>(weights_.numbers.cue_offset),
                    static_cast<double>(weights_.numbers.cue_threshold)));
  }

  /// Spans on all lessons; then the choice among readings, on what spans learned without a lesson read in it.
  void learn_all_spans() {
    struct Trained {
      std::vector<WeightLine> rows;
      ModelNumbers numbers;
    };
    auto trained = run<Trained>(folds() + 1, options_.threads, [&](std::uint32_t job) {
      Trained one{{}, weights_.numbers};
      one.rows = learn_spans(lessons_, framed_, one.numbers, left_out(job));
      return one;
    });
    weights_.numbers = trained.back().numbers;
    weights_.spans = std::move(trained.back().rows);
    say(fmt::format("spans: {} rows", weights_.spans.size()));
    std::vector<Model> models;
    for (std::uint32_t fold = 0; fold < folds(); ++fold) {
      models.push_back(compiled({.corpus = {},
                                 .numbers = trained[fold].numbers,
                                 .words = {},
                                 .stems = {},
                                 .tags = {},
                                 .cues = {},
                                 .spans = std::move(trained[fold].rows),
                                 .readings = {}}));
    }
    weights_.readings = learn_readings(lessons_, framed_, cues_, models, weights_.numbers);
    say(fmt::format("readings: {} rows, trust {:.3f}", weights_.readings.size(),
                    static_cast<double>(weights_.numbers.reading_trust)));
  }

  /// Platt's two numbers by Newton steps over the jackknifed scores, then the threshold of the best F1.
  void calibrate() {
    struct Point {
      double score = 0;
      bool cue = false;
    };
    std::vector<Point> points;
    std::size_t gold = 0;
    for (std::size_t at = 0; at < cues_.size(); ++at) {
      const std::set<std::uint32_t> heads(framed_.heads[at].begin(), framed_.heads[at].end());
      gold += heads.size();
      for (std::uint32_t t = 0; t < cues_[at].size(); ++t) {
        const double p = std::clamp(static_cast<double>(cues_[at][t]), 1e-6, 1 - 1e-6);
        if (cues_[at][t] > 0) points.push_back({std::log(p / (1 - p)), heads.count(t) != 0});
      }
    }
    double slope = 1;
    double offset = 0;
    for (int round = 0; round < 20 && points.size() > 50; ++round) {
      double g0 = 0, g1 = 0, h00 = 1e-3, h01 = 0, h11 = 1e-3;
      for (const Point& point : points) {
        const double p = 1 / (1 + std::exp(-(slope * point.score + offset)));
        const double error = p - (point.cue ? 1 : 0);
        const double weight = p * (1 - p);
        g0 += error;
        g1 += error * point.score;
        h00 += weight;
        h01 += weight * point.score;
        h11 += weight * point.score * point.score;
      }
      const double determinant = h00 * h11 - h01 * h01;
      if (!(determinant > 1e-9)) break;
      offset -= (h11 * g0 - h01 * g1) / determinant;
      slope -= (h00 * g1 - h01 * g0) / determinant;
    }
    if (!(slope > 0.2 && slope < 5)) slope = 1, offset = 0;
    weights_.numbers.cue_slope = static_cast<float>(std::round(slope * 4096) / 4096);
    weights_.numbers.cue_offset = static_cast<float>(std::round(offset * 4096) / 4096);
    double best = -1;
    for (int percent = 20; percent <= 70; percent += 2) {
      std::size_t found = 0;
      std::size_t right = 0;
      for (const Point& point : points) {
        if (1 / (1 + std::exp(-(slope * point.score + offset))) < percent / 100.0) continue;
        ++found;
        right += point.cue ? 1 : 0;
      }
      const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, found + gold));
      if (f1 > best) {
        best = f1;
        weights_.numbers.cue_threshold = static_cast<float>(percent) / 100;
      }
    }
    say(fmt::format("cues: jackknifed F1 {:.4f} over {} gold", best, gold));
    for (std::vector<float>& lesson : cues_) {
      for (float& p : lesson) {
        if (p <= 0) continue;
        const double bounded = std::clamp(static_cast<double>(p), 1e-6, 1 - 1e-6);
        p = static_cast<float>(1 / (1 + std::exp(-(slope * std::log(bounded / (1 - bounded)) + offset))));
      }
    }
  }

  const LearnOptions& options_;
  Lessons lessons_;
  Weights weights_;
  Framed framed_;
  std::vector<std::vector<float>> cues_;  // per lesson and token, jackknifed
};

}  // namespace

std::uint16_t StemCount::rate(std::uint32_t least_publishers) const {
  if (cues < 2 || static_cast<std::uint32_t>(std::popcount(publishers)) < least_publishers) return 0;
  return static_cast<std::uint16_t>(1000.0 * cues / (all + 3.0));
}

std::uint32_t head_of(const Text& text, const Tags& tags, const GoldAttribution& gold) {
  std::uint32_t verb = kNone;
  std::uint32_t noun = kNone;
  for (const TokenRange range : gold.cue) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (is_verb(tags[t])) {
        if (!text.is(t, Role::never_head_of_cue)) return t;
        verb = std::min(verb, t);
      }
      if (is_noun(tags[t])) noun = std::min(noun, t);
    }
  }
  if (noun != kNone) return noun;
  if (verb != kNone) return verb;
  return gold.cue.empty() ? kNone : gold.cue.front().begin;
}

std::vector<WeightLine> named_rows(const Lessons& lessons, std::span<const FeatureTemplate> templates,
                                   const FeatureTable& table,
                                   const std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>>& weights) {
  std::vector<WeightLine> rows;
  const WordNamer words = lessons.word_namer();
  const WordNamer stems = lessons.stem_namer();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i].empty()) continue;
    const FeatureTable::Entry& entry = table[i];
    std::string value = value_text(templates[entry.name], table.named(i), words, stems);
    if (!value.empty())
      rows.push_back({.name = entry.name, .value = std::move(value), .count = entry.count, .weights = weights[i]});
  }
  std::sort(rows.begin(), rows.end(), [](const WeightLine& a, const WeightLine& b) {
    return a.name != b.name ? a.name < b.name : a.value < b.value;
  });
  return rows;
}

Weights learn(const std::vector<Lesson>& lessons, const LearnOptions& options) {
  return Learner(lessons, options).learn();
}

}  // namespace hearsay
