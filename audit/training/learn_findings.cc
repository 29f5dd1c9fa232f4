// Coordinate descent on the log loss with an L2 penalty: a term at a time by one Newton step, until nothing moves.
// Terms are "the fact is at least so much" for a few steps of each fact, and "the word is this".
#include "training/learn_findings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "score/judge.h"
#include "score/positions.h"
#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

constexpr double kShrinkages[] = {3, 10, 30, 100, 300};
constexpr std::uint32_t kLeastCount = 5;  // lessons in which a term speaks, and in which it does not
constexpr std::size_t kLeastWord = 8;     // the same of a word
constexpr double kLeastWeight = 0.02;     // of a word that is kept
constexpr int kRounds = 60;
constexpr double kStill = 1e-4;

/// Steps of a fact that terms ask for.
std::vector<double> steps_of(Fact fact) {
  const FactInfo& info = fact_info(fact);
  switch (info.type) {
    case FactType::flag:
      return {1};
    case FactType::share:
      return {0.25, 0.5, 0.75};
    case FactType::word: {
      std::vector<double> words;
      words.reserve(fact_words(fact).size());
      for (std::size_t i = 0; i < fact_words(fact).size(); ++i) words.push_back(static_cast<double>(i));
      return words;
    }
    case FactType::number:
      break;
  }
  if (info.name.ends_with(".place")) return {3, 7};
  if (info.name.ends_with(".words")) return {20};
  return {1, 2, 3};
}

/// What a model of a kind may ask: whatever is known of the thing, and of the article what could make a sentence of it
/// matter more. Facts that say nothing are shrunk to nothing.
bool asks(FindingKind kind, Fact fact) {
  static constexpr Fact kArticle[] = {Fact::article_opinion, Fact::article_identified_voices,
                                      Fact::article_anonymous_sources, Fact::article_unattributed_share};
  static constexpr Fact kSingle[] = {Fact::article_sources, Fact::article_top_voice_share, Fact::article_media_share,
                                     Fact::article_identified_voices};
  const auto among = [&](std::span<const Fact> facts) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
  };
  const Subject subject = fact_info(fact).subject;
  switch (kind) {
    case FindingKind::anonymous:
    case FindingKind::document:
      return subject == Subject::source;
    case FindingKind::secondhand:
      return subject == Subject::source || subject == Subject::attribution;
    case FindingKind::unsourced:
      return subject == Subject::claim || among(kArticle);
    case FindingKind::unclear_speaker:
      return subject == Subject::attribution || among(kArticle);
    case FindingKind::unanswered:
      return subject == Subject::accusation || fact == Fact::article_opinion;
    case FindingKind::single_source:
      return among(kSingle);
    case FindingKind::contradiction:  // it is there or it is not
    case FindingKind::other:
      break;
  }
  return false;
}

struct Problem {
  std::vector<RaiseTerm> terms;
  std::vector<RaiseWord> words;
  std::vector<std::vector<std::uint32_t>> speaks;  // per term, then per word: lessons
  std::vector<double> raised;                      // per lesson
  std::vector<std::uint32_t> article;
};

void add_words(std::span<const FindingLesson* const> lessons, Problem& problem) {
  std::map<std::string_view, std::vector<std::uint32_t>> where;
  for (std::uint32_t i = 0; i < lessons.size(); ++i) {
    for (const std::string& word : lessons[i]->words) where[word].push_back(i);
  }
  for (auto& [word, those] : where) {
    if (those.size() < kLeastWord) continue;
    problem.words.push_back({.word = std::string(word), .count = static_cast<std::uint32_t>(those.size())});
    problem.speaks.push_back(std::move(those));
  }
}

Problem problem_of(FindingKind kind, std::span<const FindingLesson* const> lessons) {
  Problem problem;
  for (const FindingLesson* lesson : lessons) {
    problem.raised.push_back(lesson->raised);
    problem.article.push_back(lesson->article);
  }
  for (std::size_t f = 0; f < facts().size(); ++f) {
    const auto fact = static_cast<Fact>(f);
    if (!asks(kind, fact)) continue;
    std::size_t before = 0;
    for (const double step : steps_of(fact)) {
      RaiseTerm term{.fact = fact, .value = step};
      std::vector<std::uint32_t> where;
      for (std::uint32_t i = 0; i < lessons.size(); ++i) {
        if (speaks(term, lessons[i]->gathered->facts, lessons[i]->rows)) where.push_back(i);
      }
      const bool same = fact_info(fact).type != FactType::word && where.size() == before;
      before = where.size();
      if (same || where.size() < kLeastCount || lessons.size() - where.size() < kLeastCount) continue;
      term.count = static_cast<std::uint32_t>(where.size());
      problem.terms.push_back(term);
      problem.speaks.push_back(std::move(where));
    }
  }
  add_words(lessons, problem);
  return problem;
}

