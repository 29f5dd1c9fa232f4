// Patterns in mixed content: text is cut to words and marks, elements are slots and parts, <use> is put in on the spot.
#include <algorithm>
#include <cstdlib>

#include "rules/check.h"
#include "rules/load_rules.h"
#include "rules/marks.h"
#include "rules/names.h"
#include "rules/source_file.h"
#include "rules/words.h"

namespace hearsay {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

void RuleLoader::load_pattern(const SourceFile& file, pugi::xml_node node, RuleType type, Pattern& pattern) {
  const std::size_t errors = diagnostics_.size();
  elements_ = 0;
  pattern.place = file.place(node);
  file.check_attributes(node, {"content", "invert", "takes", "needs", "source", "medium", "stance", "where", "at"},
                        diagnostics_);
  const auto orders = list(file, node, "content", kOrderNames);
  pattern.orders = {.before = has(orders, "before"), .after = has(orders, "after"), .split = has(orders, "split")};
  constexpr std::array<std::string_view, 2> kBool = {"true", "false"};
  constexpr std::array<std::string_view, 1> kQuote = {"quote"};
  constexpr std::array<std::string_view, 3> kSources = {"none", "author", "shared"};
  pattern.invert = one_of(file, node, "invert", kBool) == "true";
  pattern.takes = joined(list(file, node, "takes", kTakesNames));
  pattern.needs_quote = !one_of(file, node, "needs", kQuote).empty();
  const std::string source = one_of(file, node, "source", kSources);
  pattern.no_source = source == "none";
  pattern.author = source == "author";
  pattern.shared_source = source == "shared";
  pattern.medium = one_of(file, node, "medium", kMediumNames);
  pattern.stance = one_of(file, node, "stance", kStanceNames);
  pattern.at = joined(list(file, node, "at", kAtNames));
  const auto where = list(file, node, "where", kWhereNames);
  if (has(where, "headline") != has(where, "body")) pattern.where = has(where, "headline") ? "headline" : "body";
  load_elements(file, node, pattern.elements);
  if (has(where, "line-start")) {
    Element start;
    start.kind = ElementKind::line_start;
    start.place = pattern.place;
    pattern.elements.insert(pattern.elements.begin(), std::move(start));
  }
  if (elements_ > kMaxPatternElements) wrong(file, pattern.place, "pattern of more than 2000 parts");
  if (diagnostics_.size() != errors) return;
  if (const auto fault = check_pattern(pattern, type, lexicons_)) {
    // The place may lie in a define of another file; the line shown must be of that file then.
    const auto define = std::find_if(defines_.begin(), defines_.end(),
                                     [&](const auto& each) { return each.second.file->path() == fault->place.file; });
    const SourceFile& home = fault->place.file != file.path() && define != defines_.end() ? *define->second.file : file;
    wrong(home, fault->place, fault->message, fault->remedy);
  }
}

void RuleLoader::load_elements(const SourceFile& file, pugi::xml_node parent, std::vector<Element>& out) {
  for (const pugi::xml_node node : parent.children()) {
    if (elements_ > kMaxPatternElements) return;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      load_words(file, node, out);
    } else if (node.type() == pugi::node_element) {
      load_element(file, node, out);
    }
  }
}

void RuleLoader::load_words(const SourceFile& file, pugi::xml_node text, std::vector<Element>& out) {
  const std::string_view value = text.value();
  if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  const Place place = file.place(text);
  for (std::string& word : cut_words(value, language_)) {
    Element element;
    element.place = place;
    element.kind = mark_class(word) == MarkClass::none ? ElementKind::word : ElementKind::punct;
    element.text = std::move(word);
    ++elements_;
    const bool glued = element.kind == ElementKind::word &&
                       (element.text.find('"') != std::string::npos || element.text.find("“") != std::string::npos ||
                        element.text.find("”") != std::string::npos);
    if (glued)
      wrong(file, place, "mark in " + in_quotes(element.text) + " stands at a word", "write a space between them");
    out.push_back(std::move(element));
  }
}

