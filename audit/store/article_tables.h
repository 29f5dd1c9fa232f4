// The rows of one article, put into all tables of a store and taken out again. Of this folder alone; transactions are
// the caller's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "store/database.h"
#include "store/prepared.h"

namespace hearsay {

/// What a store has of an article.
struct StoredArticle {
  std::int64_t article = 0;  // 0: nothing
  std::string sha256, rules;
};

class ArticleTables {
 public:
  explicit ArticleTables(SQLite::Database& database);
  ~ArticleTables();
  ArticleTables(const ArticleTables&) = delete;
  ArticleTables& operator=(const ArticleTables&) = delete;

  [[nodiscard]] StoredArticle find(const std::string& id);
  /// Rows are gathered: `article` must live until flush().
  void add(const PreparedArticle& article, std::int64_t key);
  void remove(std::int64_t article);
  /// Everything gathered goes in; then passages from this article on become searchable.
  void flush(std::int64_t first_article);
  /// Forgets what is gathered and remembered: after a transaction was undone.
  void drop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay
