// A store's file opened, for the files of this folder alone: the only header that shows SQLite. Whoever calls the
// library does so within guarded(), so that its exceptions leave the folder as Fatal with a remedy.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace hearsay {

inline constexpr int kStoreVersion = 4;                  // PRAGMA user_version
inline constexpr int kStoreApplication = 0x48525359;     // PRAGMA application_id: "HRSY"
inline constexpr std::int64_t kPassages = 1'000'000;     // passage = article * kPassages + its number
inline constexpr int kPageSize = 8192;                   // bytes
inline constexpr std::int64_t kCachePages = -16 * 1024;  // negative: KiB

/// SQL that takes a store from version `from` to from + 1.
struct Migration {
  int from = 0;
  const char* sql = "";
};

/// What SQLite says, in the user's words.
[[nodiscard]] Fatal store_error(const std::string& path, const SQLite::Exception& error);

/// Calls `body`; SQLite's exceptions come out as Fatal.
template <class Body>
auto guarded(const std::string& path, Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const SQLite::Exception& error) {
    throw store_error(path, error);
  }
}

/// For reading; of any version this program can read. A store of another version, a file that is no store and one that
/// is not there are Fatal.
[[nodiscard]] SQLite::Database open_to_read(const std::string& path);

/// For writing; made where it is not there, brought to this version where it is older. `busy_ms`: how long to wait for
/// another writer.
[[nodiscard]] SQLite::Database open_to_write(const std::string& path, int busy_ms);

/// Brings the store from its version to `target`, one transaction a step. Fatal where a step is missing or fails; the
/// store is then as it was before that step.
void migrate(SQLite::Database& database, const std::string& path, std::span<const Migration> steps, int target);

}  // namespace hearsay
