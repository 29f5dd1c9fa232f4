// Where what is said begins and ends: the spans of content beside a cue. Rules say on which side and of which kind; the
// borders come from quotations, clause marks and parts of speech.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attributions/reading.h"
#include "base/span.h"

namespace hearsay {

/// Kinds of content, a bit each, as `takes` names them.
enum ContentKind : std::uint32_t {
  kClause = 1U << 0U,  // with or without "that"
  kQuote = 1U << 1U,
  kPhrase = 1U << 2U,  // a noun phrase and what hangs on it
  kInfinitive = 1U << 3U,
  kWh = 1U << 4U,  // whether, if, what, how …
  kGerund = 1U << 5U,
  kThat = 1U << 6U,        // a clause only with "that"
  kNounPhrase = 1U << 7U,  // the noun phrase alone, up to the verb: after noun cues
  kObject = 1U << 8U,      // a noun phrase and what it is to do: "both sides to talk"
  kJudged = 1U << 9U,      // a noun phrase and what is thought of it: "it responsible for"
  kCompared = 1U << 11U,   // a noun phrase and what it is taken for: "the plan as a gift"
  kParagraph = 1U << 10U,  // everything to the paragraph's end: transcripts
  kAnyContent = 0x3ffU,
};
/// "clause quote" -> bits; 0 for "". Unknown words are left out (the linter reports them).
[[nodiscard]] std::uint32_t content_kinds(std::string_view takes);

/// Tokens of one content that are looked at when it is asked what lies in what; keeps hostile nests linear.
inline constexpr std::uint32_t kMostPainted = 4096;

/// Content found on one side of a cue; `kind` is 0 where none was found.
struct FoundContent {
  std::vector<TokenRange> spans;
  std::uint32_t kind = 0;
  [[nodiscard]] bool found() const { return kind != 0; }
};

/// Content that starts at or soon after token `begin`, in the quotation `inside` (kNone: outside all). Commas, colons,
/// time words and the adjuncts `skips` (sorted by begin) between are passed over. A sentence that ends before any
/// content yields none, unless a colon ends it and a quotation opens the next.
[[nodiscard]] FoundContent content_after(const Reading& reading, std::uint32_t begin, std::uint32_t kinds,
                                         std::uint32_t inside, const std::vector<TokenRange>& skips);

/// Whether the tag before which content is sought is all that remains of its sentence.
enum class TagPlace : std::uint8_t { anywhere, last };

/// Whether a quotation that ends its sentence with token `last` is told of by the sentence that begins at `begin`: “Why
/// not?” Ruiz told Radio Cove. “It is late.” She said.
[[nodiscard]] bool hands_over(const Reading& reading, std::uint32_t last, std::uint32_t begin);

/// Content that ends right before token `end`: a quotation, or the clause from the sentence's start, with a comma or a
/// mark between. `end` is where the tag (source and cue) begins.
[[nodiscard]] FoundContent content_before(const Reading& reading, std::uint32_t end, std::uint32_t inside,
                                          TagPlace place);

/// What goes on after a tag that ended at `begin`: `, "…"` in the same sentence, or a quotation that opens the next
/// sentence of the paragraph.
[[nodiscard]] FoundContent content_resumed(const Reading& reading, std::uint32_t begin, std::uint32_t inside,
                                           bool content_was_quoted);

/// A sentence of unquoted words that a tag between commas interrupts: "The risk, he said, is rust."
[[nodiscard]] FoundContent content_around(const Reading& reading, TokenRange tag, std::uint32_t inside);

/// Adds the quotations of following paragraphs that go on with one in `spans`; sorts, merges what touches.
void add_continuations(const Reading& reading, std::vector<TokenRange>& spans);

/// Trims white marks at both ends: commas, colons, dashes, and a final stop that stands outside quotation marks.
[[nodiscard]] TokenRange trimmed(const Reading& reading, TokenRange range);

}  // namespace hearsay
