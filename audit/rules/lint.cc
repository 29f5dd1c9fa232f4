// One pass over the rules, one over the lexicons.
#include "rules/lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/names.h"
#include "rules/source_file.h"
#include "rules/words.h"

namespace hearsay {
namespace {

Diagnostic at(const Place& place, Severity severity, std::string message, std::string remedy = {}) {
  return {.severity = severity,
          .file = place.file,
          .line = place.line,
          .column = place.column,
          .message = std::move(message),
          .remedy = std::move(remedy),
          .source_line = {}};
}

std::string text_of(const Example& example) {
  std::string text = example.title + "\n";
  for (const ExamplePiece& piece : example.pieces) text += piece.text;
  return text;
}

bool is_rule_id(std::string_view id) {
  return id.find('.') != std::string_view::npos && id.front() != '.' && id.back() != '.' &&
         std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

class Linter {
 public:
  explicit Linter(const Pack& pack) : program_(pack.program) {}

  Diagnostics run() {
    std::map<std::string, const Example*> seen;
    for (const Rule& rule : program_.rules) check_rule(rule, seen);
    check_entries();
    std::stable_sort(out_.begin(), out_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return std::move(out_);
  }

 private:
  void check_rule(const Rule& rule, std::map<std::string, const Example*>& seen) {
    if (!is_rule_id(rule.id)) {
      out_.push_back(
          at(rule.place, Severity::warning, "id " + in_quotes(rule.id) + " is not family.name in lower case"));
    }
    const auto passes =
        std::count_if(rule.examples.begin(), rule.examples.end(), [](const Example& e) { return e.pass; });
    if (passes == 0)
      out_.push_back(at(rule.place, Severity::error, "rule " + in_quotes(rule.id) + " without pass",
                        "add an example that it must find"));
    if (passes == static_cast<std::ptrdiff_t>(rule.examples.size())) {
      out_.push_back(at(rule.place, Severity::error, "rule " + in_quotes(rule.id) + " without fail",
                        "add an example that it must leave alone"));
    }
    for (const Example& example : rule.examples) {
      const auto [first, added] = seen.try_emplace(rule.id + "\n" + text_of(example), &example);
      if (added) continue;
      const Place& other = first->second->place;
      out_.push_back(at(example.place, Severity::error,
                        "duplicate example, first at " + other.file + ":" + std::to_string(other.line)));
    }
    for (const Pattern& pattern : rule.patterns) check_pattern_sense(rule, pattern);
  }

  void check_pattern_sense(const Rule& rule, const Pattern& pattern) {
    const auto is_content = [](const Element& e) { return e.kind == ElementKind::slot && e.slot == Slot::content; };
    const bool content = pattern.orders.before || pattern.orders.after || pattern.orders.split ||
                         std::any_of(pattern.elements.begin(), pattern.elements.end(), is_content);
    if (rule.type == RuleType::attribution && !content) {
      out_.push_back(
          at(pattern.place, Severity::warning, "pattern without content", "say content=\"after\" or write <content/>"));
    }
    if (rule.type == RuleType::attribution && !pattern.at.empty()) {
      out_.push_back(at(pattern.place, Severity::warning, "at= is for modifiers"));
    }
    if (rule.type == RuleType::modifier && pattern.at.empty()) {
      out_.push_back(at(pattern.place, Severity::warning,
                        "modifier without at=", "say where it stands: after-cue, after-source …"));
    }
    const bool twice =
        pattern.invert &&
        std::none_of(program_.patterns.begin(), program_.patterns.end(), [&](const CompiledPattern& each) {
          return each.inverted && &program_.rules[each.rule] == &rule && &rule.patterns[each.pattern] == &pattern;
        });
    if (twice)
      out_.push_back(at(pattern.place, Severity::warning, "invert without a <source/> before the cue changes nothing"));
  }

  void check_values(const Entry& entry, std::string_view attribute, std::span<const std::string_view> known) {
    for (const std::string_view value : split_list(entry.attribute(attribute))) {
      if (std::find(known.begin(), known.end(), value) != known.end()) continue;
      out_.push_back(at({}, Severity::error,
                        "lexicon " + in_quotes(program_.lexicons.name(entry.lexicon)) + ", entry " +
                            in_quotes(entry.lemma) + ": unknown " + std::string(attribute) + " " + in_quotes(value)));
    }
  }

  void check_entries() {
    std::set<std::tuple<LexiconId, std::string, WordClass>> seen;
    for (const Entry& entry : program_.lexicons.entries()) {
      if (!seen.emplace(entry.lexicon, entry.lemma, entry.pos).second) {
        out_.push_back(at({}, Severity::warning,
                          "lexicon " + in_quotes(program_.lexicons.name(entry.lexicon)) + " holds " +
                              in_quotes(entry.lemma) + " twice"));
      }
      check_values(entry, "stance", kStanceNames);
      check_values(entry, "medium", kMediumNames);
      if (entry.pos == WordClass::verb) check_values(entry, "takes", kTakesNames);
    }
  }

  const Program& program_;
  Diagnostics out_;
};

}  // namespace

Diagnostics lint(const Pack& pack) {
  return Linter(pack).run();
}

}  // namespace hearsay
