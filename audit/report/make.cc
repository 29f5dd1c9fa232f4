// Entry: make_report. One index over the text turns every byte position into a code point; claims are put in text order
// first, because measures name them by their new ids.
#include "report/make.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "document/evidence_name.h"
#include "report/mark_corrected.h"
#include "report/place.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {

namespace {

double rounded(double value) {
  return std::isfinite(value) ? std::round(value * 1e4) / 1e4 : 0.0;
}

std::optional<std::string> given(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional<std::string>(words);
}

std::string_view block_kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline:
      return "headline";
    case BlockKind::standfirst:
      return "standfirst";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::date:
      return "date";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list-item";
    case BlockKind::blockquote:
      return "blockquote";
    case BlockKind::caption:
      return "caption";
    case BlockKind::pull_quote:
      return "pull-quote";
    case BlockKind::embed:
      return "embed";
    case BlockKind::post:
      return "post";
    case BlockKind::post_by:
      return "post-by";
    case BlockKind::read_more:
      return "read-more";
    case BlockKind::note:
      return "note";
    case BlockKind::comments:
      return "comments";
    case BlockKind::boilerplate:
      return "boilerplate";
  }
  return "paragraph";
}

std::string_view annotation_kind_name(Annotation::Kind kind) {
  switch (kind) {
    case Annotation::Kind::comment:
      return "comment";
    case Annotation::Kind::footnote:
      return "footnote";
    case Annotation::Kind::endnote:
      return "endnote";
  }
  return "comment";
}

class Maker {
 public:
  explicit Maker(const ReportInput& input) : in_(input), index_(input.document.text), places_(input.document, index_) {}

  Report make() {
    add_article();
    add_sources();
    add_attributions();
    add_claims();
    add_findings();
    add_score();
    add_notes();
    if (in_.corrected != nullptr) add_corrections(*in_.corrected);
    return std::move(report_);
  }

 private:
  [[nodiscard]] CodeSpan code_span(Span span) const {
    return {index_.code_point(span.begin), index_.code_point(span.end)};
  }

  void append(CodeSpans& spans, TokenRange range) const {
    if (range.empty() || range.end > in_.text.tokens.size()) return;
    spans.push_back(code_span(span_of(in_.text, range)));
  }

  [[nodiscard]] CodeSpans code_spans(TokenRange range) const {
    CodeSpans spans;
    append(spans, range);
    return spans;
  }

  [[nodiscard]] std::string words(TokenRange range) const {
    if (range.empty() || range.end > in_.text.tokens.size()) return {};
    return std::string(text_of(in_.document, in_.text, range));
  }

  [[nodiscard]] std::string source_id(std::uint32_t source) const {
    return source < in_.sources.all.size() ? fmt::format("s{}", source + 1) : std::string();
  }

  [[nodiscard]] std::string attribution_id(std::uint32_t attribution) const {
    return attribution < in_.attributions.size() ? fmt::format("a{}", attribution + 1) : std::string();
  }

  [[nodiscard]] std::vector<std::string> attribution_ids(const std::vector<std::uint32_t>& attributions) const {
    std::vector<std::string> ids;
    ids.reserve(attributions.size());
    for (const std::uint32_t attribution : attributions) {
      if (attribution < in_.attributions.size()) ids.push_back(attribution_id(attribution));
    }
    return ids;
  }

