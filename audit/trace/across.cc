// Entry: find_threads. Utterances of the same words (and, where they are short, of the same speaker) become one class
// at once, so that a quotation printed ten thousand times is compared once. Classes that share a key are candidates;
// within a key each is held against the few fronts found so far, longest first, so a stock phrase that half the archive
// shares costs linear time and joins nobody. A group of classes becomes a thread by its anchor: the class with most
// partners; each other one must be like the anchor itself, or it is left to the next anchor. No chain can drift. A long
// quotation of which others print different pieces is in the thread of each piece. Utterances are numbers here, their
// ranks; the words of one are read where it is compared, those of a thread's members where it is made.
#include "trace/across.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "trace/differences.h"
#include "trace/likeness.h"
#include "trace/same_words.h"

namespace hearsay {
namespace {

constexpr double kMostSureClaim = 0.6;
constexpr std::size_t kMostFronts = 24;  // different wordings of one key against which a further one is held
constexpr std::size_t kMostRounds = 32;  // threads that one group of candidates is parted into

using Rank = std::uint32_t;

/// A class is known by the rank of its first utterance, which stands for all.
class Finder {
 public:
  Finder(Collection& collection, const LanguageWords& language) : collection_(collection), language_(language) {}

  std::vector<Thread> find() {
    collection_.arrange();
    class_of_.resize(collection_.size());
    std::iota(class_of_.begin(), class_of_.end(), 0U);
    shared_.resize(class_of_.size());
    collection_.for_each_wording([&](std::span<const Rank> alike) { make_classes(alike); });
    parent_ = class_of_;
    partners_.resize(class_of_.size());
    collection_.for_each_key([&](std::span<const Rank> group) { join_candidates(group); });
    make_threads();
    return std::move(threads_);
  }

 private:
  /// A class whose words are read when they are first asked for.
  struct Worded {
    Rank one = 0;
    std::optional<Utterance> wording = {};
  };

  const Utterance& words_of(Worded& worded) const {
    if (!worded.wording) worded.wording = collection_.wording(worded.one);
    return *worded.wording;
  }

  [[nodiscard]] double likeness(Worded& left, Worded& right) const {
    const Utterance& a = words_of(left);
    const Utterance& b = words_of(right);
    if (a.quoted != b.quoted) return 0;
    return a.quoted ? quotation_likeness(a, b, language_) : claim_likeness(a, b, language_);
  }

  [[nodiscard]] bool same_article(Rank left, Rank right) const {
    return collection_.article(left) == collection_.article(right);
  }

  /// Of utterances that may have the same words; all but a few groups are one class.
  void make_classes(std::span<const Rank> alike) {
    std::vector<Worded> firsts;
    for (const Rank rank : alike) {
      Worded one{.one = rank};
      const auto home = std::find_if(firsts.begin(), firsts.end(), [&](Worded& first) {
        return same_words(words_of(first), words_of(one), same_article(first.one, rank));
      });
      if (home == firsts.end()) {
        firsts.push_back(std::move(one));
      } else {
        class_of_[rank] = home->one;
        shared_[home->one] = true;
      }
    }
  }

  Rank root(Rank one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }

  /// Of utterances that share a key.
  void join_candidates(std::span<const Rank> group) {
    std::vector<Rank> classes;
    std::copy_if(group.begin(), group.end(), std::back_inserter(classes),
                 [&](Rank rank) { return class_of_[rank] == rank; });
    std::sort(classes.begin(), classes.end(), [&](Rank a, Rank b) {
      return std::tuple(collection_.words(b), a) < std::tuple(collection_.words(a), b);
    });
    std::vector<Worded> fronts;
    for (const Rank rank : classes) {
      Worded one{.one = rank};
      bool joined = false;
      for (Worded& front : fronts) {
        if (root(front.one) == root(one.one)) {
          joined = joined || !same_article(front.one, one.one);
          continue;
        }
        if (likeness(front, one) <= 0) continue;
        // What lies within another utterance of its article may have another speaker: it stays a front of its own.
        joined = joined || !same_article(front.one, one.one);
        join(front.one, one.one);
      }
      if (!joined && fronts.size() < kMostFronts) fronts.push_back(std::move(one));
    }
  }

  void join(Rank left, Rank right) {
    ++partners_[left];
    ++partners_[right];
    const Rank low = std::min(root(left), root(right));
    const Rank high = std::max(root(left), root(right));
    parent_[high] = low;
    shared_[low] = true;
  }

  /// Classes that may be one utterance, each with its members; both ascending, a class first of its members.
  using Group = std::map<Rank, std::vector<Rank>>;

  void make_threads() {
    std::vector<std::pair<Rank, Rank>> grouped;  // the group's root, utterance: of all that are not alone
    for (Rank rank = 0; rank < class_of_.size(); ++rank) {
      if (const Rank group = root(rank); shared_[group]) grouped.emplace_back(group, rank);
    }
    std::sort(grouped.begin(), grouped.end());
    for (auto at = grouped.begin(); at != grouped.end();) {
      Group group;
      for (const Rank of = at->first; at != grouped.end() && at->first == of; ++at)
        group[class_of_[at->second]].push_back(at->second);
      part_group(group);
    }
    std::sort(threads_.begin(), threads_.end(),
              [](const Thread& a, const Thread& b) { return a.members.front() < b.members.front(); });
  }

  /// A thread in the making.
  struct Draft {
    Rank anchor = 0;
    std::vector<Rank> classes;  // the anchor among them
    double confidence = 1;
  };

