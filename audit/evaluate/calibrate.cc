// Shares are Beta means: a rule's prior is its stated confidence, an entry's the share of its rule. Traits are a
// logistic regression upon the shares (as an offset that stays), with shares from other folds so that no prediction
// foretells itself. Everything that is reported is nested: the fold that is judged takes no part in either step.
#include "evaluate/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace hearsay {
namespace {

constexpr double kRulePrior = 8;   // predictions that a stated confidence is worth
constexpr double kEntryPrior = 8;  // … that the rule's share is worth for one of its lemmas
constexpr double kRidge = 4;       // keeps the traits' offsets small where little was counted
constexpr int kNewtonSteps = 12;
constexpr std::size_t kFolds = 10;
constexpr std::size_t kMostOutlets = 20;
constexpr std::size_t kFewestOutlets = 3;

struct Sample {
  std::size_t fold = 0;
  const Judged* judged = nullptr;
};
using Samples = std::vector<Sample>;
using Offsets = std::array<double, kTraitCount>;

std::map<std::string, double> stated_confidence(const Program& program) {
  std::map<std::string, double> stated;
  for (const Rule& rule : program.rules) stated[rule.id] = rule.confidence;
  return stated;
}

double shrunk(const MeasuredShare& share, double prior, double weight) {
  return (share.right + weight * prior) / (share.support + weight);
}

class Calibrator {
 public:
  explicit Calibrator(const Program& program) : stated_(stated_confidence(program)) {}

  [[nodiscard]] double stated(const Judged& one) const {
    const auto found = stated_.find(one.rule);
    return found == stated_.end() ? 0.5 : found->second;
  }

  [[nodiscard]] ConfidenceTable shares(const Samples& samples) const {
    ConfidenceTable table;
    for (const Sample& sample : samples) {
      const Judged& one = *sample.judged;
      const auto add = [&](MeasuredShare& share) {
        share.support += 1;
        share.right += one.found ? 1 : 0;
      };
      add(table.rules[one.rule]);
      if (!one.entry.empty()) add(table.entries[{one.rule, one.entry}]);
    }
    for (auto& [rule, share] : table.rules) {
      const auto prior = stated_.find(rule);
      share.precision = shrunk(share, prior == stated_.end() ? 0.5 : prior->second, kRulePrior);
    }
    std::erase_if(table.entries, [](const auto& item) { return item.second.support < kLeastSupport; });
    for (auto& [key, share] : table.entries) {
      share.precision = shrunk(share, table.rules[key.first].precision, kEntryPrior);
    }
    return table;
  }

  [[nodiscard]] double rule_share(const ConfidenceTable& table, const Judged& one) const {
    const auto rule = table.rules.find(one.rule);
    return rule == table.rules.end() ? stated(one) : rule->second.precision;
  }

  [[nodiscard]] double share(const ConfidenceTable& table, const Judged& one) const {
    const auto entry = table.entries.find({one.rule, one.entry});
    return entry == table.entries.end() ? rule_share(table, one) : entry->second.precision;
  }

