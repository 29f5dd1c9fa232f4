// Rows of a tab-separated text: skips comments and the line of column names, counts lines, reports what is wrong with a
// row.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

template <class Number>
[[nodiscard]] bool parse_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

class TextRows {
 public:
  TextRows(std::string_view file, std::string_view text, Diagnostics& diagnostics)
      : file_(file), rest_(text), diagnostics_(diagnostics) {}

  /// The next row's columns; false at the end.
  [[nodiscard]] bool next() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      line_text_ = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++line_;
      if (line_text_.empty() || (named_ == 0 && line_text_.front() == '#')) continue;
      if (named_++ == 0) continue;
      columns_ = split(line_text_, '\t');
      return true;
    }
    return false;
  }
  [[nodiscard]] const std::vector<std::string_view>& columns() const { return columns_; }
  template <class Number>
  [[nodiscard]] bool number(std::size_t column, Number& value) {
    return parse_number(columns_[column], value) ||
           fail("column " + std::to_string(column + 1) + " is no number in range");
  }
  /// Reports the row (twenty reports at most) and gives false.
  bool fail(std::string message) {
    if (diagnostics_.size() < 20) {
      diagnostics_.push_back({.file = file_,
                              .line = line_,
                              .message = std::move(message),
                              .remedy = "mend the line or run `hearsay learn` again",
                              .source_line = std::string(line_text_)});
    }
    return false;
  }

 private:
  std::string file_;
  std::string_view rest_, line_text_;
  std::vector<std::string_view> columns_;
  std::uint32_t line_ = 0, named_ = 0;
  Diagnostics& diagnostics_;
};

}  // namespace hearsay
