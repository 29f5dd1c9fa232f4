// A pattern is shown in the language of rules/README.md, in capitals where a slot stands: SOURCE [say] “that” CONTENT.
#include "cli/rule_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 4> kTypes = {"attribution", "modifier", "claim", "mention"};
constexpr std::array<std::string_view, 6> kForms = {"base", "third", "ing", "past", "participle", "plural"};

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

std::string in_brackets(const Element& element) {
  std::string text = "[" + joined(element.lexicons, "|");
  if (!element.forms.empty()) text += ": " + joined(element.forms, "|");
  if (!element.voice.empty() && element.voice != "active") text += ", " + element.voice;
  return text + "]";
}

std::string slot_text(const Element& element) {
  std::string text(slot_name(element.slot));
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (!element.lexicons.empty() || !element.forms.empty()) text += in_brackets(element);
  if (!element.kinds.empty()) text += "(" + joined(element.kinds, "|") + ")";
  if (!element.takes.empty()) text += "(" + element.takes + ")";
  return text;
}

using Variants = std::vector<std::string>;

Variants variants_of(const Element& element);

void append(Variants& heads, const Variants& tails) {
  Variants result;
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) {
      if (result.size() == kMaxVariants) break;
      result.push_back(head.empty() || tail.empty() ? head + tail : head + " " + tail);
    }
  }
  heads = std::move(result);
}

Variants sequence(const std::vector<Element>& elements) {
  Variants result = {""};
  for (const Element& element : elements) append(result, variants_of(element));
  return result;
}

Variants variants_of(const Element& element) {
  switch (element.kind) {
    case ElementKind::word:
    case ElementKind::punct:
      return {element.text};
    case ElementKind::lexeme:
      return {in_brackets(element)};
    case ElementKind::number:
      return {"[a number]"};
    case ElementKind::name:
      return {"[a name]"};
    case ElementKind::line_start:
      return {"[paragraph start]"};
    case ElementKind::line_end:
      return {"[paragraph end]"};
    case ElementKind::gap:
      return {fmt::format("[up to {} words]", element.max)};
    case ElementKind::sequence:
      return sequence(element.children);
    case ElementKind::use:
      return element.children.empty() ? Variants{"[" + element.text + "]"} : sequence(element.children);
    case ElementKind::optional: {
      Variants result = sequence(element.children);
      result.insert(result.begin(), "");
      return result;
    }
    case ElementKind::alternatives: {
      Variants result;
      for (const Element& child : element.children) {
        for (std::string& text : variants_of(child)) result.push_back(std::move(text));
      }
      return result;
    }
    case ElementKind::slot: {
      if (element.children.empty()) return {slot_text(element)};
      Variants result = sequence(element.children);
      for (std::string& text : result) text = slot_text(element) + "{" + text + "}";
      return result;
    }
  }
  return {""};
}

std::string sureness(const Rule& rule) {
  if (rule.precision < 0) return fmt::format("{:.2f} stated", rule.confidence);
  return fmt::format("{:.2f} of {}", rule.precision, rule.support);
}

std::string pattern_notes(const Pattern& pattern) {
  std::string notes;
  const auto note = [&](std::string_view text) { notes.append(notes.empty() ? "" : "; ").append(text); };
  if (pattern.orders.before) note("content before");
  if (pattern.orders.after) note("content after");
  if (pattern.orders.split) note("content on both sides");
  if (pattern.invert) note("also with the source after the cue");
  if (!pattern.takes.empty()) note("takes " + pattern.takes);
  if (pattern.no_source) note("names no source");
  if (pattern.author) note("the author speaks");
  if (pattern.needs_quote) note("only with a quotation");
  if (!pattern.medium.empty()) note("medium " + pattern.medium);
  if (!pattern.stance.empty()) note("stance " + pattern.stance);
  if (!pattern.where.empty()) note("only in: " + pattern.where);
  if (!pattern.at.empty()) note("stands " + pattern.at);
  return notes;
}

std::string example_text(const Example& example) {
  std::string text = example.pass ? "  pass  " : "  fail  ";
  for (const ExamplePiece& piece : example.pieces) {
    text += piece.tagged ? fmt::format("[{} {}]", slot_name(piece.slot), piece.text) : piece.text;
  }
  if (!example.why.empty()) text += "  (" + example.why + ")";
  return text;
}

}  // namespace

std::vector<std::string> variants(const Pattern& pattern) {
  return sequence(pattern.elements);
}

std::string rule_line(const Rule& rule) {
  return fmt::format("{:<32} {:<11} {:<15} {}\n", rule.id, kTypes.at(static_cast<std::size_t>(rule.type)),
                     sureness(rule), rule.name);
}

std::string rule_page(const Rule& rule) {
  std::string page = fmt::format("{}: {}\n  {} of family {}, pack {}; confidence {}\n  {}:{}\n", rule.id, rule.name,
                                 kTypes.at(static_cast<std::size_t>(rule.type)), rule.family, rule.pack, sureness(rule),
                                 rule.place.file, rule.place.line);
  for (const Pattern& pattern : rule.patterns) {
    for (const std::string& line : variants(pattern)) page += "  reads " + line + "\n";
    if (const std::string notes = pattern_notes(pattern); !notes.empty()) page += "        " + notes + "\n";
  }
  for (const Example& example : rule.examples) page += example_text(example) + "\n";
  return page;
}

std::string lexicon_page(const Program& program, LexiconId lexicon) {
  const Lexicons& lexicons = program.lexicons;
  std::map<std::uint32_t, std::string> forms;  // by entry, in the file's order
  for (WordId word = 1; word < program.vocabulary.size(); ++word) {
    for (const Sense& sense : lexicons.senses(word)) {
      if (sense.lexicon != lexicon) continue;
      std::string& text = forms[sense.entry];
      text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", program.vocabulary.word(word),
                          kForms.at(static_cast<std::size_t>(sense.form)));
    }
  }
  std::string page = fmt::format("lexicon {}\n", lexicons.name(lexicon));
  for (std::uint32_t i = 0; i < lexicons.entries().size(); ++i) {
    const Entry& entry = lexicons.entry(i);
    if (entry.lexicon != lexicon) continue;
    page += "  " + entry.lemma;
    if (const auto found = forms.find(i); found != forms.end()) page += ": " + found->second;
    for (const auto& [name, value] : entry.attributes) page += fmt::format(" {}=\"{}\"", name, value);
    page += '\n';
  }
  return page;
}

}  // namespace hearsay