  void part_group(const Group& group) {
    std::vector<Draft> drafts;
    std::vector<Rank> left;  // in no thread yet
    for (const auto& [one, members] : group) left.push_back(one);
    for (std::size_t round = 0; !left.empty() && round < kMostRounds; ++round) {
      Draft draft{.anchor = *std::max_element(left.begin(), left.end(), [&](Rank a, Rank b) {
                    return std::tuple(partners_[a], collection_.words(a), b) <
                           std::tuple(partners_[b], collection_.words(b), a);
                  })};
      draft.classes.push_back(draft.anchor);
      std::erase(left, draft.anchor);
      std::vector<Rank> fresh;
      Worded anchor{.one = draft.anchor};
      for (const auto& [rank, members] : group) {
        Worded one{.one = rank};
        const double like = rank == draft.anchor ? 0 : likeness(anchor, one);
        if (like <= 0) continue;
        draft.confidence = std::min(draft.confidence, like);
        draft.classes.push_back(rank);
        fresh.push_back(rank);
      }
      std::sort(draft.classes.begin(), draft.classes.end());
      if (Draft* home = home_of(drafts, draft.classes); home != nullptr) {
        home->classes.insert(std::lower_bound(home->classes.begin(), home->classes.end(), draft.anchor), draft.anchor);
        home->confidence = std::min(home->confidence, draft.confidence);
        continue;
      }
      for (const Rank one : fresh) std::erase(left, one);
      drafts.push_back(std::move(draft));
    }
    for (const Draft& draft : drafts) add_thread(draft, group);
  }

  /// The draft of which half the classes or more are among `classes`: the same utterance though not like its anchor.
  static Draft* home_of(std::vector<Draft>& drafts, const std::vector<Rank>& classes) {
    for (Draft& draft : drafts) {
      std::vector<Rank> both;
      std::set_intersection(draft.classes.begin(), draft.classes.end(), classes.begin(), classes.end(),
                            std::back_inserter(both));
      if (draft.classes.size() > 2 && 2 * both.size() >= draft.classes.size()) return &draft;
    }
    return nullptr;
  }

  void add_thread(const Draft& draft, const Group& group) {
    std::vector<Rank> ranks;
    for (const Rank one : draft.classes) {
      const std::vector<Rank>& members = group.at(one);
      ranks.insert(ranks.end(), members.begin(), members.end());
    }
    std::sort(ranks.begin(), ranks.end());
    const auto in_one_article = [&] {
      return std::all_of(ranks.begin(), ranks.end(), [&](Rank one) { return same_article(one, ranks.front()); });
    };
    if (in_one_article()) return;
    std::vector<Utterance> utterances;
    utterances.reserve(ranks.size());
    for (const Rank one : ranks) utterances.push_back(collection_.utterance(one));
    const auto anchor = std::lower_bound(ranks.begin(), ranks.end(), draft.anchor) - ranks.begin();
    const bool quoted = utterances[static_cast<std::size_t>(anchor)].quoted;
    const std::vector<std::uint32_t> stay = without_outer(utterances);
    std::transform(stay.begin(), stay.end(), ranks.begin(), [&](std::uint32_t one) { return ranks[one]; });
    ranks.resize(stay.size());
    if (in_one_article()) return;
    Thread& thread = threads_.emplace_back();
    thread.kind = quoted ? ThreadKind::quotation : ThreadKind::claim;
    // Where the anchor itself was left out for one within it, that one stands for it.
    thread.anchor = std::binary_search(ranks.begin(), ranks.end(), draft.anchor) ? draft.anchor : ranks.front();
    thread.members = std::move(ranks);
    thread.differs = differences_of(utterances, stay, language_);
    thread.confidence =
        thread.kind == ThreadKind::claim ? std::min(draft.confidence, kMostSureClaim) : draft.confidence;
  }

  /// Of an utterance within another one of the same article and thread one stays. The inner one is nearer to the origin
  /// and names the outer one's source as its relay; the outer one stays where it says much more, or has the same
  /// source. Indices, ascending.
  static std::vector<std::uint32_t> without_outer(std::span<const Utterance> utterances) {
    using Place = std::pair<std::string_view, std::string_view>;  // article, attribution
    std::map<Place, std::uint32_t> outer_at;
    std::vector<std::uint32_t> stay(utterances.size());
    std::iota(stay.begin(), stay.end(), 0U);
    for (const std::uint32_t at : stay) {
      const Utterance& one = utterances[at];
      if (!one.attribution.empty()) outer_at.emplace(Place(one.article, one.attribution), at);
    }
    std::vector<bool> dropped(utterances.size());
    for (const std::uint32_t at : stay) {
      const Utterance& inner = utterances[at];
      const auto found = inner.within.empty() ? outer_at.end() : outer_at.find(Place(inner.article, inner.within));
      if (found == outer_at.end()) continue;
      const Utterance& outer = utterances[found->second];
      const bool keeps = 10 * inner.words.size() >= 6 * outer.words.size() && inner.source != outer.source;
      dropped[keeps ? found->second : at] = true;
    }
    std::erase_if(stay, [&](std::uint32_t at) { return dropped[at]; });
    return stay;
  }

  Collection& collection_;
  const LanguageWords& language_;
  std::vector<Rank> class_of_;           // per utterance: the class it is in
  std::vector<Rank> parent_;             // union–find over classes; of what is no class its own
  std::vector<std::uint32_t> partners_;  // per class: others found to be like it
  std::vector<bool> shared_;             // a class of several, or a root of several classes
  std::vector<Thread> threads_;
};

}  // namespace

std::vector<Thread> find_threads(Collection& collection, const LanguageWords& language) {
  return Finder(collection, language).find();
}

}  // namespace hearsay
