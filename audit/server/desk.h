// What all routes share: the rules, the store, the jobs; and the one way from bytes to an audited article.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "corrections/correction.h"
#include "pipeline.h"
#include "service/choices.h"
#include "service/engines.h"
#include "service/session.h"

namespace hearsay {

class DeskOriginals;
class Jobs;

/// Lives as long as the server; its session is opened once. Called by several threads.
class Desk {
 public:
  /// Throws Fatal as open_session, and where the store is a file that judges articles.
  Desk(SettingsChoice settings, std::optional<std::string> store, Diagnostics& diagnostics);
  ~Desk();  // cancels what jobs there are and waits for their end
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] const SettingsChoice& settings() const { return settings_; }
  [[nodiscard]] const Session& session() const { return session_; }
  [[nodiscard]] const std::optional<std::string>& store() const { return store_; }
  [[nodiscard]] Jobs& jobs() { return *jobs_; }
  [[nodiscard]] DeskOriginals& originals() { return *originals_; }

  /// Opened for one request: a session by other settings than the desk's.
  struct Opened {
    explicit Opened(Session of) : session(std::move(of)) {}
    Session session;
    OtherLanguages languages;
  };

  struct Audited {
    std::unique_ptr<Opened> opened;  // for `other`; `analysis` refers into it
    Analysis analysis;
    Report report;
    Diagnostics diagnostics;           // of reading it and of opening what judges it
    const Session* session = nullptr;  // that judged it: another one for another language
    bool read = false;                 // there was an article; else both values are empty and `diagnostics` say why
  };
  /// An article in any format that is read; `name` tells the format where its bytes do not ("draft.md") and is never
  /// opened; `charset` is the label that came with the bytes. Never throws on content; throws Fatal as open_session
  /// where `other` cannot be had. `corrections` are what people said of it, in order;
  /// `outlet` prints it, where its bytes do not say who does.
  [[nodiscard]] Audited audit(std::string_view bytes, std::string_view name, const SettingsChoice* other = nullptr,
                              std::string_view charset = {}, const Corrections& corrections = {},
                              std::string_view outlet = {});

  /// The session of other settings. Throws Fatal as open_session.
  [[nodiscard]] Session open(const SettingsChoice& other, Diagnostics& diagnostics);

  /// Runs over whole archives that are going on as answers to requests: each takes all threads.
  [[nodiscard]] std::atomic<unsigned>& batches() { return batches_; }

  /// Articles that were audited, whoever did it: for /metrics.
  [[nodiscard]] std::atomic<std::uint64_t>& audited() { return audited_; }

 private:
  SettingsChoice settings_;
  Engines engines_;
  Session session_;
  OtherLanguages languages_;
  std::optional<std::string> store_;
  std::atomic<std::uint64_t> audited_ = 0;
  std::atomic<unsigned> batches_ = 0;
  std::unique_ptr<DeskOriginals> originals_;
  std::unique_ptr<Jobs> jobs_;  // last: its threads use the others
};

}  // namespace hearsay
