// The page: a section per quotation, draft and original side by side. All words of texts pass escaped_line.
#include <fmt/format.h>

#include <algorithm>

#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"
#include "report/verification/verification_html.h"
#include "report/verification/write_verification.h"

namespace hearsay {
namespace {

/// `text` begins at code point `begin` of what spans count; those that hold words are marked.
std::string differing(std::string_view text, std::uint32_t begin, std::vector<CodeSpan> spans,
                      std::string_view element) {
  const TextIndex index(text);
  std::sort(spans.begin(), spans.end());
  std::string out;
  std::uint32_t at = 0;
  const auto put = [&](CodeSpan span, bool marked) {
    const std::string words = escaped(index.slice(span));
    out += marked ? fmt::format("<{0} class=\"m\">{1}</{0}>", element, words) : words;
  };
  for (const CodeSpan& span : spans) {
    if (span.first < begin || span.first - begin < at || span.first == span.second) continue;
    put({at, span.first - begin}, false);
    put({span.first - begin, span.second - begin}, true);
    at = span.second - begin;
  }
  put({at, index.size()}, false);
  return out;
}

std::string original_side(const ReportVerification& one) {
  if (one.passages.empty()) return "<p class=\"none\">Nothing in the originals that were given.</p>";
  std::string out;
  for (std::size_t i = 0; i < one.passages.size(); ++i) {
    const ReportPassage& passage = one.passages[i];
    const TextIndex index(passage.text);
    std::vector<CodeSpan> was;
    CodeSpan found = passage.found;
    if (i == 0) {
      for (const ReportDifference& difference : one.differences) {
        was.push_back(difference.was_span);
        if (difference.was_span.first == difference.was_span.second) continue;
        found.first = std::min(found.first, difference.was_span.first);
        found.second = std::max(found.second, difference.was_span.second);
      }
    }
    out += "<p dir=\"auto\"><span class=\"around\">" + escaped(index.slice({0, found.first})) + "</span>" +
           differing(index.slice(found), found.first, was, "del") + "<span class=\"around\">" +
           escaped(index.slice({found.second, index.size()})) + "</span></p>";
    out += fmt::format("<p class=\"where\" dir=\"auto\">{}, {}{}</p>", escaped_line(passage.document),
                       escaped_line(passage.place),
                       passage.speaker.empty() ? "" : ", <b>" + escaped_line(passage.speaker) + "</b>");
  }
  return out;
}

}  // namespace

std::string verification_section(const ReportVerification& one, std::string_view id) {
  std::vector<CodeSpan> is;
  for (const ReportDifference& difference : one.differences) is.push_back(difference.is_span);
  const std::string draft =
      one.span.size() == 1 ? differing(one.text, one.span.front().first, is, "ins") : escaped(one.text);
  return fmt::format(
      "<section class=\"held {}\" id=\"{}\">\n<h3>{}{}</h3>\n<p class=\"says\">{}{}</p>\n<div class=\"sides\">"
      "<div><h4>Draft</h4><p dir=\"auto\">{}</p></div><div><h4>Original</h4>{}</div></div>\n</section>\n",
      one.severity.empty() ? "allowed" : one.severity, escaped(id),
      one.severity.empty() ? "" : escaped(one.severity) + ": ", escaped(one.result), escaped(one.says),
      one.quoted ? "" : " (indirect words)", draft, original_side(one));
}

std::string write_verification_html(const VerificationReport& report) {
  return fill_places(verification_html(), [&](std::string_view part) -> std::string {
    if (part == "style") return std::string(verification_css());
    if (part == "policy") return security_policy(verification_css());
    if (part == "title") return "Quotations of " + escaped_line(report.title.empty() ? report.article : report.title);
    if (part == "kicker") {
      std::string out =
          fmt::format("held against {}: {}, {}, {} · policy {}", counted(report.originals, "original", "originals"),
                      counted(count_severity(report, "error"), "error", "errors"),
                      counted(count_severity(report, "warning"), "warning", "warnings"),
                      counted(count_severity(report, "note"), "note", "notes"), escaped_line(report.policy_name));
      for (const std::string& path : report.missing) out += "<br>No text in " + escaped_line(path);
      return out;
    }
    if (part == "quotations") {
      std::string out;
      std::size_t number = 0;
      for (const ReportVerification& one : report.all) {
        ++number;
        if (one.quoted || !one.severity.empty()) out += verification_section(one, fmt::format("q{}", number));
      }
      return out.empty() ? "<p class=\"none\">The draft quotes nobody.</p>" : out;
    }
    return {};
  });
}

}  // namespace hearsay