  void add_article() {
    const Document& document = in_.document;
    report_.id = document.id;
    report_.path = document.path;
    report_.title = document.title;
    report_.outlet = document.outlet;
    report_.byline = document.byline;
    report_.published = document.published;
    const Genre& genre = in_.scorecard.genre;
    report_.genre = genre.id;
    report_.genre_source = genre_source_name(genre.source);
    report_.genre_how = genre_source_words(genre.source);
    report_.genre_detail = genre.detail;
    report_.genre_certainty = rounded(genre.certainty);
    report_.url = document.url;
    // The record's own tag says more than a code does: "en-ZA".
    const ToldLanguage& language = in_.language;
    const bool as_recorded = language.code.empty() || language.sign == LanguageSign::record ||
                             language.sign == LanguageSign::record_and_text;
    report_.language = as_recorded ? document.language : language.code;
    if (!language.code.empty()) report_.language_how = language_sign_name(language.sign);
    report_.encoding = document.encoding;
    report_.format = document.format;
    report_.sha256 = document.sha256;
    report_.text = document.text;
    report_.blocks.reserve(document.blocks.size());
    for (const Block& block : document.blocks) {
      report_.blocks.push_back({code_span(block.span), std::string(block_kind_name(block.kind))});
    }
    for (const Paragraph& paragraph : in_.text.paragraphs) {
      if (!is_body(paragraph.kind)) continue;
      for (std::uint32_t token = paragraph.tokens.begin; token < paragraph.tokens.end; ++token) {
        const Token& word = in_.text.tokens[token];
        report_.words += word.has(kPunct) || word.has(kClitic) ? 0U : 1U;
      }
    }
  }

  /// "English Wikipedia editors, April 2026"
  static std::string judge_words(const Grader& judge) {
    return judge.date.empty() ? judge.by : judge.by + ", " + day_words(judge.date);
  }

  static ReportJudgement judgement_of(const Source& source) {
    ReportJudgement made{.by = judge_words(source.judged_by),
                         .licence = source.judged_by.licence,
                         .page = source.judged_by.page,
                         .verdicts = {}};
    for (const Verdict& verdict : source.verdicts)
      made.verdicts.push_back({.says = verdict.says, .scope = verdict.scope, .discussed = verdict.discussed});
    return made;
  }

  void add_sources() {
    report_.sources.reserve(in_.sources.all.size());
    for (std::uint32_t i = 0; i < in_.sources.all.size(); ++i) {
      const Source& from = in_.sources.all[i];
      ReportSource& source = report_.sources.emplace_back();
      source.id = source_id(i);
      source.name = from.name;
      source.kind = source_kind_name(from.kind);
      source.anonymous = from.anonymous;
      source.specificity = specificity_name(from.specificity);
      source.aliases = from.aliases;
      source.description = given(from.description);
      source.affiliation = given(from.affiliation);
      if (from.reliability != 0) {
        source.reliability = std::string(1, from.reliability);
        source.reliability_by = judge_words(from.graded_by);
      }
      source.pronouns = from.pronouns;
      source.house = from.columns;
      source.own = from.own;
      if (!from.verdicts.empty()) source.judgement = judgement_of(from);
      for (const TokenRange& mention : from.mentions) append(source.mentions, mention);
    }
  }

  void add_attributions() {
    report_.attributions.reserve(in_.attributions.size());
    for (std::uint32_t i = 0; i < in_.attributions.size(); ++i) {
      const Attribution& from = in_.attributions[i];
      ReportAttribution& to = report_.attributions.emplace_back();
      to.id = attribution_id(i);
      if (from.rule < in_.rules.size()) {
        to.rule = in_.rules[from.rule].id;
        to.rule_name = in_.rules[from.rule].name;
      } else if (is_embedded_post(from)) {
        to.rule = "embed";
        to.rule_name = "embedded post";
      } else {
        to.rule = "evidence";
        to.rule_name = "read from the evidence alone";
      }
      to.type = attribution_type_name(from.type);
      if (i < in_.sources.of_attribution.size()) to.source = source_id(in_.sources.of_attribution[i]);
      to.source_span = code_spans(from.source);
      to.cue = code_spans(from.cue);
      for (const TokenRange& piece : from.content) append(to.content, piece);
      const bool settled = i < in_.sources.setting.size() && in_.sources.setting[i].medium != Medium::none;
      to.medium = medium_name(settled ? in_.sources.setting[i].medium : from.medium);
      to.stance = stance_name(from.stance);
      to.statement = from.statement;
      to.confidence = rounded(from.confidence);
      if (i < in_.sources.certainty.size()) to.source_confidence = rounded(in_.sources.certainty[i]);
      to.within = attribution_id(from.within);
      to.recipient = words(from.recipient);
      to.reason = words(from.reason);
      if (from.statement && i < in_.trace.signatures.size()) to.signature = in_.trace.signatures[i];
      if (i < in_.trace.chains.size()) add_chain(in_.trace.chains[i], to);
    }
  }

