// One function per stage; they share a printer that knows places.
#include "dump.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "base/line_index.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 14> kStages = {"text",     "blocks",  "tokens",       "sentences", "quotes",
                                                      "mentions", "matches", "attributions", "entities",  "sources",
                                                      "trace",    "genre",   "facts",        "scorecard"};

constexpr std::array<std::string_view, 18> kBlockKinds = {
    "headline", "standfirst", "byline", "dateline", "date",    "paragraph", "heading", "list-item", "blockquote",
    "caption",  "pull-quote", "embed",  "post",     "post-by", "read-more", "note",    "comments",  "boilerplate"};

class Printer {
 public:
  Printer(const Analysis& analysis, const Engine& engine)
      : a_(analysis), engine_(engine), lines_(analysis.document.text) {}

  std::string take() { return std::move(out_); }

  void blocks() {
    for (const Block& block : a_.document.blocks) {
      line(block.span, kBlockKinds.at(static_cast<std::size_t>(block.kind)), words(block.span));
    }
    for (const Link& link : a_.document.links) line(link.span, "link", words(link.span) + " → " + one_line(link.href));
  }

  void tokens() {
    for (std::size_t i = 0; i < a_.text.tokens.size(); ++i) {
      const Token& token = a_.text.tokens[i];
      line({token.begin, token.end}, tag_name(i < a_.tags.size() ? a_.tags[i] : Tag::none),
           std::string(token_text(a_.document, token)));
    }
  }

  void sentences() {
    for (const Sentence& sentence : a_.text.sentences) line(span(sentence.tokens), "sentence", words(sentence.tokens));
  }

  void quotes() {
    std::size_t index = 0;
    for (const Quotation& quote : a_.text.quotations) {
      std::string kind = fmt::format("q{}", ++index);
      if (!quote.closed) kind += " open";
      if (quote.scare) kind += " scare";
      if (quote.parent != kNone) kind += fmt::format(" in q{}", quote.parent + 1);
      if (quote.continues != kNone) kind += fmt::format(" after q{}", quote.continues + 1);
      line(span(quote.tokens), kind, words(quote.tokens));
    }
  }

  void mentions() {
    for (const Mention& mention : a_.mentions.all) {
      std::string kind(source_kind_name(mention.kind));
      if (mention.pronoun) kind += " pronoun";
      if (mention.compound) kind += " compound";
      line(span(mention.range), kind, words(mention.range));
      part("name", mention.name);
      part("role", mention.role);
      part("affiliation", mention.affiliation);
      part("count", mention.count);
      if (mention.register_entry != kNone) add("register", engine_.pack.registers.entry(mention.register_entry).id);
    }
  }

  void matches() {
    for (const Match& match : a_.matches) {
      line(span(match.whole), engine_.pack.program.rules[match.rule].id, words(match.whole));
      part("cue", match.cue);
      for (std::size_t slot = 0; slot < kSlotCount; ++slot) {
        if (static_cast<Slot>(slot) != Slot::cue) part(slot_name(static_cast<Slot>(slot)), match.slots.at(slot));
      }
    }
  }

  void attributions() {
    std::size_t index = 0;
    for (const Attribution& attribution : a_.attributions) {
      const std::string rule = attribution.rule == kNone ? (is_embedded_post(attribution) ? "embed" : "evidence")
                                                         : engine_.pack.program.rules[attribution.rule].id;
      line(span(attribution.cue), fmt::format("a{} {} {}", ++index, attribution_type_name(attribution.type), rule),
           fmt::format("{} ({:.2f})", words(attribution.cue), attribution.confidence));
      if (attribution.mode == SourceMode::author) add("source", "(the author)");
      part("source", attribution.source);
      for (const TokenRange& content : attribution.content) part("content", content);
      for (const TokenRange& via : attribution.via) part("via", via);
      part("recipient", attribution.recipient);
      if (attribution.medium != Medium::none) add("medium", medium_name(attribution.medium));
      if (attribution.stance != Stance::neutral) add("stance", stance_name(attribution.stance));
      part("reason", attribution.reason);
      if (attribution.asked_anonymity) add("anonymity", "asked for");
      if (attribution.negated) add("negated", "yes");
      if (!attribution.statement) add("statement", "no");
      if (attribution.within != kNone) add("within", fmt::format("a{}", attribution.within + 1));
    }
  }

  void entities() {
    for (std::size_t m = 0; m < a_.mentions.all.size() && m < a_.sources.identities.size(); ++m) {
      const Identity& reference = a_.sources.identities[m];
      if (reference.entity == kNone) continue;
      line(span(a_.mentions.all[m].core), fmt::format("e{}", reference.entity + 1),
           fmt::format("{} ({:.2f})", words(a_.mentions.all[m].core), reference.certainty));
    }
  }

  void sources() {
    std::size_t index = 0;
    for (const Source& source : a_.sources.all) {
      const Span place = source.mentions.empty() ? Span{} : span(source.mentions.front());
      line(place, fmt::format("s{} {}", ++index, source_kind_name(source.kind)), one_line(source.name));
      if (source.anonymous)
        add("anonymous", source.specificity == Specificity::none ? "yes" : specificity_name(source.specificity));
      for (const std::string& alias : source.aliases) add("alias", alias);
      add_known("description", source.description);
      add_known("affiliation", source.affiliation);
      if (source.reliability != 0) add("reliability", std::string(1, source.reliability));
      std::string used;
      for (std::size_t i = 0; i < a_.sources.of_attribution.size(); ++i) {
        if (a_.sources.of_attribution[i] + 1 == index) used += fmt::format("{}a{}", used.empty() ? "" : " ", i + 1);
      }
      add_known("says", used);
    }
  }

