// Each suppression meets the findings of its check whose first word lies in the block behind it.
#include "score/suppress.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/digest.h"

namespace hearsay {
namespace {

/// The block a suppression speaks of: the first that is read and ends behind it.
Span block_behind(const Document& document, const Suppression& one) {
  for (const Block& block : document.blocks) {
    if (is_read(block.kind) && block.span.begin >= one.span.end) return block.span;
  }
  return {};
}

/// Whether a suppression speaks of this finding. The id that a check or a reason had before is as good as the new one;
/// a reason's lets the finding stand that gives it.
bool means(const Suppression& one, const Finding& finding, std::string_view now) {
  const std::size_t slash = now.find('/');
  if (finding.check == one.check || finding.check == now) return true;
  if (slash == std::string_view::npos || finding.check != now.substr(0, slash)) return false;
  return std::any_of(finding.reasons.begin(), finding.reasons.end(),
                     [&](const FindingReason& reason) { return reason.id == now.substr(slash + 1); });
}

Finding about(const Suppression& one, std::string_view check, std::string message) {
  Finding finding;
  finding.check = check;
  finding.severity = Severity::warning;
  finding.message = std::move(message);
  finding.where = one.span;
  return finding;
}

}  // namespace

void suppress(const Document& document, const Text& text, const Policy& policy, std::vector<Finding>& findings) {
  if (document.suppressions.empty()) return;
  std::vector<Finding> own;
  for (const Suppression& one : document.suppressions) {
    if (!one.words.empty()) continue;
    if (one.reason.empty()) {
      own.push_back(about(one, kUnreasonedSuppression,
                          one.check.empty()
                              ? std::string("a suppression names no check")
                              : fmt::format("“{}” is suppressed without a reason, so it is not", one.check)));
      continue;
    }
    const Span block = one.article ? Span{} : block_behind(document, one);
    const auto renamed = std::find_if(policy.renamed.begin(), policy.renamed.end(),
                                      [&](const auto& pair) { return pair.first == one.check; });
    const std::string_view now = renamed == policy.renamed.end() ? std::string_view() : renamed->second;
    if (!now.empty()) {
      own.push_back(about(one, kRenamedSuppression, fmt::format("“{}” is {} now", one.check, now)));
      own.back().severity = Severity::note;
    }
    bool used = false;
    for (Finding& finding : findings) {
      if (!means(one, finding, now)) continue;
      const bool whole = finding.range.empty();
      if (!one.article &&
          (whole || !block.contains(Span{span_of(text, finding.range).begin, span_of(text, finding.range).begin})))
        continue;
      if (finding.suppressed.empty()) finding.suppressed = one.reason;
      used = true;
    }
    if (!used && one.check != kQuotationDiffers)
      own.push_back(about(one, kUnusedSuppression,
                          fmt::format("“{}” is suppressed here but finds nothing {}", one.check,
                                      one.article ? "in this article" : "in the paragraph that follows")));
  }
  std::map<std::string, int> seen;
  for (Finding& finding : own) {
    const std::string words = finding.check + '\n' + finding.message;
    finding.fingerprint = sha256_hex(fmt::format("{}\n{}", words, seen[words]++)).substr(0, 16);
  }
  findings.insert(findings.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
}

std::string suppressed_at(const Document& document, std::string_view check, std::uint32_t byte) {
  for (const Suppression& one : document.suppressions) {
    if (one.check != check || one.reason.empty()) continue;
    const Span where = one.words.empty() ? block_behind(document, one) : one.words;
    if (one.article || where.contains(Span{byte, byte})) return one.reason;
  }
  return {};
}

}  // namespace hearsay
