// A statement of kRows rows does the bulk, one of a single row what is left over.
#include "store/bulk_insert.h"

#include <cmath>

namespace hearsay {
namespace {

constexpr std::size_t kRows = 16;

std::string insert_sql(const std::string& table, const std::vector<std::string>& columns, std::size_t rows) {
  std::string names, row = "(";
  for (const std::string& column : columns) {
    names += (names.empty() ? "" : ",") + column;
    row += row.size() == 1 ? "?" : ",?";
  }
  row += ")";
  std::string sql = "INSERT INTO " + table + "(" + names + ") VALUES ";
  for (std::size_t i = 0; i < rows; ++i) sql += (i == 0 ? "" : ",") + row;
  return sql;
}

}  // namespace

BulkInsert::BulkInsert(SQLite::Database& database, const std::string& table, const std::vector<std::string>& columns)
    : columns_(columns.size()),
      many_(database, insert_sql(table, columns, kRows)),
      one_(database, insert_sql(table, columns, 1)) {
  values_.reserve(columns_ * kRows);
}

BulkInsert& BulkInsert::null() {
  return add({});
}

BulkInsert& BulkInsert::put(std::int64_t number) {
  return add({.kind = Kind::integer, .integer = number});
}

BulkInsert& BulkInsert::put(double number) {
  if (!std::isfinite(number)) return null();
  return add({.kind = Kind::real, .real = number});
}

BulkInsert& BulkInsert::put(const std::string& words) {
  return add({.kind = Kind::text, .words = &words});
}

BulkInsert& BulkInsert::put_given(const std::string& words) {
  return words.empty() ? null() : put(words);
}

BulkInsert& BulkInsert::put_number(std::uint32_t number) {
  return number == 0 ? null() : put(number);
}

BulkInsert& BulkInsert::put_made(std::string words) {
  return put(made_.emplace_back(std::move(words)));
}

BulkInsert& BulkInsert::put_blob(const std::string& bytes) {
  return add({.kind = Kind::blob, .words = &bytes});
}

BulkInsert& BulkInsert::put_made_blob(std::string bytes) {
  return put_blob(made_.emplace_back(std::move(bytes)));
}

// A full set is inserted when the next row begins, not before: nothing is pending then that the set does not own.
BulkInsert& BulkInsert::add(const Value& value) {
  if (values_.size() == columns_ * kRows) {
    run(many_, 0, kRows);
    values_.clear();
    if (made_.size() > 1) made_.erase(made_.begin(), made_.end() - 1);  // the last may be this value's own
  }
  values_.push_back(value);
  return *this;
}

void BulkInsert::flush() {
  const std::size_t rows = values_.size() / columns_;
  if (rows == kRows) {
    run(many_, 0, kRows);
  } else {
    for (std::size_t row = 0; row < rows; ++row) run(one_, row, 1);
  }
  drop();
}

void BulkInsert::drop() {
  values_.clear();
  made_.clear();
}

void BulkInsert::run(SQLite::Statement& statement, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < count * columns_; ++i) {
    const Value& value = values_[first * columns_ + i];
    const int parameter = static_cast<int>(i + 1);
    switch (value.kind) {
      case Kind::null:
        statement.bind(parameter);
        break;
      case Kind::integer:
        statement.bind(parameter, value.integer);
        break;
      case Kind::real:
        statement.bind(parameter, value.real);
        break;
      case Kind::text:
        statement.bindNoCopy(parameter, *value.words);
        break;
      case Kind::blob:
        statement.bindNoCopy(parameter, value.words->data(), static_cast<int>(value.words->size()));
        break;
    }
  }
  statement.exec();
  statement.reset();
}

}  // namespace hearsay
