// find_two_wordings: a quotation that the text gives twice. Runs of four words lead from one to the other; the two are
// aligned word by word between the first and the last word they share. What either marks as left out or put in, and
// what only one of them goes on with, is no difference.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "score/contradictions/parts.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr std::size_t kRun = 4;            // words that are looked up
constexpr std::size_t kShortestCore = 9;   // words from the first to the last shared one
constexpr std::size_t kShortestSame = 9;   // of what two people may not both have said
constexpr std::size_t kMostWords = 160;    // of a quotation that are compared
constexpr std::size_t kMostPairs = 200;    // that are aligned
constexpr std::size_t kMostHolders = 8;    // quotations that one run leads to
constexpr double kAlike = 0.8;             // of the words of the core
constexpr std::size_t kEdge = 3;           // words in a row at either end of the core
constexpr std::size_t kMostDiffering = 3;  // words of either core that the other lacks
constexpr double kCovered = 0.7;           // of the words of the shorter quotation
constexpr double kSureSpeaker = 0.85;

struct Quoted {
  std::uint32_t quotation = 0;
  std::vector<std::uint32_t> words;  // tokens
  std::uint32_t attribution = kNone;
  std::uint32_t source = kNone;
};

struct Alignment {
  TokenRange a, b;  // the cores
  std::size_t shared = 0, lacking_a = 0, lacking_b = 0;
};

class Repeated {
 public:
  Repeated(const ScoreInput& input, Contradictions& found) : input_(input), found_(found) {}

