// Two tables say who answers what; all else is the life of a document: opened, changed, audited when somebody asks or
// pauses, closed.
#include "lsp/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/fault.h"
#include "base/utf8.h"
#include "service/corrections.h"
#include "service/read_article.h"
#include "service/session.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kMostText = 16U << 20U;       // bytes of a document that is audited
constexpr std::uint64_t kMostOpenText = 128U << 20U;  // of all open documents

}  // namespace

struct LspServer::Request {
  std::string_view method;
  Json (LspServer::*answer)(LspDocument& document, const Json& params);
};

struct LspServer::Notice {
  std::string_view method;
  void (LspServer::*follow)(const Json& params);
};

void LspServer::receive(LspFrame&& frame) {
  if (!frame.problem.empty()) {
    listener_.report({.severity = Severity::warning, .message = "standard input: " + frame.problem});
    return;
  }
  LspMessage message = read_lsp_message(frame.body);
  if (message.method == "$/cancelRequest" && !message.id) {
    const Json& id = field(message.params, {"id"});
    for (Waiting& one : queue_) {
      if (one.message.id && *one.message.id == id) one.message.cancelled = true;
    }
    return;
  }
  waiting_bytes_ += frame.body.size();
  queue_.push_back({.message = std::move(message), .bytes = frame.body.size()});
}

void LspServer::answer_next() {
  const Waiting next = std::move(queue_.front());
  queue_.pop_front();
  waiting_bytes_ -= next.bytes;
  const LspMessage& message = next.message;
  if (message.broken) {
    const bool parsed = *message.broken != LspError::parse_error;
    send(lsp_failure(message.id.value_or(nullptr), *message.broken, parsed ? "this is no message" : "this is no JSON"));
  } else if (message.method.empty()) {
    // The client's answer to a request of ours: we make none.
  } else if (!message.id) {
    notice(message);
  } else if (message.cancelled) {
    send(lsp_failure(*message.id, LspError::cancelled, "cancelled"));
  } else {
    request(message);
  }
}

void LspServer::request(const LspMessage& message) {
  static constexpr std::array<Request, 4> kRequests = {{{"textDocument/hover", &LspServer::hover},
                                                        {"textDocument/documentSymbol", &LspServer::symbols},
                                                        {"textDocument/codeAction", &LspServer::actions},
                                                        {"textDocument/diagnostic", &LspServer::pull_diagnostics}}};
  const Json& id = *message.id;
  if (message.method == "initialize") {
    if (phase_ != Phase::created) return send(lsp_failure(id, LspError::invalid_request, "initialized already"));
    return send(lsp_result(id, initialize(message.params)));
  }
  if (phase_ == Phase::created) return send(lsp_failure(id, LspError::not_initialized, "initialize comes first"));
  if (phase_ == Phase::shut_down) return send(lsp_failure(id, LspError::invalid_request, "the server is shut down"));
  if (message.method == "shutdown") {
    phase_ = Phase::shut_down;
    shut_down_ = true;
    documents_.clear();
    return send(lsp_result(id, nullptr));
  }
  const auto known = std::find_if(kRequests.begin(), kRequests.end(),
                                  [&](const Request& one) { return one.method == message.method; });
  if (known == kRequests.end())
    return send(lsp_failure(id, LspError::method_not_found, "hearsay knows no such request: " + message.method));
  LspDocument* document = document_of(message.params);
  if (document == nullptr) return send(lsp_failure(id, LspError::invalid_params, "no such document is open"));
  send(lsp_result(id, (this->*known->answer)(*document, message.params)));
}

void LspServer::notice(const LspMessage& message) {
  static constexpr std::array<Notice, 6> kNotices = {{{"textDocument/didOpen", &LspServer::opened},
                                                      {"textDocument/didChange", &LspServer::changed},
                                                      {"textDocument/didSave", &LspServer::saved},
                                                      {"textDocument/didClose", &LspServer::closed},
                                                      {"workspace/didChangeConfiguration", &LspServer::configured},
                                                      {"workspace/didChangeWatchedFiles", &LspServer::files_changed}}};
  if (message.method == "exit") {
    phase_ = Phase::ended;
    return;
  }
  if (phase_ != Phase::running) return;
  for (const Notice& one : kNotices) {
    if (one.method == message.method) (this->*one.follow)(message.params);
  }
}

