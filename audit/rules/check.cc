// Walks the pattern's elements, <use> put in. What can be absent (opt, a branch of alt) does not count as there.
#include "rules/check.h"

#include <algorithm>

namespace hearsay {
namespace {

bool is_slot(const Element& element, Slot slot) {
  return element.kind == ElementKind::slot && element.slot == slot;
}

/// How many cues a reading of the elements has: at least and at most.
struct Count {
  std::size_t least = 0;
  std::size_t most = 0;
};

Count count_slot(const std::vector<Element>& elements, Slot slot) {
  Count sum;
  for (const Element& element : elements) {
    if (is_slot(element, slot)) {
      ++sum.least;
      ++sum.most;
      continue;
    }
    if (element.kind == ElementKind::alternatives) {
      Count both{.least = static_cast<std::size_t>(-1), .most = 0};
      for (const Element& branch : element.children) {
        const Count count = count_slot(branch.children, slot);
        both.least = std::min(both.least, count.least);
        both.most = std::max(both.most, count.most);
      }
      sum.least += element.children.empty() ? 0 : both.least;
      sum.most += both.most;
      continue;
    }
    const Count count = count_slot(element.children, slot);
    sum.least += element.kind == ElementKind::optional ? 0 : count.least;
    sum.most += count.most;
  }
  return sum;
}

/// A second cue, for the message's place.
const Element* nth_slot(const std::vector<Element>& elements, Slot slot, std::size_t& n) {
  for (const Element& element : elements) {
    if (is_slot(element, slot) && n-- == 0) return &element;
    if (const Element* inner = nth_slot(element.children, slot, n)) return inner;
  }
  return nullptr;
}

/// Something a word can anchor: a literal, a lexicon's word, a mark.
bool has_anchor(const std::vector<Element>& elements) {
  return std::any_of(elements.begin(), elements.end(), [](const Element& element) {
    switch (element.kind) {
      case ElementKind::word:
      case ElementKind::lexeme:
      case ElementKind::punct:
      case ElementKind::verb:
        return true;
      case ElementKind::alternatives:
        return std::all_of(element.children.begin(), element.children.end(),
                           [](const Element& branch) { return has_anchor(branch.children); });
      case ElementKind::slot:
        return (element.slot == Slot::cue && !element.lexicons.empty()) || has_anchor(element.children);
      case ElementKind::sequence:
      case ElementKind::use:
        return has_anchor(element.children);
      default:
        return false;
    }
  });
}

/// Whether some entry of the lexicons has one of the forms wanted.
bool any_word(const Element& element, const Lexicons& lexicons) {
  for (const std::string& name : element.lexicons) {
    const LexiconId id = lexicons.named(name);
    if (id == kNoLexicon) continue;
    if (element.forms.empty()) {
      if (!lexicons.starts(id).empty()) return true;
      continue;
    }
    for (const Entry& entry : lexicons.entries()) {
      if (entry.lexicon != id) continue;
      for (const std::string& form : element.forms) {
        const bool verb = form != "base" && form != "plural";
        if (form == "base" || (verb ? entry.pos == WordClass::verb : entry.pos == WordClass::noun)) return true;
      }
    }
  }
  return false;
}

const Element* wordless(const std::vector<Element>& elements, const Lexicons& lexicons) {
  for (const Element& element : elements) {
    const bool lexical =
        element.kind == ElementKind::lexeme || (is_slot(element, Slot::cue) && !element.lexicons.empty());
    if (lexical && !any_word(element, lexicons)) return &element;
    if (const Element* inner = wordless(element.children, lexicons)) return inner;
  }
  return nullptr;
}

/// The first element of a kind, at any depth.
const Element* find_kind(const std::vector<Element>& elements, ElementKind kind) {
  for (const Element& element : elements) {
    if (element.kind == kind) return &element;
    if (const Element* inner = find_kind(element.children, kind)) return inner;
  }
  return nullptr;
}

std::optional<PatternFault> check_content(const Pattern& pattern) {
  const std::size_t size = pattern.elements.size();
  std::size_t at_ends = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (is_slot(pattern.elements[i], Slot::content) && (i == 0 || i + 1 == size)) ++at_ends;
  }
  const std::size_t all = count_slot(pattern.elements, Slot::content).most;
  if (all > at_ends) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i) {
      n = 0;
      const Element& element = pattern.elements[i];
      const bool at_end = i == 0 || i + 1 == size;
      const Element* found = is_slot(element, Slot::content) ? (at_end ? nullptr : &element)
                                                             : nth_slot(element.children, Slot::content, n);
      if (found != nullptr) {
        return PatternFault{found->place, "<content/> stands in the middle of a pattern",
                            "put it first or last, outside <opt> and <alt>"};
      }
    }
  }
  for (const Element& element : pattern.elements) {
    if (is_slot(element, Slot::content) && !element.children.empty()) {
      return PatternFault{element.place, "<content> holds nothing in a pattern", "write <content/>"};
    }
  }
  if (at_ends > 0 && (pattern.orders.before || pattern.orders.after || pattern.orders.split)) {
    return PatternFault{pattern.place, "pattern with both content= and <content/>", "keep one of them"};
  }
  return std::nullopt;
}

