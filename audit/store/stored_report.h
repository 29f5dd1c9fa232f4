// Reports out of a store's tables, for those of this folder who have it open. Errors of SQLite are the caller's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "report/report.h"
#include "store/database.h"

namespace hearsay {

class StoredReports {
 public:
  /// The database must live as long.
  explicit StoredReports(SQLite::Database& database);
  ~StoredReports();
  StoredReports(const StoredReports&) = delete;
  StoredReports& operator=(const StoredReports&) = delete;

  /// The article of a key, with the digest of what judged it. False where there is none, or its text is damaged.
  [[nodiscard]] bool read(std::int64_t article, Report& report, std::string& rules);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay
