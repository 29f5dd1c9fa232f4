// Entry: find_threads. Utterances of the same words (and, where they are short, of the same speaker) become one class
// at once, so that a quotation printed ten thousand times is compared once. Classes that share a key are candidates;
// within a key each is held against the few fronts found so far, longest first, so a stock phrase that half the archive
// shares costs linear time and joins nobody. A group of classes becomes a thread by its anchor: the class with most
// partners; each other one must be like the anchor itself, or it is left to the next anchor. No chain can drift. A long
// quotation of which others print different pieces is in the thread of each piece.
#include "trace/across.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "trace/differences.h"
#include "trace/likeness.h"
#include "trace/stem.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongClass = 8;  // content words from which the same words are one utterance whoever says them
constexpr std::size_t kLeastUnsourced = 5;
constexpr double kMostSureClaim = 0.6;
constexpr std::size_t kMostRounds = 32;  // threads that one group of candidates is parted into

struct Class {
  std::uint32_t first = 0;             // the utterance that stands for all
  std::vector<std::uint32_t> members;  // utterances, ascending
  std::uint32_t partners = 0;          // classes found to be like this one
};

std::uint64_t combined(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
  return hash * 0xff51afd7ed558ccdU;
}

/// What members of a class have in common.
std::uint64_t class_hash(const Utterance& utterance) {
  std::uint64_t hash = utterance.quoted ? 1 : 2;
  std::size_t content = 0;
  for (const Stem word : utterance.words) {
    hash = combined(hash, word);
    content += is_content(word) ? 1U : 0U;
  }
  if (content < kLongClass) {
    for (const char c : utterance.source) hash = combined(hash, static_cast<unsigned char>(c));
    hash = combined(hash, utterance.anonymous ? 1 : 0);
  }
  return hash;
}

bool same_class(const Utterance& left, const Utterance& right) {
  if (left.quoted != right.quoted || left.words != right.words) return false;
  const auto content = static_cast<std::size_t>(std::count_if(left.words.begin(), left.words.end(), is_content));
  if (content >= kLongClass) return true;
  // Short words of nobody in particular may be a term, a title, a stock phrase.
  if (left.source.empty() && content < kLeastUnsourced) return left.article == right.article;
  return left.source == right.source && left.anonymous == right.anonymous;
}

class Finder {
 public:
  Finder(std::span<const Utterance> utterances, const LanguageWords& language, const AcrossOptions& options)
      : utterances_(utterances), language_(language), options_(options) {}

  std::vector<Thread> find() {
    make_classes();
    parent_.resize(classes_.size());
    std::iota(parent_.begin(), parent_.end(), 0U);
    join_candidates();
    make_threads();
    return std::move(threads_);
  }

 private:
  [[nodiscard]] const Utterance& of(std::uint32_t one) const { return utterances_[classes_[one].first]; }

  [[nodiscard]] double likeness(std::uint32_t left, std::uint32_t right) const {
    const Utterance& a = of(left);
    const Utterance& b = of(right);
    if (a.quoted != b.quoted) return 0;
    return a.quoted ? quotation_likeness(a, b, language_) : claim_likeness(a, b, language_);
  }

  void make_classes() {
    std::unordered_multimap<std::uint64_t, std::uint32_t> known;
    for (const std::uint32_t index : in_order()) {
      const Utterance& utterance = utterances_[index];
      if (utterance.signature.empty() || (!utterance.quoted && !options_.claims)) continue;
      const std::uint64_t hash = class_hash(utterance);
      auto [at, end] = known.equal_range(hash);
      while (at != end && !same_class(of(at->second), utterance)) ++at;
      if (at != end) {
        classes_[at->second].members.push_back(index);
        continue;
      }
      known.emplace(hash, static_cast<std::uint32_t>(classes_.size()));
      classes_.push_back({.first = index, .members = {index}, .partners = 0});
    }
  }

