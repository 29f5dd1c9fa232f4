// Pairs first; sources, contents and whole attributions are judged within pairs; quotations, fragments and labels of
// words are counted on their own.
#include "evaluate/compare.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>

#include "evaluate/counted_words.h"

namespace hearsay {
namespace {

constexpr double kEnough = 0.5;  // intersection over union of two contents
constexpr std::u32string_view kEdge = U" \t\n\r,.;:\"“”'‘’—-";

struct Scored {
  double score = 0;
  std::uint32_t gold = 0;
  std::uint32_t predicted = 0;
};

/// Best first; of equals the later one.
void sort_best(std::vector<Scored>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Scored& a, const Scored& b) {
    return std::tie(a.score, a.gold, a.predicted) > std::tie(b.score, b.gold, b.predicted);
  });
}

/// The points of words: marks and white space at the edges, and within, do not make two spans different.
std::vector<std::uint32_t> core(const Points& points, const PointText& text) {
  std::vector<std::uint32_t> kept;
  for (const CodeRange range : points) {
    for (std::uint32_t p = range.begin; p < range.end; ++p) {
      if (kEdge.find(text.points[p]) == std::u32string_view::npos) kept.push_back(p);
    }
  }
  return kept;
}

bool same_core(const Points& a, const Points& b, const PointText& text) {
  return !a.empty() && !b.empty() && core(a, text) == core(b, text);
}

/// Begins with a quotation mark, or right behind one.
bool opens_quoted(const Points& content, const PointText& text) {
  if (content.empty()) return false;
  const auto is_mark = [&](std::uint32_t p) { return text.points[p] == U'"' || text.points[p] == U'“'; };
  const std::uint32_t begin = content.front().begin;
  return is_mark(begin) || (begin > 0 && is_mark(begin - 1));
}

using Group = std::vector<std::uint32_t>;  // indices of markings that count

Group counted(const std::vector<PairVerdict>& verdicts) {
  Group group;
  for (std::uint32_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].counted) group.push_back(i);
  }
  return group;
}

class Comparer {
 public:
  Comparer(const PointText& text, const Markings& gold, const Markings& predicted)
      : text_(text),
        gold_(gold.all),
        predicted_(predicted.all),
        discarded_(gold.discarded),
        words_(words_of(text.points)) {
    result_.gold.resize(gold_.size());
    result_.predicted.resize(predicted_.size());
  }

  Comparison run() {
    result_.tally.articles = 1;
    leave_out_discarded();
    pair();
    judge();
    quotations();
    count_fragments(Measured::fragment_source, &Marking::source);
    count_fragments(Measured::fragment_cue, &Marking::cue);
    count_fragments(Measured::fragment_content, &Marking::content);
    labels();
    return std::move(result_);
  }

 private:
  void leave_out_discarded() {
    if (!discarded_.empty()) {
      for (std::size_t i = 0; i < gold_.size(); ++i) {
        const Points all = joined(gold_[i].cue, gold_[i].content);
        result_.gold[i].counted = common(all, discarded_) != size_of(all);
      }
      for (std::size_t j = 0; j < predicted_.size(); ++j) {
        result_.predicted[j].counted = common(joined(predicted_[j].cue, predicted_[j].content), discarded_) == 0;
      }
    }
    golds_ = counted(result_.gold);
    preds_ = counted(result_.predicted);
  }

  void pair() {
    std::vector<Scored> candidates;
    for (std::uint32_t i = 0; i < golds_.size(); ++i) {
      const Marking& gold = gold_[golds_[i]];
      for (std::uint32_t j = 0; j < preds_.size(); ++j) {
        const Marking& predicted = predicted_[preds_[j]];
        if (common(gold.cue, predicted.cue) == 0) continue;
        candidates.push_back({overlap(gold.cue, predicted.cue) + overlap(gold.content, predicted.content), i, j});
      }
    }
    sort_best(candidates);
    for (const Scored& best : candidates) {
      PairVerdict& gold = result_.gold[golds_[best.gold]];
      PairVerdict& predicted = result_.predicted[preds_[best.predicted]];
      if (gold.found() || predicted.found()) continue;
      gold.pair = preds_[best.predicted];
      predicted.pair = golds_[best.gold];
    }
  }

  void judge() {
    Tally& tally = result_.tally;
    const auto add = [&](Measured measured, std::uint64_t predicted, std::uint64_t gold) {
      tally[measured].predicted += predicted;
      tally[measured].gold += gold;
    };
    for (const std::uint32_t i : golds_) {
      for (const Measured m : {Measured::cue, Measured::full}) add(m, 0, 1);
      for (const Measured m : {Measured::source_overlap, Measured::source_exact})
        add(m, 0, gold_[i].source.empty() ? 0 : 1);
      for (const Measured m : {Measured::content_overlap, Measured::content_exact})
        add(m, 0, gold_[i].content.empty() ? 0 : 1);
    }
    for (const std::uint32_t j : preds_) {
      const Marking& predicted = predicted_[j];
      for (const Measured m : {Measured::cue, Measured::full}) add(m, 1, 0);
      for (const Measured m : {Measured::source_overlap, Measured::source_exact})
        add(m, predicted.source.empty() ? 0 : 1, 0);
      for (const Measured m : {Measured::content_overlap, Measured::content_exact})
        add(m, predicted.content.empty() ? 0 : 1, 0);
      PairVerdict& verdict = result_.predicted[j];
      if (!verdict.found()) continue;
      const Marking& gold = gold_[verdict.pair];
      const bool sources = common(gold.source, predicted.source) != 0;
      verdict.source = sources || (gold.source.empty() && predicted.source.empty());
      verdict.content = overlap(gold.content, predicted.content) >= kEnough;
      result_.gold[verdict.pair].source = verdict.source;
      result_.gold[verdict.pair].content = verdict.content;
      tally[Measured::cue].found += 1;
      tally[Measured::source_overlap].found += sources ? 1 : 0;
      tally[Measured::source_exact].found += same_core(gold.source, predicted.source, text_) ? 1 : 0;
      tally[Measured::content_overlap].found += verdict.content ? 1 : 0;
      tally[Measured::content_exact].found += same_core(gold.content, predicted.content, text_) ? 1 : 0;
      tally[Measured::full].found += verdict.full() ? 1 : 0;
    }
  }

