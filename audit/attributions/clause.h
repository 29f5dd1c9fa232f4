// Where a clause that is said ends and the writer's own begins again, told by marks, conjunctions and parts of speech.
#pragma once

#include <cstdint>

#include "attributions/reading.h"

namespace hearsay {

/// How far content may run over marks: clauses run on where a phrase ends; an infinitive ends at a comma as a phrase
/// does, elsewhere as a clause.
enum class RunKind : std::uint8_t { clause, phrase, infinitive };

/// End of the sentence that holds token `from`, moved on while a quotation opened since is not closed yet; within
/// `inside`.
[[nodiscard]] std::uint32_t run_end(const Reading& reading, std::uint32_t from, std::uint32_t inside);

/// "whether", "if", "what", "how" …
[[nodiscard]] bool is_wh(const Reading& reading, std::uint32_t t);

/// Takes whole every quotation inside `inside` that the range touches.
[[nodiscard]] TokenRange whole_quotations(const Reading& reading, TokenRange range, std::uint32_t inside);

/// End of the content that begins at `begin`, `end` at most; words quoted inside it never end it. `inside` is the
/// quotation around all of it (kNone: outside all).
[[nodiscard]] std::uint32_t clause_end(const Reading& reading, std::uint32_t begin, std::uint32_t end, RunKind run,
                                       std::uint32_t inside);

/// End of what is said in a clause that opens its sentence: "While Ruiz praised the plan, the union …", "A day after
/// Ruiz praised it, …". The comma before the main clause's subject and verb; `end` where there is none. `cue` is the
/// head of the cue, `begin` where what is said begins.
[[nodiscard]] std::uint32_t led_in_end(const Reading& reading, std::uint32_t cue, std::uint32_t begin,
                                       std::uint32_t end);

/// Whether a subject and its finite verb stand in [begin, end): a clause without "that".
[[nodiscard]] bool has_clause(const Reading& reading, std::uint32_t begin, std::uint32_t end, std::uint32_t inside);

}  // namespace hearsay