/// Offset first, then a weight per term. Lessons of articles with `article % folds == left_out` are not seen.
std::vector<double> fit(const Problem& problem, double shrinkage, std::uint32_t folds, std::uint32_t left_out) {
  const std::size_t count = problem.raised.size();
  std::vector<char> seen(count, 1);
  for (std::size_t i = 0; i < count; ++i) seen[i] = problem.article[i] % folds != left_out ? 1 : 0;
  std::vector<double> weights(problem.speaks.size() + 1, 0), odds(count, 0);
  std::vector<std::uint32_t> all(count);
  for (std::uint32_t i = 0; i < count; ++i) all[i] = i;
  const auto step = [&](const std::vector<std::uint32_t>& where, double weight, double penalty) {
    double gradient = -penalty * weight, curve = penalty + 1e-9;
    for (const std::uint32_t i : where) {
      if (seen[i] == 0) continue;
      const double p = 1 / (1 + std::exp(-odds[i]));
      gradient += problem.raised[i] - p;
      curve += p * (1 - p);
    }
    return std::clamp(gradient / curve, -1.0, 1.0);
  };
  for (int round = 0; round < kRounds; ++round) {
    double moved = 0;
    for (std::size_t w = 0; w < weights.size(); ++w) {
      const std::vector<std::uint32_t>& where = w == 0 ? all : problem.speaks[w - 1];
      const double by = step(where, weights[w], w == 0 ? 1e-3 : shrinkage);
      weights[w] += by;
      for (const std::uint32_t i : where) odds[i] += by;
      moved = std::max(moved, std::abs(by));
    }
    if (moved < kStill) break;
  }
  return weights;
}

std::vector<double> odds_of(const Problem& problem, const std::vector<double>& weights) {
  std::vector<double> odds(problem.raised.size(), weights.front());
  for (std::size_t t = 0; t < problem.speaks.size(); ++t) {
    for (const std::uint32_t i : problem.speaks[t]) odds[i] += weights[t + 1];
  }
  return odds;
}

double loss_of(double p, double raised) {
  const auto part = [](double share, double of) {
    return share == 0 ? 0 : -share * std::log(std::clamp(of, 1e-6, 1.0));
  };
  return part(raised, p) + part(1 - raised, 1 - p);
}

/// Likelihoods by models that did not see the article.
std::vector<double> unseen(const Problem& problem, double shrinkage, std::uint32_t folds) {
  std::vector<double> likelihood(problem.raised.size(), 0);
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    const std::vector<double> odds = odds_of(problem, fit(problem, shrinkage, folds, fold));
    for (std::size_t i = 0; i < odds.size(); ++i) {
      if (problem.article[i] % folds == fold) likelihood[i] = 1 / (1 + std::exp(-odds[i]));
    }
  }
  return likelihood;
}

double mean_loss(const Problem& problem, const std::vector<double>& likelihood) {
  double sum = 0;
  for (std::size_t i = 0; i < likelihood.size(); ++i) sum += loss_of(likelihood[i], problem.raised[i]);
  return likelihood.empty() ? 0 : sum / static_cast<double>(likelihood.size());
}

bool touches(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Span& x) {
    return std::any_of(b.begin(), b.end(), [&](const Span& y) { return x.begin < y.end && y.begin < x.end; });
  });
}

}  // namespace