  /// Shares and traits from `samples`, whose folds lie in [0, folds).
  [[nodiscard]] ConfidenceTable fit(const Samples& samples, std::size_t folds) const {
    ConfidenceTable table = shares(samples);
    std::vector<double> base(samples.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
      Samples others;
      for (const Sample& sample : samples) {
        if (sample.fold != fold) others.push_back(sample);
      }
      if (others.size() == samples.size()) continue;
      const ConfidenceTable other = shares(others);
      for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples[i].fold == fold) base[i] = log_odds(share(other, *samples[i].judged));
      }
    }
    const Offsets offsets = fit_traits(samples, base);
    for (std::size_t t = 0; t < kTraitCount; ++t) table.traits[t].precision = probability_of(offsets[t]);
    for (const Sample& sample : samples) {
      for (std::size_t t = 0; t < kTraitCount; ++t) {
        if (((sample.judged->traits >> t) & 1U) != 0) table.traits[t].support += 1;
      }
    }
    return table;
  }

  [[nodiscard]] double confidence(const ConfidenceTable& table, const Judged& one) const {
    double odds = log_odds(share(table, one));
    for (std::size_t t = 0; t < kTraitCount; ++t) {
      if (((one.traits >> t) & 1U) != 0) odds += log_odds(table.traits[t].precision);
    }
    return probability_of(odds);
  }

 private:
  /// Newton's method on the penalised likelihood; the system is small and positive definite.
  static Offsets fit_traits(const Samples& samples, const std::vector<double>& base) {
    Offsets offsets{};
    for (int step = 0; step < kNewtonSteps; ++step) {
      std::array<Offsets, kTraitCount> curve{};
      Offsets slope{};
      for (std::size_t t = 0; t < kTraitCount; ++t) {
        curve[t][t] = kRidge;
        slope[t] = -kRidge * offsets[t];
      }
      for (std::size_t i = 0; i < samples.size(); ++i) {
        const Judged& one = *samples[i].judged;
        std::array<std::size_t, kTraitCount> on{};
        std::size_t count = 0;
        double odds = base[i];
        for (std::size_t t = 0; t < kTraitCount; ++t) {
          if (((one.traits >> t) & 1U) == 0) continue;
          on[count++] = t;
          odds += offsets[t];
        }
        const double p = probability_of(odds);
        for (std::size_t a = 0; a < count; ++a) {
          slope[on[a]] += (one.found ? 1.0 : 0.0) - p;
          for (std::size_t b = 0; b < count; ++b) curve[on[a]][on[b]] += p * (1 - p);
        }
      }
      const Offsets change = solved(curve, slope);
      for (std::size_t t = 0; t < kTraitCount; ++t) offsets[t] += change[t];
    }
    return offsets;
  }

  /// Gauss's elimination; no pivoting is needed for a positive definite matrix.
  static Offsets solved(std::array<Offsets, kTraitCount> a, Offsets b) {
    for (std::size_t k = 0; k < kTraitCount; ++k) {
      for (std::size_t i = k + 1; i < kTraitCount; ++i) {
        const double factor = a[i][k] / a[k][k];
        for (std::size_t j = k; j < kTraitCount; ++j) a[i][j] -= factor * a[k][j];
        b[i] -= factor * b[k];
      }
    }
    for (std::size_t k = kTraitCount; k-- > 0;) {
      for (std::size_t j = k + 1; j < kTraitCount; ++j) b[k] -= a[k][j] * b[j];
      b[k] /= a[k][k];
    }
    return b;
  }

  std::map<std::string, double> stated_;
};

std::string outlet_of(const std::string& id) {
  const std::size_t end = id.find('_');
  return end == std::string::npos ? "" : id.substr(0, end);
}

/// Names of the folds, and the fold of each article.
std::pair<std::vector<std::string>, std::vector<std::size_t>> folds_of(const Run& run) {
  std::set<std::string> outlets;
  for (const ArticleRun& article : run.articles) outlets.insert(outlet_of(article.id));
  std::vector<std::string> names(outlets.begin(), outlets.end());
  std::vector<std::size_t> folds;
  if (names.size() >= kFewestOutlets && names.size() <= kMostOutlets && !outlets.contains("")) {
    for (const ArticleRun& article : run.articles) {
      folds.push_back(static_cast<std::size_t>(std::distance(outlets.begin(), outlets.find(outlet_of(article.id)))));
    }
    return {names, folds};
  }
  names.clear();
  for (std::size_t i = 0; i < std::min(kFolds, run.articles.size()); ++i) names.push_back(std::to_string(i + 1));
  for (std::size_t i = 0; i < run.articles.size(); ++i) folds.push_back(i % kFolds);
  return {names, folds};
}

double loss(double p, bool right) {
  return -std::log(std::max(1e-6, right ? p : 1 - p));
}

/// `samples` in order, as one article of a run with this confidence.
Calibration binned(const Samples& samples, const std::vector<double>& confidence) {
  Run run;
  run.articles.emplace_back();
  for (std::size_t i = 0; i < samples.size(); ++i) {
    run.articles[0].predicted.push_back(*samples[i].judged);
    run.articles[0].predicted.back().confidence = confidence[i];
  }
  return calibration_of(run);
}

