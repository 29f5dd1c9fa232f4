// Entry: align. Sentences of the same words are one, the n-th to the n-th where there are several. For the rest an
// index of word pairs proposes few candidates each, and the likest are taken first. What stands between two sentences
// that found each other is taken for the other's edit, on weaker evidence. Within two sentences the longest common
// subsequence says which words stayed; what is left of it is matched by order, for clauses change places; and runs of
// three words that are left anywhere find each other across sentences, for these are split and joined.
#include "compare/align.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <unordered_map>

namespace hearsay {
namespace {

constexpr std::size_t kMostPlaces = 8;      // of one word pair: what stands more often proposes nothing
constexpr std::size_t kMostCandidates = 6;  // of one sentence
constexpr double kLikeness = 0.34;          // from here on two sentences are one, changed
constexpr double kLikenessBetween = 0.2;    // … where their neighbours say so
constexpr std::uint32_t kRun = 3;           // words that find each other across sentences

std::uint64_t join(std::uint64_t hash, std::uint64_t key) {
  return (hash ^ (key + 0x9e3779b97f4a7c15ULL + (hash << 6U) + (hash >> 2U))) * 1099511628211ULL;
}

std::uint64_t unit_hash(const VersionText& version, std::uint32_t unit) {
  std::uint64_t hash = 7;
  const WordRange range = version.units[unit].words;
  for (std::uint32_t w = range.first; w < range.end; ++w) hash = join(hash, version.words[w].key);
  return hash;
}

/// Where a hash stands: a few places, or too many to say anything.
class FewPlaces {
 public:
  void add(std::uint64_t hash, std::uint32_t place) {
    Few& few = all_[hash];
    if (few.count < kMostPlaces) few.at[few.count] = place;
    if (few.count <= kMostPlaces) ++few.count;
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint64_t hash) const {
    const auto found = all_.find(hash);
    if (found == all_.end() || found->second.count > kMostPlaces) return {};
    return {found->second.at.data(), found->second.count};
  }

 private:
  struct Few {
    std::array<std::uint32_t, kMostPlaces> at{};
    std::size_t count = 0;
  };
  std::unordered_map<std::uint64_t, Few> all_;
};

class Aligner {
 public:
  Aligner(const VersionText& older, const VersionText& newer) : older_(older), newer_(newer) {
    out_.newer_of.assign(older.words.size(), kNoWord);
    out_.older_of.assign(newer.words.size(), kNoWord);
    out_.newer_unit_of.assign(older.units.size(), kNoWord);
    out_.older_unit_of.assign(newer.units.size(), kNoWord);
  }

  VersionAlignment run() && {
    same_units();
    like_units();
    units_between();
    for (std::uint32_t u = 0; u < out_.newer_unit_of.size(); ++u) {
      if (out_.newer_unit_of[u] != kNoWord) words_of(older_.units[u].words, newer_.units[out_.newer_unit_of[u]].words);
    }
    runs();
    return std::move(out_);
  }

 private:
  void pair(std::uint32_t older, std::uint32_t newer) {
    out_.newer_unit_of[older] = newer;
    out_.older_unit_of[newer] = older;
  }
  void match(std::uint32_t older, std::uint32_t newer) {
    out_.newer_of[older] = newer;
    out_.older_of[newer] = older;
  }

  void same_units() {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::uint32_t u = 0; u < newer_.units.size(); ++u) places[unit_hash(newer_, u)].push_back(u);
    std::unordered_map<std::uint64_t, std::size_t> taken;
    for (std::uint32_t u = 0; u < older_.units.size(); ++u) {
      const std::uint64_t hash = unit_hash(older_, u);
      const auto found = places.find(hash);
      if (found == places.end()) continue;
      std::size_t& next = taken[hash];
      if (next == found->second.size()) continue;
      const std::uint32_t other = found->second[next];
      if (older_.units[u].words.size() == newer_.units[other].words.size()) {
        pair(u, other);
        ++next;
      }
    }
  }

  /// Calls take(hash) for each word pair of a sentence, and for each word that may be rare.
  template <class Take>
  static void shingles(const VersionText& version, std::uint32_t unit, const Take& take) {
    const WordRange range = version.units[unit].words;
    for (std::uint32_t w = range.first; w < range.end; ++w) {
      take(join(1, version.words[w].key));
      if (w + 1 < range.end) take(join(version.words[w].key, version.words[w + 1].key));
    }
  }

  /// Common words of two sentences over all of theirs, 0…1.
  [[nodiscard]] double likeness(std::uint32_t older, std::uint32_t newer) const {
    const auto keys = [](const VersionText& version, std::uint32_t unit) {
      std::vector<std::uint64_t> all;
      const WordRange range = version.units[unit].words;
      for (std::uint32_t w = range.first; w < range.end; ++w) all.push_back(version.words[w].key);
      std::sort(all.begin(), all.end());
      return all;
    };
    const auto a = keys(older_, older);
    const auto b = keys(newer_, newer);
    std::size_t common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
      if (*x == *y) {
        ++common, ++x, ++y;
      } else {
        ++(*x < *y ? x : y);
      }
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
  }

