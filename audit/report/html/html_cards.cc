// Entry: html_cards, html_chain, html_references. A card says all that is known of one attribution: what the rule saw,
// who is behind it, on which way it came, how sure that is and what is missing.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/html/html_article.h"
#include "report/html/html_panel.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {

namespace {

constexpr std::size_t kShownColumns = 240;  // of a claim's words in its card; the article has them all

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

std::string source_row(const ReportAttribution& attribution, const ReportIndex& index) {
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

std::string attribution_card(const ReportAttribution& attribution, const Report& report, const ReportIndex& index,
                             const TextIndex& text) {
  const Tone tone = index.tone(attribution);
  const ReportSource* source = index.source(attribution.source);
  std::string out = fmt::format(
      "<article class=\"card {0}\" id=\"{1}\" aria-labelledby=\"h-{1}\">\n"
      "<h3 id=\"h-{1}\"><span class=\"tag {0}\">{2}</span> <bdi>{3}</bdi> <span class=\"kind\">{4}, {5}</span></h3>\n"
      "<p class=\"back\"><a href=\"#in-{1}\" aria-label=\"Back to {2} in the text\">in the text</a></p>\n",
      tone_class(tone), attribution.id, mark_label(index, attribution),
      source == nullptr ? std::string("Nobody named") : escaped_line(cut_to(one_line(source->name), 60)),
      source == nullptr ? std::string("no source given") : escaped(spoken(source->kind)), type_words(attribution.type));
  const std::string said = excerpt(text, attribution.content);
  if (!said.empty()) out += "<blockquote dir=\"auto\">" + said + "</blockquote>\n";
  out += html_chain(attribution, index);
  const std::vector<std::string> gaps = index.gaps(attribution);
  if (gaps.empty()) {
    out += "<p class=\"traced\">Traced: everybody on the way is named.</p>\n";
  } else {
    out += "<ul class=\"gaps\" aria-label=\"What could not be traced\">";
    for (const std::string& gap : gaps) out += "<li>" + escaped_line(gap) + "</li>";
    out += "</ul>\n";
  }
  out += "<dl>\n";
  add_row(out, "Source", source_row(attribution, index));
  std::string rule = escaped_line(attribution.rule_name.empty() ? attribution.rule : attribution.rule_name);
  const std::string cue = excerpt(text, attribution.cue);
  if (!cue.empty()) rule += ", by the words “<i>" + cue + "</i>”";
  add_row(out, "Rule", rule + " <code>" + escaped_line(attribution.rule) + "</code>");
  add_row(out, "Confidence", fmt::format("{} %", std::lround(attribution.confidence * 100)));
  if (attribution.stance != "neutral") add_row(out, "Stance", escaped(spoken(attribution.stance)));
  add_row(out, "Told to", escaped_line(attribution.recipient));
  add_row(out, "Why unnamed", escaped_line(attribution.reason));
  if (const ReportClaim* claim = index.claim_of(attribution)) add_row(out, "Claim", claim_row(*claim));
  if (!attribution.within.empty()) add_row(out, "Said within", html_references({attribution.within}, index));
  add_row(out, "Evidence", link_rows(attribution.links));
  std::string found;
  for (const std::uint32_t i : index.findings_of(attribution)) {
    fmt::format_to(std::back_inserter(found), "{}<a href=\"#f{}\">{}</a>", found.empty() ? "" : ", ", i + 1,
                   escaped_line(report.findings[i].check));
  }
  add_row(out, "Findings", found);
  return out + "</dl>\n</article>\n";
}

std::string claim_card(const ReportClaim& claim, const TextIndex& text) {
  const std::string label = mark_label(claim);
  std::string out = fmt::format(
      "<article class=\"card none\" id=\"{0}\" aria-labelledby=\"h-{0}\">\n<h3 id=\"h-{0}\"><span class=\"tag "
      "none\">{1}</span> "
      "claim without attribution</h3>\n<p class=\"back\"><a href=\"#in-{0}\" aria-label=\"Back to {1} in the text\">in "
      "the "
      "text</a></p>\n",
      claim.id, label);
  out += "<blockquote dir=\"auto\">" + excerpt(text, claim.span) + "</blockquote>\n";
  out += "<ul class=\"gaps\"><li>The article does not say where this comes from.</li></ul>\n<dl>\n";
  add_row(out, "Claim", claim_row(claim));
  return out + "</dl>\n</article>\n";
}

std::uint32_t begin_of(const CodeSpans& spans) {
  return spans.empty() ? 0U : spans.front().first;
}

}  // namespace

std::string html_chain(const ReportAttribution& attribution, const ReportIndex& index) {
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

std::string html_references(const std::vector<std::string>& ids, const ReportIndex& index) {
  std::string out;
  for (const std::string& id : ids) {
    std::string label;
    Tone tone = Tone::none;
    std::string target = id;
    if (const ReportAttribution* attribution = index.attribution(id)) {
      if (!attribution->statement) continue;
      label = mark_label(index, *attribution);
      tone = index.tone(*attribution);
    } else if (const ReportClaim* claim = index.claim(id)) {
      // A claim that is attributed has no card of its own; its attribution's stands for it.
      const ReportAttribution* first =
          claim->attributions.empty() ? nullptr : index.attribution(claim->attributions.front());
      if (first != nullptr) {
        label = mark_label(index, *first);
        tone = index.tone(*first);
        target = first->id;
      } else if (claim->status == "unattributed") {
        label = mark_label(*claim);
      }
    }
    if (label.empty()) continue;
    fmt::format_to(std::back_inserter(out), "{}<a class=\"tag {}\" href=\"#{}\">{}</a>", out.empty() ? "" : " ",
                   tone_class(tone), target, label);
  }
  return out;
}

std::string html_cards(const Report& report, const ReportIndex& index) {
  if (!is_audited(report)) return "<p>Not looked for.</p>\n";
  if (report.attributions.empty() && index.unattributed().empty()) return "<p>No claim was found.</p>\n";
  const TextIndex text(report.text);
  std::string out;
  auto claim = index.unattributed().begin();
  const auto add_claims_before = [&](std::uint32_t place) {
    for (; claim != index.unattributed().end() && begin_of((*claim)->span) < place; ++claim)
      out += claim_card(**claim, text);
  };
  for (const ReportAttribution& attribution : report.attributions) {
    if (!attribution.statement) continue;
    add_claims_before(begin_of(attribution.content.empty() ? attribution.cue : attribution.content));
    out += attribution_card(attribution, report, index, text);
  }
  add_claims_before(text.size() + 1);
  return out;
}

}  // namespace hearsay
