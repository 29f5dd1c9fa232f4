// Entry: html_cards. A card says all that is known of one passage: what the rule saw, who is behind it, on
// which way it came, how sure that is and what is missing. Folded, it is a line or two.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/html/html_panel.h"
#include "report/html/references.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {

namespace {

constexpr std::size_t kShownColumns = 240;  // of a claim's words in its card; the article has them all
constexpr std::size_t kNameColumns = 60;
constexpr std::size_t kCardsAtOnce = 40;  // cards between two folds of a long list

std::string excerpt(const TextIndex& text, const CodeSpans& spans) {
  std::string said;
  for (const CodeSpan& span : spans) {
    const std::uint32_t end = std::min(span.second, span.first + static_cast<std::uint32_t>(kShownColumns) + 1);
    said += (said.empty() ? "" : " … ") + one_line(text.slice({span.first, end}));
    if (said.size() > 4 * kShownColumns) break;
  }
  return escaped(cut_to(said, kShownColumns));
}

std::string_view type_words(std::string_view type) {
  return type == "direct" ? "quoted" : type == "mixed" ? "partly quoted" : "paraphrased";
}

void add_row(std::string& out, std::string_view term, std::string_view html) {
  if (!html.empty()) fmt::format_to(std::back_inserter(out), "<dt>{}</dt><dd>{}</dd>\n", term, html);
}

std::string who_row(const ReportAttribution& attribution, const ReportIndex& index) {
  const ReportSource* source = index.source(attribution.source);
  if (source == nullptr) return "none given";
  std::string out = fmt::format("<a href=\"#{}\"><bdi>{}</bdi></a>, {}", source->id, escaped_line(source->name),
                                escaped(spoken(source->kind)));
  if (!source->reliability.empty())
    fmt::format_to(std::back_inserter(out), "; reliability {} ({}), given by {}", escaped(source->reliability),
                   reliability_words(source->reliability), escaped_line(source->reliability_by));
  return out;
}

std::string claim_row(const ReportClaim& claim) {
  std::string out = claim.kind.empty() ? std::string() : escaped(claim.kind) + "; ";
  if (claim.credibility == 0) return claim.kind.empty() ? std::string() : escaped(claim.kind);
  fmt::format_to(std::back_inserter(out), "credibility {} ({})", claim.credibility,
                 credibility_words(claim.credibility));
  return out;
}

std::string link_rows(const std::vector<std::string>& links) {
  std::string out;
  for (const std::string& link : links) {
    out += (out.empty() ? "" : "<br>") + outer_link(link, cut_to(one_line(link), 70));
  }
  return out;
}

/// "97 %, that this is the source 61 %": how sure the two readings of it are.
std::string sure_row(const ReportAttribution& attribution) {
  std::string out = fmt::format("{} % that this is said here", std::lround(attribution.confidence * 100));
  if (!attribution.source.empty() && attribution.source_confidence > 0)
    out += fmt::format(", {} % that it is this source", std::lround(attribution.source_confidence * 100));
  return out;
}

std::string relays_of(const ReportAttribution& attribution, const ReportIndex& index) {
  std::string out;
  for (const std::string& id : attribution.via) {
    if (const ReportSource* relay = index.source(id))
      out += (out.empty() ? "" : ", ") + escaped(cut_to(one_line(relay->name), kNameColumns));
  }
  return out.empty() ? out : " <span class=\"kind\">via <bdi>" + out + "</bdi></span>";
}

/// The card's outside: what is seen while it is folded.
struct Cover {
  std::string title;   // HTML
  std::string kind;    // escaped
  std::string relays;  // HTML
  std::string said;    // escaped
  std::string_view source;
};

std::string card_cover(const Passage& passage, const Cover& cover) {
  std::string out = fmt::format(
      "<details class=\"card {0}{1}\" id=\"{2}\" data-l data-k=\"{0}\" data-s=\"{3}\">\n"
      "<summary><h3>{4} {5} <span class=\"kind\">{6}</span>{7}{8}</h3>",
      tone_class(passage.tone), unsure_class(passage), passage.id, cover.source, html_label(passage), cover.title,
      cover.kind, cover.relays, passage.unsure ? " <span class=\"maybe\">perhaps</span>" : "");
  if (!cover.said.empty()) out += "<span class=\"said\" dir=\"auto\">" + cover.said + "</span>";
  out += fmt::format(
      "</summary>\n<p class=\"back\"><a href=\"#in-{0}\">{1} in the text</a> <a class=\"close\" href=\"#in-{0}\">"
      "Close {1}</a></p>\n",
      passage.id, passage.label());
  return out;
}

/// The chain drawn as boxes from the article to the origin (an ordered list underneath).
std::string chain_drawn(const ReportAttribution& attribution, const ReportIndex& index) {
  if (attribution.chain.empty()) return {};
  std::string out =
      "<ol class=\"chain\" aria-label=\"Chain from the article to the origin\"><li class=\"hop article\">"
      "<span class=\"box\">this article</span></li>";
  for (const ReportHop& hop : attribution.chain) {
    const ReportSource* source = index.source(hop.source);
    const Tone tone = source == nullptr ? Tone::none : index.tone(*source);
    fmt::format_to(
        std::back_inserter(out), "<li class=\"hop {}\"><span class=\"arrow\">{}</span>", tone_class(tone),
        hop.medium.empty() ? std::string() : "<span class=\"medium\">" + escaped(spoken(hop.medium)) + "</span>");
    fmt::format_to(std::back_inserter(out), "<span class=\"box\"><bdi>{}</bdi>{}</span></li>", escaped_line(hop.name),
                   tone == Tone::anonymous ? " <small>not named</small>" : "");
  }
  return out + "</ol>\n";
}

std::string attribution_card(const Passage& passage, const Report& report, const ReportIndex& index,
                             const TextIndex& text) {
  const ReportAttribution& attribution = *passage.attribution;
  const ReportSource* source = index.source(attribution.source);
  std::string title = source == nullptr ? std::string("Nobody named")
                                        : "<bdi>" + escaped(cut_to(one_line(source->name), kNameColumns)) + "</bdi>";
  if (passage.source_unsure) title = "perhaps " + title;
  std::string out = card_cover(
      passage,
      {.title = title,
       .kind = source == nullptr ? fmt::format("no source given, {}", type_words(attribution.type))
                                 : fmt::format("{}, {}", escaped(spoken(source->kind)), type_words(attribution.type)),
       .relays = relays_of(attribution, index),
       .said = excerpt(text, attribution.content),
       .source = source == nullptr ? std::string_view() : std::string_view(source->id)});
  out += chain_drawn(attribution, index);
  const std::vector<std::string> gaps = index.gaps(attribution);
  if (gaps.empty()) {
    out += "<p class=\"traced\">Traced: everybody on the way is named.</p>\n";
  } else {
    out += "<ul class=\"gaps\" aria-label=\"What could not be traced\">";
    for (const std::string& gap : gaps) out += "<li>" + escaped_line(gap) + "</li>";
    out += "</ul>\n";
  }
  out += "<dl>\n";
  add_row(out, "Source", who_row(attribution, index));
  add_row(out, "How sure", sure_row(attribution));
  std::string rule = escaped_line(attribution.rule_name.empty() ? attribution.rule : attribution.rule_name);
  const std::string cue = excerpt(text, attribution.cue);
  if (!cue.empty()) rule += ", by the words “<i>" + cue + "</i>”";
  add_row(out, "Rule", rule + " <code>" + escaped_line(attribution.rule) + "</code>");
  if (attribution.stance != "neutral") add_row(out, "Stance", escaped(spoken(attribution.stance)));
  add_row(out, "Told to", escaped_line(attribution.recipient));
  add_row(out, "Why unnamed", escaped_line(attribution.reason));
  if (const ReportClaim* claim = index.claim_of(attribution)) add_row(out, "Claim", claim_row(*claim));
  if (!attribution.within.empty()) add_row(out, "Said within", html_references({attribution.within}, index));
  add_row(out, "Evidence", link_rows(attribution.links));
  std::string found;
  for (const std::uint32_t i : index.findings_of(attribution)) {
    const ReportFinding& finding = report.findings[i];
    found += fmt::format("{0}<a href=\"#f{1}\">{1}. {2}</a>", found.empty() ? "" : "<br>", index.finding_number(i),
                         escaped_line(finding.title.empty() ? finding.check : finding.title));
  }
  add_row(out, "Findings", found);
  add_row(out, "In the data", "<code>" + escaped(attribution.id) + "</code>");
  return out + "</dl>\n</details>\n";
}

std::string claim_card(const Passage& passage, const TextIndex& text) {
  const ReportClaim& claim = *passage.claim;
  std::string out = card_cover(passage, {.title = "Nobody named",
                                         .kind = "claim without a source",
                                         .relays = {},
                                         .said = excerpt(text, claim.span),
                                         .source = {}});
  out += "<ul class=\"gaps\"><li>The article does not say where this comes from.</li></ul>\n<dl>\n";
  add_row(out, "Claim", claim_row(claim));
  add_row(out, "In the data", "<code>" + escaped(claim.id) + "</code>");
  return out + "</dl>\n</details>\n";
}

/// The claims by how far they lead back, each counted once.
std::string told_of(const ReportIndex& index) {
  std::size_t traced = 0;
  for (const Passage& passage : index.passages())
    traced += passage.attribution != nullptr && passage.attribution->traced ? 1U : 0U;
  const std::size_t unnamed = index.passages_of(Tone::anonymous), nobody = index.passages_of(Tone::none);
  std::string out =
      fmt::format("{}: {} traced to a named origin", counted(index.passages().size(), "claim", "claims"), traced);
  if (unnamed != 0) out += fmt::format(", {} from somebody not named", unnamed);
  if (nobody != 0) out += fmt::format(", {} without a source", nobody);
  return out + ".";
}

}  // namespace

std::string html_cards(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  if (index.passages().empty()) return "<p>No claim was found.</p>\n";
  const TextIndex text(report.text);
  std::string out = "<p class=\"told\">" + told_of(index) + "</p>\n<div class=\"cards\" id=\"claims-none\">\n";
  const std::size_t all = index.passages().size();
  const std::size_t step = all <= kCardsAtOnce + kCardsAtOnce / 4 ? all : kCardsAtOnce;
  for (std::size_t i = 0; i < all; ++i) {
    if (i != 0 && i % step == 0) {
      out += fmt::format("{}<details class=\"later\"><summary>Claims {} to {}</summary>\n",
                         i == step ? "" : "</details>\n", i + 1, std::min(i + step, all));
    }
    const Passage& passage = index.passages()[i];
    out += passage.claim != nullptr ? claim_card(passage, text) : attribution_card(passage, report, index, text);
  }
  return out + (step < all ? "</details>\n</div>\n" : "</div>\n");
}

}  // namespace hearsay
