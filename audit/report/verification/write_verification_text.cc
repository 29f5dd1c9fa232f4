// Entry: write_verification_text. Words that differ stand in [ ] and, with colour, underlined.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/emphasis.h"
#include "report/plain.h"
#include "report/text_index.h"
#include "report/verification/write_verification.h"

namespace hearsay {
namespace {

constexpr std::string_view kDiffers = "4;33";
constexpr std::string_view kGrave = "1;31";

class VerificationText {
 public:
  explicit VerificationText(const TextOptions& options)
      : width_(std::max<std::size_t>(40, options.width)), colour_(options.colour) {}

  std::string write(const VerificationReport& report) {
    std::size_t quotations = 0;
    for (const ReportVerification& one : report.all) quotations += one.quoted ? 1U : 0U;
    out_ = paint(fmt::format("{} held against {}", counted(quotations, "quotation", "quotations"),
                             counted(report.originals, "original", "originals")),
                 kBold);
    out_ += fmt::format(": {}, {}, {} (policy {})\n", counted(count_severity(report, "error"), "error", "errors"),
                        counted(count_severity(report, "warning"), "warning", "warnings"),
                        counted(count_severity(report, "note"), "note", "notes"), one_line(report.policy));
    for (const std::string& path : report.missing)
      out_ += fmt::format("no text in {}: what is not found may stand there\n", one_line(path));
    for (const ReportVerification& one : report.all) {
      if (one.quoted || !one.severity.empty()) add(one);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view words, std::string_view code) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }

  /// A text with the spans (code points, ascending) marked, over lines.
  void add_words(std::string_view label, std::string_view text, std::uint32_t begin, std::vector<CodeSpan> spans) {
    const TextIndex index(text);
    std::sort(spans.begin(), spans.end());
    out_ += fmt::format("  {:<9} ", label);
    std::size_t column = 12;
    std::uint32_t at = 0;
    const auto put = [&](std::string_view words, bool differs) {
      std::string line = one_line(words);
      if (line.empty()) return;
      if (differs) line = colour_ ? line : '[' + line + ']';
      std::size_t from = 0;
      while (from < line.size()) {
        const std::size_t end = std::min(line.find(' ', from), line.size());
        const std::string word = line.substr(from, end - from);
        const std::size_t width = display_width(word);
        if (column > 12 && column + 1 + width > width_) {
          out_ += "\n            ";
          column = 12;
        } else if (column > 12) {
          out_ += ' ';
          ++column;
        }
        out_ += differs ? paint(word, kDiffers) : word;
        column += width;
        from = end + 1;
      }
    };
    for (const CodeSpan& span : spans) {
      if (span.first < begin || span.first - begin < at) continue;
      put(index.slice({at, span.first - begin}), false);
      put(index.slice({span.first - begin, span.second - begin}), true);
      at = span.second - begin;
    }
    put(index.slice({at, index.size()}), false);
    out_ += '\n';
  }

  void add(const ReportVerification& one) {
    const std::string head = one.severity.empty() ? "ok" : one.severity;
    out_ += '\n' + paint(fmt::format("{}: {}", head, one.result), one.severity == "error" ? kGrave : kBold);
    out_ += paint(fmt::format(" · {}{}", one.says, one.quoted ? "" : " (indirect words)"), kDim) + '\n';
    std::vector<CodeSpan> is, was;
    for (const ReportDifference& difference : one.differences) {
      is.push_back(difference.is_span);
      was.push_back(difference.was_span);
    }
    // The words of several spans stand in one line each.
    if (one.span.size() == 1) {
      add_words("draft", one.text, one.span.front().first, is);
    } else {
      add_words("draft", one.text, 0, {});
    }
    for (std::size_t i = 0; i < one.passages.size(); ++i) {
      const ReportPassage& passage = one.passages[i];
      const TextIndex index(passage.text);
      CodeSpan shown = passage.found;
      if (i == 0) {
        for (const CodeSpan& span : was) {
          if (span.first == span.second) continue;
          shown.first = std::min(shown.first, span.first);
          shown.second = std::max(shown.second, span.second);
        }
      }
      add_words(i == 0 ? "original" : "and", index.slice(shown), shown.first, i == 0 ? was : std::vector<CodeSpan>());
      out_ += paint(fmt::format("            {}, {}{}", one_line(passage.document), one_line(passage.place),
                                passage.speaker.empty() ? "" : ", " + one_line(passage.speaker)),
                    kDim) +
              '\n';
    }
  }

  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string write_verification_text(const VerificationReport& report, const TextOptions& options) {
  return VerificationText(options).write(report);
}

}  // namespace hearsay
