#include "store/questions/asking.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/questions/voices.h"

namespace hearsay {

SQLite::Statement Asking::prepare(std::string_view sql) const {
  const std::string whole =
      fmt::format(fmt::runtime(sql), fmt::arg("scope", kInScope), fmt::arg("particular", kIsParticular),
                  fmt::arg("outer", kIsOuter), fmt::arg("speaks", kSpeaks));
  SQLite::Statement statement(database_, whole);
  statement.bind(":outlet", question_.outlet);
  statement.bind(":since", question_.since);
  statement.bind(":until", question_.until);
  statement.bind(":byline", question_.byline);
  statement.bind(":genre", question_.genre);
  statement.bind(":month", question_.month);
  statement.bind(":finding", question_.finding);
  return statement;
}

SQLite::Statement Asking::prepare_plain(std::string_view sql) const {
  return {database_, fmt::format(fmt::runtime(sql), fmt::arg("outer", kIsOuter))};
}

const Voices& Asking::voices() const {
  if (voices_ == nullptr) voices_ = std::make_unique<Voices>(*this);
  return *voices_;
}

std::uint64_t Asking::most_rows(std::uint64_t usual) const {
  return question_.sort.empty() ? question_.limit.value_or(usual) : 0;
}

LinkCell article_at(SQLite::Statement& row, int column) {
  std::string title = text_at(row, column);
  std::string id = text_at(row, column + 1);
  return {title.empty() ? id : std::move(title), text_at(row, column + 2), Refers::article, id};
}

LinkCell outlet_cell(std::string outlet) {
  std::string id = outlet;
  return {std::move(outlet), "", Refers::outlet, std::move(id)};
}

std::string text_at(SQLite::Statement& row, int column) {
  return row.getColumn(column).getString();
}

std::uint64_t count_at(SQLite::Statement& row, int column) {
  return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

std::string titled(std::string_view term) {
  std::string words(term);
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace hearsay
