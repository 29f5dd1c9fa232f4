// What each stage made of an article, for people and for golden files: one item a line, line:column first. Stable: the
// same analysis gives the same text on every machine.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline.h"

namespace hearsay {

enum class Stage {
  text,
  blocks,
  tokens,
  sentences,
  quotes,
  mentions,
  matches,
  attributions,
  entities,
  sources,
  trace,
  genre,
  facts,
  scorecard
};

[[nodiscard]] std::optional<Stage> stage_named(std::string_view name);
/// In the order in which they run.
[[nodiscard]] std::span<const std::string_view> stage_names();

/// Lines and columns are those of Document::text. `text` is the article as all spans index it.
[[nodiscard]] std::string dump(Stage stage, const Analysis& analysis, const Engine& engine);

/// The entities stage for programs, one object in a line: {"entities": [{"id", "name", "kind", "source"}], "mentions":
/// [{"span": [begin, end), "entity", "certainty", "pronoun"}]}. Spans count code points of Document::text and hold the
/// name, or the phrase without its owner; `entity` and `source` (the scorecard's id) are null where there is none.
[[nodiscard]] std::string dump_entities_json(const Analysis& analysis);

/// What checks may ask of an article, for programs, one object in a line: {"article", "rows": [{"subject", "row",
/// "span": [[begin, end), …], "attributions", "facts": {name: value}}]}. Facts that are 0 are left out.
[[nodiscard]] std::string dump_facts_json(const Analysis& analysis, const Engine& engine);

}  // namespace hearsay
