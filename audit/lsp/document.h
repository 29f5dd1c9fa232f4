// A document that is open in an editor: its text as the client last told it, and what the audit of that text gave.
#pragma once

#include <optional>
#include <string>

#include "corrections/correction.h"
#include "lsp/message.h"
#include "lsp/position.h"
#include "report/report.h"
#include "report/text_index.h"
#include "service/anchor.h"
#include "service/settings.h"

namespace hearsay {

/// Of one version of a text. Keeps views of the text and of its own report, so it stays where it was made.
class LspAudit {
 public:
  LspAudit(const std::string& text, Report&& report, PositionEncoding encoding);
  LspAudit(const LspAudit&) = delete;
  LspAudit& operator=(const LspAudit&) = delete;

  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] const PositionIndex& positions() const { return positions_; }
  /// Bytes of the open text; empty at 0 where the words do not stand in it.
  [[nodiscard]] Span place(CodeSpan span) const;
  /// From the first to the last of the spans.
  [[nodiscard]] Span hull(const CodeSpans& spans) const;
  [[nodiscard]] std::string_view words(CodeSpan span) const { return code_points_.slice(span); }

 private:
  Report report_;
  PositionIndex positions_;
  TextIndex code_points_;
  TextAnchor anchor_;
};

struct LspDocument {
  std::string uri;    // as the client wrote it
  std::string path;   // for settings and messages
  Json version;       // a number or null
  std::string text;   // valid UTF-8
  bool lost = false;  // changes could not be followed: nothing is said of it until the client sends the whole text
  Settings settings;
  Corrections corrections;        // what people said of it, when it was last audited
  std::string problem;            // why it cannot be audited, or not by all rules; ""
  std::string remark;             // what should be known of its originals; ""
  bool stale = true;              // the text is newer than the audit
  bool at_once = true;            // it is no matter of typing: audit without waiting
  std::optional<LspAudit> audit;  // of `text`, unless stale or there is nothing to audit
};

/// Follows textDocument/didChange: edits of parts and whole texts, in order.
void apply_changes(LspDocument& document, const Json& changes, PositionEncoding encoding);

/// The path of a file: URI; anything else as it stands.
[[nodiscard]] std::string path_of_uri(std::string_view uri);

/// {"line": …, "character": …}; what is missing or no number reads as 0.
[[nodiscard]] LspPosition read_position(const Json& json);
[[nodiscard]] Json range_json(const PositionIndex& positions, Span span);

}  // namespace hearsay
