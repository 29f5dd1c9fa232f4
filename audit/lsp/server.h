// The language server between its streams: messages go in, what they ask for goes out through the console. It knows no
// clock and reads no stream; when to audit what somebody types is for the loop (lsp.cc) to say.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "lsp/answers.h"
#include "lsp/document.h"
#include "lsp/engines.h"
#include "lsp/frames.h"
#include "lsp/message.h"
#include "cli/options.h"

namespace hearsay {

class LspServer {
 public:
  LspServer(const CommandLine& line, Console& console) : line_(line), console_(console) {}

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
  /// As the protocol asks: 0 after a shutdown, else 1.
  [[nodiscard]] int exit_code() const { return shut_down_ ? 0 : 1; }

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
  void keep_up(LspDocument& document);  // audits and publishes where the audit is stale
  void audit(LspDocument& document);
  void publish(const LspDocument& document);
  void send(const Json& json);

  const CommandLine& line_;
  Console& console_;
  Phase phase_ = Phase::created;
  bool shut_down_ = false;
  LspClient client_;
  LspWishes wishes_;
  LspEngines engines_;
  std::map<std::string, LspDocument, std::less<>> documents_;  // by URI
  std::deque<Waiting> queue_;
  std::uint64_t waiting_bytes_ = 0;
};

}  // namespace hearsay
