// What all routes share: the rules, the store, what was counted; and the one way from bytes to an audited article.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "pipeline.h"
#include "corrections/correction.h"
#include "service/choices.h"
#include "service/engines.h"
#include "service/session.h"

namespace hearsay {

/// Lives as long as the server; its session is opened once. Called by several threads.
class Desk {
 public:
  /// Throws Fatal as open_session.
  Desk(SettingsChoice settings, std::optional<std::string> store, Diagnostics& diagnostics);

  [[nodiscard]] const SettingsChoice& settings() const { return settings_; }
  [[nodiscard]] const Session& session() const { return session_; }
  [[nodiscard]] const std::optional<std::string>& store() const { return store_; }

  struct Audited {
    Analysis analysis;
    Report report;
    Diagnostics diagnostics;           // of reading it
    const Session* session = nullptr;  // that judged it: another one for another language
  };
  /// An article in any format that is read; `name` tells the format where its bytes do not ("draft.md"). Never throws
  /// on content.
  [[nodiscard]] Audited audit(std::string_view bytes, std::string_view name, const SettingsChoice* other = nullptr,
                              const Corrections& corrections = {});

  /// Articles that were audited, whoever did it: for /metrics.
  [[nodiscard]] std::atomic<std::uint64_t>& audited() { return audited_; }

 private:
  SettingsChoice settings_;
  Engines engines_;
  Session session_;
  OtherLanguages languages_;
  std::optional<std::string> store_;
  std::atomic<std::uint64_t> audited_ = 0;
};

}  // namespace hearsay
