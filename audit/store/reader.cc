// Entries: StoreReader. Articles one after the other, one by its id, and all versions of an address.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/digest.h"
#include "store/database.h"
#include "store/store.h"
#include "store/stored_report.h"
#include "store/versions.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostDamaged = 1000;  // articles, before a store is given up

}  // namespace

struct StoreReader::Parts {
  explicit Parts(std::string name) : path(std::move(name)), database(open_to_read(path)), reports(database) {}

  std::string path;
  SQLite::Database database;
  StoredReports reports;
};

StoreReader::StoreReader(const std::string& path) {
  guarded(path, [&] { parts_ = std::make_unique<Parts>(path); });
}

StoreReader::~StoreReader() = default;

void StoreReader::for_each(const Take& take, Diagnostics& diagnostics, const std::function<bool()>& stop) {
  Parts& parts = *parts_;
  std::int64_t key = 0, last = 0;
  guarded(parts.path,
          [&] { last = parts.database.execAndGet("SELECT coalesce(max(article), 0) FROM article").getInt64(); });
  Report report;
  std::string rules;
  std::size_t damaged = 0;
  // Key after key, not one walk over a cursor: what is damaged is then one article, not all that follow.
  for (SQLite::Statement next(parts.database, "SELECT article FROM article WHERE article > ? LIMIT 1"); key < last;) {
    if (stop && stop()) break;
    bool whole = false;
    try {
      next.tryReset();
      next.bind(1, key);
      if (!next.executeStep()) break;
      key = next.getColumn(0).getInt64();
      whole = parts.reports.read(key, report, rules);
    } catch (const SQLite::Exception& error) {
      if (++damaged > kMostDamaged) throw store_error(parts.path, error);
      diagnostics.push_back(store_error(parts.path, error).diagnostic());
      ++key;
      continue;
    }
    if (whole) {
      take(std::move(report), rules);
    } else {
      diagnostics.push_back({.file = parts.path,
                             .message = fmt::format("article {} is damaged and left out", key),
                             .remedy = "audit it anew"});
    }
  }
}

std::optional<Report> StoreReader::report(const std::string& id) {
  return guarded(parts_->path, [&]() -> std::optional<Report> {
    SQLite::Statement find(parts_->database, "SELECT article FROM article WHERE id = ?");
    find.bindNoCopy(1, id);
    Report report;
    std::string rules;
    if (!find.executeStep() || !parts_->reports.read(find.getColumn(0).getInt64(), report, rules)) return std::nullopt;
    return report;
  });
}

std::vector<StoredVersion> StoreReader::versions(const std::string& id) {
  return guarded(parts_->path, [&] { return versions_of(parts_->database, parts_->reports, id); });
}

void StoreReader::for_each_changed(const std::function<void(std::vector<StoredVersion>&& versions)>& take) {
  guarded(parts_->path, [&] {
    for (const std::string& id : changed_articles(parts_->database)) {
      std::vector<StoredVersion> versions = versions_of(parts_->database, parts_->reports, id);
      if (versions.size() > 1) take(std::move(versions));
    }
  });
}

void StoreReader::for_each_earlier(const std::string& id, const Take& take) {
  guarded(parts_->path, [&] {
    for (StoredVersion& version : earlier_versions(parts_->database, id))
      take(std::move(version.report), version.rules);
  });
}

StoreInfo StoreReader::info() {
  return guarded(parts_->path, [&] {
    SQLite::Database& database = parts_->database;
    const auto count = [&](const std::string& what) {
      return static_cast<std::uint64_t>(database.execAndGet("SELECT count(*) FROM " + what).getInt64());
    };
    StoreInfo info;
    info.version = database.execAndGet("PRAGMA user_version").getInt();
    std::error_code error;
    info.bytes = std::filesystem::file_size(parts_->path, error);
    info.articles = count("article");
    info.sources = count("source");
    info.attributions = count("attribution");
    info.claims = count("claim");
    info.findings = count("finding");
    info.rules = count("rules");
    info.versions = count("version");
    info.outlets = count("(SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL)");
    info.first = database.execAndGet("SELECT substr(min(published), 1, 10) FROM article").getString();
    info.last = database.execAndGet("SELECT substr(max(published), 1, 10) FROM article").getString();
    info.indexed = count("sqlite_master WHERE type = 'index' AND name = 'finding_by_check'") != 0;
    return info;
  });
}

std::string rules_of_report(const Report& report) {
  std::string all = report.policy;
  for (const ReportPack& pack : report.rules) all += "\n" + pack.pack + " " + pack.version + " " + pack.sha256;
  return sha256_hex(all);
}

}  // namespace hearsay
