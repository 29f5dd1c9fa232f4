// Entry: check_store. Read-only: SQLite's own checks of pages and references, then what only this house knows.
#include <fmt/format.h>

#include "store/database.h"
#include "store/store.h"

namespace hearsay {
namespace {

constexpr int kMostSaid = 20;  // of one kind

class Checker {
 public:
  Checker(const std::string& path, SQLite::Database& database) : path_(path), database_(database) {}

  Diagnostics run() {
    pages();
    if (!found_.empty()) return std::move(found_);  // what follows would stumble over the same
    references();
    bodies();
    full_text();
    return std::move(found_);
  }

 private:
  void say(std::string message, std::string remedy) {
    found_.push_back({.file = path_, .message = std::move(message), .remedy = std::move(remedy)});
  }

  void pages() {
    SQLite::Statement check(database_, fmt::format("PRAGMA integrity_check({})", kMostSaid));
    while (check.executeStep()) {
      const std::string words = check.getColumn(0).getString();
      if (words != "ok") say("the store is damaged: " + words, "save what can be read: hearsay store merge NEW OLD");
    }
  }

  void references() {
    SQLite::Statement check(database_, "PRAGMA foreign_key_check");
    for (int said = 0; said < kMostSaid && check.executeStep(); ++said) {
      say(fmt::format("a row of {} names a {} that is not there", check.getColumn(0).getString(),
                      check.getColumn(2).getString()),
          "audit the articles anew, into a new store");
    }
  }

  void bodies() {
    const auto missing =
        database_.execAndGet("SELECT count(*) FROM article LEFT JOIN body USING (article) WHERE body.article IS NULL");
    if (const std::int64_t count = missing.getInt64(); count != 0)
      say(fmt::format("{} articles have no text", count), "audit them anew");
  }

  void full_text() {
    const std::int64_t words = database_.execAndGet("SELECT count(*) FROM search_docsize").getInt64();
    const std::int64_t passages = database_.execAndGet("SELECT count(*) FROM passage").getInt64();
    if (words != passages) {
      say(fmt::format("full text covers {} of {} passages", words, passages),
          "rebuild it: sqlite3 STORE \"INSERT INTO search(search) VALUES('rebuild')\"");
    }
  }

  const std::string& path_;
  SQLite::Database& database_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_store(const std::string& path) {
  return guarded(path, [&] {
    SQLite::Database database = open_to_read(path);
    return Checker(path, database).run();
  });
}

}  // namespace hearsay
