// Rules as an editor writes them: patterns in mixed content, with their examples and the place in the file. The
// compiled form is program.h. rules/README.md explains the language.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

/// Where something is written.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// What a pattern's slot captures.
enum class Slot : std::uint8_t { source, cue, content, via, medium, recipient, reason, accused };
inline constexpr std::size_t kSlotCount = 8;
[[nodiscard]] std::string_view slot_name(Slot slot);

enum class ElementKind : std::uint8_t {
  word,          // a literal word, lower case
  lexeme,        // <w lex= form= pos=/> : a word (or phrase entry) of a lexicon
  slot,          // <source/> … ; a noun phrase unless it has children (then exactly those) or is content
  optional,      // <opt>…</opt>
  alternatives,  // <alt><or>…</or>…</alt>
  sequence,      // several elements as one
  gap,           // <gap max="4"/>: up to `max` tokens of the same sentence and quotation
  use,           // <use ref="id"/>: a <define> put in here; after loading `children` hold it
  number,        // <number/>: a number in digits or words
  name,          // <name/>: a capitalised name
  verb,          // <verb not="a"/>: any finite verb, whatever lexicon it is in; as a cue, behind a quotation only
  punct,  // a punctuation mark written in the pattern: , : — “ (any dash matches any dash, any quote any quote)
  line_start,  // <line-start/>: the paragraph begins here
  line_end,
};

/// A part of a pattern. Attributes not given are "".
struct Element {
  ElementKind kind = ElementKind::word;
  Slot slot = Slot::source;           // kind slot
  std::string text;                   // word, punct; the id of `use`
  std::vector<std::string> lexicons;  // lexeme, and a slot whose head must be in one: lex="a b"
  std::vector<std::string> barred;    // slot, verb: lexicons whose words its head must not be: not="a b"
  std::vector<std::string> forms;     // form="past participle"; none = any form
  std::vector<std::string> kinds;     // slot: kind="media named-organisation": of what kind the phrase's head must be
  bool prep = false;                  // cue: only with a preposition of the entry's after it (prep="yes")
  std::string takes;      // content: "clause", "quote", "np", "infinitive", "wh", "gerund"; several by space
  std::string voice;      // lexeme, cue: "active" (default), "passive", "any"
  std::string pos;        // lexeme: only entries of this class
  bool pronouns = true;   // slot: false for pronoun="no"
  std::uint32_t max = 0;  // gap
  std::vector<Element> children;
  Place place;
};

/// Where content may lie relative to the words matched, where the pattern has no <content/> of its own.
struct Orders {
  bool before = false;  // “…,” said X
  bool after = false;   // X said …
  bool split = false;   // “…,” X said, “…”
};

enum class RuleType : std::uint8_t {
  attribution,  // proposes an attribution
  modifier,     // adds medium, via, recipient, reason to one that stands beside it
  claim,        // marks a checkable statement
  accusation,   // tells who is charged with something
  mention,      // names a noun phrase (reserved for the mentions stage)
};

inline constexpr std::size_t kRuleTypeCount = 5;
[[nodiscard]] std::string_view rule_type_name(RuleType type);  // "attribution" …

struct Pattern {
  std::vector<Element> elements;
  Orders orders;
  bool invert = false;  // also “said X”
  std::string takes;    // as Element::takes, for the content given by `orders`
  std::string medium;   // constant medium of what matches
  std::string stance;   // constant stance; a lexicon entry's wins
  std::string where;    // "", "headline", "body", "line-start"
  std::string
      at;  // modifiers: "after-cue", "after-source", "before-source", "sentence-start", "anywhere", "setting"; by space
  bool no_source = false;      // source="none": the attribution has none
  bool author = false;         // source="author"
  bool shared_source = false;  // source="shared": the subject of what stands before in the sentence
  bool needs_quote = false;    // needs="quote": only where its content is quoted
  Place place;
};

/// A piece of an example in which some words carry a slot's tag.
struct ExamplePiece {
  std::string text;
  bool tagged = false;
  Slot slot = Slot::source;
  std::string resolves;  // <source resolves="…">
};

struct Example {
  bool pass = true;
  std::vector<ExamplePiece> pieces;
  std::string why;        // of a fail
  std::string medium;     // medium="…": must come out so
  std::string chain;      // "article<-Le Soir<-Ana Ruiz"
  std::string anonymous;  // "true" or "false": the source must come out so
  std::string title;      // a headline to set above, or ""
  Place place;
};

struct Rule {
  std::string id;
  std::string name;
  std::string pack;  // "en"
  std::string family;
  RuleType type = RuleType::attribution;
  std::string kind;           // claims: figure, event, accusation, comparison, cause; attributions: ""
  bool keeps_spans = false;   // spans="keep": its source, cue and content stand whatever the evidence says
  bool keeps_source = false;  // spans="source": who it says speaks does; the evidence draws the rest
  double confidence = 0.5;    // as stated by its author, used where nothing was measured
  std::uint32_t support = 0;  // measured: how often it fired on annotated text
  double precision = -1;      // measured; −1 = not measured
  std::vector<Pattern> patterns;
  std::vector<Example> examples;
  Place place;
};

}  // namespace hearsay
