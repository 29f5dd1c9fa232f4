// Each pattern is split at its anchor; its right part is emitted back to front, its left part front to back, so that
// every instruction's successor is there before it. Then the anchors are sorted by word.
#include "rules/compile.h"

#include <algorithm>

#include "base/word_hash.h"
#include "rules/check.h"
#include "rules/compile_lexicons.h"
#include "rules/marks.h"
#include "rules/names.h"
#include "rules/split_pattern.h"

namespace hearsay {
namespace {

enum class Direction : std::uint8_t { left, right };

std::uint32_t form_mask(const std::vector<std::string>& names) {
  std::uint32_t mask = 0;
  for (const std::string& name : names) {
    Form form = Form::base;
    if (form_named(name, form)) mask |= 1U << static_cast<unsigned>(form);
  }
  return mask;
}

/// Instruction::b of a lexeme: forms and class.
std::uint32_t lexeme_filter(const Element& element) {
  std::uint32_t filter = form_mask(element.forms);
  const auto* at = std::find(kClassNames.begin(), kClassNames.end(), element.pos);
  if (at != kClassNames.end()) filter |= static_cast<std::uint32_t>(at - kClassNames.begin() + 1) << 8U;
  return filter;
}

bool is_phrase(const Element& element) {
  return element.kind == ElementKind::slot && element.children.empty() && element.slot != Slot::cue &&
         element.slot != Slot::content && element.slot != Slot::reason;
}

/// Whether a reading of the element ends in an auxiliary.
bool ends_in_auxiliary(const Element& element, const ClosedWords& closed) {
  if (element.kind == ElementKind::word) return closed.has(element.text, Role::pattern_auxiliary);
  if (element.kind == ElementKind::lexeme) {
    return std::any_of(element.lexicons.begin(), element.lexicons.end(),
                       [](const std::string& id) { return id.starts_with("aux-") || id == "modal"; });
  }
  if (element.kind == ElementKind::alternatives) {
    return std::any_of(element.children.begin(), element.children.end(),
                       [&](const Element& branch) { return ends_in_auxiliary(branch, closed); });
  }
  return !element.children.empty() && ends_in_auxiliary(element.children.back(), closed);
}

bool starts_with_auxiliary(const Element& element, const ClosedWords& closed) {
  if (element.kind == ElementKind::alternatives) {
    return std::any_of(element.children.begin(), element.children.end(),
                       [&](const Element& branch) { return starts_with_auxiliary(branch, closed); });
  }
  if (!element.children.empty()) return starts_with_auxiliary(element.children.front(), closed);
  return ends_in_auxiliary(element, closed);
}

/// Time words and asides may stand between a phrase and its cue: puts a skip after each phrase that only the anchor,
/// what may be absent, or an auxiliary follows, and before a source that follows the anchor.
void add_skips(PatternSplit& split, const ClosedWords& closed) {
  using Kind = SplitItem::Kind;
  for (std::size_t i = 0; i < split.left.size(); ++i) {
    if (split.left[i].kind != Kind::element || !is_phrase(*split.left[i].element)) continue;
    std::size_t next = i + 1;
    while (next < split.left.size() && split.left[next].kind != Kind::element) ++next;
    const bool loose = next == split.left.size() || split.left[next].element->kind == ElementKind::optional ||
                       split.left[next].element->kind == ElementKind::verb ||
                       starts_with_auxiliary(*split.left[next].element, closed);
    if (loose) split.left.insert(split.left.begin() + static_cast<std::ptrdiff_t>(i) + 1, {.kind = Kind::skip});
  }
  for (std::size_t i = 0; i < split.right.size() && (i == 0 || split.right[i - 1].kind != Kind::element); ++i) {
    if (split.right[i].kind != Kind::element) continue;
    if (is_phrase(*split.right[i].element) && split.right[i].element->slot == Slot::source) {
      split.right.insert(split.right.begin() + static_cast<std::ptrdiff_t>(i), {.kind = Kind::skip});
    }
    break;
  }
}

class Compiler {
 public:
  explicit Compiler(Program& program) : program_(program) {}

  /// False: the rule is beyond a limit.
  bool add_rule(std::uint32_t index) {
    const Rule& rule = program_.rules[index];
    const std::size_t patterns = program_.patterns.size();
    const std::size_t code = program_.code.size();
    const std::size_t anchors = anchors_.size();
    const std::size_t verb_anchored = program_.verb_anchored.size();
    for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
      const Pattern& pattern = rule.patterns[i];
      std::vector<Element> elements = pattern.elements;
      bool before = false;
      bool after = false;
      const auto is_content = [](const Element& e) { return e.kind == ElementKind::slot && e.slot == Slot::content; };
      if (!elements.empty() && is_content(elements.front())) {
        before = true;
        elements.erase(elements.begin());
      }
      if (!elements.empty() && is_content(elements.back())) {
        after = true;
        elements.pop_back();
      }
      CompiledPattern base{.rule = index, .pattern = i};
      base.content_before = before;
      base.content_after = after;
      bool fine = add_splits(elements, base);
      if (fine && pattern.invert) {
        base.inverted = true;
        fine = add_splits(inverted(elements), base);
      }
      if (!fine || program_.code.size() > kMaxStates) {
        program_.patterns.resize(patterns);
        program_.code.resize(code);
        anchors_.resize(anchors);
        program_.verb_anchored.resize(verb_anchored);
        return false;
      }
    }
    return true;
  }

