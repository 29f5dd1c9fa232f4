// A hover is a few lines of "name: words"; as Markdown every mark in words of the article is escaped.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "lsp/answers.h"
#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostColumns = 300;  // of one value
constexpr std::size_t kMostPassages = 3;   // of what is put together from parts
constexpr std::size_t kMostDifferences = 8;

/// What Markdown would read something into; an address is taken apart so that no client makes a link of it.
bool is_mark(std::string_view line, std::size_t at) {
  constexpr std::string_view kMarks = "\\`*_[]#|~!$";
  const std::string_view rest = line.substr(at);
  return kMarks.find(line[at]) != std::string_view::npos || rest.starts_with("://") ||
         (rest[0] == '.' && at >= 3 && lower(line.substr(at - 3, 3)) == "www");
}

/// Lines of text, as Markdown or plain.
class Lines {
 public:
  explicit Lines(bool markdown) : markdown_(markdown) {}

  [[nodiscard]] std::string escaped(std::string_view words) const {
    std::string line = cut_to(one_line(words), kMostColumns);
    if (!markdown_) return line;
    std::string result;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '<') {
        result += "&lt;";
      } else if (line[at] == '&') {
        result += "&amp;";
      } else {
        if (is_mark(line, at)) result += '\\';
        result += line[at];
      }
    }
    return result;
  }

  void title(std::string_view words) {
    if (!text_.empty()) text_ += '\n';
    text_ += markdown_ ? "**" + escaped(words) + "**\n\n" : escaped(words) + '\n';
  }

  void line(std::string_view name, std::string_view words) {
    if (words.empty()) return;
    text_ += fmt::format(fmt::runtime(markdown_ ? "- {}: {}\n" : "  {}: {}\n"), name, escaped(words));
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  bool markdown_;
  std::string text_;
};