Json LspServer::initialize(const Json& params) {
  phase_ = Phase::running;
  client_ = read_lsp_client(params);
  folder_ = folder_of_client(params);
  configured({{"settings", field(params, {"initializationOptions"})}});
  Json can{{"positionEncoding", position_encoding_name(client_.encoding)},
           {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", {{"includeText", false}}}}},
           {"hoverProvider", true},
           {"documentSymbolProvider", true},
           {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}}};
  if (client_.pulls_diagnostics)
    can["diagnosticProvider"] = {
        {"identifier", "hearsay"}, {"interFileDependencies", false}, {"workspaceDiagnostics", false}};
  return {{"capabilities", std::move(can)}, {"serverInfo", {{"name", "hearsay"}, {"version", HEARSAY_VERSION}}}};
}

Json LspServer::hover(LspDocument& document, const Json& params) {
  keep_up(document);
  return document.audit ? hover_at(*document.audit, read_position(field(params, {"position"})), client_) : Json();
}

Json LspServer::symbols(LspDocument& document, const Json&) {
  keep_up(document);
  return symbols_of(document, client_);
}

Json LspServer::actions(LspDocument& document, const Json& params) {
  keep_up(document);
  return actions_of(document, params, client_);
}

Json LspServer::pull_diagnostics(LspDocument& document, const Json&) {
  keep_up(document);
  return {{"kind", "full"}, {"items", diagnostics_of(document, client_)}};
}

void LspServer::opened(const Json& params) {
  const std::string uri = text_field(params, {"textDocument", "uri"});
  if (uri.empty()) return;
  documents_.erase(uri);
  LspDocument& document = documents_[uri];
  document.uri = uri;
  document.path = path_of_uri(uri);
  document.version = field(params, {"textDocument", "version"});
  document.text = text_field(params, {"textDocument", "text"});
  settle(document);
  look_at_originals();
}

void LspServer::changed(const Json& params) {
  LspDocument* document = document_of(params);
  if (document == nullptr) return;
  document->version = field(params, {"textDocument", "version"});
  apply_changes(*document, field(params, {"contentChanges"}), client_.encoding);
}

void LspServer::saved(const Json& params) {
  LspDocument* document = document_of(params);
  if (document == nullptr) return;
  look_at_originals();
  const std::string before = document->problem;
  const Settings old = document->settings;
  settle(*document);
  const Settings& now = document->settings;
  const bool same = old.policy == now.policy && old.outlet == now.outlet && old.extra_rules == now.extra_rules &&
                    old.language == now.language && old.min_confidence == now.min_confidence &&
                    old.evidence == now.evidence;
  Diagnostics ignored;  // they are said when it is audited
  if (same && before.empty() && document->corrections == read_corrections(document->path, ignored)) return;
  if (!before.empty()) engines_.forget();  // a file may have been mended
  document->stale = document->at_once = true;
}

