// Code actions: a finding that the desk has looked at and wants to keep quiet about, with the reason beside it.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/lsp_answers.h"

namespace hearsay {
namespace {

/// The one place of the syntax. The reason is for whoever applies it to write over.
std::string suppression(std::string_view check) {
  return fmt::format(" <!-- hearsay:ignore {} say why -->", check);
}

bool wants_quick_fixes(const Json& params) {
  const Json& only = field(params, {"context", "only"});
  return !only.is_array() ||
         std::any_of(only.begin(), only.end(), [](const Json& kind) { return kind == "" || kind == "quickfix"; });
}

/// The end of the line on which the finding begins.
Json edit_of(const LspDocument& document, const ReportFinding& finding, Span place, const LspClient& client) {
  const PositionIndex& positions = document.audit->positions();
  const std::uint32_t end = positions.line(positions.position(place.begin).line).end;
  const Json edits = {{{"range", range_json(positions, {end, end})}, {"newText", suppression(finding.check)}}};
  if (!client.versioned_edits) return {{"changes", {{document.uri, edits}}}};
  const Json change{{"textDocument", {{"uri", document.uri}, {"version", document.version}}}, {"edits", edits}};
  return {{"documentChanges", Json::array({change})}};
}

}  // namespace

Json actions_of(const LspDocument& document, const Json& params, const LspClient& client) {
  Json actions = Json::array();
  if (!document.audit || !client.literal_actions || !wants_quick_fixes(params)) return actions;
  const Json& range = field(params, {"range"});
  const Span asked =
      document.audit->positions().bytes(read_position(field(range, {"start"})), read_position(field(range, {"end"})));
  const Json diagnostics = diagnostics_of(document, client);
  const auto& findings = document.audit->report().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Span place = document.audit->hull(findings[i].span);
    if (place.end < asked.begin || asked.end < place.begin) continue;
    actions.push_back({{"title", fmt::format("Suppress {} here, with a reason", findings[i].check)},
                       {"kind", "quickfix"},
                       {"diagnostics", Json::array({diagnostics[i]})},
                       {"edit", edit_of(document, findings[i], place, client)}});
  }
  return actions;
}

}  // namespace hearsay