CrossValidation validated(const Calibrator& calibrator, const Samples& samples, std::vector<std::string> folds) {
  CrossValidation result{.folds = std::move(folds), .held_out = {}, .stated = {}};
  std::vector<double> held_out(samples.size());
  std::vector<double> stated(samples.size());
  for (std::size_t fold = 0; fold < result.folds.size(); ++fold) {
    Samples others;
    for (const Sample& sample : samples) {
      if (sample.fold != fold) others.push_back(sample);
    }
    const ConfidenceTable table = calibrator.fit(others, result.folds.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (samples[i].fold != fold) continue;
      const Judged& one = *samples[i].judged;
      held_out[i] = calibrator.confidence(table, one);
      stated[i] = calibrator.stated(one);
      result.log_loss += loss(held_out[i], one.found);
      result.log_loss_stated += loss(stated[i], one.found);
      result.log_loss_rules += loss(calibrator.rule_share(table, one), one.found);
    }
  }
  const auto count = static_cast<double>(std::max<std::size_t>(samples.size(), 1));
  for (double* sum : {&result.log_loss, &result.log_loss_stated, &result.log_loss_rules}) *sum /= count;
  result.held_out = binned(samples, held_out);
  result.stated = binned(samples, stated);
  return result;
}

}  // namespace

Calibrated calibrate(const Run& run, const Program& program) {
  const auto [names, folds] = folds_of(run);
  Samples samples;
  for (std::size_t i = 0; i < run.articles.size(); ++i) {
    for (const Judged& one : run.articles[i].predicted) {
      if (one.counted && !one.rule.empty()) samples.push_back({.fold = folds[i], .judged = &one});
    }
  }
  const Calibrator calibrator(program);
  return {.table = calibrator.fit(samples, names.size()),
          .validation = validated(calibrator, samples, names),
          .articles = run.articles.size(),
          .predictions = samples.size()};
}

std::string calibration_tsv(const Calibrated& calibrated, const std::string& corpus) {
  std::string tsv = fmt::format(
      "# What rules reached on annotated text: hearsay rules calibrate wrote this; do not edit by hand.\n"
      "# {} articles, {} attributions found in them; corpus {}.\n"
      "# entry -: the rule as a whole, else the lemma of its cue. rule *: what a trait makes of an even chance.\n"
      "rule\tentry\tsupport\tprecision\n",
      calibrated.articles, calibrated.predictions, corpus);
  const ConfidenceTable& table = calibrated.table;
  std::map<std::string, const MeasuredShare*> traits;
  for (std::size_t t = 0; t < kTraitCount; ++t)
    traits[std::string(trait_name(static_cast<Trait>(t)))] = &table.traits[t];
  const auto row = [&](std::string_view rule, std::string_view entry, const MeasuredShare& share) {
    tsv += fmt::format("{}\t{}\t{}\t{:.4f}\n", rule, entry, share.support, share.precision);
  };
  for (const auto& [name, share] : traits) row("*", name, *share);
  auto entry = table.entries.begin();
  for (const auto& [rule, share] : table.rules) {
    row(rule, "-", share);
    for (; entry != table.entries.end() && entry->first.first == rule; ++entry)
      row(rule, entry->first.second, entry->second);
  }
  return tsv;
}

std::string calibration_text(const Calibrated& calibrated) {
  const CrossValidation& v = calibrated.validation;
  std::string text = fmt::format("{} articles, {} attributions found; {} rules and {} words within rules measured\n",
                                 calibrated.articles, calibrated.predictions, calibrated.table.rules.size(),
                                 calibrated.table.entries.size());
  text += fmt::format("\nheld out in {} folds ({}):\n", v.folds.size(), fmt::join(v.folds, ", "));
  text += fmt::format("{:28} {:>8} {:>8}\n", "", "log loss", "error");
  text += fmt::format("{:28} {:8.4f} {:8.4f}\n", "as the rules state", v.log_loss_stated, v.stated.error);
  text += fmt::format("{:28} {:8.4f}\n", "share of each rule", v.log_loss_rules);
  text += fmt::format("{:28} {:8.4f} {:8.4f}\n", "rule, word and traits", v.log_loss, v.held_out.error);
  text += fmt::format("\n{:16} {:>6} {:>8} {:>8}\n", "by confidence", "fired", "stated", "right");
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = v.held_out.bins[i];
    if (bin.count == 0) continue;
    const auto count = static_cast<double>(bin.count);
    text += fmt::format(".{} to {:<11} {:6} {:8.3f} {:8.3f}\n", i, i + 1 == kBins ? "1" : fmt::format(".{}", i + 1),
                        bin.count, bin.confidence / count, static_cast<double>(bin.right) / count);
  }
  return text;
}

}  // namespace hearsay