  void like_units() {
    FewPlaces places;
    for (std::uint32_t u = 0; u < newer_.units.size(); ++u) {
      if (out_.older_unit_of[u] == kNoWord) shingles(newer_, u, [&](std::uint64_t hash) { places.add(hash, u); });
    }
    struct Edge {
      double score;
      std::uint32_t older, newer;
    };
    std::vector<Edge> edges;
    std::unordered_map<std::uint32_t, std::uint32_t> votes;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> best;  // votes, unit
    for (std::uint32_t u = 0; u < older_.units.size(); ++u) {
      if (out_.newer_unit_of[u] != kNoWord) continue;
      votes.clear();
      shingles(older_, u, [&](std::uint64_t hash) {
        for (const std::uint32_t place : places.of(hash)) ++votes[place];
      });
      best.clear();
      for (const auto& [unit, count] : votes) best.emplace_back(count, unit);
      std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
      });
      if (best.size() > kMostCandidates) best.resize(kMostCandidates);
      for (const auto& [count, unit] : best) {
        if (const double score = likeness(u, unit); score >= kLikeness) edges.push_back({score, u, unit});
      }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
      return std::tuple(-a.score, a.older, a.newer) < std::tuple(-b.score, b.older, b.newer);
    });
    for (const Edge& edge : edges) {
      if (out_.newer_unit_of[edge.older] == kNoWord && out_.older_unit_of[edge.newer] == kNoWord)
        pair(edge.older, edge.newer);
    }
  }

  /// Sentences without another that stand behind, or before, two that found each other.
  void units_between() {
    const auto try_pair = [&](std::uint32_t u, std::uint32_t n) {
      if (out_.newer_unit_of[u] == kNoWord && out_.older_unit_of[n] == kNoWord && likeness(u, n) >= kLikenessBetween)
        pair(u, n);
    };
    for (std::uint32_t u = 0; u < older_.units.size(); ++u) {
      if (u == 0) {
        if (!newer_.units.empty()) try_pair(0, 0);
        continue;
      }
      const std::uint32_t before = out_.newer_unit_of[u - 1];
      if (before != kNoWord && before + 1 < newer_.units.size()) try_pair(u, before + 1);
    }
    for (std::uint32_t u = static_cast<std::uint32_t>(older_.units.size()); u-- > 1;) {
      const std::uint32_t behind = out_.newer_unit_of[u];
      if (behind != kNoWord && behind > 0) try_pair(u - 1, behind - 1);
    }
  }

  /// The longest common subsequence of two sentences, then what is left in order.
  void words_of(WordRange a, WordRange b) {
    const std::size_t width = b.size() + 1;
    lengths_.assign((a.size() + 1) * width, 0);
    const auto same = [&](std::uint32_t i, std::uint32_t k) {
      return older_.words[a.first + i].key == newer_.words[b.first + k].key;
    };
    for (std::uint32_t i = a.size(); i-- > 0;) {
      for (std::uint32_t k = b.size(); k-- > 0;) {
        lengths_[i * width + k] = same(i, k) ? static_cast<std::uint16_t>(lengths_[(i + 1) * width + k + 1] + 1)
                                             : std::max(lengths_[(i + 1) * width + k], lengths_[i * width + k + 1]);
      }
    }
    for (std::uint32_t i = 0, k = 0; i < a.size() && k < b.size();) {
      if (same(i, k)) {
        match(a.first + i++, b.first + k++);
      } else if (lengths_[(i + 1) * width + k] >= lengths_[i * width + k + 1]) {
        ++i;
      } else {
        ++k;
      }
    }
    for (std::uint32_t i = a.first; i < a.end; ++i) {
      for (std::uint32_t k = b.first; out_.newer_of[i] == kNoWord && k < b.end; ++k) {
        if (out_.older_of[k] == kNoWord && older_.words[i].key == newer_.words[k].key) match(i, k);
      }
    }
  }

  /// Whether the run of words from `first` on is left over, and its hash.
  template <class Words>
  static bool run_at(const Words& words, const std::vector<std::uint32_t>& others, std::uint32_t first,
                     std::uint64_t& hash) {
    hash = 3;
    if (first + kRun > words.size()) return false;
    for (std::uint32_t w = first; w < first + kRun; ++w) {
      if (others[w] != kNoWord) return false;
      hash = join(hash, words[w].key);
    }
    return true;
  }

  void runs() {
    FewPlaces places;
    std::uint64_t hash = 0;
    for (std::uint32_t w = 0; w < newer_.words.size(); ++w) {
      if (run_at(newer_.words, out_.older_of, w, hash)) places.add(hash, w);
    }
    for (std::uint32_t w = 0; w < older_.words.size(); ++w) {
      if (!run_at(older_.words, out_.newer_of, w, hash)) continue;
      for (const std::uint32_t place : places.of(hash)) {
        std::uint64_t now = 0;
        if (!run_at(newer_.words, out_.older_of, place, now) || now != hash) continue;
        for (std::uint32_t k = 0; w + k < older_.words.size() && place + k < newer_.words.size(); ++k) {
          if (out_.newer_of[w + k] != kNoWord || out_.older_of[place + k] != kNoWord ||
              older_.words[w + k].key != newer_.words[place + k].key)
            break;
          match(w + k, place + k);
        }
        break;
      }
    }
  }

  const VersionText& older_;
  const VersionText& newer_;
  VersionAlignment out_;
  std::vector<std::uint16_t> lengths_;
};

}  // namespace

VersionAlignment align(const VersionText& older, const VersionText& newer) {
  return Aligner(older, newer).run();
}

}  // namespace hearsay