  Group quoted(const Group& group, const std::vector<Marking>& all) const {
    Group some;
    std::copy_if(group.begin(), group.end(), std::back_inserter(some),
                 [&](std::uint32_t i) { return opens_quoted(all[i].content, text_); });
    return some;
  }

  void quotations() {
    const Group golds = quoted(golds_, gold_);
    const Group preds = quoted(preds_, predicted_);
    std::vector<Scored> candidates;
    for (std::uint32_t i = 0; i < golds.size(); ++i) {
      for (std::uint32_t j = 0; j < preds.size(); ++j) {
        const double score = overlap(gold_[golds[i]].content, predicted_[preds[j]].content);
        if (score >= kEnough) candidates.push_back({score, i, j});
      }
    }
    sort_best(candidates);
    std::vector<bool> gold_used(golds.size());
    std::vector<bool> pred_used(preds.size());
    Tally& tally = result_.tally;
    for (const Measured m : {Measured::quote, Measured::quote_source}) {
      tally[m].gold += golds.size();
      tally[m].predicted += preds.size();
    }
    for (const Scored& best : candidates) {
      if (gold_used[best.gold] || pred_used[best.predicted]) continue;
      gold_used[best.gold] = pred_used[best.predicted] = true;
      const Points& a = gold_[golds[best.gold]].source;
      const Points& b = predicted_[preds[best.predicted]].source;
      tally[Measured::quote].found += 1;
      tally[Measured::quote_source].found += common(a, b) != 0 || (a.empty() && b.empty()) ? 1 : 0;
    }
  }

  using Fragments = std::map<std::pair<std::size_t, std::size_t>, std::uint64_t>;  // first and last word, how often

  Fragments fragments(const Group& group, const std::vector<Marking>& all, Points Marking::*role) const {
    Fragments found;
    for (const std::uint32_t i : group) {
      std::size_t first = words_.size();
      std::size_t last = 0;
      const auto close = [&] {
        if (first < words_.size()) ++found[{first, last}];
        first = words_.size();
      };
      for (const CodeRange range : all[i].*role) {
        const auto begin = std::partition_point(words_.begin(), words_.end(),
                                                [&](const Word& w) { return w.range.begin < range.begin; });
        for (auto w = begin; w != words_.end() && w->range.begin < range.end; ++w) {
          const auto k = static_cast<std::size_t>(w - words_.begin());
          if (first < words_.size() && last + 1 != k) close();
          if (first == words_.size()) first = k;
          last = k;
        }
      }
      close();
    }
    // Attributions often share a source: each place counts once.
    if (role == &Marking::source) {
      for (auto& [place, count] : found) count = 1;
    }
    return found;
  }

  void count_fragments(Measured measured, Points Marking::*role) {
    const Fragments gold = fragments(golds_, gold_, role);
    const Fragments predicted = fragments(preds_, predicted_, role);
    Count& count = result_.tally[measured];
    for (const auto& [place, times] : gold) {
      count.gold += times;
      const auto same = predicted.find(place);
      if (same != predicted.end()) count.found += std::min(times, same->second);
    }
    for (const auto& [place, times] : predicted) count.predicted += times;
  }

  std::vector<TokenLabel> labelled(const Group& group, const std::vector<Marking>& all) const {
    std::vector<TokenLabel> labels(text_.points.size(), TokenLabel::none);
    const auto paint = [&](Points Marking::*role, TokenLabel label) {
      for (const std::uint32_t i : group) {
        for (const CodeRange range : all[i].*role) {
          for (std::uint32_t p = range.begin; p < range.end; ++p) labels[p] = label;
        }
      }
    };
    paint(&Marking::content, TokenLabel::content);
    paint(&Marking::source, TokenLabel::source);
    paint(&Marking::cue, TokenLabel::cue);
    return labels;
  }

  void labels() {
    const std::vector<TokenLabel> gold = labelled(golds_, gold_);
    const std::vector<TokenLabel> predicted = labelled(preds_, predicted_);
    for (const Word& word : words_) {
      const std::uint32_t at = word.range.begin;
      if (word.mark || holds(discarded_, at)) continue;
      ++result_.tally.labels[static_cast<std::size_t>(gold[at])][static_cast<std::size_t>(predicted[at])];
    }
  }

  const PointText& text_;
  const std::vector<Marking>& gold_;
  const std::vector<Marking>& predicted_;
  const Points& discarded_;
  std::vector<Word> words_;
  Group golds_;
  Group preds_;
  Comparison result_;
};

}  // namespace

Comparison compare(const PointText& text, const Markings& gold, const Markings& predicted) {
  return Comparer(text, gold, predicted).run();
}

}  // namespace hearsay
