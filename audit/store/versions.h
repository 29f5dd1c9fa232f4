// Earlier versions of articles in a store's tables. Of this folder alone; transactions and errors of SQLite are the
// caller's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"
#include "store/database.h"
#include "store/store.h"
#include "store/stored_report.h"

namespace hearsay {

/// Of one id; the oldest go.
inline constexpr std::int64_t kMostVersions = 50;

class VersionTable {
 public:
  explicit VersionTable(SQLite::Database& database);
  /// Puts one in; `number` counts with the keys of articles. The oldest beyond kMostVersions of its id go.
  void add(std::int64_t number, const Report& report, const std::string& rules);
  /// Whether there is one of this id and content.
  [[nodiscard]] bool has(const std::string& id, const std::string& sha256);

 private:
  SQLite::Statement insert_, find_, shorten_;
};

/// Of an id, the first first. Damaged ones are left out.
[[nodiscard]] std::vector<StoredVersion> earlier_versions(SQLite::Database& database, const std::string& id);

/// As StoreReader::versions.
[[nodiscard]] std::vector<StoredVersion> versions_of(SQLite::Database& database, StoredReports& reports,
                                                     const std::string& id);

/// Ids of articles whose address has several versions, one for each address, in order of the address.
[[nodiscard]] std::vector<std::string> changed_articles(SQLite::Database& database);

}  // namespace hearsay
