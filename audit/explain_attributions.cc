// explain_attributions: the stages between matches and attributions are run again, because an audit keeps no reasons.
#include "explain_attributions.h"

#include <fmt/format.h>

#include <algorithm>

#include "attributions/find.h"
#include "base/line_index.h"
#include "evidence/explain.h"
#include "evidence/tag.h"
#include "explain_links.h"

namespace hearsay {
namespace {

std::string_view role_name(SpanRole role) {
  return role == kRoleSource ? "source" : role == kRoleCue ? "cue" : "content";
}

class Explanation {
 public:
  Explanation(const Analysis& analysis, const Engine& engine)
      : a_(analysis), engine_(engine), lines_(analysis.document.text) {}

  std::string write(std::uint32_t wanted) {
    std::vector<std::uint32_t> shown;
    for (std::uint32_t i = 0; i < a_.attributions.size(); ++i) {
      if (wanted == 0 || place(a_.attributions[i].cue).line == wanted) shown.push_back(i);
    }
    const std::vector<CueReasons> reasons = reasons_of(shown);
    std::vector<std::uint32_t> told_by;
    told_by.reserve(shown.size());
    for (const std::uint32_t index : shown) told_by.push_back(a_.sources.told_by[index]);
    const std::vector<std::vector<LinkReason>> links = explain_links(a_, engine_, told_by);
    auto reason = reasons.begin();
    for (std::size_t k = 0; k < shown.size(); ++k) {
      const std::uint32_t index = shown[k];
      if (!out_.empty()) out_ += '\n';
      attribution(index);
      who(index, links[k]);
      if (reason != reasons.end() && reason->reading.head == a_.attributions[index].cue_head) evidence(*reason++);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Program& program() const { return engine_.pack.program; }
  [[nodiscard]] LineColumn place(TokenRange range) const { return lines_.position(span_of(a_.text, range).begin); }

  /// The words in one line, the middle of a long run left out.
  [[nodiscard]] std::string words(TokenRange range) const {
    constexpr std::uint32_t kLongest = 24;  // tokens
    const auto plain = [&](TokenRange part) {
      std::string text(text_of(a_.document, a_.text, part));
      std::replace(text.begin(), text.end(), '\n', ' ');
      return text;
    };
    if (range.size() <= kLongest) return plain(range);
    return plain({range.begin, range.begin + kLongest / 2}) + " … " + plain({range.end - kLongest / 2, range.end});
  }

  std::vector<CueReasons> reasons_of(const std::vector<std::uint32_t>& shown) const {
    if (engine_.model.empty() || shown.empty()) return {};
    std::vector<std::uint32_t> heads;
    heads.reserve(shown.size());
    for (const std::uint32_t index : shown) heads.push_back(a_.attributions[index].cue_head);
    std::vector<std::string> names;
    for (const Rule& rule : program().rules) {
      names.push_back(rule.id);
      names.push_back(rule.id.substr(0, rule.id.find('.')));
    }
    return explain_cues(
        a_.document, a_.text, tag(a_.document, a_.text, engine_.model), engine_.model, heads,
        {.upstream = {.hints = find_hints(a_.article(), a_.matches, program()), .nominals = nominals_of(a_.mentions)},
         .threshold = kLeastProposal,
         .names = std::move(names)});
  }

  void add(std::string_view name, std::string_view text) { out_ += fmt::format("  {:<11} {}\n", name, text); }

  void attribution(std::uint32_t index) {
    const Attribution& one = a_.attributions[index];
    const LineColumn at = place(one.cue);
    out_ += fmt::format("{}:{}:{}: a{} {}, confidence {:.2f}\n", a_.document.path, at.line, at.column, index + 1,
                        attribution_type_name(one.type), one.confidence);
    const std::uint32_t source = a_.sources.of_attribution[index];
    std::string who = one.mode == SourceMode::author ? "the writer" : std::string(words(one.source));
    if (who.empty()) who = "not stated";
    if (source != kNone && a_.sources.all[source].name != who) who += " → " + a_.sources.all[source].name;
    add("source", who);
    add("cue", words(one.cue));
    for (const TokenRange& content : one.content) add("content", words(content));
    if (!one.statement) add("statement", "no: believed, meant or done");
    corrected(index);
    chain(a_.trace.chains[index]);
    setting(a_.sources.setting[index]);
    if (one.rule == kNone) {
      add("rule", is_embedded_post(one) ? "embed: the page embeds this post" : "none: proposed by the evidence alone");
      return;
    }
    const Rule& rule = program().rules[one.rule];
    add("rule", fmt::format("{} ({}), {}:{}", rule.id, rule.name, rule.place.file, rule.place.line));
    add("", rule.precision < 0 ? fmt::format("stated confidence {:.2f}, not measured", rule.confidence)
                               : fmt::format("right in {:.2f} of {} on annotated text", rule.precision, rule.support));
  }

  /// Who says so in place of the rules.
  void corrected(std::uint32_t index) {
    const Corrections& all = a_.corrected.all;
    for (std::size_t c = 0; c < all.size(); ++c) {
      const CorrectionOutcome& outcome = a_.corrected.outcomes[c];
      const bool of_source = all[c].kind == CorrectionKind::named || all[c].kind == CorrectionKind::source_kind;
      const bool of_words = all[c].kind == CorrectionKind::reading || all[c].kind == CorrectionKind::source;
      const std::uint32_t thing = of_words ? index : of_source ? a_.sources.of_attribution[index] : kNone;
      if (outcome.state != CorrectionState::met || thing == kNone || outcome.thing != thing) continue;
      add("corrected",
          fmt::format("as corrected by {}, {}: {} {}", all[c].by, all[c].at, correction_kind_name(all[c].kind),
                      all[c].value.empty() ? all[c].source_kind : all[c].value));
    }
  }

  /// Why it is said to be him, her or them.
  void who(std::uint32_t index, const std::vector<LinkReason>& options) {
    constexpr std::size_t kMostShown = 3;
    if (index < a_.sources.certainty.size()) add("source sure", fmt::format("{:.2f}", a_.sources.certainty[index]));
    if (options.size() < 2) return;
    for (std::size_t k = 0; k < options.size() && k < kMostShown; ++k) {
      add(k == 0 ? "stands for" : "", fmt::format("{:.2f} {}", options[k].probability, options[k].who));
      if (k == 0) weights(options[k].strongest);
    }
  }

  /// Why it is said to have been said there.
  void setting(const Setting& setting) {
    if (setting.medium == Medium::none) return;
    const LineColumn at = place(setting.words);
    add("medium", fmt::format("{}, by “{}” at {}:{}{}", medium_name(setting.medium), words(setting.words), at.line,
                              at.column, setting.carried ? ", where the same people speak" : ""));
  }

  void chain(const Chain& chain) {
    if (chain.hops.size() < 2 && chain.hops.front().medium == Medium::none) return;
    std::string path = "article";
    for (const Hop& hop : chain.hops) {
      path += " ← " + (hop.source == kNone ? std::string("(not stated)") : a_.sources.all[hop.source].name);
      if (hop.medium != Medium::none) path += fmt::format(" [{}]", medium_name(hop.medium));
    }
    add("chain", path);
  }

  void evidence(const CueReasons& reasons) {
    add("evidence", fmt::format("a cue with probability {:.2f}; log-odds {:+.2f}, of them {:+.2f} before any feature",
                                reasons.reading.cue_probability, reasons.log_odds, reasons.base));
    weights(reasons.strongest);
    for (const EdgeReasons& edge : reasons.edges) {
      add("", fmt::format("{} {} “{}” {:+.2f}", role_name(edge.role), edge.begins ? "begins at" : "ends before",
                          words({edge.token, edge.token + 1}), edge.margin));
      weights(edge.strongest);
    }
  }

  void weights(const std::vector<Contribution>& strongest) {
    for (const Contribution& one : strongest)
      out_ += fmt::format("              {:+6.2f} {}\n", one.weight, one.feature);
  }

  const Analysis& a_;
  const Engine& engine_;
  LineIndex lines_;
  std::string out_;
};

}  // namespace

std::string explain_attributions(const Analysis& analysis, const Engine& engine, const ExplainArticleOptions& options) {
  return Explanation(analysis, engine).write(options.line);
}

}  // namespace hearsay
