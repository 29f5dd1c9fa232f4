// Entry: StoreWriter. Articles are gathered in memory and written by one short transaction, so that the file is locked
// only while rows go in. What is there is looked up within the transaction: two writers never store one id twice.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/article_tables.h"
#include "store/assets.h"
#include "store/database.h"
#include "store/store.h"
#include "store/stored_report.h"
#include "store/versions.h"

namespace hearsay {
namespace {

// Which article with which content, as two numbers: the id's hash, and the first half of half a SHA-256.
using Known = std::pair<std::uint64_t, std::uint64_t>;

Known known_of(std::string_view id, std::string_view sha256) {
  std::uint64_t content = 0;
  std::from_chars(sha256.data(), sha256.data() + std::min<std::size_t>(sha256.size(), 16), content, 16);
  return {std::hash<std::string_view>()(id), content};
}

}  // namespace

struct StoreWriter::Parts {
  Parts(std::string name, const StoreOptions& wish)
      : path(std::move(name)), options(wish), database(open_to_write(path, wish.busy_ms)) {}

  void write_batch();
  void write(const PreparedArticle& article, std::int64_t& next);
  void keep_version(const StoredArticle& stored, const PreparedArticle& article);
  void forget_batch();
  [[nodiscard]] std::int64_t next_key() {
    return database
        .execAndGet(
            "SELECT max((SELECT coalesce(max(article), 0) FROM article), "
            "(SELECT coalesce(max(version), 0) FROM version)) + 1")
        .getInt64();
  }

  std::string path;
  StoreOptions options;
  SQLite::Database database;
  std::unique_ptr<ArticleTables> tables;
  std::unique_ptr<StoredReports> reports;
  std::unique_ptr<VersionTable> versions;
  std::vector<Known> known;
  std::vector<PreparedArticle> batch;
  std::unordered_map<std::string, std::size_t> in_batch;  // by id
  std::uint64_t batch_bytes = 0;
  StoreTotals totals, pending;  // pending: of the batch
};

StoreWriter::StoreWriter(const std::string& path, const StoreOptions& options)
    : parts_(std::make_unique<Parts>(path, options)) {
  guarded(path, [&] {
    if (options.most_pages > 0) parts_->database.exec(fmt::format("PRAGMA max_page_count = {}", options.most_pages));
    parts_->tables = std::make_unique<ArticleTables>(parts_->database);
    parts_->reports = std::make_unique<StoredReports>(parts_->database);
    parts_->versions = std::make_unique<VersionTable>(parts_->database);
  });
}

StoreWriter::~StoreWriter() = default;

void StoreWriter::load_known(const std::string& rules) {
  guarded(parts_->path, [&] {
    parts_->known.clear();
    SQLite::Statement all(parts_->database, "SELECT id, sha256 FROM article JOIN rules USING (rules) WHERE digest = ?");
    all.bindNoCopy(1, rules);
    while (all.executeStep())
      parts_->known.push_back(known_of(all.getColumn(0).getString(), all.getColumn(1).getString()));
    std::sort(parts_->known.begin(), parts_->known.end());
  });
}

bool StoreWriter::has(std::string_view id, std::string_view sha256) const {
  return std::binary_search(parts_->known.begin(), parts_->known.end(), known_of(id, sha256));
}

void StoreWriter::add(PreparedArticle article) {
  Parts& parts = *parts_;
  const auto [entry, fresh] = parts.in_batch.try_emplace(article.report.id, parts.batch.size());
  if (!fresh) {
    PreparedArticle& before = parts.batch[entry->second];
    if (before.report.sha256 == article.report.sha256 && before.rules == article.rules) {
      ++parts.pending.unchanged;
      return;
    }
    if (before.report.sha256 == article.report.sha256) {
      before = std::move(article);
      ++parts.pending.replaced;
      return;
    }
    commit();  // it is stored, and then an earlier version
    parts.in_batch.emplace(article.report.id, 0);
  }
  parts.batch_bytes += article.bytes;
  parts.batch.push_back(std::move(article));
  if (parts.batch.size() >= parts.options.batch_articles || parts.batch_bytes >= parts.options.batch_bytes) commit();
}

void StoreWriter::add_earlier(const Report& report, const std::string& rules) {
  commit();
  Parts& parts = *parts_;
  guarded(parts.path, [&] {
    parts.database.exec("BEGIN IMMEDIATE");
    try {
      const StoredArticle stored = parts.tables->find(report.id);
      if (stored.sha256 != report.sha256 && !parts.versions->has(report.id, report.sha256))
        parts.versions->add(parts.next_key(), report, rules);
      parts.database.exec("COMMIT");
    } catch (...) {
      if (sqlite3_get_autocommit(parts.database.getHandle()) == 0) parts.database.tryExec("ROLLBACK");
      throw;
    }
  });
}

void StoreWriter::commit() {
  guarded(parts_->path, [&] { parts_->write_batch(); });
}

StoreTotals StoreWriter::finish() {
  commit();
  guarded(parts_->path, [&] {
    SQLite::Database& database = parts_->database;
    database.exec("BEGIN IMMEDIATE");
    database.exec(std::string(indexes_sql()));
    database.exec("COMMIT");
    database.exec("PRAGMA analysis_limit = 1000; PRAGMA optimize");
    database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");  // a reader may hold it; then the log stays, which is no harm
  });
  return parts_->totals;
}

void StoreWriter::Parts::write_batch() {
  if (batch.empty()) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    std::int64_t next = next_key();
    const std::int64_t first = next;
    for (const PreparedArticle& article : batch) write(article, next);
    tables->flush(first);
    database.exec("COMMIT");
  } catch (...) {
    if (sqlite3_get_autocommit(database.getHandle()) == 0) database.tryExec("ROLLBACK");
    tables->drop();
    forget_batch();
    throw;
  }
  totals.added += pending.added;
  totals.replaced += pending.replaced;
  totals.unchanged += pending.unchanged;
  forget_batch();
}

void StoreWriter::Parts::write(const PreparedArticle& article, std::int64_t& next) {
  const StoredArticle stored = tables->find(article.report.id);
  if (stored.article != 0 && stored.sha256 == article.report.sha256 && stored.rules == article.rules) {
    ++pending.unchanged;
    return;
  }
  if (stored.article != 0 && options.knows_history && stored.sha256 != article.report.sha256 &&
      versions->has(article.report.id, article.report.sha256)) {
    ++pending.unchanged;
    return;
  }
  if (stored.article != 0) {
    keep_version(stored, article);
    tables->remove(stored.article);
  }
  ++(stored.article != 0 ? pending.replaced : pending.added);
  tables->add(article, next++);
}

/// What is about to be replaced, where the text is another. Damaged articles are not kept.
void StoreWriter::Parts::keep_version(const StoredArticle& stored, const PreparedArticle& article) {
  if (stored.sha256 == article.report.sha256) return;
  Report before;
  std::string rules, text;
  if (!reports->read(stored.article, before, rules)) return;
  if (unpack(article.body, text) && text == before.text) return;
  versions->add(stored.article, before, rules);
}

void StoreWriter::Parts::forget_batch() {
  batch.clear();
  in_batch.clear();
  batch_bytes = 0;
  pending = {};
}

}  // namespace hearsay