  void finish() {
    auto& begin = program_.anchor_begin;
    begin.assign(program_.vocabulary.size() + 1, 0);
    for (const Anchor& anchor : anchors_) ++begin[anchor.word + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<std::uint32_t> next = begin;
    program_.anchors.resize(anchors_.size());
    for (const Anchor& anchor : anchors_) program_.anchors[next[anchor.word]++] = anchor.pattern;
  }

 private:
  struct Anchor {
    WordId word;
    std::uint32_t pattern;
  };

  std::uint32_t put(Instruction instruction) {
    program_.code.push_back(instruction);
    return static_cast<std::uint32_t>(program_.code.size() - 1);
  }

  [[nodiscard]] const ClosedWords& closed() const { return program_.vocabulary.language.closed; }
  [[nodiscard]] bool too_large(std::uint32_t base) const { return program_.code.size() - base > kMaxPatternCode; }

  bool add_splits(const std::vector<Element>& elements, const CompiledPattern& like) {
    const auto splits = split_pattern(elements, closed());
    if (splits.size() > kMaxSplits) return false;
    for (const PatternSplit& split : splits) {
      const std::size_t count = std::max<std::size_t>(split.anchor->lexicons.size(), 1);
      for (std::size_t i = 0; i < count; ++i) {
        if (!add_split(split, i, like)) return false;
      }
    }
    return true;
  }

  /// One compiled pattern; `nth` of the anchor's lexicons.
  bool add_split(PatternSplit split, std::size_t nth, CompiledPattern pattern) {
    const Element& anchor = *split.anchor;
    const bool lexical_cue = anchor.kind == ElementKind::slot;
    if ((split.slots & (1U << static_cast<unsigned>(Slot::cue))) != 0) {
      if (!lexical_cue) add_group(split);
      add_skips(split, closed());
    }
    pattern.base = static_cast<std::uint32_t>(program_.code.size());
    pattern.anchor_slot = split.slots;
    pattern.anchor = emit_anchor(anchor, nth);
    pattern.anchor_forms = form_mask(anchor.forms);
    pattern.takes_prep = lexical_cue;
    pattern.needs_prep = lexical_cue && anchor.prep;
    if (lexical_cue) {
      auto last = split.left.rbegin();
      while (last != split.left.rend() && last->kind != SplitItem::Kind::element) ++last;
      const bool spelt = last != split.left.rend() && ends_in_auxiliary(*last->element, closed());
      pattern.group = spelt ? VerbGroup::adverbs : VerbGroup::full;
      const std::string_view otherwise = spelt ? "any" : "active";
      const std::string_view voice = anchor.voice.empty() ? otherwise : std::string_view(anchor.voice);
      pattern.anchor_voice = voice == "passive" ? 1 : voice == "any" ? 2 : 0;
    } else {
      pattern.anchor_voice = 2;
    }
    pattern.left = emit_items(split.left, Direction::left, pattern.base);
    pattern.right = emit_items(split.right, Direction::right, pattern.base);
    pattern.size = static_cast<std::uint32_t>(program_.code.size()) - pattern.base;
    if (pattern.size > kMaxPatternCode) return false;
    add_anchors(pattern, static_cast<std::uint32_t>(program_.patterns.size()));
    program_.patterns.push_back(pattern);
    return true;
  }

  /// A cue that is spelt out and begins with a verb takes what stands before it of the verb's group: "has also" in "has
  /// also been quoted as saying".
  void add_group(PatternSplit& split) const {
    const auto is_open = [](const SplitItem& item) {
      return item.kind == SplitItem::Kind::open && item.slot == Slot::cue;
    };
    auto open = std::find_if(split.left.begin(), split.left.end(), is_open);
    if (open == split.left.end()) return;
    const auto next = std::find_if(open, split.left.end(),
                                   [](const SplitItem& item) { return item.kind == SplitItem::Kind::element; });
    const Element& first = next == split.left.end() ? *split.anchor : *next->element;
    const bool verb =
        first.kind == ElementKind::lexeme && std::any_of(first.lexicons.begin(), first.lexicons.end(),
                                                         [&](const std::string& id) { return holds_verbs(id); });
    if (verb || starts_with_auxiliary(first, closed())) split.left.insert(open + 1, {.kind = SplitItem::Kind::group});
  }

  [[nodiscard]] bool holds_verbs(std::string_view id) const {
    const LexiconId lexicon = program_.lexicons.named(id);
    const auto entries = program_.lexicons.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& e) { return e.lexicon == lexicon && e.pos == WordClass::verb; });
  }

