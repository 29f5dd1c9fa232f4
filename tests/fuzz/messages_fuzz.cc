// Lines as messages of an editor: each request is answered once, in JSON, whatever went before. The server has no
// rules, so that nothing is audited; what it tells of an audited document is asked with the same parameters.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/holds.h"
#include "lsp/server.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay::fuzz {
namespace {

class Deaf : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic& diagnostic) override { require(!diagnostic.message.empty()); }
};

const std::string kDraft =
    "Dam fails again\n\nThe dam at Ellan failed on Monday, an official said. “It was old 😀,” said Ana Ruiz, the "
    "mayor.\n"
    "\nIt cost 300,000 crowns.\n";

LspDocument& audited_document() {
  static LspDocument document;
  if (!document.audit) {
    document.uri = "file:///a.txt";
    document.path = "/a.txt";
    document.text = kDraft;
    document.audit.emplace(document.text,
                           report_of(analyse(read_english(kDraft, "a.txt"), shipped_engine()), shipped_engine()),
                           PositionEncoding::utf16);
  }
  return document;
}

void ask_pure(const Json& params) {
  const LspDocument& document = audited_document();
  const LspClient client = read_lsp_client(params);
  for (const Json& answer :
       {diagnostics_of(document, client), hover_at(*document.audit, read_position(field(params, {"position"})), client),
        symbols_of(document, client), actions_of(document, params, client)})
    require_json(write_json(answer));
}

}  // namespace

void fuzz_messages(std::string_view bytes) {
  std::map<std::string, int> owed;
  const Output out = [&](std::string_view written) {
    LspFrames frames(1U << 24U);
    frames.feed(written);
    const auto frame = frames.next();
    require(frame && frame->problem.empty() && !frames.next());
    const Json json = Json::parse(frame->body, nullptr, false);
    require(json.is_object() && json.contains("result") + json.contains("error") + json.contains("method") == 1);
    if (json.contains("id")) --owed[json["id"].dump()];
  };
  SettingsChoice choice;
  choice.settings = "none";
  choice.rules = HEARSAY_SOURCE_DIR "/nowhere";
  choice.threads = 1;
  Deaf listener;
  LspServer server(choice, listener, out);
  for (int count = 0; count < 40 && !bytes.empty() && !server.ended(); ++count) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    const LspMessage message = read_lsp_message(line);
    if (message.broken) {
      ++owed[message.id.value_or(nullptr).dump(-1, ' ', false, Json::error_handler_t::replace)];
    } else if (message.id && !message.method.empty()) {
      ++owed[message.id->dump(-1, ' ', false, Json::error_handler_t::replace)];
    }
    server.receive({.body = std::string(line), .problem = {}});
    if (server.waiting() != 0) server.answer_next();
    if (server.wish() != LspServer::Wish::none) server.audit_next();
    ask_pure(message.params);
  }
  if (server.ended()) return;
  for (const auto& [id, count] : owed) require(count == 0);
}

}  // namespace hearsay::fuzz
