// An example becomes a document of one paragraph; its tags become expected token ranges; the attribution of the rule
// that agrees with most of them is held against them.
#include "examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

constexpr std::array<Slot, 6> kCompared = {Slot::source, Slot::cue,       Slot::content,
                                           Slot::via,    Slot::recipient, Slot::reason};

using Ranges = std::vector<TokenRange>;

// What stands in a file between two marks that no reader would call part of a span.
TokenRange trimmed(const Text& text, TokenRange range) {
  const TokenRange whole = range;
  while (!range.empty() && text.tokens[range.begin].has(kPunct)) ++range.begin;
  while (!range.empty() && text.tokens[range.end - 1].has(kPunct)) --range.end;
  return range.empty() ? whole : range;  // a colon is a cue
}

TokenRange tokens_of(const Text& text, Span span) {
  const auto& tokens = text.tokens;
  const auto first =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.end <= span.begin; });
  const auto last = std::partition_point(first, tokens.end(), [&](const Token& t) { return t.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

bool only_in_headlines(const Rule& rule) {
  return !rule.patterns.empty() && std::all_of(rule.patterns.begin(), rule.patterns.end(),
                                               [](const Pattern& pattern) { return pattern.where == "headline"; });
}

struct Expected {
  Document document;
  std::array<std::vector<Span>, kSlotCount> slots;
  std::vector<std::pair<Span, std::string>> names;  // resolves="…"
};

Expected expect(const Rule& rule, const Example& example) {
  Expected expected;
  Document& document = expected.document;
  document.id = rule.id;
  document.format = "text";
  if (!example.title.empty()) {
    document.text = example.title + "\n\n";
    document.title = example.title;
    document.blocks.push_back(
        {.span = {0, static_cast<std::uint32_t>(example.title.size())}, .kind = BlockKind::headline});
  }
  const auto begin = static_cast<std::uint32_t>(document.text.size());
  for (const ExamplePiece& piece : example.pieces) {
    const auto at = static_cast<std::uint32_t>(document.text.size());
    document.text += piece.text;
    if (!piece.tagged) continue;
    const Span span{at, static_cast<std::uint32_t>(document.text.size())};
    expected.slots.at(static_cast<std::size_t>(piece.slot)).push_back(span);
    if (!piece.resolves.empty()) expected.names.emplace_back(span, piece.resolves);
  }
  const bool headline = example.title.empty() && only_in_headlines(rule);
  document.blocks.push_back({.span = {begin, static_cast<std::uint32_t>(document.text.size())},
                             .kind = headline ? BlockKind::headline : BlockKind::paragraph});
  return expected;
}

class Judge {
 public:
  Judge(const Engine& engine, std::uint32_t rule, const Example& example, ExampleResults& results)
      : rules_(engine.pack.program.rules),
        rule_(rule),
        example_(example),
        expected_(expect(rules_[rule], example)),
        a_(analyse(expected_.document, engine, {.evidence = false})),
        results_(results) {}

  void run() {
    const std::size_t before = results_.diagnostics.size();
    ++results_.examples;
    if (example_.pass) {
      pass();
    } else {
      fail();
    }
    if (results_.diagnostics.size() != before) ++results_.failed;
  }

 private:
  void pass() {
    if (rules_[rule_].type == RuleType::claim) {
      if (!matched()) complain("the claim rule does not fire");
      return;
    }
    if (rules_[rule_].type == RuleType::accusation) {
      compare_accused();
      return;
    }
    std::size_t best = a_.attributions.size();
    int best_agreement = -1;
    for (std::size_t i = 0; i < a_.attributions.size(); ++i) {
      if (!is_own(a_.attributions[i])) continue;
      const int agreement = agreement_of(a_.attributions[i]);
      if (agreement > best_agreement) {
        best = i;
        best_agreement = agreement;
      }
    }
    if (best == a_.attributions.size()) {
      complain(nothing_found());
      return;
    }
    compare(best);
  }

  /// Whom the rule charges; what is denied charges nobody.
  [[nodiscard]] Ranges accused() const {
    Ranges ranges;
    for (const Match& match : a_.matches) {
      if (match.rule == rule_ && !match.negated)
        ranges.push_back(trimmed(a_.text, match.slots.at(static_cast<std::size_t>(Slot::accused))));
    }
    return ranges;
  }

  void compare_accused() {
    const Ranges want = wanted(Slot::accused);
    if (want != accused()) complain(fmt::format("accused is {}, not {}", quoted(accused()), quoted(want)));
  }

  void fail() {
    const Rule& rule = rules_[rule_];
    if (rule.type == RuleType::accusation) {
      if (!accused().empty()) complain("fires where it should not" + reason() + ": " + quoted(accused()));
      return;
    }
    if (rule.type != RuleType::attribution) {
      if (matched()) complain("fires where it should not" + reason());
      return;
    }
    for (const Attribution& attribution : a_.attributions) {
      if (attribution.rule != rule_) continue;
      complain(fmt::format("fires where it should not{}: cue {}", reason(), quoted(attribution.cue)));
      return;
    }
  }

  // A modifier only adds to an attribution that another rule proposed.
  [[nodiscard]] bool is_own(const Attribution& attribution) const {
    return rules_[rule_].type == RuleType::modifier || attribution.rule == rule_;
  }

  [[nodiscard]] bool matched() const {
    return std::any_of(a_.matches.begin(), a_.matches.end(), [&](const Match& match) { return match.rule == rule_; });
  }

  [[nodiscard]] std::string reason() const { return example_.why.empty() ? "" : " (" + example_.why + ")"; }

  [[nodiscard]] std::string nothing_found() const {
    std::string others;
    for (const Attribution& attribution : a_.attributions) {
      const std::string name = attribution.rule == kNone ? "evidence" : rules_[attribution.rule].id;
      others += fmt::format("{}{} with cue {}", others.empty() ? "" : ", ", name, quoted(attribution.cue));
    }
    if (!others.empty()) return "another rule has the place: " + others;
    return matched() ? "its words match, but no content was found" : "does not fire";
  }

  [[nodiscard]] Ranges wanted(Slot slot) const {
    Ranges ranges;
    for (const Span span : expected_.slots.at(static_cast<std::size_t>(slot))) {
      ranges.push_back(trimmed(a_.text, tokens_of(a_.text, span)));
    }
    return ranges;
  }

  [[nodiscard]] Ranges found(Slot slot, const Attribution& attribution) const {
    Ranges ranges;
    switch (slot) {
      case Slot::source:
        ranges = {attribution.source};
        break;
      case Slot::cue:
        ranges = {attribution.cue};
        break;
      case Slot::content:
        ranges = attribution.content;
        break;
      case Slot::via:
        ranges = attribution.via;
        break;
      case Slot::medium:
        ranges = {attribution.medium_range};
        break;
      case Slot::recipient:
        ranges = {attribution.recipient};
        break;
      case Slot::reason:
        ranges = {attribution.reason};
        break;
      case Slot::accused:  // no part of an attribution
        break;
    }
    for (TokenRange& range : ranges) range = trimmed(a_.text, range);
    ranges.erase(std::remove_if(ranges.begin(), ranges.end(), [](TokenRange range) { return range.empty(); }),
                 ranges.end());
    return ranges;
  }

  [[nodiscard]] int agreement_of(const Attribution& attribution) const {
    int count = 0;
    for (const Slot slot : kCompared) {
      const Ranges want = wanted(slot);
      if (!want.empty() && want == found(slot, attribution)) ++count;
    }
    return count;
  }

  void compare(std::size_t index) {
    const Attribution& attribution = a_.attributions[index];
    for (const Slot slot : kCompared) {
      const Ranges want = wanted(slot);
      const Ranges got = found(slot, attribution);
      if (!want.empty() && want != got)
        complain(fmt::format("{} is {}, not {}", slot_name(slot), quoted(got), quoted(want)));
    }
    const Medium settled = a_.sources.setting[index].medium;
    const Medium got = settled != Medium::none ? settled : attribution.medium;
    if (!wanted(Slot::medium).empty() && got == Medium::none) complain("no medium is found");
    if (const std::string_view medium = medium_name(got); !example_.medium.empty() && example_.medium != medium) {
      complain(fmt::format("medium is '{}', not '{}'", medium, example_.medium));
    }
    if (const std::string chain = chain_of(index); !example_.chain.empty() && example_.chain != chain) {
      complain(fmt::format("chain is '{}', not '{}'", chain, example_.chain));
    }
    for (const auto& [span, name] : expected_.names) compare_name(index, span, name);
  }

  // resolves="…" on the source asks for the attribution's source, on a relay for that relay.
  void compare_name(std::size_t index, Span span, const std::string& name) {
    const TokenRange range = trimmed(a_.text, tokens_of(a_.text, span));
    std::uint32_t source = a_.sources.of_attribution[index];
    const Ranges relays = found(Slot::via, a_.attributions[index]);
    const auto relay = std::find(relays.begin(), relays.end(), range);
    const auto position = static_cast<std::size_t>(relay - relays.begin());
    if (relay != relays.end() && position < a_.sources.via[index].size()) source = a_.sources.via[index][position];
    const std::string got = source == kNone ? "(nobody)" : a_.sources.all[source].name;
    if (got != name) complain(fmt::format("{} resolves to '{}', not '{}'", quoted(range), got, name));
  }

  [[nodiscard]] std::string chain_of(std::size_t index) const {
    std::string chain = "article";
    for (const Hop& hop : a_.trace.chains[index].hops) {
      chain += "<-" + (hop.source == kNone ? std::string() : a_.sources.all[hop.source].name);
    }
    return chain;
  }

  [[nodiscard]] std::string quoted(TokenRange range) const {
    return range.empty() ? "nothing" : "‘" + std::string(text_of(a_.document, a_.text, range)) + "’";
  }
  [[nodiscard]] std::string quoted(const Ranges& ranges) const {
    if (ranges.empty()) return "nothing";
    std::string all;
    for (const TokenRange range : ranges) all.append(all.empty() ? "" : " + ").append(quoted(range));
    return all;
  }

  void complain(const std::string& message) {
    results_.diagnostics.push_back({.severity = Severity::error,
                                    .file = example_.place.file,
                                    .line = example_.place.line,
                                    .column = example_.place.column,
                                    .message = rules_[rule_].id + ": " + message,
                                    .remedy = a_.document.text,
                                    .source_line = ""});
  }

  const std::vector<Rule>& rules_;
  std::uint32_t rule_;
  const Example& example_;
  Expected expected_;
  Analysis a_;
  ExampleResults& results_;
};

bool chosen(const Rule& rule, const std::vector<std::string>& ids) {
  return ids.empty() ||
         std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return rule.id.starts_with(id); });
}

}  // namespace

ExampleResults run_examples(const Engine& engine, const std::vector<std::string>& ids) {
  ExampleResults results;
  const std::vector<Rule>& rules = engine.pack.program.rules;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (!chosen(rules[i], ids)) continue;
    ++results.rules;
    for (const Example& example : rules[i].examples) Judge(engine, i, example, results).run();
  }
  return results;
}

}  // namespace hearsay