std::optional<PatternFault> check_line_ends(const Pattern& pattern) {
  const Element* start = find_kind(pattern.elements, ElementKind::line_start);
  if (start != nullptr && start != &pattern.elements.front()) {
    const Element& first = pattern.elements.front();
    if (first.kind == ElementKind::word || first.kind == ElementKind::punct || first.kind == ElementKind::lexeme) {
      return PatternFault{start->place, "unreachable: <line-start/> after words", "put it first"};
    }
  }
  const Element* end = find_kind(pattern.elements, ElementKind::line_end);
  if (end != nullptr && end != &pattern.elements.back()) {
    const Element& last = pattern.elements.back();
    if (last.kind == ElementKind::word || last.kind == ElementKind::punct || last.kind == ElementKind::lexeme) {
      return PatternFault{end->place, "unreachable: words after <line-end/>", "put it last"};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Slot> slot_named(std::string_view name) {
  for (std::size_t i = 0; i < kSlotCount; ++i) {
    if (slot_name(static_cast<Slot>(i)) == name) return static_cast<Slot>(i);
  }
  return std::nullopt;
}

std::optional<PatternFault> check_pattern(const Pattern& pattern, RuleType type, const Lexicons& lexicons) {
  if (pattern.elements.empty())
    return PatternFault{pattern.place, "empty pattern", "write the words and slots it matches"};
  const Count cues = count_slot(pattern.elements, Slot::cue);
  if (type == RuleType::attribution && cues.least == 0) {
    return PatternFault{pattern.place, "pattern without cue",
                        "put <cue lex=\"…\"/> or <cue>words</cue> where it always stands"};
  }
  if (cues.most > 1) {
    std::size_t n = 1;
    const Element* second = nth_slot(pattern.elements, Slot::cue, n);
    return PatternFault{second == nullptr ? pattern.place : second->place, "pattern with two cues",
                        "write two patterns"};
  }
  std::size_t n = 0;
  if (const Element* cue = nth_slot(pattern.elements, Slot::cue, n)) {
    if (!cue->lexicons.empty() && !cue->children.empty()) {
      return PatternFault{cue->place, "cue with both lex and words", "write <cue><w lex=\"…\"/> words</cue>"};
    }
    if (cue->lexicons.empty() && !has_anchor(cue->children)) {
      return PatternFault{cue->place, "cue that no word anchors", "give it lex=\"…\" or words that always stand"};
    }
  } else if (!has_anchor(pattern.elements)) {
    return PatternFault{pattern.place, "pattern that no word anchors",
                        "give it a word or <w lex=\"…\"/> that always stands"};
  }
  if (const Element* empty = wordless(pattern.elements, lexicons)) {
    return PatternFault{empty->place, "unreachable: no word of the lexicon has this form",
                        "look at \"hearsay rules expand\""};
  }
  if (auto fault = check_content(pattern)) return fault;
  return check_line_ends(pattern);
}

}  // namespace hearsay
