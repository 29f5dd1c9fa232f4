// A version is its scorecard whole, as the JSON that a scorecard is read back from byte by byte: nobody asks questions
// of it, and no table need be as wide again.
#include "store/versions.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "report/read_json.h"
#include "report/write_json.h"
#include "store/prepared.h"

namespace hearsay {
namespace {

struct Numbered {
  std::int64_t number = 0;
  StoredVersion version;
};

/// The rows of a statement: number, rules, card.
void read_rows(SQLite::Statement& rows, std::vector<Numbered>& into) {
  while (rows.executeStep()) {
    const SQLite::Column card = rows.getColumn(2);
    std::string json;
    Numbered one{.number = rows.getColumn(0).getInt64(), .version = {}};
    Diagnostic problem;
    if (!unpack({static_cast<const char*>(card.getBlob()), static_cast<std::size_t>(card.getBytes())}, json)) continue;
    if (read_json(json, one.version.report, problem) != CardKind::scorecard) continue;
    one.version.rules = rows.getColumn(1).getString();
    into.push_back(std::move(one));
  }
}

/// By date where all are dated; else as they were stored.
void put_in_order(std::vector<Numbered>& versions) {
  std::sort(versions.begin(), versions.end(), [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
  const bool dated = std::all_of(versions.begin(), versions.end(),
                                 [](const Numbered& one) { return !one.version.report.published.empty(); });
  if (!dated) return;
  std::stable_sort(versions.begin(), versions.end(), [](const Numbered& a, const Numbered& b) {
    return a.version.report.published < b.version.report.published;
  });
}

void bind_address(SQLite::Statement& statement, const std::string& id, const std::string& url) {
  statement.bindNoCopy(1, id);
  if (url.empty()) {
    statement.bind(2);
  } else {
    statement.bindNoCopy(2, url);
  }
}

}  // namespace

VersionTable::VersionTable(SQLite::Database& database)
    : insert_(database, "INSERT INTO version (version, id, url, sha256, rules, card) VALUES (?, ?, ?, ?, ?, ?)"),
      find_(database, "SELECT 1 FROM version WHERE id = ? AND sha256 = ?"),
      shorten_(database,
               "DELETE FROM version WHERE id = ?1 AND version IN "
               "(SELECT version FROM version WHERE id = ?1 ORDER BY version DESC LIMIT -1 OFFSET ?2)") {}

void VersionTable::add(std::int64_t number, const Report& report, const std::string& rules) {
  const std::string card = pack(write_json(report, JsonLayout::line));
  insert_.bind(1, number);
  insert_.bindNoCopy(2, report.id);
  if (report.url.empty()) {
    insert_.bind(3);
  } else {
    insert_.bindNoCopy(3, report.url);
  }
  insert_.bindNoCopy(4, report.sha256);
  insert_.bindNoCopy(5, rules);
  insert_.bindNoCopy(6, card.data(), static_cast<int>(card.size()));
  insert_.exec();
  insert_.reset();
  shorten_.bindNoCopy(1, report.id);
  shorten_.bind(2, kMostVersions);
  shorten_.exec();
  shorten_.reset();
}

bool VersionTable::has(const std::string& id, const std::string& sha256) {
  find_.bindNoCopy(1, id);
  find_.bindNoCopy(2, sha256);
  const bool there = find_.executeStep();
  find_.reset();
  return there;
}

std::vector<StoredVersion> earlier_versions(SQLite::Database& database, const std::string& id) {
  std::vector<Numbered> rows;
  SQLite::Statement find(database, "SELECT version, rules, card FROM version WHERE id = ? ORDER BY version");
  find.bindNoCopy(1, id);
  read_rows(find, rows);
  std::vector<StoredVersion> versions;
  versions.reserve(rows.size());
  for (Numbered& one : rows) versions.push_back(std::move(one.version));
  return versions;
}

std::vector<StoredVersion> versions_of(SQLite::Database& database, StoredReports& reports, const std::string& id) {
  std::string url;
  {
    SQLite::Statement find(database,
                           "SELECT url FROM article WHERE id = ?1 UNION ALL SELECT url FROM article WHERE url = ?1 "
                           "UNION ALL SELECT url FROM version WHERE id = ?1 "
                           "UNION ALL SELECT url FROM version WHERE url = ?1");
    find.bindNoCopy(1, id);
    while (url.empty() && find.executeStep()) url = find.getColumn(0).getString();
  }
  std::vector<Numbered> all;
  SQLite::Statement earlier(database,
                            "SELECT version, rules, card FROM version WHERE version IN "
                            "(SELECT version FROM version WHERE id = ?1 UNION "
                            "SELECT version FROM version WHERE url = ?2)");
  bind_address(earlier, id, url);
  read_rows(earlier, all);
  SQLite::Statement latest(database,
                           "SELECT article FROM article WHERE id = ?1 UNION "
                           "SELECT article FROM article WHERE url = ?2");
  bind_address(latest, id, url);
  while (latest.executeStep()) {
    Numbered one{.number = latest.getColumn(0).getInt64(), .version = {}};
    if (!reports.read(one.number, one.version.report, one.version.rules)) continue;
    one.version.latest = true;
    all.push_back(std::move(one));
  }
  put_in_order(all);
  std::vector<StoredVersion> versions;
  versions.reserve(all.size());
  for (Numbered& one : all) versions.push_back(std::move(one.version));
  return versions;
}

std::vector<std::string> changed_articles(SQLite::Database& database) {
  std::vector<std::string> ids;
  SQLite::Statement find(database,
                         "SELECT min(id) FROM (SELECT id, url FROM article UNION ALL SELECT id, url FROM version) "
                         "GROUP BY coalesce(url, id) HAVING count(*) > 1 ORDER BY coalesce(url, id)");
  while (find.executeStep()) ids.push_back(find.getColumn(0).getString());
  return ids;
}

}  // namespace hearsay
