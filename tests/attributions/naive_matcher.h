// The oracle: matches a pattern as it is written, left to right, trying every choice. Slow and plain. Knows no verb
// groups and no skips; the random texts hold nothing that would need them.
#pragma once

#include <functional>
#include <set>
#include <tuple>
#include <vector>

#include "attributions/sketch.h"
#include "rules/marks.h"
#include "rules/program.h"

namespace hearsay {

struct NaiveMatch {
  TokenRange whole;
  std::array<TokenRange, kSlotCount> slots{};
  auto operator<=>(const NaiveMatch&) const = default;
};

class NaiveMatcher {
 public:
  NaiveMatcher(const Sketch& sketch, const Program& program) : s_(sketch), program_(program) {}

  /// Every way in which the pattern fits anywhere.
  std::set<NaiveMatch> all(const std::vector<Element>& elements) {
    std::set<NaiveMatch> found;
    for (std::uint32_t begin = 0; begin <= size(); ++begin) {
      slots_ = {};
      sequence(elements, 0, begin, [&](std::uint32_t end) { found.insert({{begin, end}, slots_}); });
    }
    return found;
  }

 private:
  using Then = std::function<void(std::uint32_t)>;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(s_.text.tokens.size()); }

  void sequence(const std::vector<Element>& elements, std::size_t i, std::uint32_t at, const Then& then) {
    if (i == elements.size()) return then(at);
    element(elements[i], at, [&, i](std::uint32_t next) { sequence(elements, i + 1, next, then); });
  }

  void set(Slot slot, TokenRange range, const std::function<void()>& then) {
    TokenRange& here = slots_[static_cast<std::size_t>(slot)];
    const TokenRange old = here;
    here = range;
    then();
    here = old;
  }

  void some(std::uint32_t at, std::uint32_t most, const std::function<bool(std::uint32_t)>& fits, const Then& then) {
    for (std::uint32_t n = 1; n <= most && at + n <= size() && fits(at + n - 1); ++n) then(at + n);
  }

  void element(const Element& e, std::uint32_t at, const Then& then) {
    const auto word = [&](std::uint32_t t) { return s_.text.tokens[t].word; };
    switch (e.kind) {
      case ElementKind::word:
        if (at < size() && word(at) == program_.vocabulary.find(e.text)) then(at + 1);
        break;
      case ElementKind::punct:
        if (at < size() && mark_of(program_, word(at)) == mark_class(e.text)) then(at + 1);
        break;
      case ElementKind::lexeme:
        lexeme(e, at, then);
        break;
      case ElementKind::slot:
        if (e.slot == Slot::cue && !e.lexicons.empty()) {
          lexeme(e, at, [&](std::uint32_t end) { set(e.slot, {at, end}, [&] { then(end); }); });
        } else if (!e.children.empty()) {
          sequence(e.children, 0, at, [&](std::uint32_t end) { set(e.slot, {at, end}, [&] { then(end); }); });
        } else {
          for (const Mention& m : s_.mentions.all) {
            if (m.range.begin == at) set(e.slot, m.range, [&] { then(m.range.end); });
          }
        }
        break;
      case ElementKind::optional:
        sequence(e.children, 0, at, then);
        then(at);
        break;
      case ElementKind::alternatives:
        for (const Element& branch : e.children) sequence(branch.children, 0, at, then);
        break;
      case ElementKind::sequence:
      case ElementKind::use:
        sequence(e.children, 0, at, then);
        break;
      case ElementKind::gap:
        then(at);
        some(
            at, e.max, [&](std::uint32_t t) { return !s_.text.tokens[t].has(kPunct); }, then);
        break;
      case ElementKind::number:
        some(
            at, 3, [&](std::uint32_t t) { return s_.text.tokens[t].has(kDigit); }, then);
        break;
      case ElementKind::name:
        some(
            at, 4,
            [&](std::uint32_t t) { return s_.text.tokens[t].has(kCapital) && !s_.text.tokens[t].has(kSentenceStart); },
            then);
        break;
      case ElementKind::verb:
        if (at < size() && is_finite(s_.tags[at])) then(at + 1);
        break;
      case ElementKind::line_start:
        if (at == 0) then(at);
        break;
      case ElementKind::line_end:
        if (at == size()) then(at);
        break;
    }
  }

  void lexeme(const Element& e, std::uint32_t at, const Then& then) {
    if (at >= size()) return;
    for (const std::string& id : e.lexicons) {
      const LexiconId lexicon = program_.lexicons.named(id);
      if (program_.lexicons.has(s_.text.tokens[at].word, lexicon)) then(at + 1);
      std::vector<WordId> words;
      for (std::uint32_t t = at; t < size(); ++t) words.push_back(s_.text.tokens[t].word);
      if (const auto phrase = program_.lexicons.phrase(words, lexicon)) then(at + phrase->length);
    }
  }

  const Sketch& s_;
  const Program& program_;
  std::array<TokenRange, kSlotCount> slots_{};
};

}  // namespace hearsay
