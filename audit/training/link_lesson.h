// Text in which somebody marked who is meant, for learning links: from a table of ambiguous pronouns (GAP), from
// columns of tokens and entities (GUM and other CoNLL-like files), from labels of who is behind each attribution.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// Words that stand for an entity of the annotation.
struct MarkedMention {
  Span words;                // bytes of the text
  std::uint32_t entity = 0;  // above 0; the same number, the same person or body
  bool other = false;        // a thing, an event, a place: none that could be a source
};

/// Who is behind an attribution, as a reader labelled it.
struct MarkedSpeaker {
  std::vector<Span> cue, content;  // bytes
  std::vector<std::string> names;  // that are told of it in the text; none: not stated
  enum class Told : std::uint8_t {
    named,    // a person or a body with a name
    unnamed,  // a person or a group without
    other,    // a document, a population, the writer, nobody
  };
  Told told = Told::named;
};

struct LinkLesson {
  std::string id;
  std::string corpus;  // "gap", "entities", "sources"
  Document document;
  std::vector<MarkedMention> mentions;
  bool whole = false;           // every person and body is marked: what is not marked is neither
  std::vector<Span> ambiguous;  // of GAP: pronouns that stand for one of the marked, or none of them
  std::vector<MarkedSpeaker> speakers;
};

/// Rows of GAP: ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B … (offsets in code points).
[[nodiscard]] std::vector<LinkLesson> read_gap(std::string_view table, const std::string& name,
                                               const PageWords& page_words, Diagnostics& diagnostics);

/// Columns of number, token and brackets "(person-3 … person-3)"; each "# begin document" opens a text.
[[nodiscard]] std::vector<LinkLesson> read_entity_columns(std::string_view columns, const std::string& name,
                                                          const PageWords& page_words, Diagnostics& diagnostics);

/// A line of JSON per attribution of `document`: cue and content (spans in code points), resolved, aliases, sure.
[[nodiscard]] LinkLesson read_source_labels(std::string_view lines, Document document, Diagnostics& diagnostics);

}  // namespace hearsay