void RuleLoader::load_slot(const SourceFile& file, pugi::xml_node node, Element& element) {
  switch (element.slot) {
    case Slot::cue:
      file.check_attributes(node, {"lex", "form", "voice", "pos", "prep"}, diagnostics_);
      break;
    case Slot::content:
      file.check_attributes(node, {"takes"}, diagnostics_);
      break;
    default:
      file.check_attributes(node, {"lex", "not", "kind", "pronoun"}, diagnostics_);
  }
  constexpr std::array<std::string_view, 2> kYesNo = {"yes", "no"};
  element.kind = ElementKind::slot;
  element.lexicons = lexicon_list(file, node, "lex");
  element.barred = lexicon_list(file, node, "not");
  element.forms = list(file, node, "form", kFormNames);
  element.kinds = list(file, node, "kind", kPhraseKindNames);
  element.voice = one_of(file, node, "voice", kVoiceNames);
  element.pos = one_of(file, node, "pos", kClassNames);
  element.pronouns = one_of(file, node, "pronoun", kYesNo) != "no";
  element.prep = one_of(file, node, "prep", kYesNo) == "yes";
  element.takes = joined(list(file, node, "takes", kTakesNames));
  load_elements(file, node, element.children);
}

void RuleLoader::load_use(const SourceFile& file, pugi::xml_node node, Element& element) {
  file.check_attributes(node, {"ref"}, diagnostics_);
  element.kind = ElementKind::use;
  element.text = node.attribute("ref").value();
  const auto at = defines_.find(element.text);
  if (at == defines_.end()) {
    wrong(file, file.place(node, "ref"), "unknown define " + in_quotes(element.text));
    return;
  }
  if (at->second.open) {
    wrong(file, file.place(node, "ref"), "define " + in_quotes(element.text) + " uses itself");
    return;
  }
  at->second.open = true;
  load_elements(*at->second.file, at->second.node, element.children);
  at->second.open = false;
}

void RuleLoader::load_element(const SourceFile& file, pugi::xml_node node, std::vector<Element>& out) {
  ++elements_;
  const std::string_view name = node.name();
  Element element;
  element.place = file.place(node);
  if (const auto slot = slot_named(name)) {
    element.slot = *slot;
    load_slot(file, node, element);
  } else if (name == "w") {
    file.check_attributes(node, {"lex", "form", "pos"}, diagnostics_);
    element.kind = ElementKind::lexeme;
    element.lexicons = lexicon_list(file, node, "lex");
    element.forms = list(file, node, "form", kFormNames);
    element.pos = one_of(file, node, "pos", kClassNames);
    if (element.lexicons.empty()) wrong(file, element.place, "<w> without lex");
  } else if (name == "opt") {
    file.check_attributes(node, {}, diagnostics_);
    element.kind = ElementKind::optional;
    load_elements(file, node, element.children);
    if (element.children.empty()) wrong(file, element.place, "empty <opt>");
  } else if (name == "alt") {
    file.check_attributes(node, {}, diagnostics_);
    element.kind = ElementKind::alternatives;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_element && std::string_view(child.name()) == "or") {
        Element branch;
        branch.kind = ElementKind::sequence;
        branch.place = file.place(child);
        load_elements(file, child, branch.children);
        if (branch.children.empty()) wrong(file, branch.place, "empty <or>", "write <opt> around what may be absent");
        element.children.push_back(std::move(branch));
      } else if (child.type() == pugi::node_element ||
                 std::string_view(child.value()).find_first_not_of(" \t\r\n") != std::string_view::npos) {
        if (child.type() != pugi::node_comment) wrong(file, file.place(child), "<alt> holds <or> only");
      }
    }
    if (element.children.empty()) wrong(file, element.place, "empty <alt>");
  } else if (name == "gap") {
    file.check_attributes(node, {"max"}, diagnostics_);
    element.kind = ElementKind::gap;
    const int max = node.attribute("max").as_int(4);
    if (max < 1 || max > static_cast<int>(kMaxGap)) {
      wrong(file, file.place(node, "max"), "a gap is of 1 to 16 words");
    } else {
      element.max = static_cast<std::uint32_t>(max);
    }
  } else if (name == "verb") {
    file.check_attributes(node, {"not"}, diagnostics_);
    element.kind = ElementKind::verb;
    element.barred = lexicon_list(file, node, "not");
  } else if (name == "use") {
    load_use(file, node, element);
  } else if (name == "number" || name == "name" || name == "line-start" || name == "line-end") {
    file.check_attributes(node, {}, diagnostics_);
    element.kind = name == "number"       ? ElementKind::number
                   : name == "name"       ? ElementKind::name
                   : name == "line-start" ? ElementKind::line_start
                                          : ElementKind::line_end;
  } else {
    wrong(file, element.place, "unknown slot or element <" + std::string(name) + "> in a pattern",
          "known: source, cue, content, via, medium, recipient, reason, accused, w, opt, alt, gap, use, number, name, "
          "verb, line-start, line-end");
    return;
  }
  out.push_back(std::move(element));
}

}  // namespace hearsay