template <class Items>
const typename Items::value_type* with_id(const Items& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool holds(const LspAudit& audit, const CodeSpans& spans, std::uint32_t byte) {
  return std::any_of(spans.begin(), spans.end(), [&](const CodeSpan& span) {
    const Span place = audit.place(span);
    return place.begin <= byte && byte < place.end;
  });
}

std::uint32_t size_of(const CodeSpans& spans) {
  std::uint32_t size = 0;
  for (const CodeSpan& span : spans) size += span.second - span.first;
  return size;
}

const ReportAttribution* attribution_at(const LspAudit& audit, std::uint32_t byte) {
  const ReportAttribution* innermost = nullptr;
  std::uint32_t least = 0;
  for (const ReportAttribution& one : audit.report().attributions) {
    if (!one.statement) continue;
    if (!holds(audit, one.source_span, byte) && !holds(audit, one.cue, byte) && !holds(audit, one.content, byte))
      continue;
    const std::uint32_t size = size_of(one.source_span) + size_of(one.cue) + size_of(one.content);
    if (innermost != nullptr && size >= least) continue;
    innermost = &one;
    least = size;
  }
  return innermost;
}

const ReportClaim* claim_at(const LspAudit& audit, std::uint32_t byte) {
  const ReportClaim* innermost = nullptr;
  for (const ReportClaim& one : audit.report().claims) {
    if (!holds(audit, one.span, byte)) continue;
    if (innermost == nullptr || size_of(one.span) < size_of(innermost->span)) innermost = &one;
  }
  return innermost;
}

/// The quotation, or the indirect words, that were held against originals here.
const ReportVerification* verification_at(const LspAudit& audit, std::uint32_t byte) {
  const ReportVerification* innermost = nullptr;
  for (const ReportVerification& one : audit.report().verifications) {
    if (!holds(audit, one.span, byte)) continue;
    if (innermost == nullptr || size_of(one.span) < size_of(innermost->span)) innermost = &one;
  }
  return innermost;
}

void write_source(const ReportSource& source, Lines& lines) {
  lines.line("source", source.name);
  lines.line("kind", source.kind + (source.anonymous ? ", anonymous" : ""));
  lines.line("described as", source.description.value_or(""));
  lines.line("affiliation", source.affiliation.value_or(""));
  if (!source.reliability.empty())
    lines.line("reliability", source.reliability + " (A to F), given by " + source.reliability_by);
  if (source.judgement) lines.line("judged", judgement_words(*source.judgement));
}

std::string chain_of(const ReportAttribution& attribution) {
  std::string chain = "article";
  for (const ReportHop& hop : attribution.chain) {
    chain += " ← " + hop.name;
    if (!hop.medium.empty()) chain += " (" + hop.medium + ")";
  }
  return attribution.traced ? chain : chain + "; not traced to a named origin";
}

void write_attribution(const Report& report, const ReportAttribution& attribution, Lines& lines) {
  lines.title("Attribution, " + attribution.type);
  if (const ReportSource* source = with_id(report.sources, attribution.source)) {
    write_source(*source, lines);
  } else {
    lines.line("source", "not stated");
  }
  lines.line("chain", chain_of(attribution));
  lines.line("medium", attribution.medium);
  lines.line("told to", attribution.recipient);
  lines.line("not named because", attribution.reason);
  if (attribution.stance != "neutral") lines.line("stance", attribution.stance);
  lines.line("rule", attribution.rule + " (" + attribution.rule_name + ")");
  lines.line("confidence", fmt::format("{:.2f}", attribution.confidence));
}

void write_claim(const ReportClaim& claim, Lines& lines) {
  lines.title("Claim" + (claim.kind.empty() ? "" : ", " + claim.kind));
  lines.line("status", claim.status);
  if (claim.credibility != 0)
    lines.line("credibility", fmt::format("{} (1 is best, 6 cannot be judged)", claim.credibility));
}

void write_passage(const ReportPassage& passage, Lines& lines) {
  const TextIndex index(passage.text);
  lines.line("passage", "“" + std::string(index.slice(passage.found)) + "”");
  lines.line("document", passage.document);
  lines.line("place", passage.place);
  lines.line("speaker there", passage.speaker.empty() ? "not told" : passage.speaker);
}

void write_verification(const ReportVerification& one, Lines& lines) {
  lines.title((one.quoted ? "Held against originals: " : "Indirect words held against originals: ") + one.says);
  lines.line("class", one.result + (one.severity.empty() ? "" : ", " + one.severity));
  for (std::size_t i = 0; i < std::min(one.passages.size(), kMostPassages); ++i) write_passage(one.passages[i], lines);
  for (std::size_t i = 0; i < std::min(one.differences.size(), kMostDifferences); ++i) {
    const ReportDifference& difference = one.differences[i];
    lines.line("differs", difference.is.empty()    ? "there also “" + difference.was + "”"
                          : difference.was.empty() ? "there without “" + difference.is + "”"
                                                   : "“" + difference.is + "”, there “" + difference.was + "”");
  }
}

}  // namespace

Json hover_at(const LspAudit& audit, LspPosition position, const LspClient& client) {
  const std::uint32_t byte = audit.positions().byte(position);
  const ReportAttribution* attribution = attribution_at(audit, byte);
  const ReportClaim* claim = claim_at(audit, byte);
  const ReportVerification* verification = verification_at(audit, byte);
  if (attribution == nullptr && claim == nullptr && verification == nullptr) return nullptr;
  Lines lines(client.markdown);
  Span range;
  if (attribution != nullptr) {
    write_attribution(audit.report(), *attribution, lines);
    for (const CodeSpans* spans : {&attribution->cue, &attribution->source_span, &attribution->content}) {
      if (holds(audit, *spans, byte)) range = audit.hull(*spans);
    }
  }
  if (verification != nullptr) {
    write_verification(*verification, lines);
    if (range.empty()) range = audit.hull(verification->span);
  }
  if (claim != nullptr) {
    write_claim(*claim, lines);
    if (range.empty()) range = audit.hull(claim->span);
  }
  return {{"contents", {{"kind", client.markdown ? "markdown" : "plaintext"}, {"value", lines.text()}}},
          {"range", range_json(audit.positions(), range)}};
}

}  // namespace hearsay
