// A rule is read element by element; every error in it is reported, and any of them keeps it out. Patterns are read in
// load_pattern.cc.
#include "rules/load_rules.h"

#include <algorithm>
#include <cstdlib>

#include "rules/check.h"
#include "rules/names.h"
#include "rules/source_file.h"
#include "rules/words.h"

namespace hearsay {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// White space runs as one space, for an example is broken over lines as its file likes.
std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::string known_names(std::span<const std::string_view> names) {
  std::string out = "known: ";
  bool first = true;
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    if (!first) out += ", ";
    out += name;
    first = false;
  }
  return out;
}

std::string where_is(const Place& place) {
  return place.file + ":" + std::to_string(place.line);
}

}  // namespace

void RuleLoader::wrong(const SourceFile& file, const Place& place, std::string message, std::string remedy) {
  diagnostics_.push_back(file.error(place, std::move(message), std::move(remedy)));
}

std::vector<std::string> RuleLoader::list(const SourceFile& file, pugi::xml_node node, const char* attribute,
                                          std::span<const std::string_view> known) {
  std::vector<std::string> out;
  for (const std::string_view word : split_list(node.attribute(attribute).value())) {
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      wrong(file, file.place(node, attribute), "unknown " + std::string(attribute) + " " + in_quotes(word),
            known_names(known));
    }
    out.emplace_back(word);
  }
  return out;
}

std::string RuleLoader::one_of(const SourceFile& file, pugi::xml_node node, const char* attribute,
                               std::span<const std::string_view> known) {
  const auto words = list(file, node, attribute, known);
  if (words.size() > 1) wrong(file, file.place(node, attribute), std::string(attribute) + " takes one word");
  return words.empty() ? std::string() : words[0];
}

std::vector<std::string> RuleLoader::lexicon_list(const SourceFile& file, pugi::xml_node node, const char* attribute) {
  std::vector<std::string> out;
  for (const std::string_view id : split_list(node.attribute(attribute).value())) {
    if (lexicons_.named(id) == kNoLexicon) {
      wrong(file, file.place(node, attribute), "unknown lexicon " + in_quotes(id),
            "\"hearsay rules list\" shows those there are");
    }
    out.emplace_back(id);
  }
  return out;
}

void RuleLoader::collect_defines(const SourceFile& file) {
  for (const pugi::xml_node node : file.root().children("define")) {
    if (!file.check_attributes(node, {"id"}, diagnostics_)) continue;
    const std::string id = node.attribute("id").value();
    if (id.empty()) {
      wrong(file, file.place(node), "<define> without id");
      continue;
    }
    const auto [at, added] = defines_.try_emplace(id, Define{.file = &file, .node = node, .place = file.place(node)});
    if (!added)
      wrong(file, file.place(node, "id"),
            "duplicate define " + in_quotes(id) + ", first at " + where_is(at->second.place));
  }
}

void RuleLoader::load(const SourceFile& file, std::vector<Rule>& rules) {
  const pugi::xml_node root = file.root();
  file.check_attributes(root, {"pack", "version", "family"}, diagnostics_);
  for (const pugi::xml_node node : root.children()) {
    if (node.type() != pugi::node_element) {
      if (!is_blank(node.value()) && node.type() == pugi::node_pcdata)
        wrong(file, file.place(node), "text outside a rule");
      continue;
    }
    const std::string_view name = node.name();
    if (name == "rule") {
      load_rule(file, node, RuleType::attribution, rules);
    } else if (name == "modifier") {
      load_rule(file, node, RuleType::modifier, rules);
    } else if (name == "claim") {
      load_rule(file, node, RuleType::claim, rules);
    } else if (name == "accusation") {
      load_rule(file, node, RuleType::accusation, rules);
    } else if (name != "include" && name != "define") {
      wrong(file, file.place(node), "unknown element <" + std::string(name) + "> in <rules>",
            "known here: include, define, rule, modifier, claim or accusation");
    }
  }
}

