#include "lsp/originals.h"

#include <fmt/format.h>

namespace hearsay {
namespace {

// Gone through at every pause in typing: a second for all of it.
constexpr std::uint64_t kMostHeldText = 8ULL << 20U;

}  // namespace

LspOriginals::LspOriginals(std::vector<std::string> paths, Session&& session, Listener& listener)
    : paths_(std::move(paths)),
      stamp_(stamp_of_originals(paths_)),
      session_(std::move(session)),
      originals_({.paths = paths_, .drafts_change = true}, session_, kMostHeldText) {
  originals_.prepare(listener);
}

void LspOriginals::add_to(Report& report, const Analysis& draft, const Session& session) {
  if (originals_.kept_whole()) originals_.add_to(report, draft, session);
}

std::string LspOriginals::remark() const {
  if (!originals_.kept_whole())
    return "there are more originals than can be held against while one types; use hearsay verify";
  const std::vector<std::string>& missing = originals_.missing();
  if (missing.empty()) return {};
  return fmt::format("an original has no text or cannot be read: {}{}; what is not found elsewhere is unverified",
                     missing.front(), missing.size() == 1 ? "" : fmt::format(" and {} more", missing.size() - 1));
}

}  // namespace hearsay
