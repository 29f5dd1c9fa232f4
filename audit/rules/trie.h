// Builds the tries of phrases and aliases: nodes in one vector, children of a node a run sorted by word. Used while
// loading only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "tokens/vocabulary.h"

namespace hearsay {

/// A sequence of words and the number its owner knows it by.
struct WordSequence {
  std::uint32_t begin = 0;  // into the words given beside
  std::uint32_t length = 0;
  std::uint32_t value = 0;
};

/// Sorts `sequences` by their words (then value) and fills `nodes` ([0] is the root). `at_end(node, value)` is called
/// for each sequence with the node where it ends.
template <typename Node, typename AtEnd>
void build_trie(std::vector<WordSequence>& sequences, std::span<const WordId> words, std::vector<Node>& nodes,
                AtEnd at_end) {
  const auto of = [&](const WordSequence& s) { return words.subspan(s.begin, s.length); };
  std::sort(sequences.begin(), sequences.end(), [&](const WordSequence& left, const WordSequence& right) {
    const auto a = of(left);
    const auto b = of(right);
    const auto order = std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
    return order != 0 ? order < 0 : left.value < right.value;
  });
  struct Work {
    std::uint32_t node, first, last, depth;
  };
  nodes.assign(1, Node{});
  nodes.reserve(sequences.size() + sequences.size() / 2 + 1);
  std::vector<Work> queue{{0, 0, static_cast<std::uint32_t>(sequences.size()), 0}};
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const Work work = queue[at];
    std::uint32_t from = work.first;
    // Those that end here sort before those that go on.
    for (; from < work.last && sequences[from].length == work.depth; ++from)
      at_end(nodes[work.node], sequences[from].value);
    nodes[work.node].first_child = static_cast<std::uint32_t>(nodes.size());
    while (from < work.last) {
      const WordId word = of(sequences[from])[work.depth];
      std::uint32_t to = from + 1;
      while (to < work.last && of(sequences[to])[work.depth] == word) ++to;
      queue.push_back({static_cast<std::uint32_t>(nodes.size()), from, to, work.depth + 1});
      nodes.push_back(Node{});
      nodes.back().word = word;
      ++nodes[work.node].child_count;
      from = to;
    }
  }
}

}  // namespace hearsay
