// Code actions: a finding that the desk has looked at and lets stand, with the reason in the text itself.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lsp/answers.h"

namespace hearsay {
namespace {

// For whoever applies the action to write over.
constexpr std::string_view kReason = "say why";

struct Insertion {
  std::uint32_t byte = 0;
  std::string words;
};

/// The one place of the syntax: a line of its own before the paragraph, `[hearsay:ignore CHECK reason]`, or a comment
/// in markup; `ignore-article` for what concerns the whole article, at its end.
Insertion suppression(const LspDocument& document, const ReportFinding& finding) {
  const LspAudit& audit = *document.audit;
  const std::string_view text = document.text;
  const std::string_view new_line = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const bool plain = audit.report().format == "text";
  const std::string words =
      fmt::format("{}hearsay:ignore{} {} {}{}", plain ? "[" : "<!-- ", finding.span.empty() ? "-article" : "",
                  finding.check, kReason, plain ? "]" : " -->");
  if (finding.span.empty()) {
    const std::string_view before = text.ends_with('\n') ? "" : new_line;
    return {static_cast<std::uint32_t>(text.size()), fmt::format("{}{}{}{}", before, new_line, words, new_line)};
  }
  const std::uint32_t first = finding.span.front().first;
  Span paragraph = audit.place(finding.span.front());
  for (const ReportBlock& block : audit.report().blocks) {
    if (block.span.first <= first && first < block.span.second) paragraph = audit.place(block.span);
  }
  if (audit.report().format == "html") return {paragraph.begin, words};  // before the words it is about
  const PositionIndex& positions = audit.positions();
  return {positions.line(positions.position(paragraph.begin).line).begin, words + std::string(new_line)};
}

bool wants_quick_fixes(const Json& params) {
  const Json& only = field(params, {"context", "only"});
  return !only.is_array() || std::any_of(only.begin(), only.end(), [](const Json& kind) {
    return kind == "quickfix" || (kind.is_string() && kind.get_ref<const std::string&>().empty());
  });
}

Json edit_of(const LspDocument& document, const Insertion& insertion, const LspClient& client) {
  Json edit{{"range", range_json(document.audit->positions(), {insertion.byte, insertion.byte})},
            {"newText", insertion.words}};
  Json edits = Json::array({std::move(edit)});
  if (!client.versioned_edits) return {{"changes", {{document.uri, std::move(edits)}}}};
  Json change{{"textDocument", {{"uri", document.uri}, {"version", document.version}}}, {"edits", std::move(edits)}};
  return {{"documentChanges", Json::array({std::move(change)})}};
}

}  // namespace

Json actions_of(const LspDocument& document, const Json& params, const LspClient& client) {
  Json actions = Json::array();
  if (!document.audit || !client.literal_actions || !wants_quick_fixes(params)) return actions;
  const Json& range = field(params, {"range"});
  const Span asked =
      document.audit->positions().bytes(read_position(field(range, {"start"})), read_position(field(range, {"end"})));
  for (const ReportFinding& finding : document.audit->report().findings) {
    if (!finding.suppressed.empty()) continue;
    const Span place = document.audit->hull(finding.span);
    if (place.end < asked.begin || asked.end < place.begin) continue;
    const std::string_view where = finding.span.empty() ? "in this article" : "here";
    actions.push_back({{"title", fmt::format("Suppress {} {}, with a reason", finding.check, where)},
                       {"kind", "quickfix"},
                       {"diagnostics", Json::array({diagnostic_of(document, finding, client)})},
                       {"edit", edit_of(document, suppression(document, finding), client)}});
  }
  return actions;
}

}  // namespace hearsay
