// Annotated articles for the learner, read as the product reads them: the same blocks, quotations and rules' readings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/learning/gold.h"
#include "evidence/learning/learn.h"
#include "pipeline.h"

namespace hearsay {

/// `annotation` in brat's form, `silver` rows of begin, end and tag, "" where there is none. The part of the document's
/// id before its first "_" is taken for its publisher.
[[nodiscard]] Lesson lesson_of(Document document, std::string_view annotation, std::string_view silver,
                               const Engine& engine, Diagnostics& diagnostics);

/// learn() with the hints that the engine's rules give. The same bytes for the same lessons and rules.
[[nodiscard]] Weights learn_lessons(const std::vector<Lesson>& lessons, const Engine& engine, LearnOptions options);

}  // namespace hearsay
