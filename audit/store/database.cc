// Entry: open_to_write, open_to_read. A file is ours by its application_id, and readable by its user_version.
#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "store/assets.h"

namespace hearsay {
namespace {

constexpr int kReadBusyMs = 10'000;
constexpr int kLogPages = 8'000;  // 64 MB of log before it is folded in: pages that change often are then copied once

// Steps from older versions, the oldest first. Version 1 is the first that was released.
//
// To 3: a score may be missing, which SQLite grants a column only in a table made anew. The view over it is made anew
// with it, its indexes where it had them (writers make them at their end). A measure that did not apply had the value 1
// and no weight.
//
// To 4: corrections of what is archived, the desk's tables; earlier versions are kept from now on.
constexpr std::array<Migration, 3> kMigrations = {
    {{.from = 1, .sql = "ALTER TABLE attribution ADD COLUMN source_confidence REAL"},
     {.from = 2, .sql = R"(
DROP VIEW utterance;
CREATE TABLE article_of_3 (
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  month TEXT GENERATED ALWAYS AS (substr(published, 1, 7)) VIRTUAL,
  genre TEXT,
  url TEXT,
  language TEXT,
  encoding TEXT,
  format TEXT,
  words INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  rules INTEGER NOT NULL REFERENCES rules,
  policy INTEGER NOT NULL REFERENCES policy,
  score INTEGER,
  grade TEXT,
  withheld TEXT,
  withheld_id TEXT,
  language_how TEXT
) STRICT;
INSERT INTO article_of_3 (article, id, path, title, outlet, byline, published, genre, url, language, encoding, format,
    words, sha256, rules, policy, score, grade)
  SELECT article, id, path, title, outlet, byline, published, genre, url, language, encoding, format, words, sha256,
    rules, policy, score, grade
  FROM article;
DROP TABLE article;
ALTER TABLE article_of_3 RENAME TO article;
UPDATE article_measure SET value = NULL WHERE weight = 0;
ALTER TABLE article ADD COLUMN genre_told TEXT;
ALTER TABLE source ADD COLUMN judgement TEXT;
ALTER TABLE article ADD COLUMN margin INTEGER;
ALTER TABLE body ADD COLUMN perhaps TEXT;
ALTER TABLE finding ADD COLUMN kind TEXT;
ALTER TABLE finding ADD COLUMN certainty REAL;
ALTER TABLE finding ADD COLUMN likelihood REAL;
ALTER TABLE finding ADD COLUMN reasons TEXT;
ALTER TABLE attribution ADD COLUMN statement INTEGER NOT NULL DEFAULT 1;
UPDATE source SET reliability = '' WHERE reliability = 'F';
UPDATE claim SET credibility = 0 WHERE credibility = 6;
CREATE VIEW utterance AS
SELECT
  attribution.article,
  article.id,
  article.outlet,
  article.published,
  attribution.attribution,
  passage.text,
  source.name AS source,
  source.kind,
  coalesce(source.anonymous, 0) AS anonymous,
  (SELECT json_group_array(relay.name) FROM
    (SELECT name FROM via JOIN source USING (article, source)
     WHERE via.article = attribution.article AND via.attribution = attribution.attribution
     ORDER BY via.position) AS relay) AS via,
  attribution.medium,
  attribution.quoted,
  attribution.confidence,
  attribution.signature
FROM attribution
JOIN article USING (article)
LEFT JOIN passage ON passage.passage = attribution.passage
LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source;
)"},
     {.from = 3, .sql = R"(
ALTER TABLE body ADD COLUMN corrected TEXT;
CREATE TABLE draft (draft INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE draft_version (
  draft_version INTEGER PRIMARY KEY AUTOINCREMENT,
  draft INTEGER NOT NULL REFERENCES draft,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  by TEXT,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  outlet TEXT
) STRICT;
CREATE INDEX draft_version_of ON draft_version (draft, at);
CREATE TABLE correction (
  draft INTEGER NOT NULL REFERENCES draft,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  words TEXT NOT NULL,
  value TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (draft, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_sheet (draft INTEGER PRIMARY KEY REFERENCES draft, number INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE version (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  url TEXT,
  sha256 TEXT NOT NULL,
  rules TEXT NOT NULL,
  card BLOB NOT NULL
) STRICT;
CREATE INDEX version_by_id ON version (id);
CREATE INDEX version_by_url ON version (url) WHERE url IS NOT NULL;
)"}}};

[[noreturn]] void refuse(const std::string& path, std::string message, std::string remedy) {
  throw Fatal({.file = path, .message = std::move(message), .remedy = std::move(remedy)});
}

int pragma_number(SQLite::Database& database, const char* pragma) {
  return database.execAndGet(std::string("PRAGMA ") + pragma).getInt();
}

bool is_empty(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

// Throws where the file is no store, or one that only a newer program knows.
void check_ours(SQLite::Database& database, const std::string& path) {
  if (pragma_number(database, "application_id") != kStoreApplication)
    refuse(path, "this is an SQLite file but no store of hearsay", "give the name of a store, or of a new file");
  const int version = pragma_number(database, "user_version");
  if (version > kStoreVersion) {
    refuse(path, fmt::format("this store is of version {}, this program knows {}", version, kStoreVersion),
           "use the hearsay that wrote it, or a newer one");
  }
}

void create(SQLite::Database& database) {
  database.exec("BEGIN IMMEDIATE");
  if (is_empty(database)) {  // nobody else was quicker
    database.exec(std::string(schema_sql()));
    database.exec(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kStoreApplication, kStoreVersion));
  }
  database.exec("COMMIT");
}

// A store in a folder that cannot be written has no place for SQLite's shared memory: then it is read as a file that
// nobody changes.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char byte : std::filesystem::absolute(path).string()) {
    if (byte == '?' || byte == '#' || byte == '%') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(byte));
    } else {
      uri += byte;
    }
  }
  return uri + "?immutable=1";
}

SQLite::Database open_and_check(const std::string& name, int flags, const std::string& path) {
  SQLite::Database database(name, flags, kReadBusyMs);
  check_ours(database, path);
  return database;
}

}  // namespace

Fatal store_error(const std::string& path, const SQLite::Exception& error) {
  Diagnostic diagnostic{.file = path, .message = error.what(), .remedy = "see hearsay store check"};
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      diagnostic.message = "another program is writing to this store";
      diagnostic.remedy = "wait for it to end and run again: what is stored stays, unchanged articles are skipped";
      break;
    case SQLITE_INTERRUPT:
      diagnostic.message = "the question was stopped before it was answered";
      diagnostic.remedy = "ask a narrower one: of one outlet, or of fewer months";
      break;
    case SQLITE_FULL:
      diagnostic.message = "there is no space left for the store";
      diagnostic.remedy = "free some space and run again: what is stored stays, unchanged articles are skipped";
      break;
    case SQLITE_IOERR:
      diagnostic.message = std::string("the store cannot be read or written: ") + error.what();
      diagnostic.remedy =
          "check the disk and its space, and run again: what is stored stays, unchanged articles are skipped";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      diagnostic.message = "the store cannot be written";
      diagnostic.remedy = "check the permissions of the file and its folder";
      break;
    case SQLITE_CANTOPEN:
      diagnostic.message = "the store cannot be opened";
      diagnostic.remedy = "check that the folder is there, and its permissions";
      break;
    case SQLITE_NOTADB:
      diagnostic.message = "this file is no store";
      diagnostic.remedy = "give the name of a store, or of a new file";
      break;
    case SQLITE_CORRUPT:
      diagnostic.message = std::string("the store is damaged: ") + error.what();
      diagnostic.remedy = "keep a copy, then save what can be read: hearsay store merge NEW OLD";
      break;
    default:
      break;
  }
  return Fatal(std::move(diagnostic));
}

SQLite::Database open_to_read(const std::string& path) {
  return guarded(path, [&] {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
      refuse(path, "there is no such store", "hearsay audit PATH… --store FILE makes one");
    try {
      // A connection that may write, and does not, takes the files beside the store away with it.
      SQLite::Database database = open_and_check(path, SQLite::OPEN_READWRITE, path);
      database.exec("PRAGMA query_only = ON");
      if (pragma_number(database, "user_version") < kStoreVersion)
        refuse(path, "this store is of an older version", "bring it up to date: hearsay store merge FILE");
      return database;
    } catch (const SQLite::Exception& failure) {
      const bool no_room_beside =
          failure.getErrorCode() == SQLITE_CANTOPEN || failure.getErrorCode() == SQLITE_READONLY;
      if (!no_room_beside || std::filesystem::exists(path + "-wal", error)) throw;
      return open_and_check(immutable_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, path);
    }
  });
}

SQLite::Database open_to_write(const std::string& path, int busy_ms) {
  return guarded(path, [&] {
    // One thread at a time uses a connection: SQLite's own locks would guard nothing.
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, busy_ms);
    database.exec(fmt::format("PRAGMA page_size = {}; PRAGMA cache_size = {}", kPageSize, kCachePages));
    if (is_empty(database)) {
      database.exec("PRAGMA journal_mode = WAL");
      create(database);
    }
    check_ours(database, path);
    database.exec(fmt::format("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = {}",
                              kLogPages));
    migrate(database, path, kMigrations, kStoreVersion);
    return database;
  });
}

void migrate(SQLite::Database& database, const std::string& path, std::span<const Migration> steps, int target) {
  guarded(path, [&] {
    for (int version = pragma_number(database, "user_version"); version < target;) {
      database.exec("BEGIN IMMEDIATE");
      try {
        version = pragma_number(database, "user_version");  // another program may have done it meanwhile
        if (version < target) {
          const Migration* step = nullptr;
          for (const Migration& one : steps) {
            if (one.from == version) step = &one;
          }
          if (step == nullptr) {
            refuse(path, fmt::format("this store is of version {}, from which no way leads to {}", version, target),
                   "audit the articles anew, into a new store");
          }
          database.exec(step->sql);
          database.exec(fmt::format("PRAGMA user_version = {}", ++version));
        }
        database.exec("COMMIT");
      } catch (...) {
        if (sqlite3_get_autocommit(database.getHandle()) == 0) database.exec("ROLLBACK");
        throw;
      }
    }
  });
}

}  // namespace hearsay