  void add_chain(const Chain& chain, ReportAttribution& to) const {
    to.traced = chain.traced;
    for (const std::uint32_t link : chain.links) {
      if (link < in_.document.links.size()) to.links.push_back(in_.document.links[link].href);
    }
    // What an attribution says inside another's content came through that other's source, in its medium.
    for (std::size_t h = 0; h + 1 < chain.hops.size(); ++h) {
      if (chain.hops[h].source < in_.sources.all.size()) to.via.push_back(source_id(chain.hops[h].source));
    }
    for (std::size_t h = 0; h < chain.hops.size() && to.medium.empty(); ++h)
      to.medium = medium_name(chain.hops[h].medium);
    for (const std::uint32_t agency : chain.agencies)
      to.chain.push_back({"", in_.document.agencies[agency].name, std::string(kWire)});
    for (const Hop& hop : chain.hops) {
      const bool known = hop.source < in_.sources.all.size();
      to.chain.push_back({source_id(hop.source), known ? in_.sources.all[hop.source].name : "not stated",
                          std::string(medium_name(hop.medium))});
    }
  }

  void add_claims() {
    const std::vector<Claim>& claims = in_.scorecard.claims;
    std::vector<std::uint32_t> order(claims.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t left, std::uint32_t right) { return claims[left].range < claims[right].range; });
    claim_ids_.resize(claims.size());
    report_.claims.reserve(claims.size());
    for (const std::uint32_t i : order) {
      ReportClaim& to = report_.claims.emplace_back();
      to.id = claim_ids_[i] = fmt::format("c{}", report_.claims.size());
      to.span = code_spans(claims[i].range);
      to.attributions = attribution_ids(claims[i].attributions);
      to.kind = claims[i].kind;
      to.status = claim_status_name(claims[i].status);
      to.credibility = claims[i].credibility;
      to.fingerprint = claims[i].fingerprint;
      for (const std::uint32_t note : claims[i].annotations) to.notes.push_back(fmt::format("n{}", note + 1));
    }
  }

  void add_findings() {
    add_findings(in_.scorecard.findings, report_.findings);
    add_findings(in_.scorecard.perhaps, report_.perhaps);
  }

  void add_findings(const std::vector<Finding>& all, std::vector<ReportFinding>& into) {
    for (const Finding& from : all) {
      ReportFinding& to = into.emplace_back();
      to.kind = finding_kind_name(from.kind);
      to.certainty = rounded(from.certainty);
      to.likelihood = rounded(from.likelihood);
      for (const FindingReason& reason : from.reasons) to.reasons.push_back({.id = reason.id, .says = reason.says});
      to.check = from.check;
      to.severity = severity_name(from.severity);
      to.message = from.message;
      to.span = code_spans(from.against);
      append(to.span, from.range);
      to.attributions = attribution_ids(from.attributions);
      to.fingerprint = from.fingerprint;
      to.suppressed = from.suppressed;
      to.settled_by = from.settled_by;
      if (!from.where.empty()) to.span = {code_span(from.where)};
      const TokenRange first = from.against.empty() ? from.range : from.against;
      const Span words = from.where.empty() ? span_of(in_.text, first) : from.where;
      const auto check = std::find_if(in_.policy.checks.begin(), in_.policy.checks.end(),
                                      [&](const CheckText& text) { return text.id == from.check; });
      if (check != in_.policy.checks.end()) {
        to.why = check->why;
        to.page = check->page;
        to.title = check->title;
      }
      // A house that asks for this reason says why itself.
      const auto own = std::find_if(from.reasons.begin(), from.reasons.end(),
                                    [](const FindingReason& reason) { return !reason.why.empty(); });
      if (own != from.reasons.end()) {
        to.why = own->why;
        to.page = own->page;
      }
      if (!to.span.empty()) {
        const OriginalPlace place = places_.find(words.begin);
        to.line = place.line;
        to.column = place.column;
        to.paragraph = place.paragraph;
        to.opening = place.opening;
      }
    }
  }

  void add_corrections(const Corrected& corrected) {
    for (std::size_t a = 0; a < std::min(corrected.attributions.size(), report_.attributions.size()); ++a)
      report_.attributions[a].fingerprint = corrected.attributions[a];
    for (std::size_t s = 0; s < std::min(corrected.sources.size(), report_.sources.size()); ++s)
      report_.sources[s].fingerprint = corrected.sources[s];
    for (std::size_t c = 0; c < corrected.all.size(); ++c) {
      const CorrectionOutcome& outcome = corrected.outcomes[c];
      report_.corrections.push_back({.said = corrected.all[c],
                                     .state = std::string(correction_state_name(outcome.state)),
                                     .why = outcome.why,
                                     .of = thing_id(corrected.all[c].kind, outcome.thing)});
    }
    for (const StruckReading& from : corrected.struck) {
      ReportStruck& to = report_.struck.emplace_back();
      to.fingerprint = from.fingerprint;
      to.cue = code_spans(from.reading.cue);
      for (const TokenRange& piece : from.reading.content) append(to.content, piece);
      if (from.correction < corrected.all.size()) to.correction = corrected.all[from.correction].id;
    }
    mark_corrected(report_);
  }

  [[nodiscard]] std::string thing_id(CorrectionKind kind, std::uint32_t thing) const {
    switch (kind) {
      case CorrectionKind::reading:
      case CorrectionKind::source:
        return attribution_id(thing);
      case CorrectionKind::named:
      case CorrectionKind::source_kind:
        return source_id(thing);
      case CorrectionKind::claim:
        return thing < claim_ids_.size() ? claim_ids_[thing] : std::string();
      case CorrectionKind::finding:
        break;
    }
    return {};
  }

  void add_notes() {
    for (const Annotation& from : in_.document.annotations) {
      ReportNote& to = report_.notes.emplace_back();
      to.id = fmt::format("n{}", report_.notes.size());
      to.kind = annotation_kind_name(from.kind);
      to.span = code_span(from.span);
      to.author = from.author;
      to.date = from.date;
      to.text = from.text;
      to.links = from.links;
      to.evidence = evidence_name(from.evidence);
    }
    for (const Agency& agency : in_.document.agencies) {
      const bool whole = agency.role == AgencyRole::source;
      report_.remarks.push_back(whole ? "the outlet has the story from " + agency.name
                                      : agency.name + " contributed to the story; what of it is not said");
    }
    for (const Diagnostic& remark : in_.document.diagnostics) report_.remarks.push_back(remark.message);
  }

  void add_score() {
    report_.total = in_.scorecard.total;
    report_.margin = in_.scorecard.margin;
    report_.grade = in_.scorecard.grade;
    report_.withheld = in_.scorecard.withheld.why;
    report_.withheld_id = in_.scorecard.withheld.id;
    report_.policy = in_.scorecard.policy;
    report_.policy_name = in_.policy.name;
    report_.questions = in_.policy.questions;
    for (const Measure& from : in_.scorecard.measures) {
      ReportMeasure& to = report_.measures.emplace_back();
      to.id = from.id;
      to.label = from.label;
      if (from.value) to.value = rounded(*from.value);
      to.weight = rounded(from.weight);
      to.evidence = attribution_ids(from.evidence);
      for (const std::uint32_t claim : from.claims) {
        if (claim < claim_ids_.size()) to.evidence.push_back(claim_ids_[claim]);
      }
    }
    for (const PackInfo& pack : in_.packs) report_.rules.push_back({pack.name, pack.version, pack.sha256});
  }

  const ReportInput& in_;
  TextIndex index_;
  PlaceIndex places_;
  Report report_;
  std::vector<std::string> claim_ids_;  // by index into Scorecard::claims
};

}  // namespace

Report make_report(const ReportInput& input) {
  return Maker(input).make();
}

}  // namespace hearsay
