// Lexicons: the senses of all words, gathered by entry. Patterns: the product of their choices, cut off at a limit.
#include "rules/expand.h"

#include <algorithm>
#include <map>

#include "rules/compile_lexicons.h"
#include "rules/names.h"
#include "rules/split_pattern.h"

namespace hearsay {
namespace {

using Lines = std::vector<std::string>;

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Every line of `left` followed by every one of `right`.
Lines product(const Lines& left, const Lines& right) {
  Lines out;
  for (const std::string& a : left) {
    for (const std::string& b : right) {
      if (out.size() > kMaxExpansions) return out;
      out.push_back(a.empty() || b.empty() ? a + b : a + " " + b);
    }
  }
  return out;
}

Lines expand(const std::vector<Element>& elements);

std::string slot_text(const Element& element) {
  std::string out = "<" + std::string(slot_name(element.slot));
  if (!element.lexicons.empty()) out += ":" + join(element.lexicons);
  if (!element.forms.empty()) out += " " + join(element.forms);
  if (!element.kinds.empty()) out += " " + join(element.kinds);
  return out + ">";
}

Lines expand(const Element& element) {
  switch (element.kind) {
    case ElementKind::word:
    case ElementKind::punct:
      return {element.text};
    case ElementKind::lexeme:
      return {"{" + join(element.lexicons) + (element.forms.empty() ? "" : " " + join(element.forms)) + "}"};
    case ElementKind::slot: {
      if (element.children.empty()) return {slot_text(element)};
      Lines out = expand(element.children);
      for (std::string& line : out)
        line =
            "<" + std::string(slot_name(element.slot)) + ">" + line + "</" + std::string(slot_name(element.slot)) + ">";
      return out;
    }
    case ElementKind::optional: {
      Lines out = expand(element.children);
      out.insert(out.begin(), "");
      return out;
    }
    case ElementKind::alternatives: {
      Lines out;
      for (const Element& branch : element.children) {
        for (std::string& line : expand(branch.children)) out.push_back(std::move(line));
      }
      return out;
    }
    case ElementKind::sequence:
    case ElementKind::use:
      return expand(element.children);
    case ElementKind::gap:
      return {"<gap " + std::to_string(element.max) + ">"};
    case ElementKind::number:
      return {"<number>"};
    case ElementKind::name:
      return {"<name>"};
    case ElementKind::verb:
      return {"<verb>"};
    case ElementKind::line_start:
      return {"<line-start>"};
    case ElementKind::line_end:
      return {"<line-end>"};
  }
  return {};
}

Lines expand(const std::vector<Element>& elements) {
  Lines out{""};
  for (const Element& element : elements) out = product(out, expand(element));
  return out;
}

}  // namespace

std::vector<std::string> expand_lexicon(const Program& program, std::string_view id) {
  const Lexicons& lexicons = program.lexicons;
  const LexiconId lexicon = lexicons.named(id);
  if (lexicon == kNoLexicon) return {};
  std::map<std::uint32_t, std::vector<std::pair<Form, std::string>>> forms;
  for (const WordId word : lexicons.starts(lexicon)) {
    for (const Sense& sense : lexicons.senses(word)) {
      if (sense.lexicon == lexicon) forms[sense.entry].emplace_back(sense.form, program.vocabulary.word(word));
    }
  }
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < lexicons.entries().size(); ++i) {
    const Entry& entry = lexicons.entry(i);
    if (entry.lexicon != lexicon) continue;
    auto& words = forms[i];
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string line = entry.lemma + ":";
    std::vector<std::string> shown;
    for (const auto& [form, word] : words) {
      if (std::find(shown.begin(), shown.end(), word) != shown.end()) continue;
      shown.push_back(word);
      line += " " + word;
    }
    if (shown.empty()) line += " " + entry.lemma + " (several words)";
    line += "  (" + std::string(kClassNames[static_cast<std::size_t>(entry.pos)]);
    for (const auto& [name, value] : entry.attributes) line += ", " + name + "=" + value;
    out.push_back(line + ")");
  }
  return out;
}

std::vector<std::string> expand_pattern(const Pattern& pattern) {
  Lines out = expand(pattern.elements);
  if (pattern.invert) {
    for (std::string& line : expand(inverted(pattern.elements))) {
      if (!line.empty()) out.push_back(std::move(line));
    }
  }
  if (out.size() > kMaxExpansions) {
    out.resize(kMaxExpansions);
    out.push_back("…");
  }
  return out;
}

std::vector<std::string> cue_words(const Program& program) {
  const auto attributes = [&](std::uint32_t pattern) {
    return program.rules[program.patterns[pattern].rule].type == RuleType::attribution;
  };
  std::vector<std::string> out;
  for (WordId id = 1; id < program.vocabulary.size(); ++id) {
    const std::string_view word = program.vocabulary.word(id);
    const auto patterns = program.anchored(id);
    const bool letters = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
    if (letters && std::any_of(patterns.begin(), patterns.end(), attributes)) out.emplace_back(word);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace hearsay