  std::uint32_t emit_anchor(const Element& anchor, std::size_t nth) {
    if (anchor.kind == ElementKind::word) return put({.op = Op::word, .a = program_.vocabulary.add(anchor.text)});
    if (anchor.kind == ElementKind::punct)
      return put({.op = Op::punct, .a = static_cast<std::uint32_t>(mark_class(anchor.text))});
    if (anchor.kind == ElementKind::verb) return put({.op = Op::verb, .b = constraint(anchor)});
    return put({.op = Op::lexeme, .a = program_.lexicons.named(anchor.lexicons[nth]), .b = lexeme_filter(anchor)});
  }

  void add_anchors(const CompiledPattern& pattern, std::uint32_t index) {
    const Instruction anchor = program_.code[pattern.anchor];
    if (anchor.op == Op::word) {
      anchors_.push_back({anchor.a, index});
    } else if (anchor.op == Op::punct) {
      for (const std::string_view mark : marks_of(static_cast<MarkClass>(anchor.a)))
        anchors_.push_back({program_.vocabulary.find(mark), index});
    } else if (anchor.op == Op::verb) {
      program_.verb_anchored.push_back(index);
    } else {
      const auto lexicon = static_cast<LexiconId>(anchor.a);
      const std::uint32_t forms = anchor.b & 0xffU;
      for (const WordId word : program_.lexicons.starts(lexicon)) {
        const auto senses = program_.lexicons.senses(word);
        // A word that is there by itself but in no wanted form is no anchor; one that starts a phrase may be.
        const bool starts_phrase = program_.lexicons.starts_phrase(word);
        const bool wanted =
            forms == 0 || starts_phrase || std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
              return sense.lexicon == lexicon && ((forms >> static_cast<unsigned>(sense.form)) & 1U) != 0;
            });
        if (wanted) anchors_.push_back({word, index});
      }
    }
  }

  std::uint32_t emit_items(const std::vector<SplitItem>& items, Direction direction, std::uint32_t base) {
    std::uint32_t next = put({.op = Op::accept});
    const auto emit = [&](const SplitItem& item) {
      switch (item.kind) {
        case SplitItem::Kind::open:
          next = put({.op = Op::open, .a = static_cast<std::uint32_t>(item.slot), .next = next});
          break;
        case SplitItem::Kind::close:
          next = put({.op = Op::close, .a = static_cast<std::uint32_t>(item.slot), .next = next});
          break;
        case SplitItem::Kind::group:
          next = put({.op = Op::group, .next = next});
          break;
        case SplitItem::Kind::skip:
          next = put({.op = Op::skip, .next = next});
          break;
        case SplitItem::Kind::element:
          next = emit_element(*item.element, direction, next, base);
          break;
      }
    };
    if (direction == Direction::right) {
      std::for_each(items.rbegin(), items.rend(), emit);
    } else {
      std::for_each(items.begin(), items.end(), emit);
    }
    return next;
  }

  std::uint32_t emit_sequence(const std::vector<Element>& elements, Direction direction, std::uint32_t next,
                              std::uint32_t base) {
    const auto emit = [&](const Element& element) { next = emit_element(element, direction, next, base); };
    if (direction == Direction::right) {
      std::for_each(elements.rbegin(), elements.rend(), emit);
    } else {
      std::for_each(elements.begin(), elements.end(), emit);
    }
    return next;
  }

  /// One to `most` of an instruction, as many as fit.
  std::uint32_t emit_run(Op op, int most, std::uint32_t next) {
    std::uint32_t rest = next;
    for (int i = 1; i < most; ++i) {
      const std::uint32_t one = put({.op = op, .next = rest});
      rest = put({.op = Op::split, .next = one, .other = next});
    }
    return put({.op = op, .next = rest});
  }

  std::uint32_t emit_slot(const Element& element, Direction direction, std::uint32_t next, std::uint32_t base) {
    const auto slot = static_cast<std::uint32_t>(element.slot);
    if (element.children.empty() && element.slot == Slot::reason)
      return put({.op = Op::clause, .a = slot, .next = next});
    if (is_phrase(element)) return put({.op = Op::phrase, .a = slot, .b = constraint(element), .next = next});
    const bool right = direction == Direction::right;
    next = put({.op = right ? Op::close : Op::open, .a = slot, .next = next});
    if (element.slot == Slot::cue && !element.lexicons.empty()) {
      next = emit_lexemes(element, next);
    } else {
      next = emit_sequence(element.children, direction, next, base);
    }
    return put({.op = right ? Op::open : Op::close, .a = slot, .next = next});
  }

  std::uint32_t emit_lexemes(const Element& element, std::uint32_t next) {
    std::uint32_t entry = 0;
    for (std::size_t i = element.lexicons.size(); i-- > 0;) {
      const std::uint32_t one = put({.op = Op::lexeme,
                                     .a = program_.lexicons.named(element.lexicons[i]),
                                     .b = lexeme_filter(element),
                                     .next = next});
      entry = i + 1 == element.lexicons.size() ? one : put({.op = Op::split, .next = one, .other = entry});
    }
    return entry;
  }

  std::uint32_t emit_element(const Element& element, Direction direction, std::uint32_t next, std::uint32_t base) {
    if (too_large(base)) return next;
    switch (element.kind) {
      case ElementKind::word:
        return put({.op = Op::word, .a = program_.vocabulary.add(element.text), .next = next});
      case ElementKind::punct:
        return put({.op = Op::punct, .a = static_cast<std::uint32_t>(mark_class(element.text)), .next = next});
      case ElementKind::lexeme:
        return emit_lexemes(element, next);
      case ElementKind::slot:
        return emit_slot(element, direction, next, base);
      case ElementKind::sequence:
      case ElementKind::use:
        return emit_sequence(element.children, direction, next, base);
      case ElementKind::optional: {
        const std::uint32_t body = emit_sequence(element.children, direction, next, base);
        return put({.op = Op::split, .next = body, .other = next});
      }
      case ElementKind::alternatives: {
        std::uint32_t entry = next;
        for (std::size_t i = element.children.size(); i-- > 0;) {
          const std::uint32_t one = emit_sequence(element.children[i].children, direction, next, base);
          entry = i + 1 == element.children.size() ? one : put({.op = Op::split, .next = one, .other = entry});
        }
        return entry;
      }
      case ElementKind::gap: {
        std::uint32_t rest = next;
        for (std::uint32_t i = 0; i < element.max; ++i) {
          const std::uint32_t one = put({.op = Op::gap, .next = rest});
          rest = put({.op = Op::split, .next = next, .other = one});  // the shortest gap first
        }
        return rest;
      }
      case ElementKind::number:
        return emit_run(Op::number, 3, next);
      case ElementKind::name:
        return emit_run(Op::name, 4, next);
      case ElementKind::verb:
        return put({.op = Op::verb, .b = constraint(element), .next = next});
      case ElementKind::line_start:
        return put({.op = Op::line_start, .next = next});
      case ElementKind::line_end:
        return put({.op = Op::line_end, .next = next});
    }
    return next;
  }

  std::uint32_t constraint(const Element& element) {
    PhraseConstraint wanted;
    for (const std::string& id : element.lexicons) wanted.lexicons.push_back(program_.lexicons.named(id));
    for (const std::string& id : element.barred) wanted.barred.push_back(program_.lexicons.named(id));
    for (const std::string& kind : element.kinds) {
      if (kind == kHouseKind) {
        wanted.house = true;
        continue;
      }
      const auto* at = std::find(kSourceKindNames.begin(), kSourceKindNames.end(), kind);
      wanted.kinds |= 1U << static_cast<unsigned>(at - kSourceKindNames.begin());
    }
    wanted.pronouns = element.pronouns;
    auto& all = program_.constraints;
    const auto same = std::find_if(all.begin(), all.end(), [&](const PhraseConstraint& each) {
      return each.kinds == wanted.kinds && each.house == wanted.house && each.pronouns == wanted.pronouns &&
             each.lexicons == wanted.lexicons && each.barred == wanted.barred;
    });
    if (same != all.end()) return static_cast<std::uint32_t>(same - all.begin());
    all.push_back(std::move(wanted));
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  Program& program_;
  std::vector<Anchor> anchors_;
};

}  // namespace

void compile(Program& program, Diagnostics& diagnostics) {
  if (program.marks.empty()) add_marks(program);
  for (const std::string& word : program.vocabulary.language.closed.words_of(Role::known_word))
    program.vocabulary.add(word);
  Compiler compiler(program);
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    if (compiler.add_rule(i)) continue;
    const Rule& rule = program.rules[i];
    diagnostics.push_back({.severity = Severity::error,
                           .file = rule.place.file,
                           .line = rule.place.line,
                           .column = rule.place.column,
                           .message = "rule \"" + rule.id + "\" is too large",
                           .remedy = "write fewer alternatives, or divide it into several rules",
                           .source_line = {}});
  }
  compiler.finish();
}

}  // namespace hearsay
