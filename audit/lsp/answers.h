// What a client is told of an audited document: one pure function per request, from the view model to JSON of the
// protocol (LSP 3.17). Words of the article are escaped where Markdown is written.
#pragma once

#include "lsp/document.h"
#include "lsp/message.h"

namespace hearsay {

/// What the client can take, from its `initialize`.
struct LspClient {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool markdown = false;           // in hovers
  bool related = false;            // further places in a diagnostic
  bool hierarchy = false;          // DocumentSymbol, not SymbolInformation
  bool literal_actions = false;    // code actions that are no commands
  bool versioned_edits = false;    // documentChanges in an edit
  bool pulls_diagnostics = false;  // asks for them: none are pushed
};
[[nodiscard]] LspClient read_lsp_client(const Json& initialize);

/// Of a document that is audited, in the order of its findings, or why it is not; an array of Diagnostic.
[[nodiscard]] Json diagnostics_of(const LspDocument& document, const LspClient& client);

/// Of one of its findings.
[[nodiscard]] Json diagnostic_of(const LspDocument& document, const ReportFinding& finding, const LspClient& client);

/// The innermost attribution, what originals say of the words, and the claim at this place, or null.
[[nodiscard]] Json hover_at(const LspAudit& audit, LspPosition position, const LspClient& client);

/// The attributions in text order.
[[nodiscard]] Json symbols_of(const LspDocument& document, const LspClient& client);

/// To suppress each finding at the range of `params`, with a reason.
[[nodiscard]] Json actions_of(const LspDocument& document, const Json& params, const LspClient& client);

}  // namespace hearsay
