// The language server between its streams: messages go in, what they ask for goes out as frames. It knows no clock and
// reads no stream; when to audit what somebody types is for whoever runs it to say.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "lsp/answers.h"
#include "lsp/document.h"
#include "lsp/frames.h"
#include "lsp/message.h"
#include "lsp/originals.h"
#include "lsp/settings.h"
#include "service/engines.h"
#include "service/listener.h"

namespace hearsay {

class LspServer {
 public:
  /// `choice` is what all documents are judged by where neither their settings nor the editor say otherwise. Frames go
  /// to `out`, what is wrong with files and with the client to `listener`, which must outlive it.
  LspServer(SettingsChoice choice, Listener& listener, Output out)
      : choice_(std::move(choice)), listener_(listener), out_(std::move(out)) {}

  /// Takes a frame for its turn. A request that is cancelled before its turn is answered so.
  void receive(LspFrame&& frame);
  [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
  [[nodiscard]] std::uint64_t waiting_bytes() const { return waiting_bytes_; }
  /// Answers or follows the message whose turn it is; there must be one.
  void answer_next();

  enum class Wish { none, soon /* somebody types */, now };
  [[nodiscard]] Wish wish() const;
  /// Audits one document whose audit is older than its text, and publishes what was found.
  void audit_next();

  [[nodiscard]] bool ended() const { return phase_ == Phase::ended; }
  /// The client asked for it: it ended in order.
  [[nodiscard]] bool shut_down() const { return shut_down_; }

 private:
  enum class Phase { created, running, shut_down, ended };
  struct Waiting {
    LspMessage message;
    std::uint64_t bytes = 0;
  };
  struct Request;
  struct Notice;

  void request(const LspMessage& message);
  void notice(const LspMessage& message);

  Json initialize(const Json& params);
  Json hover(LspDocument& document, const Json& params);
  Json symbols(LspDocument& document, const Json& params);
  Json actions(LspDocument& document, const Json& params);
  Json pull_diagnostics(LspDocument& document, const Json& params);

  void opened(const Json& params);
  void changed(const Json& params);
  void saved(const Json& params);
  void closed(const Json& params);
  void configured(const Json& params);
  void files_changed(const Json& params);

  LspDocument* document_of(const Json& params);
  void settle(LspDocument& document);  // its settings
  void settle_all();
  /// Those of the editor's configuration, read where they are not yet; null where there are none or they cannot be
  /// read, which `remark` tells.
  LspOriginals* originals_for(const LspDocument& document, std::string& remark);
  void look_at_originals();             // whether they changed
  void keep_up(LspDocument& document);  // audits and publishes where the audit is stale
  void audit(LspDocument& document);
  void publish(const LspDocument& document);
  void send(const Json& json);

  SettingsChoice choice_;
  Listener& listener_;
  Output out_;
  Phase phase_ = Phase::created;
  bool shut_down_ = false;
  LspClient client_;
  LspWishes wishes_;
  std::string folder_;  // that the editor works in
  Engines engines_;
  std::unique_ptr<LspOriginals> originals_;                    // null: not read yet
  std::map<std::string, LspDocument, std::less<>> documents_;  // by URI
  std::deque<Waiting> queue_;
  std::uint64_t waiting_bytes_ = 0;
};

}  // namespace hearsay