  /// By date, article and attribution: nothing below depends on the order of the input.
  [[nodiscard]] std::vector<std::uint32_t> in_order() const {
    std::vector<std::uint32_t> order(utterances_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return earlier(utterances_[a], utterances_[b]); });
    return order;
  }

  std::uint32_t root(std::uint32_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }

  void join_candidates() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    for (std::uint32_t one = 0; one < classes_.size(); ++one) {
      for (const std::uint64_t key : of(one).signature) keys.emplace_back(key, one);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<std::uint32_t> group;
    for (auto at = keys.begin(); at != keys.end();) {
      group.clear();
      const std::uint64_t key = at->first;
      for (; at != keys.end() && at->first == key; ++at) group.push_back(at->second);
      if (group.size() > 1) join_group(group);
    }
  }

  void join_group(std::vector<std::uint32_t>& group) {
    std::sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(of(b).words.size(), a) < std::tuple(of(a).words.size(), b);
    });
    std::vector<std::uint32_t> fronts;
    for (const std::uint32_t one : group) {
      bool joined = false;
      for (const std::uint32_t front : fronts) {
        if (root(front) == root(one)) {
          joined = joined || of(front).article != of(one).article;
          continue;
        }
        if (likeness(front, one) <= 0) continue;
        // What lies within another utterance of its article may have another speaker: it stays a front of its own.
        joined = joined || of(front).article != of(one).article;
        ++classes_[front].partners;
        ++classes_[one].partners;
        parent_[std::max(root(front), root(one))] = std::min(root(front), root(one));
      }
      if (!joined && fronts.size() < options_.most_fronts) fronts.push_back(one);
    }
  }

  void make_threads() {
    std::unordered_map<std::uint32_t, std::uint32_t> group_of;
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t one = 0; one < classes_.size(); ++one) {
      const auto [at, fresh] = group_of.try_emplace(root(one), static_cast<std::uint32_t>(groups.size()));
      if (fresh) groups.emplace_back();
      groups[at->second].push_back(one);
    }
    for (const std::vector<std::uint32_t>& group : groups) part_group(group);
    std::sort(threads_.begin(), threads_.end(), [&](const Thread& a, const Thread& b) {
      return earlier(utterances_[a.members.front()], utterances_[b.members.front()]);
    });
  }

  /// A thread in the making.
  struct Draft {
    std::uint32_t anchor = 0;
    std::vector<std::uint32_t> classes;  // the anchor among them
    double confidence = 1;
  };

  void part_group(const std::vector<std::uint32_t>& group) {
    std::vector<Draft> drafts;
    std::vector<std::uint32_t> left = group;  // in no thread yet
    for (std::size_t round = 0; !left.empty() && round < kMostRounds; ++round) {
      Draft draft{.anchor = *std::max_element(left.begin(), left.end(), [&](std::uint32_t a, std::uint32_t b) {
                    return std::tuple(classes_[a].partners, of(a).words.size(), b) <
                           std::tuple(classes_[b].partners, of(b).words.size(), a);
                  })};
      draft.classes.push_back(draft.anchor);
      std::erase(left, draft.anchor);
      std::vector<std::uint32_t> fresh;
      for (const std::uint32_t one : group) {
        const double like = one == draft.anchor ? 0 : likeness(draft.anchor, one);
        if (like <= 0) continue;
        draft.confidence = std::min(draft.confidence, like);
        draft.classes.push_back(one);
        fresh.push_back(one);
      }
      std::sort(draft.classes.begin(), draft.classes.end());
      if (Draft* home = home_of(drafts, draft.classes); home != nullptr) {
        home->classes.insert(std::lower_bound(home->classes.begin(), home->classes.end(), draft.anchor), draft.anchor);
        home->confidence = std::min(home->confidence, draft.confidence);
        continue;
      }
      for (const std::uint32_t one : fresh) std::erase(left, one);
      drafts.push_back(std::move(draft));
    }
    for (const Draft& draft : drafts) add_thread(draft);
  }

  /// The draft of which half the classes or more are among `classes`: the same utterance though not like its anchor.
  static Draft* home_of(std::vector<Draft>& drafts, const std::vector<std::uint32_t>& classes) {
    for (Draft& draft : drafts) {
      std::vector<std::uint32_t> both;
      std::set_intersection(draft.classes.begin(), draft.classes.end(), classes.begin(), classes.end(),
                            std::back_inserter(both));
      if (draft.classes.size() > 2 && 2 * both.size() >= draft.classes.size()) return &draft;
    }
    return nullptr;
  }

  void add_thread(const Draft& draft) {
    std::vector<std::uint32_t> members;
    for (const std::uint32_t one : draft.classes)
      members.insert(members.end(), classes_[one].members.begin(), classes_[one].members.end());
    if (members.size() < 2) return;
    std::sort(members.begin(), members.end(),
              [&](std::uint32_t a, std::uint32_t b) { return earlier(utterances_[a], utterances_[b]); });
    drop_outer(members);
    const auto other_article = [&](std::uint32_t one) {
      return utterances_[one].article != utterances_[members.front()].article;
    };
    if (std::none_of(members.begin(), members.end(), other_article)) return;
    Thread& thread = threads_.emplace_back();
    thread.kind = of(draft.anchor).quoted ? ThreadKind::quotation : ThreadKind::claim;
    // Where the anchor itself was left out for one within it, that one stands for it.
    thread.anchor = classes_[draft.anchor].first;
    if (std::find(members.begin(), members.end(), thread.anchor) == members.end()) thread.anchor = members.front();
    thread.members = std::move(members);
    thread.differs = differences_of(utterances_, thread.members, language_);
    thread.confidence =
        thread.kind == ThreadKind::claim ? std::min(draft.confidence, kMostSureClaim) : draft.confidence;
  }

  /// Of an utterance within another one of the same article and thread one stays. The inner one is nearer to the origin
  /// and names the outer one's source as its relay; the outer one stays where it says much more, or has the same
  /// source.
  void drop_outer(std::vector<std::uint32_t>& members) const {
    using Place = std::pair<std::string_view, std::string_view>;  // article, attribution
    std::map<Place, std::uint32_t> outer_at;
    for (const std::uint32_t member : members) {
      const Utterance& one = utterances_[member];
      if (!one.attribution.empty()) outer_at.emplace(Place(one.article, one.attribution), member);
    }
    std::vector<std::uint32_t> dropped;
    for (const std::uint32_t member : members) {
      const Utterance& inner = utterances_[member];
      const auto found = inner.within.empty() ? outer_at.end() : outer_at.find(Place(inner.article, inner.within));
      if (found == outer_at.end()) continue;
      const Utterance& outer = utterances_[found->second];
      const bool keeps = 10 * inner.words.size() >= 6 * outer.words.size() && inner.source != outer.source;
      dropped.push_back(keeps ? found->second : member);
    }
    std::sort(dropped.begin(), dropped.end());
    std::erase_if(members,
                  [&](std::uint32_t member) { return std::binary_search(dropped.begin(), dropped.end(), member); });
  }

  std::span<const Utterance> utterances_;
  const LanguageWords& language_;
  const AcrossOptions& options_;
  std::vector<Class> classes_;
  std::vector<std::uint32_t> parent_;  // union–find over classes
  std::vector<Thread> threads_;
};

}  // namespace

std::vector<Thread> find_threads(std::span<const Utterance> utterances, const LanguageWords& language,
                                 const AcrossOptions& options) {
  return Finder(utterances, language, options).find();
}

}  // namespace hearsay
