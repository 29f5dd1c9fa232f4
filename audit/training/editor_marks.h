// What a careful editor would raise in an article, as somebody marked it blind, and what they think of its sourcing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "score/finding_kind.h"

namespace hearsay {

struct EditorMark {
  FindingKind kind = FindingKind::other;
  std::string quote;      // words of the article; "" = the mark is about all of it
  double likelihood = 1;  // that an editor makes it, where several were asked
};

struct EditorMarks {
  std::string id;
  bool gradeable = false;
  double grade = 0;  // 0…100
  std::vector<EditorMark> marks;
};

/// One file of marks: {"id", "gradeable", "grade", "marks": [{"quote", "kind", "likelihood"}]}.
/// Nothing, with an error, where it is none.
[[nodiscard]] std::optional<EditorMarks> read_editor_marks(const std::string& json, const std::filesystem::path& path,
                                                           Diagnostics& diagnostics);

/// Where the words stand in a text, whatever white space is between them; in text order, bytes.
[[nodiscard]] std::vector<Span> places_of(std::string_view words, std::string_view text);

/// Whether a finding of the first kind meets a mark of the second: nobody minds whether words are called unsourced or
/// their speaker unclear.
[[nodiscard]] bool meets(FindingKind finding, FindingKind mark);

}  // namespace hearsay
