// The anchor is the cue's word; without a cue the word likely to be rarest: a lexicon's before a plain one, a plain one
// before one of the grammar, any word before a mark, a mark before whatever
// verb there is.
#include "rules/split_pattern.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr int kLexemeScore = 6;

bool is_cue(const Element& element) {
  return element.kind == ElementKind::slot && element.slot == Slot::cue;
}

bool holds_cue(const Element& element) {
  if (is_cue(element)) return true;
  return std::any_of(element.children.begin(), element.children.end(), holds_cue);
}

/// 0: cannot be the anchor.
int score(const Element& element, const ClosedWords& closed);
int best_score(const std::vector<Element>& elements, const ClosedWords& closed) {
  int best = 0;
  for (const Element& element : elements) best = std::max(best, score(element, closed));
  return best;
}

int score(const Element& element, const ClosedWords& closed) {
  switch (element.kind) {
    case ElementKind::lexeme:
      return kLexemeScore;
    case ElementKind::word:
      return closed.has(element.text, Role::poor_anchor) ? 3 : 5;
    case ElementKind::punct:
      return 2;
    case ElementKind::verb:
      return 1;
    case ElementKind::sequence:
    case ElementKind::use:
      return best_score(element.children, closed);
    case ElementKind::slot:
      return is_cue(element) && !element.lexicons.empty() ? 7 : best_score(element.children, closed);
    case ElementKind::alternatives: {
      int worst = 8;
      for (const Element& branch : element.children) worst = std::min(worst, best_score(branch.children, closed));
      return element.children.empty() ? 0 : worst;
    }
    default:
      return 0;
  }
}

std::vector<PatternSplit> split_sequence(const std::vector<Element>& elements, const ClosedWords& closed);

std::vector<PatternSplit> split_element(const Element& element, const ClosedWords& closed) {
  PatternSplit whole;
  whole.anchor = &element;
  switch (element.kind) {
    case ElementKind::word:
    case ElementKind::punct:
    case ElementKind::verb:
    case ElementKind::lexeme:
      return {whole};
    case ElementKind::alternatives: {
      std::vector<PatternSplit> all;
      for (const Element& branch : element.children) {
        for (PatternSplit& split : split_sequence(branch.children, closed)) all.push_back(std::move(split));
        if (all.size() > kMaxSplits) break;
      }
      return all;
    }
    case ElementKind::slot: {
      const bool lexical = is_cue(element) && !element.lexicons.empty();
      std::vector<PatternSplit> all =
          lexical ? std::vector<PatternSplit>{whole} : split_sequence(element.children, closed);
      for (PatternSplit& split : all) {
        split.left.insert(split.left.begin(), {.kind = SplitItem::Kind::open, .slot = element.slot});
        split.right.push_back({.kind = SplitItem::Kind::close, .slot = element.slot});
        split.slots |= 1U << static_cast<unsigned>(element.slot);
      }
      return all;
    }
    default:
      return split_sequence(element.children, closed);
  }
}

std::vector<PatternSplit> split_sequence(const std::vector<Element>& elements, const ClosedWords& closed) {
  auto at = std::find_if(elements.begin(), elements.end(), holds_cue);
  if (at == elements.end() || score(*at, closed) == 0) {
    // Of several words of lexicons the last carries the meaning ("went on to say"), of plain words the first.
    at = std::max_element(elements.begin(), elements.end(), [&](const Element& a, const Element& b) {
      const int left = score(a, closed);
      const int right = score(b, closed);
      return left < right || (left == right && left == kLexemeScore);
    });
  }
  if (at == elements.end() || score(*at, closed) == 0) return {};
  std::vector<PatternSplit> all = split_element(*at, closed);
  std::vector<SplitItem> before;
  for (auto each = elements.begin(); each != at; ++each) before.push_back({.element = &*each});
  for (PatternSplit& split : all) {
    split.left.insert(split.left.begin(), before.begin(), before.end());
    for (auto each = at + 1; each != elements.end(); ++each) split.right.push_back({.element = &*each});
  }
  return all;
}

}  // namespace

std::vector<PatternSplit> split_pattern(const std::vector<Element>& elements, const ClosedWords& closed) {
  return split_sequence(elements, closed);
}

std::vector<Element> inverted(const std::vector<Element>& elements) {
  const auto is_source = [](const Element& e) { return e.kind == ElementKind::slot && e.slot == Slot::source; };
  const auto source = std::find_if(elements.begin(), elements.end(), is_source);
  const auto cue = std::find_if(elements.begin(), elements.end(), holds_cue);
  if (source == elements.end() || cue == elements.end() || source > cue) return {};
  std::vector<Element> out;
  for (auto at = elements.begin(); at != elements.end(); ++at) {
    if (at == source || (at > cue && at->kind == ElementKind::optional)) continue;
    out.push_back(*at);
    if (at == cue) out.push_back(*source);
  }
  return out;
}

}  // namespace hearsay
