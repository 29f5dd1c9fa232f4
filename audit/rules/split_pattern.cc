// The anchor is the cue's word; without a cue the word likely to be rarest: a lexicon's before a plain one, a plain one
// before one of the grammar, any word before a mark, a mark before whatever
// verb there is.
#include "rules/split_pattern.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hearsay {
namespace {

constexpr auto kGrammar = std::to_array<std::string_view>(
    {"a",     "an",  "the", "of",  "to",   "in",   "on",    "at",   "by",    "for",   "from", "with",
     "as",    "and", "or",  "but", "is",   "are",  "was",   "were", "be",    "been",  "has",  "have",
     "had",   "it",  "its", "he",  "she",  "they", "his",   "her",  "their", "that",  "this", "who",
     "which", "not", "n't", "'s",  "what", "will", "would", "up",   "out",   "about", "if"});

constexpr int kLexemeScore = 6;

bool is_cue(const Element& element) {
  return element.kind == ElementKind::slot && element.slot == Slot::cue;
}

bool holds_cue(const Element& element) {
  if (is_cue(element)) return true;
  return std::any_of(element.children.begin(), element.children.end(), holds_cue);
}

/// 0: cannot be the anchor.
int score(const Element& element);
int best_score(const std::vector<Element>& elements) {
  int best = 0;
  for (const Element& element : elements) best = std::max(best, score(element));
  return best;
}

int score(const Element& element) {
  switch (element.kind) {
    case ElementKind::lexeme:
      return kLexemeScore;
    case ElementKind::word:
      return std::find(kGrammar.begin(), kGrammar.end(), element.text) == kGrammar.end() ? 5 : 3;
    case ElementKind::punct:
      return 2;
    case ElementKind::verb:
      return 1;
    case ElementKind::sequence:
    case ElementKind::use:
      return best_score(element.children);
    case ElementKind::slot:
      return is_cue(element) && !element.lexicons.empty() ? 7 : best_score(element.children);
    case ElementKind::alternatives: {
      int worst = 8;
      for (const Element& branch : element.children) worst = std::min(worst, best_score(branch.children));
      return element.children.empty() ? 0 : worst;
    }
    default:
      return 0;
  }
}

std::vector<PatternSplit> split_sequence(const std::vector<Element>& elements);

std::vector<PatternSplit> split_element(const Element& element) {
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
        for (PatternSplit& split : split_sequence(branch.children)) all.push_back(std::move(split));
        if (all.size() > kMaxSplits) break;
      }
      return all;
    }
    case ElementKind::slot: {
      const bool lexical = is_cue(element) && !element.lexicons.empty();
      std::vector<PatternSplit> all = lexical ? std::vector<PatternSplit>{whole} : split_sequence(element.children);
      for (PatternSplit& split : all) {
        split.left.insert(split.left.begin(), {.kind = SplitItem::Kind::open, .slot = element.slot});
        split.right.push_back({.kind = SplitItem::Kind::close, .slot = element.slot});
        split.slots |= 1U << static_cast<unsigned>(element.slot);
      }
      return all;
    }
    default:
      return split_sequence(element.children);
  }
}

std::vector<PatternSplit> split_sequence(const std::vector<Element>& elements) {
  auto at = std::find_if(elements.begin(), elements.end(), holds_cue);
  if (at == elements.end() || score(*at) == 0) {
    // Of several words of lexicons the last carries the meaning ("went on to say"), of plain words the first.
    at = std::max_element(elements.begin(), elements.end(), [](const Element& a, const Element& b) {
      return score(a) < score(b) || (score(a) == score(b) && score(a) == kLexemeScore);
    });
  }
  if (at == elements.end() || score(*at) == 0) return {};
  std::vector<PatternSplit> all = split_element(*at);
  std::vector<SplitItem> before;
  for (auto each = elements.begin(); each != at; ++each) before.push_back({.element = &*each});
  for (PatternSplit& split : all) {
    split.left.insert(split.left.begin(), before.begin(), before.end());
    for (auto each = at + 1; each != elements.end(); ++each) split.right.push_back({.element = &*each});
  }
  return all;
}

}  // namespace

std::vector<PatternSplit> split_pattern(const std::vector<Element>& elements) {
  return split_sequence(elements);
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
