// Rows for one table, gathered and inserted several by one statement: SQLite's fastest way in. Of this folder alone.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace hearsay {

/// Put the values of a row in the order of the columns, then the next row; flush() at the end. Strings given by
/// reference must live until then.
class BulkInsert {
 public:
  BulkInsert(SQLite::Database& database, const std::string& table, const std::vector<std::string>& columns);

  BulkInsert& null();
  BulkInsert& put(std::int64_t number);
  BulkInsert& put(std::uint32_t number) { return put(static_cast<std::int64_t>(number)); }
  BulkInsert& put(int number) { return put(static_cast<std::int64_t>(number)); }
  BulkInsert& put(bool truth) { return put(truth ? std::int64_t{1} : std::int64_t{0}); }
  BulkInsert& put(double number);  // NULL where it is not finite
  BulkInsert& put(const std::string& words);
  BulkInsert& put_given(const std::string& words);  // NULL where empty
  BulkInsert& put_number(std::uint32_t number);     // NULL where 0
  BulkInsert& put_made(std::string words);          // kept here
  BulkInsert& put_blob(const std::string& bytes);
  BulkInsert& put_made_blob(std::string bytes);
  void flush();
  /// Forgets what is gathered.
  void drop();

 private:
  enum class Kind : std::uint8_t { null, integer, real, text, blob };
  struct Value {
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    const std::string* words = nullptr;
  };
  BulkInsert& add(const Value& value);
  void run(SQLite::Statement& statement, std::size_t first, std::size_t count);

  std::size_t columns_;
  SQLite::Statement many_, one_;
  std::vector<Value> values_;
  std::deque<std::string> made_;
};

}  // namespace hearsay
