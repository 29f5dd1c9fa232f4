// Words that come with rules and policies, each kept once in a small table and known by its key. Of this folder alone.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/database.h"

namespace hearsay {

class Dictionary {
 public:
  /// `table` has the integer key `table`, then these columns of text, which together are unique.
  Dictionary(SQLite::Database& database, const std::string& table, const std::vector<std::string>& columns);

  /// The key of these words, which are added where they are new. Within a transaction.
  std::int64_t key(std::initializer_list<const std::string*> words);
  /// Whether the last key() added its words.
  [[nodiscard]] bool added() const { return added_; }
  /// Forgets what it remembers: after a transaction was undone.
  void forget() { known_.clear(); }

 private:
  SQLite::Statement find_, add_;
  std::unordered_map<std::string, std::int64_t> known_;
  std::string joined_;
  bool added_ = false;
};

}  // namespace hearsay
