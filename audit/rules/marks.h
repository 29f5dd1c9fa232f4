// Punctuation as patterns see it: straight and curly, short and long marks are one class.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/program.h"

namespace hearsay {

enum class MarkClass : std::uint8_t {
  none,
  comma,
  colon,
  semicolon,
  dash,
  quote,
  stop,
  open,
  close,
  question,
  exclamation
};

/// The class of a token that is one mark; none for all else.
[[nodiscard]] MarkClass mark_class(std::string_view token);
/// The marks of a class as tokens are written, the usual one first.
[[nodiscard]] std::span<const std::string_view> marks_of(MarkClass mark);

/// Puts all marks into the vocabulary and fills Program::marks.
void add_marks(Program& program);

[[nodiscard]] inline MarkClass mark_of(const Program& program, WordId word) {
  return word < program.marks.size() ? static_cast<MarkClass>(program.marks[word]) : MarkClass::none;
}

}  // namespace hearsay