  void trace() {
    for (const Agency& agency : a_.document.agencies)
      line({}, agency.role == AgencyRole::source ? "agency" : "agency contributed", one_line(agency.name));
    for (std::size_t i = 0; i < a_.trace.chains.size(); ++i) {
      const Chain& chain = a_.trace.chains[i];
      std::string path = "article";
      for (const std::uint32_t agency : chain.agencies)
        path += " ← " + one_line(a_.document.agencies[agency].name) + " [wire]";
      for (const Hop& hop : chain.hops) {
        path += " ← " + (hop.source == kNone ? std::string("(not stated)") : one_line(a_.sources.all[hop.source].name));
        if (hop.medium != Medium::none) path += fmt::format(" [{}]", medium_name(hop.medium));
      }
      const std::string kind = fmt::format("a{} {} {}", i + 1, chain.traced ? "traced" : "untraced", chain.weakest);
      line(span(a_.attributions[i].cue), kind, path);
      if (const Setting& setting = a_.sources.setting[i]; setting.carried)
        add("medium", fmt::format("{} of “{}”", medium_name(setting.medium), one_line(words(setting.words))));
      for (const std::uint32_t link : chain.links) add("link", a_.document.links[link].href);
    }
  }

  void genre() {
    const Genre& genre = a_.scorecard.genre;
    line({}, "genre", genre.id.empty() ? "not known" : genre.id);
    add_known("told by", genre_source_words(genre.source));
    add_known("detail", genre.detail);
    add("certainty", fmt::format("{:.2f}", genre.certainty));
    for (const GenreSign& sign : genre.writing)
      add(sign.name, fmt::format("{:+.2f} ({:.1f})", sign.weight, sign.amount));
  }

  void scorecard() {
    const Scorecard& card = a_.scorecard;
    if (card.total) {
      out_ += fmt::format("{} {} by policy {}\n", *card.total, card.grade, card.policy);
    } else {
      out_ += fmt::format("withheld ({}): {}\n", card.withheld.id, card.withheld.why);
    }
    for (const Measure& measure : card.measures) {
      const std::string value = measure.value ? fmt::format("{:.3f}", *measure.value) : "n/a";
      out_ += fmt::format("{} × {:.2f}\t{}\n", value, measure.weight, measure.id);
    }
    for (const Claim& claim : card.claims) {
      line(span(claim.range),
           fmt::format("claim {} {} {}", claim.kind, claim_status_name(claim.status), claim.credibility),
           words(claim.range));
    }
    for (const Finding& finding : card.findings) line(span(finding.range), finding.check, one_line(finding.message));
  }

 private:
  [[nodiscard]] Span span(TokenRange range) const { return span_of(a_.text, range); }
  [[nodiscard]] std::string words(TokenRange range) const { return words(span(range)); }
  [[nodiscard]] std::string words(Span place) const {
    return one_line(std::string_view(a_.document.text).substr(place.begin, place.size()));
  }

  // White space of any kind as one space, so that an item stays on its line.
  [[nodiscard]] static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
      const bool space = static_cast<unsigned char>(c) <= ' ';
      if (!space) {
        line += c;
      } else if (!line.empty() && line.back() != ' ') {
        line += ' ';
      }
    }
    return line;
  }

  void line(Span place, std::string_view kind, std::string_view text) {
    const LineColumn at = lines_.position(place.begin);
    fmt::format_to(std::back_inserter(out_), "{}:{}\t{}\t{}\n", at.line, at.column, kind, text);
  }
  void part(std::string_view name, TokenRange range) {
    if (!range.empty()) add(name, words(range));
  }
  void add(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out_), "\t{}: {}\n", name, one_line(value));
  }
  void add_known(std::string_view name, std::string_view value) {
    if (!value.empty()) add(name, value);
  }

  const Analysis& a_;
  const Engine& engine_;
  LineIndex lines_;
  std::string out_;
};

}  // namespace

std::optional<Stage> stage_named(std::string_view name) {
  for (std::size_t i = 0; i < kStages.size(); ++i) {
    if (kStages.at(i) == name) return static_cast<Stage>(i);
  }
  return std::nullopt;
}

std::span<const std::string_view> stage_names() {
  return kStages;
}

std::string dump(Stage stage, const Analysis& analysis, const Engine& engine) {
  if (stage == Stage::text) return analysis.document.text;
  Printer printer(analysis, engine);
  switch (stage) {
    case Stage::text:
      break;
    case Stage::blocks:
      printer.blocks();
      break;
    case Stage::tokens:
      printer.tokens();
      break;
    case Stage::sentences:
      printer.sentences();
      break;
    case Stage::quotes:
      printer.quotes();
      break;
    case Stage::mentions:
      printer.mentions();
      break;
    case Stage::matches:
      printer.matches();
      break;
    case Stage::attributions:
      printer.attributions();
      break;
    case Stage::entities:
      printer.entities();
      break;
    case Stage::sources:
      printer.sources();
      break;
    case Stage::trace:
      printer.trace();
      break;
    case Stage::genre:
      printer.genre();
      break;
    case Stage::facts:
      return dump_facts_json(analysis, engine);
    case Stage::scorecard:
      printer.scorecard();
      break;
  }
  return printer.take();
}

}  // namespace hearsay
