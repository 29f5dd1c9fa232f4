// The originals that drafts are held against: files, folders, archives and stores, gone through once per draft in order
// by all threads. Where they fit, they are kept for the drafts to come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "archive/raw_article.h"
#include "document/document.h"
#include "pipeline.h"
#include "report/report.h"
#include "service/listener.h"
#include "service/session.h"
#include "verify/verify.h"

namespace hearsay {

struct OriginalsChoice {
  std::vector<std::string> paths;  // as of articles; a store is told by its first bytes
  From from = From::automatic;
  bool drafts_change = false;  // somebody types: a file of the draft's path is the draft, whatever its bytes
};

class Originals {
 public:
  /// What outlives it: session. Nothing is read before a draft asks. At most `kept_bytes` of text are kept.
  Originals(OriginalsChoice choice, const Session& session, std::uint64_t kept_bytes = 256ULL << 20U);

  /// Reads them once: what cannot be read is told to the listener, the rest is done. On the listener's thread.
  void prepare(Listener& listener);

  /// The draft's quotations held against all originals; the draft's own file is none. Where they were not prepared,
  /// what cannot be read is told to the listener; else it may be called by several threads, without one.
  [[nodiscard]] std::vector<ReportVerification> hold(const Analysis& draft, const Session& session,
                                                     Listener* listener = nullptr);

  /// Holds the draft and puts what comes out into its report, findings too. prepare() was called.
  void add_to(Report& report, const Analysis& draft, const Session& session);

  /// All that was read is kept: holding another draft reads nothing. Known after prepare().
  [[nodiscard]] bool kept_whole() const { return whole_; }

  /// Known after the first hold().
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }

 private:
  void stream(Verifier& verifier, const Document& draft, Listener* listener);
  void add_store(const std::string& path, Verifier& verifier, const Document& draft, Listener* listener);
  void keep(Document&& document, bool stored);
  void miss(const std::string& path);

  OriginalsChoice choice_;
  const Session& session_;
  std::uint64_t room_;  // bytes that may still be kept
  std::mutex mutex_;
  bool read_ = false;  // once
  bool whole_ = true;  // all that was read is kept
  struct Kept {
    Document document;
    bool stored = false;  // out of a store
  };
  std::vector<Kept> kept_;
  std::size_t count_ = 0;
  std::vector<std::string> missing_;
};

/// Changes when a file that the paths stand for is written, comes or goes: of its name, size and time. Of more than
/// 10,000 files the rest is not looked at.
[[nodiscard]] std::uint64_t stamp_of_originals(const std::vector<std::string>& paths);

}  // namespace hearsay
