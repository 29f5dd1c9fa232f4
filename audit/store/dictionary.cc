#include "store/dictionary.h"

namespace hearsay {
namespace {

// The words of all rules and policies are a few hundred; what is merged from elsewhere could be anything.
constexpr std::size_t kMostRemembered = 20'000;

std::string find_sql(const std::string& table, const std::vector<std::string>& columns) {
  std::string sql = "SELECT " + table + " FROM " + table + " WHERE ";
  for (std::size_t i = 0; i < columns.size(); ++i) sql += (i == 0 ? "" : " AND ") + columns[i] + "=?";
  return sql;
}

std::string add_sql(const std::string& table, const std::vector<std::string>& columns) {
  std::string names, marks;
  for (const std::string& column : columns) {
    names += (names.empty() ? "" : ",") + column;
    marks += marks.empty() ? "?" : ",?";
  }
  return "INSERT INTO " + table + "(" + names + ") VALUES (" + marks + ") RETURNING " + table;
}

std::int64_t run(SQLite::Statement& statement, std::initializer_list<const std::string*> words) {
  int parameter = 0;
  for (const std::string* word : words) statement.bindNoCopy(++parameter, *word);
  const std::int64_t key = statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
  statement.reset();
  return key;
}

}  // namespace

Dictionary::Dictionary(SQLite::Database& database, const std::string& table, const std::vector<std::string>& columns)
    : find_(database, find_sql(table, columns)), add_(database, add_sql(table, columns)) {}

std::int64_t Dictionary::key(std::initializer_list<const std::string*> words) {
  joined_.clear();
  for (const std::string* word : words) joined_.append(std::to_string(word->size())).append(":").append(*word);
  added_ = false;
  if (const auto found = known_.find(joined_); found != known_.end()) return found->second;
  std::int64_t key = run(find_, words);
  added_ = key == 0;
  if (added_) key = run(add_, words);
  if (known_.size() >= kMostRemembered) known_.clear();
  known_.emplace(joined_, key);
  return key;
}

}  // namespace hearsay
