// Entry: read_lsp_client.
#include <algorithm>

#include "lsp/answers.h"

namespace hearsay {

LspClient read_lsp_client(const Json& initialize) {
  LspClient client;
  const Json& can = field(initialize, {"capabilities"});
  const Json& document = field(can, {"textDocument"});
  for (const Json& name : field(can, {"general", "positionEncodings"})) {
    const auto encoding = name.is_string() ? position_encoding_named(name.get<std::string>()) : std::nullopt;
    if (!encoding) continue;
    client.encoding = *encoding;  // the first is the one the client likes best
    break;
  }
  const Json& formats = field(document, {"hover", "contentFormat"});
  client.markdown = std::any_of(formats.begin(), formats.end(), [](const Json& one) { return one == "markdown"; });
  client.related = true_field(document, {"publishDiagnostics", "relatedInformation"}) ||
                   true_field(document, {"diagnostic", "relatedInformation"});
  client.hierarchy = true_field(document, {"documentSymbol", "hierarchicalDocumentSymbolSupport"});
  client.literal_actions = field(document, {"codeAction", "codeActionLiteralSupport"}).is_object();
  client.versioned_edits = true_field(can, {"workspace", "workspaceEdit", "documentChanges"});
  client.pulls_diagnostics = field(document, {"diagnostic"}).is_object();
  return client;
}

}  // namespace hearsay
