#include "report/verification/make_verifications.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/fingerprint.h"
#include "report/place.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

std::string_view difference_kind_name(QuotedDifference::Kind kind) {
  using Kind = QuotedDifference::Kind;
  switch (kind) {
    case Kind::edit:
      return "edit";
    case Kind::number:
      return "number";
    case Kind::name:
      return "name";
    case Kind::negation:
      return "negation";
    case Kind::omission:
      return "omission";
    case Kind::disfluency:
      return "disfluency";
    case Kind::marked:
      return "marked";
    case Kind::condition:
      return "condition";
    case Kind::added:
      return "added";
  }
  return "edit";
}

CodeSpan code_span(const TextIndex& index, Span span) {
  return {index.code_point(span.begin), index.code_point(std::max(span.begin, span.end))};
}

ReportPassage passage_of(const OriginalPassage& from) {
  const TextIndex index(from.text);
  return {.document = from.document,
          .place = from.place,
          .speaker = from.speaker,
          .text = from.text,
          .found = code_span(index, from.found)};
}

/// Where nothing stands in the place of any word, the rest is not the original's: no wording of it.
std::string_view words_of(const Verification& one) {
  const bool rest = one.quoted && one.result == QuotationClass::paraphrase && !one.differences.empty() &&
                    std::all_of(one.differences.begin(), one.differences.end(),
                                [](const QuotedDifference& difference) { return difference.was.empty(); });
  return rest ? "part of it is not in the original" : quotation_class_words(one.result);
}

}  // namespace

std::vector<ReportVerification> make_verifications(const Document& document,
                                                   std::span<const Verification> verifications,
                                                   const QuotationSeverities& severities) {
  const TextIndex index(document.text);
  std::vector<ReportVerification> out;
  for (const Verification& one : verifications) {
    ReportVerification made{.result = std::string(quotation_class_name(one.result)),
                            .says = std::string(words_of(one)),
                            .quoted = one.quoted,
                            .shared = one.shared};
    if (one.attribution != kNone) made.attribution = "a" + std::to_string(one.attribution + 1);
    for (const Span& span : one.spans) {
      made.span.push_back(code_span(index, span));
      made.text.append(made.text.empty() ? "" : " … ").append(document.text, span.begin, span.size());
    }
    std::optional<Severity> severity = severities[static_cast<std::size_t>(one.result)];
    if (!one.quoted) {
      // Another wording is what indirect words are.
      if (one.result == QuotationClass::paraphrase || one.result == QuotationClass::not_found) severity.reset();
      if (severity) severity = std::min(*severity, Severity::warning);
    }
    if (severity) made.severity = severity_name(*severity);
    for (const OriginalPassage& passage : one.passages) made.passages.push_back(passage_of(passage));
    for (const QuotedDifference& difference : one.differences) {
      if (one.passages.empty()) break;
      const TextIndex there(one.passages.front().text);
      const auto slice = [](const std::string& text, Span span) { return text.substr(span.begin, span.size()); };
      made.differences.push_back({.kind = std::string(difference_kind_name(difference.kind)),
                                  .is = slice(document.text, difference.is),
                                  .was = slice(one.passages.front().text, difference.was),
                                  .is_span = code_span(index, difference.is),
                                  .was_span = code_span(there, difference.was)});
    }
    out.push_back(std::move(made));
  }
  return out;
}

std::string verification_message(const ReportVerification& one) {
  std::string message =
      (one.quoted ? "Held against the originals: " : "Indirect words held against the originals: ") + one.says;
  const auto telling = std::find_if(one.differences.begin(), one.differences.end(), [&](const ReportDifference& each) {
    return one.result.starts_with(each.kind) ||
           (one.result == "unmarked-omission" && (each.kind == "omission" || each.kind == "condition"));
  });
  const ReportDifference* shown = telling != one.differences.end() ? &*telling
                                  : !one.differences.empty()       ? &one.differences.front()
                                                                   : nullptr;
  if (shown != nullptr && one.result != "paraphrase" && one.result != "other-speaker" && one.result != "spliced") {
    if (shown->is.empty()) {
      message += fmt::format(", there also “{}”", shown->was);
    } else if (shown->was.empty()) {
      message += fmt::format(", there without “{}”", shown->is);
    } else {
      message += fmt::format(", “{}” where there is “{}”", shown->is, shown->was);
    }
  }
  if (!one.passages.empty()) {
    const ReportPassage& at = one.passages.front();
    message += fmt::format(" ({}, {}{}{})", at.document, at.place, at.speaker.empty() ? "" : ", ", at.speaker);
  }
  return message;
}

namespace {

/// Where a person said that it may stand, it is said so; what they said was of a finding that no stage knew.
void settle_finding(Report& report, ReportFinding& finding) {
  const auto print = read_fingerprint(finding.fingerprint);
  for (ReportCorrection& one : report.corrections) {
    if (one.said.kind != CorrectionKind::finding || one.said.target != print || one.state == "superseded") continue;
    one.state = "met";
    one.why.clear();
    if (one.said.value != "settled") continue;
    finding.suppressed = one.said.reason;
    finding.settled_by = one.said.by;
  }
}

}  // namespace

void add_verifications(const Document& document, std::vector<ReportVerification> verifications, Report& report) {
  const TextIndex index(document.text);
  const PlaceIndex places(document, index);
  for (const ReportVerification& one : verifications) {
    if (one.severity.empty() || one.span.empty()) continue;
    ReportFinding finding{.check = std::string(kQuotationDiffers),
                          .severity = one.severity,
                          .message = verification_message(one),
                          .span = one.span,
                          .why = "What stands between quotation marks is read as the speaker's own words.",
                          .title = "A quotation that is not as in its origin",
                          .kind = "other",
                          .reasons = {{one.result, one.says}}};
    if (!one.attribution.empty()) finding.attributions.push_back(one.attribution);
    finding.fingerprint =
        sha256_hex(std::string(kQuotationDiffers) + '\n' + one.result + '\n' + one.text).substr(0, 16);
    const OriginalPlace place = places.find(index.byte(one.span.front().first));
    finding.line = place.line;
    finding.column = place.column;
    finding.paragraph = place.paragraph;
    finding.opening = place.opening;
    settle_finding(report, finding);
    const auto at = std::upper_bound(report.findings.begin(), report.findings.end(), finding,
                                     [](const ReportFinding& a, const ReportFinding& b) {
                                       if (a.span.empty() || b.span.empty()) return a.span.empty() && !b.span.empty();
                                       return a.span.front() < b.span.front();
                                     });
    report.findings.insert(at, std::move(finding));
  }
  report.verifications = std::move(verifications);
}

}  // namespace hearsay