void LspServer::closed(const Json& params) {
  const LspDocument* document = document_of(params);
  if (document == nullptr) return;
  const std::string uri = document->uri;
  documents_.erase(uri);
  if (client_.pulls_diagnostics) return;
  send(lsp_notification("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}}));
}

void LspServer::configured(const Json& params) {
  const Json& settings = field(params, {"settings"});
  const Json& ours = settings.contains("hearsay") ? field(settings, {"hearsay"}) : settings;
  wishes_ = read_lsp_wishes(ours, folder_);
  settle_all();
}

void LspServer::files_changed(const Json&) {
  settle_all();
}

LspDocument* LspServer::document_of(const Json& params) {
  const auto found = documents_.find(text_field(params, {"textDocument", "uri"}));
  return found == documents_.end() ? nullptr : &found->second;
}

void LspServer::settle(LspDocument& document) {
  Diagnostics diagnostics;
  document.problem.clear();
  try {
    document.settings = lsp_settings(choice_, wishes_, document.path, diagnostics);
  } catch (const Fatal& fatal) {
    diagnostics.push_back(fatal.diagnostic());
    document.problem = whole_words(fatal.diagnostic());
  }
  listener_.report(diagnostics);
}

LspOriginals* LspServer::originals_for(const LspDocument& document, std::string& remark) {
  if (wishes_.against.empty()) return nullptr;
  try {
    if (originals_ == nullptr)
      originals_ = std::make_unique<LspOriginals>(
          wishes_.against, Session{.settings = document.settings, .engine = engines_.of(document.settings)}, listener_);
  } catch (const Fatal& fatal) {
    remark = whole_words(fatal.diagnostic());
    return nullptr;
  }
  remark = originals_->remark();
  return originals_.get();
}

void LspServer::look_at_originals() {
  if (originals_ == nullptr || !originals_->changed()) return;
  originals_.reset();
  for (auto& [uri, document] : documents_) document.stale = document.at_once = true;
}

void LspServer::settle_all() {
  originals_.reset();
  engines_.forget();
  for (auto& [uri, document] : documents_) {
    settle(document);
    document.stale = document.at_once = true;
  }
}

LspServer::Wish LspServer::wish() const {
  Wish wish = Wish::none;
  for (const auto& [uri, document] : documents_) {
    if (document.stale && !client_.pulls_diagnostics) wish = std::max(wish, document.at_once ? Wish::now : Wish::soon);
  }
  return wish;
}

void LspServer::audit_next() {
  LspDocument* next = nullptr;
  for (auto& [uri, document] : documents_) {
    if (document.stale && (next == nullptr || document.at_once > next->at_once)) next = &document;
  }
  if (next != nullptr) keep_up(*next);
}

void LspServer::keep_up(LspDocument& document) {
  if (!document.stale) return;
  audit(document);
  publish(document);
}

void LspServer::audit(LspDocument& document) {
  document.audit.reset();
  document.stale = document.at_once = false;
  document.problem.clear();
  document.remark.clear();
  std::uint64_t open = 0;
  for (const auto& [uri, one] : documents_) open += one.text.size();
  if (document.lost) {
    document.problem = "the editor's changes could not be followed; close the document and open it again";
  } else if (document.text.size() > kMostText || open > kMostOpenText) {
    document.problem = fmt::format("{} bytes are too many to audit as they are typed; use hearsay check",
                                   std::max<std::uint64_t>(document.text.size(), open));
  }
  if (!document.problem.empty() || trim(document.text).empty()) return;
  Diagnostics diagnostics;
  try {
    const Session session{.settings = document.settings, .engine = engines_.of(document.settings)};
    const Diagnostics& problems = session.engine.problems();
    if (session.engine.is_new()) diagnostics = problems;
    document.problem = first_error(problems);
    Document article = read_whole_article(document.text, document.path, *session.engine, {.charset = "utf-8"});
    if (article.text.empty()) {
      for (const Diagnostic& one : article.diagnostics) document.problem = whole_words(one);
    } else {
      OtherLanguages languages;
      const Session* taken = &session;
      document.corrections = read_corrections(document.path, diagnostics);
      const Analysis analysis = languages.analyse(std::move(article), taken, diagnostics, document.corrections);
      Report report = report_of(analysis, *taken->engine);
      if (LspOriginals* originals = originals_for(document, document.remark))
        originals->add_to(report, analysis, *taken);
      document.audit.emplace(document.text, std::move(report), client_.encoding);
    }
  } catch (const Fatal& fatal) {
    diagnostics.push_back(fatal.diagnostic());
    document.problem = whole_words(fatal.diagnostic());
  } catch (const std::exception& error) {  // a fault of ours or of a full memory: it costs this document
    diagnostics.push_back(fault_of(error, "cannot be audited", document.path));
    document.problem = whole_words(diagnostics.back());
  }
  listener_.report(diagnostics);
}

void LspServer::publish(const LspDocument& document) {
  if (client_.pulls_diagnostics) return;
  Json params{{"uri", document.uri}, {"diagnostics", diagnostics_of(document, client_)}};
  if (document.version.is_number_integer()) params["version"] = document.version;
  send(lsp_notification("textDocument/publishDiagnostics", std::move(params)));
}

void LspServer::send(const Json& json) {
  out_(lsp_frame(write_json(json)));
}

}  // namespace hearsay