std::vector<FindingLesson> finding_lessons(const Analysis& analysis, const Engine& engine, const EditorMarks& marks,
                                           std::uint32_t article) {
  const ScoreMarks rule_marks = score_marks(engine.pack.program, analysis.matches);
  const ScoreInput input = score_input(analysis, engine, rule_marks);
  const auto gathered = std::make_shared<const GatheredFacts>(gather_facts(input));
  std::vector<std::pair<const EditorMark*, std::vector<Span>>> marked;
  for (const EditorMark& mark : marks.marks) marked.emplace_back(&mark, places_of(mark.quote, analysis.document.text));
  std::vector<FindingLesson> lessons;
  for (const Thing& thing : things_of(input, *gathered, engine.policy)) {
    FindingLesson lesson{.kind = thing.kind, .article = article, .rows = thing.rows, .gathered = gathered};
    std::vector<Span> words;
    for (const TokenRange& range : thing.words) words.push_back(span_of(analysis.text, clipped(analysis.text, range)));
    for (const auto& [mark, places] : marked) {
      if (!meets(thing.about, mark->kind)) continue;
      const bool whole = thing.words.empty() || thing.about == FindingKind::single_source;
      if (mark->quote.empty() ? whole : touches(words, places))
        lesson.raised = std::max(lesson.raised, mark->likelihood);
    }
    for (const std::uint32_t token : thing.told)
      lesson.words.push_back(lower(token_text(analysis.document, analysis.text.tokens[token])));
    lessons.push_back(std::move(lesson));
  }
  return lessons;
}

LearnedFindings learn_findings(std::span<const FindingLesson> lessons, std::uint32_t folds) {
  LearnedFindings learned;
  learned.model.learned = true;
  for (std::size_t k = 0; k < kFindingKindCount; ++k) {
    const auto kind = static_cast<FindingKind>(k);
    std::vector<const FindingLesson*> own;
    for (const FindingLesson& lesson : lessons) {
      if (lesson.kind == kind) own.push_back(&lesson);
    }
    if (kind == FindingKind::contradiction || kind == FindingKind::other || own.empty()) continue;
    const Problem problem = problem_of(kind, own);
    KindReport report{.kind = kind, .things = own.size()};
    for (const double raised : problem.raised) report.raised += raised;
    const double share = report.raised / static_cast<double>(report.things);
    for (const double raised : problem.raised) report.base += loss_of(share, raised);
    report.base /= static_cast<double>(report.things);
    for (const double shrinkage : kShrinkages) {
      std::vector<double> likelihood = unseen(problem, shrinkage, folds);
      const double loss = mean_loss(problem, likelihood);
      if (report.unseen.empty() || loss < report.loss) {
        report.loss = loss;
        report.shrinkage = shrinkage;
        report.unseen = std::move(likelihood);
      }
    }
    const std::vector<double> weights = fit(problem, report.shrinkage, folds, folds);  // nothing is left out
    RaiseModel::Kind& into = learned.model.kinds[k];
    into.offset = weights.front();
    for (std::size_t t = 0; t < problem.terms.size(); ++t) {
      RaiseTerm term = problem.terms[t];
      term.weight = weights[t + 1];
      if (std::abs(term.weight) >= 0.005) into.terms.push_back(term);
    }
    for (std::size_t w = 0; w < problem.words.size(); ++w) {
      RaiseWord word = problem.words[w];
      word.weight = weights[problem.terms.size() + w + 1];
      if (std::abs(word.weight) >= kLeastWeight) into.words[word_hash(word.word)] = std::move(word);
    }
    learned.kinds.push_back(std::move(report));
  }
  return learned;
}

std::vector<double> learn_proportions(const std::vector<std::vector<double>>& values,
                                      const std::vector<double>& grades) {
  if (values.empty()) return {};
  const std::size_t width = values.front().size();
  const auto rows = static_cast<double>(values.size());
  std::vector<double> mean(width, 0), weights(width, 0);
  double grade = 0;
  for (std::size_t r = 0; r < values.size(); ++r) {
    grade += grades[r] / rows;
    for (std::size_t m = 0; m < width; ++m) mean[m] += values[r][m] / rows;
  }
  // Coordinate descent: each proportion by what the others leave, never below 0.
  const double penalty = 0.02 * rows;
  for (int round = 0; round < 200; ++round) {
    for (std::size_t m = 0; m < width; ++m) {
      double along = 0, square = penalty / 100;
      for (std::size_t r = 0; r < values.size(); ++r) {
        double left = grades[r] - grade;
        for (std::size_t other = 0; other < width; ++other) {
          if (other != m) left -= weights[other] * (values[r][other] - mean[other]);
        }
        along += left * (values[r][m] - mean[m]);
        square += (values[r][m] - mean[m]) * (values[r][m] - mean[m]);
      }
      weights[m] = std::max(0.0, along / square);
    }
  }
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (double& weight : weights) weight = sum > 0 ? weight / sum : 1 / static_cast<double>(width);
  return weights;
}

}  // namespace hearsay