void RuleLoader::load_rule(const SourceFile& file, pugi::xml_node node, RuleType type, std::vector<Rule>& rules) {
  const std::size_t errors = diagnostics_.size();
  Rule rule;
  rule.type = type;
  rule.place = file.place(node);
  file.check_attributes(node, {"id", "name", "confidence", "kind", "spans"}, diagnostics_);
  rule.id = node.attribute("id").value();
  rule.name = node.attribute("name").value();
  rule.pack = file.root().attribute("pack").value();
  rule.family = file.root().attribute("family").value();
  rule.kind = type == RuleType::claim ? one_of(file, node, "kind", kClaimKindNames) : node.attribute("kind").value();
  if (rules.size() >= kMaxRules) wrong(file, rule.place, "more than 5000 rules");
  if (rule.id.empty()) {
    wrong(file, rule.place, std::string("<") + node.name() + "> without id");
  } else if (const auto [at, added] = rule_places_.try_emplace(rule.id, rule.place); !added) {
    wrong(file, file.place(node, "id"), "duplicate rule " + in_quotes(rule.id) + ", first at " + where_is(at->second));
  }
  if (const pugi::xml_attribute spans = node.attribute("spans")) {
    const std::string_view kept = spans.value();
    rule.keeps_spans = kept == "keep";
    rule.keeps_source = kept == "source";
    if (!rule.keeps_spans && !rule.keeps_source)
      wrong(file, file.place(node, "spans"), "spans can only be \"keep\" or \"source\"");
  }
  if (const pugi::xml_attribute confidence = node.attribute("confidence")) {
    char* end = nullptr;
    rule.confidence = std::strtod(confidence.value(), &end);
    if (end == confidence.value() || *end != 0 || !(rule.confidence >= 0 && rule.confidence <= 1)) {
      wrong(file, file.place(node, "confidence"), "confidence is a number from 0 to 1");
    }
  }
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata) {
      if (!is_blank(child.value())) wrong(file, file.place(child), "text outside a pattern or example");
    } else if (child.type() != pugi::node_element) {
      continue;
    } else if (name == "pattern") {
      load_pattern(file, child, type, rule.patterns.emplace_back());
    } else if (name == "pass" || name == "fail") {
      load_example(file, child, type, rule.examples.emplace_back());
    } else if (name == "note") {
      continue;
    } else {
      wrong(file, file.place(child), "unknown element <" + std::string(name) + "> in <" + node.name() + ">",
            "known here: pattern, pass, fail or note");
    }
  }
  if (rule.patterns.empty()) wrong(file, rule.place, "rule without pattern");
  if (diagnostics_.size() == errors) rules.push_back(std::move(rule));
}

void RuleLoader::load_example(const SourceFile& file, pugi::xml_node node, RuleType type, Example& example) {
  example.place = file.place(node);
  example.pass = std::string_view(node.name()) == "pass";
  file.check_attributes(node, {"why", "medium", "chain", "title", "anonymous"}, diagnostics_);
  example.why = node.attribute("why").value();
  example.chain = node.attribute("chain").value();
  example.title = node.attribute("title").value();
  example.medium = one_of(file, node, "medium", kMediumNames);
  example.anonymous = node.attribute("anonymous").value();
  bool tagged = false;
  for (const pugi::xml_node child : node.children()) {
    ExamplePiece piece;
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      piece.text = with_single_spaces(child.value());
    } else if (child.type() == pugi::node_element) {
      const auto slot = slot_named(child.name());
      if (!slot) {
        wrong(file, file.place(child), std::string("unknown slot <") + child.name() + "> in an example",
              "known: source, cue, content, via, medium, recipient, reason or accused");
        continue;
      }
      file.check_attributes(child, {"resolves"}, diagnostics_);
      piece.tagged = true;
      piece.slot = *slot;
      piece.resolves = child.attribute("resolves").value();
      piece.text = with_single_spaces(child.child_value());
      for (const pugi::xml_node inner : child.children()) {
        if (inner.type() == pugi::node_element) wrong(file, file.place(inner), "tags of an example do not nest");
      }
      tagged = true;
    } else {
      continue;
    }
    example.pieces.push_back(std::move(piece));
  }
  const auto trim_front = [](std::string& text) { text.erase(0, std::min(text.find_first_not_of(' '), text.size())); };
  if (!example.pieces.empty()) {
    trim_front(example.pieces.front().text);
    std::string& last = example.pieces.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
  }
  const bool empty =
      std::all_of(example.pieces.begin(), example.pieces.end(), [](const ExamplePiece& p) { return is_blank(p.text); });
  if (empty) {
    wrong(file, example.place, "empty example");
  } else if (example.pass && !tagged && type != RuleType::claim) {  // a claim is its whole sentence
    wrong(file, example.place, "example without tags", "mark in it what must come out: <source>, <cue>, <content> …");
  }
}

}  // namespace hearsay
