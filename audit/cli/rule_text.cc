// What a rule says of itself; its patterns as rules/expand writes them out.
#include "cli/rule_text.h"

#include <fmt/format.h>

#include <string_view>

#include "rules/expand.h"

namespace hearsay {
namespace {

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

std::string rule_line(const Rule& rule) {
  return fmt::format("{:<32} {:<11} {:<15} {}\n", rule.id, rule_type_name(rule.type), sureness(rule), rule.name);
}

std::string rule_page(const Rule& rule) {
  std::string page =
      fmt::format("{}: {}\n  {} of family {}, pack {}; confidence {}\n  {}:{}\n", rule.id, rule.name,
                  rule_type_name(rule.type), rule.family, rule.pack, sureness(rule), rule.place.file, rule.place.line);
  for (const Pattern& pattern : rule.patterns) {
    for (const std::string& line : expand_pattern(pattern)) page += "  reads " + line + "\n";
    if (const std::string notes = pattern_notes(pattern); !notes.empty()) page += "        " + notes + "\n";
  }
  for (const Example& example : rule.examples) page += example_text(example) + "\n";
  return page;
}

}  // namespace hearsay