  void run() {
    gather();
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
    std::size_t pairs = 0;
    for (std::uint32_t q = 0; q < quoted_.size(); ++q) {
      std::unordered_map<std::uint32_t, std::size_t> met;
      const std::vector<std::uint32_t>& words = quoted_[q].words;
      for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
        std::vector<std::uint32_t>& known = holders[run_at(words, at)];
        for (const std::uint32_t other : known) {
          if (other != q) ++met[other];
        }
        if (known.size() < kMostHolders && (known.empty() || known.back() != q)) known.push_back(q);
      }
      std::vector<std::uint32_t> others;
      others.reserve(met.size());
      for (const auto& [other, count] : met) others.push_back(other);
      std::sort(others.begin(), others.end());
      for (const std::uint32_t other : others) {
        if (++pairs > kMostPairs) return;
        compare(quoted_[other], quoted_[q]);
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t hash(std::uint32_t token) const { return input_.text.tokens[token].hash; }

  [[nodiscard]] std::uint64_t run_at(const std::vector<std::uint32_t>& words, std::size_t at) const {
    std::uint64_t value = 0xcbf29ce484222325ULL;
    for (std::size_t i = at; i < at + kRun; ++i) value = (value ^ hash(words[i])) * 0x100000001b3ULL;
    return value;
  }

  void gather() {
    std::vector<std::uint32_t> by_token(input_.text.tokens.size(), kNone);
    for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
      const Attribution& one = input_.attributions[a];
      if (one.within != kNone || !one.statement) continue;
      for (const TokenRange& part : one.content) {
        const TokenRange range = clipped(input_.text, part);
        std::fill(by_token.begin() + range.begin, by_token.begin() + std::max(range.begin, range.end), a);
      }
    }
    for (std::uint32_t q = 0; q < input_.text.quotations.size(); ++q) {
      const Quotation& quotation = input_.text.quotations[q];
      if (quotation.scare || quotation.parent != kNone || !quotation.closed ||
          !is_body(block_at(input_.text, quotation.tokens.begin)))
        continue;
      Quoted one{.quotation = q, .words = {}};
      const TokenRange range = clipped(input_.text, quotation.tokens);
      for (std::uint32_t t = range.begin; t < range.end && one.words.size() < kMostWords; ++t) {
        if (!input_.text.tokens[t].has(kPunct)) one.words.push_back(t);
      }
      if (one.words.size() < kShortestCore) continue;
      one.attribution = by_token[one.words.front()];
      if (one.attribution != kNone) one.source = source_index(input_.sources, one.attribution);
      quoted_.push_back(std::move(one));
    }
  }

  /// Takes away a word or two at the ends that both have by chance, unless a quotation begins or ends there.
  static void trim(std::vector<std::pair<std::size_t, std::size_t>>& shared, std::size_t n, std::size_t m) {
    const auto joins = [&](std::size_t k) {
      return shared[k].first + 1 == shared[k + 1].first && shared[k].second + 1 == shared[k + 1].second;
    };
    while (!shared.empty()) {
      std::size_t size = 1;
      while (size < shared.size() && joins(shared.size() - size - 1)) ++size;
      if (size >= kEdge || shared.back().first + 1 == n || shared.back().second + 1 == m) break;
      shared.resize(shared.size() - size);
    }
    while (!shared.empty()) {
      std::size_t size = 1;
      while (size < shared.size() && joins(size - 1)) ++size;
      if (size >= kEdge || shared.front().first == 0 || shared.front().second == 0) break;
      shared.erase(shared.begin(), shared.begin() + static_cast<std::ptrdiff_t>(size));
    }
  }

  /// By the longest row of words that both have, in order.
  [[nodiscard]] Alignment align(const Quoted& a, const Quoted& b) const {
    const std::size_t n = a.words.size(), m = b.words.size();
    std::vector<std::uint16_t> best((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return best[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t j = m; j-- > 0;) {
        at(i, j) = hash(a.words[i]) == hash(b.words[j]) ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                        : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> shared;
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
      if (hash(a.words[i]) == hash(b.words[j])) {
        shared.emplace_back(i++, j++);
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
    trim(shared, n, m);
    Alignment alignment;
    if (shared.empty()) return alignment;
    const auto [first_i, first_j] = shared.front();
    const auto [last_i, last_j] = shared.back();
    alignment.shared = shared.size();
    alignment.a = {a.words[first_i], a.words[last_i] + 1};
    alignment.b = {b.words[first_j], b.words[last_j] + 1};
    alignment.lacking_b = last_i - first_i + 1 - alignment.shared;
    alignment.lacking_a = last_j - first_j + 1 - alignment.shared;
    return alignment;
  }

  /// Whether something is marked as left out or put in.
  [[nodiscard]] bool is_marked(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string_view words = token_text(input_.document, input_.text.tokens[t]);
      if (words == "…" || words.find("..") != std::string_view::npos || words == "[" || words == "(" || words == "]")
        return true;
    }
    return false;
  }

  [[nodiscard]] double certainty(const Quoted& one) const {
    return one.attribution == kNone ? 0 : certainty_of(input_, one.attribution);
  }

  void compare(const Quoted& a, const Quoted& b) {
    const Alignment alignment = align(a, b);
    const std::size_t core = alignment.shared + std::max(alignment.lacking_a, alignment.lacking_b);
    if (core < kShortestCore || is_marked(alignment.a) || is_marked(alignment.b)) return;
    const bool two_speakers = a.source != kNone && b.source != kNone && a.source != b.source;
    if (alignment.lacking_a + alignment.lacking_b == 0) {
      if (two_speakers && core >= kShortestSame) two(a, b);
      return;
    }
    if (a.source == kNone || a.source != b.source ||
        static_cast<double>(alignment.shared) < kAlike * static_cast<double>(core) ||
        alignment.lacking_a > kMostDiffering || alignment.lacking_b > kMostDiffering)
      return;
    // Words said in one breath are said after each other: "If he wins … If he does not win …".
    const std::uint32_t first = sentence_at(input_.text, a.words.back());
    const std::uint32_t second = sentence_at(input_.text, b.words.front());
    if (first == kNone || second == kNone || second < first + 2) return;
    // Where one ends a sentence and the other does not, the words are not one utterance.
    const auto sentences = [&](TokenRange range) {
      return sentence_at(input_.text, range.end - 1) - sentence_at(input_.text, range.begin);
    };
    if (sentences(alignment.a) != sentences(alignment.b)) return;
    // Two sentences may begin alike and go on otherwise: one of the two must be nearly all here.
    const auto shorter = static_cast<double>(std::min(a.words.size(), b.words.size()));
    if (static_cast<double>(core) < kCovered * shorter) return;
    add(ContradictionKind::wording, a, b, alignment, 0.85);
  }

  /// Words for words the same, and somebody else is given for them.
  void two(const Quoted& a, const Quoted& b) {
    const auto clear = [&](const Quoted& one) {
      const Source* source = source_at(input_.sources, one.source);
      return input_.attributions[one.attribution].type == AttributionType::direct &&
             source->kind == SourceKind::named_person && certainty(one) >= kSureSpeaker &&
             input_.attributions[one.attribution].via.empty();
    };
    if (!clear(a) || !clear(b)) return;
    Alignment whole;
    whole.a = {a.words.front(), a.words.back() + 1};
    whole.b = {b.words.front(), b.words.back() + 1};
    add(ContradictionKind::speaker, a, b, whole, std::min(certainty(a), certainty(b)));
  }

  void add(ContradictionKind kind, const Quoted& a, const Quoted& b, const Alignment& alignment, double certainty) {
    Contradiction one{.kind = kind,
                      .here = alignment.b,
                      .there = alignment.a,
                      .says = {},
                      .certainty = certainty,
                      .attributions = {}};
    for (const Quoted* quoted : {&a, &b}) {
      if (quoted->attribution != kNone) one.attributions.push_back(quoted->attribution);
    }
    if (kind == ContradictionKind::speaker)
      one.says = source_at(input_.sources, a.source)->name + " / " + source_at(input_.sources, b.source)->name;
    found_.push_back(std::move(one));
  }

  const ScoreInput& input_;
  Contradictions& found_;
  std::vector<Quoted> quoted_;
};

}  // namespace

void find_two_wordings(const ScoreInput& input, Contradictions& found) {
  Repeated(input, found).run();
}

}  // namespace hearsay
