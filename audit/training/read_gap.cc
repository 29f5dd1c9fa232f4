// read_gap: a header names the columns; fields are parted by tabs and never quoted.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "document/read.h"
#include "report/text_index.h"
#include "training/link_lesson.h"

namespace hearsay {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t end = line.find('\t');
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Table {
 public:
  explicit Table(std::string_view header) {
    for (const std::string_view field : fields_of(header)) columns_.emplace(std::string(field), columns_.size());
  }
  bool read(std::string_view line) {
    fields_ = fields_of(line);
    return fields_.size() >= columns_.size();
  }
  [[nodiscard]] bool has(std::string_view name) const { return columns_.find(name) != columns_.end(); }
  [[nodiscard]] std::string_view operator[](std::string_view name) const {
    return fields_[columns_.find(name)->second];
  }

 private:
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::string_view> fields_;
};

}  // namespace

std::vector<LinkLesson> read_gap(std::string_view table, const std::string& name, const PageWords& page_words,
                                 Diagnostics& diagnostics) {
  std::vector<LinkLesson> lessons;
  std::uint32_t row = 0;
  const auto fail = [&](const char* message) {
    diagnostics.push_back(
        {.file = name,
         .line = row,
         .message = message,
         .remedy = "columns as GAP has them: ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B …",
         .source_line = {}});
  };
  std::optional<Table> columns;
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    ++row;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (!columns) {
      columns.emplace(line);
      for (const char* one :
           {"ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset", "B-coref"}) {
        if (!columns->has(one)) {
          fail("a column is missing");
          return lessons;
        }
      }
      continue;
    }
    Table& fields = *columns;
    if (!fields.read(line)) {
      fail("the row has too few columns");
      continue;
    }
    LinkLesson lesson;
    lesson.id = std::string(fields["ID"]);
    lesson.corpus = "gap";
    lesson.document = read(fields["Text"], lesson.id + ".txt", page_words);
    const TextIndex index(lesson.document.text);
    const auto span = [&](std::string_view words, std::string_view offset) -> std::optional<Span> {
      const auto begin = number(offset);
      if (!begin) return std::nullopt;
      const Span found{index.byte(*begin), index.byte(*begin) + static_cast<std::uint32_t>(words.size())};
      if (std::string_view(lesson.document.text).substr(found.begin, found.size()) != words) return std::nullopt;
      return found;
    };
    const auto pronoun = span(fields["Pronoun"], fields["Pronoun-offset"]);
    const auto a = span(fields["A"], fields["A-offset"]);
    const auto b = span(fields["B"], fields["B-offset"]);
    if (!pronoun || !a || !b) {
      fail("an offset does not point at its words");
      continue;
    }
    lesson.mentions = {{.words = *a, .entity = 1}, {.words = *b, .entity = 2}};
    const auto is_true = [&](std::string_view column) { return fields[column] == "TRUE" || fields[column] == "True"; };
    if (is_true("A-coref"))
      lesson.mentions.push_back({.words = *pronoun, .entity = 1});
    else if (is_true("B-coref"))
      lesson.mentions.push_back({.words = *pronoun, .entity = 2});
    else
      lesson.ambiguous.push_back(*pronoun);
    lessons.push_back(std::move(lesson));
  }
  return lessons;
}

}  // namespace hearsay
